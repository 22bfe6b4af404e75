"""The engines that can build the frames. Each reads the same mkdocs.yml."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PLUGIN: Final = "reviews-library"
"""The name in mkdocs.yml of the generator's plugin for MkDocs and ProperDocs: `generator/mkdocs_plugin.py`."""


@dataclass(frozen=True, slots=True)
class Engine:
    """A static site generator that renders the theme and the hand-written pages."""

    name: str
    arguments: tuple[str, ...]
    """The arguments after `python -m <name>`, before the configuration file."""

    wants_pages_inside: bool = False
    """True for an engine that only reads pages from folders below its configuration file."""

    script: str = ""
    """A script that builds identical output without the engine's command line, which costs a third of its time.

    Empty if the engine has no such script.
    """

    @property
    def is_installed(self) -> bool:
        """Return True if the engine's package can be imported."""
        return importlib.util.find_spec(self.name) is not None

    def command(self, configuration: Path) -> list[str]:
        """Return the command that builds the site of a configuration file."""
        if self.script:
            return [sys.executable, "-c", self.script, str(configuration)]
        return self.cli_command(configuration)

    def cli_command(self, configuration: Path) -> list[str]:
        """Return the engine's own command line, which has the clearest error messages."""
        return [sys.executable, "-m", self.name, *self.arguments, str(configuration)]


_MKDOCS: Final = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
build(load_config(sys.argv[1]))
"""

ENGINES: Final = {
    engine.name: engine
    for engine in (
        Engine("mkdocs", ("build", "--clean", "-f"), script=_MKDOCS),
        Engine("properdocs", ("build", "--clean", "-f")),
        Engine("zensical", ("build", "--clean", "-f"), wants_pages_inside=True),
    )
}

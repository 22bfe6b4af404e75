"""The engines that can build the frames. Each reads the same mkdocs.yml."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True)
class Engine:
    """A static site generator that renders the theme and the hand-written pages."""

    name: str
    arguments: tuple[str, ...]
    """After `python -m <name>`, before the configuration file."""

    wants_pages_inside: bool = False
    """True for an engine that reads pages only from below its configuration file."""

    @property
    def is_installed(self) -> bool:
        """True when its package can be imported here."""
        return importlib.util.find_spec(self.name) is not None

    def command(self, configuration: Path) -> list[str]:
        """The command that builds the site that a configuration file describes."""
        return [sys.executable, "-m", self.name, *self.arguments, str(configuration)]


ENGINES: Final = {
    each.name: each
    for each in (
        Engine("mkdocs", ("build", "--clean", "-f")),
        Engine("properdocs", ("build", "--clean", "-f")),
        Engine("zensical", ("build", "--clean", "-f"), wants_pages_inside=True),
    )
}

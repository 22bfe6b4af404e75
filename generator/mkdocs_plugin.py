"""The plugin for MkDocs and ProperDocs, `plugins: [reviews-library]` in mkdocs.yml.

With it, `mkdocs build` and `mkdocs serve` use the generator's theme and put the records into the pages.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from mkdocs.plugins import BasePlugin

from generator.commands.build import build_with_frames, validate_and_link
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.private_terms_gate import with_private_terms_check
from generator.diagnostics import Severity
from generator.report import report
from generator.system import find_package_theme
from generator.system.clock import london_now

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class ReviewsLibrary(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """One run of the engine. It builds into a separate folder, so the site stays complete until everything is ready."""

    def __init__(self) -> None:
        self._frames: TemporaryDirectory[str] | None = None
        self._output: Path | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Give the engine the generator's theme, and another output folder, because it empties this before it builds.

        The engine takes each template and asset from the first folder that has it: the site's `custom_dir`, then the
        generator's theme, then Material.
        """
        self._output = Path(config.site_dir)
        self._frames = TemporaryDirectory(prefix="library-frames-")
        config.site_dir = self._frames.name
        theme = find_package_theme()
        if theme is not None:
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(theme))
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Stop before the engine starts if the records have errors."""
        options = self._options(config)
        _stop_on_errors(with_private_terms_check(options, lambda _: validate_and_link(options)))

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Put the records into the pages that the engine has just written."""
        assert self._frames is not None
        with self._frames:
            result = build_with_frames(self._options(config), Path(self._frames.name))
        _stop_on_errors(result)
        warnings = [diagnostic for diagnostic in result.diagnostics if diagnostic.severity is Severity.WARNING]
        if warnings:
            print(report(warnings), file=sys.stderr)

    def _options(self, config: MkDocsConfig) -> BuildOptions:
        root = Path(config.config_file_path or "mkdocs.yml").parent
        return BuildOptions(
            root,
            london_now(),
            output=self._output,
            private=_path_from("LIBRARY_PRIVATE"),
            private_terms=_path_from("LIBRARY_PRIVATE_TERMS"),
        )


def _path_from(variable: str) -> Path | None:
    value = os.environ.get(variable)
    return Path(value) if value else None


def _stop_on_errors(result: CommandResult) -> None:
    if result.failed:
        print(report(result.diagnostics), file=sys.stderr)
        raise SystemExit(1)

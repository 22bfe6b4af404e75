"""Runs the engine if any of its inputs have changed, in parallel with the rest of the build."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.diagnostics import Diagnostic, WithDiagnostics, rule
from generator.frame.engine_errors import engine_failed
from generator.frame.engine_output import frames_of
from generator.frame.engines import ENGINES, PLUGIN
from generator.frame.merged_theme import copy_theme, merge_theme
from generator.model import Frames
from generator.system import (
    CHECKSUMS,
    describe_exit,
    fingerprint_files,
    is_killed,
    make_temp_folder,
    move_into_place,
    read_checksums,
)

_SECONDS_AT_MOST: Final = 300
_SITE: Final = "site"
_THEME: Final = "theme"


@dataclass(frozen=True, slots=True)
class FrameSources:
    """What the engine reads."""

    configuration: Path
    """The site's mkdocs.yml."""

    pages: Path
    """The folder of the hand-written pages."""

    theme: tuple[Path, ...]
    """The folders of the theme. A file in an earlier folder replaces the file of the same name in a later one."""

    plugins: tuple[Any, ...] | None = None
    """The plugins in mkdocs.yml, each a name or a mapping of a name to options; None for the engine's own default."""


@dataclass(frozen=True, slots=True)
class FrameBuild:
    """A running engine, or frames of an earlier build that are still valid."""

    folder: Path
    """The folder of the finished frames.

    It is named after a hash of all inputs, so that two builds never mix their frames. The frames are in its folder
    `site`, next to their checksums.
    """

    process: subprocess.Popen[bytes] | None = None
    """None if the frames of an earlier build are still valid."""

    temp_dir: Path | None = None
    """A separate folder for the engine's output. If a build is killed, its remains there are never read."""

    problem: Diagnostic | None = None
    sources: FrameSources | None = None
    """What the engine reads; None if no engine was started."""

    verbose_command: tuple[str, ...] = ()
    """The engine's own command line, run for its error messages after a build without it has failed."""

    def finish(self) -> WithDiagnostics[Frames | None]:
        """Wait for the engine and split its output at the slots; None with a diagnostic if it could not build."""
        if self.problem is not None:
            return WithDiagnostics(None, (self.problem,))
        if self.process is not None and self.temp_dir is not None:
            try:
                output = self.process.communicate(timeout=_SECONDS_AT_MOST)[0].decode(errors="replace")
            except subprocess.TimeoutExpired:
                self.process.kill()
                return WithDiagnostics(
                    None, (engine_failed(f"the engine was stopped after {_SECONDS_AT_MOST} seconds"),)
                )
            status = self.process.returncode
            if is_killed(status):
                return WithDiagnostics(None, (_engine_killed(status),))
            if status != 0:
                said = self._error_output() or output or f"it {describe_exit(status)}"
                return WithDiagnostics(None, (engine_failed(said, self.sources),))
            _finish(self.temp_dir, self.folder)
        return frames_of(self.folder / _SITE)

    def _error_output(self) -> str:
        """Return the messages of the engine's own command line for this build; empty if there are none."""
        if not self.verbose_command:
            return ""
        try:
            result = subprocess.run(
                self.verbose_command, cwd=self.temp_dir, capture_output=True, check=False, timeout=60
            )
        except subprocess.TimeoutExpired:
            return ""
        return (result.stdout + result.stderr).decode(errors="replace") if result.returncode else ""

    def stop(self) -> None:
        """Stop an engine whose frames are not needed, and remove its temporary folder."""
        if self.process is not None and self.process.stdout is not None and not self.process.stdout.closed:
            self.process.kill()
            self.process.communicate()
        if self.temp_dir is not None:
            shutil.rmtree(self.temp_dir, ignore_errors=True)


def start_frames(sources: FrameSources, cache: Path, engine_name: str, generator_version: bytes) -> FrameBuild:
    """Start the engine, unless its inputs are unchanged since its last run."""
    engine = ENGINES[engine_name]
    home = cache / f"frames-{engine.name}"
    if not engine.is_installed:
        hint = f"install it with: pip install {engine.name}; or leave --engine out"
        problem = rule("S002").diagnostic(f"the engine {engine.name} is not installed", hint=hint)
        return FrameBuild(home, problem=problem)
    theme = merge_theme(sources.theme)
    folder = home / _hash_inputs(sources, theme, generator_version).hex()
    if read_checksums(folder / CHECKSUMS) is not None:
        return FrameBuild(folder)
    temp_dir = make_temp_folder(home, _SECONDS_AT_MOST)
    pages = sources.pages
    if engine.wants_pages_inside:
        pages = Path("pages")
        # Without the permissions, so that Windows can remove the copy of a read-only file.
        shutil.copytree(sources.pages, temp_dir / pages, copy_function=shutil.copyfile)
    copy_theme(theme, temp_dir / _THEME)
    derived = _derived_configuration(sources, pages, temp_dir)
    environment = {
        **os.environ,
        "PYTHONWARNINGS": "ignore",
        "PYTHONIOENCODING": "utf-8",
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    process = subprocess.Popen(
        engine.command(derived), cwd=temp_dir, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    verbose_command = engine.cli_command(derived) if engine.script else ()
    return FrameBuild(folder, process, temp_dir, sources=sources, verbose_command=tuple(verbose_command))


def _finish(temp_dir: Path, folder: Path) -> None:
    """Move the engine's output from the temporary folder into place."""
    if (temp_dir / _SITE).is_dir():
        finished = temp_dir / "finished"
        finished.mkdir()
        (temp_dir / _SITE).rename(finished / _SITE)
        move_into_place(finished, folder)


def _hash_inputs(sources: FrameSources, theme: Mapping[str, Path], generator_version: bytes) -> bytes:
    """Return a hash of the configuration, the hand-written pages, the theme and the interpreter."""
    pages = (path for path in sorted(sources.pages.rglob("*")) if path.is_file())
    return fingerprint_files((sources.configuration, *pages, *theme.values()), generator_version + sys.version.encode())


def _derived_configuration(sources: FrameSources, pages: Path, temp_dir: Path) -> Path:
    """Return the site's configuration with another output folder and the whole theme, and without filling the slots.

    The file is JSON, which is valid YAML. The engines resolve relative folders from the file that inherits, so folders
    elsewhere are written as absolute paths.
    """
    settings: dict[str, object] = {
        "INHERIT": str(sources.configuration),
        "docs_dir": str(pages),
        "site_dir": _SITE,
        "hooks": [],
        "watch": [],
        "theme": {"custom_dir": _THEME},
    }
    if sources.plugins is not None:
        settings["plugins"] = [plugin for plugin in sources.plugins if not _fills_slots(plugin)]
    derived = temp_dir / "mkdocs.yml"
    derived.write_text(json.dumps(settings, indent=1, ensure_ascii=False), encoding="utf-8")
    return derived


def _fills_slots(plugin: object) -> bool:
    """Return True for the generator's own plugin. In a derived configuration, it would start a build in a build."""
    return plugin == PLUGIN or (isinstance(plugin, Mapping) and PLUGIN in plugin)


def _engine_killed(status: int) -> Diagnostic:
    message = f"the engine could not build: it {describe_exit(status)}"
    return rule("S002").diagnostic(message, hint="close other programs, then build again")

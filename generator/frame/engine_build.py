"""Runs the engine if any of its inputs have changed, in parallel with the rest of the build."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location, WithDiagnostics, rule
from generator.frame.engine_output import frames_of
from generator.frame.engines import ENGINES
from generator.model import Frames
from generator.system import CHECKSUMS, fingerprint_files, make_temp_folder, move_into_place, read_checksums

_SECONDS_AT_MOST: Final = 300
_SITE: Final = "site"


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
                    None, (_engine_failed(f"the engine was stopped after {_SECONDS_AT_MOST} seconds"),)
                )
            if self.process.returncode != 0:
                return WithDiagnostics(None, (_engine_failed(self._error_output() or output),))
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


def start_frames(
    configuration: Path, inputs: tuple[Path, ...], cache: Path, engine_name: str, generator_version: bytes
) -> FrameBuild:
    """Start the engine, unless its inputs are unchanged since its last run.

    `inputs` are the folders that the engine reads: hand-written pages and overrides.
    """
    engine = ENGINES[engine_name]
    home = cache / f"frames-{engine.name}"
    if not engine.is_installed:
        hint = f"install it with: pip install {engine.name}; or leave --engine out"
        problem = rule("S002").diagnostic(f"the engine {engine.name} is not installed", hint=hint)
        return FrameBuild(home, problem=problem)
    folder = home / _hash_inputs(configuration, inputs, generator_version).hex()
    if read_checksums(folder / CHECKSUMS) is not None:
        return FrameBuild(folder)
    temp_dir = make_temp_folder(home, _SECONDS_AT_MOST)
    if engine.wants_pages_inside:
        shutil.copytree(inputs[0], temp_dir / "pages")
        inputs = (Path("pages"), *inputs[1:])
    derived = _derived_configuration(configuration, inputs, temp_dir)
    environment = {
        **os.environ,
        "PYTHONWARNINGS": "ignore",
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    process = subprocess.Popen(
        engine.command(derived), cwd=temp_dir, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    verbose_command = engine.cli_command(derived) if engine.script else ()
    return FrameBuild(folder, process, temp_dir, verbose_command=tuple(verbose_command))


def _finish(temp_dir: Path, folder: Path) -> None:
    """Move the engine's output from the temporary folder into place."""
    if (temp_dir / _SITE).is_dir():
        finished = temp_dir / "finished"
        finished.mkdir()
        (temp_dir / _SITE).rename(finished / _SITE)
        move_into_place(finished, folder)


def _hash_inputs(configuration: Path, inputs: tuple[Path, ...], generator_version: bytes) -> bytes:
    """Return a hash of the configuration, the hand-written pages, the theme's overrides and the interpreter."""
    files = (path for folder in inputs for path in sorted(folder.rglob("*")) if path.is_file())
    return fingerprint_files((configuration, *files), generator_version + sys.version.encode())


def _derived_configuration(configuration: Path, inputs: tuple[Path, ...], temp_dir: Path) -> Path:
    """Return the site's configuration with another output folder and without the hook that would fill the slots again.

    The file is JSON, which is valid YAML. The engines resolve relative folders from the file that inherits, so folders
    elsewhere are written as absolute paths.
    """
    pages, *overrides = inputs
    settings: dict[str, object] = {
        "INHERIT": str(configuration),
        "docs_dir": str(pages),
        "site_dir": _SITE,
        "hooks": [],
        "watch": [],
    }
    if overrides:
        settings["theme"] = {"custom_dir": str(overrides[0])}
    derived = temp_dir / "mkdocs.yml"
    derived.write_text(json.dumps(settings, indent=1, ensure_ascii=False), encoding="utf-8")
    return derived


def _engine_failed(output: str) -> Diagnostic:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR")] or [line for line in lines if "error" in line.lower()]
    message = (errors or lines or ["it gave no message"])[-1].removeprefix("ERROR").strip(" -")
    return rule("S002").diagnostic(
        f"the engine could not build: {message}", Location("mkdocs.yml"), "fix this problem, then build again"
    )

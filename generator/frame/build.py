"""Runs the engine when something that it reads has changed, beside whatever else the build is doing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location, Outcome, rule
from generator.frame.engines import ENGINES
from generator.frame.output import frames_of
from generator.model import Frames

_STAMP: Final = "stamp"
_SECONDS_AT_MOST: Final = 300


@dataclass(frozen=True, slots=True)
class FrameBuild:
    """An engine at work, or frames that are still good."""

    folder: Path
    """Where the engine writes."""

    stamp: bytes
    process: subprocess.Popen[bytes] | None
    """None when the frames of the last build are still good."""

    problem: Diagnostic | None = None

    def finish(self) -> Outcome[Frames | None]:
        """Waits for the engine and cuts what it wrote; None with a diagnostic when it could not build."""
        if self.problem is not None:
            return Outcome(None, (self.problem,))
        if self.process is not None:
            try:
                output = self.process.communicate(timeout=_SECONDS_AT_MOST)[0].decode(errors="replace")
            except subprocess.TimeoutExpired:
                self.process.kill()
                output = f"the engine was stopped after {_SECONDS_AT_MOST} seconds"
            if self.process.returncode != 0:
                return Outcome(None, (_engine_failed(output),))
            (self.folder.parent / _STAMP).write_bytes(self.stamp)
        return frames_of(self.folder)

    def stop(self) -> None:
        """Ends an engine whose frames nobody will use."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.communicate()


def start_frames(
    configuration: Path, inputs: tuple[Path, ...], cache: Path, engine_name: str, code: bytes
) -> FrameBuild:
    """Starts the engine, unless nothing that it reads has changed since its last run.

    `inputs` are the folders that the engine reads: hand-written pages and overrides.
    """
    engine = ENGINES[engine_name]
    home = cache / f"frames-{engine.name}"
    folder = home / "site"
    if not engine.is_installed:
        hint = f"install it with: pip install {engine.name}; or leave --engine out"
        return FrameBuild(
            folder, b"", None, rule("S002").found(f"the engine {engine.name} is not installed", hint=hint)
        )
    stamp = _stamp(configuration, inputs, code)
    if _is_good(home, stamp):
        return FrameBuild(folder, stamp, None)
    home.mkdir(parents=True, exist_ok=True)
    (home / _STAMP).unlink(missing_ok=True)
    derived = _derived_configuration(configuration, inputs, home)
    environment = {
        **os.environ,
        "PYTHONWARNINGS": "ignore",
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    process = subprocess.Popen(
        engine.command(derived), cwd=home, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return FrameBuild(folder, stamp, process)


def _is_good(home: Path, stamp: bytes) -> bool:
    try:
        return (home / _STAMP).read_bytes() == stamp
    except OSError:
        return False


def _stamp(configuration: Path, inputs: tuple[Path, ...], code: bytes) -> bytes:
    """Changes when the configuration, a hand-written page, the theme's overrides or the interpreter change."""
    digest = blake2b(code + sys.version.encode(), digest_size=16)
    files = [configuration, *(path for folder in inputs for path in sorted(folder.rglob("*")) if path.is_file())]
    for path in files:
        status = path.stat()
        digest.update(f"{path}\0{status.st_mtime_ns}\0{status.st_size}\n".encode())
    return digest.digest()


def _derived_configuration(configuration: Path, inputs: tuple[Path, ...], home: Path) -> Path:
    """The site's own configuration with another output folder and without the hook that would pour a second time.

    JSON is YAML. The engines read relative folders from the file that inherits, so they are written whole.
    """
    pages, *overrides = inputs
    shutil.rmtree(home / "site", ignore_errors=True)
    settings: dict[str, object] = {
        "INHERIT": str(configuration),
        "docs_dir": str(pages),
        "site_dir": str(home / "site"),
        "hooks": [],
        "watch": [],
    }
    if overrides:
        settings["theme"] = {"custom_dir": str(overrides[0])}
    derived = home / "mkdocs.yml"
    derived.write_text(json.dumps(settings, indent=1), encoding="utf-8")
    return derived


def _engine_failed(output: str) -> Diagnostic:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if "error" in line.lower()] or lines[-1:]
    said = telling[-1] if telling else "it said nothing"
    return rule("S002").found(
        f"the engine could not build: {said}", Location("mkdocs.yml"), "mend what it names, then build again"
    )

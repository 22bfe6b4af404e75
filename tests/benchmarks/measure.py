"""Runs a command and says how long it took, or how much memory it and its children held."""

from __future__ import annotations

import os
import shlex
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

BETWEEN_LOOKS: Final = 0.005
"""Seconds."""

_PROCESSES: Final = Path("/proc")
_KIBIBYTE: Final = 1024


class BuildFailedError(Exception):
    """The command did not end with status 0. The text is the end of what it printed."""


@dataclass(frozen=True, slots=True)
class Command:
    """One way to build a site."""

    arguments: tuple[str, ...]
    folder: Path
    environment: Mapping[str, str]
    log: Path
    """Takes all that the command prints."""


def seconds_of(command: Command) -> float:
    """Wall-clock seconds from start to end, with nobody looking on."""
    start = time.perf_counter()
    with command.log.open("wb") as log:
        process = _start(command, log.fileno())
        process.wait()
    took = time.perf_counter() - start
    _expect_success(command, process.returncode)
    return took


def run(command: Command) -> None:
    """Runs a command that is not compared."""
    seconds_of(command)


def peak_bytes_of(command: Command) -> int | None:
    """The most memory that the command and all its children held at one time; None where there is no /proc.

    The processes are added up, so memory that two of them share counts twice. Looking costs time: a run that
    is measured here is not timed.
    """
    with command.log.open("wb") as log:
        process = _start(command, log.fileno())
        peak = 0
        while process.poll() is None:
            peak = max(peak, _held_by_session(process.pid))
            time.sleep(BETWEEN_LOOKS)
    _expect_success(command, process.returncode)
    return peak if _PROCESSES.is_dir() else None


def peak_bytes_of_program(command: Command, name: str) -> int | None:
    """The most memory that one program among the command's children held; None where there is no /proc."""
    with command.log.open("wb") as log:
        process = _start(command, log.fileno())
        peak = 0
        while process.poll() is None:
            own = [each for each in _of_session(process.pid) if _name(each) == name]
            peak = max([peak, *(_status(each).get("VmHWM", 0) for each in own)])
            time.sleep(BETWEEN_LOOKS)
    _expect_success(command, process.returncode)
    return peak if _PROCESSES.is_dir() else None


def _start(command: Command, log: int) -> subprocess.Popen[bytes]:
    """In a session of its own: its id is how the children are found."""
    return subprocess.Popen(
        command.arguments,
        cwd=command.folder,
        env=command.environment,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
        start_new_session=True,
    )


def _expect_success(command: Command, status: int) -> None:
    if status != 0:
        end = command.log.read_text(encoding="utf-8", errors="replace")[-2_000:]
        raise BuildFailedError(f"{shlex.join(command.arguments)}\nended with status {status}:\n{end}")


def _held_by_session(session: int) -> int:
    """Bytes in memory of every process of a session, or the highest mark of one of them if that is more."""
    now, marks = 0, [0]
    for process in _of_session(session):
        status = _status(process)
        now += status.get("VmRSS", 0)
        marks.append(status.get("VmHWM", 0))
    return max(now, *marks)


def _of_session(session: int) -> Sequence[Path]:
    if not _PROCESSES.is_dir():
        return ()
    return [path for path in _PROCESSES.iterdir() if path.name.isdigit() and _session(int(path.name)) == session]


def _session(process: int) -> int | None:
    with suppress(OSError):
        return os.getsid(process)
    return None


def _name(process: Path) -> str:
    with suppress(OSError):
        return (process / "comm").read_text(encoding="utf-8").strip()
    return ""


def _status(process: Path) -> dict[str, int]:
    """The fields of /proc/<id>/status that are given in kB, in bytes; none when the process has just ended."""
    with suppress(OSError):
        lines = (line.split() for line in (process / "status").read_text(encoding="utf-8").splitlines())
        return {words[0].rstrip(":"): int(words[1]) * _KIBIBYTE for words in lines if words[2:] == ["kB"]}
    return {}

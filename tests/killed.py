"""Runs the command in a copy of this process, and ends it just before it changes a certain file of the site."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.conftest import REPOSITORY

_CHANGES: Final = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate"})
"""The events of Python's audit hooks that change a file system. Opening a file to write it is another."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended."""

    status: int
    """The exit status, or the negative number of the signal."""

    text: str
    """What it said."""


def run_in_copy(
    root: Path,
    arguments: tuple[str, ...],
    at_step: int | None = None,
    number: signal.Signals = signal.SIGKILL,
    work: Callable[[Path], object] | None = None,
) -> Ended:
    """Run the command in a copy of this process: everything is loaded, so that hundreds of runs take seconds.

    With `work`, that is done in the copy in place of a command.

    After `at_step` changes of the file system in the folder of the site, the copy gets the signal. If it makes fewer
    changes than that, it ends as usual. Changes in the cache are not counted, except those of the journal.
    """
    reading, writing = os.pipe()
    copy = os.fork()
    if copy == 0:
        try:
            os.close(reading)
            for stream in (1, 2):
                os.dup2(writing, stream)
            _run(root, arguments, at_step, number, work)
        finally:
            os._exit(99)
    os.close(writing)
    with os.fdopen(reading, "rb") as said:
        text = said.read().decode("utf-8", "replace")
    return Ended(os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1]), text)


def run_in_new_process(
    root: Path, arguments: tuple[str, ...], at_step: int | None = None, number: signal.Signals = signal.SIGKILL
) -> Ended:
    """Run the command as `run_in_copy` does, for a command that draws sheets: Typst's threads are not in a copy."""
    code = f"import signal; from pathlib import Path; from tests.killed import _run; _run(Path({str(root)!r}), "
    code += f"{arguments!r}, {at_step!r}, signal.Signals({int(number)}))"
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False, timeout=120)
    return Ended(done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace"))


def _run(
    root: Path,
    arguments: tuple[str, ...],
    at_step: int | None,
    number: signal.Signals,
    work: Callable[[Path], object] | None = None,
) -> None:
    from generator.cli import run

    os.chdir(root)
    sys.argv = ["library", *arguments]
    sys.stdout = os.fdopen(1, "w")
    sys.stderr = os.fdopen(2, "w")
    sys.stdin = Path(os.devnull).open()  # noqa: SIM115 until the copy ends
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if at_step is not None:
        left = at_step

        def watch(event: str, values: tuple[Any, ...]) -> None:
            nonlocal left
            if left < 0 or not any(_is_inside(each, root) for each in _changed(event, values)):
                return
            left -= 1
            if left < 0:
                os.kill(os.getpid(), number)

        sys.addaudithook(watch)
    if work is None:
        run()
    work(root)
    sys.stdout.flush()
    os._exit(0)


def _changed(event: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
    if event in _CHANGES:
        return values[:2]
    if event == "open" and isinstance(values[2], int) and values[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        return values[:1]
    return ()


def _is_inside(path: Any, root: Path) -> bool:
    if not isinstance(path, (str, bytes, os.PathLike)):
        return False
    place = Path(os.path.abspath(os.fsdecode(path)))  # noqa: PTH100 the file itself, and not what it links to
    if place.is_relative_to(root / ".cache"):
        return place.is_relative_to(root / ".cache" / "library" / "changes")
    return place.is_relative_to(root)

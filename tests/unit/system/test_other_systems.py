"""What Windows and macOS lack is not needed: each is taken away or replaced by a fake that behaves as they do."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pytest

from generator.pdf import worker
from generator.system import atomic_write, file_replacement, git, lock_file, remove_stale_temp_dirs, write_atomically


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parts of the generator that ask for the system believe that they are on Windows."""
    monkeypatch.setattr(atomic_write, "IS_WINDOWS", True)
    monkeypatch.setattr(file_replacement, "IS_WINDOWS", True)
    monkeypatch.setattr(time, "sleep", lambda seconds: None)


def test_no_process_is_ended_on_windows_and_only_old_leftovers_are_removed(
    tmp_path: Path, windows: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "kill")
    names = (".page.tmp-1", ".page.tmp-2", f".page.tmp-{os.getpid()}")
    for name in names:
        (tmp_path / name).write_text("half")
    for name in names[1:]:
        os.utime(tmp_path / name, (1_000_000_000, 1_000_000_000))
    remove_stale_temp_dirs(tmp_path, ".page.tmp-")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted((names[0], names[2]))


def failing(times: int) -> tuple[list[int], Callable[[str | Path, str | Path], None]]:
    """A replacement of `os.replace` that fails so many times, as for a file that is open on Windows."""
    attempts: list[int] = []
    replace = os.replace

    def attempt(source: str | Path, target: str | Path) -> None:
        attempts.append(len(attempts))
        if len(attempts) <= times:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
        replace(source, target)

    return attempts, attempt


def test_a_file_that_another_program_has_open_for_a_moment_is_replaced(
    tmp_path: Path, windows: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    attempts, attempt = failing(times=3)
    monkeypatch.setattr(os, "replace", attempt)
    write_atomically(tmp_path / "page.html", b"new")
    assert (tmp_path / "page.html").read_bytes() == b"new"
    assert len(attempts) == 4


def test_a_file_that_stays_open_is_an_error_and_nothing_is_left_behind(
    tmp_path: Path, windows: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_bytes(b"old")
    monkeypatch.setattr(os, "replace", failing(times=99)[1])
    with pytest.raises(PermissionError):
        write_atomically(tmp_path / "page.html", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"page.html": b"old"}


def test_a_refused_replacement_is_not_repeated_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attempts, attempt = failing(times=99)
    monkeypatch.setattr(os, "replace", attempt)
    with pytest.raises(PermissionError):
        write_atomically(tmp_path / "page.html", b"new")
    assert len(attempts) == 1


def test_the_lock_of_windows_is_waited_for_where_there_is_no_fcntl(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [errno.EDEADLK, errno.EDEADLK, None]
    asked: list[tuple[int, int]] = []

    def locking(descriptor: int, mode: int, count: int) -> None:
        asked.append((mode, count))
        answer = answers[len(asked) - 1]
        if answer is not None:
            raise OSError(answer, os.strerror(answer))

    msvcrt = ModuleType("msvcrt")
    vars(msvcrt).update(locking=locking, LK_LOCK=1)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", msvcrt)
    with lock_file(tmp_path / "cache" / "write.lock"):
        assert asked == [(1, 1)] * 3


@pytest.mark.parametrize("has_locks", [False, True], ids=["neither module", "a disk without locks"])
def test_a_system_without_locks_runs_the_block(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_locks: bool
) -> None:
    def refuse(*_: object) -> NoReturn:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    msvcrt = ModuleType("msvcrt")
    vars(msvcrt).update(locking=refuse, LK_LOCK=1)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", msvcrt if has_locks else None)
    entered = False
    with lock_file(tmp_path / "write.lock"):
        entered = True
    assert entered


def test_the_process_that_opens_pdfs_needs_no_limits_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    monkeypatch.delattr(signal, "setitimer")
    worker._set_limits(1)


def test_a_refused_memory_limit_leaves_the_limit_of_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise ValueError("current limit exceeds maximum limit")

    resource = ModuleType("resource")
    vars(resource).update(setrlimit=refuse, RLIMIT_AS=5)
    seconds: list[float] = []
    monkeypatch.setitem(sys.modules, "resource", resource)
    monkeypatch.setattr(signal, "setitimer", lambda timer, limit: seconds.append(limit))
    worker._set_limits(4)
    assert seconds == [5]


def test_git_runs_no_hook_of_the_folder_and_knows_the_empty_file_of_each_system() -> None:
    assert f"core.hooksPath={os.devnull}" in git._QUIET


SCRIPT = r"""
from generator.cli import main, run
import click

@main.command("say")
def say():
    click.echo("S\u0175n \u2192 Si\u00e2n \u2026")
    click.echo("\u2192", err=True)

run()
"""


@pytest.mark.parametrize("encoding", ["cp1252", "cp437"])
def test_a_terminal_that_cannot_show_a_character_shows_a_question_mark(encoding: str) -> None:
    done = say({"PYTHONIOENCODING": encoding})
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode(encoding).splitlines() == [
        "S\u0175n \u2192 Si\u00e2n \u2026".encode(encoding, "replace").decode(encoding)
    ]


def test_a_file_or_a_pipe_gets_utf8_whatever_the_system_uses() -> None:
    done = say({"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "en_GB.ISO-8859-1"})
    assert done.stdout.decode("utf-8") == f"S\u0175n \u2192 Si\u00e2n \u2026{os.linesep}"


def say(variables: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    """Run a command that writes characters of several scripts."""
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, "say"], env={**os.environ, **variables}, capture_output=True, check=False
    )

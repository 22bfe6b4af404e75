"""Work for many pages may be shared with a second process; what comes of it is the same."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.system.process_pool import MANY, parallel_map

NAMES = [f"page-{number}" for number in range(MANY + 41)]


SPLIT = """
import os, sys
from pathlib import Path
from generator.system.process_pool import parallel_map

os.cpu_count = lambda: 2
folder, names = Path(sys.argv[1]), sys.argv[2:]

def work(names):
    for name in names:
        with (folder / name).open("a") as file:
            file.write("x")
    return dict.fromkeys(names, os.getpid())

done = parallel_map(work, names)
print(sorted(done) == sorted(names), len(set(done.values())))
"""
"""Work in a process of its own: the one that runs the tests may have threads, and is then not split."""


def test_every_name_is_worked_on_once_and_by_two_processes(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SPLIT, str(tmp_path), *NAMES]
    told = subprocess.run(command, capture_output=True, check=True, text=True, timeout=600)
    assert told.stdout.split() == ["True", "2"]
    assert {path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"x"}


def test_few_names_are_worked_on_here() -> None:
    assert set(parallel_map(lambda names: dict.fromkeys(names, os.getpid()), NAMES[:10]).values()) == {os.getpid()}


def test_a_process_with_threads_is_not_split() -> None:
    stop = threading.Event()
    waiting = threading.Thread(target=stop.wait)
    waiting.start()
    try:
        done = parallel_map(lambda names: dict.fromkeys(names, os.getpid()), NAMES)
    finally:
        stop.set()
        waiting.join()
    assert set(done.values()) == {os.getpid()}


def test_what_the_second_process_could_not_do_is_done_here() -> None:
    here = os.getpid()

    def work(names: Sequence[str]) -> dict[str, int]:
        if os.getpid() != here and NAMES[101] in names:
            raise OSError
        return dict.fromkeys(names, os.getpid())

    assert sorted(parallel_map(work, NAMES)) == sorted(NAMES)


def test_a_fault_comes_out_where_it_belongs() -> None:
    def work(names: Sequence[str]) -> dict[str, int]:
        if NAMES[101] in names:
            raise OSError("no room")
        return dict.fromkeys(names, 0)

    with pytest.raises(OSError, match="no room"):
        parallel_map(work, NAMES)

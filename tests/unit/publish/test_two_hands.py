"""Work for many pages may be shared with a second process; what comes of it is the same."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.publish.two_hands import MANY, with_two_hands

NAMES = [f"page-{number}" for number in range(MANY + 41)]


def test_every_name_is_worked_on_once_and_by_two_processes(tmp_path: Path) -> None:
    def work(names: Sequence[str]) -> dict[str, int]:
        for name in names:
            with (tmp_path / name).open("a", encoding="utf-8") as file:
                file.write("x")
        return dict.fromkeys(names, os.getpid())

    done = with_two_hands(work, NAMES)
    assert sorted(done) == sorted(NAMES)
    assert {each.read_text(encoding="utf-8") for each in tmp_path.iterdir()} == {"x"}
    assert len(set(done.values())) == min(2, os.cpu_count() or 1)


def test_few_names_are_worked_on_here() -> None:
    assert set(with_two_hands(lambda names: dict.fromkeys(names, os.getpid()), NAMES[:10]).values()) == {os.getpid()}


def test_a_process_with_threads_is_not_split() -> None:
    stop = threading.Event()
    waiting = threading.Thread(target=stop.wait)
    waiting.start()
    try:
        done = with_two_hands(lambda names: dict.fromkeys(names, os.getpid()), NAMES)
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

    assert sorted(with_two_hands(work, NAMES)) == sorted(NAMES)


def test_a_fault_comes_out_where_it_belongs() -> None:
    def work(names: Sequence[str]) -> dict[str, int]:
        if NAMES[101] in names:
            raise OSError("no room")
        return dict.fromkeys(names, 0)

    with pytest.raises(OSError, match="no room"):
        with_two_hands(work, NAMES)

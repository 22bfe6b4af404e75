"""The first start after an installation says why it takes a while; the next ones say nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

SAID = b"library: preparing the program for its first start; this takes some seconds\r\n"


def test_only_the_first_start_says_that_it_prepares_the_program(
    on_terminal: Callable[..., tuple[int, bytes]], tmp_path: Path
) -> None:
    empty = {"PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONDONTWRITEBYTECODE": ""}
    assert on_terminal("stderr", "--version", **empty) == (0, SAID)
    assert on_terminal("stderr", "--version", **empty) == (0, b"")


def test_a_computer_that_keeps_no_bytecode_is_not_told_each_time(
    on_terminal: Callable[..., tuple[int, bytes]], tmp_path: Path
) -> None:
    assert on_terminal("stderr", "--version", PYTHONPYCACHEPREFIX=str(tmp_path), PYTHONDONTWRITEBYTECODE="1") == (
        0,
        b"",
    )

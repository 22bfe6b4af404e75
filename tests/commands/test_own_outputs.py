"""`bulletin`, `year`, `pack` and `check --report` replace what they wrote, and nothing else."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.bulletins import QUARTER, lay_bulletin
from tests.conftest import TODAY, Site, copy_full, files_of

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = {"bulletin": ("bulletin", QUARTER, f"{QUARTER}.txt"), "year": ("year", "2024-25", "2024-25.html")}


@pytest.fixture
def laid(tmp_path: Path) -> Site:
    return lay_bulletin(copy_full(tmp_path / "full"))


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_that_was_not_written_by_the_command_is_not_overwritten(laid: Site, command: str) -> None:
    name, argument, file = COMMANDS[command]
    out = laid.root.parent / "out"
    out.mkdir()
    (out / file).write_text("my own notes")
    told = laid.library(name, argument, "--out", str(out), "--today", TODAY)
    assert told.status != 0
    assert "error[S009]" in told.text
    assert f"{file} was not written by this library, or was changed since" in told.text
    assert files_of(out) == {file: b"my own notes"}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_that_the_command_wrote_is_replaced_until_somebody_changes_it(laid: Site, command: str) -> None:
    name, argument, file = COMMANDS[command]
    out = laid.root.parent / "out"
    arguments = (name, argument, "--out", str(out), "--today", TODAY)
    assert laid.library(*arguments).status == 0
    first = files_of(out)
    laid.change("content/partnership.yml", "library_name: Tarnshire", "library_name: Second")
    laid.change("content/cases/wren/case.yml", "name: Wren", "name: Wrenna")
    assert laid.library(*arguments).status == 0
    second = files_of(out)
    assert second != first
    (out / file).write_bytes(second[file] + b"a sentence of my own")
    laid.change("content/cases/wren/case.yml", "name: Wrenna", "name: Wren")
    edited = files_of(out)
    told = laid.library(*arguments)
    assert told.status != 0
    assert "error[S009]" in told.text
    assert files_of(out) == edited


@pytest.mark.parametrize("command", COMMANDS)
def test_when_one_file_cannot_be_written_none_is(laid: Site, command: str) -> None:
    name, argument, file = COMMANDS[command]
    out = laid.root.parent / "out"
    (out / file / "a folder").mkdir(parents=True)
    told = laid.library(name, argument, "--out", str(out), "--today", TODAY)
    assert told.status == 2
    assert "cannot be written: " in told.text
    assert "nothing was written" in told.text
    assert files_of(out) == {}


def test_a_report_does_not_replace_a_record(laid: Site) -> None:
    record = laid.root / "content" / "cases" / "wren" / "case.yml"
    before = record.read_bytes()
    told = laid.library("check", "--records", "--report", str(record))
    assert told.status == 2
    assert "case.yml was not written by this library" in told.text
    assert record.read_bytes() == before
    page = laid.root.parent / "links.html"
    laid.library("check", "--records", "--report", str(page), "--today", TODAY)
    first = page.read_bytes()
    laid.library("check", "--records", "--report", str(page), "--today", "2026-05-03")
    assert page.read_bytes() != first
    shutil.rmtree(laid.root / ".cache")
    assert laid.library("check", "--records", "--report", str(page), "--today", TODAY).status == 2

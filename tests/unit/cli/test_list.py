"""`library list`, on copies of the small sample site."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

REPOSITORY = Path(__file__).parents[3]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small sample site with a draft."""
    root = shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", tmp_path / "small")
    draft = root / "content" / "cases" / "hazel" / "case.yml"
    draft.parent.mkdir()
    draft.write_text("name: Hazel\ntype: sar\nstatus: draft\nsources: [invented]\n", encoding="utf-8")
    return root


def library(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["list", "--root", str(root), "--today", "2026-05-01", *arguments])


def test_what_is_public_and_what_is_missing_is_listed_with_the_file_to_open(small: Path) -> None:
    done = library(small)
    assert done.exit_code == 0
    lines = done.output.splitlines()
    assert lines[0] == "The library on 2026-05-01"
    assert "  Safeguarding Adults Review: 0 public, 1 draft" in lines
    assert "Drafts: 1" in lines
    assert "  Hazel: content/cases/hazel/case.yml" in lines
    assert "  Rowan: content/cases/rowan/case.yml" in lines


def test_the_reading_age_of_every_summary_is_told_when_asked(small: Path) -> None:
    told = "Reading age of the summaries: 7; half are 7 or below"
    assert told in library(small).output.splitlines()
    lines = library(small, "--summaries").output.splitlines()
    assert lines[lines.index(told) + 1 :][:3] == [
        "   7 A new tool for visits: content/notices/new-tool.yml",
        "   7 Checking In: briefings/checking-in/briefing.yml",
        "   7 Rowan: content/cases/rowan/case.yml",
    ]
    listed = json.loads(library(small, "--format", "json").output)["summaries"]
    assert listed[2] == {
        "id": "rowan",
        "title": "Rowan",
        "file": "content/cases/rowan/case.yml",
        "reading_age": 7,
    }


def test_the_same_is_there_for_programs(small: Path) -> None:
    listed = json.loads(library(small, "--format", "json").output)
    assert listed["version"] == 1
    assert listed["today"] == "2026-05-01"
    drafts = next(each for each in listed["to_do"] if each["key"] == "draft")
    assert drafts["tasks"] == [{"id": "hazel", "title": "Hazel", "file": "content/cases/hazel/case.yml", "detail": ""}]


def test_records_with_faults_are_said_to_be_left_out(small: Path) -> None:
    (small / "content" / "notices" / "new-tool.yml").write_text("bogus: 1\n", encoding="utf-8")
    done = library(small)
    assert done.exit_code == 1
    assert "library check" in done.output


def test_outside_a_site_nothing_is_listed(tmp_path: Path) -> None:
    done = library(tmp_path)
    assert done.exit_code == 2
    assert "S001" in done.output


def test_a_terminal_gets_a_table(small: Path, on_terminal: Callable[..., tuple[int, bytes]]) -> None:
    status, shown = on_terminal("stdout", "list", "--root", str(small), TERM="xterm", COLUMNS="80")
    assert status == 0
    text = shown.decode()
    assert "Public" in text
    assert "┃" in text

"""`library year`: what it says and what it writes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import FULL, Site, Told


@pytest.fixture
def tarnshire(tmp_path: Path) -> Site:
    """The invented library, not built: the chapter needs no pages."""
    return Site(Path(shutil.copytree(FULL, tmp_path / "full")))


def year(site: Site, *arguments: str) -> Told:
    return site.library("year", *arguments, "--today", "2026-05-01")


def test_without_a_folder_the_markdown_alone_is_shown(tarnshire: Site) -> None:
    told = year(tarnshire, "2024-25")
    assert (told.status, told.text.splitlines()[0]) == (0, "# Learning from reviews: April 2024 to March 2025")
    assert "library:" not in told.text


def test_what_was_written_and_what_differs_is_told(tarnshire: Site, tmp_path: Path) -> None:
    told = year(tarnshire, "2024-25", "--out", str(tmp_path / "new" / "out"))
    written = [line.rpartition("/")[2] for line in told.text.splitlines() if line.startswith("library: ")]
    assert sorted(written) == sorted(path.name for path in (tmp_path / "new" / "out").iterdir())
    assert {"2024-25.md", "2024-25.html", "2024-25-figures-1.svg"} <= set(written)
    assert "Differences between the annual report and the records: 11" in told.text
    assert "  Cold homes (7-minute briefing): The record gives no date." in told.text


def test_a_year_without_a_record_is_told_to_be_of_the_other_records_alone(tarnshire: Site, tmp_path: Path) -> None:
    told = year(tarnshire, "2022-23", "--out", str(tmp_path / "out"))
    assert told.status == 0
    assert "no published content/years/2022-23.yml, so the chapter uses only the other records" in told.text
    assert "differ" not in told.text


@pytest.mark.parametrize(
    ("written", "code"),
    [("2022-24", "B960"), ("2022", "B960"), ("../2022-23", "B960"), ("2026-27", ""), ("2027-28", "B965")],
)
def test_what_is_no_year_and_what_has_not_begun_is_refused(tarnshire: Site, written: str, code: str) -> None:
    told = year(tarnshire, written)
    assert (told.status, code in told.text) == (int(bool(code)), True)
    assert told.text.count("error[") == int(bool(code))


def test_records_with_errors_give_no_chapter(tarnshire: Site, tmp_path: Path) -> None:
    tarnshire.change("content/years/2024-25.yml", "reviews: [wren", "reviews: [wrenn, wren")
    told = year(tarnshire, "2024-25", "--out", str(tmp_path / "out"))
    assert told.status == 1
    assert 'error[B963]: unknown case "wrenn"' in told.text
    assert not (tmp_path / "out").exists()


def test_each_fault_of_a_list_is_told_at_its_place(tarnshire: Site) -> None:
    tarnshire.change("content/years/2024-25.yml", "lessons: [wren, heron]", "lessons: [sedge, tansy]")
    tarnshire.change("content/years/2024-25.yml", "old-pathway]", "wren-lessons, quiet-hours]")
    told = year(tarnshire, "2024-25").text
    for said in (
        'error[B963]: "sedge" has no lessons learned briefing',
        'error[B964]: the case "tansy" is not public',
        'error[B963]: "wren-lessons" is a lessons learned briefing',
        'error[B964]: the briefing "quiet-hours" is not public',
    ):
        assert said in told
    assert told.count("error[") == 4


def test_a_folder_that_cannot_be_written_is_told(tarnshire: Site, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    told = year(tarnshire, "2024-25", "--out", str(tmp_path / "file" / "out"))
    assert told.status == 2
    assert "cannot be written" in told.text

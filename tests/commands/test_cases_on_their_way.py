"""Withdrawing, marking as sent, checklists and letters at their limits. All records are invented."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from tests import pdfs
from tests.conftest import Site
from tests.unit.diagnostics.conftest import lay, run

CASE: Final = "content/cases/rowan/case.yml"
LESSONS: Final = "briefings/rowan-lessons/briefing.yml"
HAZEL: Final = "content/cases/hazel/case.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path / "site")


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# Invented.\n{text}", encoding="utf-8")


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("lessons_status", "is_withdrawn"),
    [
        ("published: 2022-10", True),
        ("status: scheduled\npublish_on: 2022-10-01", True),
        ("status: draft", False),
        ("status: scheduled\npublish_on: 2027-01-04", False),
    ],
)
def test_only_lessons_that_are_public_are_withdrawn_with_their_case(
    root: Path, lessons_status: str, is_withdrawn: bool
) -> None:
    change(root, LESSONS, "published: 2022-10", lessons_status)
    before = (root / LESSONS).read_text(encoding="utf-8")
    run(root, "withdraw", "rowan", "--reason", "The family asked for it.")
    assert "status: withdrawn" in (root / CASE).read_text(encoding="utf-8")
    after = (root / LESSONS).read_text(encoding="utf-8")
    assert ("status: withdrawn" in after) == is_withdrawn
    assert is_withdrawn or after == before


@pytest.mark.parametrize(("day", "is_written"), [("2025-06-30", False), ("2025-07-01", True), ("2026-04-30", True)])
def test_a_bulletin_can_be_sent_from_the_first_day_of_its_quarter(full: Site, day: str, is_written: bool) -> None:
    record = full.root / "content" / "bulletins" / "2025-q3.yml"
    result = full.library("sent", "2025-q3", "--on", day, "--today", "2026-05-01")
    assert (result.status == 0) == is_written
    assert (f"sent: {day}" in record.read_text(encoding="utf-8")) == is_written


def test_a_bulletin_keeps_its_content_note_once_it_is_sent(full: Site) -> None:
    """A sent bulletin says what is hard to read in the words of the day on which it was sent."""
    full.write(
        "content/bulletins/2024-q4.yml",
        "# Invented.\ntitle: Winter in Tarnshire\nstatus: published\nwelcome: The days are short.\n",
    )
    full.build()
    before = full.main("bulletins/2024-q4").css(".lib-content-note")
    assert before
    assert full.library("sent", "2024-q4", "--on", "2025-01-10", "--today", "2026-05-01").status == 0
    full.build()
    after = full.main("bulletins/2024-q4").css(".lib-content-note")
    assert [note.text() for note in after] == [note.text() for note in before]


@pytest.fixture
def pack(root: Path, tmp_path: Path) -> Path:
    (root / "content/cases/hazel").mkdir()
    (root / "content/cases/hazel/report.pdf").write_bytes(pdfs.good())
    return tmp_path / "pack"


HAZEL_RECORD: Final = """\
name: Hazel
type: cspr
status: scheduled
publish_on: 2026-12-14
documents:
  - {kind: report, file: report.pdf}
sources: [invented]
"""


@pytest.mark.parametrize(
    ("sign_off", "is_done"),
    [
        ("", False),
        ("  sign_off: []\n", False),
        ("  sign_off: [{by: council}]\n", False),
        ("  sign_off: [{by: council, date: 2026-10-01}, {by: police}]\n", False),
        ("  sign_off: [{by: council, date: 2026-10-01}, {by: police, date: 2026-10-02}]\n", True),
    ],
)
def test_a_report_is_agreed_only_if_every_partner_has_signed(
    root: Path, pack: Path, sign_off: str, is_done: bool
) -> None:
    write(root, HAZEL, f"{HAZEL_RECORD}workflow:\n  legal_check: 2026-11-03\n{sign_off}")
    run(root, "pack", "hazel", "--out", str(pack))
    (line,) = re.findall(r"- \[(.)\] The partners .*", (pack / "checklist.md").read_text(encoding="utf-8"))
    assert (line == "x") == is_done


def test_a_letter_about_a_report_that_is_not_published_gives_no_address_of_it(root: Path, pack: Path) -> None:
    for reason in ("", "  not_published: {reason: It would name a child., notified: 2026-10-01}\n"):
        write(root, HAZEL, f"{HAZEL_RECORD}workflow:\n  legal_check: 2026-11-03\n{reason}")
        run(root, "pack", "hazel", "--out", str(pack))
        letter = (pack / "national-panel" / "cover-note.txt").read_text(encoding="utf-8")
        assert ("Address: " in letter) == (not reason)
        assert ("Will be published: " in letter) == (not reason)
        assert ("Reason for not publishing: It would name a child." in letter) == bool(reason)


@pytest.mark.parametrize(
    ("names", "state"),
    [
        ("[{by: council, date: 2026-08-01}, {by: police, date: 2026-08-02}]", "done, 2 August 2026"),
        ("[{by: Council, date: 2026-08-01}, {by: '  POLICE ', date: 2026-08-02}]", "done, 2 August 2026"),
        ("[{by: council, date: 2026-08-01}, {by: police}]", "next"),
        ("[{by: council, date: 2026-08-01}]", "next"),
    ],
)
@pytest.mark.parametrize("partners", ["council, police", "Council, POLICE"])
def test_the_timeline_knows_a_partner_whose_name_has_capitals(
    root: Path, names: str, state: str, partners: str
) -> None:
    change(root, "content/vocabulary.yml", "by: [council, police]", f"by: [{partners}]")
    write(
        root,
        HAZEL,
        f"{HAZEL_RECORD}workflow: {{sign_off: {names}}}\n".replace("file: report.pdf", "availability: on-request"),
    )
    (line,) = re.findall(r".*partners.*before the copies go out.*", run(root, "timeline", "hazel").told)
    assert state in line


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ("status: draft\n", "overdue"),
        ("published: 2026-06-01\n", "done, 1 June 2026"),
        ("published: 2026-08-01\n", "done late, 1 August 2026"),
    ],
)
def test_the_day_of_publication_ends_the_review(root: Path, fields: str, state: str) -> None:
    decided = "workflow:\n  decision: {date: 2026-01-05, outcome: local-cspr}\n"
    write(root, HAZEL, f"name: Hazel\ntype: cspr\nsources: [invented]\n{fields}{decided}")
    (line,) = re.findall(r".*6 months after the decision.*", run(root, "timeline", "hazel").told)
    assert state in line

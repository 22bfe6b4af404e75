"""Tables, feeds, calendars and pictures at their limits, as another program reads them. All records are invented."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from tests import pdfs
from tests.conftest import Site
from tests.unit.diagnostics.conftest import lay, run

CASE: Final = "content/cases/rowan/case.yml"
ATOM: Final = "{http://www.w3.org/2005/Atom}"
FAST: Final = ("--without", "sheets", "--without", "search")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path / "site")


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# Invented.\n{text}", encoding="utf-8")


def notice(root: Path, number: int, day: str) -> None:
    write(root, f"content/notices/note-{number}.yml", f"title: Note {number}\nkind: update\ndate: {day}\nsummary: A.\n")


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_cell_that_would_start_a_formula_is_text(root: Path, start: str) -> None:
    path = root / CASE
    path.write_text(
        path.read_text(encoding="utf-8")
        .replace("summary: Rowan was", f'summary: "{start}1 Rowan was')
        .replace("in Ashdale.", 'in Ashdale."'),
        encoding="utf-8",
    )
    assert run(root, "build", *FAST).status == 0
    rows = list(csv.DictReader(io.StringIO((root / "site/data/reviews.csv").read_text("utf-8-sig"))))
    assert rows[0]["summary"].startswith(f"'{start}1 Rowan")


def test_the_feed_has_the_fifty_newest_entries(root: Path) -> None:
    for number in range(60):
        notice(root, number, f"2025-{number // 28 + 1:02d}-{number % 28 + 1:02d}")
    assert run(root, "build", *FAST).status == 0
    entries = ET.fromstring((root / "site/feed.xml").read_bytes()).findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        f"Note {number}: Update" for number in range(59, 9, -1)
    ]


def test_a_calendar_of_a_case_has_no_event_for_a_step_that_is_done(root: Path, tmp_path: Path) -> None:
    steps = "workflow:\n  planned: 2027-03-15\n  legal_check: 2026-11-03\n"
    write(root, "content/cases/hazel/case.yml", f"name: Hazel\ntype: cspr\nstatus: draft\n{steps}")
    calendar = tmp_path / "hazel.ics"
    assert run(root, "timeline", "hazel", "--ics", str(calendar)).status == 0
    names = [str(event["uid"]) for event in Calendar.from_ical(calendar.read_bytes()).subcomponents]
    assert any("family-informed" in name for name in names)
    assert not any("legal-check" in name for name in names)


def test_the_picture_of_a_timeline_shows_every_character_of_a_name(root: Path, tmp_path: Path) -> None:
    name = "Hazel & Ash <5 'and' \\\"more\\\""
    write(root, "content/cases/hazel/case.yml", f'name: "{name}"\ntype: cspr\nstatus: draft\npublish_on: 2027-03-15\n')
    picture = tmp_path / "hazel.svg"
    assert run(root, "timeline", "hazel", "--svg", str(picture)).status == 0
    title = ET.fromstring(picture.read_bytes()).findtext("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.startswith("Hazel & Ash <5 'and' \"more\"")


def test_the_report_for_code_scanning_has_the_severity_that_the_partnership_chose(root: Path) -> None:
    pdf = root / "content/cases/rowan/report.pdf"
    pdf.write_bytes(pdfs.FAULTY["untagged-pdf"]())
    path = root / CASE
    path.write_text(
        path.read_text(encoding="utf-8").replace("availability: on-request", "file: report.pdf"), encoding="utf-8"
    )
    partnership = root / "content/partnership.yml"
    levels = {}
    for severity in ("error", "warning", "note"):
        text = re.sub(r"(?m)^document_rules:\n(?:  .*\n)*", "", partnership.read_text(encoding="utf-8"))
        rules = f"document_rules:\n  - {{rule: untagged-pdf, severity: {severity}}}\n"
        partnership.write_text(text + rules, encoding="utf-8")
        log = json.loads(run(root, "check", "--records", "--format", "sarif").told)
        levels[severity] = [each["level"] for each in log["runs"][0]["results"] if each["ruleId"] == "D407"]
    assert levels == {"error": ["error"], "warning": ["warning"], "note": ["note"]}


@pytest.mark.parametrize(("today", "is_listed"), [("2026-03-31", False), ("2026-04-01", True)])
def test_a_quarter_without_a_bulletin_is_listed_from_its_first_day(full: Site, today: str, is_listed: bool) -> None:
    """An event is news of the quarter before it, which may not have begun."""
    full.write(
        "content/notices/summer-moot.yml",
        "# Invented.\ntitle: Summer moot\nkind: gathering\ndate: 2026-01-05\nsummary: Talks.\nstarts: 2026-09-10\n",
    )
    full.build("--today", today, *FAST)
    assert ("April to June 2026" in full.main("bulletins").text()) == is_listed

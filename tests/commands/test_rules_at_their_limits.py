"""Rules for dates, states and addresses just inside and just outside their limits. All records are invented."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from tests.unit.diagnostics.conftest import lay, run

CASE: Final = "content/cases/rowan/case.yml"
LESSONS: Final = "briefings/rowan-lessons/briefing.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path / "site")


def change(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def check(root: Path) -> list[tuple[str, str]]:
    """Return the code and the file of each error and warning in the records on 22 November 2026."""
    result = run(root, "check", "--records")
    return re.findall(r"^(?:error|warning)\[(\w+)\]: .*\n +--> ([^:\n]+)", result.told, re.MULTILINE)


@pytest.mark.parametrize(
    ("published", "codes"),
    [("2026-11-21", []), ("2026-11-22", []), ("2026-11-23", ["T704"]), ("2026-11", []), ("2026-12", ["T704"])],
)
def test_a_case_dated_today_is_not_dated_in_the_future(root: Path, published: str, codes: list[str]) -> None:
    change(root, CASE, "published: 2022-09", f"published: {published}")
    change(root, LESSONS, "published: 2022-10", "published: 2026-11")
    assert [code for code, file in check(root) if file == CASE] == codes


@pytest.mark.parametrize(
    ("status", "codes"),
    [
        ("", ["T705"]),
        ("status: scheduled\n", []),
        ("status: draft\n", []),
        ("status: archived\nstatus_since: 2024-01\nstatus_reason: It is old.\n", ["T705"]),
        ("status: withdrawn\nstatus_since: 2024-01\nstatus_reason: It is wrong.\n", ["T705"]),
    ],
)
def test_a_day_of_publication_is_of_use_only_to_drafts_and_scheduled_cases(
    root: Path, status: str, codes: list[str]
) -> None:
    change(root, CASE, "published: 2022-09\n", f"{status}publish_on: 2027-01-04\n")
    change(root, LESSONS, "published: 2022-10", "status: draft")
    assert [code for code, file in check(root) if file == CASE] == codes


@pytest.mark.parametrize(
    ("case_status", "codes"),
    [
        ("", []),
        ("status: draft\n", ["T706"]),
        ("status: scheduled\npublish_on: 2027-01-04\n", ["T706"]),
        ("status: scheduled\npublish_on: 2026-11-22\n", []),
        ("status: withdrawn\nstatus_since: 2024-01\nstatus_reason: It is wrong.\n", ["T706"]),
    ],
)
def test_the_lessons_of_a_case_are_not_public_before_or_without_it(
    root: Path, case_status: str, codes: list[str]
) -> None:
    change(root, CASE, "published: 2022-09\n", case_status)
    assert [code for code, file in check(root) if file == LESSONS] == codes


@pytest.mark.parametrize("status", ["draft", "scheduled\npublish_on: 2027-01-04", "withdrawn\nstatus_reason: Wrong."])
def test_lessons_that_are_not_public_are_no_fault(root: Path, status: str) -> None:
    change(root, CASE, "published: 2022-09\n", "status: draft\n")
    change(root, LESSONS, "published: 2022-10\n", f"status: {status}\n")
    assert [code for code, file in check(root) if file == LESSONS] == []


@pytest.mark.parametrize(("status", "codes"), [("", ["P627"]), ("status: archived\nstatus_since: 2024\n", ["P627"])])
def test_a_phone_number_in_a_case_that_readers_see_is_found(root: Path, status: str, codes: list[str]) -> None:
    change(root, CASE, "Rowan was often hungry.", "Rowan was often hungry. Somebody wrote down 01632 960999.")
    change(root, CASE, "published: 2022-09\n", f"published: 2022-09\n{status}")
    assert [code for code, file in check(root) if code.startswith("P6")] == codes


def test_the_text_of_a_withdrawn_case_is_not_checked_because_no_reader_sees_it(root: Path) -> None:
    change(root, CASE, "Rowan was often hungry.", "Rowan was often hungry. Somebody wrote down 01632 960999.")
    withdrawn = "status: withdrawn\nstatus_since: 2024-01\nstatus_reason: It is wrong.\n"
    change(root, CASE, "published: 2022-09\n", f"published: 2022-09\n{withdrawn}")
    change(root, LESSONS, "published: 2022-10\n", f"published: 2022-10\n{withdrawn}")
    assert check(root) == []


def test_a_record_with_accepted_findings_is_checked_by_every_run(root: Path) -> None:
    change(root, CASE, "Rowan was often hungry.", "Rowan was often hungry. Somebody wrote down 01632 960999.")
    accepted = (
        'accepted_findings:\n  - {rule: P627, text: "01632 960999", reason: It is a helpline., date: 2026-11-01}\n'
    )
    change(root, CASE, "themes: [early-help]\n", f"themes: [early-help]\n{accepted}")
    for _ in range(2):
        assert "P62" not in run(root, "check", "--records").told
        assert "P633" not in run(root, "check", "--records").told
    change(root, CASE, " Somebody wrote down 01632 960999.", "")
    for _ in range(2):
        assert "note[P633]" in run(root, "check", "--records").told


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        ("[{by: council, date: 2022-08-01}, {by: police, date: 2022-08-02}]", []),
        ("[{by: Council, date: 2022-08-01}, {by: '  POLICE ', date: 2022-08-02}]", []),
        ("[{by: council, date: 2022-08-01}]", ["W912"]),
        ("[{by: council, date: 2022-08-01}, {by: police}]", ["W912"]),
    ],
)
def test_the_name_of_a_partner_who_signs_may_have_capitals(root: Path, names: str, codes: list[str]) -> None:
    change(root, CASE, "themes: [early-help]\n", f"themes: [early-help]\nworkflow: {{sign_off: {names}}}\n")
    assert [code for code, _ in check(root) if code == "W912"] == codes

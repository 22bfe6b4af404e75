"""`library timeline` as a command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.unit.diagnostics.conftest import lay, sample_folder


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with a case that has taken all its steps but one."""
    return lay(tmp_path_factory.mktemp("timeline") / "site", sample_folder("W914"))


def timeline(root: Path | None, *arguments: str) -> Result:
    where = ("--root", str(root)) if root is not None else ()
    return CliRunner().invoke(main, ["timeline", *where, "--today", "2026-11-22", *arguments])


def test_a_referral_needs_no_library_and_can_be_written_as_calendar_and_picture(tmp_path: Path) -> None:
    calendar, picture = tmp_path / "steps.ics", tmp_path / "steps.svg"
    done = timeline(tmp_path, "--referral", "2026-12-14", "--ics", str(calendar), "--svg", str(picture))
    assert done.exit_code == 0
    assert "Thu  7 Jan 2027" in done.stdout
    assert f"library: wrote {calendar}" in done.stderr
    assert calendar.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_a_case_stands_alone_on_standard_output_for_programs(root: Path) -> None:
    done = timeline(root, "hazel", "--json")
    steps = {each["key"]: each for each in json.loads(done.stdout)["steps"]}
    assert (steps["to-panel"]["state"], steps["to-panel"]["done"]) == ("done late", "2026-02-27")
    assert steps["availability-review"]["state"] == "next"


def test_a_publication_is_counted_back_for_the_first_type_with_steps_or_the_one_that_is_named(root: Path) -> None:
    first = timeline(root, "--publication", "2027-03-15").stdout
    assert first.startswith("Child Safeguarding Practice Review, around publication on Monday 15 March 2027\n")
    assert "Thu  4 Mar 2027  A copy goes to Ofsted" in first
    assert "national SAR library" in timeline(root, "--publication", "2027-03-15", "--type", "sar").stdout


def test_the_private_folder_counts(root: Path, tmp_path: Path) -> None:
    (tmp_path / "hazel.yml").write_text("rapid_review: {to_panel: 2026-02-26}\n", encoding="utf-8")
    done = timeline(root, "hazel", "--private", str(tmp_path), "--json")
    assert next(each for each in json.loads(done.stdout)["steps"] if each["key"] == "to-panel")["state"] == "done"
    missing = timeline(root, "hazel", "--private", str(tmp_path / "none"))
    assert missing.exit_code == 2
    assert "W921" in missing.output


WRONG: Final = {
    "nothing asked": ((), "give one of these"),
    "two asked": (("hazel", "--referral", "2026-12-14"), "give one of these"),
    "a decision without a referral": (("hazel", "--decision", "2026-12-14"), "--decision needs --referral"),
    "a type without a publication": (("hazel", "--type", "sar"), "--type needs --publication"),
    "a decision too early": (("--referral", "2026-12-14", "--decision", "2026-12-13"), "cannot come before"),
    "no day": (("--referral", "2026-12"), "is not a day; write 2026-12-14"),
    "no such year": (("--referral", "0026-12-14"), "the year 26 cannot be right"),
    "no such case": (("hazle",), 'did you mean "hazel"?'),
    "no such type": (("--publication", "2027-03-15", "--type", "csrp"), "cspr (Child Safeguarding Practice Review)"),
    "a file in no folder": (("--referral", "2026-12-14", "--ics", "/dev/null/a.ics"), "cannot be written"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_does_not_fit_is_said_and_ends_the_command(root: Path, name: str) -> None:
    arguments, said = WRONG[name]
    done = timeline(root, *arguments)
    assert done.exit_code == 2
    assert said in done.output


def test_a_case_whose_record_has_faults_is_told_apart_from_one_that_is_not_there(root: Path) -> None:
    folder = root / "content" / "cases" / "broken"
    folder.mkdir()
    (folder / "case.yml").write_text("name: [", encoding="utf-8")
    assert "has errors; run: library check" in timeline(root, "broken").output


def test_outside_a_library_a_case_cannot_be_shown(tmp_path: Path) -> None:
    done = timeline(tmp_path, "hazel")
    assert done.exit_code == 2
    assert "S001" in done.output


def test_a_terminal_gets_a_table_and_fine_bars(on_terminal: Callable[..., tuple[int, bytes]]) -> None:
    status, shown = on_terminal("stdout", "timeline", "--referral", "2026-12-14", TERM="xterm", COLUMNS="160")
    assert status == 0
    text = shown.decode()
    assert "┃" in text
    assert "Deadline" in text
    assert "━━━━━╌╌━━━━╌╌╌╌◆" in text

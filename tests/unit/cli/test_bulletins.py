"""`library new bulletin` and `library sent`, on copies of the small sample site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.model.starter_texts import StarterText

REPOSITORY = Path(__file__).parents[3]
TODAY = "2023-01-15"
FILE = "content/bulletins/2022-q4.yml"
LIVING = """\
# What the editor noted first.
title: "A card: for visits"   # not too long
status: published # since Monday
welcome: |
  Read the [card](notice:new-tool) first.
pinned: [notice:new-tool]
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", tmp_path / "small")


def library(root: Path, *arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(main, [*arguments, "--root", str(root), "--today", TODAY], input=answers)


def write(root: Path, text: str, name: str = FILE) -> Path:
    path = root / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_a_new_bulletin_validates_at_once_and_lists_what_its_quarter_brought(small: Path) -> None:
    done = library(small, "new", "bulletin", "2022-q4", "--no-input")
    assert done.exit_code == 0, done.output
    assert f"wrote {FILE}" in done.output
    assert "library serve" in done.output
    text = (small / FILE).read_text()
    assert yaml.safe_load(text)["status"] == "draft"
    for line in (
        "# Briefings (briefings):\n#   - briefing:checking-in  # Checking In: new, October 2022",
        "#   - notice:new-tool  # A new tool for visits: new, 3 November 2022",
    ):
        assert line in text
    assert "case:rowan" not in text, "it is of the quarter before"
    assert "error" not in library(small, "check").output


def test_each_line_of_a_new_bulletin_pins_what_it_names(small: Path) -> None:
    write(small, "# An invented notice.\ntitle: Form\nkind: update\nsummary: A form.\n", "content/notices/form.yml")
    library(small, "new", "bulletin", "2022-q4", "--no-input")
    lines = [line for line in (small / FILE).read_text().splitlines() if line.startswith("#   - ") and "  # " in line]
    assert lines[-1] == "#   - notice:form  # Form"
    pinned = "pinned:\n" + "".join(f"{line[1:]}\n" for line in lines)
    text = (small / FILE).read_text().replace("status: draft\n", "").replace(StarterText.WELCOME, "Welcome.")
    (small / FILE).write_text(text + pinned)
    told = library(small, "check").output
    assert "error" not in told and "warning" not in told
    assert len(yaml.safe_load((small / FILE).read_text())["pinned"]) == 4


def test_without_a_quarter_it_is_that_of_today_and_answers_can_be_typed(small: Path) -> None:
    done = library(small, "new", "bulletin", answers='Winter: "cold"\nThe minutes\n')
    assert done.exit_code == 0, done.output
    values = yaml.safe_load((small / "content/bulletins/2023-q1.yml").read_text())
    assert (values["title"], values["sources"]) == ('Winter: "cold"', ["The minutes"])


def test_a_quarter_that_does_not_exist_and_one_that_has_its_bulletin_are_refused(small: Path) -> None:
    refused = library(small, "new", "bulletin", "2022-q5", "--no-input")
    assert refused.exit_code == 2
    assert "2023-q1, which is January to March 2023" in refused.output
    path = write(small, "id: 2022-q4\n" + LIVING, "content/bulletins/autumn.yml")
    assert library(small, "new", "bulletin", "2022-q4", "--no-input").exit_code == 2
    assert not (small / FILE).exists() and path.exists()


def test_sent_writes_the_day_and_the_items_and_keeps_every_other_byte(small: Path) -> None:
    path = write(small, LIVING)
    done = library(small, "sent", "2022-q4", "--on", "2023-01-09")
    assert done.exit_code == 0, done.output
    assert f"recorded in {FILE}: sent with 3 items" in done.output
    text = path.read_text()
    assert text.startswith(LIVING.replace("status: published #", "status: sent #"))
    values = yaml.safe_load(text)
    assert str(values["sent"]) == "2023-01-09"
    assert {each["record"] for each in values["items"]} == {
        "briefing:checking-in",
        "briefing:rowan-lessons",
        "notice:new-tool",
    }
    tool = next(each for each in values["items"] if each["record"] == "notice:new-tool")
    assert tool["text"] == "A card with five questions for a first visit."
    told = library(small, "check").output
    assert "error" not in told and "warning" not in told


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (LIVING.replace("status: published # since Monday\n", ""), "\nstatus: sent\nsent: "),
        (LIVING.replace("status: published", "status: 'published'"), "\nstatus: 'sent' # since"),
        (LIVING.rstrip("\n"), "pinned: [notice:new-tool]\nsent: "),
        (LIVING.replace("\n", "\r\n"), "pinned: [notice:new-tool]\r\nsent: "),
        ("\ufeff" + LIVING, "\ufeff# What the editor"),
        ("---\n" + LIVING, "---\n# What the editor"),
    ],
)
def test_a_record_may_be_written_in_other_ways(small: Path, text: str, written: str) -> None:
    path = write(small, text)
    done = library(small, "sent", "2022-q4")
    assert done.exit_code == 0, done.output
    data = path.read_bytes().decode()
    assert written in data
    assert ("\r\n" in text) == ("\r\n" in data) and data.count("\r\n") in (0, data.count("\n"))


@pytest.mark.parametrize(
    ("text", "on", "why"),
    [
        (LIVING.replace("status: published", "status: draft"), "2023-01-09", "is a draft"),
        (LIVING, "2023-01-16", "in the future"),
        (LIVING, "2022-09-30", "is before October to December 2022"),
        (
            LIVING.replace("pinned", "left_out").replace("]", ", briefing:checking-in, briefing:rowan-lessons]"),
            "2023-01-09",
            "no items",
        ),
        ('{title: "A card", welcome: "Read it."}\n', "2023-01-09", "cannot be added to"),
        (LIVING + "...\n", "2023-01-09", "cannot be added to"),
        ("", "2023-01-09", "there is no bulletin 2022-q4"),
    ],
)
def test_what_cannot_be_sent_is_refused_and_nothing_is_written(small: Path, text: str, on: str, why: str) -> None:
    path = write(small, text) if text else small / FILE
    done = library(small, "sent", "2022-q4", "--on", on)
    assert done.exit_code == 1
    assert why in done.output
    assert "nothing was written" in done.output
    assert not text or path.read_text() == text


def test_a_bulletin_is_sent_once_and_never_while_a_record_has_a_fault(small: Path) -> None:
    path = write(small, LIVING)
    rowan = small / "content/cases/rowan/case.yml"
    whole = rowan.read_text()
    rowan.write_text(whole.replace("themes: [early-help]", "themes: [early-hepl]"))
    done = library(small, "sent", "2022-q4")
    assert (done.exit_code, "V302" in done.output, path.read_text()) == (1, True, LIVING)
    rowan.write_text(whole)
    assert library(small, "sent", "2022-q4").exit_code == 0
    sent = path.read_bytes()
    again = library(small, "sent", "2022-q4")
    assert (again.exit_code, path.read_bytes()) == (1, sent)
    assert "was already sent on 15 January 2023" in again.output and "never changes" in again.output

"""`library new`, on copies of the small sample site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main

REPOSITORY = Path(__file__).parents[3]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small sample site. Commands that build nothing need no overrides."""
    return shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", tmp_path / "small")


def library(root: Path, *arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(main, [*arguments, "--root", str(root)], input=answers)


def values_of(file: Path) -> dict[str, object]:
    values: dict[str, object] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return values


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("case", "content/cases/new-case/case.yml"),
        ("briefing", "briefings/new-briefing/briefing.yml"),
        ("notice", "content/notices/new-notice.yml"),
    ],
)
def test_without_input_a_record_is_written_that_validates_at_once(small: Path, kind: str, file: str) -> None:
    before = library(small, "check", "--format", "json").output
    done = library(small, "new", kind, "--no-input")
    assert done.exit_code == 0, done.output
    assert f"wrote {file}" in done.output
    assert "library serve" in done.output
    assert values_of(small / file)["status"] == "draft"
    after = library(small, "check", "--format", "json").output
    assert '"severity": "error"' not in after
    assert '"severity": "warning"' not in after
    assert before.count('"code"') <= after.count('"code"')


def test_answers_can_be_typed(small: Path) -> None:
    done = library(small, "new", "case", answers='Hazel: a review\n\nsar\n2024-05\nHazel was "seen".\n\n')
    assert done.exit_code == 0, done.output
    values = values_of(small / "content/cases/hazel-a-review/case.yml")
    assert values["name"] == "Hazel: a review"
    assert (values["type"], str(values["published"])) == ("sar", "2024-05")
    assert values["summary"] == 'Hazel was "seen".'
    assert "Safeguarding Adults Review" in done.output


def test_answers_can_be_given_as_options(small: Path) -> None:
    done = library(
        small, "new", "briefing", "--title", "Rowan", "--id", "rowan-again", "--series", "lessons-learned",
        "--case", "rowan", "--summary", "no", "--source", "# 1", "--no-input",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    values = values_of(small / "briefings/rowan-again/briefing.yml")
    assert values == {
        "title": "Rowan",
        "series": "lessons-learned",
        "case": "rowan",
        "status": "draft",
        "summary": "no",
        "sources": ["# 1"],
    }


def test_a_wrong_answer_is_asked_again_with_the_nearest_word(small: Path) -> None:
    done = library(small, "new", "case", answers="Hazel\nNo Slug\nhazel\ncsp\ncspr\n2022-13\n\n\n\n")
    assert done.exit_code == 0, done.output
    assert 'use small letters, digits and hyphens: "no-slug"' in done.output
    assert "one of: cspr (Child Safeguarding Practice Review), sar (" in done.output
    assert "a month is 01 to 12" in done.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("case", "--type", "csp"), "cspr (Child Safeguarding Practice Review)"),
        (("case", "--type", "cspr, scr"), 'unknown review type "scr"; one of: cspr ('),
        (("case", "--id", "Rowan Two"), '"rowan-two"'),
        (("case", "--id", "rowan"), "is already used"),
        (("case", "--published", "soon"), "a date is written 2022"),
        (("case", "--name", " "), "between 1 and 300 characters"),
        (("case", "--name", "\x1b[31m"), "control character"),
        (("briefing", "--series", "seven"), 'did you mean "seven-minute"?'),
        (("briefing", "--series", "lessons-learned", "--case", "rowen"), 'did you mean "rowan"?'),
        (("briefing", "--case", "rowan"), "has no case field"),
        (("notice", "--kind", "tols"), 'did you mean "tool"?'),
    ],
)
def test_a_wrong_option_is_said_and_nothing_is_written(small: Path, arguments: tuple[str, ...], told: str) -> None:
    before = sorted(small.rglob("*.yml"))
    done = library(small, "new", *arguments, "--no-input")
    assert done.exit_code == 2
    assert told in done.output
    assert sorted(small.rglob("*.yml")) == before


def test_a_file_that_is_there_is_never_overwritten(small: Path) -> None:
    file = small / "content" / "cases" / "hazel" / "case.yml"
    file.parent.mkdir()
    file.write_text("name: [broken\n", encoding="utf-8")
    done = library(small, "new", "case", "--no-input", "--name", "Hazel")
    assert done.exit_code == 2
    assert "is already used" in done.output
    assert file.read_text(encoding="utf-8") == "name: [broken\n"


def test_a_fault_elsewhere_does_not_keep_a_record_from_being_written(small: Path) -> None:
    (small / "content" / "cases" / "rowan" / "case.yml").write_text("bogus: 1\n", encoding="utf-8")
    assert library(small, "new", "notice", "--no-input").exit_code == 0


def test_outside_a_site_nothing_is_asked(tmp_path: Path) -> None:
    done = library(tmp_path, "new", "case")
    assert done.exit_code == 2
    assert "S001" in done.output


def test_a_name_that_gives_no_address_is_refused_with_what_to_add(small: Path) -> None:
    done = library(small, "new", "case", "--name", "\u5b69\u5b50", "--no-input")
    assert done.exit_code == 2
    assert "no address can be made from this name: add --id a-short-name" in done.output


@pytest.mark.parametrize(("published", "is_noted"), [("2099-01", True), ("2022-01", False), ("", False)])
def test_a_new_case_that_is_published_in_the_future_is_noted(small: Path, published: str, is_noted: bool) -> None:
    done = library(small, "new", "case", "--name", "Nona", "--published", published, "--no-input")
    assert done.exit_code == 0
    assert ('write "expected: 2099-01" instead of "published"' in done.output) == is_noted


def test_a_new_record_does_not_get_the_old_address_of_another(small: Path) -> None:
    (small / "content" / "redirects.yml").write_text(
        "redirects:\n  - {old: reviews/hazel/, new: reviews/, since: 2026-04-01}\n", encoding="utf-8"
    )
    refused = library(small, "new", "case", "--no-input", "--name", "Hazel", "--id", "hazel")
    assert refused.exit_code == 2
    assert "redirects to another page" in " ".join(refused.output.replace("│", " ").split())
    done = library(small, "new", "case", "--no-input", "--name", "Hazel")
    assert "wrote content/cases/hazel-2/case.yml" in done.output

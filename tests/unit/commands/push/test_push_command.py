"""`library push`, as it is typed in a terminal."""

from __future__ import annotations

import json

from click.testing import CliRunner, Result

from generator.cli.main import main
from tests.unit.commands.push.conftest import HERON, Office, Officer

SUMMARY = "Heron, 15, was out of school for a year."


def library(officer: Officer, *arguments: str) -> Result:
    """Run the command in a clone."""
    return CliRunner().invoke(main, ["push", "--root", str(officer.root), "--today", "2026-05-01", *arguments])


def test_a_dry_run_shows_the_change_and_sends_nothing(office: Office) -> None:
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    result = library(office.ann, "--dry-run")
    assert result.exit_code == 0, result.output
    assert 'The page of "Heron" changes: summary' in result.output
    assert HERON in result.output
    assert office.sentences() == ["The library"]


def test_warnings_on_what_changes_are_shown_and_do_not_stop_it(office: Office) -> None:
    assert "To look at:" not in library(office.ann, "--dry-run").output
    office.ann.replace(SUMMARY, "Heron, born on 3 May 2009, lived at AB1 2CD.")
    result = library(office.ann, "--dry-run")
    assert result.exit_code == 0, result.output
    shown = result.output.partition("To look at:")[2]
    assert "warning[" in shown
    assert HERON in shown
    assert json.loads(library(office.ann, "--dry-run", "--format", "json").output)["to_look_at"]


def test_without_a_terminal_nothing_is_sent_unless_yes_is_given(office: Office) -> None:
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    assert library(office.ann, "Ann's change").exit_code == 1
    assert office.sentences() == ["The library"]
    result = library(office.ann, "Ann's change", "--yes")
    assert result.exit_code == 0, result.output
    assert "published" in result.output
    assert office.sentences() == ["Ann's change", "The library"]
    result = library(office.ann, "--undo", "--yes")
    assert result.exit_code == 0, result.output
    assert office.sentences()[0] == 'Undo "Ann\'s change"'


def test_a_missing_sentence_is_asked_for_before_anything_else(office: Office) -> None:
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    result = library(office.ann, "--yes")
    assert result.exit_code == 1
    assert "error[W980]: say what you changed" in result.output


def test_two_texts_of_one_field_are_shown_and_one_is_kept(office: Office) -> None:
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    office.ann.push("Ann's change")
    office.bob.replace(SUMMARY, "Bob's summary of the review.")
    result = library(office.bob, "Bob's change", "--yes")
    assert result.exit_code == 1
    assert "yours:  Bob's summary" in result.output
    assert "theirs: Ann's summary" in result.output
    assert "--keep mine or --keep theirs" in result.output
    assert library(office.bob, "--keep", "mine", "--yes").exit_code == 0
    assert "Bob's summary" in office.published()


def test_the_result_can_be_read_by_a_program(office: Office) -> None:
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    content = json.loads(library(office.ann, "Ann's change", "--yes", "--format", "json").stdout)
    assert content["state"] == "published"
    assert content["files"] == [HERON]

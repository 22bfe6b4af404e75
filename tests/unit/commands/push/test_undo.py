"""The last published change is taken back by a new commit, with real git."""

from __future__ import annotations

import pytest

from generator.commands.push.outcome import PushState
from generator.commands.push.undo import plan_undo, undo_push
from tests.unit.commands.push.conftest import HERON, Office

SUMMARY = "Heron, 15, was out of school for a year."
STORY = "Heron stayed at home. Two services each thought that the other one called."
WREN = "content/cases/wren/case.yml"


@pytest.fixture
def published(office: Office) -> Office:
    """Ann has published another summary."""
    office.ann.replace(SUMMARY, "Ann's summary of the review.")
    assert office.ann.push("Ann's change").state is PushState.PUBLISHED
    return office


def test_the_plan_says_what_changes_for_readers(published: Office) -> None:
    plan = plan_undo(published.ann.options)
    assert plan.can_undo
    assert plan.sentence == "Ann's change"
    assert plan.files == (HERON,)
    assert plan.for_readers == ('The page of "Heron" changes: summary',)


def test_the_change_is_taken_back_and_stays_in_the_history(published: Office) -> None:
    outcome = published.ann.undo()
    assert outcome.state is PushState.UNDONE, outcome
    assert SUMMARY in published.published()
    assert SUMMARY in published.ann.read()
    assert published.ann.status() == ""
    assert published.sentences() == ['Undo "Ann\'s change"', "Ann's change", "The library"]


def test_undo_again_brings_it_back(published: Office) -> None:
    published.ann.undo()
    plan = plan_undo(published.ann.options)
    assert plan.brings_back
    assert plan.sentence == "Ann's change"
    assert published.ann.undo().state is PushState.UNDONE
    assert "Ann's summary" in published.published()
    assert published.sentences()[0] == 'Bring back "Ann\'s change"'
    published.ann.undo()
    assert published.sentences()[0] == 'Undo "Ann\'s change"'


def test_a_change_of_another_record_by_a_colleague_stays(published: Office) -> None:
    published.bob.git("pull", "-q")
    published.bob.write(published.bob.read(WREN) + "\n# Bob's comment\n", WREN)
    assert published.bob.push("Bob's change").state is PushState.PUBLISHED
    assert published.ann.undo().state is PushState.UNDONE
    assert SUMMARY in published.published()
    assert "Bob's comment" in published.published(WREN)
    assert "Bob's comment" in published.ann.read(WREN)


def test_after_a_later_change_of_the_same_record_it_is_refused(published: Office) -> None:
    published.bob.git("pull", "-q")
    published.bob.replace(STORY, "Bob's story of it.")
    published.bob.push("Bob's change")
    outcome = published.ann.undo()
    assert outcome.state is PushState.CANNOT_UNDO
    assert "Bob has changed the same records" in outcome.words.text
    assert "Ann's summary" in published.published()


def test_nothing_of_a_colleague_is_taken_back(published: Office) -> None:
    published.bob.git("pull", "-q")
    assert published.bob.undo().state is PushState.CANNOT_UNDO


def test_changes_that_are_not_published_are_not_lost(published: Office) -> None:
    published.ann.replace(STORY, "Ann's story of it.")
    outcome = published.ann.undo()
    assert outcome.state is PushState.CANNOT_UNDO
    assert "Ann's story" in published.ann.read()
    published.ann.git("commit", "-qam", "Not sent")
    assert "not sent yet" in published.ann.undo().words.text


def test_another_change_than_the_one_that_was_shown_is_not_taken_back(published: Office) -> None:
    shown = plan_undo(published.ann.options).commit
    published.ann.replace(STORY, "Ann's story of it.")
    published.ann.push("Ann's second change")
    assert undo_push(published.ann.options, shown).state is PushState.CANNOT_UNDO
    assert published.sentences()[0] == "Ann's second change"


def test_offline_nothing_is_taken_back(published: Office) -> None:
    published.shared.rename(published.shared.with_name("elsewhere.git"))
    assert published.ann.undo().state is PushState.OFFLINE
    assert "Ann's summary" in published.ann.read()


def test_an_undo_that_would_leave_errors_is_refused(published: Office) -> None:
    published.ann.write(published.ann.read(HERON).replace("name: Heron", "name: Crane"), "content/cases/crane/case.yml")
    assert published.ann.push("A new case").state is PushState.PUBLISHED
    published.bob.git("pull", "-q")
    published.bob.replace("\nstory: ", "\nstory: As in [Crane](case:crane), ", WREN)
    assert published.bob.push("Name Crane").state is PushState.PUBLISHED
    outcome = published.ann.undo()
    assert outcome.state is PushState.CANNOT_UNDO, outcome
    assert any("crane" in each.message for each in outcome.findings)

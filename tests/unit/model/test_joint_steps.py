"""The steps of a joint review: each rule once, as the stricter of its types requires it."""

from __future__ import annotations

from typing import Any

from generator.model import Step, Vocabulary


def steps_of(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> tuple[Step, ...]:
    """The steps of a joint review of two types."""
    words = Vocabulary.model_validate(
        {
            "review_types": [{"id": "one", "label": "O", "steps": one}, {"id": "two", "label": "T", "steps": other}],
            "recipients": [{"id": "national-panel", "label": "The Panel"}, {"id": "ofsted", "label": "Ofsted"}],
            "repositories": [{"id": "nspcc", "label": "NSPCC"}, {"id": "sar-library", "label": "SAR library"}],
        }
    )
    return words.steps_of(("one", "two"))


def only(one: dict[str, Any], other: dict[str, Any]) -> Step:
    """The only step that comes of two."""
    (step,) = steps_of([one], [other])
    (swapped,) = steps_of([other], [one])
    order = {"by", "parts", "documents", "source", "to"}
    assert step.model_dump(exclude=order) == swapped.model_dump(exclude=order), "the order of the types does not matter"
    return step


def test_a_single_type_keeps_its_steps_as_they_are() -> None:
    words = Vocabulary.model_validate({"review_types": [{"id": "one", "label": "O", "steps": [{"rule": "copies"}]}]})
    assert words.steps_of(("one",)) == (Step.model_validate({"rule": "copies"}),)
    assert words.steps_of(()) == words.steps_of(("unknown",)) == ()


def test_before_publication_more_days_are_stricter_and_after_an_event_fewer() -> None:
    assert only({"rule": "copies", "working_days": 10}, {"rule": "copies"}).days == 10
    assert only({"rule": "submission", "working_days": 10}, {"rule": "submission"}).days == 10
    assert only({"rule": "notification", "working_days": 9}, {"rule": "notification"}).days == 5
    assert only({"rule": "six-months", "months": 4}, {"rule": "six-months"}).span_months == 4


def test_a_report_stays_for_the_longer_time_and_is_looked_at_again_after_the_shorter_one() -> None:
    assert only({"rule": "availability", "months": 24}, {"rule": "availability"}).span_months == 24
    assert only({"rule": "availability-review", "months": 24}, {"rule": "availability-review"}).span_months == 12


def test_each_recipient_of_copies_has_the_stricter_number_of_its_types() -> None:
    steps = steps_of(
        [{"rule": "copies", "working_days": 7, "to": ["national-panel", "ofsted"]}],
        [{"rule": "copies", "working_days": 10, "to": ["ofsted"]}],
    )
    assert {tuple(map(str, step.to)): step.days for step in steps} == {("national-panel",): 7, ("ofsted",): 10}


def test_recipients_with_equal_days_stay_in_one_step() -> None:
    (step,) = steps_of([{"rule": "copies", "to": ["ofsted"]}], [{"rule": "copies", "to": ["national-panel", "ofsted"]}])
    assert sorted(map(str, step.to)) == ["national-panel", "ofsted"]


def test_a_report_goes_to_the_repository_of_each_type() -> None:
    steps = steps_of([{"rule": "submission"}], [{"rule": "submission", "repository": "sar-library"}])
    assert [destination.id for step in steps for destination in step.destinations] == ["nspcc", "sar-library"]


def test_everybody_signs_off_and_every_part_is_wanted() -> None:
    assert only({"rule": "sign-off", "by": ["council"]}, {"rule": "sign-off", "by": ["police", "council"]}).by == (
        "council",
        "police",
    )
    assert only({"rule": "report-holds", "parts": ["reasons"]}, {"rule": "report-holds"}).parts == ()


def test_the_severer_diagnostic_and_the_earlier_day_count() -> None:
    step = only(
        {"rule": "impact", "severity": "note", "since": "2024-01", "every_case_since": "2027-01-01"},
        {"rule": "impact", "severity": "error", "since": "2023-01"},
    )
    assert (str(step.severity), step.since and step.since.iso) == ("error", "2023-01")
    assert step.every_case_since is not None
    assert only({"rule": "impact", "since": "2024-01"}, {"rule": "impact"}).since is None

"""What is due: just inside the weeks, just outside, and on the day. All cases are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

import pytest

from generator.commands.due import due
from generator.model import Case, Located, RawRecord, Recipient, Records, Source
from generator.model.london_time import LondonTime
from generator.model.partnership import Partnership
from generator.model.published_addresses import LinkException, LinkExceptions
from generator.model.recommendation import Agency, RecommendationStatus
from generator.model.review_type import ReviewType
from generator.model.vocabulary import Vocabulary

TODAY: Final = date(2026, 11, 25)
RECIPIENTS: Final = ("national-panel", "ofsted", "secretary-of-state")
WORDS: Final = Vocabulary(
    review_types=(
        ReviewType.model_validate({"id": "cspr", "label": "Child review", "sent_to": RECIPIENTS}),
        ReviewType.model_validate({"id": "sar", "label": "Adult review"}),
    ),
    recipients=tuple(Recipient(id=each, label=each) for each in RECIPIENTS),
)


def raw(kind: str, file: str) -> RawRecord:
    return RawRecord(kind, "hazel", Source(file, ""), {}, (1, 1, {}))


def records(fields: dict[str, Any], links: tuple[LinkException, ...] = ()) -> Records:
    case = Case.model_validate({"id": "hazel", "name": "Hazel", "type": "cspr"} | fields)
    return Records(
        partnership=None,
        vocabulary=Located(WORDS, raw("vocabulary", "content/vocabulary.yml")),
        cases=(Located(case, raw("case", "content/cases/hazel/case.yml")),),
        link_exceptions=Located(
            LinkExceptions(exceptions=links), raw("link_exceptions", "content/link-exceptions.yml")
        ),
    )


STATUSES: Final = tuple(
    RecommendationStatus.model_validate({"id": each, "label": each.capitalize(), **more})
    for each, more in (
        ("under-way", {}),
        ("done", {"open": False, "done": True}),
        ("refused", {"open": False, "not_implemented": True}),
    )
)
SPOKEN_TO: Final = (Agency(id="police", label="Police"), Agency(id="hospitals", label="Hospitals"))


def after_review(fields: dict[str, Any], today: date = TODAY, months: int | None = None) -> list[tuple[str, str, str]]:
    """Day, key and task of a case, with statuses and agencies, and a setting for the test of what is done."""
    known = records(fields)
    words = WORDS.model_copy(update={"recommendation_statuses": STATUSES, "agencies": SPOKEN_TO})
    settings = {"recommendations": {"test_done_after_months": months}} if months is not None else {}
    partnership = Partnership.model_validate(
        {"name": "P", "area": "A", "library_name": "L", "description": "D.", **settings}
    )
    known = replace(
        known,
        vocabulary=Located(words, raw("vocabulary", "content/vocabulary.yml")),
        partnership=Located(partnership, raw("partnership", "content/partnership.yml")),
    )
    return [(each.day.isoformat(), each.key, each.what) for each in due(known, today, 4)]


def recommended(*progress: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"recommendations": [{"id": "r1", "text": "T.", "to": "police", "progress": list(progress)} | fields]}


def entry(day: str, status: str, **fields: Any) -> dict[str, Any]:
    return {"date": day, "status": status, "text": "T."} | fields


@pytest.mark.parametrize(
    ("when", "status", "day"),
    [
        ("2026-12-23", "", "2026-12-23"),
        ("2026-12-24", "", None),
        ("2026-11", "under-way", "2026-11-30"),
        ("2025", "under-way", "2025-12-31"),
        ("2025", "done", None),
        ("2025", "refused", None),
        (None, "under-way", None),
    ],
)
def test_an_open_recommendation_is_due_on_its_last_day_and_overdue_until_it_is_closed(
    when: str | None, status: str, day: str | None
) -> None:
    progress = [entry("2025-02", status)] if status else []
    found = after_review(recommended(*progress, due=when))
    assert [(each[0], each[1]) for each in found] == ([(day, "recommendation")] if day else [])
    assert all(what.startswith('recommendation "r1" to Police is due') for *_, what in found)


@pytest.mark.parametrize("status", ["withdrawn", "archived"])
def test_only_a_withdrawn_review_asks_nobody_any_more(status: str) -> None:
    fields = recommended(due="2025") | {"status": status, "status_since": "2026", "status_reason": "R."}
    assert len(after_review(fields)) == int(status == "archived")


@pytest.mark.parametrize(
    ("report", "day"),
    [
        ({"date": "2026-10-28"}, "2026-12-23"),  # 56 days: 3 of October, 30 of November, 23 of December.
        ({"date": "2026-10-29"}, None),
        ({"date": "2026-09"}, "2026-11-25"),  # From the last day of September, not in working days.
        ({"date": "2026-01-05", "extended_to": "2026-12-01"}, "2026-12-01"),
        ({"date": "2026-01-05"}, "2026-03-02"),
        ({"date": "2026-10-28", "answered": "2026-11-20"}, None),
    ],
)
def test_a_coroner_is_answered_within_56_days(report: dict[str, Any], day: str | None) -> None:
    fields = {"published": "2020", "workflow": {"coroner_reports": [{"to": ["hospitals", "police"]} | report]}}
    found = after_review(fields)
    assert [(each[0], each[1]) for each in found] == ([(day, "coroner-report")] if day else [])
    assert all("to Hospitals and Police" in what for *_, what in found)


@pytest.mark.parametrize(
    ("months", "progress", "day"),
    [
        (None, [entry("2026-05-31", "done")], None),
        (6, [entry("2026-05-31", "done")], "2026-11-30"),
        (7, [entry("2026-05-31", "done")], None),
        (6, [entry("2026-05", "done")], "2026-11-30"),
        (6, [entry("2020-05-31", "done")], "2020-11-30"),
        (6, [entry("2020-05-31", "done", how="By an audit.")], None),
        (6, [entry("2020-05-31", "under-way")], None),
    ],
)
def test_what_is_done_is_tested_after_the_months_that_the_site_sets(
    months: int | None, progress: list[dict[str, Any]], day: str | None
) -> None:
    found = after_review(recommended(*progress), months=months)
    assert [(each[0], each[1]) for each in found] == ([(day, "test-recommendation")] if day else [])


def told(fields: dict[str, Any], today: date = TODAY, weeks: int = 4) -> list[tuple[str, str]]:
    return [(each.day.isoformat(), each.key) for each in due(records(fields), today, weeks)]


@pytest.mark.parametrize(
    ("publish_on", "is_told"),
    [
        ("2026-11-25", False),  # it is public today
        ("2026-11-26", True),
        ("2026-12-23", True),
        ("2026-12-23 00:01", True),
        ("2026-12-24", False),
    ],
)
def test_what_goes_public_in_the_coming_weeks_is_told(publish_on: str, is_told: bool) -> None:
    found = told({"status": "scheduled", "publish_on": publish_on})
    assert found == ([(publish_on[:10], "goes-public")] if is_told else [])


def test_what_goes_public_later_today_is_told_until_its_minute() -> None:
    fields = {"status": "scheduled", "publish_on": "2026-11-25 09:30"}
    now = LondonTime.at(datetime.fromisoformat("2026-11-25T09:29+00:00"))
    (one,) = due(records(fields), now, 4)
    assert (one.what, one.day) == ("goes public at 9.30am", TODAY)
    assert told(fields, LondonTime.at(datetime.fromisoformat("2026-11-25T09:30+00:00"))) == []


@pytest.mark.parametrize(
    ("published", "reviewed", "day"),
    [
        ("2025-11-24", None, None),
        ("2025-11-25", None, "2026-11-25"),
        ("2025-12-23", None, "2026-12-23"),
        ("2025-12-24", None, None),
        ("2025-11", None, "2026-11-30"),
        ("2025", None, None),
        ("2020-01-05", "2025-12-01", "2026-12-01"),
        ("2025-12-01", "2026-11-20", None),
    ],
)
def test_a_report_reaches_its_year(published: str, reviewed: str | None, day: str | None) -> None:
    fields: dict[str, Any] = {"published": published}
    if reviewed is not None:
        fields["workflow"] = {"availability_reviewed": reviewed}
    assert told(fields) == ([(day, "reaches-its-year")] if day else [])
    assert told(fields | {"status": "archived"}) == []


COPIES: Final = [{"to": to, "sent": "2026-11-01"} for to in ("national-panel", "ofsted", "secretary-of-state")]
DONE: Final = {"legal_check": "2026-11-01", "family_informed": "2026-11-01", "impact_considered": "2026-11-01"}


def test_copies_are_due_seven_working_days_before_across_christmas() -> None:
    # 4 January 2027 is a Monday. Back from it: 31, 30, 29 December (28 is the substitute for Boxing Day, 25 Christmas),
    # 24, 23, 22, 21 December: seven working days, by gov.uk's list.
    steps = {"planned": "2027-01-04", **DONE, "copies": COPIES[:1]}
    assert told({"status": "draft", "workflow": steps}) == [("2026-12-21", "copy"), ("2026-12-21", "copy")]
    assert told({"status": "draft", "workflow": steps | {"copies": COPIES}}) == []
    assert told({"status": "draft", "type": "sar", "workflow": steps | {"copies": []}}) == []


def test_steps_are_told_until_they_are_done_and_those_that_are_late_too() -> None:
    fields = {"status": "draft", "workflow": {"planned": "2026-11-30", "copies": COPIES}}
    day_before = [("2026-11-27", "family"), ("2026-11-27", "impact"), ("2026-11-27", "legal-check")]
    assert told(fields) == [*day_before, ("2026-11-30", "planned")]
    late = {"status": "draft", "workflow": {"planned": "2026-11-30", **DONE}}
    assert [day for day, key in told(late) if key == "copy"] == ["2026-11-19"] * 3
    assert told(late | {"status": "withdrawn"}) == told(late | {"status": "archived"}) == []


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ({"decision": {"date": "2026-06-23", "outcome": "local-cspr"}}, [("2026-12-23", "six-months")]),
        ({"decision": {"date": "2026-06-24", "outcome": "local-cspr"}}, []),
        ({"decision": {"date": "2026-01-10", "outcome": "local-cspr"}}, [("2026-07-10", "six-months")]),
        (
            {
                "decision": {"date": "2026-06-01", "outcome": "local-cspr"},
                "delay": {"reason": "A trial", "until": "2026-12-10"},
            },
            [("2026-12-10", "delayed-until")],
        ),
        (
            {
                "decision": {"date": "2026-06-01", "outcome": "local-cspr"},
                "not_published": {"reason": "The child can be known"},
            },
            [],
        ),
    ],
)
def test_six_months_from_the_decision_and_delays_are_told(steps: dict[str, Any], found: list[tuple[str, str]]) -> None:
    assert told({"status": "draft", "workflow": steps}) == found


def test_a_case_without_workflow_has_no_steps() -> None:
    assert told({"status": "draft"}) == []


def test_what_was_accepted_for_a_time_is_told_until_it_is_looked_at_again() -> None:
    accepted = {"rule": "untagged-pdf", "reason": "It is old", "decided": "2025", "until": "2026-11"}
    fields = {"documents": [{"kind": "report", "file": "report.pdf", "accepted": [accepted]}]}
    assert told(fields) == [("2026-11-30", "accepted-until")]
    assert told(fields, date(2027, 3, 1)) == [("2026-11-30", "accepted-until")]
    assert told(fields, date(2026, 10, 1)) == []
    assert told(fields | {"status": "withdrawn"}) == []


def test_a_link_that_was_looked_at_by_hand_is_told() -> None:
    link = {"address": "https://tarnshire.example/", "reason": "A wall", "checked": "2026-06-01", "until": "2026-12-01"}
    (one,) = due(records({}, (LinkException.model_validate(link),)), TODAY, 4)
    assert (one.day.isoformat(), one.key, one.file) == ("2026-12-01", "link-looked-at", "content/link-exceptions.yml")


def test_a_step_with_a_day_to_come_is_planned_and_still_to_do() -> None:
    waiting = {"status": "scheduled", "publish_on": "2026-12-14"}
    planned = told({**waiting, "workflow": {"legal_check": "2026-12-01"}})
    assert "legal-check" in {key for _, key in planned}
    done = told({**waiting, "workflow": {"legal_check": "2026-11-24"}})
    assert "legal-check" not in {key for _, key in done}

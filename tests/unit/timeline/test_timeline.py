"""The steps with their days, worked out by hand; each form of them the same every time. All cases are invented."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any, Final
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from generator.model import Case, Nation, PartialDate, Recipient, Repository, Step, Workflow
from generator.model.recommendation import RecommendationSettings, RecommendationStatus
from generator.timeline import (
    Timeline,
    as_calendar,
    as_json,
    as_picture,
    as_text,
    case_timeline,
    draw_bars,
    from_referral,
    publication_timeline,
)

TODAY: Final = date(2026, 12, 18)
STEPS: Final = tuple(
    Step.model_validate(each)
    for each in (
        {"rule": "notification"},
        {"rule": "to-panel"},
        {"rule": "six-months"},
        {"rule": "sign-off", "by": ["police"]},
        {"rule": "legal-check"},
        {"rule": "family-informed", "working_days": 2},
        {"rule": "media-contact"},
        {"rule": "reviewer"},
        {"rule": "report-holds"},
        {"rule": "impact"},
        {"rule": "copies", "working_days": 7, "to": ["national-panel", "ofsted"]},
        {"rule": "submission", "repository": "nspcc", "working_days": 20},
        {"rule": "availability"},
        {"rule": "availability-review"},
    )
)
for each in STEPS:
    each.find_destinations(
        (Recipient(id="national-panel", label="the National Panel"), Recipient(id="ofsted", label="Ofsted")),
        (Repository(id="nspcc", label="the NSPCC repository"),),
    )
SVG: Final = "{http://www.w3.org/2000/svg}"


def days(timeline: Timeline) -> dict[str, str]:
    return {step.key: step.due.isoformat() for step in timeline.steps}


def states(timeline: Timeline) -> dict[str, str]:
    return {step.key: str(step.state) for step in timeline.steps}


def case(workflow: dict[str, Any] | None, **more: Any) -> Case:
    return Case.model_validate(
        {"id": "hazel", "name": "Hazel", "type": "cspr", "status": "draft", "workflow": workflow, **more}
    )


def events_of(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data.decode()).walk("VEVENT"))


CHRISTMAS: Final = {
    "recommended": "2026-12-15",
    "decided": "2026-12-16",
    "forms-sent": "2026-12-17",
    "family-contacted": "2026-12-17",
    "forms-back": "2026-12-29",
    "meeting": "2027-01-05",
    "report": "2027-01-06",
    "to-panel": "2027-01-07",
    "completed": "2027-07-07",
}
"""From Monday 14 December 2026: free are 19, 20, 25, 26, 27 and 28 December, and 1, 2 and 3 January."""


def test_the_clock_of_a_rapid_review_across_christmas() -> None:
    found = from_referral(date(2026, 12, 14), TODAY)
    assert days(found) == CHRISTMAS
    meeting = next(step for step in found.steps if step.key == "meeting")
    assert meeting.starts == date(2026, 12, 30)
    assert "the six months are counted from working day 15" in " ".join(found.notes)


def test_the_six_months_count_from_the_decision_where_it_is_known() -> None:
    found = from_referral(date(2026, 12, 14), TODAY, date(2026, 12, 31))
    assert days(found)["completed"] == "2027-06-30"
    assert "not known" not in " ".join(found.notes)


@pytest.mark.parametrize(
    ("referral", "first", "last", "said"),
    [
        ("2026-11-21", "2026-11-23", "2026-12-11", "though it is a Saturday"),
        ("2026-12-25", "2026-12-29", "2027-01-19", "though it is Christmas Day"),
        ("2027-03-25", "2027-03-30", "2027-04-19", "Day 1 is the next working day: Tuesday 30 March 2027"),
    ],
)
def test_the_day_of_the_referral_is_day_0_whatever_day_it_is(referral: str, first: str, last: str, said: str) -> None:
    found = from_referral(date.fromisoformat(referral), TODAY)
    assert (days(found)["recommended"], days(found)["to-panel"]) == (first, last)
    assert said in found.notes[0]


def test_the_steps_are_counted_back_from_publication() -> None:
    found = publication_timeline(date(2027, 3, 15), STEPS, TODAY, "Invented review")
    assert days(found) == {
        "copy-national-panel": "2027-03-04",
        "copy-ofsted": "2027-03-04",
        "sign-off": "2027-03-04",
        "legal-check": "2027-03-04",
        "family-informed": "2027-03-11",
        "media-contact": "2027-03-15",
        "reviewer": "2027-03-15",
        "report-holds": "2027-03-15",
        "impact": "2027-03-15",
        "published": "2027-03-15",
        "to-nspcc": "2027-04-14",
        "availability-review": "2028-03-15",
    }


def test_publication_on_a_free_day_is_said() -> None:
    found = publication_timeline(date(2027, 3, 28), STEPS, TODAY, "Invented review")
    assert found.notes[0].startswith("Sunday 28 March 2027 is a Sunday")
    assert days(found)["copy-ofsted"] == "2027-03-17"


def test_where_a_case_stands() -> None:
    known = {
        "aware": "2026-11-09",
        "notification": "2026-11-16",
        "referral": "2026-11-10",
        "rapid_review": {"forms_sent": "2026-11-13", "meeting": "2026-11-30", "to_panel": "2026-12-02"},
        "decision": {"date": "2026-12-02", "outcome": "local-cspr"},
        "planned": "2026-12-29",
        "sign_off": [{"by": "Police", "date": "2026-12-14"}],
        "legal_check": "2026-12-17",
        "media_contact": "the council",
        "copies": [{"to": "ofsted", "sent": "2026-12-14"}],
        "accepted": [{"rule": "to-panel", "reason": "Invented.", "date": "2026-12-16"}],
    }
    found = case_timeline(case(known), STEPS, TODAY)
    assert states(found) == {
        "notification": "done",
        "recommended": "not recorded",
        "decided": "not recorded",
        "forms-sent": "done",
        "family-contacted": "not recorded",
        "forms-back": "not recorded",
        "meeting": "done late",
        "report": "not recorded",
        "to-panel": "accepted as it is",
        "sign-off": "done",
        "legal-check": "done",
        "copy-national-panel": "overdue",
        "copy-ofsted": "done",
        "family-informed": "next",
        "media-contact": "done",
        "reviewer": "to come",
        "report-holds": "to come",
        "impact": "to come",
        "published": "to come",
        "to-nspcc": "to come",
        "completed": "to come",
        "availability-review": "to come",
    }
    assert days(found)["copy-ofsted"] == "2026-12-16"
    assert days(found)["report"] == "2026-12-01"
    assert days(found)["completed"] == "2027-06-02"
    assert found.notes == ("Publication is taken to be on Tuesday 29 December 2026.",)


def test_a_day_to_come_is_planned_and_not_done() -> None:
    known = {"planned": "2026-12-29", "legal_check": "2026-12-21", "family_informed": "2026-12-30"}
    found = case_timeline(case(known), STEPS, TODAY)
    assert states(found)["legal-check"] == "planned"
    assert "planned, 21 December 2026" in as_text(found)
    assert states(found)["family-informed"] != "done", "planned for a day after the publication"
    (planned,) = (each for each in json.loads(as_json(found))["steps"] if each["key"] == "legal-check")
    assert (planned["done"], planned["planned"]) == (None, "2026-12-21")
    later = states(case_timeline(case(known), STEPS, date(2026, 12, 21)))
    assert later["legal-check"] in ("done", "done late")


def test_a_step_is_overdue_from_the_day_after() -> None:
    known = {"referral": "2026-12-14"}
    for today, state in ((15, "next"), (16, "overdue")):
        assert states(case_timeline(case(known), STEPS, date(2026, 12, today)))["recommended"] == state


def test_no_step_of_a_published_review_without_a_workflow_is_overdue() -> None:
    published = Case(id="hazel", name="Hazel", published=PartialDate(2022, 9, 30))
    found = case_timeline(published, STEPS, TODAY)
    assert set(states(found).values()) == {"done", "not recorded"}
    assert states(found)["sign-off"] == "not recorded"
    assert "The record has no workflow" in " ".join(found.notes)
    known = published.model_copy(update={"workflow": Workflow()})
    assert "overdue" in states(case_timeline(known, STEPS, TODAY)).values()


def test_a_case_that_says_nothing_is_told_so() -> None:
    found = case_timeline(case(None), STEPS, TODAY)
    assert found.steps == ()
    assert "add workflow" in found.notes[0]
    assert as_text(found).startswith("Hazel: progress of the case\n")
    assert "<svg" in as_picture(found)


def test_one_signature_of_two_is_not_enough_and_a_delay_has_its_own_end() -> None:
    known = {
        "sign_off": [{"by": "health", "date": "2026-12-14"}],
        "decision": {"date": "2026-05-04", "outcome": "local-cspr"},
        "delay": {"reason": "Invented.", "notified": "2026-10-01", "until": "2027-01-29"},
    }
    found = case_timeline(case(known, publish_on="2027-02-01"), STEPS, TODAY)
    assert states(found)["sign-off"] == "next"
    assert (states(found)["completed"], days(found)["delayed"]) == ("overdue", "2027-01-29")


def test_no_review_follows_where_the_decision_says_so() -> None:
    known = {"decision": {"date": "2026-05-04", "outcome": "no-further-action"}}
    assert case_timeline(case(known), STEPS, TODAY).steps == ()


TIMELINES: Final = {
    "referral": from_referral(date(2026, 12, 14), TODAY),
    "publication": publication_timeline(date(2027, 3, 15), STEPS, TODAY, "Invented review"),
    "case": case_timeline(
        case({"planned": "2027-02-01", "referral": "2026-12-14", "notes": ["zzcanary"]}), STEPS, TODAY
    ),
}


@pytest.mark.parametrize("name", TIMELINES)
def test_a_calendar_has_a_whole_day_for_each_step_that_is_open(name: str) -> None:
    timeline = TIMELINES[name]
    data = as_calendar(timeline)
    assert data == as_calendar(timeline)
    events = events_of(data)
    assert [event["DTSTART"].dt for event in events] == [step.due for step in timeline.steps if step.is_open]
    assert all((event["DTEND"].dt - event["DTSTART"].dt).days == 1 for event in events)
    uids = [str(event["UID"]) for event in events]
    assert len(set(uids)) == len(uids)
    assert all(re.fullmatch(r"[a-z0-9-]+@timeline\.reviews-library", uid) for uid in uids)
    assert b"Hazel" not in data
    assert b"zzcanary" not in data


def test_an_event_keeps_its_name_when_a_case_moves() -> None:
    first, second = (
        {str(each["UID"]) for each in events_of(as_calendar(found))}
        for found in (case_timeline(case({"planned": day}), STEPS, TODAY) for day in ("2027-02-01", "2027-02-08"))
    )
    assert first == second


@pytest.mark.parametrize("name", TIMELINES)
def test_a_picture_says_everything_in_words_and_runs_nothing(name: str) -> None:
    timeline = TIMELINES[name]
    text = as_picture(timeline)
    assert text == as_picture(timeline)
    root = ET.fromstring(text)
    title, told = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None and told is not None and told.text is not None
    assert title.text == timeline.title
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {told.get('id')}"
    assert {each.tag.removeprefix(SVG) for each in root} <= {"title", "desc", "style", "rect", "text", "polygon"}
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    words = " ".join(each.text or "" for each in root.iter(f"{SVG}text"))
    for step in timeline.steps:
        assert step.title in told.text
        assert step.title in words


@pytest.mark.parametrize("name", TIMELINES)
def test_programs_get_the_same_steps(name: str) -> None:
    read = json.loads(as_json(TIMELINES[name]))
    assert [each["due"] for each in read["steps"]] == [step.due.isoformat() for step in TIMELINES[name].steps]
    assert read["version"] == 1
    assert all(date.fromisoformat(each["due"]).strftime("%A") == each["weekday"] for each in read["steps"])


def test_the_text_has_a_line_a_step_and_bars_by_the_day() -> None:
    lines = as_text(TIMELINES["referral"]).splitlines()
    assert lines[0] == "Rapid review, from the referral on Monday 14 December 2026"
    assert re.match(r"Tue  5 Jan 2027  The meeting .*  working day 10 to 13  .*framework 3\.4\.7$", lines[8])
    drawn = dict(draw_bars(TIMELINES["referral"]))
    heading = drawn.pop(" " * max(len(step.title) for step in TIMELINES["referral"].steps))
    assert heading == "14 Dec 21     28     4 Jan"
    assert {each.strip(): bar for each, bar in drawn.items()}["The forms are back"] == "=====--====----x..   ...."
    assert "The review is complete" not in {each.strip() for each in drawn}


STATUSES: Final = {
    each: RecommendationStatus.model_validate({"id": each, "label": each, **more})
    for each, more in (
        ("under-way", {}),
        ("done", {"open": False, "done": True}),
        ("refused", {"open": False, "not_implemented": True}),
    )
}


def recommendation(identity: str, due: str, *progress: tuple[str, str]) -> dict[str, Any]:
    entries = [{"date": day, "status": status, "text": "Private words."} for day, status in progress]
    return {"id": identity, "text": "Private words.", "to": "police", "due": due, "progress": entries}


def test_what_follows_the_report_is_in_the_timeline() -> None:
    case = Case.model_validate(
        {
            "id": "hazel",
            "name": "Hazel",
            "type": "sar",
            "workflow": {
                "coroner_reports": [
                    {"date": "2026-10-28", "to": "police"},
                    {"date": "2026-01-05", "extended_to": "2026-04-01", "answered": "2026-03-30"},
                ]
            },
            "recommendations": [
                recommendation("r1", "2026-11", ("2026-10-05", "done"), ("2026-12-01", "done")),
                recommendation("r2", "2026-12-01", ("2026-10", "under-way")),
                recommendation("r3", "2026-12-01", ("2026-10", "refused")),
            ],
        }
    )
    timeline = case_timeline(
        case, (), TODAY, Nation.ENGLAND, STATUSES, RecommendationSettings(test_done_after_months=1)
    )
    assert days(timeline) == {
        "coroner-report-1": "2026-12-23",
        "coroner-report-2": "2026-04-01",
        "recommendation-r1": "2026-11-30",
        "recommendation-r2": "2026-12-01",
        "test-r1": "2027-01-01",
    }
    assert states(timeline) == {
        "coroner-report-1": "next",
        "coroner-report-2": "done",
        "recommendation-r1": "done",
        "recommendation-r2": "overdue",
        "test-r1": "to come",
    }
    coroner = next(step for step in timeline.steps if step.key == "coroner-report-1")
    assert coroner.source == "Coroners (Investigations) Regulations 2013, regulation 29"
    assert "Private words" not in as_text(timeline) + as_json(timeline) + as_calendar(timeline).decode()

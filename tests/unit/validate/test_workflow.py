"""The steps around publication: each rule just inside, just outside, and exactly on its day. All cases are invented."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date
from typing import Any, Final

import pytest
from pydantic import BaseModel

from generator.diagnostics import CATALOGUE, rule_by_slug
from generator.model import WORKFLOW_STEPS, Case, RawRecord, Recipient, Repository, Source, Step, StepRule, Workflow
from generator.model.workflow import RapidReview
from generator.report import FORMATS, report
from generator.validate.rules.workflow import CHECKS
from generator.validate.rules.workflow.case_step import CaseStep

TODAY: Final = "2026-11-22"
RAW: Final = RawRecord("case", "hazel", Source("hazel/case.yml", ""), {}, (1, 1, {}))
URL: Final = "https://www.tarnshire.example/report.pdf"
REPORT: Final = {"kind": "report", "url": URL}
ALL_THREE: Final = [{"to": each, "sent": "2027-03-04"} for each in ("national-panel", "ofsted", "secretary-of-state")]
IN_MARCH: Final = {"published": "2027-03-15"}
WITHHELD: Final = {"kind": "report", "availability": "withheld", "reason": "Invented."}
IMPROVEMENTS: Final = {"kind": "improvements", "url": URL}
NO_IMPROVEMENTS: Final = {**WITHHELD, "kind": "improvements"}
DELAYED: Final = {"kind": "report", "availability": "delayed", "reason": "Invented."}
ON_REQUEST: Final = {"kind": "report", "availability": "on-request"}
WHY: Final = {"reason": "Invented.", "notified": "2026-09-01"}
LOCAL: Final = {"date": "2026-04-20", "outcome": "local-cspr"}


def ofsted(day: str) -> dict[str, Any]:
    return {"copies": [{"to": "ofsted", "sent": day}]}


def faults(
    rule: str, case: dict[str, Any], workflow: dict[str, Any] | None, today: str = TODAY, **step: Any
) -> list[str]:
    """What a rule finds in a case."""
    record = Case.model_validate({"id": "hazel", "name": "Hazel", "type": "cspr", "workflow": workflow, **case})
    required = Step.model_validate({"rule": rule, **step})
    required.find_destinations(RECIPIENTS, REPOSITORIES)
    subject = CaseStep(RAW, record, required, date.fromisoformat(today))
    return [each.message for each in CHECKS[StepRule(rule)](subject)]


RECIPIENTS: Final = tuple(Recipient(id=each["to"], label=each["to"]) for each in ALL_THREE)
REPOSITORIES: Final = (Repository(id="nspcc", label="the NSPCC"), Repository(id="sar-library", label="the SAR library"))
OFSTED: Final = {"to": ["ofsted"]}

TABLE: Final[list[tuple[str, str, dict[str, Any], dict[str, Any] | None, str, dict[str, Any], int]]] = [
    # copies: publication on Monday 15 March 2027, so Thursday 4 March is the latest day
    ("copies", "a day early", IN_MARCH, ofsted("2027-03-03"), TODAY, OFSTED, 0),
    ("copies", "on the latest day", IN_MARCH, ofsted("2027-03-04"), TODAY, OFSTED, 0),
    ("copies", "a day late", IN_MARCH, ofsted("2027-03-05"), TODAY, OFSTED, 1),
    ("copies", "none yet, on the latest day", IN_MARCH, {}, "2027-03-04", OFSTED, 0),
    ("copies", "none, the day after", IN_MARCH, {}, "2027-03-05", OFSTED, 1),
    ("copies", "to all three", IN_MARCH, {"copies": ALL_THREE}, "2027-03-05", {}, 0),
    ("copies", "to two of three", IN_MARCH, {"copies": ALL_THREE[:2]}, "2027-03-05", {}, 1),
    ("copies", "to nobody", IN_MARCH, {}, "2027-03-05", {}, 3),
    ("copies", "across Easter, in time", {"published": "2027-04-01"}, ofsted("2027-03-19"), TODAY, OFSTED, 0),
    ("copies", "across Easter, late", {"published": "2027-04-01"}, ofsted("2027-03-22"), TODAY, OFSTED, 1),
    ("copies", "in a month, perhaps", {"published": "2027-03"}, ofsted("2027-03-18"), TODAY, OFSTED, 0),
    ("copies", "in a month, for certain", {"published": "2027-03"}, ofsted("2027-03-19"), TODAY, OFSTED, 1),
    ("copies", "a month that may be in time", IN_MARCH, ofsted("2027-03"), TODAY, OFSTED, 0),
    ("copies", "a month that is too late", IN_MARCH, ofsted("2027-04"), TODAY, OFSTED, 1),
    ("copies", "the second copy does not count", IN_MARCH,
     {"copies": [{"to": "ofsted", "sent": "2027-03-10"}, {"to": "ofsted", "sent": "2027-03-01"}]}, TODAY, OFSTED, 0),
    ("copies", "a draft that is planned", {"status": "draft"}, {"planned": "2027-03-15", **ofsted("2027-03-05")}, TODAY,
     OFSTED, 1),
    ("copies", "scheduled", {"status": "scheduled", "publish_on": "2027-03-15"}, ofsted("2027-03-05"), TODAY,
     OFSTED, 1),
    ("copies", "ten days, on the day", IN_MARCH, ofsted("2027-03-01"), TODAY, {**OFSTED, "working_days": 10}, 0),
    ("copies", "ten days, a day late", IN_MARCH, ofsted("2027-03-02"), TODAY, {**OFSTED, "working_days": 10}, 1),
    ("copies", "no day of publication", {}, {}, TODAY, {}, 0),
    ("copies", "archived long ago", {"status": "archived", **IN_MARCH}, {}, "2028-06-01", {}, 0),
    ("reviewer", "named", {"reviewer": "Robin Ashdown"}, {}, TODAY, {}, 0),
    ("reviewer", "not named", {}, {}, TODAY, {}, 1),
    ("reviewer", "not named, a draft", {"status": "draft"}, {}, TODAY, {}, 0),
    ("report-holds", "both", {"documents": [REPORT]}, {"report_holds": ["improvements", "reasons"]}, TODAY, {}, 0),
    ("report-holds", "one", {"documents": [REPORT]}, {"report_holds": ["reasons"]}, TODAY, {}, 1),
    ("report-holds", "one is enough here", {"documents": [REPORT]}, {"report_holds": ["reasons"]}, TODAY,
     {"parts": ["reasons"]}, 0),
    ("report-holds", "nothing written", {"documents": [REPORT]}, None, TODAY, {}, 1),
    ("report-holds", "no report to read", {"documents": [ON_REQUEST]}, {}, TODAY, {}, 0),
    ("report-holds", "a draft", {"documents": [REPORT], "status": "draft"}, {}, TODAY, {}, 0),
    ("report-holds", "another kind is the report", {"documents": [{"kind": "overview-report", "url": URL}]}, {}, TODAY,
     {"documents": ["report", "overview-report"]}, 1),
    # availability: published on 15 October 2025, so it stays until 15 October 2026
    *[
        ("availability", f"{status} {since}", {"published": "2025-10-15", "status": status, "status_since": since,
                                               "status_reason": "Invented."}, {}, TODAY, {},
         found if status == "archived" else 0)  # an emergency waits for nobody, and its reason is public
        for status in ("archived", "withdrawn")
        for since, found in (("2026-10-14", 1), ("2026-10-15", 0), ("2026-10-16", 0), ("2026-09", 1), ("2026-10", 0))
    ],
    ("availability", "archived nobody knows when, within the year", {"published": "2025-12", "status": "archived"}, {},
     "2026-11-30", {}, 1),
    ("availability", "archived nobody knows when, on the day", {"published": "2025-12", "status": "archived"}, {},
     "2026-12-01", {}, 0),
    ("availability", "taken away", {"published": "2026-01-02", "documents": [ON_REQUEST]}, {}, "2027-01-01", {}, 1),
    ("availability", "taken away on the day", {"published": "2026-01-02", "documents": [ON_REQUEST]}, {},
     "2027-01-02", {}, 0),
    ("availability", "there", {"published": "2026-01-02", "documents": [REPORT]}, {}, TODAY, {}, 0),
    ("availability", "not public yet", {"publish_on": "2026-12-01", "status": "scheduled",
     "documents": [ON_REQUEST]}, {},
     TODAY, {}, 0),
    ("availability", "six months are enough here", {"published": "2026-01-02", "status": "archived",
                                                    "status_since": "2026-07-02"}, {}, TODAY, {"months": 6}, 0),
    # six months: decided on 20 April 2026, so complete on 20 October 2026
    *[
        ("six-months", f"complete {day}", {}, {"decision": LOCAL, "completed": day}, TODAY, {}, found)
        for day, found in (("2026-10-19", 0), ("2026-10-20", 0), ("2026-10-21", 1), ("2026-10", 0), ("2026-11", 1))
    ],
    ("six-months", "at work on the last day", {}, {"decision": LOCAL}, "2026-10-20", {}, 0),
    ("six-months", "at work a day later", {}, {"decision": LOCAL}, "2026-10-21", {}, 1),
    ("six-months", "published in time", {"published": "2026-10-20"}, {"decision": LOCAL}, TODAY, {}, 0),
    ("six-months", "delayed with reason and notice", {}, {"decision": LOCAL, "delay": WHY}, TODAY, {}, 0),
    ("six-months", "delayed, nobody told", {}, {"decision": LOCAL, "delay": {"reason": "Invented."}}, TODAY, {}, 1),
    ("six-months", "delayed until today", {}, {"decision": LOCAL, "delay": {**WHY, "until": TODAY}}, TODAY, {}, 0),
    ("six-months", "delayed until yesterday", {}, {"decision": LOCAL, "delay": {**WHY, "until": "2026-11-21"}},
     TODAY, {}, 1),
    ("six-months", "no review follows", {}, {"decision": {**LOCAL, "outcome": "no-further-action"}}, TODAY, {}, 0),
    ("six-months", "no decision", {}, {}, TODAY, {}, 0),
    # submission: published on 15 October 2026, so 12 November is the twentieth working day
    ("submission", "on the last day", {"published": "2026-10-15"}, {}, "2026-11-12", {}, 0),
    ("submission", "a day later", {"published": "2026-10-15"}, {}, "2026-11-13", {}, 1),
    ("submission", "sent", {"published": "2026-10-15"}, {"submissions": [{"to": "nspcc", "sent": "2026-11"}]}, TODAY,
     {}, 0),
    ("submission", "sent elsewhere", {"published": "2026-10-15"}, {"submissions": [{"to": "nspcc", "sent": "2026-11"}]},
     TODAY, {"repository": "sar-library"}, 1),
    ("submission", "five days", {"published": "2026-10-15"}, {}, "2026-10-23", {"working_days": 5}, 1),
    ("submission", "five days, on the day", {"published": "2026-10-15"}, {}, "2026-10-22", {"working_days": 5}, 0),
    ("not-published", "published", {"documents": [REPORT]}, {}, TODAY, {}, 0),
    ("not-published", "withheld, no reason", {"documents": [WITHHELD]}, {}, TODAY, {}, 1),
    ("not-published", "withheld with a reason", {"documents": [WITHHELD]}, {"not_published": WHY}, TODAY, {}, 0),
    ("not-published", "nobody told", {"documents": [WITHHELD]}, {"not_published": {"reason": "Invented."}}, TODAY,
     {}, 1),
    ("not-published", "delayed, no reason", {"documents": [DELAYED]}, {}, TODAY, {}, 1),
    ("not-published", "delayed with a reason", {"documents": [DELAYED]}, {"delay": WHY}, TODAY, {}, 0),
    ("not-published", "no report at all", {}, {}, TODAY, {}, 1),
    ("not-published", "no report, a draft", {"status": "draft"}, {}, TODAY, {}, 0),
    ("improvements", "a report", {"documents": [REPORT]}, None, TODAY, {}, 0),
    ("improvements", "not published yet", {"publication": "not-yet"}, None, TODAY, {}, 0),
    ("improvements", "not published", {"publication": "not-published"}, None, TODAY, {}, 1),
    ("improvements", "withheld", {"documents": [WITHHELD]}, None, TODAY, {}, 1),
    ("improvements", "one of two withheld", {"documents": [REPORT, {**WITHHELD, "id": "part-2"}]}, None, TODAY, {}, 0),
    ("improvements", "delayed", {"documents": [DELAYED]}, None, TODAY, {}, 0),
    ("improvements", "published", {"documents": [WITHHELD, IMPROVEMENTS]}, None, TODAY, {}, 0),
    ("improvements", "with a reason", {"documents": [WITHHELD, NO_IMPROVEMENTS]}, None, TODAY, {}, 0),
    ("improvements", "a draft", {"status": "draft", "documents": [WITHHELD]}, None, TODAY, {}, 0),
    ("media-contact", "named", {}, {"media_contact": "the council's press office"}, TODAY, {}, 0),
    ("media-contact", "not named", {}, {}, TODAY, {}, 1),
    ("media-contact", "not named, a draft", {"status": "draft"}, {}, TODAY, {}, 0),
    *[
        (rule, f"{day or 'never'}", IN_MARCH, {field: day} if day else {}, TODAY, {}, found)
        for rule, field in (("impact", "impact_considered"), ("legal-check", "legal_check"),
                            ("family-informed", "family_informed"))
        for day, found in (("2027-03-14", 0), ("2027-03-15", 0), ("2027-03-16", 1), ("2027-03", 0), ("2027-04", 1),
         ("", 1))
    ],
    ("family-informed", "five days before", IN_MARCH, {"family_informed": "2027-03-08"}, TODAY, {"working_days": 5}, 0),
    ("family-informed", "four days before", IN_MARCH, {"family_informed": "2027-03-09"}, TODAY, {"working_days": 5}, 1),
    ("sign-off", "nobody", IN_MARCH, {}, TODAY, {}, 1),
    ("sign-off", "somebody", IN_MARCH, {"sign_off": [{"by": "the panel", "date": "2027-03-15"}]}, TODAY, {}, 0),
    ("sign-off", "too late", IN_MARCH, {"sign_off": [{"by": "the panel", "date": "2027-03-16"}]}, TODAY, {}, 1),
    ("sign-off", "no day", IN_MARCH, {"sign_off": [{"by": "the panel"}]}, TODAY, {}, 1),
    ("sign-off", "all who must", IN_MARCH, {"sign_off": [{"by": "Police", "date": "2027-03"}, {"by": "Health",
     "date": "2027"}]},
     TODAY, {"by": ["police", "health"]}, 0),
    ("sign-off", "one is missing", IN_MARCH, {"sign_off": [{"by": "Police", "date": "2027-03"}]}, TODAY,
     {"by": ["police", "health"]}, 1),
    # notification: aware on Monday 21 December 2026; the fifth working day is Wednesday 30 December
    *[
        ("notification", day or "never", {}, {"aware": "2026-12-21", **({"notification": day} if day else {})},
         today, {}, found)
        for day, today, found in (
            ("2026-12-29", TODAY, 0), ("2026-12-30", TODAY, 0), ("2026-12-31", TODAY, 1), ("2026-12", TODAY, 0),
            ("", "2026-12-30", 0), ("", "2026-12-31", 1),
        )
    ],
    ("notification", "nobody was aware", {}, {"notification": "2026-12-30"}, TODAY, {}, 0),
    # to the Panel: referred on Monday 14 December 2026; the fifteenth working day is Thursday 7 January 2027
    *[
        ("to-panel", day or "never", {}, {"referral": "2026-12-14",
         **({"rapid_review": {"to_panel": day}} if day else {})},
         today, {}, found)
        for day, today, found in (
            ("2027-01-06", TODAY, 0), ("2027-01-07", TODAY, 0), ("2027-01-08", TODAY, 1), ("2027-01", TODAY, 0),
            ("2027-02", TODAY, 1), ("", "2027-01-07", 0), ("", "2027-01-08", 1),
        )
    ],
    ("availability-review", "the day before", {"published": "2025-11-23"}, {}, TODAY, {}, 0),
    ("availability-review", "on the day", {"published": "2025-11-22"}, {}, TODAY, {}, 1),
    ("availability-review", "the day after", {"published": "2025-11-21"}, {}, TODAY, {}, 1),
    ("availability-review", "decided", {"published": "2025-11-21"}, {"availability_reviewed": "2026-11"}, TODAY, {}, 0),
    ("availability-review", "archived", {"published": "2025-11-21", "status": "archived"}, {}, TODAY, {}, 0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "name", "case", "workflow", "today", "step", "count"),
    TABLE,
    ids=[f"{each[0]}: {each[1]}" for each in TABLE],
)
def test_a_step_is_missed_or_not(
    rule: str,
    name: str,
    case: dict[str, Any],
    workflow: dict[str, Any] | None,
    today: str,
    step: dict[str, Any],
    count: int,
) -> None:
    assert len(faults(rule, case, workflow, today, **step)) == count


def test_every_step_has_samples_here_a_check_a_row_and_a_code() -> None:
    assert {each[0] for each in TABLE} == {str(each) for each in StepRule} == {str(check) for check in CHECKS}
    assert set(WORKFLOW_STEPS) == set(StepRule)
    assert [WORKFLOW_STEPS[each].code for each in StepRule] == [
        f"W9{number:02}" for number in (*range(1, 8), 24, *range(8, 16))
    ]


def test_every_row_names_a_field_of_the_record() -> None:
    models: dict[str, type[BaseModel]] = {"case": Case, "workflow": Workflow, "rapid_review": RapidReview}
    for row in WORKFLOW_STEPS.values():
        *parents, name = ("case", *row.path)
        assert name in models[str(parents[-1])].model_fields


def test_a_row_with_a_task_or_a_label_has_a_deadline_that_can_be_written() -> None:
    for row in WORKFLOW_STEPS.values():
        assert (row.counted is None) == (row.label == "")
        assert row.counted is not None or not row.task
        step = Step(rule=row.rule)
        for text in (row.label, row.task, row.missing, row.late, row.hint if row.task or row.add else ""):
            assert "{days}" not in step.words(text, (*step.destinations, None)[0])


@pytest.fixture
def sites(small: dict[str, Any]) -> Callable[..., dict[str, Any]]:
    """The small site with a workflow in its case, and other steps for its type."""

    def make(workflow: dict[str, Any] | None, *steps: dict[str, Any], **case: Any) -> dict[str, Any]:
        fields = copy.deepcopy(small)
        fields["rowan"] |= case
        fields["rowan-lessons"]["published"] = fields["rowan"].get("published", "2022-10")
        if workflow is not None:
            fields["rowan"]["workflow"] = workflow
        if steps:
            fields["vocabulary"]["review_types"][0]["steps"] = list(steps)
        return fields

    return make


def told(found: Any) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.severity)) for finding in found.findings]


Make = Callable[..., dict[str, Any]]
Find = Callable[[dict[str, Any]], Any]


def test_a_case_without_workflow_is_left_alone_unless_it_is_published_from_a_day_on(
    sites: Make, found_in: Find
) -> None:
    step = {"rule": "reviewer", "every_case_since": "2026-01-01"}
    assert told(found_in(sites(None, step, published="2025-12-31"))) == []
    assert told(found_in(sites(None, step, published="2026-01-01"))) == [("W902", "warning")]
    assert told(found_in(sites(None, {"rule": "reviewer"}, published="2026-01-01"))) == []
    assert told(found_in(sites({}, step, published="2025-12-31"))) == [("W902", "warning")]


def test_a_step_may_concern_only_what_was_published_since_some_day(sites: Make, found_in: Find) -> None:
    step = {"rule": "submission", "repository": "sar-library", "since": "2019-04-01"}
    assert told(found_in(sites({}, step, published="2019-03"))) == []
    assert told(found_in(sites({}, step, published="2019-04-01"))) == [("W906", "note")]


def test_the_partnership_says_how_much_a_step_weighs(sites: Make, found_in: Find) -> None:
    for severity in ("note", "warning", "error"):
        found = found_in(sites({}, {"rule": "reviewer", "severity": severity}))
        assert told(found) == [("W902", severity)]


def test_what_has_a_recorded_reason_is_accepted_and_a_needless_entry_is_told(sites: Make, found_in: Find) -> None:
    accepted = {"accepted": [{"rule": "reviewer", "reason": "Invented.", "date": "2026-10-01"}]}
    assert told(found_in(sites(accepted, {"rule": "reviewer"}))) == []
    assert told(found_in(sites(accepted, {"rule": "reviewer"}, reviewer="Robin Ashdown"))) == [("W916", "note")]
    assert told(found_in(sites(accepted, {"rule": "media-contact"}))) == [("W908", "warning"), ("W916", "note")]


def test_a_type_without_steps_is_not_looked_at_and_each_type_has_its_own(sites: Make, found_in: Find) -> None:
    fields = sites({}, {"rule": "reviewer"}, type="sar", published="2026-11-20")
    fields["vocabulary"]["review_types"][1]["steps"] = [{"rule": "media-contact"}]
    assert told(found_in(fields)) == [("W908", "warning")]
    fields["vocabulary"]["review_types"][1]["steps"] = []
    assert told(found_in(fields)) == []


def test_an_unknown_step_of_the_vocabulary_gets_the_nearest_one(sites: Make, found_in: Find) -> None:
    found = found_in(sites({}, {"rule": "copys"}))
    assert [(finding.code, finding.hint) for finding in found.findings] == [("R207", 'did you mean "copies"?')]


CANARY: Final = "zzcanary"
SPOILT: Final[dict[str, tuple[dict[str, Any], str]]] = {
    "an unknown field": ({CANARY: 1}, "R201"),
    "an unknown field deeper": ({"delay": {"reason": "x", CANARY: CANARY}}, "R201"),
    "no date": ({"referral": CANARY}, "R204"),
    "no date in a list": ({"copies": [{"to": "ofsted", "sent": CANARY}]}, "R204"),
    "an unknown word": ({"decision": {"date": "2026", "outcome": CANARY}}, "R207"),
    "an unknown rule": ({"accepted": [{"rule": CANARY, "reason": CANARY, "date": "2026"}]}, "R207"),
    "text for a list": ({"sign_off": CANARY}, "R203"),
    "a list for text": ({"methodology": [CANARY]}, "R203"),
    "fields for a date": ({"referral": {CANARY: CANARY}}, "R204"),
    "text for fields": ({"rapid_review": CANARY}, "R203"),
    "too long": ({"methodology": CANARY * 100}, "R207"),
    "nothing but a list": ([CANARY], "R203"),  # type: ignore[dict-item]
    "a missing field": ({"delay": {"until": "2026"}, "notes": [CANARY]}, "R202"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_fault_in_workflow_is_told_without_what_is_written_there(name: str, sites: Make, found_in: Find) -> None:
    workflow, code = SPOILT[name]
    found = found_in(sites(workflow))
    assert [finding.code for finding in found.findings] == [code]
    assert found.findings[0].location.line is not None
    for form in FORMATS:
        assert CANARY not in report(found.findings, form)


def test_a_missed_step_is_told_without_a_day_or_a_word_of_workflow(sites: Make, found_in: Find) -> None:
    rules = [{"rule": str(each), "repository": "nspcc"} for each in StepRule]
    workflow = {
        "aware": "2026-03-02", "notification": "2026-03-31", "referral": "2026-03-03", "planned": "2026-05-06",
        "rapid_review": {"to_panel": "2026-05-07"}, "decision": {"date": "2024-05-08", "outcome": "local-cspr"},
        "sign_off": [{"by": CANARY}], "legal_check": "2026-07-09", "family_informed": "2026-07-10",
        "impact_considered": "2026-07-11", "copies": [{"to": "ofsted", "sent": "2026-07-12"}],
        "not_published": {"reason": CANARY}, "delay": {"reason": CANARY}, "notes": [CANARY],
    }  # fmt: skip
    fields = sites(workflow, *rules, published="2025-06-01")
    found = found_in(fields)
    assert {code for code, _ in told(found)} == {rule_by_slug(each).code for each in StepRule} - {
        "W903",
        "W904",
        "W924",
    }
    for form in FORMATS:
        text = report(found.findings, form)
        assert CANARY not in text
        assert "2026-" not in text
    assert all(finding.code in CATALOGUE for finding in found.findings)

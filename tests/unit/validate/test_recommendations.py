"""The rules on recommendations where a sample site does not reach: severities, borders, and several faults at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from generator.diagnostics import CATALOGUE, Severity
from tests.conftest import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Callable

Fields = dict[str, Any]


def review(small: Fields, *progress: Fields, **fields: Any) -> Fields:
    """The records, with a recommendation and its progress in the case."""
    one = {"id": "r1", "text": "Visit again.", "to": "council", "due": "2027-03", "progress": list(progress)} | fields
    small["rowan"]["recommendations"] = [one]
    return small


def entry(date: str = "2026-10", status: str = "under-way", **fields: Any) -> Fields:
    return {"date": date, "status": status, "text": "It is on its way."} | fields


def codes(found: Any) -> list[str]:
    return [code for code, _ in found.told if code.startswith(("C", "V", "P6", "R"))]


@pytest.mark.parametrize(("kind", "severity"), [("cspr", Severity.WARNING), ("sar", Severity.ERROR)])
def test_a_missing_reason_is_an_error_for_adults_where_the_law_asks(
    small: Fields, found_in: Callable[[Fields], Any], kind: str, severity: Severity
) -> None:
    review(small, entry(status="not-accepted"))["rowan"]["type"] = kind
    (finding,) = (each for each in found_in(small).findings if each.code == "C107")
    assert finding.severity is severity


@pytest.mark.parametrize(
    ("due", "reported"),
    [("2026-05-22", True), ("2026-05-23", False), ("2026-05", False), ("2026-04", True), ("2025", True)],
)
def test_overdue_is_reported_after_six_months_of_the_last_day_that_the_date_can_mean(
    small: Fields, found_in: Callable[[Fields], Any], due: str, reported: bool
) -> None:
    assert ("C109" in codes(found_in(review(small, entry(), due=due)))) is reported


def test_a_site_sets_after_how_many_months_overdue_is_reported(
    small: Fields, found_in: Callable[[Fields], Any]
) -> None:
    small["partnership"]["recommendations"] = {"overdue_after_months": 12}
    assert "C109" not in codes(found_in(review(small, entry(), due="2026-01")))
    small["partnership"]["recommendations"] = {"overdue_after_months": 1}
    assert "C109" in codes(found_in(review(small, entry(), due="2026-09")))


@pytest.mark.parametrize(("due", "said"), [("2025-12-31", "due on 31 December 2025"), ("2025-12", "due in December")])
def test_what_was_due_names_a_day_or_a_month(
    small: Fields, found_in: Callable[[Fields], Any], due: str, said: str
) -> None:
    (finding,) = (each for each in found_in(review(small, entry(), due=due)).findings if each.code == "C109")
    assert said in finding.message


def test_an_unknown_word_is_named_before_its_place(small: Fields, found_in: Callable[[Fields], Any]) -> None:
    review(small, entry(evidence=[{"kind": "qudit", "label": "A form"}]))
    (finding,) = (each for each in found_in(small).findings if each.code == "R207")
    assert finding.message.startswith('unknown kind "qudit" in "recommendations" item 1')


def test_an_opposite_status_is_no_hint(small: Fields, found_in: Callable[[Fields], Any]) -> None:
    (finding,) = (each for each in found_in(review(small, entry(status="accepted"))).findings if each.code == "C103")
    assert (finding.hint or "").startswith("one of: ")


def test_who_has_to_act_is_chosen_from_the_agencies_of_the_site(
    small: Fields, found_in: Callable[[Fields], Any]
) -> None:
    (finding,) = (each for each in found_in(review(small, entry(), to=[])).findings if each.code == "C104")
    assert "council" in (finding.hint or "") and "local-authority" not in (finding.hint or "")


@pytest.mark.parametrize("field", ["text", "id"])
def test_a_required_field_cannot_be_left_out(small: Fields, found_in: Callable[[Fields], Any], field: str) -> None:
    (finding,) = (each for each in found_in(review(small, entry(), **{field: None})).findings if each.code == "R203")
    assert "leave the field out" not in (finding.hint or "")


def test_what_is_closed_is_neither_overdue_nor_old_nor_in_need_of_a_date(
    small: Fields, found_in: Callable[[Fields], Any]
) -> None:
    done = entry("2023-01", "done", evidence=[{"label": "The new form"}])
    assert codes(found_in(review(small, done, due=None))) == []


def test_progress_names_nobody(small: Fields, found_in: Callable[[Fields], Any]) -> None:
    named = entry(text="Mrs Thornbury-Ashcombe wrote to the mother on 01632 960999.")
    with_reason = entry("2026-11", reason="Her number is 07700 900123.", how="Her NHS number is 943 476 5919.")
    listed = entry("2026-11", evidence=[{"label": "Letter to 01632 960888"}])
    found = found_in(review(small, named, with_reason, listed))
    lines = {each.location.line for each in found.findings if each.code.startswith("P62") or each.code == "P630"}
    assert len(lines) >= 4


def test_the_rules_on_words_links_and_html_hold_for_every_text(
    small: Fields, found_in: Callable[[Fields], Any]
) -> None:
    review(
        small, entry(text="See [Anna](case:anna).", reason="It is <b>bold</b>."), text="The child was a drug addict."
    )
    small["rowan"]["findings"] = [{"id": "f1", "text": "See [Bea](case:bea)."}]
    found = codes(found_in(small))
    assert found.count("P601") == 2
    assert "P602" in found
    assert any(each.startswith("P64") for each in found)


def test_a_theme_and_a_harm_are_terms_of_the_vocabulary(small: Fields, found_in: Callable[[Fields], Any]) -> None:
    found = codes(found_in(review(small, theme="no-theme", harm="no-harm")))
    assert found == ["V302", "V303"]


def test_an_agency_is_listed_once(small: Fields, found_in: Callable[[Fields], Any]) -> None:
    assert codes(found_in(review(small, to=["council", "police", "council"]))) == ["V311"]


def test_a_loop_of_three_is_one_diagnostic_and_a_chain_into_it_is_none(
    small: Fields, found_in: Callable[[Fields], Any]
) -> None:
    def one(identity: str, by: str) -> Fields:
        progress = [entry(status="superseded", superseded_by=by)]
        return {"id": identity, "text": "Visit again.", "to": "council", "progress": progress}

    small["rowan"]["recommendations"] = [one("r0", "r1"), one("r1", "r2"), one("r2", "r3"), one("r3", "r1")]
    (finding,) = (each for each in found_in(small).findings if each.code == "C113")
    assert "r1 -> r2 -> r3 -> r1" in finding.message


def test_a_recommendation_that_supersedes_itself_is_a_circle(small: Fields, found_in: Callable[[Fields], Any]) -> None:
    assert "C113" in codes(found_in(review(small, entry(status="superseded", superseded_by="r1"))))


@pytest.mark.parametrize("status", ["done", "done-and-tested"])
def test_evidence_of_an_earlier_entry_is_evidence(
    small: Fields, found_in: Callable[[Fields], Any], status: str
) -> None:
    shown = entry("2026-09", evidence=[{"label": "The new form"}])
    assert "C106" not in codes(found_in(review(small, shown, entry(status=status, how="By reading notes."))))


def test_agencies_may_act_before_publication_once_the_review_has_begun(
    small: Fields, found_in: Callable[[Fields], Any]
) -> None:
    before = review(small, entry("2022-03"), entry("2026-10"))
    assert "C110" in codes(found_in(before))
    before["rowan"]["workflow"] = {"referral": "2022-01-10"}
    found = found_in(before)
    assert "C110" not in codes(found)
    assert not any("2022-01" in each.message or "January 2022" in each.message for each in found.findings)


def test_dates_that_may_be_in_order_are_in_order(small: Fields, found_in: Callable[[Fields], Any]) -> None:
    assert "C112" not in codes(found_in(review(small, entry("2026-10-20"), entry("2026-10"), entry("2026"))))


@pytest.mark.parametrize(("date", "reported"), [("2026-11-22", False), ("2026-11-23", True), ("2026", False)])
def test_the_future_begins_tomorrow(
    small: Fields, found_in: Callable[[Fields], Any], date: str, reported: bool
) -> None:
    assert ("C111" in codes(found_in(review(small, entry(date))))) is reported


def test_a_draft_is_not_asked_for_owners_dates_or_news(small: Fields, found_in: Callable[[Fields], Any]) -> None:
    review(small, entry("2023-01"), to=[], due="2024-01")["rowan"]["status"] = "draft"
    assert not {"C104", "C105", "C109", "C119"} & set(codes(found_in(small)))


ASKED_FOR: Final = {
    "a recommendation without an owner": "C104",
    "a recommendation without a date": "C105",
    "done without evidence": "C106",
    "not accepted without a reason": "C107",
    "overdue by more than a set time": "C109",
    "an agency that the vocabulary does not know": "C102",
    "progress dated before the review": "C110",
    "progress out of order": "C112",
    "two recommendations with one id": "C101",
    "a loop of superseded by": "C113",
    "an evidence document that is withdrawn": "C116",
    "a status of another vocabulary": "C103",
    "an annual report about no review type": "C140",
    "dates of a review that cannot all be right": "C141",
    "a coroner's report without an answer": "W930",
    "dates of a coroner's report that cannot all be right": "W931",
    "a field that no coversheet has": "W932",
    "a value that is not a code of the coversheet": "W933",
    "a coroner's report to an unknown agency": "W934",
}
"""What the record of a recommendation can have wrong, and its code. Personal data has the rules of every text."""


@pytest.mark.parametrize("code", ASKED_FOR.values())
def test_each_fault_has_a_source_a_severity_a_sample_and_a_section(code: str) -> None:
    known = CATALOGUE[code]
    assert known.source and known.why and known.severity in Severity
    assert (REPOSITORY / "tests" / "sites" / "invalid" / f"{code.lower()}-{known.slug}" / "expected.txt").is_file()
    page = (REPOSITORY / "docs" / "diagnostics" / known.page).read_text(encoding="utf-8")
    assert f"## {code} {known.title}" in page


def test_the_coroners_reports_of_a_review_show_no_value(small: Fields, found_in: Callable[[Fields], Any]) -> None:
    small["rowan"]["workflow"] = {"coroner_reports": [{"date": "2021-01-05", "to": ["zzcanary"]}]}
    found = [each for each in found_in(small).findings if each.code in ("W930", "W934")]
    assert [each.code for each in found] == ["W930", "W934"]
    assert not any("zzcanary" in f"{each.message} {each.hint}" or "2021" in each.message for each in found)


@pytest.mark.parametrize(
    ("report", "code"),
    [
        ({"date": "2026-09-27"}, None),  # 56 days later is today.
        ({"date": "2026-09-26"}, "W930"),
        ({"date": "2026-01-05", "extended_to": "2026-11-22"}, None),
        ({"date": "2026-01-05", "extended_to": "2026-11-21"}, "W930"),
        ({"date": "2026-01-05", "answered": "2026-04"}, None),
        ({"date": "2026-11-23"}, "W931"),
        ({"date": "2026-01-05", "extended_to": "2026-01-04"}, "W931"),
    ],
)
def test_the_56_days_of_a_coroners_report_end_at_night(
    small: Fields, found_in: Callable[[Fields], Any], report: Fields, code: str | None
) -> None:
    small["rowan"]["workflow"] = {"coroner_reports": [{"to": "council"} | report]}
    assert [each for each, _ in found_in(small).told if each.startswith("W93")] == ([code] if code else [])


@pytest.mark.parametrize(
    ("dates", "reported"),
    [
        ({"commissioned": "2020-01", "concluded": "2021-02", "published": "2021-03"}, False),
        ({"commissioned": "2021", "published": "2021-03"}, False),
        ({"commissioned": "2021-04", "published": "2021-03"}, True),
        ({"concluded": "2021-04", "published": "2021-03"}, True),
        ({"commissioned": "2021-04", "concluded": "2021-03"}, True),
        ({"concluded": "2026-11-23"}, True),
    ],
)
def test_a_review_is_commissioned_then_concluded_then_published(
    small: Fields, found_in: Callable[[Fields], Any], dates: Fields, reported: bool
) -> None:
    small["rowan"].pop("published", None)
    small["rowan"].update({"publication": "not-yet"} if "published" not in dates else {}, **dates)
    assert ("C141" in codes(found_in(small))) is reported


def test_an_annual_report_may_name_a_type_that_the_site_leaves_out(
    small: Fields, found_in: Callable[[Fields], Any]
) -> None:
    small["vocabulary"]["use"] = ["adults-england"]
    small["vocabulary"]["leave_out"] = {"review_types": ["sar"]}
    small["vocabulary"]["review_types"] = [each for each in small["vocabulary"]["review_types"] if each["id"] != "sar"]
    assert "C140" not in codes(found_in(small))
    small["vocabulary"]["annual_reports"] = [{"id": "own", "label": "Own"}]
    assert codes(found_in(small)).count("C140") == 1

"""What each quarter brought: by the dates of the records, and by nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model import Briefing, BulletinItem, Case, Notice, Vocabulary
from generator.model.quarter_activity import AnyRecord, BulletinItemFactory, changes_by_quarter
from tests.briefing_series import briefing_of

TODAY = date(2026, 5, 1)
WORDS = Vocabulary.model_validate(
    {
        "review_types": [
            {"id": "child", "label": "Child Review", "about": ["children"]},
            {"id": "strand", "label": "Strand Review", "about": ["children", "adults"]},
        ],
        "agencies": [{"id": "police", "label": "Police"}],
        "recommendation_statuses": [{"id": "begun", "label": "Begun"}, {"id": "done", "label": "Done"}],
        "harms": [{"id": "cuckooing", "label": "Cuckooing", "about": ["adults"]}],
        "notice_kinds": [
            {"id": "moot", "label": "Moot", "section": "events"},
            {"id": "flash", "label": "Newsflash"},
            {"id": "sheet", "label": "Sheet", "shelf": "resources"},
        ],
    }
)


def case(**fields: Any) -> Case:
    return Case.model_validate({"id": "hazel", "name": "Hazel", "type": "child", **fields})


def briefing(**fields: Any) -> Briefing:
    return briefing_of({"id": "checks", "title": "Checks", "series": "seven-minute", **fields})


def notice(**fields: Any) -> Notice:
    return Notice.model_validate({"id": "talk", "title": "Talk", "kind": "moot", "summary": "A talk.", **fields})


def items_by_quarter(*records: AnyRecord) -> dict[str, list[BulletinItem]]:
    items_of = BulletinItemFactory(records, WORDS)
    found = changes_by_quarter(records, TODAY)
    return {quarter: [items_of.item(each) for each in happened] for quarter, happened in found.items()}


def brought(*records: AnyRecord) -> dict[str, list[tuple[str, str, str]]]:
    """By quarter: the name, the section and the change of each item."""
    found = items_by_quarter(*records)
    return {quarter: [(item.record, item.section, item.change) for item in items] for quarter, items in found.items()}


def only(*records: AnyRecord) -> BulletinItem:
    """The newest item of the newest quarter."""
    return next(iter(items_by_quarter(*records).values()))[0]


@pytest.mark.parametrize("published", [None, "2022", "2026-06"])
def test_a_record_without_a_month_or_of_a_day_to_come_belongs_to_no_quarter(published: str | None) -> None:
    assert brought(case(published=published)) == {}


def test_the_newest_quarter_and_the_newest_item_come_first() -> None:
    two = (
        case(published="2022-07-01"),
        case(id="rowan", name="Rowan", published="2022-09-30"),
        briefing(revised="2023-01"),
    )
    assert brought(*two) == {
        "2023-q1": [("briefing:checks", "briefings", "revised")],
        "2022-q3": [("case:rowan", "reviews", "new"), ("case:hazel", "reviews", "new")],
    }


def test_what_is_new_and_revised_in_one_quarter_is_new() -> None:
    assert brought(briefing(published="2022-07", revised="2022-08")) == {
        "2022-q3": [("briefing:checks", "briefings", "new")]
    }


def test_an_event_is_told_in_the_quarter_before_it_and_once() -> None:
    announced = notice(date="2022-08", starts="2022-11-03", ends="2022-11-04", place="Corn Hall")
    assert brought(announced) == {"2022-q3": [("notice:talk", "events", "coming")]}
    item = only(announced)
    assert (item.when, item.place) == ("3 to 4 November 2022", "Corn Hall")
    assert brought(notice(date="2022-05", starts="2023-02-03")) == {
        "2022-q4": [("notice:talk", "events", "coming")],
        "2022-q2": [("notice:talk", "events", "new")],
    }


def test_a_notice_stands_where_its_kind_says_or_by_its_shelf() -> None:
    kinds = ("flash", "sheet", "moot", "unheard-of")
    assert [only(notice(kind=kind, date="2022-08")).section for kind in kinds] == ["news", "guides", "events", "news"]


def test_of_a_withdrawn_record_only_its_name_and_the_reason_are_told() -> None:
    gone = {"status": "withdrawn", "status_since": "2023-02", "status_reason": "Asked for."}
    item = only(
        case(published="2022-07", summary="Secret.", harms=["cuckooing"], briefings=["checks"], **gone), briefing()
    )
    assert (item.change, item.title, item.text) == ("withdrawn", "Hazel", "Asked for.")
    assert (item.hard_subjects, item.reading, item.about) == ((), (), ())


def test_an_archived_review_stays_where_it_was_new_and_is_told_again() -> None:
    archived = case(published="2022-07", status="archived", status_since="2023-08", status_reason="A year has passed.")
    assert brought(archived) == {
        "2023-q3": [("case:hazel", "changes", "archived")],
        "2022-q3": [("case:hazel", "reviews", "new")],
    }


def test_of_several_changes_of_a_document_the_last_is_told() -> None:
    updates = [{"date": "2023-01-09", "text": "One word."}, {"date": "2023-02-09", "text": "Two words."}]
    document = {"kind": "report", "url": "https://hazel.example/report.pdf", "updates": updates}
    assert only(case(documents=[document])).text == "Two words."


def test_a_review_brings_its_lessons_and_its_briefings_in_reading_order_with_a_question_of_each() -> None:
    review = case(published="2022-09", type="strand", harms=["cuckooing"], briefings=["knocks", "checks", "missing"])
    lessons = briefing(id="hazel-lessons", title="Hazel", series="lessons-learned", case="hazel")
    item = only(review, briefing(questions=["Who checks?", "When?"]), briefing(id="knocks", title="Knocks"), lessons)
    assert [each.title for each in item.reading] == ["Hazel: lessons learned briefing", "Knocks", "Checks"]
    assert item.questions == ("Who checks?",)
    assert (item.about, item.what) == (("adults",), "Strand Review")


def test_a_briefing_brings_its_reviews() -> None:
    reviews = (case(published="2020", briefings=["checks"]), case(id="rowan", name="Rowan", briefings=["checks"]))
    assert [each.title for each in only(briefing(revised="2022-09"), *reviews).reading] == ["Hazel", "Rowan"]
    lessons = briefing(id="h", title="Hazel", series="lessons-learned", case="hazel", published="2022-09")
    told = only(lessons, *reviews)
    assert (told.title, told.text) == ("Hazel: lessons learned briefing", "What services learned from Hazel's review.")
    assert [each.record for each in told.reading] == ["case:hazel"]
    assert told.about == ("children",)


def recommended(identity: str, *progress: tuple[str, str]) -> dict[str, Any]:
    entries = [{"date": day, "status": status, "text": "It happened."} for day, status in progress]
    return {"id": identity, "text": f"Do {identity}.", "to": ["police", "unknown"], "progress": entries}


def test_the_recommendations_of_a_review_that_got_another_status_are_one_item_with_a_line_for_each() -> None:
    hazel = case(
        published="2020",
        recommendations=[
            recommended("r1", ("2025-12", "begun"), ("2026-01-10", "begun"), ("2026-02-03", "done")),
            recommended("r2", ("2026-01", "begun"), ("2026-03", "done"), ("2026-06", "begun")),
            recommended("r3", ("2025-11", "done"), ("2026-02", "done")),
            recommended("r4"),
        ],
    )
    found = items_by_quarter(hazel)
    assert list(found) == ["2026-q1", "2025-q4"]
    (item,) = found["2026-q1"]
    assert (item.section, item.change, item.date and item.date.iso) == ("progress", "progress", "2026-03")
    assert item.lines == ("Done: Do r2 (Police and unknown)", "Done: Do r1 (Police and unknown)")
    assert item.text == ""


def test_a_quarter_without_another_status_is_silent() -> None:
    hazel = case(recommendations=[recommended("r1", ("2025-12", "begun"), ("2026-01-10", "begun"), ("2026", "done"))])
    assert list(brought(hazel)) == ["2025-q4"]


def test_a_review_that_is_withdrawn_says_nothing_about_its_recommendations() -> None:
    hazel = case(
        status="withdrawn",
        status_since="2026-02",
        status_reason="R.",
        recommendations=[recommended("r1", ("2026-01", "done"))],
    )
    assert brought(hazel) == {"2026-q1": [("case:hazel", "changes", "withdrawn")]}

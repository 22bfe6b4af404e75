"""What is public and what is missing, from invented records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from generator.editing import Overview, overview
from generator.model import Briefing, Case, FileInfo, Located, Notice, PdfFacts, RawRecord, Records, Source, Vocabulary
from generator.model.review_type import ReviewType
from generator.model.vocabulary import NoticeKind, NoticeSection
from tests.briefing_series import SERIES_OF_TESTS, briefing_of

TODAY = date(2026, 5, 1)
WORDS = Vocabulary(
    review_types=(ReviewType(id="cspr", label="Child review", plural="Child reviews"),),
    briefing_series=SERIES_OF_TESTS,
    notice_kinds=(NoticeKind(id="tool", label="Tool", shelf=NoticeSection.RESOURCES),),
)
WHOLE: dict[str, Any] = {
    "published": "2022",
    "summary": "One.",
    "story": "Two.",
    "learning": ["Three."],
    "sources": ["invented"],
}


def located(kind: str, record: Any, file: str) -> Any:
    return Located(record, RawRecord(kind, record.id, Source(file, ""), {}, (1, 1, {})))


def case(identity: str, **values: Any) -> Located[Case]:
    record = Case.model_validate({"id": identity, "name": identity.title(), "type": "cspr", **values})
    found: Located[Case] = located("case", record, f"content/cases/{identity}/case.yml")
    return found


def briefing(identity: str, **values: Any) -> Located[Briefing]:
    given = {"id": identity, "title": identity.title(), "series": "seven-minute", **values}
    found: Located[Briefing] = located("briefing", briefing_of(given), f"briefings/{identity}/briefing.yml")
    return found


def notice(identity: str, **values: Any) -> Located[Notice]:
    given = {"id": identity, "title": identity.title(), "kind": "tool", "summary": "S", **values}
    found: Located[Notice] = located("notice", Notice.model_validate(given), f"content/notices/{identity}.yml")
    return found


def look(
    cases: tuple[Located[Case], ...] = (),
    briefings: tuple[Located[Briefing], ...] = (),
    notices: tuple[Located[Notice], ...] = (),
) -> Overview:
    raw = RawRecord("vocabulary", "vocabulary", Source("content/vocabulary.yml", ""), {}, (1, 1, {}))
    return overview(Records(None, Located(WORDS, raw), cases, briefings, notices), TODAY)


def test_a_pdf_without_tags_is_listed_with_its_file() -> None:
    pdf = PdfFacts("1.7", 2, "Rowan", "en-GB", True, False, False, (10, 10), (), (), (), 0, (), (), (), "", ())
    held = case("rowan", **WHOLE, documents=[{"kind": "report", "file": "a.pdf"}, {"kind": "reply", "file": "b.pdf"}])
    raw = RawRecord("vocabulary", "vocabulary", Source("content/vocabulary.yml", ""), {}, (1, 1, {}))
    files = {
        (held.raw.file, "a.pdf"): FileInfo("content/cases/rowan/a.pdf", 1, pdf=pdf),
        (held.raw.file, "b.pdf"): FileInfo("content/cases/rowan/b.pdf", 1, pdf=replace(pdf, is_tagged=True)),
    }
    found = overview(Records(None, Located(WORDS, raw), (held,), files=files), TODAY)
    listed = [task.detail for todo in found.todos if todo.key == "document-not-accessible" for task in todo.tasks]
    assert listed == ["a.pdf"]


def wanting(found: Overview, key: str) -> list[str]:
    return [task.id for todo in found.todos if todo.key == key for task in todo.tasks]


def test_a_whole_library_wants_nothing() -> None:
    sections = [{"heading": "One", "body": "Two."}]
    documents = [{"kind": "report", "url": "https://ashdale.example/a.pdf"}]
    found = look((case("a", briefings=["b"], **WHOLE),), (briefing("b", sections=sections, documents=documents),))
    assert found.todos == ()


def test_what_a_case_lacks_is_listed_with_the_file_to_open() -> None:
    found = look((case("a"), case("b", **WHOLE)))
    for missing in ("date", "summary", "story", "learning", "sources"):
        assert wanting(found, f"case-without-{missing}") == ["a"]
    assert found.todos[0].tasks[0].file == "content/cases/a/case.yml"


def test_drafts_and_withdrawn_records_are_not_asked_for_more() -> None:
    found = look((case("a", status="draft"), case("b", status="withdrawn", status_reason="Invented.")))
    assert [todo.key for todo in found.todos] == ["draft"]
    assert wanting(found, "draft") == ["a"]


def test_a_lessons_learned_briefing_has_the_text_of_its_case() -> None:
    found = look(
        (case("a", **WHOLE), case("b")),
        (
            briefing("for-a", series="lessons-learned", case="a"),
            briefing("for-b", series="lessons-learned", case="b"),
            briefing("own"),
        ),
    )
    assert wanting(found, "briefing-without-text") == ["for-b", "own"]
    assert wanting(found, "briefing-without-case") == ["own"]
    assert wanting(found, "briefing-without-document") == ["for-a", "for-b", "own"]


def test_a_record_with_one_open_document_is_not_on_request_only() -> None:
    on_request = {"kind": "report", "availability": "on-request"}
    address = {"kind": "statement", "url": "https://ashdale.example/a.pdf"}
    found = look(notices=(notice("a", documents=[on_request]), notice("b", documents=[on_request, address])))
    assert wanting(found, "documents-on-request") == ["a"]


def test_a_document_elsewhere_is_wanted_until_its_address_is_known() -> None:
    elsewhere = {"kind": "report", "availability": "elsewhere"}
    known = case("b", documents=[{**elsewhere, "url": "https://a.example/b.pdf"}], **WHOLE)
    found = look((case("a", documents=[elsewhere], **WHOLE), known))
    assert wanting(found, "document-without-address") == ["a"]


def test_summaries_are_listed_with_their_reading_age_the_hardest_first() -> None:
    hard = "Agencies inadequately communicated deteriorating circumstances concerning Rowan."
    found = look(
        (case("a", summary="Rowan was six."), case("b", summary=hard), case("c")),
        (briefing("d", summary="How to check in with a family that has moved."),),
        (notice("e", status="withdrawn", status_reason="Invented.", summary=hard),),
    )
    assert [summary.id for summary in found.summaries] == ["b", "d", "a"]
    assert [summary.reading_age for summary in found.summaries] == sorted(
        (summary.reading_age for summary in found.summaries), reverse=True
    )
    (task,) = next(todo.tasks for todo in found.todos if todo.key == "summary-hard-to-read")
    assert (task.id, task.detail) == ("b", f"reading age {found.summaries[0].reading_age}")


def test_scheduled_records_stand_by_their_day_until_it_has_come() -> None:
    found = look(
        notices=(
            notice("late", status="scheduled", publish_on="2026-12-14"),
            notice("soon", status="scheduled", publish_on="2026-05-02"),
            notice("now", status="scheduled", publish_on="2026-05-01"),
        )
    )
    tasks = next(todo.tasks for todo in found.todos if todo.key == "scheduled")
    assert [(task.id, task.detail) for task in tasks] == [("soon", "on 2 May 2026"), ("late", "on 14 December 2026")]


def test_records_are_counted_by_kind_and_by_what_readers_see() -> None:
    found = look(
        (case("a"), case("b", status="archived"), case("c", status="draft")),
        notices=(notice("d", status="withdrawn", status_reason="Invented."),),
    )
    by_name = {kind.name: kind for kind in found.kinds}
    assert (by_name["Child reviews"].public, by_name["Child reviews"].drafts) == (2, 1)
    assert (by_name["Resources"].public, by_name["Resources"].withdrawn) == (0, 1)
    assert by_name["7-minute briefings"].public == 0

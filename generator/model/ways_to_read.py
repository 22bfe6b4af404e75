"""Works out how readers can read a record, from its text and its documents."""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.model.briefing import Briefing
from generator.model.briefing_series import CaseText
from generator.model.case import Case
from generator.model.document import Availability
from generator.model.how_to_read import HowToRead, WaysToRead, label_ways
from generator.model.library import Library, once_per_record
from generator.model.notice import Notice
from generator.model.partnership import Partnership
from generator.model.published_document import PublishedDocument
from generator.model.vocabulary import NoticeSection


@once_per_record
def ways_to_read(record: Case | Briefing | Notice, library: Library) -> WaysToRead:
    """Return every way to read a record. The sheets that the generator makes from its text are not counted."""
    documents = [
        each for each in library.documents_on_page(type(record).__name__.lower(), record.id) if not each.is_sheet
    ]
    found = {way for each in documents if (way := _way_of(each, library.partnership)) is not None}
    if has_text(record, library):
        found.add(HowToRead.SUMMARY_HERE if _is_summary(record) else HowToRead.READ_HERE)
    if not found and (documents or not isinstance(record, Notice)):
        is_unknown = any(each.availability is Availability.UNKNOWN for each in documents)
        found.add(HowToRead.NOT_KNOWN if is_unknown else HowToRead.NOT_ONLINE)
    return tuple(way for way in HowToRead if way in found)


def label_ways_to_read(record: Case | Briefing | Notice, library: Library, off_site: bool = False) -> str:
    """Return every way to read a record, as readers see it: `Read here · PDF`.

    If the report of a review is not published, another document is named: `Improvements: PDF`.
    """
    names: dict[HowToRead, str] = {}
    if isinstance(record, Case) and record.state is not None:
        for each in library.documents_on_page("case", record.id):
            kind = library.vocabulary.document_kind.get(each.kind)
            way = _way_of(each, library.partnership)
            if kind is not None and not kind.names_type and way is not None:
                names.setdefault(way, kind.label[:1].upper() + kind.label[1:])
    return label_ways(ways_to_read(record, library), off_site, names)


def has_text(record: Case | Briefing | Notice, library: Library) -> bool:
    """Return True if the page of a record has its text, and not only a summary.

    A review has a story, lessons or advice. A briefing has sections, or the lessons or advice of its case: a story
    alone is no briefing. The page of a resource describes it, so only a piece of news has its text there.
    """
    if isinstance(record, Case):
        is_retold = record.story is not None or record.summary_source is not None
        return is_retold or any((record.learning, record.practice, record.community))
    if isinstance(record, Notice):
        kind = library.vocabulary.notice_kind.get(record.kind)
        return bool(record.body) and kind is not None and kind.shelf is NoticeSection.NEWS
    if not record.series.takes_text_from_case:
        return bool(record.sections)
    case = next(iter(library.cases_of.get(record.id, ())), None) if record.case is not None else None
    texts = [text for text, _part in record.series.case_parts if text is not CaseText.STORY]
    return case is not None and any(getattr(case, text) for text in texts)


def _is_summary(record: Case | Briefing | Notice) -> bool:
    """Return True if the page of a review has only what another source says of it, without the review's own advice."""
    return isinstance(record, Case) and record.summary_source is not None and not (record.practice or record.community)


def _way_of(document: PublishedDocument, partnership: Partnership) -> HowToRead | None:
    """Return how to read a document; None if it is not online."""
    if document.address is not None:
        if document.format == "PDF":
            return HowToRead.PDF
        if document.is_local:
            return HowToRead.FILE
    elif document.availability is not Availability.ELSEWHERE:
        return None
    if document.publisher is not None:
        is_own = document.publisher == partnership.name
    else:
        is_own = is_on_own_website(document.address, partnership)
    return HowToRead.PARTNERSHIP_WEBSITE if is_own else HowToRead.ANOTHER_WEBSITE


def is_on_own_website(address: str | None, partnership: Partnership) -> bool:
    """Return True for an address on the website of the partnership, which is not the library's own site."""
    own = _host(partnership.website)
    return own != "" and _host(address) == own


def _host(address: str | None) -> str:
    return (urlsplit(address or "").hostname or "").removeprefix("www.")

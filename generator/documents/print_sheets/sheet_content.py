"""Selects the content of a briefing's sheet and of its poster."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Final, TypeVar

from generator.documents.print_sheets.colours import print_colours
from generator.documents.print_sheets.rich_text import RichTextNode, allow_line_breaks, list_nodes, plain, prose
from generator.documents.print_sheets.sheet_model import Sheet, SheetSection
from generator.documents.print_sheets.sheet_words import sheet_words
from generator.languages import gettext as _
from generator.languages import message
from generator.markdown import join_words, links_in, record_link_resolver
from generator.model import Briefing, BriefingSeries, Case, Contact, Library, Status, WrittenBy, addresses
from generator.model.briefing_series import CaseText
from generator.model.content_warnings import sensitive_topics
from generator.model.facets import case_of_lessons
from generator.model.page_titles import with_kind
from generator.model.urgent_contacts import contacts_for, helplines_for, numbers_needed, people_of
from generator.model.vocabulary import REVIEW

_CASES: Final = 6
_QUESTIONS: Final = {"sheet": 6, "poster": 3}
_MESSAGES: Final = 4
_CONTACTS: Final = 4
_FOR_EVERY_TEAM: Final = message("What in this would we do differently tomorrow?")
"""The question to print if the record has no questions."""

T = TypeVar("T")
Resolve = Callable[[str], str]


def sheets_of(library: Library) -> Iterator[Sheet]:
    """Yield every paper that the library can offer, in the order of its briefings."""
    for briefing in library.briefings:
        if briefing.status is not Status.ARCHIVED:
            yield from _papers(library, briefing)


def _papers(library: Library, briefing: Briefing) -> Iterator[Sheet]:
    resolve = record_link_resolver(library)
    series = briefing.series
    case = case_of_lessons(briefing, library) if series.takes_text_from_case else None
    parts = _case_parts(case, series, resolve) if case is not None else _sections(briefing, resolve)
    # Nothing is printed without a lesson or advice, because a story teaches nothing without them.
    messages = [part for part in parts if part.path != (str(CaseText.STORY),)]
    if messages and series.sheet:
        yield _paper(library, briefing, "sheet", "sheet to print", parts)
    if messages and series.poster:
        yield _paper(library, briefing, "poster", "poster", (_message(messages[0], case, resolve),))


def _paper(library: Library, briefing: Briefing, kind: str, called: str, sections: tuple[SheetSection, ...]) -> Sheet:
    parts = (*_summary(library, briefing), *sections, _questions(briefing, kind))
    return Sheet(
        briefing_id=briefing.id,
        kind=kind,
        topic=briefing.title,
        name=f"{briefing.title}, {briefing.series.label}",
        title=f"{with_kind(briefing.title, briefing.series.label)}, {called}",
        facts=_facts(library, briefing, kind),
        parts=parts,
    )


def _facts(library: Library, briefing: Briefing, kind: str) -> dict[str, object]:
    cases = library.cases_of.get(briefing.id, ())
    case = case_of_lessons(briefing, library)
    address = library.site_url + addresses.briefing(briefing.id)
    shown, more_cases = _first(cases, _CASES)
    hard = sensitive_topics(briefing, library)
    about = numbers_needed(briefing, library)
    partnership = library.partnership
    return {
        "kind": kind,
        "topic": allow_line_breaks(briefing.title),
        "series": briefing.series.label,
        "partnership": partnership.library_name if briefing.written_by.is_library_text else partnership.name,
        "dated": _dated(briefing),
        "has_own_document": any(
            document.kind == briefing.series.id for document in library.documents_of.get(("briefing", briefing.id), ())
        ),
        "authorship": briefing.written_by.sentence,
        "address": address,
        "qr_alt": _("QR code that leads to {address}").format(address=address),
        "cases": [_case_line(library, case) for case in shown],
        "more_cases": more_cases,
        "more_questions": _first(briefing.questions, _QUESTIONS[kind])[1],
        "more_learning": _more_messages(case, briefing.series) if case is not None else 0,
        "missing": _missing(case, briefing.series) if case is not None else [],
        "helplines": _contacts(helplines_for(library.partnership.helplines, about)) if hard else [],
        "sensitive_topics": join_words(hard),
        "contacts": _contacts(contacts_for(library.partnership.contacts, about, _CONTACTS)),
        "colours": print_colours(library.partnership.colours),
        **sheet_words(),
    }


def _first(items: Sequence[T], most: int) -> tuple[Sequence[T], int]:
    """Return the first `most` items, and the number of items after them."""
    return items[:most], max(0, len(items) - most)


def _dated(briefing: Briefing) -> str:
    if briefing.written_by is WrittenBy.LIBRARY_RETELLING:
        return _("Retold {date}").format(date=briefing.retold.label) if briefing.retold is not None else ""
    if briefing.revised is not None:
        return _("Revised {date}").format(date=briefing.revised.label)
    return _("Published {date}").format(date=briefing.published.label) if briefing.published is not None else ""


def _case_line(library: Library, case: Case) -> dict[str, str]:
    label = case.state_label(library.today) or (case.published.label if case.published else _("Date not known"))
    dated = label[0].lower() + label[1:] if case.published is None else label
    kind = library.vocabulary.type_label(case.type, not_stated=_(REVIEW))
    return {"name": allow_line_breaks(case.name), "kind": kind, "dated": dated}


def _contacts(contacts: Sequence[Contact]) -> list[dict[str, str]]:
    """Return the contacts as plain values.

    Each says whom it is for if some are for children and others for adults, because a poster does not show their texts.
    """
    is_mixed = len({people_of(contact) for contact in contacts if len(people_of(contact)) == 1}) > 1
    return [_contact(contact, is_mixed) for contact in contacts]


def _contact(contact: Contact, says_for_whom: bool) -> dict[str, str]:
    people = people_of(contact)
    return {
        "label": contact.label,
        "people": str(people[0]) if says_for_whom and len(people) == 1 else "",
        "reach": contact.phone or contact.url or "",
        "text": contact.text or "",
        "hours": contact.hours or "",
    }


def _part(
    name: str,
    place: tuple[str, str, str],
    texts: Sequence[str],
    make: Callable[[], tuple[RichTextNode, ...]],
    resolve: Resolve | None = None,
    role: str = "section",
) -> SheetSection:
    """Return a part of a paper. `place` is the kind and the id of its record, and the field."""
    kind, identity, field = place
    links = tuple(resolve(link) for text in texts for link in links_in(text)) if resolve is not None else ()
    return SheetSection(role, name, tuple(texts), links, cache(make), (kind, identity), (field,))


def _summary(library: Library, briefing: Briefing) -> tuple[SheetSection, ...]:
    """Return the briefing's own summary, or its case's; empty if neither has one."""
    case = case_of_lessons(briefing, library)
    for kind, record in (("briefing", briefing), ("case", case)):
        if record is not None and record.summary:
            text = record.summary
            return (_part(_("Summary"), (kind, record.id, "summary"), [text], partial(plain, text), role="summary"),)
    return ()


def _sections(briefing: Briefing, resolve: Resolve) -> tuple[SheetSection, ...]:
    place = ("briefing", briefing.id, "sections")
    return tuple(
        replace(
            _part(section.heading, place, [section.body], partial(prose, section.body, resolve), resolve),
            path=("sections", index, "body"),
            number=index + 1,
        )
        for index, section in enumerate(briefing.sections)
    )


def _case_parts(case: Case, series: BriefingSeries, resolve: Resolve) -> tuple[SheetSection, ...]:
    """Return the parts whose text comes from the case. Parts without text are left out."""
    parts = [_case_part(case, text, part.heading, _texts(case, text), resolve) for text, part in series.case_parts]
    return tuple(part for part in parts if part.texts)


def _case_part(case: Case, text: CaseText, name: str, texts: tuple[str, ...], resolve: Resolve) -> SheetSection:
    if text is CaseText.STORY:
        story = case.story or ""
        return _part(name, ("case", case.id, str(text)), texts, partial(prose, story, resolve), resolve)
    return _items(case, resolve, name, str(text), texts)


def _texts(case: Case, text: CaseText) -> tuple[str, ...]:
    if text is CaseText.STORY:
        return (case.story,) if case.story else ()
    return {CaseText.LEARNING: case.learning, CaseText.PRACTICE: case.practice, CaseText.COMMUNITY: case.community}[
        text
    ]


def _missing(case: Case, series: BriefingSeries) -> list[str]:
    return [part.in_a_sentence for text, part in series.case_parts if not _texts(case, text)]


def _message(part: SheetSection, case: Case | None, resolve: Resolve) -> SheetSection:
    """Return the message of a poster: the first part of the text, or the first few of its lessons or of its advice."""
    if case is None:
        return part
    return _items(case, resolve, part.name, str(part.path[0]), part.texts[:_MESSAGES])


def _more_messages(case: Case, series: BriefingSeries) -> int:
    """Return the number of lessons or pieces of advice that the poster leaves out."""
    lists = (_texts(case, text) for text, _ in series.case_parts if text is not CaseText.STORY)
    return _first(next(filter(None, lists), ()), _MESSAGES)[1]


def _items(case: Case, resolve: Resolve, name: str, field: str, texts: tuple[str, ...]) -> SheetSection:
    return _part(
        name, ("case", case.id, field), texts, lambda: list_nodes(prose(text, resolve) for text in texts), resolve
    )


def _questions(briefing: Briefing, kind: str) -> SheetSection:
    questions = _first(briefing.questions, _QUESTIONS[kind])[0] or (_(_FOR_EVERY_TEAM),)
    place = ("briefing", briefing.id, "questions")
    return _part(
        _("Talk about it"),
        place,
        questions,
        lambda: list_nodes(plain(question) for question in questions),
        role="questions",
    )

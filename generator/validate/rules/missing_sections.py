"""Checks that the site has the sections that its records and slots need, and the contacts that its slots show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.model import About, Partnership, RawRecord, Records, SiteSection
from generator.model.site_sections import ADDABLE_SECTIONS, sections_of
from generator.model.slots import ARGUMENT_PATTERN, SECTIONS_OF_SLOTS, SLOT_PATTERN
from generator.model.urgent_contacts import contacts_for
from generator.model.vocabulary import NoticeSection

_FIELDS: Final = {
    "contacts": "contacts",
    "helplines": "helplines",
    "documents-contact": "documents_contact",
    "feedback": "feedback",
    "sign-up": "sign_up",
    "older-reports": "older_reports",
    "partners": "people",
}
"""The field of partnership.yml that a slot shows."""

_FOUND_ON_WEBSITE: Final = ("documents_contact", "feedback", "sign_up")
"""If there is no such contact, the slot says so and links to the partnership's website."""


def check_record_sections(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield R225 at the first record of each section that the site does not have. Every site has reviews."""
    sections = sections_of(records.pages)
    by_section: dict[SiteSection, list[RawRecord]] = {
        SiteSection.REVIEWS: [each.raw for each in records.cases],
        SiteSection.BRIEFINGS: [each.raw for each in records.briefings],
        SiteSection.BULLETINS: [each.raw for each in records.bulletins],
        SiteSection.YEARS: [each.raw for each in records.years],
        **dict(_notices(records)),
    }
    for section, raws in by_section.items():
        if raws and section not in sections:
            others = f", and {len(raws) - 1} more" if len(raws) > 1 else ""
            message = f"this record{others} would be published in /{section.address}, and the site has no such section"
            yield rule("R225").diagnostic(message, raws[0].location_of(), _how_to_add(section))


def _notices(records: Records) -> Iterator[tuple[SiteSection, list[RawRecord]]]:
    kinds = records.vocabulary.record.notice_kind if records.vocabulary is not None else {}
    for shelf in NoticeSection:
        of_shelf = {kind.id for kind in kinds.values() if kind.shelf is shelf}
        yield SiteSection(shelf), [each.raw for each in records.notices if each.record.kind in of_shelf]


def _how_to_add(section: SiteSection) -> str:
    """Return which pages the section needs."""
    if section in ADDABLE_SECTIONS:
        return f"run: library new section {section}"
    frames = ", ".join(f"content/pages/{folder}/_frame.md" for folder in section.frame_folders)
    return f'add content/pages/{section}/index.md, and with "template: frame.html" between two lines of ---: {frames}'


def check_slot_sections(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield R226 for a slot that lists only sections that the site does not have."""
    sections = sections_of(records.pages)
    for page in records.pages:
        for match in SLOT_PATTERN.finditer(page.source.text):
            needed = SECTIONS_OF_SLOTS.get(match[1], ())
            if needed and not sections.intersection(needed):
                message = f'the slot "{match[1]}" shows nothing, because this site has no {_or(needed)}'
                folder = f"content/pages/{needed[0].address}"
                hint = f"remove it, with its heading and the words about it, or add the section: {folder}"
                yield rule("R226").diagnostic(message, page.source.at_offset(match.start()), hint)


def _or(sections: Iterable[SiteSection]) -> str:
    return " or ".join(section.subject for section in sections)


def check_slot_contacts(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield R227 for a slot that shows a contact which partnership.yml does not have."""
    if records.partnership is None:
        return
    partnership = records.partnership.record
    for page in records.pages:
        for match in SLOT_PATTERN.finditer(page.source.text):
            name = match[1]
            if name not in _FIELDS:
                continue
            about = next((value for argument, value in ARGUMENT_PATTERN.findall(match[2]) if argument == "about"), "")
            if not _shows(partnership, _FIELDS[name], about.strip('"')):
                of = f" about {about}" if about else ""
                message = f'the slot "{name}" shows nothing, because content/partnership.yml has no {_FIELDS[name]}{of}'
                if name == "contacts":
                    message = f'"Who to call" on this page is empty: content/partnership.yml has no contacts{of}'
                hint = f'add "{_FIELDS[name]}" there, or remove the slot with its heading and the words about it'
                yield rule("R227").diagnostic(message, page.source.at_offset(match.start()), hint)


def _shows(partnership: Partnership, name: str, about: str) -> bool:
    if name == "contacts":
        return bool(contacts_for(partnership.contacts, [each for each in About if each == about]))
    if name == "helplines":
        return bool(contacts_for(partnership.helplines, [each for each in About if each == about]))
    says_where_to_look = name in _FOUND_ON_WEBSITE and partnership.website is not None
    return says_where_to_look or bool(getattr(partnership, name))

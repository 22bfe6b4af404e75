"""The short form of a record that lists show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NotRequired, TypedDict

from generator.model import Briefing, Case, Library, Notice, PartialDate, addresses
from generator.model.partnership import Contact, ContactPoint

UNKNOWN_DATE = "Date not known"
NO_SUMMARY = "Summary not yet published."


class Card(TypedDict):
    """One record in a list."""

    title: str
    address: str
    kicker: str
    """The kind of record: `Child Safeguarding Practice Review`, `7-minute briefing`."""

    date: str
    """The date in words; `Date not known` if no source gives one."""

    iso: str
    """The ISO date, as precise as it is known; empty if it is not known."""

    summary: str
    """Plain text; empty if there is no summary."""

    note: str
    """One more fact that is worth a line; empty if there is none."""

    anchor: NotRequired[str]
    """The anchor for links to this card in its list. Most cards have none."""


class ContactView(TypedDict):
    """A contact to call."""

    label: str
    phone: str
    tel: str
    text: str
    hours: str
    url: str


def date_label(dated: PartialDate | None) -> str:
    """Return a date in words, or a text that says that the date is not known."""
    return dated.label if dated is not None else UNKNOWN_DATE


def year_anchor(year: int | None) -> str:
    """Return the anchor of a year's first review in a list: `year-2022`, or `year-undated`."""
    return f"year-{'undated' if year is None else year}"


def pluralise(number: int, one: str, many: str) -> str:
    """Return a number with its noun: `1 review`, `3 reviews`."""
    return f"{number} {one if number == 1 else many}"


def _case_card(case: Case, library: Library) -> Card:
    return {
        "title": case.name,
        "address": addresses.review(case.id),
        "kicker": library.vocabulary.type_label(case.type),
        "date": date_label(case.published),
        "iso": case.published.iso if case.published else "",
        "summary": case.summary or NO_SUMMARY,
        "note": "",
    }


def _briefing_card(briefing: Briefing, library: Library) -> Card:
    cases = len(library.cases_of.get(briefing.id, ()))
    dated = briefing.latest
    return {
        "title": briefing.name,
        "address": addresses.briefing(briefing.id),
        "kicker": briefing.series.label[0].upper() + briefing.series.label[1:],
        "date": dated.label if dated else "",
        "iso": dated.iso if dated else "",
        "summary": briefing.summary
        or (f"What services learned from {briefing.title}'s review." if briefing.case is not None else ""),
        "note": f"Based on {pluralise(cases, 'review', 'reviews')}" if cases and briefing.case is None else "",
    }


def _notice_card(notice: Notice, library: Library) -> Card:
    kind = library.vocabulary.notice_kind[notice.kind]
    dated = notice.dated
    return {
        "title": notice.name,
        "address": addresses.notice(notice.id, kind.shelf),
        "kicker": kind.label,
        "date": dated.label if dated else "",
        "iso": dated.iso if dated else "",
        "summary": notice.summary,
        "note": "",
    }


class CardFactory:
    """Makes the card of every record of a library, once for all lists."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._cases: dict[str, Card] = {}
        self._briefings: dict[str, Card] = {}
        self._notices: dict[str, Card] = {}

    def case(self, case: Case) -> Card:
        """Return the card of a case."""
        if case.id not in self._cases:
            self._cases[case.id] = _case_card(case, self.library)
        return self._cases[case.id]

    def briefing(self, briefing: Briefing) -> Card:
        """Return the card of a briefing."""
        if briefing.id not in self._briefings:
            self._briefings[briefing.id] = _briefing_card(briefing, self.library)
        return self._briefings[briefing.id]

    def notice(self, notice: Notice) -> Card:
        """Return the card of a notice."""
        if notice.id not in self._notices:
            self._notices[notice.id] = _notice_card(notice, self.library)
        return self._notices[notice.id]


def newest_briefings(library: Library) -> list[Briefing]:
    """Return the briefings, newest first. Undated ones come last, ordered by title."""

    def age(briefing: Briefing) -> int:
        dated = briefing.latest
        return -dated.first_day.toordinal() if dated is not None else 0

    return sorted(library.briefings, key=age)


def contact_views(contacts: Iterable[Contact]) -> list[ContactView]:
    """Return contacts in the order in which to call them."""
    return [
        {
            "label": contact.label,
            "phone": contact.phone or "",
            "tel": (contact.phone or "").replace(" ", ""),
            "text": contact.text or "",
            "hours": contact.hours or "",
            "url": contact.url or "",
        }
        for contact in contacts
    ]


def contact_point_view(desk: ContactPoint | None) -> dict[str, str] | None:
    """Return where to ask for something; None if the partnership names no contact point."""
    if desk is None:
        return None
    return {
        "label": desk.label,
        "url": desk.url or "",
        "form": desk.form or "",
        "email": desk.email or "",
        "phone": desk.phone or "",
        "tel": (desk.phone or "").replace(" ", ""),
        "text": desk.text or "",
    }

"""The short form of a record that lists show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NotRequired, TypedDict

from generator.languages import gettext as _
from generator.languages import message, ngettext, plural_message
from generator.model import Briefing, Case, Library, Notice, PartialDate, addresses
from generator.model.case_briefings import subject_name
from generator.model.how_to_read import HowToRead
from generator.model.partnership import Contact, ContactPoint
from generator.model.publication_state import PublicationState, YearOfReview
from generator.model.ways_to_read import label_ways_to_read, ways_to_read
from generator.render.views.record_language import language_attributes

UNKNOWN_DATE = message("Date not known")
NO_SUMMARY = message("We have no summary.")
SUMMARY_FROM_TITLE = message("Summary from the title")
NOT_READ = message("This is from the title: we have not read the briefing.")


class Card(TypedDict):
    """One record in a list."""

    title: str
    address: str
    kicker: str
    """The kind of record: `Child Safeguarding Practice Review`, `Learning briefing`."""

    date: str
    """The date in words; `Date not known` if no source gives one, `Not published yet` for a report that is to come."""

    iso: str
    """The ISO date, as precise as it is known; empty if it is not known."""

    summary: str
    """Plain text; empty if there is no summary."""

    summary_note: NotRequired[str]
    """`Summary from the title`, for lists that show the summary. Missing for any other summary."""

    subtitle: str
    """Shown below the title; empty if the record has none."""

    note: str
    """One more fact that is worth a line; empty if there is none."""

    how_to_read: NotRequired[str]
    """How to read the record: `Read here · PDF`. Missing if there is no more to read than the card says."""

    is_here: NotRequired[bool]
    """True if the page of the record has its text; given with `how_to_read`."""

    anchor: NotRequired[str]
    """The anchor for links to this card in its list. Most cards have none."""

    anchor_label: NotRequired[str]
    """What starts at the anchor: `2022`. Given with `anchor`."""

    written_by: NotRequired[str]
    """Whose words a briefing has, for lists without the kicker. Missing for the partnership's own text."""

    lang: NotRequired[str]
    """The language of title and summary, if it is not that of the site. Then `dir` is its direction."""

    dir: NotRequired[str]


class FinderItem(TypedDict):
    """One entry of a finder: a list with filters."""

    card: Card
    newest: int
    """Sorts the newest record first; `oldest` sorts the oldest first."""

    oldest: int
    facets: list[tuple[str, str]]
    """The name of each facet, and the record's ids for it, separated by spaces."""


class ContactView(TypedDict):
    """A contact to call."""

    label: str
    phone: str
    tel: str
    text: str
    hours: str
    url: str
    sms: str
    sms_to: str
    """The number for text messages without spaces, for the link."""

    sms_note: str
    web_chat: str
    relay: str


def date_label(dated: PartialDate | None) -> str:
    """Return a date in words, or a text that says that the date is not known."""
    return dated.label if dated is not None else _(UNKNOWN_DATE)


def case_date_label(case: Case, library: Library) -> str:
    """Return the date of a review in words, or why it has none: `Not published yet`, `Date not known`.

    A review without a date may be in the list of an annual report, or come after another: `2022-23, month not known`.
    """
    if case.state is not None or case.published is not None:
        return case.state_label(library.today) or date_label(case.published)
    for year in library.years:
        if year.stated is not None and case.id in year.stated.reviews:
            return _("{year}, month not known").format(year=year.id)
    earlier = next((each for each in library.cases if each.id == case.after), None)
    return (
        _("Date not known, published after {name}").format(name=earlier.name)
        if earlier is not None
        else date_label(None)
    )


def year_label(year: YearOfReview) -> str:
    """Return the heading of the reviews of a year, or of those without one."""
    return year.label if isinstance(year, PublicationState) else str(year) if year is not None else _(UNKNOWN_DATE)


def year_anchor(year: YearOfReview) -> str:
    """Return the anchor of a year's first review in a list: `year-2022`, or `year-undated`."""
    return f"year-{'undated' if year is None else year}"


COUNTED_REVIEW = plural_message("{number} review", "{number} reviews")
COUNTED_BRIEFING = plural_message("{number} briefing", "{number} briefings")
BRIEFING_BY_LIBRARY = plural_message(
    "{number} briefing written for this library", "{number} briefings written for this library"
)
"""A noun with its number, in singular and plural."""


def pluralise(number: int, one: str, many: str) -> str:
    """Return a number with its noun: `1 review`, `3 reviews`. The forms contain `{number}`, or follow the number."""
    if "{number}" not in one:
        one, many = f"{{number}} {one}", f"{{number}} {many}"
    return ngettext(one, many, number).format(number=number)


def _case_card(case: Case, library: Library) -> Card:
    return {
        "title": case.name,
        "address": addresses.review(case.id),
        "kicker": library.vocabulary.type_label(case.type),
        "date": case_date_label(case, library),
        "iso": case.published.iso if case.published else "",
        "summary": case.summary or _(NO_SUMMARY),
        "subtitle": case.subtitle or "",
        "note": "",
    }


def _briefing_card(briefing: Briefing, library: Library) -> Card:
    cases = library.cases_of.get(briefing.id, ())
    case = cases[0] if briefing.case is not None and cases else None
    dated = briefing.latest
    return {
        "title": briefing.name,
        "address": addresses.briefing(briefing.id),
        "kicker": briefing.kicker,
        "date": _briefing_date(briefing),
        "iso": dated.iso if dated and not briefing.retold else "",
        "summary": briefing.summary
        or (
            _("What services learned from {name}'s review.").format(name=subject_name(briefing, case))
            if briefing.case is not None
            else ""
        ),
        "subtitle": briefing.subtitle or "",
        "note": _("Linked to {reviews}").format(reviews=pluralise(len(cases), *COUNTED_REVIEW))
        if cases and briefing.case is None
        else "",
    }


def _briefing_date(briefing: Briefing) -> str:
    """Return the date of a briefing for a list. That of a retold briefing is said to be the partnership's."""
    date = briefing.latest.label if briefing.latest else ""
    if briefing.retold is not None and date:
        return _("The partnership's own briefing is of {date}").format(date=date)
    return date


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
        "subtitle": "",
        "note": "",
    }


def _add_ways_to_read(card: Card, record: Case | Briefing | Notice, library: Library) -> None:
    ways = ways_to_read(record, library)
    if ways:
        card["how_to_read"], card["is_here"] = label_ways_to_read(record, library), HowToRead.READ_HERE in ways


def _in_own_language(card: Card, record: Case | Briefing | Notice, library: Library) -> Card:
    _add_ways_to_read(card, record, library)
    attributes = language_attributes(record, library)
    if attributes:
        card["lang"], card["dir"] = attributes["lang"], attributes["dir"]
    return card


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
            self._cases[case.id] = _in_own_language(_case_card(case, self.library), case, self.library)
        return self._cases[case.id]

    def briefing(self, briefing: Briefing) -> Card:
        """Return the card of a briefing."""
        if briefing.id not in self._briefings:
            card = _briefing_card(briefing, self.library)
            if briefing.written_by.is_library_text:
                card["written_by"] = briefing.written_by.sentence
            if briefing.summary_is_from_title:
                card["summary_note"] = _(SUMMARY_FROM_TITLE)
            self._briefings[briefing.id] = _in_own_language(card, briefing, self.library)
        return self._briefings[briefing.id]

    def notice(self, notice: Notice) -> Card:
        """Return the card of a notice."""
        if notice.id not in self._notices:
            self._notices[notice.id] = _in_own_language(_notice_card(notice, self.library), notice, self.library)
        return self._notices[notice.id]


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
            "sms": contact.sms or "",
            "sms_to": (contact.sms or "").replace(" ", ""),
            "sms_note": contact.sms_note or "",
            "web_chat": contact.web_chat or "",
            "relay": contact.relay or "",
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

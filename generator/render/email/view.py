"""The content of a bulletin's e-mail, as plain values. HTML and plain text both show these values and no others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypedDict

from generator.languages import gettext as _
from generator.markdown import join_words, truncate_words
from generator.model import (
    Briefing,
    BriefingSeries,
    BulletinItem,
    BulletinStatus,
    Case,
    ItemChange,
    Library,
    Notice,
    PublishedBulletin,
    RelatedReading,
    address_of,
    addresses,
)
from generator.model.how_to_read import can_be_opened, label_ways
from generator.model.urgent_contacts import contacts_for, needed_for_all
from generator.render.email.message import printable_line
from generator.render.views.bulletin import event_changes, helplines_of, reading_address, subjects_of
from generator.render.views.cards import ContactView, contact_point_view, contact_views
from generator.render.views.related_reading import reading_elsewhere, series_of, split_reading

_PREVIEW: Final = 120
"""The maximum number of characters that mail programs show next to the subject."""

_CHANGES: Final = {
    ItemChange.NEW: "new",
    ItemChange.REVISED: "revised",
    ItemChange.ADDED: "document published",
    ItemChange.UPDATED: "document updated",
    ItemChange.CORRECTED: "corrected",
    ItemChange.PROGRESS: "updated",
    ItemChange.ARCHIVED: "archived",
    ItemChange.WITHDRAWN: "withdrawn",
    ItemChange.COMING: "coming up",
}


class MailLink(TypedDict):
    """A link with its absolute address."""

    label: str
    address: str


class MailLinks(TypedDict):
    """Links with a heading."""

    heading: str
    links: list[MailLink]


class MailItem(TypedDict):
    """One item of the bulletin."""

    title: str
    address: str
    facts: list[str]
    """Kind, subject, status and date of the record. For a withdrawn record, only that it is withdrawn."""

    changes: list[str]
    """The changes to an event; usually empty."""

    text: str
    lines: list[str]
    """What was done about recommendations, one line each; empty for other items."""

    own_briefings: list[MailLink]
    """The briefings that belong to the review."""

    briefings_heading: str
    """The heading above `briefings`."""

    briefings: list[MailLink]
    """The briefings that readers can open, in reading order."""

    elsewhere: list[MailLinks]
    """The briefings that readers cannot open, by how to read them."""

    action: str
    """The action to take; empty if there is none."""

    calendar: MailLink | None


class MailSection(TypedDict):
    """A section of the bulletin."""

    heading: str
    items: list[MailItem]
    sensitive_topics: str
    """The sensitive topics that need helplines before these items, as a list in words.

    Empty in all sections except the first with such a topic.
    """


class MailView(TypedDict):
    """The whole e-mail."""

    is_draft: bool
    subject: str
    preview: str
    partnership: str
    library: str
    title: str
    quarter: str
    by_library: str
    """A sentence that the library put it together; empty for a bulletin of the partnership."""

    welcome: str
    """The welcome, as prose."""

    web: str
    home: str
    contact: str
    sections: list[MailSection]
    helplines: list[ContactView]
    contacts: list[ContactView]
    sign_up: dict[str, str] | None
    feedback: dict[str, str] | None
    unsubscribe: str
    """The address for unsubscribing; empty if readers unsubscribe by replying."""

    answer: str
    """The recipient of replies; empty if it is not known."""

    licence: str


def mail_view(bulletin: PublishedBulletin, library: Library, is_draft: bool) -> MailView:
    """Return the content of the bulletin's e-mail, as it was sent.

    Later changes are shown only on the bulletin's page.
    """
    partnership, site = library.partnership, library.site_url
    newsletter = partnership.newsletter
    record = bulletin.record
    about = needed_for_all(item.about for item in bulletin.items)
    return {
        "is_draft": is_draft,
        "subject": printable_line(f"{'DRAFT: ' if is_draft else ''}{record.title}"),
        "preview": truncate_words(record.welcome, _PREVIEW),
        "partnership": partnership.name,
        "library": partnership.library_name,
        "title": record.title,
        "quarter": bulletin.quarter.label,
        "by_library": _by_library(bulletin, partnership.library_name),
        "welcome": record.welcome,
        "web": site + addresses.bulletin(bulletin.quarter.id),
        "home": site,
        "contact": site + addresses.CONTACT,
        "sections": _sections(bulletin, library),
        "helplines": contact_views(helplines_of(bulletin, library)),
        "contacts": contact_views(contacts_for(partnership.contacts, about)),
        "sign_up": contact_point_view(partnership.sign_up),
        "feedback": contact_point_view(partnership.feedback),
        "unsubscribe": newsletter.list_unsubscribe or "" if newsletter is not None else "",
        "answer": (newsletter.reply_to or newsletter.from_address) if newsletter is not None else "",
        "licence": partnership.licence or "",
    }


def _by_library(bulletin: PublishedBulletin, library_name: str) -> str:
    if bulletin.record.written_by != "library":
        return ""
    return _("Put together by {library}, not the partnership.").format(library=library_name)


def _sections(bulletin: PublishedBulletin, library: Library) -> list[MailSection]:
    is_sent = bulletin.record.status is BulletinStatus.SENT
    subjects = join_words(subjects_of(bulletin, library))
    sections: list[MailSection] = []
    for section, items in bulletin.sections:
        needs = any(item.hard_subjects for item in items)
        shown = [_item(item, bulletin.record_of(item), library, is_sent) for item in items]
        sections.append({"heading": section.heading, "items": shown, "sensitive_topics": subjects if needs else ""})
        subjects = "" if needs else subjects
    return sections


def _item(item: BulletinItem, record: Case | Briefing | Notice, library: Library, is_sent: bool) -> MailItem:
    shown: MailItem = {
        "title": printable_line(item.title),
        "address": library.site_url + address_of(record, library.vocabulary),
        "facts": list(_facts(item, record, is_sent)),
        "changes": [],
        "text": item.text,
        "lines": [printable_line(each) for each in item.lines],
        "own_briefings": [],
        "briefings_heading": "",
        "briefings": [],
        "elsewhere": [],
        "action": "",
        "calendar": None,
    }
    if record.is_withdrawn:
        return shown
    if isinstance(record, Case):
        own, others = split_reading(item, library)
        series = series_of(others, library)
        shown["own_briefings"] = [_link(each, library) for each in own]
        shown["briefings"] = [_link(each, library) for each in others]
        shown["elsewhere"] = [
            {"heading": how, "links": [_link(each, library) for each in listed]}
            for how, listed in reading_elsewhere(item.reading)
        ]
        shown["briefings_heading"] = series[0].heading if len(series) == 1 else "Briefings"
        shown["action"] = _for_a_team(series_of(own, library), series, len(others))
    elif isinstance(record, Briefing):
        can_be_read = item.how_to_read is None or can_be_opened(item.how_to_read)
        shown["action"] = _read_together(record) if can_be_read else ""
    else:
        if not is_sent:
            shown["changes"] = event_changes(record)
        if record.has_calendar and record.cancelled is None and item.change is ItemChange.COMING:
            address = library.site_url + addresses.event_calendar(record.id)
            shown["calendar"] = {"label": f"Add {item.title} to your calendar", "address": address}
    return shown


def _facts(item: BulletinItem, record: Case | Briefing | Notice, is_sent: bool) -> Iterator[str]:
    changed = f"{_CHANGES[item.change]} {item.date.label}" if item.date is not None else ""
    if record.is_withdrawn:
        yield changed[0].upper() + changed[1:] if changed else "Withdrawn"
        return
    yield item.what
    if item.about:
        yield f"about {join_words([str(each) for each in item.about])}"
    if isinstance(record, Notice) and item.change is ItemChange.COMING:
        yield item.when if record.cancelled is None or is_sent else f"it was planned for {item.when}"
        if item.place:
            yield item.place
    elif changed:
        yield changed
    yield from (_lower_first(way.label_off_site) for way in item.how_to_read or ())


def _lower_first(text: str) -> str:
    """Return a label in the middle of a line: `on its page`, but `PDF`."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _link(reading: RelatedReading, library: Library) -> MailLink:
    is_known = reading.how_to_read and not reading.is_elsewhere
    label = f"{reading.title} ({label_ways(reading.how_to_read or (), off_site=True)})" if is_known else reading.title
    return {"label": label, "address": library.site_url + reading_address(reading, library)}


def _for_a_team(own: tuple[BriefingSeries, ...], others: tuple[BriefingSeries, ...], count: int) -> str:
    """Return what to do with the briefings of a review.

    `own` are the series of its own briefings, and `others` those of the `count` briefings that it lists.
    """
    if count:
        one, many = (others[0].label, others[0].plural) if len(others) == 1 else ("briefing", "briefings")
        which = f"this {one}" if count == 1 else f"one of these {many}"
        return f"With your team: read {which} together, and talk about what it means for your work."
    if own:
        what = "the lessons" if own[0].takes_text_from_case else f"the {own[0].label}"
        return f"With your team: read {what} together, and talk about what you would do differently."
    return ""


def _read_together(briefing: Briefing) -> str:
    if briefing.is_about_case:
        return ""
    time = briefing.series.reading_time
    read_it = f"take {time} to read it together" if time else "read it together"
    return f"With your team: {read_it}, and talk about what it means for your work."

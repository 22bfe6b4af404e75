"""The page of one quarter's bulletin."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from generator.languages import gettext as _
from generator.languages import message, plural_message
from generator.markdown import RecordLink, join_words, resolve_record_link
from generator.model import (
    Address,
    Briefing,
    BulletinItem,
    BulletinSection,
    BulletinStatus,
    Case,
    Contact,
    ItemChange,
    Library,
    Notice,
    PageKind,
    PublishedBulletin,
    RelatedReading,
    address_of,
    addresses,
)
from generator.model.content_warnings import subjects_of_all
from generator.model.how_to_read import HowToRead, label_ways
from generator.model.urgent_contacts import helplines_for, needed_for_all
from generator.render.views.cards import NO_SUMMARY, Card, CardFactory, contact_point_view, contact_views, pluralise
from generator.render.views.page_view import PageView
from generator.render.views.related_reading import reading_elsewhere, split_reading, time_to_read
from generator.render.views.search_metadata import SearchMetadata

_CHANGES: Final = {
    ItemChange.REVISED: message("Revised"),
    ItemChange.ADDED: message("Document published"),
    ItemChange.UPDATED: message("Document updated"),
    ItemChange.CORRECTED: message("Corrected"),
    ItemChange.PROGRESS: message("Update on recommendations"),
    ItemChange.ARCHIVED: message("Archived"),
    ItemChange.WITHDRAWN: message("Withdrawn"),
    ItemChange.COMING: message("Coming up"),
}
"""The label of an item that is not simply new."""

_COUNTED: Final = {
    BulletinSection.REVIEWS: plural_message("{number} review", "{number} reviews"),
    BulletinSection.BRIEFINGS: plural_message("{number} briefing", "{number} briefings"),
    BulletinSection.POLICY: plural_message("{number} change of policy", "{number} changes of policy"),
    BulletinSection.EVENTS: plural_message("{number} event or course", "{number} events and courses"),
    BulletinSection.NEWS: plural_message("{number} piece of news", "{number} pieces of news"),
    BulletinSection.GUIDES: plural_message("{number} guide or resource", "{number} guides and resources"),
    BulletinSection.SERVICES: plural_message("{number} local service", "{number} local services"),
    BulletinSection.TOOLS: plural_message("{number} practice tool", "{number} practice tools"),
    BulletinSection.REFERRAL: plural_message("{number} way to refer", "{number} ways to refer"),
    BulletinSection.PROGRESS: plural_message(
        "{number} review with news about its recommendations", "{number} reviews with news about their recommendations"
    ),
    BulletinSection.CHANGES: plural_message("{number} change", "{number} changes"),
}


def bulletin_page(bulletin: PublishedBulletin, library: Library) -> PageView:
    """Return the page of a bulletin: what was published in the quarter, section by section, and what to do with it."""
    record, quarter = bulletin.record, bulletin.quarter
    title, address = _title(bulletin), addresses.bulletin(record.id)
    contacts = library.partnership
    hard = subjects_of(bulletin, library)
    body: dict[str, object] = {
        "title": record.title,
        "quarter": quarter.label,
        "is_draft": record.status is BulletinStatus.DRAFT,
        "sent": record.sent.label if record.sent is not None else "",
        "welcome": record.welcome,
        "sections": [_section(section, items, bulletin, library) for section, items in bulletin.sections],
        "since": [_item(item, bulletin.record_of(item), library, False) for item in bulletin.added_since_sent],
        "sensitive_topics": join_words(hard),
        "helplines": contact_views(helplines_of(bulletin, library)) if hard else [],
        "sign_up": contact_point_view(contacts.sign_up),
        "feedback": contact_point_view(contacts.feedback),
        "by_library": contacts.library_name if record.written_by == "library" else "",
        "share_address": library.site_url + address,
        "mail_to": _mail(title, library.site_url + address),
        "all_address": addresses.BULLETINS,
        **_neighbours(bulletin, library),
        "search_metadata": _search_metadata(bulletin, title),
    }
    return PageView(
        template="bulletin.html",
        address=address,
        title=title,
        description=f"{quarter.label}: {contents_sentence(bulletin)}.",
        body=body,
        json_ld=_json_ld(bulletin, title, library),
        kind=PageKind.BULLETIN,
        about=needed_for_all(item.about for item in bulletin.all_items),
    )


def bulletin_card(bulletin: PublishedBulletin) -> Card:
    """Return the card of a bulletin for a list: its quarter, and its contents in one line."""
    contents = contents_sentence(bulletin)
    return {
        "title": bulletin.record.title,
        "address": addresses.bulletin(bulletin.record.id),
        "kicker": bulletin.quarter.label,
        "date": "",
        "iso": "",
        "summary": f"{contents[0].upper()}{contents[1:]}.",
        "subtitle": "",
        "note": "",
    }


def contents_sentence(bulletin: PublishedBulletin) -> str:
    """Return the number of items of each kind in a bulletin: `1 review, 2 briefings and 1 event or course`."""
    counted = [pluralise(len(items), *_COUNTED[section]) for section, items in bulletin.sections]
    return join_words(counted) or _("nothing yet")


def bulletin_links(name: str, cards: CardFactory) -> list[dict[str, str]]:
    """Return links to the bulletins that include a record. `name` is the record's, for example `case:grace`."""
    quarters = cards.library.bulletins_mentioning.get(name, ())
    return [{"label": quarter.label, "address": addresses.bulletin(quarter.id)} for quarter in quarters]


def subjects_of(bulletin: PublishedBulletin, library: Library) -> tuple[str, ...]:
    """Return the sensitive topics of all items, the gravest first."""
    return subjects_of_all((item.hard_subjects for item in bulletin.items), library.vocabulary)


def helplines_of(bulletin: PublishedBulletin, library: Library) -> tuple[Contact, ...]:
    """Return the helplines for the people affected by the bulletin's sensitive topics."""
    needed = needed_for_all(item.about for item in bulletin.items if item.hard_subjects)
    return helplines_for(library.partnership.helplines, needed)


def event_changes(notice: Notice) -> list[str]:
    """Return the changes to an event since it was announced, newest first. Usually empty."""
    cancelled = [_("Cancelled: {text}").format(text=notice.cancelled.text)] if notice.cancelled is not None else []
    return [*cancelled, *(_("Changed: {text}").format(text=change.text) for change in reversed(notice.changes))]


def _title(bulletin: PublishedBulletin) -> str:
    """Return the page's title, which is unique on the site."""
    title, label = bulletin.record.title, bulletin.quarter.label
    return title if label in title else _("{title}: bulletin for {quarter}").format(title=title, quarter=label)


def _section(
    section: BulletinSection, items: tuple[BulletinItem, ...], bulletin: PublishedBulletin, library: Library
) -> dict[str, object]:
    is_sent = bulletin.record.status is BulletinStatus.SENT
    shown = [_item(item, bulletin.record_of(item), library, is_sent) for item in items]
    is_reviews = section is BulletinSection.REVIEWS
    return {
        "anchor": str(section),
        "heading": section.heading,
        "items": shown,
        # Two general questions for all reviews whose briefings have no questions. They are shown once.
        "asks_all": is_reviews
        and any(not item.questions and item.change is not ItemChange.WITHDRAWN for item in items),
        "is_reviews": is_reviews,
    }


def _item(item: BulletinItem, record: Case | Briefing | Notice, library: Library, is_sent: bool) -> dict[str, object]:
    """Return an item for the template.

    If `is_sent`, the texts are those that were sent, and only the address is taken from the record.
    """
    is_gone = item.change is ItemChange.WITHDRAWN
    is_review = item.section is BulletinSection.REVIEWS
    own, others = split_reading(item, library) if is_review else ([], list(item.reading))
    return {
        "anchor": f"{item.record.replace(':', '-')}-{item.change}",
        "title": _("[Withdrawn] {title}").format(title=item.title) if is_gone else item.title,
        "address": address_of(record, library.vocabulary),
        "is_gone": is_gone,
        "what": item.what,
        "date": item.date.label if item.date is not None and item.change is not ItemChange.COMING else "",
        "iso": item.date.iso if item.date is not None else "",
        "change": _(_CHANGES[item.change]) if item.change in _CHANGES else "",
        "about": join_words([str(each) for each in item.about]),
        "when": item.when,
        "place": item.place,
        "changes": [] if is_gone or is_sent or not isinstance(record, Notice) else event_changes(record),
        "lines": list(item.lines),
        "text": item.text or (_(NO_SUMMARY) if item.section is BulletinSection.REVIEWS else ""),
        "own_briefings": [_link(each, library) for each in own],
        "reading": [_link(each, library) for each in others],
        "time_to_read": time_to_read(others, library),
        "reading_elsewhere": [
            {"how_to_read": how, "pages": [_link(each, library) for each in listed]}
            for how, listed in reading_elsewhere(item.reading if is_review else ())
        ],
        "how_to_read": label_ways(item.how_to_read or ()),
        "is_here": HowToRead.READ_HERE in (item.how_to_read or ()),
        "questions": list(item.questions),
    }


def reading_address(reading: RelatedReading, library: Library) -> Address:
    """Return the address of the page to read, relative to the site's root."""
    kind, _, identity = reading.record.partition(":")
    return resolve_record_link(RecordLink(kind, identity), library)


def _link(reading: RelatedReading, library: Library) -> dict[str, object]:
    ways = reading.how_to_read or ()
    return {
        "title": reading.title,
        "what": reading.what,
        "address": reading_address(reading, library),
        "how_to_read": label_ways(ways),
        "is_here": HowToRead.READ_HERE in ways,
    }


def _neighbours(bulletin: PublishedBulletin, library: Library) -> dict[str, object]:
    """Return links to the previous and the next bulletin."""
    place = library.bulletins.index(bulletin)
    newer = library.bulletins[place - 1] if place > 0 else None
    older = library.bulletins[place + 1] if place + 1 < len(library.bulletins) else None
    return {
        name: {"label": each.quarter.label, "address": addresses.bulletin(each.record.id)} if each is not None else None
        for name, each in (("newer", newer), ("older", older))
    }


def _mail(title: str, url: str) -> str:
    """Return a `mailto:` link for passing the bulletin on, without a recipient."""
    return f"mailto:?subject={quote(title)}&body={quote(f'{title}{chr(13)}{chr(10)}{url}')}"


def _search_metadata(bulletin: PublishedBulletin, title: str) -> SearchMetadata:
    return {
        "title": title,
        "kind": _("Bulletin"),
        "about": "",
        "documents": "",
        "date": bulletin.quarter.label,
    }


def _json_ld(bulletin: PublishedBulletin, title: str, library: Library) -> dict[str, object]:
    partnership = library.partnership
    by_library = bulletin.record.written_by == "library"
    publisher = partnership.library_name if by_library else partnership.name
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "PublicationIssue",
        "name": title,
        "issueNumber": bulletin.quarter.id,
        "url": library.site_url + addresses.bulletin(bulletin.record.id),
        "inLanguage": library.partnership.language,
        "publisher": {"@type": "Organization", "name": publisher},
        "isPartOf": {
            "@type": "Periodical",
            "name": _("Bulletins of {partnership}").format(partnership=publisher),
            "url": library.site_url + addresses.BULLETINS,
        },
    }
    if bulletin.record.sent is not None:
        data["datePublished"] = bulletin.record.sent.iso
    return data

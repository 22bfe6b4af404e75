"""The Atom feeds (RFC 4287), such as `/feed.xml`: news for everyone, news for an audience, and bulletins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from generator.languages import gettext as _
from generator.markdown import truncate_words
from generator.model import (
    Address,
    Availability,
    Briefing,
    BulletinStatus,
    Case,
    GeneratedFile,
    Library,
    Notice,
    PublishedBulletin,
    SiteSection,
    address_of,
    addresses,
)
from generator.model.page_titles import with_kind
from generator.model.quarter_activity import is_added
from generator.model.vocabulary import REVIEW, Audience
from generator.render.jinja_environment import environment
from generator.render.views.cards import NO_SUMMARY, Card, CardFactory

MOST: Final = 50
_FIRST_WORDS: Final = 300
"""The maximum number of characters of a bulletin's welcome that the feed includes."""

Entry = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Feed:
    """One feed before it is rendered."""

    address: Address
    title: str
    subtitle: str
    page: Address
    """The page that a reader opens in a browser in place of the feed."""

    entries: Callable[[], list[Entry]]


def feed_files(cards: CardFactory) -> tuple[GeneratedFile, ...]:
    """Return the feeds of everything, of each audience and of the bulletins, if the site has what is in them.

    Each contains the fifty newest records and document changes with a known date. Atom requires a time, so the first
    day that the date can mean is used. A feed for an audience contains the records that name that audience.
    """
    partnership = cards.library.partnership
    name, description = partnership.library_name, partnership.description
    everything = _Feed(addresses.FEED, name, description, addresses.HOME, lambda: _new(cards, _all(cards)))
    for_audiences = (
        _Feed(
            addresses.feed_for(each.id),
            _("{library}: for {audience}").format(library=name, audience=each.in_a_sentence),
            description,
            addresses.HOME,
            partial(lambda audience: _new(cards, [one for one in _all(cards) if _is_for(one, audience)]), each.id),
        )
        for each in audiences_with_feed(cards.library)
    )
    bulletins = _Feed(
        addresses.BULLETINS_FEED,
        _("{library}: bulletins").format(library=name),
        _("Each quarter's bulletin of {partnership}.").format(partnership=partnership.name),
        addresses.BULLETINS if _public(cards) else addresses.HOME,
        lambda: [_bulletin(bulletin, cards.library) for bulletin in _public(cards)],
    )
    of_bulletins = (bulletins,) if has_bulletin_feed(cards.library) else ()
    return tuple(
        GeneratedFile(each.address, partial(_atom, each, cards)) for each in (everything, *for_audiences, *of_bulletins)
    )


def audiences_with_feed(library: Library) -> tuple[Audience, ...]:
    """Return the audiences that have a feed: those that a briefing or a notice names.

    A feed that has been published before is kept.
    """
    of_briefings = (audience for briefing in library.briefings for audience in briefing.audience)
    named = {*of_briefings, *(audience for notice in library.notices for audience in notice.audience)}
    return tuple(
        each
        for each in library.vocabulary.audiences
        if each.id in named or addresses.feed_for(each.id) in library.published_addresses
    )


def has_bulletin_feed(library: Library) -> bool:
    """Return True if the site has a feed of bulletins: it has bulletins, or the feed has been published before."""
    return library.has(SiteSection.BULLETINS) or addresses.BULLETINS_FEED in library.published_addresses


def _atom(feed: _Feed, cards: CardFactory) -> bytes:
    library = cards.library
    entries = sorted(feed.entries(), key=lambda each: (each["updated"], each["address"]), reverse=True)
    text = (
        environment()
        .get_template("feed.xml")
        .render(
            language=library.partnership.language,
            title=feed.title,
            publisher=library.partnership.name,
            subtitle=feed.subtitle,
            site_url=library.site_url,
            page=library.site_url + feed.page,
            feed=library.site_url + feed.address,
            updated=entries[0]["updated"] if entries else "1970-01-01T00:00:00Z",
            entries=entries[:MOST],
        )
    )
    return text.encode()


def _all(cards: CardFactory) -> list[Case | Briefing | Notice]:
    return [*cards.library.cases, *cards.library.briefings, *cards.library.notices]


def _is_for(record: Case | Briefing | Notice, audience: str) -> bool:
    """Return True if the record names the audience. Reviews name none."""
    return not isinstance(record, Case) and audience in record.audience


def _new(cards: CardFactory, records: Sequence[Case | Briefing | Notice]) -> list[Entry]:
    dated = ((_day(record), record) for record in records)
    entries = [_entry(day, each, cards) for day, each in dated if day is not None and day <= cards.library.today]
    return [*entries, *_added(cards, records), *_updates(cards, records)]


def _card(record: Case | Briefing | Notice, cards: CardFactory) -> Card:
    if isinstance(record, Case):
        return cards.case(record)
    return cards.briefing(record) if isinstance(record, Briefing) else cards.notice(record)


def _day(record: Case | Briefing | Notice) -> date | None:
    dated = record.published if isinstance(record, Case) else record.latest
    return dated.first_day if dated is not None else None


def _added(cards: CardFactory, records: Sequence[Case | Briefing | Notice]) -> Iterator[Entry]:
    """Yield every document that was published after its record."""
    library = cards.library
    for record in records:
        for document in library.documents_of.get((type(record).__name__.lower(), record.id), ()):
            day = document.published.first_day if document.published is not None else None
            if day is None or day > library.today or document.is_sheet:
                continue
            if (
                is_added(record, record.documents[document.place])
                and document.availability is not Availability.ON_REQUEST
            ):
                yield {
                    "title": _("New document: {document}").format(document=document.label),
                    "address": f"{address_of(record, library.vocabulary)}#{document.anchor}",
                    "summary": "",
                    "kicker": _("New document"),
                    "updated": _moment(day),
                }


def _updates(cards: CardFactory, records: Sequence[Case | Briefing | Notice]) -> Iterator[Entry]:
    """Yield every change to a document that keeps its address."""
    library = cards.library
    for record in records:
        address = address_of(record, library.vocabulary)
        for document in library.documents_of.get((type(record).__name__.lower(), record.id), ()):
            for update in document.updates:
                day = update.date.first_day
                if day <= library.today:
                    yield {
                        "title": _("Updated: {document}").format(document=document.label),
                        "address": f"{address}#{update.anchor}",
                        "summary": update.text,
                        "kicker": _("Updated document"),
                        "updated": _moment(day),
                    }


def _entry(day: date, record: Case | Briefing | Notice, cards: CardFactory) -> Entry:
    card = _card(record, cards)
    is_untyped = isinstance(record, Case) and not record.type
    is_library_text = isinstance(record, Briefing) and record.written_by.is_library_text
    return {
        "title": with_kind(record.name, card["kicker"])
        if isinstance(record, Notice)
        else cards.library.page_title(record),
        "address": card["address"],
        "summary": "" if card["summary"] == _(NO_SUMMARY) else card["summary"],
        "kicker": _(REVIEW) if is_untyped else card["kicker"],
        "updated": _moment(day),
        **({"lang": card["lang"]} if "lang" in card else {}),
        **({"author": cards.library.partnership.library_name} if is_library_text else {}),
    }


def _public(cards: CardFactory) -> list[PublishedBulletin]:
    """Return the bulletins without drafts. Drafts are in no feed, not even in a preview."""
    return [bulletin for bulletin in cards.library.bulletins if bulletin.record.status is not BulletinStatus.DRAFT]


def _bulletin(bulletin: PublishedBulletin, library: Library) -> Entry:
    """Return a feed entry, dated to the day the bulletin was sent, or else to the last day of the quarter so far."""
    sent = bulletin.record.sent
    day = min(sent.first_day if sent is not None else bulletin.quarter.last_day, library.today)
    return {
        "title": f"{bulletin.record.title}: {bulletin.quarter.label}",
        "address": addresses.bulletin(bulletin.quarter.id),
        "summary": truncate_words(bulletin.record.welcome, _FIRST_WORDS),
        "kicker": _("Bulletin"),
        "updated": _moment(day),
        **({"author": library.partnership.library_name} if bulletin.record.written_by == "library" else {}),
    }


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"

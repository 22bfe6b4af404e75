"""The Atom feeds (RFC 4287), such as `/feed.xml`: everything, reviews, briefings, a theme, an audience, bulletins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial

from generator.languages import gettext as _
from generator.model import Address, Briefing, Case, GeneratedFile, Library, Notice, SiteSection, addresses
from generator.model.vocabulary import Audience
from generator.render.data_files.feed_entries import (
    MOST,
    Entry,
    all_records,
    bulletin_entry,
    has_new_entries,
    is_for,
    new_entries,
    progress_entries,
    public_bulletins,
)
from generator.render.jinja_environment import environment
from generator.render.views.cards import CardFactory


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed before it is rendered."""

    address: Address
    label: str
    """Its name in links: `Feed of bulletins`."""

    title: str
    """Its name in a feed reader, with that of the library."""

    subtitle: str
    page: Address
    """The page that a reader opens in a browser in place of the feed."""

    entries: Callable[[], list[Entry]]
    has_entries: Callable[[], bool]
    """Returns True if there is an entry. This takes less time than making all entries."""


def feed_files(cards: CardFactory) -> tuple[GeneratedFile, ...]:
    """Return the feeds of everything, of reviews, briefings, themes, audiences and bulletins.

    Each contains the fifty newest records and document changes with a known date. Atom requires a time, so the first
    day that the date can mean is used. A feed for an audience contains the records that name that audience.
    """
    return tuple(GeneratedFile(each.address, partial(_atom, each, cards)) for each in _all_feeds(cards))


def offered_feeds(cards: CardFactory) -> dict[Address, Feed]:
    """Return the feeds that readers are offered, by address: those with an entry."""
    return {feed.address: feed for feed in _all_feeds(cards) if feed.has_entries()}


def empty_feeds(cards: CardFactory) -> frozenset[Address]:
    """Return the addresses of the feeds that have no entry. No page offers them."""
    return frozenset(feed.address for feed in _all_feeds(cards) if not feed.has_entries())


@lru_cache(maxsize=1)
def _all_feeds(cards: CardFactory) -> tuple[Feed, ...]:
    """Return every feed of the site. The pages and the files of one build need them, so they are kept for it."""
    return tuple(replace(feed, has_entries=cache(feed.has_entries)) for feed in _feeds(cards))


def _feeds(cards: CardFactory) -> Iterator[Feed]:
    library = cards.library
    name, description = library.partnership.library_name, library.partnership.description
    everything = all_records(cards)
    yield Feed(
        addresses.FEED,
        _("Feed of everything new"),
        name,
        description,
        addresses.HOME,
        partial(new_entries, cards, everything),
        partial(has_new_entries, cards, everything),
    )
    yield from (each for each in _of_lists(cards) if _is_made(each, library))
    for audience in audiences_with_feed(library):
        readers = audience.in_a_sentence
        records = [record for record in everything if is_for(record, audience.id)]
        yield Feed(
            addresses.feed_for(audience.id),
            _("Feed for {audience}").format(audience=readers),
            _("{library}: for {audience}").format(library=name, audience=readers),
            description,
            addresses.HOME,
            partial(new_entries, cards, records),
            partial(has_new_entries, cards, records),
        )
    yield from (each for each in _of_recommendations(cards) if _is_made(each, library))
    if has_bulletin_feed(library):
        yield Feed(
            addresses.BULLETINS_FEED,
            _("Feed of bulletins"),
            _("{library}: bulletins").format(library=name),
            _("What is new, one bulletin for each quarter."),
            addresses.BULLETINS if public_bulletins(cards) else addresses.HOME,
            lambda: [bulletin_entry(bulletin, library) for bulletin in public_bulletins(cards)],
            lambda: bool(public_bulletins(cards)),
        )


def _of_lists(cards: CardFactory) -> Iterator[Feed]:
    """Yield the feeds of the lists of reviews and of briefings, and of the list of each theme and harm."""
    library = cards.library
    if library.briefings or library.notices:
        # In a site with nothing but reviews, the feed of everything has the same entries.
        yield _of_list(cards, addresses.REVIEWS, _("Feed of reviews"), _("Reviews"), library.cases)
    if library.has(SiteSection.BRIEFINGS):
        yield _of_list(cards, addresses.BRIEFINGS, _("Feed of briefings"), _("Briefings"), library.briefings)
    if not library.has(SiteSection.THEMES):
        return
    words = library.vocabulary
    for theme in words.themes:
        by_theme = (library.cases_by_theme, library.briefings_by_theme, library.notices_by_theme)
        listed = [record for records in by_theme for record in records.get(theme.id, ())]
        subject = _("Theme: {theme}").format(theme=theme.label)
        yield _of_list(cards, addresses.theme(theme.id), _("Feed of this theme"), subject, listed)
    for harm in words.harms:
        by_harm = (library.cases_by_harm, library.briefings_by_harm)
        listed = [record for records in by_harm for record in records.get(harm.id, ())]
        subject = _("Harm: {harm}").format(harm=harm.label)
        yield _of_list(cards, addresses.harm(harm.id), _("Feed of this type of harm"), subject, listed)


def _of_recommendations(cards: CardFactory) -> Iterator[Feed]:
    """Yield the feed of what was done about recommendations."""
    library = cards.library
    entries = cache(partial(progress_entries, library, MOST))
    yield Feed(
        addresses.feed_of(addresses.RECOMMENDATIONS),
        _("Feed of progress on recommendations"),
        _("{library}: progress on recommendations").format(library=library.partnership.library_name),
        _("What was done about the recommendations of reviews."),
        addresses.RECOMMENDATIONS if library.recommendations else addresses.HOME,
        entries,
        lambda: bool(entries()),
    )


def _of_list(
    cards: CardFactory, page: Address, label: str, subject: str, records: Sequence[Case | Briefing | Notice]
) -> Feed:
    partnership = cards.library.partnership
    title = f"{partnership.library_name}: {subject[0].lower()}{subject[1:]}"
    entries, has_entries = partial(new_entries, cards, records), partial(has_new_entries, cards, records)
    return Feed(addresses.feed_of(page), label, title, partnership.description, page, entries, has_entries)


def _is_made(feed: Feed, library: Library) -> bool:
    """Return True for the feed of a list that has an entry, or that has been published before."""
    return feed.address in library.published_addresses or feed.has_entries()


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


def _atom(feed: Feed, cards: CardFactory) -> bytes:
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
            updated=entries[0]["updated"] if entries else f"{library.today.isoformat()}T00:00:00Z",
            entries=entries[:MOST],
        )
    )
    return text.encode()

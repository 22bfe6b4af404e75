"""The line that offers the feed of a page, and says what a feed is."""

from __future__ import annotations

from generator.model import Address, addresses
from generator.render.data_files.atom_feeds import offered_feeds
from generator.render.views.cards import CardFactory


def follow_view(cards: CardFactory, feed: Address) -> dict[str, object]:
    """Return the feed at an address, and the page that explains feeds.

    There is no feed of reviews if the site has nothing else: then it is the feed of everything. The feed is None if it
    has no entry.
    """
    library = cards.library
    is_everything = feed == addresses.feed_of(addresses.REVIEWS) and not (library.briefings or library.notices)
    found = offered_feeds(cards).get(addresses.FEED if is_everything else feed)
    has_page = addresses.FEEDS_AND_DATA in library.handwritten_pages
    return {
        "feed": {"label": found.label, "address": found.address} if found is not None else None,
        "about_feeds": addresses.FEEDS_AND_DATA if has_page else "",
    }

"""Finds the links of hand-written pages to feeds that have no entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from generator.diagnostics import Diagnostic, rule
from generator.model import Address, MarkdownPage


def check_feed_links(pages: Iterable[MarkdownPage], empty_feeds: Set[Address]) -> Iterator[Diagnostic]:
    """Yield S040 for each link by address, `site:bulletins/feed.xml`, to a feed without an entry.

    The slots `follow` and `feeds`, and the field `feed` of a page, offer such a feed only once it has an entry.
    """
    for page in pages:
        for address in sorted(empty_feeds):
            for match in re.finditer(rf"\(site:({re.escape(address)})\)", page.source.text):
                message = f'the feed "{address}" has nothing in it'
                hint = f"write the slot <!-- library:follow feed={address} --> in place of the sentence with the link"
                yield rule("S040").diagnostic(message, page.source.at_offset(match.start(1)), hint)

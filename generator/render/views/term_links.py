"""Vocabulary terms as links to their pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypedDict

from generator.model import Library, SiteSection, addresses
from generator.model.term import Term


class TermLink(TypedDict):
    """A vocabulary term as a link."""

    label: str
    address: str
    """Empty if the site has no page for the term."""

    count: int
    counted: str
    """What is counted, in words: `2 reviews, 1 briefing`. Empty if a list has only one kind."""

    description: str


def term_links(
    terms: Iterable[Term], spell: str, library: Library, counts: Mapping[str, int] | None = None
) -> list[TermLink]:
    """Return vocabulary terms as links, with how many records they have. `spell` is `theme`, `harm` or `type`."""
    address = {"theme": addresses.theme, "harm": addresses.harm, "type": addresses.review_type}[spell]
    has_page = spell == "type" or library.has(SiteSection.THEMES)
    counts = counts or {}
    return [
        {
            "label": term.label,
            "address": address(term.id) if has_page else "",
            "count": counts.get(term.id, 0),
            "counted": "",
            "description": term.description or "",
        }
        for term in terms
    ]

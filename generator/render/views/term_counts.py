"""How many records the page of a theme or harm lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from generator.languages import plural_message
from generator.model import Briefing, Case, Library
from generator.model.term import Term
from generator.render.views.cards import COUNTED_BRIEFING, COUNTED_REVIEW, pluralise
from generator.render.views.term_links import TermLink, term_links

_LINKED_REVIEW: Final = plural_message("{number} linked review", "{number} linked reviews")


class TermCounts(NamedTuple):
    """How many records the page of a theme or harm lists."""

    reviews: int
    briefings: int
    """With the briefings of these reviews, which have the subjects of their review."""

    linked: int
    """Reviews that only list a briefing on the theme."""

    @classmethod
    def of(cls, cases: Iterable[Case], briefings: Iterable[Briefing], linked: Sequence[Case] = ()) -> TermCounts:
        """Count the records that the page lists."""
        return cls(len({case.id for case in cases}), sum(1 for _ in briefings), len(linked))

    @property
    def all(self) -> int:
        """The number of records that the page lists."""
        return sum(self)

    @property
    def in_words(self) -> str:
        """The numbers with their nouns: `2 reviews, 1 briefing, 3 linked reviews`."""
        counted = (
            (self.reviews, COUNTED_REVIEW), (self.briefings, COUNTED_BRIEFING), (self.linked, _LINKED_REVIEW),
        )  # fmt: skip
        return ", ".join(pluralise(number, *forms) for number, forms in counted if number)


def counted_links(
    terms: Iterable[Term], kind: str, library: Library, counts: Mapping[str, TermCounts]
) -> list[TermLink]:
    """Return the terms as links, with what their pages list. `kind` is `theme` or `harm`."""
    links = []
    for term in terms:
        (link,) = term_links([term], kind, library, {term.id: counts[term.id].all})
        link["counted"] = counts[term.id].in_words
        links.append(link)
    return links

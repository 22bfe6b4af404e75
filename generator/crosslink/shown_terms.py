"""Leaves out the terms of vocabulary packs that the site does not use, so that they do not fill its lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final

from generator.model import Briefing, Case, Located, Notice, Source, addresses
from generator.model.term import Term
from generator.model.vocabulary import Vocabulary

_LINK: Final = re.compile(r":(?:(?<=\b(theme:))|(?<=\b(harm:))|(?<=\b(type:)))([a-z0-9-]+)")
"""A link by id. It begins with the sign that few texts have, so that all texts are searched in a tenth of the time."""

_PAGES: Final[Mapping[str, tuple[str, Callable[[str], addresses.Address]]]] = {
    "review_types": ("type", addresses.review_type),
    "harms": ("harm", addresses.harm),
    "themes": ("theme", addresses.theme),
}
"""The lists whose terms each have a page: the name of a term in a link by id, and the address of its page."""


def shown_vocabulary(
    vocabulary: Located[Vocabulary],
    records: Iterable[Case | Briefing | Notice],
    sources: Iterable[Source],
    published: Collection[str],
) -> Vocabulary:
    """Return the vocabulary without the terms of packs that have nothing to show.

    A term of a pack is shown if a public record has it, a text links to its page, its page was published before, or the
    site lists the list under `show_unused`. The site's own terms are always shown.
    """
    words, raw = vocabulary.record, vocabulary.raw
    if raw.own is None:
        return words
    used: dict[str, set[str]] = {"review_types": set(), "harms": set(), "themes": set()}
    for record in records:
        used["harms"] |= set(record.harms)
        used["themes"] |= set(record.themes)
        if isinstance(record, Case):
            used["harms"] |= record.harms_of_recommendations
            used["themes"] |= record.themes_of_recommendations
            used["review_types"] |= set(words.types_with_parents(record.type))
    linked = {"".join(filter(None, match)) for source in sources for match in _LINK.findall(source.text)}

    def is_shown(name: str, number: int, term: Term) -> bool:
        link, address = _PAGES[name]
        return (
            name in words.show_unused
            or (name, number) in raw.own_numbers
            or term.id in used[name]
            or f"{link}:{term.id}" in linked
            or address(term.id) in published
        )

    shown = {
        name: tuple(term for number, term in enumerate(getattr(words, name)) if is_shown(name, number, term))
        for name in _PAGES
    }
    return Vocabulary.model_construct(**{**{name: getattr(words, name) for name in Vocabulary.model_fields}, **shown})

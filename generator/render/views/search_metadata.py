"""The metadata that the search index gets for a record's page, in addition to its text."""

from __future__ import annotations

from typing import TypedDict

from generator.model import Briefing, Case, Library, Notice
from generator.model.facets import date_of, facets_of


class SearchMetadata(TypedDict):
    """A page as a search result shows it."""

    title: str
    kind: str
    about: str
    """Search words that need not appear in the page's text: themes, harms, a briefing's other names."""

    date: str
    """The date in words; empty if no source gives one."""

    facets: list[tuple[str, str]]
    """Name and label, one pair for each label."""


def search_metadata(record: Case | Briefing | Notice, title: str, library: Library) -> SearchMetadata:
    """Return the search metadata of a record's page. `title` is the page's title, which is unique on the site."""
    facets = facets_of(record, library)
    names = record.also_known_as if isinstance(record, Briefing) else ()
    dated = date_of(record)
    return {
        "title": title,
        "kind": facets["Kind"][0],
        "about": "; ".join((*names, *_type_names(record, library), *facets.get("Theme", ()), *facets.get("Harm", ()))),
        "date": dated.label if dated is not None else "",
        "facets": [(name, label) for name, labels in facets.items() for label in labels],
    }


def _type_names(record: Case | Briefing | Notice, library: Library) -> tuple[str, ...]:
    """Return the labels of a review's types that its page need not show: those of a joint review, a variant's parent.

    A search for the abbreviation of a type finds its label, because they are synonyms.
    """
    if not isinstance(record, Case):
        return ()
    words = library.vocabulary
    shown = words.type_label(record.type)
    labels = (words.type[each].label for each in words.types_with_parents(record.type) if each in words.type)
    return tuple(label for label in labels if label not in shown)

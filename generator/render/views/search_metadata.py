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
    """Search words that need not appear in the page's text: themes, harms, the subtitle and other names."""

    date: str
    """The date in words; empty if no source gives one."""

    facets: list[tuple[str, str]]
    """Name and label, one pair for each label."""


def search_metadata(record: Case | Briefing | Notice, title: str, library: Library) -> SearchMetadata:
    """Return the search metadata of a record's page. `title` is the page's title, which is unique on the site."""
    facets = facets_of(record, library)
    names = () if isinstance(record, Notice) else (record.subtitle, *record.also_known_as)
    dated = date_of(record)
    return {
        "title": title,
        "kind": facets["Kind"][0],
        "about": "; ".join((*filter(None, names), *facets.get("Theme", ()), *facets.get("Harm", ()))),
        "date": dated.label
        if dated is not None
        else record.state_label(library.today)
        if isinstance(record, Case)
        else "",
        "facets": [(name, label) for name, labels in facets.items() for label in labels],
    }

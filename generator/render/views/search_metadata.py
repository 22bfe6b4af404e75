"""What the search index is told of a record's page beside its words."""

from __future__ import annotations

from typing import TypedDict

from generator.model import Briefing, Case, Library, Notice
from generator.model.facets import date_of, facets_of


class SearchMetadata(TypedDict):
    """A page as it stands among what was found."""

    title: str
    kind: str
    about: str
    """Words by which it is found and that its text need not hold: themes, harms, a briefing's other names."""

    date: str
    """As readers read it; empty where no source says."""

    facets: list[tuple[str, str]]
    """Name and label, one for each label."""


def search_metadata(record: Case | Briefing | Notice, title: str, library: Library) -> SearchMetadata:
    """How a record's page is found. `title` is the page's own: no two pages have the same."""
    facets = facets_of(record, library)
    names = record.also_known_as if isinstance(record, Briefing) else ()
    dated = date_of(record)
    return {
        "title": title,
        "kind": facets["Kind"][0],
        "about": "; ".join((*names, *facets.get("Theme", ()), *facets.get("Harm", ()))),
        "date": dated.label if dated is not None else "",
        "facets": [(name, label) for name, labels in facets.items() for label in labels],
    }

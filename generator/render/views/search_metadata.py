"""The metadata that the search index gets for a record's page, in addition to its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NotRequired, TypedDict

from generator.languages import gettext as _
from generator.model import Briefing, Case, Library, Notice, PublishedDocument
from generator.model.facets import date_of, kind_of, subjects_of
from generator.model.ways_to_read import label_ways_to_read
from generator.render.views.cards import SUMMARY_FROM_TITLE
from generator.render.views.record_language import language_attributes


class SearchMetadata(TypedDict):
    """A page as a search result shows it."""

    title: str
    kind: str
    about: str
    """Search words that need not appear in the page's text: themes, harms, the subtitle and other names."""

    documents: str
    """The names of its documents, which the page lists outside its searched text."""

    date: str
    """The date in words; empty if no source gives one."""

    how_to_read: NotRequired[str]
    """How to read it: `Read here · PDF`, and if its summary is from the title only. Missing if neither applies."""

    lang: NotRequired[str]
    """The language of the record's texts, if it is not that of the site."""


def search_metadata(record: Case | Briefing | Notice, title: str, library: Library) -> SearchMetadata:
    """Return the search metadata of a record's page. `title` is the page's title, which is unique on the site."""
    words = library.vocabulary
    themes, harms = subjects_of(record, library)
    terms = (*(words.theme.get(each) for each in themes), *(words.harm.get(each) for each in harms))
    subjects = (term.label for term in terms if term is not None)
    names = () if isinstance(record, Notice) else (record.subtitle, *record.also_known_as)
    dated = date_of(record)
    metadata: SearchMetadata = {
        "title": title,
        "kind": _kind(record, _(kind_of(record, library))),
        "about": "; ".join((*filter(None, names), *_type_names(record, library), *subjects)),
        "documents": "; ".join(dict.fromkeys(document.label for document in _documents(record, library))),
        "date": dated.label
        if dated is not None
        else record.state_label(library.today)
        if isinstance(record, Case)
        else "",
    }
    is_from_title = isinstance(record, Briefing) and record.summary_is_from_title
    reading_facts = (label_ways_to_read(record, library), _(SUMMARY_FROM_TITLE) if is_from_title else "")
    if any(reading_facts):
        metadata["how_to_read"] = " · ".join(filter(None, reading_facts))
    attributes = language_attributes(record, library)
    if attributes:
        metadata["lang"] = attributes["lang"]
    return metadata


def _documents(record: Case | Briefing | Notice, library: Library) -> Iterator[PublishedDocument]:
    """Yield the documents of a record, without the sheets that repeat its page."""
    kind = "case" if isinstance(record, Case) else "briefing" if isinstance(record, Briefing) else "notice"
    yield from (each for each in library.documents_of.get((kind, record.id), ()) if not each.is_sheet)


def _kind(record: Case | Briefing | Notice, kind: str) -> str:
    """Return the kind of a result, and whose words a briefing has if they are not the partnership's."""
    label = record.written_by.label if isinstance(record, Briefing) else ""
    return f"{kind}, {label}" if label else kind


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

"""Checks the fields at the top of hand-written pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, did_you_mean, rule
from generator.diagnostics.suggest import one_of
from generator.model import About, Records
from generator.model.page_dates import PAGE_DATES
from generator.validate.value_mistakes import value_type_in_words

_FIELDS: Final = ("title", "description", "section", "template", *PAGE_DATES, "about", "feed", "to_do", "accepted_html")
_OF_THE_ENGINE: Final = frozenset(
    {"authors", "comments", "date", "documents", "draft", "exclude", "hide", "icon", "robots", "search", "social"}
    | {"status", "subtitle", "tags"}
)
"""Fields that MkDocs, its plugins or its themes use."""

_TEXTS: Final = ("title", "description", "section", "template", "about", "feed", "to_do")
"""Fields that are one text."""


def check_page_fields(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P672 for a field that nothing reads, P673 for an unknown `about`, and R203 for a value that is no text."""
    for page in records.pages:
        if page.fields is None:
            continue
        for name, value in page.fields.values.items():
            if name not in _FIELDS and name not in _OF_THE_ENGINE:
                hint = did_you_mean(str(name).replace("-", "_"), _FIELDS) or one_of(_FIELDS, limit=30)
                message = f'the field "{name}" at the top of this page does nothing'
                yield rule("P672").diagnostic(message, page.fields.location_of(name, key=True), hint)
            elif name in _TEXTS and isinstance(value, list | dict | bool):
                message = f'"{name}" at the top of this page is {value_type_in_words(value)} and should be text'
                hint = f'write one text, in quotes: {name}: "..."'
                yield rule("R203").diagnostic(message, page.fields.location_of(name), hint)
            elif name == "title" and value is None:
                hint = "write the title; or delete this line, and the heading of the page is its title"
                yield rule("R203").diagnostic('"title" is empty', page.fields.location_of(name), hint)
            elif name == "about" and value not in list(About):
                hint = did_you_mean(str(value), list(About)) or one_of(list(About))
                message = '"about" is empty' if value is None else f'unknown "about": "{value}"'
                yield rule("P673").diagnostic(message, page.fields.location_of(name), hint)

"""Checks that the title of each page tells it apart from all others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, RelatedLocation, rule
from generator.model import Briefing, Case, Notice, Records, Status
from generator.model.page_titles import base_title, page_titles


def check_titles(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield R220 for records that have the same name, type, year and subtitle."""
    if records.vocabulary is None:
        return
    words = records.vocabulary.record
    located = [each for each in records.cases_briefings_notices if each.record.status is not Status.DRAFT]
    raw = {each.record.ref: each.raw for each in located}
    listed: list[Case | Briefing | Notice] = [each.record for each in located]
    for alike in page_titles(listed, words).alike:
        first, *others = alike
        related = tuple(RelatedLocation("another is here", raw[each.ref].location_of()) for each in others)
        if isinstance(first, Notice):
            hint = "give each another title, for example with its place or its month"
        else:
            hint = 'add "subtitle: ..." to each, with a few words that tell them apart'
        field = "name" if isinstance(first, Case) else "title"
        message = f'{len(alike)} pages have the title "{base_title(first, words)}"'
        yield rule("R220").diagnostic(message, raw[first.ref].location_of(field), hint, related)

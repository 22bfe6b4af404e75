"""Headings of hand-written pages: who listens to a page finds the way by them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.markdown import headings, tables_without_headings
from generator.model import MarkdownPage, Records
from generator.validate.text_locations import page_text


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields P609 for a level that is skipped, a second title, a heading without words, a table without headings."""
    for page in records.pages:
        yield from _headings(page)
        for line, column in tables_without_headings(page_text(page)):
            hint = "write above each column what stands in it"
            yield rule("P609").diagnostic("the table has no headings", page.source.at(line, column), hint)


def _headings(page: MarkdownPage) -> Iterator[Diagnostic]:
    above, has_title = 1, False
    for heading in headings(page_text(page)):
        place = page.source.at(heading.line, heading.column)
        if not heading.says:
            yield rule("P609").diagnostic("the heading has no words", place, "write it, or take the # out")
            continue
        if heading.level == 1 and has_title:
            hint = f"a page has one title: write ## {heading.says}"
            yield rule("P609").diagnostic(f'"{heading.says}" is a second title of the page', place, hint)
        elif heading.level > above + 1:
            hint = f"write {'#' * (above + 1)} {heading.says}"
            message = f'"{heading.says}" is a heading of level {heading.level} below one of level {above}'
            yield rule("P609").diagnostic(message, place, hint)
        above, has_title = heading.level, has_title or heading.level == 1

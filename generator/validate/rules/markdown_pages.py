"""Checks the headings and slots of Markdown pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, Location, did_you_mean, rule
from generator.diagnostics.suggest import one_of
from generator.markdown import headings, join_words, tables_without_headings
from generator.model import About, MarkdownPage, Records
from generator.model.slots import ARGUMENT_PATTERN, KNOWN_SLOTS, LISTING_SLOTS, LISTS_OF_CARDS, SLOT_PATTERN
from generator.validate.text_locations import MERGE_CONFLICT, page_text

_NO_SPACE: Final = re.compile(r"^(#{1,6})(?=[^#\s])", re.MULTILINE)


def check_page_headings(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P609 for a skipped level, a second title, a heading without words, or a table without headings."""
    for page in records.pages:
        if MERGE_CONFLICT.search(page.source.text):
            continue  # P685 reports it, and the headings are those of two versions.
        yield from _headings(page)
        for line, column in tables_without_headings(page_text(page)):
            hint = "write a heading above each column"
            yield rule("P609").diagnostic("the table has no headings", page.source.at(line, column), hint)


def check_conflicts(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P685 at the first mark of a merge conflict in a page."""
    for page in records.pages:
        match = MERGE_CONFLICT.search(page.source.text)
        if match is not None:
            yield rule("P685").diagnostic(
                "two people changed this part, and git has kept both versions",
                page.source.at_offset(match.start()),
                "keep one version, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
            )


def _headings(page: MarkdownPage) -> Iterator[Diagnostic]:
    above, has_title = 1, False
    # Python-Markdown, which renders the pages, needs no space after the signs of a heading.
    for heading in headings(_NO_SPACE.sub(r"\1 ", page_text(page))):
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


def check_page_slots(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P603 for an unknown slot, argument or argument value."""
    for page in records.pages:
        for match in SLOT_PATTERN.finditer(page.source.text):
            yield from _slot(records, page, match[1], match[2], page.source.at_offset(match.start()))


def _slot(records: Records, page: MarkdownPage, name: str, rest: str, place: Location) -> Iterator[Diagnostic]:
    if name not in KNOWN_SLOTS:
        hint = did_you_mean(name, LISTING_SLOTS) or one_of(LISTING_SLOTS, limit=30)
        yield rule("P603").diagnostic(f'unknown slot "{name}"', place, hint)
        return
    for argument, written in ARGUMENT_PATTERN.findall(rest):
        value = written.strip('"')
        if argument not in KNOWN_SLOTS[name]:
            known = KNOWN_SLOTS[name]
            hint = did_you_mean(argument, known) or (one_of(known) if known else f'"{name}" takes no arguments')
            yield rule("P603").diagnostic(f'the slot "{name}" has no argument "{argument}"', place, hint)
            continue
        known_values = _values(records, name, argument)
        if argument == "only" and known_values is not None:
            # One id, or several with commas between them: the first unknown one is reported.
            value = next((each for each in value.split(",") if each not in known_values), known_values[0])
        if (argument == "limit" and not value.isdigit()) or (known_values is not None and value not in known_values):
            hint = did_you_mean(value, known_values or ()) or (one_of(known_values) if known_values else "a number, 3")
            is_type = records.vocabulary is not None and value in records.vocabulary.record.type
            if argument == "type" and (is_type or not known_values):
                only = f"only {join_words(known_values)} has stages: " if known_values else ""
                hint = f'{only}add "process" to {value} under "review_types" in content/vocabulary.yml'
            yield rule("P603").diagnostic(f'the slot "{name}" cannot have {argument}={value}', place, hint)


def _values(records: Records, slot: str, argument: str) -> list[str] | None:
    """Return the values that an argument may have; None if any value is valid or the vocabulary is broken."""
    if argument == "as":
        return ["list"] if slot in LISTS_OF_CARDS else ["tags"]
    if argument == "about":
        return list(About)
    if argument == "only":
        helplines = records.partnership.record.helplines if records.partnership is not None else ()
        return [each.id for each in helplines] or None
    if records.vocabulary is None:
        return None
    if argument == "series" and not records.vocabulary.record.briefing_series:
        return None  # V325 reports that the vocabulary has no series.
    words = records.vocabulary.record
    with_process = [each.id for each in words.type.values() if each.process]
    known = {
        "audience": words.audience,
        "kind": words.notice_kind,
        "series": words.series,
        "type": with_process,
    }.get(argument)
    return list(known) if known is not None else None

"""Checks which records name a briefing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, did_you_mean, rule
from generator.model import Records
from generator.validate.rules.briefing_series import usable_series


def check_briefing_links(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V305 for an unknown briefing and V310 for a briefing in a case's list that names a case itself."""
    known = records.known_ids.get("briefing", frozenset())
    usable = usable_series(records.vocabulary.record) if records.vocabulary is not None else frozenset()
    of_case = {
        each.record.id: each.record.series
        for each in records.briefings
        if each.record.is_about_case and each.record.series.id in usable
    }
    for case in records.cases:
        for index, identity in enumerate(case.record.briefings):
            if identity not in known:
                hint = did_you_mean(identity, known) or f"write briefings/{identity}/briefing.yml first"
                yield rule("V305").diagnostic(
                    f'unknown briefing "{identity}"', case.raw.location_of("briefings", index), hint
                )
            elif identity in of_case:
                yield rule("V310").diagnostic(
                    f'"{identity}" is {of_case[identity].with_article}',
                    case.raw.location_of("briefings", index),
                    "leave it out here: it is linked by the case that it names itself",
                )


def check_unused_briefings(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V309, a note, for a briefing on a topic that readers can open and that no case lists.

    Yield nothing while a case cannot be read: it may be the case that lists the briefing.
    """
    if records.known_ids.get("case", frozenset()) - {case.record.id for case in records.cases}:
        return
    used = {identity for case in records.cases for identity in case.record.briefings}
    usable = usable_series(records.vocabulary.record) if records.vocabulary is not None else None
    for briefing in records.briefings:
        if usable is not None and briefing.record.series.id not in usable:
            continue
        readable = briefing.record.is_public(today) and not briefing.record.is_withdrawn
        if readable and not briefing.record.is_about_case and briefing.record.id not in used:
            hint = f'list "{briefing.record.id}" under "briefings" in each case that it came from, if any'
            yield rule("V309").diagnostic(
                f'no case lists the briefing "{briefing.record.title}"', briefing.raw.location_of(), hint
            )


def check_empty_briefings(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V342 for a public briefing on a topic whose page has no text, no document and no summary."""
    for briefing in records.briefings:
        record = briefing.record
        is_shown = record.is_public(today) and not record.is_withdrawn
        if is_shown and not (record.is_about_case or record.sections or record.documents or record.summary):
            message = f'the page of "{record.title}" has no text, no document and no summary'
            hint = 'write "sections" or a "summary"; or list the document with its "file", "url" or "availability"'
            yield rule("V342").diagnostic(message, briefing.raw.location_of("title"), hint)

"""What an annual report listed: it is known, and it is public."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.diagnostics import Diagnostic, did_you_mean, rule
from generator.model import Briefing, Case, Located, Records, Series, Year


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields B963 for what is unknown or of the other series, and B964 for what is not public."""
    cases = {each.record.id: each.record for each in records.cases}
    briefings = {each.record.id: each.record for each in records.briefings}
    lessons = {each.case: each for each in briefings.values() if each.case is not None}
    for each in records.years:
        stated = each.record.stated
        if stated is None:
            continue
        yield from _listed(each, "reviews", "case", cases, records, today)
        yield from _listed(each, "briefings", "briefing", briefings, records, today)
        yield from _listed(each, "lessons", "case", cases, records, today)
        for index, identity in enumerate(stated.lessons):
            if identity in cases and identity not in lessons:
                hint = "take it out here, or write the briefing first"
                message = f'"{identity}" has no lessons learned briefing'
                yield rule("B963").diagnostic(message, each.raw.location_of("stated", "lessons", index), hint)
        for index, identity in enumerate(stated.briefings):
            if identity in briefings and briefings[identity].series is Series.LESSONS_LEARNED:
                hint = f'list it under "lessons", by its case: {briefings[identity].case or "the case"}'
                message = f'"{identity}" is a lessons learned briefing'
                yield rule("B963").diagnostic(message, each.raw.location_of("stated", "briefings", index), hint)


def _listed(
    located: Located[Year],
    field: str,
    kind: str,
    records_by_id: Mapping[str, Case] | Mapping[str, Briefing],
    records: Records,
    today: date,
) -> Iterator[Diagnostic]:
    known = records.known_ids.get(kind, frozenset())
    for index, identity in enumerate(getattr(located.record.stated, field)):
        at = located.raw.location_of("stated", field, index)
        if identity not in known:
            hint = did_you_mean(identity, known) or f"write the {kind} first"
            yield rule("B963").diagnostic(f'unknown {kind} "{identity}"', at, hint)
        elif (record := records_by_id.get(identity)) is not None and not record.is_public(today):
            hint = "take it out here until it is public"
            yield rule("B964").diagnostic(f'the {kind} "{identity}" is not public', at, hint)

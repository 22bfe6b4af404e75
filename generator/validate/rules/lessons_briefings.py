"""Checks the lessons learned briefings of cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, Location, RelatedLocation, did_you_mean, rule
from generator.model import Briefing, Located, Records, Series, Status


def check_lessons_learned(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V306, V308, V310 and R206 (two for one case)."""
    known = records.known_ids.get("case", frozenset())
    first: dict[str, Location] = {}
    for located in records.briefings:
        briefing, raw = located.record, located.raw
        if briefing.series is Series.SEVEN_MINUTE:
            if briefing.case is not None:
                hint = f'list "{briefing.id}" under "briefings" in the case instead'
                yield rule("V310").diagnostic(
                    "a 7-minute briefing does not name a case", raw.location_of("case", key=True), hint
                )
            continue
        yield from _check_own_case(located, known)
        if briefing.case in first:
            related = (RelatedLocation("the first is here", first[briefing.case]),)
            yield rule("R206").diagnostic(
                f'a second lessons learned briefing names the case "{briefing.case}"',
                raw.location_of("case"),
                "keep one",
                related,
            )
        elif briefing.case is not None:
            first[briefing.case] = raw.location_of("case")


def _check_own_case(located: Located[Briefing], known: frozenset[str]) -> Iterator[Diagnostic]:
    briefing, raw = located.record, located.raw
    if briefing.case is None:
        yield rule("V308").diagnostic(
            "a lessons learned briefing names its case",
            raw.location_of("series"),
            'add "case: ..." with the case\'s id',
        )
    elif briefing.case not in known:
        hint = did_you_mean(briefing.case, known) or f"write content/cases/{briefing.case}/case.yml first"
        yield rule("V306").diagnostic(f'unknown case "{briefing.case}"', raw.location_of("case"), hint)
    if briefing.sections:
        yield rule("R207").diagnostic(
            "a lessons learned briefing cannot have sections",
            raw.location_of("sections", key=True),
            "write story, learning, practice and community in the case: the briefing's page takes them from there",
        )


_STANDS = {Status.DRAFT: "a draft", Status.SCHEDULED: "not public yet", Status.WITHDRAWN: "withdrawn"}


def check_lessons_before_case(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield T706 for a public briefing whose case is a draft, scheduled or withdrawn."""
    cases = {case.record.id: case for case in records.cases}
    for briefing in records.briefings:
        told = cases.get(briefing.record.case or "")
        if told is None or briefing.record.is_withdrawn or not briefing.record.is_public(today):
            continue
        if told.record.is_withdrawn or not told.record.is_public(today):
            hint = f'give the briefing the same status, "status: {told.record.status}", or make the case public'
            yield rule("T706").diagnostic(
                f'the case "{told.record.name}" is {_STANDS[told.record.status]}, and its lessons are public',
                briefing.raw.location_of("case"),
                hint,
                (RelatedLocation("the case says so here", told.raw.location_of("status")),),
            )

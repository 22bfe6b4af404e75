"""A lessons learned briefing is public no earlier, and no longer, than its case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, RelatedLocation, rule
from generator.model import Records, Status

_STANDS = {Status.DRAFT: "a draft", Status.SCHEDULED: "not public yet", Status.WITHDRAWN: "withdrawn"}


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields T706 for a public briefing whose case is a draft, waits for its day, or is withdrawn."""
    cases = {each.record.id: each for each in records.cases}
    for each in records.briefings:
        told = cases.get(each.record.case or "")
        if told is None or each.record.is_withdrawn or not each.record.is_public(today):
            continue
        if told.record.is_withdrawn or not told.record.is_public(today):
            hint = f'give the briefing the same status, "status: {told.record.status}", or make the case public'
            yield rule("T706").diagnostic(
                f'the case "{told.record.name}" is {_STANDS[told.record.status]}, and its lessons are public',
                each.raw.location_of("case"),
                hint,
                (RelatedLocation("the case says so here", told.raw.location_of("status")),),
            )

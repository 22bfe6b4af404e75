"""Checks that summaries are easy to read: everybody sees them in the lists, and many readers read nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.languages import ENGLISH, is_english
from generator.markdown import OLDEST, estimate_reading_age
from generator.model import Briefing, Case, Records


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P607, a note, for a summary or welcome that is too hard to read.

    Withdrawn records are not shown, and the formula is for English, so they and other languages are not checked.
    """
    site = records.partnership.record.language if records.partnership is not None else ENGLISH
    for bulletin in records.bulletins if is_english(site) else ():
        if (age := estimate_reading_age(bulletin.record.welcome)) > OLDEST:
            yield _hard("welcome", age, bulletin.raw.location_of("welcome"))
    for record in records.cases_briefings_notices:
        summary = record.record.summary
        if (
            is_english(record.record.language or site)
            and summary is not None
            and not record.record.is_withdrawn
            and (age := estimate_reading_age(summary)) > OLDEST
        ):
            yield _hard("summary", age, record.raw.location_of("summary"))


LONGEST: Final = 60
"""Words of a summary. Two to four plain sentences have fewer."""


def check_length(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P686 for a summary that is too long for the lists."""
    for record in records.cases_briefings_notices:
        count = len((record.record.summary or "").split())
        if count > LONGEST and not record.record.is_withdrawn:
            is_case, is_briefing = isinstance(record.record, Case), isinstance(record.record, Briefing)
            field = "story" if is_case else "sections" if is_briefing else "body"
            hint = f'write two to four sentences; the rest can be in "{field}"'
            message = f"the summary has {count:,} words; the lists and cards show all of it"
            yield rule("P686").diagnostic(message, record.raw.location_of("summary"), hint)


def _hard(what: str, age: int, place: Location) -> Diagnostic:
    message = f"the {what} has a reading age of {age}; more than {OLDEST} is hard for many readers"
    return rule("P607").diagnostic(
        message, place, "write shorter sentences and shorter words; the aim for plain English is 9"
    )

"""Checks that readers see where the story of a case is from, and who wrote the text of a briefing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Briefing, Case, Located, Records, Status, WrittenBy
from generator.model.briefing_series import CaseText


def check_story_sources(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P650, a note, for a published case with a story and without `summary_source`."""
    for case in records.cases:
        is_shown = case.record.status not in (Status.DRAFT, Status.WITHDRAWN)
        if case.record.story and case.record.summary_source is None and is_shown:
            hint = (
                'add "summary_source:" with what summary and story are from, as the end of a sentence that begins with'
                ' "From": summary_source: the [annual report 2022-23](notice:annual-report-2022-23)'
            )
            message = f'the page of "{case.record.name}" does not say where its story is from'
            yield rule("P650").diagnostic(message, case.raw.location_of("story", key=True), hint)


def check_retold_briefings(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P651 for a retelling without a text, and P652 for the date of a retelling on a text that is not one."""
    cases = {case.record.id: case.record for case in records.cases}
    for briefing in records.briefings:
        is_retelling = briefing.record.written_by is WrittenBy.LIBRARY_RETELLING
        if briefing.record.retold is not None and not is_retelling:
            hint = (
                'remove "retold", or add "written_by: library-retelling" if this library wrote the text for a briefing'
                " of the partnership"
            )
            place = briefing.raw.location_of("retold", key=True)
            yield rule("P652").diagnostic(f'"{briefing.record.title}" is not marked as retold', place, hint)
        if is_retelling and not _has_text(briefing, cases.get(briefing.record.case or "")):
            where = "the case" if briefing.record.series.takes_text_from_case else '"sections"'
            hint = f'write the text in {where}, or remove "written_by" if only the partnership\'s document has the text'
            place = briefing.raw.location_of("written_by")
            yield rule("P651").diagnostic(f'"{briefing.record.title}" has no text of this library', place, hint)


def _has_text(briefing: Located[Briefing], case: Case | None) -> bool:
    """Return True if the page has a text: a story alone is none. A case that cannot be read is a separate error."""
    series = briefing.record.series
    if not series.takes_text_from_case:
        return bool(briefing.record.sections)
    return case is None or any(getattr(case, str(text)) for text, _ in series.case_parts if text is not CaseText.STORY)

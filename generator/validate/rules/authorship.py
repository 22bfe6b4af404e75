"""Checks that readers see where the story of a case is from, and who wrote the text of a briefing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, Location, rule
from generator.model import Briefing, Case, Located, Records, Status, WrittenBy
from generator.model.briefing import FROM_TITLE
from generator.model.briefing_series import CaseText

_TITLE = re.compile(r"(from )?(the |its )?(title|heading|name)( only)?\.?", re.IGNORECASE)


def check_story_sources(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P650, a note, for a published case with a story and without `summary_source`."""
    for case in records.cases:
        is_shown = case.record.status not in (Status.DRAFT, Status.WITHDRAWN)
        if case.record.story and case.record.summary_source is None and is_shown:
            hint = (
                'add a line such as "summary_source: the published report"; the page shows "From the published report."'
            )
            message = f'the page of "{case.record.name}" does not say where its story is from'
            yield rule("P650").diagnostic(message, case.raw.location_of("story", key=True), hint)


def check_summary_sources(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P674 for a `summary_source` that does not end a sentence beginning with `From`, or is not shown.

    P690 is for `title` on a briefing whose text is on the page, P691 for `title` in other words or in a case.
    """
    with_summaries: tuple[Located[Case] | Located[Briefing], ...] = (*records.cases, *records.briefings)
    for located in with_summaries:
        record, source = located.record, located.record.summary_source
        if source is None or record.is_withdrawn:
            continue
        place = located.raw.location_of("summary_source")
        if record.summary is None and (isinstance(record, Briefing) or record.story is None):
            nothing = "no summary" if isinstance(record, Briefing) else "no summary and no story"
            message = f"the page has {nothing}, so nobody sees this"
            yield rule("P674").diagnostic(message, place, 'write a "summary", or delete it')
        elif _TITLE.fullmatch(source):
            yield from _check_from_title(record, source, place)
        elif source.lower().startswith("from ") or source.endswith("."):
            plain = re.sub(r"^from ", "", source, flags=re.IGNORECASE).rstrip(".")
            message = 'the page adds "From" and a full stop itself'
            yield rule("P674").diagnostic(message, place, f"write: summary_source: {plain}")
        elif "\n" in source or source.startswith(("- ", "* ", "#", ">")):
            hint = "write one line that ends a sentence: the published report"
            yield rule("P674").diagnostic('"summary_source" is more than the end of a sentence', place, hint)


def _check_from_title(record: Case | Briefing, source: str, place: Location) -> Iterator[Diagnostic]:
    """Yield P690 and P691 for a summary that is from the title only."""
    if isinstance(record, Case):
        message = "the name of a review is no source of what happened"
        hint = 'write where "summary" is from, such as: summary_source: the published report'
        yield rule("P691").diagnostic(message, place, hint)
    elif source != FROM_TITLE:
        message = f'"{source}" is not the word for a summary from the title'
        yield rule("P691").diagnostic(message, place, f"write: summary_source: {FROM_TITLE}")
    elif record.sections:
        message = f'the page of "{record.title}" has the text, and says that nobody has read it'
        hint = 'write in "summary" what the text says, and delete "summary_source"'
        yield rule("P690").diagnostic(message, place, hint)


def check_retold_briefings(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P651 for a retelling without a text, and P652 for the date of a retelling on a text that is not one.

    P687, a note, is for a retelling without a date.
    """
    cases = {case.record.id: case.record for case in records.cases}
    for briefing in records.briefings:
        is_library_text = briefing.record.written_by.is_library_text
        is_retelling = briefing.record.written_by is WrittenBy.LIBRARY_RETELLING
        if briefing.record.retold is not None and not is_retelling:
            hint = '"retold" is only for "written_by: library-retelling": delete it'
            place = briefing.raw.location_of("retold", key=True)
            yield rule("P652").diagnostic(f'"{briefing.record.title}" is not marked as retold', place, hint)
        if is_retelling and briefing.record.retold is None and briefing.record.sections:
            hint = f'add the day, month or year in which you wrote it: "retold: {today.year}-{today.month:02}"'
            message = f'the page of "{briefing.record.title}" does not say when this library wrote its text'
            yield rule("P687").diagnostic(message, briefing.raw.location_of("written_by", key=True), hint)
        has_series = records.vocabulary is not None  # Otherwise nobody knows where its text is from.
        if is_library_text and has_series and not _has_text(briefing, cases.get(briefing.record.case or "")):
            missing = "the case has no text" if briefing.record.series.takes_text_from_case else 'it has no "sections"'
            where = "the case" if briefing.record.series.takes_text_from_case else '"sections"'
            hint = f'write the text in {where}, or remove "written_by" if only the partnership\'s document has the text'
            place = briefing.raw.location_of("written_by")
            how = "retold" if is_retelling else "written by this library"
            message = f'"{briefing.record.title}" is marked as {how}, but {missing}'
            yield rule("P651").diagnostic(message, place, hint)


def _has_text(briefing: Located[Briefing], case: Case | None) -> bool:
    """Return True if the page has a text: a story alone is none. A case that cannot be read is a separate error."""
    series = briefing.record.series
    if not series.takes_text_from_case:
        return bool(briefing.record.sections)
    return case is None or any(getattr(case, str(text)) for text, _ in series.case_parts if text is not CaseText.STORY)

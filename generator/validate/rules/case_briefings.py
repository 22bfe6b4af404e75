"""Checks the briefings that belong to a case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, Location, RelatedLocation, did_you_mean, rule
from generator.markdown import join_words
from generator.model import Briefing, Case, Located, Records, Status
from generator.model.briefing_series import CaseText
from generator.validate.rules.briefing_series import usable_series
from generator.validate.rules.publication_dates import before


def check_case_briefings(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V306, V308, V310, R206 (two of one series for one case) and R207 (text that comes from the case)."""
    if records.vocabulary is None:
        return
    known = records.known_ids.get("case", frozenset())
    usable = usable_series(records.vocabulary.record)
    first: dict[tuple[str, str], Location] = {}
    for located in records.briefings:
        briefing, raw = located.record, located.raw
        series = briefing.series
        if series.id not in usable:
            continue
        if briefing.case is not None and not series.is_for_case:
            hint = (
                f'delete "case: {briefing.case}", and list "{briefing.id}" under "briefings" in the record of that case'
            )
            yield rule("V310").diagnostic(
                f"{series.with_article} does not name a case", raw.location_of("case", key=True), hint
            )
            continue
        yield from _check_own_case(located, known)
        if briefing.case is None:
            continue
        if (series.id, briefing.case) in first:
            related = (RelatedLocation("the first is here", first[series.id, briefing.case]),)
            yield rule("R206").diagnostic(
                f'a second {series.label} names the case "{briefing.case}"',
                raw.location_of("case"),
                "keep one",
                related,
            )
        else:
            first[series.id, briefing.case] = raw.location_of("case")


def _check_own_case(located: Located[Briefing], known: frozenset[str]) -> Iterator[Diagnostic]:
    briefing, raw, series = located.record, located.raw, located.record.series
    if briefing.case is not None and briefing.case not in known:
        hint = did_you_mean(briefing.case, known) or f"write content/cases/{briefing.case}/case.yml first"
        yield rule("V306").diagnostic(f'unknown case "{briefing.case}"', raw.location_of("case"), hint)
    if briefing.case is None and series.is_for_case and not series.is_for_topics:
        yield rule("V308").diagnostic(
            f"{series.with_article} names its case",
            raw.location_of("series"),
            'add "case: " with the id of the review that it is about',
        )
    if briefing.sections and series.takes_text_from_case:
        fields = join_words([f"{text} ({_IN_WORDS[text]})" for text, _ in series.case_parts])
        yield rule("R207").diagnostic(
            f"{series.with_article} cannot have sections",
            raw.location_of("sections", key=True),
            f"write its text in its review, as {fields}; the page of the briefing takes it from there",
        )


_IN_WORDS: Final = {
    CaseText.STORY: "what happened",
    CaseText.LEARNING: "what we learned",
    CaseText.PRACTICE: "advice for practitioners",
    CaseText.COMMUNITY: "advice for the community",
}
_STANDS = {Status.DRAFT: "a draft", Status.SCHEDULED: "not public yet", Status.WITHDRAWN: "withdrawn"}


def check_briefing_before_case(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield T706 for a public briefing whose case is a draft, scheduled or withdrawn."""
    for briefing, told in _with_own_case(records):
        if briefing.record.is_withdrawn or not briefing.record.is_public(today):
            continue
        if told.record.is_withdrawn or not told.record.is_public(today):
            hint = f'give the briefing the same status, "status: {told.record.status}", or make the case public'
            label, case_is = briefing.record.series.label, _STANDS[told.record.status]
            yield rule("T706").diagnostic(
                f'the case "{told.record.name}" is {case_is}, and its {label} is public',
                briefing.raw.location_of("case"),
                hint,
                (RelatedLocation("the case says so here", told.raw.location_of("status")),),
            )


def check_briefing_dates(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield T714 for a briefing that names a case and is dated before it.

    A scheduled case without `published` gets the day of `publish_on` as its date. That day is not compared. A briefing
    of a series that names no case is V310.
    """
    for briefing, told in _with_own_case(records):
        is_comparable = briefing.record.series.is_for_case and "published" in told.raw.values
        if not is_comparable or not before(briefing.record.published, told.record.published):
            continue
        assert briefing.record.published is not None
        assert told.record.published is not None
        yield rule("T714").diagnostic(
            f"the {briefing.record.series.label} is dated {briefing.record.published.label}, "
            f'and its review "{told.record.name}" {told.record.published.label}',
            briefing.raw.location_of("published"),
            "correct the wrong one; if the briefing did come first, leave its date out",
            (RelatedLocation("the date of the review is here", told.raw.location_of("published")),),
        )


def _with_own_case(records: Records) -> Iterator[tuple[Located[Briefing], Located[Case]]]:
    """Yield each briefing that names a case which exists, with that case."""
    cases = {case.record.id: case for case in records.cases}
    for briefing in records.briefings:
        case = cases.get(briefing.record.case or "")
        if case is not None:
            yield briefing, case


def check_drafts_of_scheduled_case(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield W942 for each briefing of a scheduled case that is still a draft."""
    for case in records.cases:
        if case.record.status is not Status.SCHEDULED or case.record.is_public(today):
            continue
        for briefing in records.briefings:
            is_its = briefing.record.case == case.record.id or briefing.record.id in case.record.briefings
            if is_its and briefing.record.status is Status.DRAFT:
                when = f" on {case.record.publish_on.day.label}" if case.record.publish_on is not None else ""
                message = (
                    f'"{briefing.record.name}" is a draft, and "{case.record.name}" becomes public without it{when}'
                )
                moment = case.record.publish_on.iso.replace(" ", "T") if case.record.publish_on is not None else "DAY"
                hint = f"to publish both on that day: library schedule {case.record.id} {moment}"
                related = (RelatedLocation("the case is scheduled here", case.raw.location_of("status")),)
                yield rule("W942").diagnostic(message, briefing.raw.location_of("status"), hint, related)

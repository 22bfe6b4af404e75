"""Checks the annual reports of the vocabulary, and the dates that decide in which year a review is counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, did_you_mean, rule
from generator.diagnostics.suggest import one_of
from generator.model import Records
from generator.validate.rules.publication_dates import before


def check_annual_report_types(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield C140 for an unknown review type, and for an annual report that names none.

    A type of a pack that the site leaves out is not reported.
    """
    if records.vocabulary is None:
        return
    words, at = records.vocabulary.record, records.vocabulary.raw.location_of
    left_out = words.leave_out.get("review_types", ())
    for number, report in enumerate(words.annual_reports):
        if not report.reviews:
            message = f'the annual report "{report.id}" names no review type'
            yield rule("C140").diagnostic(
                message, at("annual_reports", number), f'add "reviews:"; {one_of(words.type)}'
            )
        for index, named in enumerate(report.reviews):
            if named not in words.type and named not in left_out:
                place = at("annual_reports", number, "reviews", index)
                hint = did_you_mean(named, words.type) or one_of(words.type)
                yield rule("C140").diagnostic(f'unknown review type "{named}"', place, hint)


def check_review_dates(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield C141 for `commissioned` or `concluded` after what follows it, or after today."""
    for case in records.cases:
        record, at = case.record, case.raw.location_of
        for field, dated in (("commissioned", record.commissioned), ("concluded", record.concluded)):
            if dated is not None and dated.first_day > today:
                hint = "correct the date, or add it when it has happened"
                yield rule("C141").diagnostic(f'"{field}" is still to come: {dated.label}', at(field), hint)
        for field, first, later, second in (
            ("commissioned", record.commissioned, "concluded", record.concluded),
            ("commissioned", record.commissioned, "published", record.published),
            ("concluded", record.concluded, "published", record.published),
        ):
            if before(second, first):
                message = f'"{field}" is later than "{later}"'
                yield rule("C141").diagnostic(message, at(field), "correct one of the two dates")
                break

"""Checks the coroner's reports under `workflow`. A value of `workflow` is not shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.diagnostics.suggest import one_of
from generator.model import Located, Records, Status
from generator.model.case import Case
from generator.model.raw_record import PRIVATE_FIELD
from generator.model.workflow import CoronerReport
from generator.validate.rules.publication_dates import before


def check_coroner_reports(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield W930 for a missing answer, W931 for impossible dates, and W934 for an unknown agency."""
    agencies = records.vocabulary.record.agency if records.vocabulary is not None else {}
    for case in records.cases:
        if case.record.workflow is None or case.record.status is Status.WITHDRAWN:
            continue
        for number, report in enumerate(case.record.workflow.coroner_reports):
            yield from _check_dates(case, number, report, today)
            for index, named in enumerate(report.to):
                if named not in agencies:
                    place = case.raw.location_of(PRIVATE_FIELD, "coroner_reports", number, "to", index)
                    hint = one_of(agencies) if agencies else "add the agency to content/vocabulary.yml"
                    yield rule("W934").diagnostic("an unknown agency under coroner_reports", place, hint)


def _check_dates(case: Located[Case], number: int, report: CoronerReport, today: date) -> Iterator[Diagnostic]:
    def at(field: str) -> tuple[str | int, ...]:
        return (PRIVATE_FIELD, "coroner_reports", number, field)

    name, answered = f'"{case.record.name}"', report.answered
    if report.date.first_day > today or before(report.extended_to, report.date) or before(answered, report.date):
        message = f"{name}: a coroner's report is dated after today, or after the answer or the extended day"
        yield rule("W931").diagnostic(message, case.raw.location_of(*at("date")), "correct the dates of the report")
    elif answered is None and report.latest_day < today:
        message = f"{name}: a coroner's report has no answer, and the last day for it has passed"
        hint = 'answer it now, then add "answered"; if the coroner gave more time, add "extended_to"'
        yield rule("W930").diagnostic(message, case.raw.location_of(*at("date")), hint)

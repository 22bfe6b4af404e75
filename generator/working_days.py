"""Counts working days in a nation: Monday to Friday, except its bank holidays.

The result is certain for the years up to the one after the installed release of the package `holidays`. The regular
holidays are calculated for any year. A one-off holiday, such as a coronation, or a moved one is known only after the
package includes it. A later count may be one day too early: update the package before you rely on it.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Final

from generator.model import Counted, Nation, Step

_ONE_DAY: Final = timedelta(days=1)
_SUBDIVISIONS: Final = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}
"""The codes of the nations in the package `holidays`."""


def is_working_day(day: date, nation: Nation = Nation.ENGLAND) -> bool:
    """Return True from Monday to Friday, unless the day is a bank holiday in the nation."""
    return day.weekday() < 5 and holiday(day, nation) is None


def holiday(day: date, nation: Nation = Nation.ENGLAND) -> str | None:
    """Return the name of the bank holiday, or of its substitute day. None on any other day."""
    return _holidays(day.year, nation).get(day)


def add_working_days(day: date, working_days: int, nation: Nation = Nation.ENGLAND) -> date:
    """Return the working day that is `working_days` working days after `day`.

    `day` is never counted, even if it is not a working day: one working day after a Saturday is the Monday. With 0, the
    result is `day`, or the next working day if it is not one. A negative count goes back, as `working_days_before`
    does.
    """
    if working_days < 0:
        return working_days_before(day, -working_days, nation)
    return _move(day, working_days, _ONE_DAY, nation)


def working_days_before(day: date, working_days: int, nation: Nation = Nation.ENGLAND) -> date:
    """Return the latest day that is `working_days` working days before `day`.

    Use it for "no later than seven working days before". With 0, the result is `day`, or the last working day before it
    if it is not one.
    """
    return _move(day, working_days, -_ONE_DAY, nation)


def count_working_days(first: date, last: date, nation: Nation = Nation.ENGLAND) -> int:
    """Return the number of working days after `first`, up to and including `last`. Negative if `last` is earlier."""
    if last < first:
        return -count_working_days(last, first, nation)
    return sum(is_working_day(first + timedelta(days=ahead), nation) for ahead in range(1, (last - first).days + 1))


def months_after(day: date, months: int) -> date:
    """Return the day with this number in a later month, or the last day of that month.

    Six months after 31 August is 28 or 29 February.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def latest_day(step: Step, start: date, nation: Nation = Nation.ENGLAND) -> date:
    """Return the last day on which a step is in time.

    `start` is the day of the event from which the step is counted, such as the publication.
    """
    if step.span_months:
        return months_after(start, step.span_months)
    if step.row.counted is Counted.BEFORE_PUBLICATION:
        return working_days_before(start, step.days, nation) if step.days else start
    return add_working_days(start, step.days, nation)


def planned_day(step: Step, publication: date, nation: Nation = Nation.ENGLAND) -> date:
    """Return the day for which to plan a step: its latest day, but at least one working day before publication."""
    return (
        latest_day(step, publication, nation) if step.days else working_days_before(publication - _ONE_DAY, 0, nation)
    )


def _move(day: date, working_days: int, step: timedelta, nation: Nation) -> date:
    remaining = working_days
    while remaining > 0 or not is_working_day(day, nation):
        day += step
        if remaining > 0 and is_working_day(day, nation):
            remaining -= 1
    return day


@cache
def _holidays(year: int, nation: Nation) -> dict[date, str]:
    # Imported on first use, because most builds need no working days.
    from holidays import country_holidays

    return dict(country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=year, expand=False))

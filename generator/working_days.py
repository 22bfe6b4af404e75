"""Working days with England's bank holidays: Monday to Friday, but for those.

Certain for the years up to the one after the installed release of the package `holidays`: the days that follow from the
law are worked out for any year, but a one-off holiday (a coronation, a funeral) or a moved one is known only once the
package has it. A count that reaches further may come out one day too early: update the package before you rely on it.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Final

_ONE_DAY: Final = timedelta(days=1)


def is_working_day(day: date) -> bool:
    """True from Monday to Friday, unless it is a bank holiday in England."""
    return day.weekday() < 5 and holiday(day) is None


def holiday(day: date) -> str | None:
    """The bank holiday's name, or its substitute's; None on any other day."""
    return _holidays(day.year).get(day)


def add_working_days(day: date, working_days: int) -> date:
    """The working day that comes so many working days after a day.

    The day itself is never counted, whatever day it is: one working day after a Saturday is the Monday. With 0 it is
    the day itself, or the next working day where it is none. A negative count goes back, as `before` does.
    """
    if working_days < 0:
        return working_days_before(day, -working_days)
    return _walked(day, working_days, _ONE_DAY)


def working_days_before(day: date, working_days: int) -> date:
    """The latest day from which so many working days pass until a day: for "no later than seven working days before".

    With 0 it is the day itself, or the last working day before it.
    """
    return _walked(day, working_days, -_ONE_DAY)


def count_working_days(first: date, last: date) -> int:
    """How many working days pass from the first day to the last, which is counted itself; negative if it is earlier."""
    if last < first:
        return -count_working_days(last, first)
    return sum(is_working_day(first + timedelta(days=ahead)) for ahead in range(1, (last - first).days + 1))


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last one: six months after 31 August is 28 or 29 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _walked(day: date, working_days: int, step: timedelta) -> date:
    left = working_days
    while left > 0 or not is_working_day(day):
        day += step
        if left > 0 and is_working_day(day):
            left -= 1
    return day


@cache
def _holidays(year: int) -> dict[date, str]:
    # Loaded when the first day is asked for: most builds ask for none.
    from holidays import country_holidays

    return dict(country_holidays("GB", subdiv="ENG", years=year, expand=False))

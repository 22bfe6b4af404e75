"""Today, and how far it has gone: a scheduled record becomes public at its moment."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from generator.model.event_time import ZONE, EventTime


class LondonTime(date):
    """A day in Europe/London and the moment that it has come to. Any other `date` stands for a whole day, to its end.

    It is a date, so that whatever asks for a day alone need not know of the clock.
    """

    moment: datetime | None
    """With its zone; None for a whole day, which is what adding days to it gives."""

    def __new__(cls, year: int, month: int, day: int, moment: datetime | None = None) -> LondonTime:
        """As a date is made; `at` is the way to make one of a moment."""
        made = super().__new__(cls, year, month, day)
        made.moment = moment
        return made

    @classmethod
    def at(cls, moment: datetime) -> LondonTime:
        """The day in Europe/London that a moment with its zone falls on."""
        local = moment.astimezone(ZoneInfo(ZONE))
        return cls(local.year, local.month, local.day, local)

    def __reduce__(self) -> tuple[type[LondonTime], tuple[int, int, int, datetime | None]]:
        return type(self), (self.year, self.month, self.day, self.moment)


def has_come(when: EventTime, today: date) -> bool:
    """True once a day has begun, or a clock time on it has come. A whole day is past all of its clock times."""
    first, moment = when.day.first_day, when.moment
    reached = today.moment if isinstance(today, LondonTime) else None
    if moment is None or reached is None or first != today:
        return first <= today
    return moment.astimezone(UTC) <= reached.astimezone(UTC)


def start_moment(when: EventTime) -> datetime:
    """The moment itself, with its zone; of a day without a clock time its first minute in Europe/London."""
    first = when.day.first_day
    return when.moment or datetime(first.year, first.month, first.day, tzinfo=ZoneInfo(ZONE))

"""Today's date with the current time. A scheduled record becomes public at an exact time."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from generator.model.event_time import ZONE, EventTime


class LondonTime(date):
    """A London date that also carries the current time. A plain `date` means the end of that day.

    It is a date, so code that needs only the day does not need to handle the clock time.
    """

    moment: datetime | None
    """The moment, with its time zone; None for a whole day, which is also the result of date arithmetic."""

    def __new__(cls, year: int, month: int, day: int, moment: datetime | None = None) -> LondonTime:
        """Create it like a date. Use `at` to create one from a moment."""
        made = super().__new__(cls, year, month, day)
        made.moment = moment
        return made

    @classmethod
    def at(cls, moment: datetime) -> LondonTime:
        """Return the day in Europe/London, with the current time, for a moment with a time zone."""
        local = moment.astimezone(ZoneInfo(ZONE))
        return cls(local.year, local.month, local.day, local)

    def __reduce__(self) -> tuple[type[LondonTime], tuple[int, int, int, datetime | None]]:
        return type(self), (self.year, self.month, self.day, self.moment)


def has_come(when: EventTime, today: date) -> bool:
    """Return True once a day has begun, or a clock time on it has passed.

    A plain `date` counts as the end of the day.
    """
    first, moment = when.day.first_day, when.moment
    reached = today.moment if isinstance(today, LondonTime) else None
    if moment is None or reached is None or first != today:
        return first <= today
    return moment.astimezone(UTC) <= reached.astimezone(UTC)


def start_moment(when: EventTime) -> datetime:
    """Return the moment with its time zone; for a day without a clock time, its first minute in Europe/London."""
    first = when.day.first_day
    return when.moment or datetime(first.year, first.month, first.day, tzinfo=ZoneInfo(ZONE))


def plain_day(moment: date) -> date:
    """Return the whole day of a date or of a time in London: a plain date means its end."""
    return date(moment.year, moment.month, moment.day)

"""The start or end of an event: a date, and a clock time if it is known.

Clock times are those of Europe/London, all year round.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.languages import active_catalogue, dates
from generator.model.partial_date import PartialDate

ZONE: Final = "Europe/London"

_PATTERN: Final = re.compile(r"^(?:([0-9]{4}(?:-[0-9]{2}){0,2})(?:[ T]+|$))?(?:([0-9]{1,2}):([0-9]{2})(?::00)?)?$")

_SCHEMA_PATTERN: Final = (
    r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01])([ T]([01][0-9]|2[0-3]):[0-5][0-9])?)?)?$"
)
"""For a JSON Schema."""


class TimeWithoutDayError(ValueError):
    """A clock time without a day."""


@dataclass(frozen=True, slots=True)
class EventTime:
    """A year, a month, a day, or a clock time on a day: never more precise than the source."""

    day: PartialDate
    clock: time | None = None
    """None if only the day is known. Only a complete date has a clock time."""

    @classmethod
    def parse(cls, written: object) -> EventTime:
        """Parse a partial date, `2022-09-14 10:00` or `2022-09-14T10:00`.

        Raise ValueError with the correct form for anything else, and TimeWithoutDayError for a time without a day.
        """
        is_text = isinstance(written, str | int) and not isinstance(written, bool)
        match = _PATTERN.match(str(written).strip()) if is_text else None
        if match is None:
            raise ValueError("a date is written 2022, 2022-09 or 2022-09-14, and with a time 2022-09-14 10:00")
        if match[2] is None:
            return cls(PartialDate.parse(match[1]))
        hour, minute = int(match[2]), int(match[3])
        if hour > 23 or minute > 59:
            raise ValueError(f"there is no time {match[2]}:{match[3]}; times go from 00:00 to 23:59")
        if match[1] is None:
            raise TimeWithoutDayError("a time needs its day")
        day = PartialDate.parse(match[1])
        if day.day is None:
            raise TimeWithoutDayError("a time needs its day")
        return cls(day, time(hour, minute))

    @property
    def iso(self) -> str:
        """Return the form used in a record: `2022-09-14 10:00`."""
        return self.day.iso if self.clock is None else f"{self.day.iso} {self.clock:%H:%M}"

    @property
    def moment(self) -> datetime | None:
        """The moment with its time zone; None if no clock time is known.

        For an hour that occurs twice, the first (RFC 5545, 3.3.5). Do not use it for a time that the clocks skip: T708
        reports those.
        """
        if self.clock is None:
            return None
        return datetime.combine(self.day.first_day, self.clock, ZoneInfo(ZONE))

    @property
    def is_skipped(self) -> bool:
        """True for a time in the hour that the clocks skip in spring."""
        moment = self.moment
        return moment is not None and moment.astimezone(UTC).astimezone(ZoneInfo(ZONE)).time() != self.clock

    @property
    def comes_twice(self) -> bool:
        """True for a time in the hour that occurs twice in autumn."""
        moment = self.moment
        return moment is not None and not self.is_skipped and moment.utcoffset() != moment.replace(fold=1).utcoffset()

    @property
    def in_words(self) -> str:
        """The time as it appears inside a sentence: `1.30am on 26 March 2023`; without a clock time, only the date."""
        return self.day.label if self.clock is None else f"{format_time(self.clock)} on {self.day.label}"

    @property
    def unambiguous_alternative(self) -> str:
        """The time that was probably meant, if the clocks skip this one or it occurs twice: `2023-03-26 02:30`.

        The clocks change at night, so it is on the same day.
        """
        return self.iso if self.moment is None else f"{self.day.iso} {self.moment + timedelta(hours=1):%H:%M}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.plain_serializer_function_ser_schema(lambda each: each.iso)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["string", "integer"], "pattern": _SCHEMA_PATTERN}

    @classmethod
    def _validate(cls, written: object) -> EventTime:
        if isinstance(written, cls):
            return written
        try:
            return cls.parse(written)
        except TimeWithoutDayError as fault:
            raise PydanticCustomError("time_without_day", "{reason}", {"reason": str(fault)}) from None
        except ValueError as fault:
            raise PydanticCustomError("partial_date", "{reason}", {"reason": str(fault)}) from None


def format_range(starts: EventTime, ends: EventTime | None) -> str:
    """Return the time range for readers: `14 September 2022, 10am to 12.30pm`."""
    begins = _format_moment(starts)
    if ends is None or ends == starts:
        return begins
    first, last = starts.day, ends.day
    if not active_catalogue().is_english:
        until = format_time(ends.clock) if first == last and ends.clock is not None else _format_moment(ends)
        return dates.format_range(begins, until)
    if starts.clock is None and ends.clock is None and first.day is not None and last.day is not None:
        is_one_month = (first.year, first.month) == (last.year, last.month)
        return f"{first.day if is_one_month else first.label} to {last.label}"
    if ends.day == starts.day and ends.clock is not None and starts.clock is not None:
        return f"{begins} to {format_time(ends.clock)}"
    return f"{begins} to {_format_moment(ends)}"


def _format_moment(moment: EventTime) -> str:
    return moment.day.label if moment.clock is None else f"{moment.day.label}, {format_time(moment.clock)}"


def format_time(clock: time) -> str:
    """Return `10am`, `12.30pm`, `midday` or `midnight` (GOV.UK style, with the full stop of printed times)."""
    if not active_catalogue().is_english:
        return dates.format_clock(clock)
    if clock == time(12):
        return "midday"
    if clock == time(0):
        return "midnight"
    minutes = f".{clock.minute:02d}" if clock.minute else ""
    return f"{(clock.hour + 11) % 12 + 1}{minutes}{'am' if clock.hour < 12 else 'pm'}"

"""A date that may be known only to the month or year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.languages import active_catalogue, dates

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

MONTH_NUMBERS: Final = {
    name: number
    for number, month in enumerate(MONTHS, 1)
    for name in (month.lower(), month[:3].lower(), *(("sept",) if month == "September" else ()))
}
"""The number of a month, 1 to 12, by its name and its short forms in lower case."""

_PATTERN = re.compile(r"^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$")
_SCHEMA_PATTERN = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
"""For a JSON Schema, which cannot say how many days a month has."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day: never more precise than the source."""

    year: int
    month: int | None = None
    """1 to 12; None if only the year is known."""

    day: int | None = None
    """1 to 31; None if only the month or the year is known."""

    @classmethod
    def parse(cls, written: object) -> PartialDate:
        """Parse `2022`, `2022-09` or `2022-09-14`. Raise ValueError with the correct form for anything else."""
        match = _PATTERN.match(str(written).strip()) if isinstance(written, str | int) else None
        if match is None:
            raise ValueError("a date is written 2022, 2022-09 or 2022-09-14")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        if not 1900 <= year <= 2200:
            raise ValueError(f"the year {year} cannot be right")
        if month is not None and not 1 <= month <= 12:
            raise ValueError(f"there is no month {month:02d}; a date is written year-month-day, 2022-09-14")
        if day is not None:
            try:
                date(year, month or 1, day)
            except ValueError:
                raise ValueError(f"{MONTHS[(month or 1) - 1]} {year} has no day {day}") from None
        return cls(year, month, day)

    @property
    def iso(self) -> str:
        """The form used in a record: `2022-09`."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def label(self) -> str:
        """The date for readers: `September 2022`."""
        if not active_catalogue().is_english:
            return dates.format_date(self.year, self.month, self.day)
        parts = [str(self.year)]
        if self.month is not None:
            parts.insert(0, MONTHS[self.month - 1])
        if self.day is not None:
            parts.insert(0, str(self.day))
        return " ".join(parts)

    @property
    def last_day(self) -> date:
        """The latest day that the date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def first_day(self) -> date:
        """The earliest day that the date can mean; for sorting and feeds. Readers never see it as a day."""
        return date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.plain_serializer_function_ser_schema(lambda each: each.iso)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["string", "integer"], "pattern": _SCHEMA_PATTERN}

    @classmethod
    def _validate(cls, written: object) -> PartialDate:
        if isinstance(written, cls):
            return written
        try:
            return cls.parse(written)
        except ValueError as fault:
            raise PydanticCustomError("partial_date", "{reason}", {"reason": str(fault)}) from None

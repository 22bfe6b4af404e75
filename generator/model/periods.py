"""Reporting periods of a partnership: a quarter, and a year from April to March."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from generator.languages import active_catalogue, dates
from generator.model.partial_date import MONTHS, PartialDate

_QUARTER = re.compile(r"^([0-9]{4})-q([1-4])$")
_YEAR = re.compile(r"^([0-9]{4})-([0-9]{2})$")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months of a calendar year."""

    year: int
    number: int
    """1 to 4; 1 is January to March."""

    @classmethod
    def parse(cls, written: str) -> Quarter | None:
        """Parse `2022-q3`; return None for anything else."""
        match = _QUARTER.match(written)
        if match is None or not 1900 <= int(match[1]) <= 2200:
            return None
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: date) -> Quarter:
        """Return the quarter that contains a day."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def id(self) -> str:
        """The id in addresses: `2022-q3`."""
        return f"{self.year:04d}-q{self.number}"

    @property
    def label(self) -> str:
        """The name for readers: `July to September 2022`."""
        if not active_catalogue().is_english:
            return dates.format_months(self.first_day, self.last_day)
        return f"{MONTHS[self.number * 3 - 3]} to {MONTHS[self.number * 3 - 1]} {self.year}"

    @property
    def first_day(self) -> date:
        """Its first day."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last_day(self) -> date:
        """Its last day."""
        month = self.number * 3
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def next(self) -> Quarter:
        """The quarter that follows."""
        return Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)

    @property
    def previous(self) -> Quarter:
        """The quarter before."""
        return Quarter(self.year - 1, 4) if self.number == 1 else Quarter(self.year, self.number - 1)

    def holds(self, dated: PartialDate | None) -> bool:
        """Return True for a date that is certainly in the quarter: its month must be known."""
        return dated is not None and dated.month is not None and Quarter.of(dated.first_day) == self

    def may_hold(self, dated: PartialDate | None) -> bool:
        """Return True for every date that may be in the quarter: also if it is not known, or only its year is known."""
        return dated is None or (dated.first_day <= self.last_day and self.first_day <= dated.last_day)


@dataclass(frozen=True, slots=True, order=True)
class ReportYear:
    """The year of an annual report, from April to March."""

    start: int
    """The calendar year in which it begins."""

    @classmethod
    def parse(cls, written: str) -> ReportYear | None:
        """Parse `2022-23`; return None for anything else, such as two years that do not follow each other."""
        match = _YEAR.match(written)
        if match is None or not 1900 <= int(match[1]) <= 2200 or int(match[2]) != (int(match[1]) + 1) % 100:
            return None
        return cls(int(match[1]))

    @property
    def id(self) -> str:
        """The id of the year: `2022-23`."""
        return f"{self.start:04d}-{(self.start + 1) % 100:02d}"

    @property
    def label(self) -> str:
        """The name for readers: `April 2022 to March 2023`."""
        if not active_catalogue().is_english:
            return dates.format_months(self.first_day, self.last_day)
        return f"April {self.start} to March {self.start + 1}"

    @property
    def first_day(self) -> date:
        """Its first day, 1 April."""
        return date(self.start, 4, 1)

    @property
    def last_day(self) -> date:
        """Its last day, 31 March."""
        return date(self.start + 1, 3, 31)

    def holds(self, dated: PartialDate | None) -> bool:
        """Return True for a date that is certainly in the year."""
        return dated is not None and self.first_day <= dated.first_day and dated.last_day <= self.last_day

    def may_hold(self, dated: PartialDate | None) -> bool:
        """Return True for every date that may be in the year, and for one that is not known."""
        return dated is None or (dated.first_day <= self.last_day and self.first_day <= dated.last_day)

"""Quarters of the calendar, and years from April to March."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as any_of

from generator.model import PartialDate, Quarter, ReportYear


@pytest.mark.parametrize(
    ("written", "label", "first", "last"),
    [
        ("2022-q3", "July to September 2022", date(2022, 7, 1), date(2022, 9, 30)),
        ("2024-q1", "January to March 2024", date(2024, 1, 1), date(2024, 3, 31)),
        ("2020-q4", "October to December 2020", date(2020, 10, 1), date(2020, 12, 31)),
    ],
)
def test_a_quarter_is_three_months_of_the_calendar(written: str, label: str, first: date, last: date) -> None:
    quarter = Quarter.parse(written)
    assert quarter is not None
    assert (quarter.id, quarter.label, quarter.first_day, quarter.last_day) == (written, label, first, last)


@pytest.mark.parametrize("written", ["2022-q5", "2022-q0", "2022-Q3", "22-q3", "2022-3", "", "0000-q1", "2022-q3 "])
def test_what_is_no_quarter_is_none(written: str) -> None:
    assert Quarter.parse(written) is None


@given(any_of.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_lies_in_one_quarter_and_the_next_begins_when_it_ends(day: date) -> None:
    quarter = Quarter.of(day)
    assert quarter.first_day <= day <= quarter.last_day
    assert quarter.next.first_day - quarter.last_day == timedelta(days=1)
    assert Quarter.parse(quarter.id) == quarter


@pytest.mark.parametrize(
    ("dated", "holds", "may_hold"),
    [
        ("2022-09", True, True),
        ("2022-07-01", True, True),
        ("2022-10", False, False),
        ("2022", False, True),
        ("2021", False, False),
        (None, False, True),
    ],
)
def test_a_quarter_holds_only_what_is_certain(dated: str | None, holds: bool, may_hold: bool) -> None:
    known = PartialDate.parse(dated) if dated is not None else None
    quarter = Quarter(2022, 3)
    assert (quarter.holds(known), quarter.may_hold(known)) == (holds, may_hold)


@pytest.mark.parametrize(
    ("written", "is_year"),
    [("2022-23", True), ("1999-00", True), ("2022-24", False), ("2022", False), ("2022-2023", False)],
)
def test_a_year_of_reports_goes_from_april_to_march(written: str, is_year: bool) -> None:
    year = ReportYear.parse(written)
    assert (year is not None) == is_year
    if year is not None:
        assert year.id == written
        assert (year.first_day.month, year.first_day.day, year.last_day.month, year.last_day.day) == (4, 1, 3, 31)


@pytest.mark.parametrize(
    ("dated", "holds", "may_hold"),
    [
        ("2022-04", True, True),
        ("2023-03-31", True, True),
        ("2023-04", False, False),
        ("2022-03", False, False),
        ("2022", False, True),
        (None, False, True),
    ],
)
def test_a_year_holds_only_what_is_certain(dated: str | None, holds: bool, may_hold: bool) -> None:
    known = PartialDate.parse(dated) if dated is not None else None
    year = ReportYear(2022)
    assert (year.holds(known), year.may_hold(known)) == (holds, may_hold)

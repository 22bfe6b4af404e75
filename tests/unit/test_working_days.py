"""Working days against dates worked out by hand from gov.uk's list of bank holidays in England and Wales."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Nation
from generator.working_days import (
    add_working_days,
    count_working_days,
    holiday,
    is_working_day,
    months_after,
    working_days_before,
)

BANK_HOLIDAYS: Final = {
    2022: ["01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"],
    2023: ["01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"],
    2026: ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"],
    2027: ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"],
}
"""As gov.uk lists them: substitute days in place of Saturdays and Sundays, and the one-off days of 2022 and 2023."""

DAYS: Final = st.dates(date(1990, 1, 1), date(2190, 12, 31))
COUNTS: Final = st.integers(0, 300)


@pytest.mark.parametrize("year", BANK_HOLIDAYS)
def test_from_monday_to_friday_all_days_are_working_days_but_those_of_the_list(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=ahead) for ahead in range(365)]
    free = [f"{day:%m-%d}" for day in days if day.weekday() < 5 and not is_working_day(day)]
    assert free == BANK_HOLIDAYS[year]
    assert not any(is_working_day(day) for day in days if day.weekday() >= 5)


def test_a_holiday_has_a_name_and_other_days_have_none() -> None:
    assert holiday(date(2022, 9, 19)) == "State Funeral of Queen Elizabeth II"
    assert holiday(date(2026, 12, 24)) is None


BY_HAND: Final = [
    ("across Christmas 2022, with its substitute day", "2022-12-23", 2, "2022-12-29"),
    ("across Christmas and New Year 2026", "2026-12-14", 15, "2027-01-07"),
    ("onto the day before Christmas", "2026-12-23", 1, "2026-12-24"),
    ("over the substitute for Boxing Day 2026", "2026-12-24", 1, "2026-12-29"),
    ("across Easter 2027", "2027-03-25", 1, "2027-03-30"),
    ("across the jubilee of 2022", "2022-06-01", 1, "2022-06-06"),
    ("across the funeral of 2022", "2022-09-16", 1, "2022-09-20"),
    ("across the coronation of 2023", "2023-05-05", 1, "2023-05-09"),
    ("from a Saturday", "2026-11-21", 1, "2026-11-23"),
    ("from a holiday", "2026-12-25", 1, "2026-12-29"),
    ("none, from a working day", "2026-11-20", 0, "2026-11-20"),
    ("none, from a Saturday", "2026-11-21", 0, "2026-11-23"),
    ("back", "2026-11-23", -1, "2026-11-20"),
]


@pytest.mark.parametrize(("name", "start", "count", "end"), BY_HAND)
def test_days_ahead(name: str, start: str, count: int, end: str) -> None:
    assert add_working_days(date.fromisoformat(start), count) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("day", "count", "wanted"),
    [
        ("2027-03-15", 7, "2027-03-04"),
        ("2027-04-01", 7, "2027-03-19"),
        ("2027-01-05", 7, "2026-12-22"),
        ("2027-03-14", 1, "2027-03-12"),
        ("2027-03-14", 0, "2027-03-12"),
        ("2027-03-15", 0, "2027-03-15"),
    ],
)
def test_days_back(day: str, count: int, wanted: str) -> None:
    assert working_days_before(date.fromisoformat(day), count) == date.fromisoformat(wanted)


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        ("2026-08-31", 6, "2027-02-28"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2026-12-14", 12, "2027-12-14"),
        ("2027-03-31", -1, "2027-02-28"),
        ("2026-06-30", 6, "2026-12-30"),
    ],
)
def test_months_ahead(day: str, months: int, wanted: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(wanted)


@given(DAYS, st.integers(-300, 300))
def test_a_count_never_lands_on_a_free_day(day: date, count: int) -> None:
    assert is_working_day(add_working_days(day, count))
    assert is_working_day(working_days_before(day, abs(count)))


@given(DAYS, COUNTS, COUNTS)
def test_more_days_lead_further(day: date, one: int, more: int) -> None:
    first, second = sorted((one, more))
    assert add_working_days(day, first) <= add_working_days(day, second)
    assert working_days_before(day, first) >= working_days_before(day, second)
    assert add_working_days(day, one) <= add_working_days(day + timedelta(days=1), one)


@given(DAYS.filter(is_working_day), COUNTS)
def test_back_undoes_ahead_and_the_days_between_are_as_many(day: date, count: int) -> None:
    assert working_days_before(add_working_days(day, count), count) == day
    assert add_working_days(working_days_before(day, count), count) == day
    assert count_working_days(day, add_working_days(day, count)) == count
    assert count_working_days(add_working_days(day, count), day) == -count


@pytest.mark.parametrize(
    ("nation", "day", "name"),
    [
        (Nation.SCOTLAND, "2026-11-30", "Saint Andrew's Day"),
        (Nation.SCOTLAND, "2026-01-02", "New Year Holiday"),
        (Nation.NORTHERN_IRELAND, "2026-03-17", "Saint Patrick's Day"),
        (Nation.WALES, "2026-04-06", "Easter Monday"),
        (Nation.ENGLAND, "2026-04-06", "Easter Monday"),
    ],
)
def test_each_nation_has_its_own_bank_holidays(nation: Nation, day: str, name: str) -> None:
    told = holiday(date.fromisoformat(day), nation)
    assert told is not None
    assert told.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") == name
    assert not is_working_day(date.fromisoformat(day), nation)


def test_a_day_that_is_free_in_another_nation_is_a_working_day() -> None:
    assert is_working_day(date(2026, 11, 30), Nation.ENGLAND)
    assert is_working_day(date(2026, 4, 6), Nation.SCOTLAND)
    assert add_working_days(date(2026, 11, 27), 1, Nation.SCOTLAND) == date(2026, 12, 1)
    assert add_working_days(date(2026, 11, 27), 1) == date(2026, 11, 30)

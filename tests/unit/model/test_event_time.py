"""A day and a clock time of Europe/London, said as precisely as they are known."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as any_of

from generator.model import EventTime
from generator.model.event_time import TimeWithoutDayError, format_range


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2022", "2022"),
        (2022, "2022"),
        ("2022-09", "2022-09"),
        ("2022-09-14", "2022-09-14"),
        ("2022-09-14 10:00", "2022-09-14 10:00"),
        ("2022-09-14T9:05", "2022-09-14 09:05"),
        ("2022-09-14 23:59:00", "2022-09-14 23:59"),
        (" 2022-09-14  00:00 ", "2022-09-14 00:00"),
    ],
)
def test_a_time_is_read(written: object, iso: str) -> None:
    assert EventTime.parse(written).iso == iso


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2022-09-14 24:00", "there is no time 24:00"),
        ("2022-09-14 10:60", "there is no time 10:60"),
        ("2022-02-30 10:00", "February 2022 has no day 30"),
        ("2022-09-14 10am", "and with a time 2022-09-14 10:00"),
        ("2022-09-14 10:00Z", "and with a time"),
        ("2022-09-14 10:00:30", "and with a time"),
        ("14 September 2022", "a date is written"),
        ("", "a date is written"),
        (None, "a date is written"),
        (True, "a date is written"),
        (2022.5, "a date is written"),
        ("\uff11\uff10:00", "a date is written"),
    ],
)
def test_what_is_no_time_says_how_to_write_one(written: object, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        EventTime.parse(written)


@pytest.mark.parametrize("written", ["10:00", "2022 10:00", "2022-09 10:00"])
def test_a_time_belongs_to_a_day(written: str) -> None:
    with pytest.raises(TimeWithoutDayError):
        EventTime.parse(written)


@given(any_of.text(alphabet="0123456789-: T", max_size=18))
def test_nothing_that_looks_like_a_time_breaks_it(written: str) -> None:
    try:
        read = EventTime.parse(written)
    except ValueError:
        return
    assert EventTime.parse(read.iso) == read


@given(any_of.datetimes(datetime.fromisoformat("1972-01-01"), datetime.fromisoformat("2199-12-31")))
def test_only_the_hours_around_the_change_are_odd(moment: datetime) -> None:
    read = EventTime.parse(f"{moment:%Y-%m-%d %H:%M}")
    is_sunday_at_the_end = moment.isoweekday() == 7 and (moment + timedelta(days=7)).month != moment.month
    if read.is_skipped or read.comes_twice:
        assert moment.year < 1996 or (is_sunday_at_the_end and moment.month in (3, 10) and moment.hour == 1)


@pytest.mark.parametrize(
    ("written", "is_skipped", "comes_twice", "utc"),
    [
        ("2023-03-26 00:59", False, False, "2023-03-26 00:59"),
        ("2023-03-26 01:00", True, False, None),
        ("2023-03-26 01:59", True, False, None),
        ("2023-03-26 02:00", False, False, "2023-03-26 01:00"),
        ("2023-10-29 00:59", False, False, "2023-10-28 23:59"),
        ("2023-10-29 01:00", False, True, "2023-10-29 00:00"),
        ("2023-10-29 01:59", False, True, "2023-10-29 00:59"),
        ("2023-10-29 02:00", False, False, "2023-10-29 02:00"),
        ("2023-06-01 10:00", False, False, "2023-06-01 09:00"),
        ("2023-06-01", False, False, None),
    ],
)
def test_the_clocks_go_forward_and_back(written: str, is_skipped: bool, comes_twice: bool, utc: str | None) -> None:
    read = EventTime.parse(written)
    assert (read.is_skipped, read.comes_twice) == (is_skipped, comes_twice)
    if utc is not None:
        assert read.moment is not None
        assert f"{read.moment.astimezone(UTC):%Y-%m-%d %H:%M}" == utc


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        ("2022-09-14 10:00", "2022-09-14 12:30", "14 September 2022, 10am to 12.30pm"),
        ("2022-09-14 12:00", "2022-09-15 00:00", "14 September 2022, midday to 15 September 2022, midnight"),
        ("2022-09-14 00:05", None, "14 September 2022, 12.05am"),
        ("2022-09-14 13:00", "2022-09-14 13:00", "14 September 2022, 1pm"),
        ("2022-09-14", "2022-09-15", "14 to 15 September 2022"),
        ("2022-09-30", "2022-10-01", "30 September 2022 to 1 October 2022"),
        ("2022-09", "2022-11", "September 2022 to November 2022"),
        ("2022", None, "2022"),
    ],
)
def test_it_is_said_in_words(starts: str, ends: str | None, said: str) -> None:
    assert format_range(EventTime.parse(starts), EventTime.parse(ends) if ends else None) == said

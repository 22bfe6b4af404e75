"""A date is said as precisely as it is known, and nothing is guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as any_of

from generator.model import PartialDate


@pytest.mark.parametrize(
    ("written", "iso", "label", "first_day"),
    [
        ("2022", "2022", "2022", date(2022, 1, 1)),
        (2022, "2022", "2022", date(2022, 1, 1)),
        ("2022-09", "2022-09", "September 2022", date(2022, 9, 1)),
        ("2022-09-04", "2022-09-04", "4 September 2022", date(2022, 9, 4)),
        (" 2024-02-29 ", "2024-02-29", "29 February 2024", date(2024, 2, 29)),
        ("2020-12-31", "2020-12-31", "31 December 2020", date(2020, 12, 31)),
        ("1900", "1900", "1900", date(1900, 1, 1)),
    ],
)
def test_a_date_is_read_and_said(written: object, iso: str, label: str, first_day: date) -> None:
    read = PartialDate.parse(written)
    assert (read.iso, read.label, read.first_day) == (iso, label, first_day)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2022-13", "there is no month 13"),
        ("2022-00", "there is no month 00"),
        ("2022-02-30", "February 2022 has no day 30"),
        ("2023-02-29", "February 2023 has no day 29"),
        ("2022-09-00", "September 2022 has no day 0"),
        ("0000", "the year 0 cannot be right"),
        ("1899", "the year 1899 cannot be right"),
        ("14/09/2022", "a date is written 2022, 2022-09 or 2022-09-14"),
        ("2022-9-14", "a date is written"),
        ("September 2022", "a date is written"),
        ("2022-09-14T10:00", "a date is written"),
        ("", "a date is written"),
        (None, "a date is written"),
        (2022.5, "a date is written"),
        (True, "a date is written"),
        (["2022"], "a date is written"),
        ("\uff12\uff10\uff12\uff12", "a date is written"),
        ("2022\n", None),
    ],
)
def test_what_is_not_a_date_says_how_to_write_one(written: object, reason: str | None) -> None:
    if reason is None:
        assert PartialDate.parse(written).iso == "2022"
        return
    with pytest.raises(ValueError, match=reason):
        PartialDate.parse(written)


@given(any_of.dates(date(1900, 1, 1), date(2200, 12, 31)), any_of.integers(1, 3))
def test_every_date_reads_back_as_it_was_written(day: date, precision: int) -> None:
    parts = [f"{day.year:04d}", f"{day.month:02d}", f"{day.day:02d}"][:precision]
    assert PartialDate.parse("-".join(parts)).iso == "-".join(parts)
    assert PartialDate.parse("-".join(parts)).first_day <= day

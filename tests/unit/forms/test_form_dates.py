"""Dates are typed as people write them, and shown in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forms.form_dates import parse_date, parse_moment, show_date, show_moment


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("2022", 2022),
        ("2022-09", "2022-09"),
        ("September 2022", "2022-09"),
        ("sept 2022", "2022-09"),
        ("14 September 2022", "2022-09-14"),
        ("14th Sep. 2022", "2022-09-14"),
        ("14/09/2022", "2022-09-14"),
        ("14.9.2022", "2022-09-14"),
        ("9/2022", "2022-09"),
        ("31 February 2022", "31 February 2022"),
        ("14 Smarch 2022", "14 Smarch 2022"),
        ("next spring", "next spring"),
    ],
)
def test_a_date(typed: str, written: str | int) -> None:
    assert parse_date(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("14 December 2026", "2026-12-14"),
        ("14 December 2026, 10:00", "2026-12-14 10:00"),
        ("14 December 2026 at 10am", "2026-12-14 10:00"),
        ("14/12/2026 9.30 pm", "2026-12-14 21:30"),
        ("14 December 2026 12am", "2026-12-14 00:00"),
        ("2026-12-14 00:01", "2026-12-14 00:01"),
        ("December 2026", "2026-12"),
    ],
)
def test_a_date_with_a_time(typed: str, written: str) -> None:
    assert parse_moment(typed) == written


@given(st.dates().filter(lambda day: 1900 <= day.year <= 2200), st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
def test_what_is_shown_is_read_back_as_the_same_date(day: object, precision: str) -> None:
    written = f"{day:{precision}}"
    assert str(parse_date(show_date(written))) == written
    assert str(parse_moment(show_moment(written))) == written


@given(st.text())
def test_any_text_is_read_without_a_fault(text: str) -> None:
    parse_date(text)
    parse_moment(text)

"""Sizes, periods and days of publication at the limits where they change."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model import Case, PartialDate, Quarter, ReportYear
from generator.model.published_document import size_in_words


@pytest.mark.parametrize(
    ("size_bytes", "words"),
    [
        (0, "1 KB"),
        (1_499, "1 KB"),
        (1_501, "2 KB"),
        (999_499, "999 KB"),
        (999_501, "1.0 MB"),
        (1_000_000, "1.0 MB"),
        (12_340_000, "12.3 MB"),
    ],
)
def test_a_size_is_never_given_as_a_thousand_kilobytes(size_bytes: int, words: str) -> None:
    assert size_in_words(size_bytes) == words


@pytest.mark.parametrize(
    ("written", "certain", "possible"),
    [
        ("2022-04-01", True, True),
        ("2023-03-31", True, True),
        ("2022-03-31", False, False),
        ("2023-04-01", False, False),
        ("2022-04", True, True),
        ("2022", False, True),  # a calendar year is in two report years
        ("2023", False, True),
        ("2021", False, False),
        ("2024", False, False),
    ],
)
def test_a_date_belongs_to_a_report_year_only_if_that_is_certain(written: str, certain: bool, possible: bool) -> None:
    year = ReportYear(2022)
    dated = PartialDate.parse(written)
    assert dated is not None
    assert (year.holds(dated), year.may_hold(dated)) == (certain, possible)


@pytest.mark.parametrize(
    ("written", "certain", "possible"),
    [
        ("2022-07-01", True, True),
        ("2022-09-30", True, True),
        ("2022-06-30", False, False),
        ("2022-10-01", False, False),
        ("2022-09", True, True),
        ("2022", False, True),
        ("2021", False, False),
    ],
)
def test_a_date_belongs_to_a_quarter_only_if_that_is_certain(written: str, certain: bool, possible: bool) -> None:
    quarter = Quarter(2022, 3)
    dated = PartialDate.parse(written)
    assert dated is not None
    assert (quarter.holds(dated), quarter.may_hold(dated)) == (certain, possible)


def test_a_date_that_is_not_known_may_be_in_every_period() -> None:
    assert not Quarter(2022, 3).holds(None) and Quarter(2022, 3).may_hold(None)
    assert not ReportYear(2022).holds(None) and ReportYear(2022).may_hold(None)


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"workflow": {"planned": "2026-12-20"}}, date(2026, 12, 20)),
        ({"workflow": {"planned": "2026-12-20"}, "publish_on": "2026-12-14"}, date(2026, 12, 14)),
        (
            {"workflow": {"planned": "2026-12-20"}, "publish_on": "2026-12-14", "published": "2026-12-01"},
            date(2026, 12, 1),
        ),
        ({}, None),
    ],
)
def test_the_real_day_of_publication_counts_before_the_planned_one(fields: dict[str, Any], day: date | None) -> None:
    case = Case.model_validate({"id": "hazel", "name": "Hazel", "type": "cspr", **fields})
    assert (case.publication_date.first_day if case.publication_date is not None else None) == day

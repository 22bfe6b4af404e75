"""Dates and times are those of the Unicode locale data, in English too, which the model writes itself."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date, format_skeleton

from generator.languages import dates, use_language
from generator.markdown import join_words
from generator.model import PartialDate
from generator.model.event_time import EventTime, format_range
from generator.model.periods import Quarter, ReportYear


@pytest.mark.parametrize("month", range(1, 13))
def test_english_dates_are_those_of_the_locale_data(month: int) -> None:
    day = date(2022, month, 14)
    assert PartialDate(2022, month, 14).label == format_date(day, "long", locale="en_GB")
    assert PartialDate(2022, month).label == format_skeleton("yMMMM", day, locale="en_GB")


@pytest.mark.parametrize(
    ("written", "shown"), [("2022", "2022"), ("2022-09", "Medi 2022"), ("2022-09-14", "14 Medi 2022")]
)
def test_a_welsh_date_is_as_precise_as_the_record(written: str, shown: str) -> None:
    with use_language("cy"):
        assert PartialDate.parse(written).label == shown


def test_welsh_periods_times_and_lists() -> None:
    with use_language("cy"):
        assert Quarter(2022, 3).label.split() == ["Gorffennaf", "\N{EN DASH}", "Medi", "2022"]
        assert ReportYear(2022).label.split() == ["Ebrill", "2022", "\N{EN DASH}", "Mawrth", "2023"]
        starts, ends = EventTime.parse("2022-09-14 13:05"), EventTime.parse("2022-09-14 15:00")
        assert format_range(starts, ends).split() == ["14", "Medi", "2022,", "13:05", "\N{EN DASH}", "15:00"]
        assert join_words(["un", "dau"]) == "un a dau"
        assert join_words(["adolygiad", "briff", "“adroddiad”"]) == "adolygiad, briff, ac “adroddiad”"
        assert dates.open_graph_locale() == "cy_GB"


def test_the_language_ends_with_its_block() -> None:
    with use_language("cy"):
        pass
    assert PartialDate.parse("2022-09").label == "September 2022"

"""The chapter of a year lists each briefing once, and only the dates that are certainly in the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.model import PartialDate, ReportYear
from generator.render import build_chapter
from tests.conftest import FULL


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        ({"published": "2024-05-01"}, ["new"]),
        ({"published": "2024-05-01", "revised": "2024-11-01"}, ["new"]),
        ({"published": "2023-05-01", "revised": "2024-11-01"}, ["revised"]),
        ({"published": None, "revised": "2024-11-01"}, ["revised"]),
        ({"published": "2024-05-01", "revised": "2025-11-01"}, ["new"]),
        ({"published": "2024"}, []),  # it may be before April
        ({"published": "2023-05-01", "revised": "2025-04-01"}, []),
        ({"published": "2024-04-01"}, ["new"]),
        ({"published": "2025-03-31"}, ["new"]),
    ],
)
def test_a_briefing_is_listed_once(fields: dict[str, str | None], places: list[str]) -> None:
    library = validate_and_link(BuildOptions(FULL, date(2026, 5, 1))).library
    assert library is not None
    changes: dict[str, Any] = {"published": None, "revised": None}
    changes |= {name: PartialDate.parse(day) if day else None for name, day in fields.items()}
    briefings = tuple(
        briefing.model_copy(update=changes) if briefing.id == "lamplight" else briefing
        for briefing in library.briefings
    )
    chapter = build_chapter(replace(library, briefings=briefings), ReportYear(2024), None)
    listed = [
        place
        for series in chapter["series"]
        for place, entries in (("new", series["new"]), ("revised", series["revised"]))
        for entry in entries
        if entry["title"] == "Lamplight"
    ]
    assert listed == places

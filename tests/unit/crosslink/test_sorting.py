"""Newest first, undated last, by name where the date is the same."""

from __future__ import annotations

import pytest

from generator.crosslink.sorting import newest_first
from generator.model import PartialDate


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ([], []),
        ([("2020", "a"), ("2022", "b")], ["b", "a"]),
        ([(None, "a"), ("1999", "b")], ["b", "a"]),
        ([("2022-09", "b"), ("2022-09", "A")], ["A", "b"]),
        ([("2022", "year"), ("2022-01", "month"), ("2022-01-01", "day")], ["day", "month", "year"]),
        ([("2022-02", "later"), ("2022", "year")], ["later", "year"]),
        ([(None, "b"), (None, "A"), (None, "c")], ["A", "b", "c"]),
        ([("2022-09-01", "b"), ("2022-09-02", "a")], ["a", "b"]),
    ],
)
def test_things_are_listed_newest_first(given: list[tuple[str | None, str]], wanted: list[str]) -> None:
    def key(thing: tuple[str | None, str]) -> tuple[PartialDate | None, str]:
        return PartialDate.parse(thing[0]) if thing[0] is not None else None, thing[1]

    assert [name for _, name in newest_first(given, key)] == wanted
    assert newest_first(reversed(given), key) == newest_first(given, key)

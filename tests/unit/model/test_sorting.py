"""Newest first, undated last, by name where the date is the same."""

from __future__ import annotations

import pytest

from generator.model import PartialDate
from generator.model.sorting import name_key, newest_first


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


@pytest.mark.parametrize(
    "wanted",
    [
        ["case 2", "Case 10"],
        ["Child 9", "Child 10"],
        ["Edith", "Emile 1", "\u00c9mile 2", "eve", "Fay"],
        ["an Alder", "The Ash", "A Bay", "Bea"],
        ["A and B", "B and C"],
        ["Anna & Bea", "Anna and Bea", "Anna-Lisa", "Annabel"],
        ["Lucy", "\u0141ukasz", "Luke"],
        ["\u00d8ystein", "Oz"],
    ],
)
def test_names_are_sorted_as_people_sort_them(wanted: list[str]) -> None:
    given = wanted[::-1]
    assert sorted(given, key=name_key) == wanted

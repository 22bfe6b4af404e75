"""Reads a table that describes one review, with the name of a fact at the start of each row: "Published | May 2024"."""

from __future__ import annotations

from typing import Final

from generator.importing.listing import Cell
from generator.importing.row_columns import Column, column_of

_LONGEST_KEY: Final = 4
"""The most words of the name of a fact."""


def rows_of_pairs(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Return one row for each review, if each row of a table is the name of a fact and the fact. Empty if not.

    Most of the names must be those that columns of reviews have, and one of them must be the name of the review.
    """
    if len(rows) < 2 or any(len(row) != 2 for row in rows):
        return []
    keys = [row[0] for row in rows]
    columns = [column_of(key.text) for key in keys]
    known = sum(column is not Column.OTHER for column in columns)
    if Column.NAME not in columns or len(set(columns)) < 2 or 3 * known < 2 * len(rows):
        return []
    if any(key.links or not 0 < len(key.text.split()) <= _LONGEST_KEY for key in keys):
        return []
    # "Name | Report" above the rows of a table is its head: the facts are names of columns too.
    if all(column_of(row[1].text) is not Column.OTHER for row in rows):
        return []
    found: list[list[Cell]] = []
    for key, value in rows:
        if not found or key.text == rows[0][0].text:
            found.append([])
        found[-1].append(Cell(key.text, value.text, value.links))
    return [tuple(row) for row in found]

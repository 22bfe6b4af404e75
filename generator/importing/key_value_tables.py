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
    if not _are_pairs(rows) or Column.NAME not in _columns(rows):
        return []
    found: list[list[Cell]] = []
    for key, value in rows:
        if not found or key.text == rows[0][0].text:
            found.append([])
        found[-1].append(Cell(key.text, value.text, value.links))
    return [tuple(row) for row in found]


def lines_of_pairs(rows: list[tuple[Cell, ...]]) -> list[Cell]:
    """Return the facts of a table below the name of its review as lines: "Published: May 2024". Empty for others."""
    columns = _columns(rows) if _are_pairs(rows) else []
    if Column.NAME in columns or not {Column.DATE, Column.TYPE} & set(columns):
        return []
    return [Cell("", f"{key.text.rstrip(' :')}: {value.text}", value.links) for key, value in rows]


def _columns(rows: list[tuple[Cell, ...]]) -> list[Column]:
    return [column_of(row[0].text) for row in rows]


def _are_pairs(rows: list[tuple[Cell, ...]]) -> bool:
    if len(rows) < 2 or any(len(row) != 2 for row in rows):
        return False
    keys = [row[0] for row in rows]
    columns = _columns(rows)
    known = sum(column is not Column.OTHER for column in columns)
    if len(set(columns)) < 2 or 3 * known < 2 * len(rows):
        return False
    if any(key.links or not 0 < len(key.text.split()) <= _LONGEST_KEY for key in keys):
        return False
    # "Name | Report" above the rows of a table is its head: the facts are names of columns too.
    return not all(column_of(row[1].text) is not Column.OTHER for row in rows)

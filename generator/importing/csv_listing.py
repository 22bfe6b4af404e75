"""Reads a CSV file with one row for each document."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

from generator.importing.lines import squash
from generator.importing.listing import MOST_BLOCKS, MOST_LETTERS, Block, BlockKind, Cell, Link, Listing, Place
from generator.importing.row_columns import Column, column_of

_ADDRESS: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_DELIMITERS: Final = ",;\t|"
_MOST_CELLS: Final = 40


def read_csv(text: str, file: str, guessed_encoding: str = "") -> Listing:
    """Return the rows. The first row names the columns: case, type, date, label, address and state, in any order."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    blocks: list[Block] = []
    headers: tuple[str, ...] = ()
    try:
        for row in reader:
            cells = [squash(each)[:MOST_LETTERS] for each in row[:_MOST_CELLS]]
            if not any(cells):
                continue
            if not headers:
                headers = tuple(cells)
                continue
            if len(blocks) >= MOST_BLOCKS:
                return Listing(file, tuple(blocks), was_cut=True, guessed_encoding=guessed_encoding, columns=headers)
            blocks.append(_row(cells, headers, Place(file, reader.line_num)))
    except csv.Error:
        return Listing(file, tuple(blocks), was_cut=True, guessed_encoding=guessed_encoding, columns=headers)
    return Listing(file, tuple(blocks), guessed_encoding=guessed_encoding, columns=headers)


def _row(cells: list[str], headers: tuple[str, ...], place: Place) -> Block:
    named = [(headers[n] if n < len(headers) else "", text) for n, text in enumerate(cells)]
    address = next((text for header, text in named if column_of(header) is Column.ADDRESS), "")
    if not address:
        # A column "Link" has addresses or labels.
        address = next((text for _, text in named if _ADDRESS.fullmatch(text)), "")
        named = [each for each in named if not address or each[1] != address]
    label = next((text for header, text in named if column_of(header) is Column.LABEL), "")
    links = (Link(label or address, address),) if label or address else ()
    row = tuple(
        Cell(header, text, links if column_of(header) is Column.LABEL else ())
        for header, text in named
        if column_of(header) is not Column.ADDRESS
    )
    if links and not label:
        row = (*row, Cell("label", "", links))
    return Block(BlockKind.ROW, squash(" | ".join(filter(None, cells))), place, links, 0, row)

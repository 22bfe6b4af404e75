"""An old listing page as a neutral sequence of blocks: headings, lines of text and rows of tables, with their links."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

BOLD_LEVEL = 7
"""The level of a line that is a heading only because it is bold."""

MOST_BLOCKS = 20_000
"""The most blocks that are read from one file. A real page has a few hundred."""

MOST_LETTERS = 2_000
"""The most letters of one block that are read."""


class BlockKind(Enum):
    """What a block is on the page."""

    HEADING = auto()
    TEXT = auto()
    ITEM = auto()
    """An item of a list."""

    ROW = auto()
    """A row of a table or of a CSV file."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block is printed."""

    file: str
    """The name of the file."""

    line: int
    """1-based. In HTML it is the line of the source, as near as it can be found."""

    unit: str = "line"
    """What is counted: `line`, or `paragraph` in a Word file."""

    def __str__(self) -> str:
        return f"{self.file}, {self.unit} {self.line}"


@dataclass(frozen=True, slots=True)
class Link:
    """A link as it is printed."""

    text: str
    address: str
    """As it is written, so it may be relative; empty for a document that is named without a link."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row."""

    header: str
    """The heading of its column; empty if the table has none."""

    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, line, list item or row."""

    kind: BlockKind
    text: str
    place: Place
    links: tuple[Link, ...] = ()
    level: int = 0
    """1 to 7 for a heading, 0 for everything else."""

    cells: tuple[Cell, ...] = ()
    """Only for a row."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What one file contains."""

    file: str
    blocks: tuple[Block, ...]
    base: str = ""
    """The address that relative links start from; empty if the page does not say."""

    title: str = ""
    was_cut: bool = False
    """True if the file has more blocks than are read."""

    guessed_encoding: str = ""
    """The encoding that was assumed, if the file does not say and it is not UTF-8. Empty for every other file."""

    columns: tuple[str, ...] = field(default=())
    """The headings of the columns of a CSV file."""

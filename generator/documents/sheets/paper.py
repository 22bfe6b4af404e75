"""What goes on one paper, before it is set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.documents.sheets.pieces import Piece, first_words
from generator.model import Address, addresses


@dataclass(frozen=True, slots=True)
class Part:
    """One text of a paper that an editor can shorten."""

    role: str
    """`summary`, `section` or `questions`: where it stands on the paper."""

    name: str
    """Its heading, as an editor knows it."""

    texts: tuple[str, ...]
    """As the record has them."""

    links: tuple[str, ...]
    """Where the links in them lead, in full."""

    make: Callable[[], tuple[Piece, ...]]
    """Gives the pieces; asked only when the paper has to be set."""

    record: tuple[str, str]
    """Kind and id of the record that holds it: ("case", "grace")."""

    path: tuple[str | int, ...]
    """Where it stands in that record: ("sections", 2, "body")."""

    number: int | None = None
    """1 to 7 for a section of a 7-minute briefing; None for others."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What is set."""
        return self.make()

    @property
    def words(self) -> int:
        """How many words it holds."""
        return sum(each.words for each in self.pieces)


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet or a poster of one briefing."""

    briefing_id: str
    kind: str
    """`sheet` or `poster`."""

    topic: str
    """The briefing's title alone."""

    title: str
    """Of the PDF: `Early Help: 7-minute briefing, sheet to print`."""

    facts: Mapping[str, object]
    """Everything on it that is not a text to shorten, as plain values."""

    parts: tuple[Part, ...]

    @property
    def address(self) -> Address:
        """Where readers find it."""
        return addresses.sheet(self.briefing_id) if self.kind == "sheet" else addresses.poster(self.briefing_id)

    @property
    def ground(self) -> dict[str, object]:
        """Plain values that are equal only for papers that look the same; no prose is read for them."""
        parts = [(each.role, each.name, each.number, each.texts, each.links) for each in self.parts]
        return {**self.facts, "label": self.title, "parts": parts}

    def as_data(self, longest: int | None = None) -> dict[str, object]:
        """Plain values for JSON. `longest`: every part ends after so many words; None for all of them."""
        parts = [
            {
                "role": each.role,
                "name": each.name,
                "number": each.number or 0,
                "pieces": [one.as_data() for one in _kept(each, longest)],
            }
            for each in self.parts
        ]
        return {**self.facts, "label": self.title, "parts": parts}


def _kept(part: Part, longest: int | None) -> tuple[Piece, ...]:
    return part.pieces if longest is None else first_words(part.pieces, longest)


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A finished PDF that was made from a briefing's record."""

    briefing_id: str
    kind: str
    """`sheet` or `poster`."""

    address: Address
    path: Path
    """Where it lies in the cache."""

    title: str
    """The PDF's own title: `Grace: lessons learned briefing, poster`."""

    pages: int
    size_bytes: int

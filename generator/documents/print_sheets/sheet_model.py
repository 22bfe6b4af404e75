"""The content of one paper, before it is set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.documents.print_sheets.rich_text import RichTextNode, first_words
from generator.model import Address, addresses


@dataclass(frozen=True, slots=True)
class SheetSection:
    """One text of a paper that an editor can shorten."""

    role: str
    """`summary`, `section` or `questions`: where the text appears on the paper."""

    name: str
    """The heading, as an editor knows it."""

    texts: tuple[str, ...]
    """The texts as written in the record."""

    links: tuple[str, ...]
    """The full addresses of the links in the texts."""

    make: Callable[[], tuple[RichTextNode, ...]]
    """Returns the nodes of the text. It is called only when the paper has to be set."""

    record: tuple[str, str]
    """Kind and id of the record that contains the text: ("case", "grace")."""

    path: tuple[str | int, ...]
    """The path of the text in that record: ("sections", 2, "body")."""

    number: int | None = None
    """The place of the part in a text of the briefing's own, from 1; None for other texts."""

    @property
    def pieces(self) -> tuple[RichTextNode, ...]:
        """The nodes that are set."""
        return self.make()

    @property
    def words(self) -> int:
        """The number of words in the text."""
        return sum(piece.words for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet or a poster of one briefing."""

    briefing_id: str
    kind: str
    """`sheet` or `poster`."""

    topic: str
    """The briefing's title only."""

    name: str
    """The briefing with its series: `Early Help, learning briefing`."""

    title: str
    """The title of the PDF: `Early Help: learning briefing, sheet to print`."""

    facts: Mapping[str, object]
    """Everything on the paper that an editor cannot shorten, as plain values."""

    parts: tuple[SheetSection, ...]

    @property
    def address(self) -> Address:
        """The address at which readers find the paper."""
        return addresses.sheet(self.briefing_id) if self.kind == "sheet" else addresses.poster(self.briefing_id)

    @property
    def ground(self) -> dict[str, object]:
        """Return plain values that are equal only for papers that look the same. No prose is parsed for them."""
        parts = [(part.role, part.name, part.number, part.texts, part.links) for part in self.parts]
        return {**self.facts, "label": self.title, "parts": parts}

    def as_data(self, longest: int | None = None) -> dict[str, object]:
        """Return plain values for JSON. Every part is cut off after `longest` words; None keeps all words."""
        parts = [
            {
                "role": part.role,
                "name": part.name,
                "number": part.number or 0,
                "pieces": [one.as_data() for one in _shorten_section(part, longest)],
            }
            for part in self.parts
        ]
        return {**self.facts, "label": self.title, "parts": parts}


def _shorten_section(part: SheetSection, longest: int | None) -> tuple[RichTextNode, ...]:
    return part.pieces if longest is None else first_words(part.pieces, longest)


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """A finished PDF that was made from a briefing's record."""

    briefing_id: str
    kind: str
    """`sheet` or `poster`."""

    address: Address
    path: Path
    """The path of the file in the cache."""

    name: str
    """The briefing with its series: `Grace, learning briefing`."""

    title: str
    """The PDF's own title: `Grace: learning briefing, poster`."""

    pages: int
    size_bytes: int

"""Replacements of lines and of parts of lines in a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class _Replacement:
    start: int
    end: int
    text: str


class TextReplacements:
    """Collects replacements in one text. Lines are counted from 0."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.split("\n")
        self._starts = list(accumulate((len(line) + 1 for line in self.lines), initial=0))
        self._replacements: list[_Replacement] = []

    def apply(self) -> str | None:
        """Return the text with all replacements; None if two of them overlap."""
        parts, position = [], 0
        for each in sorted(self._replacements, key=lambda each: (each.start, each.end)):
            if each.start < position:
                return None
            parts += [self.text[position : each.start], each.text]
            position = each.end
        return "".join(parts) + self.text[position:]

    @property
    def count(self) -> int:
        """The number of replacements so far, for `undo_to`."""
        return len(self._replacements)

    def undo_to(self, count: int) -> None:
        """Drop all replacements after the first ones."""
        del self._replacements[count:]

    def start_of(self, line: int) -> int:
        """Return the offset at which a line begins; that of the end of the text for a line after the last one."""
        return min(self._starts[line], len(self.text)) if line < len(self._starts) else len(self.text)

    def end_of(self, line: int) -> int:
        """Return the offset of the line break at the end of a line."""
        return self._starts[line] + len(self.lines[line])

    def replace(self, start: int, end: int, text: str) -> None:
        """Replace the characters between two offsets."""
        self._replacements.append(_Replacement(start, end, text))

    def remove_lines(self, first: int, last: int) -> None:
        """Remove lines, the last one included."""
        self.replace(self.start_of(first), self.start_of(last + 1), "")

    def insert_lines(self, line: int, lines: Iterable[str]) -> None:
        """Insert lines before a line."""
        self.replace_lines(line, line, lines)

    def replace_lines(self, first: int, end: int, lines: Iterable[str]) -> None:
        """Replace whole lines up to `end`, which stays. A last line without a line break stays without one."""
        start, stop = self.start_of(first), self.start_of(end)
        text = "".join(f"{line}\n" for line in lines)
        if stop == len(self.text) and not self.text.endswith("\n"):
            text = f"\n{text[:-1]}" if start == stop and text else text[:-1]
        self.replace(start, stop, text)

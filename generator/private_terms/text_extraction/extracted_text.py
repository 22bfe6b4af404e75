"""The texts extracted from a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """A text of a file."""

    place: str
    """The place in the file, as the end of a sentence: `on page 3`. Never contains a word of the file."""

    text: str = ""
    pieces: tuple[str, ...] = field(default=())
    """Replaces the text: pieces, many of which are repeated in many files."""

    is_name: bool = False
    """True for the name of a file."""

    by_line: bool = False
    """True if the line in the file can be reported."""


class UnreadableFileError(Exception):
    """The reason why a file, or a file inside it, could not be read, as the end of a sentence."""


Inside = Callable[[str, bytes, str], Iterator[ExtractedText]]
"""Extracts a file inside another file from its name, its bytes and its place."""

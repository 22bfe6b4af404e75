"""What a file says, in whatever corner of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """A text of a file."""

    place: str
    """Where in the file, as the end of a sentence: `on page 3`. Never a word out of the file itself."""

    text: str = ""
    pieces: tuple[str, ...] = field(default=())
    """In place of a text: pieces of which many stand in many files."""

    is_name: bool = False
    """The name of a file."""

    by_line: bool = False
    """The line in the file can be told."""


class UnreadableFileError(Exception):
    """Why a file, or one inside it, could not be looked into, as the end of a sentence."""


Inside = Callable[[str, bytes, str], Iterator[ExtractedText]]
"""Looks into a file inside another: its name, its bytes, where it lies."""

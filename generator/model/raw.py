"""What `read` finds: values as they are written, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from generator.diagnostics import Location
from generator.model.pdf import PdfFacts

BEHIND: Final = "workflow"
"""The field of what lies behind publication: never published, and never shown in a finding."""

Path = tuple[str | int, ...]
"""The way to a value inside a record: `("documents", 2, "file")`."""

Place = tuple[int, int, Any]
"""Line and column, both 1-based, and the children's places: a dict of key to (key line, key column,
place) for a mapping, a list of places for a sequence, None for a single value."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text file of the site, able to name a place in itself."""

    file: str
    """From the site's root, with forward slashes."""

    text: str

    def line(self, number: int) -> str | None:
        """The text of a line, 1-based; None past the end."""
        start = 0
        for _ in range(number - 1):
            start = self.text.find("\n", start) + 1
            if start == 0:
                return None
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else None].rstrip("\r") if number > 0 else None

    def at(self, line: int, column: int | None = None) -> Location:
        """The location of a line and column, both 1-based."""
        return Location(self.file, line, column, self.line(line))

    def find(self, needle: str, from_line: int = 1) -> Location:
        """The first place of a text at or below a line; the line itself when it is not there."""
        skipped = self.text.split("\n", from_line - 1)
        start = len(self.text) - len(skipped[-1]) if len(skipped) == from_line else 0
        offset = self.text.find(needle, start)
        return self.at(from_line) if offset < 0 else self.at_offset(offset)

    def at_offset(self, offset: int) -> Location:
        """The location of a character, counted from the start of the text, 0-based."""
        before = self.text[:offset]
        return self.at(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class RawRecord:
    """One YAML file as written: plain values, and where each stands. Read once, it is itself as long as it lasts."""

    kind: str
    """`case`, `briefing`, `notice`, `bulletin`, `year`, `partnership`, `vocabulary` and the like."""

    id: str
    """From the folder's or file's name."""

    source: Source
    values: Mapping[str, Any]
    """Plain dicts, lists, strings, numbers, booleans and None."""

    places: Place
    private: RawRecord | None = None
    """What a private folder says of its `workflow`, laid over it by key; None where it says nothing."""

    def at(self, *path: str | int, key: bool = False) -> Location:
        """Where a value stands, or its key; the nearest known place above it where it does not exist.

        A place in `workflow` comes without the text of its line: logs of a build may be read by anybody.
        """
        if path[:1] != (BEHIND,):
            return self._place(path, key)
        inside = path[1:]
        if self.private is not None and (not inside or inside[0] in self.private.values):
            return self.private.at(*inside, key=key)
        return replace(self._place(path, key), source=None)

    def _place(self, path: Path, key: bool) -> Location:
        line, column, children = self.places
        for position, step in enumerate(path):
            if isinstance(children, dict) and step in children:
                key_line, key_column, place = children[step]
                if key and position == len(path) - 1:
                    return self.source.at(key_line, key_column)
            elif isinstance(children, list) and isinstance(step, int) and step < len(children):
                place = children[step]
            else:
                break
            line, column, children = place
        return self.source.at(line, column)

    def find(self, needle: str, *path: str | int) -> Location:
        """The first place of a text inside a value."""
        return self.source.find(needle, self.at(*path).line or 1)

    @property
    def file(self) -> str:
        """The record's file, from the site's root."""
        return self.source.file

    @property
    def folder(self) -> str:
        """The record's folder, from the site's root."""
        return self.source.file.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of a file that a record names, or what is wrong with it."""

    path: str
    """From the site's root; empty when it could not be resolved inside the record's folder."""

    size_bytes: int = 0
    sha256: str = ""
    """The hash of a PDF's bytes, in hex; empty for other files."""

    pdf: PdfFacts | None = None
    """What a PDF says of itself; None for other files and for one that cannot be opened."""

    holds: str = ""
    """What the file is when its name says something else: `a PNG picture`; empty where the two agree."""

    says: tuple[str, ...] = ()
    """What a picture or an Office file says beyond what it shows, in words; empty where nothing was found."""

    picture_size: tuple[int, int] | None = None
    """Width and height of a logo, in pixels; None for other files."""

    problem: str | None = None
    """`missing`, `outside`, `unreadable` or `unsafe`; None when all is well."""

    detail: str = ""
    """What a reader of the message should know of the problem."""


@dataclass(frozen=True, slots=True)
class HandwrittenPage:
    """A Markdown page of content/pages, as written."""

    source: Source
    address: str
    """Its address on the site: `about/contact/`."""

    is_frame: bool
    """True for `_frame.md`: not published, others are poured into it."""

"""The results of the `read` stage: values as they are written, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any, Final

from generator.diagnostics import Diagnostic, Location
from generator.model.pdf_facts import PdfFacts

PRIVATE_FIELD: Final = "workflow"
"""The field for the steps before publication. It is never published, and its values never appear in a finding."""

PRIVATE_NOTES: Final = "notes"
"""The private field of a progress entry of a recommendation, in the same way."""

_NAMES: Final = re.compile(r"""(?:^\s*(?:-\s+)*|[{,]\s*)["']?([^\W\d][^"'{},:=\[\]]{0,40}?)["']?\s*[:=]""")
"""Finds the name of each field in a line: at its beginning, and among the values of an entry in braces."""

HEAD_OF_NOTES: Final = re.compile(rf"""(?:^\s*(?:-\s+)*|[{{,]\s*)["']?{PRIVATE_NOTES}["']?\s*:(?:\s|$)""")
"""Finds a line that begins `notes`, or has them among the values of an entry in braces."""

_CASE_FILE: Final = "case.yml"
_PUBLIC_NAMES: Final = frozenset({"notices", "contentnote", "contentnotes"})
"""Names of fields that look like private ones, in letters only."""

Path = tuple[str | int, ...]
"""The path to a value inside a record: `("documents", 2, "file")`."""


@lru_cache(maxsize=4_096)
def resembles_private_name(name: str) -> bool:
    """Return True for the name of a private field, also if it is misspelt: `note`, `Notes`, `noets`, `workflw`."""
    letters = "".join(filter(str.isalpha, name.lower()))
    if letters in _PUBLIC_NAMES:
        return False
    return any(
        letters.endswith((private, private.removesuffix("s"))) or SequenceMatcher(None, letters, private).ratio() > 0.7
        for private in (PRIVATE_FIELD, PRIVATE_NOTES)
    )


@lru_cache(maxsize=64)
def begins_private_field(line: str, file: str) -> bool:
    """Return True if a line begins a private field, or, in a case, a field with almost the name of one.

    A long line may have thousands of findings.
    """
    if HEAD_OF_NOTES.search(line):
        return True
    return file.endswith(_CASE_FILE) and any(resembles_private_name(found[1]) for found in _NAMES.finditer(line))


def is_private(path: Path) -> bool:
    """Return True for a value that is never published or shown in a finding."""
    return path[:1] == (PRIVATE_FIELD,) or (path[:1] == ("recommendations",) and PRIVATE_NOTES in path[3:])


@lru_cache(maxsize=4)
def _lines_of(text: str) -> list[str]:
    """Return the lines of a text. A file with thousands of problems asks for its lines as often."""
    return text.split("\n")


Place = tuple[int, int, Any]
"""Line and column, both 1-based, and the children's places: a dict of key to (key line, key column,
place) for a mapping, a list of places for a sequence, None for a single value."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text file of the site. It can convert places in its text to locations."""

    file: str
    """The path from the site's root, with forward slashes."""

    text: str

    def line(self, number: int) -> str | None:
        """Return the text of a line, 1-based; None past the end."""
        lines = _lines_of(self.text)
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else None

    def at(self, line: int, column: int | None = None) -> Location:
        """Return the location of a line and column, both 1-based. The text of a line with private notes is omitted."""
        text = self.line(line)
        is_private_line = text is not None and begins_private_field(text, self.file)
        return Location(self.file, line, column, None if is_private_line else text)

    def find(self, needle: str, from_line: int = 1) -> Location:
        """Return the first location of a text at or below a line; the line itself if the text is not found."""
        skipped = self.text.split("\n", from_line - 1)
        start = len(self.text) - len(skipped[-1]) if len(skipped) == from_line else 0
        offset = self.text.find(needle, start)
        return self.at(from_line) if offset < 0 else self.at_offset(offset)

    def at_offset(self, offset: int) -> Location:
        """Return the location of a character, given its 0-based offset from the start of the text."""
        before = self.text[:offset]
        return self.at(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class RawRecord:
    """One YAML file as written: plain values with their places. Records are read once and compared by identity."""

    kind: str
    """`case`, `briefing`, `notice`, `bulletin`, `year`, `partnership`, `vocabulary` and the like."""

    id: str
    """The id, from the folder's or file's name."""

    source: Source
    values: Mapping[str, Any]
    """Plain dicts, lists, strings, numbers, booleans and None."""

    places: Place
    private: RawRecord | None = None
    """The `workflow` values of a private folder, which replace the record's own by key; None if there are none."""

    own: RawRecord | None = None
    """For a vocabulary that uses packs: the record as the site's file has it. None for other records."""

    own_numbers: Mapping[tuple[str, int], int] = field(default_factory=dict)
    """The list and 0-based number of an item here to its number in `own`. An item of a pack is left out."""

    def as_written(self, path: Path) -> tuple[RawRecord, Path]:
        """Return the record as the site's file has it, and the path of a value in it."""
        if self.own is None:
            return self, path
        match path:
            case (str(name), int(number), *rest):
                written = self.own_numbers.get((name, number))
                return (self, path) if written is None else (self.own, (name, written, *rest))
        return self.own, path

    def location_of(self, *path: str | int, key: bool = False) -> Location:
        """Return the location of a value, or of its key; if it does not exist, that of its nearest existing parent.

        Its `path` is the whole path, also if the value does not exist. A location in `workflow` omits the text of its
        line, because build logs may be public.
        """
        if path[:1] != (PRIVATE_FIELD,):
            found = self._place(path, key)
            return replace(found, path=path, source=None) if is_private(path) else replace(found, path=path)
        inside = path[1:]
        if self.private is not None and (not inside or inside[0] in self.private.values):
            return self.private.location_of(*inside, key=key)
        return replace(self._place(path, key), path=path, source=None)

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
        """Return the first location of a text inside a value."""
        return replace(self.source.find(needle, self.location_of(*path).line or 1), path=path)

    @property
    def file(self) -> str:
        """The record's file, as a path from the site's root."""
        return self.source.file

    @property
    def folder(self) -> str:
        """The record's folder, as a path from the site's root."""
        return self.source.file.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class FileInfo:
    """Facts about a file that a record names, or the problem with it."""

    path: str
    """The path from the site's root; empty if it could not be resolved inside the record's folder."""

    size_bytes: int = 0
    sha256: str = ""
    """The hash of the bytes of a PDF or an Office file, in hex; empty for other files."""

    pdf: PdfFacts | None = None
    """Facts from the PDF; None for other files and for a PDF that cannot be opened."""

    holds: str = ""
    """The real format of the file if its name suggests another: `a PNG picture`; empty if the two agree."""

    says: tuple[str, ...] = ()
    """The kinds of hidden metadata in a picture, a recording or an Office file, in words; empty if none was found."""

    kept: tuple[str, ...] = ()
    """Those of `says` that the copy for readers would still have; empty if the copy is clean."""

    steps: tuple[str, ...] = ()
    """Where to click to remove what the copy for readers of an Office file would still have."""

    active_html: tuple[tuple[str, int, str], ...] = ()
    """Each element or attribute of an HTML file that runs or loads something, with its line and what to do."""

    picture_size: tuple[int, int] | None = None
    """Width and height of a logo, in pixels; None for other files."""

    too_large: str = ""
    """How large a picture of a record is, in words, if it is too large to be checked: `63 MB`; empty if it is not."""

    problem: str | None = None
    """`missing`, `outside`, `unreadable` or `unsafe`; None if there is no problem."""

    detail: str = ""
    """Details of the problem, for the message."""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class MarkdownPage:
    """A Markdown page of content/pages, as written."""

    source: Source
    address: str
    """Its address on the site: `about/contact/`."""

    is_frame: bool
    """True for `_frame.md`, which is not published: it is the frame of other pages."""

    to_do: Diagnostic | None = None
    """The field `to_do` at the top of the page, as S030; None if the page has none."""

    fields: RawRecord | None = None
    """The fields at the top of the page; None if it has none."""

    @property
    def accepted_html(self) -> Mapping[str, str]:
        """The field `accepted_html`: HTML elements and handlers that the page may have, each with the reason.

        An entry without a reason accepts nothing.
        """
        given = self.fields.values.get("accepted_html") if self.fields is not None else None
        return {str(name).lower(): str(why) for name, why in given.items() if why} if isinstance(given, dict) else {}

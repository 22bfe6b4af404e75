"""What no finding may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location
from generator.report import FORMATS, report

WITHOUT_PLACE: Final = frozenset({"S001", "S002", "S003", "S008", "S013", "S022"})
"""Codes about the folder of the site, the machine or the engine."""

LONGEST_MESSAGE: Final = 1_000

_REDACTED: Final = "[a name that is not shown]"
"""The part of a path that has a private term."""

_PYTHON: Final = re.compile(r"\bNone\b|<class|object at 0x|ValidationError|pydantic|Traceback|datetime\.date\(")


def finding_faults(findings: tuple[Diagnostic, ...], root: Path) -> Iterator[str]:
    """Yield what is wrong with the findings about the site in a folder."""
    for form in FORMATS:
        if "Traceback (most" in report(findings, form):
            yield f"a traceback in the report ({form})"
    lengths: dict[str, int | None] = {}
    for each in findings:
        place = each.location
        if place is None or not place.file:
            if each.code not in WITHOUT_PLACE:
                yield f"{each.code} has no place: {each.message[:150]}"
            continue
        if place.file == "private terms" or place.file.startswith("listing.") or _REDACTED in place.file:
            continue
        if place.file not in lengths:
            lengths[place.file] = _lines_of(root, place.file)
        length = lengths[place.file]
        if length is None:
            yield f"{each.code} is at a file that does not exist: {place.file!r}"
        elif place.line is not None and not 1 <= place.line <= length + 1:
            yield f"{each.code} is at a line that does not exist: {place.line} of {length}"
    for each in findings:
        if each.code == "S002" and each.location == Location("mkdocs.yml") and "Error building page" in each.message:
            yield f"S002 is about a page, but is at another file: {each.message[:250]}"
        if "\n" in each.message or not each.message.strip():
            yield f"{each.code} has a message of several lines, or none"
        if len(each.message) > LONGEST_MESSAGE or len(each.hint or "") > LONGEST_MESSAGE:
            yield f"{each.code} has a very long message or hint: {len(each.message)}, {len(each.hint or '')}"
        speaks = _PYTHON.search(each.message) or _PYTHON.search(each.hint or "")
        if speaks and "None" not in str(each.location):
            yield f"{each.code} speaks of Python: {each.message[:150]} {(each.hint or '')[:150]}"


def _lines_of(root: Path, name: str) -> int | None:
    """Return the number of lines of a file, 0 for a folder, or None if there is neither."""
    path = root / name
    try:
        return len(path.read_bytes().splitlines()) if path.is_file() else 0 if path.exists() else None
    except OSError:
        return None

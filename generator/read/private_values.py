"""Removes the values of `workflow`, and `notes` on recommendations, from diagnostics: build logs may be public."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from generator.diagnostics import CATALOGUE, Diagnostic, Location, Trait, has_trait
from generator.model.raw_record import PRIVATE_FIELD, Source, begins_private_field

_HEAD: Final = re.compile(rf"""[{{,\s]*["']?{PRIVATE_FIELD}["']?\s*:""")
_HINT: Final = "open the file at this line; its text is not shown here, because others may read this"


def hide_private_values(
    findings: Iterable[Diagnostic], source: Source, all_findings: bool = False
) -> tuple[Diagnostic, ...]:
    """Return the findings without the values written in a record's `workflow` and in `notes`.

    If `all_findings` is True, values are removed from all of them.
    """
    diagnostics = tuple(findings)
    if not diagnostics:
        return diagnostics
    private_lines = None if all_findings else _private_lines(source)
    return tuple(
        _remove_text(finding) if private_lines is None or _is_in(finding.location, private_lines) else finding
        for finding in diagnostics
    )


def _remove_text(finding: Diagnostic) -> Diagnostic:
    where = replace(finding.location, source=None) if finding.location is not None else None
    related = tuple(replace(more, location=replace(more.location, source=None)) for more in finding.related)
    if has_trait(finding, Trait.SHOWS_NO_VALUE):
        return replace(finding, location=where, related=related)
    title = CATALOGUE[finding.code].title
    message = title[0].lower() + title[1:] if title[1:2].islower() else title
    return replace(finding, message=message, location=where, hint=_HINT, related=related)


def _is_in(place: Location | None, lines: frozenset[int]) -> bool:
    return place is not None and place.line in lines


def _private_lines(source: Source) -> frozenset[int]:
    """Return the lines of each private field, misspelt or not, with the lines below that are indented further."""
    numbers: set[int] = set()
    depth: int | None = None
    for number, line in enumerate(source.text.split("\n"), start=1):
        indent = len(line) - len(line.lstrip())
        if depth is not None and line.strip() and indent <= depth and line.lstrip()[0] not in "#]}":
            depth = None
        if depth is None and (_HEAD.search(line) or begins_private_field(line, source.file)):
            depth = indent
        if depth is not None:
            numbers.add(number)
    return frozenset(numbers)

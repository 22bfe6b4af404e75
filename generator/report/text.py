"""Diagnostics as text: the problem, its location, the line with a caret, and what to type.

A rule that many places break is one block: its first place in full, and the other places below it, one on each line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from generator.diagnostics import Diagnostic, Location, Severity

_WIDEST: Final = 100
"""Columns of a source line that are shown."""

_LEAD: Final = 60
"""Columns of a long line that are shown before the caret."""

_IN_FULL: Final = 3
"""The maximum number of diagnostics of one rule that each have a block. If there are more, they share one block."""

_EXPLAINED: Final = 3
"""The number of codes that the last line of a report names."""

PLACES: Final = 10
"""The number of places that a block lists, unless all are asked for."""


def as_text(findings: tuple[Diagnostic, ...], places: int | None = None) -> str:
    """Return blocks of diagnostics with an empty line between them; empty if there are none.

    `places` is the largest number of places in one block; None for all.

    The most severe rules come last, because a terminal shows the end. Of equally severe rules, the one that most places
    break comes first: often one change corrects all of them. The diagnostics that have their own block follow in the
    given order, which is file by file.
    """
    by_rule: dict[tuple[Severity, str], list[Diagnostic]] = {}
    for finding in findings:
        by_rule.setdefault((finding.severity, finding.code), []).append(finding)
    repeated = {key: group for key, group in by_rule.items() if len(group) > _IN_FULL}
    blocks: list[str] = []
    for severity in reversed(Severity):
        groups = [group for (weight, _), group in repeated.items() if weight is severity]
        singles = (each for each in findings if each.severity is severity and (severity, each.code) not in repeated)
        blocks += ["\n".join(_group(group, places)) for group in sorted(groups, key=len, reverse=True)]
        blocks += ["\n".join(_block(single)) for single in singles]
    return "\n\n".join(blocks)


def fold_notes(findings: Sequence[Diagnostic], command: str) -> str:
    """Return one line for all notes: `3 notes (T703, V309): to list them, type library check --all`.

    Empty if there is no note.
    """
    notes = [finding for finding in findings if finding.severity is Severity.NOTE]
    if not notes:
        return ""
    count = f"{len(notes):,} notes" if len(notes) > 1 else "1 note"
    return f"{count} ({', '.join(sorted({note.code for note in notes}))}): to list them, type {command} --all"


def first_error(findings: Sequence[Diagnostic]) -> str:
    """Return the place of the first error, `content/cases/grace/case.yml:4:1`; empty if no error has one."""
    places = (each.location for each in findings if each.severity is Severity.ERROR)
    return next((_named(place) for place in places if place is not None), "")


def summary(findings: tuple[Diagnostic, ...]) -> str:
    """Return `2 errors, 1 warning, 3 notes; for more, type library explain R203 V302`.

    `nothing to fix` if there are no diagnostics. At most three codes are named, those of errors first.
    """
    serious = [finding for finding in findings if finding.severity is not Severity.NOTE]
    serious.sort(key=lambda finding: finding.severity.rank)
    codes = [*dict.fromkeys(finding.code for finding in serious)][:_EXPLAINED]
    return count_by_severity(findings) + (f"; for more, type library explain {' '.join(codes)}" if codes else "")


def count_by_severity(findings: Sequence[Diagnostic]) -> str:
    """Return `2 errors, 1 warning, 3 notes`; `nothing to fix` if there is none."""
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    parts = [f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items() if count]
    return ", ".join(parts) or "nothing to fix"


def _block(finding: Diagnostic) -> Iterator[str]:
    yield f"{finding.severity}[{finding.code}]: {_visible(finding.message)}"
    if finding.location is not None:
        yield from _place(finding.location)
    if finding.hint:
        yield f"  = hint: {_visible(finding.hint)}"
    for more in finding.related:
        yield f"  = {_visible(more.message)}: {_named(more.location)}"


def _group(findings: Sequence[Diagnostic], places: int | None) -> Iterator[str]:
    """Yield the lines of one block for all diagnostics of a rule. The first has its line of the file and its hint."""
    first, *others = findings
    yield from _block(first)
    listed = others if places is None else others[: places - 1]
    yield f"  = {len(others)} more of this kind:"
    yield from chain.from_iterable(_line(finding, first) for finding in listed)
    if len(listed) < len(others):
        yield f"      and {len(others) - len(listed)} more; list them all with --all"


def _line(finding: Diagnostic, first: Diagnostic) -> Iterator[str]:
    """Yield a place, and below it the hint and related places. What the first diagnostic says is not repeated."""
    parts = [] if finding.location is None else [_named(finding.location)]
    if finding.message != first.message or not parts:
        parts.append(_visible(finding.message))
    yield f"      {': '.join(parts)}"
    if finding.hint and finding.hint != first.hint:
        yield f"        hint: {_visible(finding.hint)}"
    for more in finding.related:
        yield f"        {_visible(more.message)}: {_named(more.location)}"


def _place(location: Location) -> Iterator[str]:
    yield f"  --> {_named(location)}"
    if location.source is None or location.line is None or not location.source.strip():
        return
    before, shown = _window(location.source, location.column or 1)
    number = str(location.line)
    margin = " " * len(number)
    yield f"   {margin} |"
    yield f"   {number} | {before}{shown}".rstrip()
    if location.column is not None:
        yield f"   {margin} | {' ' * _width(before)}^"


def _window(source: str, column: int) -> tuple[str, str]:
    """Return the parts of a line to show before the caret and from it on; `...` replaces text that is left out."""
    before, after = _visible(source[: column - 1]), _visible(source[column - 1 : column - 1 + _WIDEST])
    if _width(before) + _width(after) <= _WIDEST and len(source) <= column - 1 + _WIDEST:
        return before, after
    if _width(before) > _LEAD:
        before = "..." + _last(before, _LEAD - 3)
    room = _WIDEST - _width(before)
    shown = _first(after, room)
    return before, shown if shown == after and len(source) <= column - 1 + _WIDEST else _first(after, room - 3) + "..."


def _first(text: str, columns: int) -> str:
    """Return as much of the beginning of a text as fits."""
    used = 0
    for index, character in enumerate(text):
        used += _width(character)
        if used > columns:
            return text[:index]
    return text


def _last(text: str, columns: int) -> str:
    """Return as much of the end of a text as fits."""
    return _first(text[::-1], columns)[::-1]


def _visible(text: str) -> str:
    """Return the text with tabs as spaces, and special spaces, invisible and control characters as their numbers."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_visible_character, text))


def _visible_character(character: str) -> str:
    if character == "\t":
        return " "
    if character.isprintable():
        return character
    return f"<U+{ord(character):04X}>"


def _width(text: str) -> int:
    """Return the width in terminal columns: none for a combining mark, two for a wide character."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )


def _named(location: Location) -> str:
    parts = [
        _visible(location.file),
        *(str(number) for number in (location.line, location.column) if number is not None),
    ]
    return ":".join(parts)

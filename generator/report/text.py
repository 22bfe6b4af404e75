"""Findings as text: what is wrong, where, the line with a caret, and what to type."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Location

_WIDEST = 100
"""Columns of a source line that are shown."""


def as_text(findings: tuple[Diagnostic, ...]) -> str:
    """One block a finding, an empty line between them; empty when there is nothing to tell."""
    return "\n\n".join("\n".join(_block(each)) for each in findings)


def summary(findings: tuple[Diagnostic, ...]) -> str:
    """`2 errors, 1 warning, 3 notes`; `nothing to mend` when there is none."""
    counts = {name: sum(each.severity == name for each in findings) for name in ("error", "warning", "note")}
    told = [f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items() if count]
    return ", ".join(told) or "nothing to mend"


def _block(each: Diagnostic) -> Iterator[str]:
    yield f"{each.severity}[{each.code}]: {each.message}"
    if each.location is not None:
        yield from _place(each.location, "-->")
    if each.hint:
        yield f"  = hint: {each.hint}"
    for more in each.related:
        yield f"  = {more.message}: {_named(more.location)}"


def _place(location: Location, arrow: str) -> Iterator[str]:
    yield f"  {arrow} {_named(location)}"
    if location.source is None or location.line is None or not location.source.strip():
        return
    number = str(location.line)
    margin = " " * len(number)
    start = max(0, (location.column or 1) - _WIDEST + 20)
    shown = location.source[start : start + _WIDEST].replace("\t", " ")
    yield f"   {margin} |"
    yield f"   {number} | {shown}"
    if location.column is not None:
        yield f"   {margin} | {' ' * (location.column - 1 - start)}^"


def _named(location: Location) -> str:
    parts = [location.file, *(str(each) for each in (location.line, location.column) if each is not None)]
    return ":".join(parts)

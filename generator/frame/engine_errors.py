"""Turns an error of the engine into a diagnostic, at the page that the engine cannot build if it names one."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.diagnostics.diagnostic import has_errors

if TYPE_CHECKING:
    from generator.frame.engine_build import FrameSources

_PAGE: Final = re.compile(r"(?:page|file) '([^']+\.md)'")
_TEMPLATE: Final = re.compile(r"template[ ]*:[ ]*(.*)")


def engine_failed(output: str, sources: FrameSources | None = None) -> Diagnostic:
    """Return S002 for an engine that failed. `sources` is what it read; None if no page can be the cause."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR")] or [line for line in lines if "error" in line.lower()]
    message = (errors or lines or ["it gave no message"])[-1].removeprefix("ERROR").strip(" -")
    named = _PAGE.search(message)
    page = sources.pages / named[1] if sources is not None and named is not None else None
    if sources is not None and page is not None and page.is_file():
        return _page_failed(message, page, sources)
    return _failed(message, Location("mkdocs.yml"))


def unreported(found: Sequence[Diagnostic], reported: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield findings of the engine, unless another error is at the same line: the engine failed because of that one."""
    lines = {(each.location.file, each.location.line) for each in reported if each.location and has_errors([each])}
    for each in found:
        if each.location is None or each.location.line is None or (each.location.file, each.location.line) not in lines:
            yield each


def _page_failed(message: str, page: Path, sources: FrameSources) -> Diagnostic:
    """Return S002 at the template of a page if the theme does not have it, else at the page."""
    name = Path(os.path.relpath(page, sources.configuration.parent)).as_posix()
    for number, line in enumerate(page.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        written = _TEMPLATE.match(line)
        if written is not None and not _has_template(sources, written[1].partition(" #")[0].strip(" '\"")):
            hint = 'write the name of a template of the theme, such as "frame.html"; or delete the line'
            message = f"the theme has no template {written[1].strip() or '(empty)'}"
            return rule("S002").diagnostic(message, Location(name, number, 1, line), hint)
    return _failed(message, Location(name))


def _has_template(sources: FrameSources, name: str) -> bool:
    try:
        return any((folder / name).is_file() for folder in sources.theme)
    except (OSError, ValueError):  # a name that is too long, or with a null character
        return False


def _failed(message: str, place: Location) -> Diagnostic:
    return rule("S002").diagnostic(
        f"the engine could not build: {message}", place, "fix this problem, then build again"
    )

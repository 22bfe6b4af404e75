"""Turns an error of the engine into a diagnostic, at the page that the engine cannot build if it names one."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule

_PAGE: Final = re.compile(r"(?:page|file) '([^']+\.md)'")
_TEMPLATE: Final = re.compile(r"template[ ]*:[ ]*(.*)")
_IS_ABOUT_TEMPLATE: Final = re.compile(
    r"not found in search path|unhashable type|has no attribute|expected (?:str|string)"
)


def engine_failed(output: str, pages: Path | None = None, root: Path | None = None) -> Diagnostic:
    """Return S002 for an engine that could not build.

    `pages` is the folder of the hand-written pages, and `root` that of the site; None if no page can be the cause.
    """
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR")] or [line for line in lines if "error" in line.lower()]
    message = (errors or lines or ["it gave no message"])[-1].removeprefix("ERROR").strip(" -")
    named = _PAGE.search(message)
    if pages is not None and root is not None and named is not None and (pages / named[1]).is_file():
        return _page_failed(message, pages / named[1], Path(os.path.relpath(pages / named[1], root)).as_posix())
    return rule("S002").diagnostic(
        f"the engine could not build: {message}", Location("mkdocs.yml"), "fix this problem, then build again"
    )


def _page_failed(message: str, page: Path, name: str) -> Diagnostic:
    lines = page.read_text(encoding="utf-8", errors="replace").splitlines()
    for number, line in enumerate(lines, start=1):
        template = _TEMPLATE.match(line)
        if template is not None and _IS_ABOUT_TEMPLATE.search(message):
            hint = 'write the name of a template of the theme, such as "frame.html"; or delete the line'
            place = Location(name, number, 1, line)
            return rule("S002").diagnostic(f"the theme has no template {template[1].strip() or '(empty)'}", place, hint)
    return rule("S002").diagnostic(
        f"the engine could not build: {message}", Location(name), "fix this problem, then build again"
    )

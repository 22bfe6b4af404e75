"""Names files as diagnostics show them, and finds names that Windows refuses."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location, Severity, rule

_RESERVED: Final = re.compile(r"(?:CON|PRN|AUX|NUL|COM[1-9]|LPT[1-9])(?:\..*)?", re.IGNORECASE)
"""Names of devices, with or without an ending. Source: Microsoft, "Naming Files, Paths, and Namespaces"."""

_REFUSED: Final = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f]|[. ]$')
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")


def name_from(folder: Path, path: Path) -> str:
    """Return the path from a folder to a file, with slashes. Links are not resolved.

    The absolute path if there is none, which happens only on Windows, between two drives.
    """
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return path.as_posix()


def find_names_that_windows_refuses(files: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield S023 once for each file or folder whose name Windows cannot store. `files` are paths from the root.

    A name with a control character is an error, because its address would break the site map.
    """
    reported: set[str] = set()
    for file in files:
        parts = file.split("/")
        for index, part in enumerate(parts):
            path = "/".join(parts[: index + 1])
            why = _why_windows_refuses(part)
            if why and path not in reported:
                reported.add(path)
                hint = "rename it: use small letters, digits and hyphens, such as final-report.pdf"
                diagnostic = rule("S023").diagnostic(f"Windows cannot store {path}: {why}", Location(path), hint)
                yield replace(diagnostic, severity=Severity.ERROR) if _CONTROL.search(part) else diagnostic


def _why_windows_refuses(name: str) -> str:
    """Return the end of a sentence; empty if the name can be used."""
    if _RESERVED.fullmatch(name):
        return f"{name.partition('.')[0]} is the name of a device there"
    found = _REFUSED.search(name)
    if found is None:
        return ""
    return "the name ends with a full stop or a space" if found[0] in ". " else f"the name contains {found[0]!r}"

"""Checks that the folders in mkdocs.yml contain the pages and the theme, and nothing that must stay unpublished."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.model.raw_record import RawRecord
from generator.read.file_names import name_from
from generator.read.safe_links import link_refused, stays_inside

RECORD_FOLDERS: Final = ("content/cases", "briefings", "content/notices", "content/bulletins", "content/years")
_LEADS_OUT: Final = "leads out of the site's folder, or to a hidden folder"


def check_folders(root: Path, pages: Path, overrides: Path | None, settings: RawRecord) -> tuple[Diagnostic, ...]:
    """Return S016 for a folder that is a link, S017 for one with more than its pages or templates.

    `root` contains no link. `settings` is mkdocs.yml. Everything below `pages` is published, so it must be inside the
    site's folder. A theme may be elsewhere, because several sites can share one.
    """
    diagnostics = [
        link_refused(name, "leads to another folder") for name in ("content", "briefings") if (root / name).is_symlink()
    ]
    if diagnostics:
        return tuple(diagnostics)
    diagnostics += _check(root, pages, "docs_dir", settings)
    if overrides is not None:
        diagnostics += _check(root, overrides, "custom_dir", settings)
    if overrides is not None and not diagnostics:
        diagnostics += _check_overlap(pages, overrides, settings)
    return tuple(diagnostics)


def _check(root: Path, folder: Path, setting: str, settings: RawRecord) -> Iterator[Diagnostic]:
    written = Path(os.path.normpath(folder))
    real = _resolved(folder)
    name = name_from(root, written)
    is_outside = not written.is_relative_to(root)
    if real is None:
        yield link_refused(name, "leads to itself")
    elif root.is_relative_to(real) or (is_outside and setting == "docs_dir"):
        yield _refused(setting, "a folder outside the site, or one that contains the whole site", settings)
    elif not is_outside and not stays_inside(written, (root,)):
        hidden = any(part.startswith(".") for part in written.relative_to(root).parts)
        if hidden:
            yield _refused(setting, "a hidden folder", settings)
        else:
            yield link_refused(name, _LEADS_OUT)
    elif not is_outside and real != written:
        yield link_refused(name, "leads to another folder")
    elif any(_overlap(real, _real(root / record_folder)) for record_folder in RECORD_FOLDERS):
        yield _refused(setting, "a folder that contains records", settings)


def _check_overlap(pages: Path, overrides: Path, settings: RawRecord) -> Iterator[Diagnostic]:
    one, other = _resolved(pages), _resolved(overrides)
    if one is not None and other is not None and _overlap(one, other):
        yield _refused("custom_dir", "a folder that contains the pages or is inside them", settings)


def _refused(setting: str, what: str, settings: RawRecord) -> Diagnostic:
    path = ("theme", "custom_dir") if setting == "custom_dir" else ("docs_dir",)
    hint = (
        "write docs_dir: content/pages, and move the pages there"
        if setting == "docs_dir"
        else "write custom_dir: overrides, and move the templates there"
    )
    return rule("S017").diagnostic(
        f"{setting} names {what}: its files would be published", settings.location_of(*path), hint
    )


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _real(path: Path) -> Path:
    return _resolved(path) or path


def _resolved(path: Path) -> Path | None:
    """Return the path with links resolved, or None for a link that leads to itself."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return None

"""Checks that a symbolic link stays in the folder that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, rule


def stays_inside(path: Path, folders: Iterable[Path]) -> bool:
    """Return True if a path, with every link resolved, is in one of these folders and not hidden there.

    A path is hidden if it is, or is in, a hidden folder or file. A broken link counts by the path it points to. False
    for links that form a loop.
    """
    try:
        real = path.resolve()
    except (OSError, RuntimeError):
        return False
    for folder in folders:
        if real != folder and real.is_relative_to(folder):
            return not any(part.startswith(".") for part in real.relative_to(folder).parts)
    return False


def linked_part(root: Path, name: str) -> str | None:
    """Return the part of a path that is a link, by its path from the root: a file or one of its folders; None if none.

    A record behind a link is never opened.
    """
    path = root / name
    parts = (path, *path.parents[: len(path.relative_to(root).parts) - 1])
    return next((part.relative_to(root).as_posix() for part in parts if part.is_symlink()), None)


def link_refused(name: str, why: str) -> Diagnostic:
    """Return S016 for a link. `name` is its path from the root, `why` the fault of its target."""
    hint = "remove the link; if it leads to something for readers, put a copy here instead"
    return rule("S016").diagnostic(f"{name} is a link that {why}", Location(name), hint)

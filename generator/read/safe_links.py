"""Whether a symbolic link stays in the folder that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, rule


def stays_inside(path: Path, folders: Iterable[Path]) -> bool:
    """True when a path, every link resolved, is inside one of these folders, and in no hidden folder or file there.

    A path that leads nowhere counts by where it points. False for links that form a loop.
    """
    try:
        real = path.resolve()
    except (OSError, RuntimeError):
        return False
    for folder in folders:
        if real != folder and real.is_relative_to(folder):
            return not any(each.startswith(".") for each in real.relative_to(folder).parts)
    return False


def link_refused(name: str, why: str) -> Diagnostic:
    """S016 for a link. `name` is its path from the root, `why` what is wrong with where it leads."""
    hint = "remove the link; if it leads to something for readers, put a copy here instead"
    return rule("S016").found(f"{name} is a link that {why}", Location(name), hint)

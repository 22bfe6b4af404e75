"""What was kept to save work and has not been of use for long."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

LONG: Final = 7 * 24 * 3600
"""Seconds. Younger files stay: another build, of drafts or of an older state, may use them."""


def forget_unused(folder: Path, is_used: Callable[[str], bool]) -> None:
    """Removes the files of a folder that are not used, by their names, and were made more than a week ago."""
    if not folder.is_dir():
        return
    for each in folder.iterdir():
        with suppress(FileNotFoundError):  # another build forgets the same
            if not is_used(each.name) and time.time() - each.stat().st_mtime > LONG:
                each.unlink()

"""Names files as diagnostics show them."""

from __future__ import annotations

import os
from pathlib import Path


def name_from(folder: Path, path: Path) -> str:
    """Return the path from a folder to a file, with slashes. Links are not resolved.

    The absolute path if there is none, which happens only on Windows, between two drives.
    """
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return path.as_posix()

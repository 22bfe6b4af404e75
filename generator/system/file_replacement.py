"""Moves a file over another one, also on Windows, where a program that has the file open prevents that."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Final

IS_WINDOWS: Final = os.name == "nt"
_PAUSES: Final = (0.02, 0.05, 0.1, 0.2, 0.4)
"""Seconds between the attempts. Virus scanners and indexers open each new file for a moment."""


def replace_file(source: str | Path, target: str | Path) -> None:
    """Move a file, replacing the one at `target`. Raise OSError if that fails.

    On Windows, PermissionError can mean that another program has the file open, so it is raised only after several
    attempts.
    """
    for pause in _PAUSES if IS_WINDOWS else ():
        try:
            os.replace(source, target)  # noqa: PTH105 a site has thousands of files
        except PermissionError:
            time.sleep(pause)
        else:
            return
    os.replace(source, target)  # noqa: PTH105

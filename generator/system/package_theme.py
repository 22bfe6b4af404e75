"""Finds the theme that is installed with the generator."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).parents[1]


def find_package_theme() -> Path | None:
    """Return the folder of the theme, or None if the installation is incomplete.

    The theme's source is `overrides/` next to the package. A wheel contains it as `generator/theme/` (setup.py).
    """
    for folder in (_PACKAGE / "theme", _PACKAGE.parent / "overrides"):
        if (folder / "base.html").is_file() and (folder / "frame.html").is_file():
            return folder
    return None

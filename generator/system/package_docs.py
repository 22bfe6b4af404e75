"""Finds the documentation that is installed with the generator."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).parents[1]


def find_package_docs() -> Path | None:
    """Return the folder of the documentation, or None if the installation is incomplete.

    Its source is `docs/` next to the package. A wheel contains it as `generator/docs/` (setup.py).
    """
    for folder in (_PACKAGE / "docs", _PACKAGE.parent / "docs"):
        if (folder / "diagnostics" / "README.md").is_file():
            return folder
    return None

"""Puts the folders of the theme together, because Zensical reads templates from one folder only."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path


def merge_theme(folders: Iterable[Path]) -> dict[str, Path]:
    """Return the files of the theme by their path in it, sorted. The first folder that has a file supplies it.

    Hidden files and compiled Python are left out. A file also replaces a folder of the same name, and a folder a file.
    """
    files: dict[str, Path] = {}
    for folder in folders:
        there = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
        files |= {
            name.as_posix(): path
            for name, path in there.items()
            if not any(part.startswith((".", "__pycache__")) for part in name.parts)
            and not _is_replaced(name.as_posix(), files)
        }
    return dict(sorted(files.items()))


def copy_theme(files: Mapping[str, Path], folder: Path) -> None:
    """Copy the files into a new folder. They can be changed there, even if an installed file is read-only."""
    for name, path in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def _is_replaced(name: str, files: Iterable[str]) -> bool:
    return any(other == name or other.startswith(f"{name}/") or name.startswith(f"{other}/") for other in files)

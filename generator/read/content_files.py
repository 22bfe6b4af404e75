"""Lists a site's other files next to the records: files that records may use, and the theme's templates."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.model import Source
from generator.read.file_names import name_from
from generator.read.project import Project
from generator.read.text_file import read_text

_CONTENT: Final = ("content", "briefings")
_MOST: Final = 50_000
"""The largest number of files that are inspected."""


def list_content_files(project: Project) -> tuple[str, ...]:
    """Return the path of every file in content/ and briefings/ from the root, sorted.

    Hidden files and folders are left out.
    """
    files: list[str] = []
    for part in _CONTENT:
        for name in _files_in(str(project.root), part):
            files.append(name)
            if len(files) == _MOST:
                return tuple(files)
    return tuple(files)


def _files_in(root: str, place: str) -> Iterator[str]:
    """Yield the files in a folder, then those in its folders. A folder behind a link is not opened.

    This is faster than `os.walk`, which asks the system once more about each folder. Forms list all files often.
    """
    try:
        with os.scandir(f"{root}/{place}") as found:
            entries = sorted((each for each in found if not each.name.startswith(".")), key=lambda each: each.name)
    except OSError:
        return
    folders = []
    for entry in entries:
        if not _is_folder(entry):
            yield f"{place}/{entry.name}"
        elif not entry.is_symlink():
            folders.append(entry.name)
    for name in folders:
        yield from _files_in(root, f"{place}/{name}")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _files_with_links(folder: Path, *others: str) -> list[Path]:
    """Return the stylesheets and scripts in a folder and its folders, and the files with one of the other endings."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".css", ".js", ".mjs", *others))


def templates_of(project: Project) -> tuple[Source, ...]:
    """Return the engine's settings and the theme's templates, stylesheets and scripts, which contain links.

    Stylesheets and scripts among the hand-written pages are included.

    A template of the installed theme is named by its path in the package. A file that cannot be read is left out,
    because the engine reports it.
    """
    templates: dict[str, Path] = {}
    for folder in reversed(project.theme):
        templates |= {path.relative_to(folder).as_posix(): path for path in _files_with_links(folder, ".html")}
    files = []
    for path in (project.configuration, *templates.values(), *_files_with_links(project.pages)):
        is_installed = path.is_relative_to(project.package_theme) and not path.is_relative_to(project.root)
        base = project.package_theme.parents[1] if is_installed else project.root
        name = name_from(base, path)
        text = read_text(path, name).value
        if text is not None:
            files.append(Source(name, text))
    return tuple(files)

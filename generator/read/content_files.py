"""Lists a site's other files next to the records: files that records may use, and the theme's templates."""

from __future__ import annotations

import os
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
        for folder, folders, names in os.walk(project.root / part):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            place = Path(folder).relative_to(project.root).as_posix()
            files += [f"{place}/{name}" for name in sorted(names) if not name.startswith(".")]
            if len(files) > _MOST:
                return tuple(files[:_MOST])
    return tuple(files)


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

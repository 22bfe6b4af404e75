"""Lists a site's other files next to the records: files that records may use, and the theme's templates."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from generator.model import Source
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


def templates_of(project: Project) -> tuple[Source, ...]:
    """Return the engine's settings and the override templates, which write links into every page.

    A file that cannot be read is left out, because the engine reports it.
    """
    overrides = project.overrides
    files = []
    templates = sorted(overrides.rglob("*.html")) if overrides is not None and overrides.is_dir() else []
    for path in (project.configuration, *templates):
        name = Path(os.path.relpath(path, project.root)).as_posix()
        text = read_text(path, name).value
        if text is not None:
            files.append(Source(name, text))
    return tuple(files)

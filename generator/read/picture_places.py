"""The pictures next to the records that say where they were taken, whether or not a record names them."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.model.asset_kinds import PICTURES
from generator.model.picture_properties import PictureProperty
from generator.read.beside import files_beside
from generator.read.document_files import properties_of_file
from generator.read.project import Project


def pictures_with_places(project: Project) -> tuple[str, ...]:
    """The pictures in content/ and briefings/ that say where they were taken, by their path from the root.

    Those among the pages are left out: they are published, and more is looked for in them.
    """
    return tuple(
        name
        for name in files_beside(project)
        if PurePosixPath(name).suffix.lower() in PICTURES
        and not (project.root / name).is_relative_to(project.pages)
        and PictureProperty.PLACE in properties_of_file(project.root / name)
    )

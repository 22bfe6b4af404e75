"""Finds pictures next to the records that contain their location, whether or not a record names them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.model.asset_kinds import PICTURES
from generator.model.image_properties import PictureProperty
from generator.read.document_files import properties_of_file
from generator.read.project import Project

_ENDINGS: Final = tuple(PICTURES)


def pictures_with_places(project: Project, files: Iterable[str]) -> tuple[str, ...]:
    """Return the pictures among some files that contain their location. All files are paths from the root.

    Pictures among the pages are left out: they are published, and a wider check covers them.
    """
    return tuple(
        name
        for name in files
        if name.lower().endswith(_ENDINGS)
        and not (project.root / name).is_relative_to(project.pages)
        and PictureProperty.PLACE in properties_of_file(project.root / name)
    )

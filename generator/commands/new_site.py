"""Writes the files of a new library: all of them, or none."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

from generator.commands.unfinished_site import list_while_written, remove_unfinished_site
from generator.editing import NewSiteFile, SiteAnswers, add_to_menu, draft_section, draft_site
from generator.model.colour_contrast import mix
from generator.model.partnership import Colours
from generator.read import CONFIGURATION, PLACEHOLDER_URL, problem_of_site_url
from generator.system import STAGING, FileTransaction, make_folders, remove_staging_leftovers, write_together
from generator.validate import nearest_readable_colour

_ALLOWED: Final = frozenset({".git", ".gitattributes", ".gitignore", ".github", ".DS_Store", "LICENSE", "README.md"})
"""What a folder may have before a library is started in it: the files of a new repository. They stay as they are."""

_DARK_SHARE: Final = 0.55
"""Share of the main colour in its tint on a dark page, before the contrast is checked."""


def files_in_the_way(folder: Path) -> tuple[str, ...]:
    """Return the names in a folder that stop a new library from being written there, in order.

    Empty if the folder does not exist yet. What a killed process has left there is removed. Raises NotADirectoryError
    if it is a file, or another OSError.
    """
    remove_staging_leftovers(folder)
    if not folder.exists():
        return ()
    remove_unfinished_site(folder)
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.name not in _ALLOWED))


def write_new_site(folder: Path, answers: SiteAnswers) -> int:
    """Write the files of a new library that do not exist yet, and return their number.

    Raises OSError; then nothing is written.
    """
    files = draft_site(answers, PLACEHOLDER_URL)
    wanted = [file for file in files if not (folder / file.file).exists()]
    if folder.exists():
        _write_into_folder(folder, wanted)
    else:
        _write_new_folder(folder, wanted)
    return len(wanted)


def _write_into_folder(folder: Path, files: list[NewSiteFile]) -> None:
    """Write all files or none; the settings last, because no command takes a folder without them for a library."""
    ordered = sorted(files, key=lambda file: file.file == CONFIGURATION)
    with (
        list_while_written(folder, {file.file: file.text.encode() for file in ordered}),
        FileTransaction(folder) as transaction,
    ):
        staged = {file.file: transaction.stage(file.text.encode())[0] for file in ordered}
        for file in ordered:
            if file.is_program:
                Path(staged[file.file]).chmod(0o755)
        for name, path in staged.items():
            transaction.put(path, name)


def _write_new_folder(folder: Path, files: list[NewSiteFile]) -> None:
    """Write a folder next to its place, then move it: if the command is killed, the folder is not there."""
    make_folders(folder.parent)
    staging = folder.with_name(f".{folder.name}{STAGING}{os.getpid()}")
    shutil.rmtree(staging, ignore_errors=True)
    try:
        for file in files:
            path = staging / file.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.text.encode())
            if file.is_program:
                path.chmod(0o755)
        staging.rename(folder)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise


def add_section(root: Path, section: str) -> tuple[str, ...] | None:
    """Write the pages of a section that do not exist yet, and add the section to the menu.

    Returns the files that were written or changed, in order; empty if the section is there already. Returns None, and
    writes nothing, if the menu in mkdocs.yml cannot be changed. Raises OSError if a file cannot be read or written.
    """
    settings = root / CONFIGURATION
    before = settings.read_bytes().decode()
    after = add_to_menu(before, section)
    if after is None:
        return None
    files = {file.file: file.text.encode() for file in draft_section(section) if not (root / file.file).exists()}
    if after != before:
        files[CONFIGURATION] = after.encode()
    write_together(root, files)
    return tuple(files)


def address_problem(address: str) -> str:
    """Return why an address cannot be the public address of a site, as the end of a sentence. Empty if it can."""
    return problem_of_site_url(address)


def colours_for(brand: str) -> Colours:
    """Return the colours that go with a main colour: each is readable on the light page or on the dark one.

    `brand` is CSS hex, `#17495a`.
    """
    light = nearest_readable_colour("brand", brand)
    return Colours(
        brand=light,
        brand_dark=nearest_readable_colour("brand_dark", mix(brand, _DARK_SHARE, "#ffffff")),
        accent=light,
    )

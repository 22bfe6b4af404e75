"""Checks that the theme is installed, and that the site's changes to it are used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.model.raw_record import RawRecord

_USUAL: Final = "overrides"


def theme_not_installed() -> Diagnostic:
    """Return S022: the installation of the generator contains no theme."""
    hint = "install it again from its .whl file: pip install --force-reinstall PATH-OF-THE-FILE"
    return rule("S022").diagnostic("the installed generator contains no theme", hint=hint)


def check_theme_folder(overrides: Path | None, settings: RawRecord) -> Diagnostic | None:
    """Return S020 if `custom_dir` names no folder. `settings` is mkdocs.yml."""
    if overrides is None or overrides.is_dir() or overrides.is_symlink():
        return None
    hint = "delete this line if the site changes nothing in the theme; or write the name of the folder"
    place = settings.location_of("theme", "custom_dir")
    return rule("S020").diagnostic("custom_dir names a folder that does not exist", place, hint)


def find_unused_folder(root: Path, overrides: Path | None, package_theme: Path) -> Iterator[Diagnostic]:
    """Yield S021 for a folder `overrides/` in a site without `custom_dir`."""
    usual = root / _USUAL
    if overrides is None and usual.is_dir() and usual.resolve() != package_theme.resolve():
        hint = f"write custom_dir: {_USUAL} under theme: in mkdocs.yml; or delete the folder"
        yield rule("S021").diagnostic(f"the folder {_USUAL} is not used", Location(_USUAL), hint)

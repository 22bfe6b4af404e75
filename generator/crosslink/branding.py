"""The files of the partnership's branding, and their addresses."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import FileInfo, Located, Partnership, addresses
from generator.model.partnership import PublishedLogo


def published_logo(
    partnership: Located[Partnership], files: Mapping[tuple[str, str], FileInfo]
) -> PublishedLogo | None:
    """Return the logo with its size; None if there is none."""
    logo = partnership.record.logo
    facts = files.get((partnership.raw.file, logo.file)) if logo is not None else None
    if logo is None or facts is None or facts.picture_size is None:
        return None
    address = addresses.partnership_logo(facts.path.rpartition(".")[2].lower())
    return PublishedLogo(address, facts.path, *facts.picture_size, logo.alt)


def font_files(
    partnership: Located[Partnership], files: Mapping[tuple[str, str], FileInfo]
) -> tuple[tuple[str, str], ...]:
    """Return the address and file of each font."""
    fonts = partnership.record.fonts
    return tuple(
        (addresses.font(part, each.weight, each.style), facts.path)
        for part, typeface in (fonts.typefaces if fonts is not None else ())
        for each in typeface.files
        if (facts := files.get((partnership.raw.file, each.file))) is not None
    )

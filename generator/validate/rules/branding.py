"""Checks the colours, logo and fonts of the partnership."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.markdown import join_words
from generator.model import FileInfo, Records
from generator.model.colour_contrast import TEXT, contrast, mix, shades
from generator.model.partnership import Fonts
from generator.model.published_document import size_in_words
from generator.validate.rules.pdf_quality.checks import CLEANED_HINT, PICTURE_HINT

SOFT_SHARE: Final = 0.06


"""Share of the brand colour in the soft background of the light colour scheme."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours that are next to each other on a page."""

    message: str
    """The place of the pair, written after the ratio: `on white`."""

    other: Callable[[str], str]
    """Returns the second colour for the first colour: the soft background is a tint of the brand colour."""


PAIRS: Final[dict[str, tuple[Pair, ...]]] = {
    "brand": (
        Pair("with white", lambda brand: "#ffffff"),
        Pair("on the tinted panels", lambda brand: mix(brand, SOFT_SHARE, "#ffffff")),
        Pair('with the words of "Worried about someone?"', lambda brand: "#e3ecee"),
    ),
    "brand_dark": (
        Pair("on the dark page", lambda brand: "#11191c"),
        Pair("on dark cards", lambda brand: "#172125"),
        Pair("on dark panels", lambda brand: "#1a2529"),
    ),
}


"""The backgrounds are those of overrides/assets/library/ and dark.css. The accent is not included: the theme uses it
for decorative edges, and a style sheet darkens it where it is the colour of words.
"""


_TOWARDS: Final = {"brand": "#000000", "brand_dark": "#ffffff"}


def check_low_contrast(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V312 at each colour with a pair that fails, with the nearest shade for which all its pairs pass."""
    if records.partnership is None or records.partnership.record.colours is None:
        return
    for name in PAIRS:
        colour: str = getattr(records.partnership.record.colours, name)
        failing = [
            f"{_format_ratio(ratio)} {pair.message}"
            for pair in PAIRS[name]
            if (ratio := contrast(colour, pair.other(colour))) < TEXT
        ]
        if failing:
            message = f'the colour "{colour}" is hard to read: {", ".join(failing)}; {TEXT}:1 is needed'
            hint = f'write {name}: "{nearest_readable_colour(name, colour)}", the nearest shade that is enough'
            yield rule("V312").diagnostic(message, records.partnership.raw.location_of("colours", name), hint)


def nearest_readable_colour(name: str, colour: str) -> str:
    """Return the colour if all its pairs pass, else the first shade towards black or white for which they do."""
    return next(
        shade
        for shade in shades(colour, _TOWARDS[name])
        if all(contrast(shade, pair.other(shade)) >= TEXT for pair in PAIRS[name])
    )


def _format_ratio(ratio: float) -> str:
    """Return the ratio as text. It is never rounded up: 4.49 is not 4.5."""
    return f"{math.floor(ratio * 100) / 100:g}:1"


LARGE_BYTES: Final = 100_000


"""Size in bytes above which a file is too large. Every page waits for these files."""


def check_branding_files(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield D401, D402, D417, D418, D427, D468 and R207 at a file, and V311 for a second font of a weight and style."""
    if records.partnership is None:
        return
    partnership, raw = records.partnership.record, records.partnership.raw
    for path, name in partnership.files:
        facts = records.files.get((raw.file, name))
        if facts is not None:
            yield from _file(name, facts, raw.folder, raw.location_of(*path))
    for part, place in _second_of_a_kind(partnership.fonts) if partnership.fonts is not None else ():
        hint = "give it the weight and style that it has, or take it out"
        message = "another font of this weight and style is listed already"
        yield rule("V311").diagnostic(message, raw.location_of("fonts", part, "files", place), hint)


def _file(name: str, facts: FileInfo, folder: str, place: Location) -> Iterator[Diagnostic]:
    ending = PurePosixPath(name).suffix
    if facts.problem == "missing":
        hint = f"in {folder}/ lie: {facts.detail}" if facts.detail else f"put the file into {folder}/"
        yield rule("D401").diagnostic(f'there is no file "{name}"', place, hint)
    elif facts.problem == "outside":
        hint = f"copy the file into {folder}/ and write its name alone"
        yield rule("D402").diagnostic(f'"{name}" is not allowed: {facts.detail}', place, hint)
    elif facts.problem == "unreadable":
        hint = "check whether you can open the file on this computer; if not, ask the person who maintains the computer"
        yield rule("S005").diagnostic(f"{folder}/{name} cannot be read: {facts.detail}", place, hint)
    elif facts.problem == "unsafe":
        hint = "save it as plain SVG in the program that made it, or as PNG"
        yield rule("R207").diagnostic(f'"{name}" {facts.detail}', place, hint)
    elif facts.holds:
        hint = f"export it as {ending[1:].upper()} from the program that made it; renaming alone is not enough"
        yield rule("D417").diagnostic(f'"{name}" ends in {ending} and is {facts.holds}', place, hint)
    elif facts.kept:
        message = f'"{name}" is a picture that cannot be cleaned, whose file contains {join_words(facts.kept)}'
        yield rule("D427").diagnostic(message, place, PICTURE_HINT)
    else:
        yield from _published(name, facts, place)


def _published(name: str, facts: FileInfo, place: Location) -> Iterator[Diagnostic]:
    """Yield D418 and D468 for a file that is published, without its properties."""
    if facts.says:
        message = f'"{name}" is a picture whose file contains {join_words(facts.says)}'
        yield rule("D468").diagnostic(message, place, CLEANED_HINT)
    if facts.size_bytes > LARGE_BYTES:
        message = (
            f'"{name}" has {size_in_words(facts.size_bytes)}; more than {LARGE_BYTES // 1_000} KB is hard on a phone'
        )
        hint = "a font: ask for a subset with the letters of your languages; a logo: make it smaller, or use SVG"
        yield rule("D418").diagnostic(message, place, hint)


def _second_of_a_kind(fonts: Fonts) -> Iterator[tuple[str, int]]:
    for part, typeface in fonts.typefaces:
        seen = set()
        for index, each in enumerate(typeface.files):
            if (each.weight, each.style) in seen:
                yield part, index
            seen.add((each.weight, each.style))

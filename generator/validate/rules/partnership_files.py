"""The logo and the fonts of the partnership are there, are what they say, and are safe and light."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.model import FileFacts, Records
from generator.model.document import size_in_words
from generator.model.partnership import Fonts
from generator.prose import in_a_row
from generator.validate.rules.documents import picture_properties

LARGE_BYTES: Final = 100_000
"""Every page waits for them."""


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields D401, D402, D417, D418, D427 and R207 at a file, and V311 for a second font of one weight and style."""
    if records.partnership is None:
        return
    partnership, raw = records.partnership.record, records.partnership.raw
    for path, name in partnership.files:
        facts = records.files.get((raw.file, name))
        if facts is not None:
            yield from _file(name, facts, raw.folder, raw.at(*path))
    for part, place in _second_of_a_kind(partnership.fonts) if partnership.fonts is not None else ():
        hint = "give it the weight and style that it has, or take it out"
        said = "another font of this weight and style is listed already"
        yield rule("V311").found(said, raw.at("fonts", part, "files", place), hint)


def _file(name: str, facts: FileFacts, folder: str, place: Location) -> Iterator[Diagnostic]:
    ending = PurePosixPath(name).suffix
    if facts.problem == "missing":
        hint = f"in {folder}/ lie: {facts.detail}" if facts.detail else f"put the file into {folder}/"
        yield rule("D401").found(f'there is no file "{name}"', place, hint)
    elif facts.problem == "outside":
        hint = f"copy the file into {folder}/ and write its name alone"
        yield rule("D402").found(f'"{name}" is not allowed: {facts.detail}', place, hint)
    elif facts.problem == "unreadable":
        hint = "look whether the file can be opened on this computer; if not, ask who looks after it"
        yield rule("S005").found(f"{folder}/{name} cannot be read: {facts.detail}", place, hint)
    elif facts.problem == "unsafe":
        hint = "save it as plain SVG in the program that made it, or as PNG"
        yield rule("R207").found(f'"{name}" {facts.detail}', place, hint)
    elif facts.holds:
        hint = f"export it as {ending[1:].upper()} from the program that made it; renaming alone is not enough"
        yield rule("D417").found(f'"{name}" ends in {ending} and is {facts.holds}', place, hint)
    elif facts.says:
        said = f'"{name}" is a picture whose file holds {in_a_row(facts.says)}'
        yield rule("D427").found(said, place, picture_properties.HINT)
    elif facts.size_bytes > LARGE_BYTES:
        said = f'"{name}" has {size_in_words(facts.size_bytes)}; more than {LARGE_BYTES // 1_000} KB is hard on a phone'
        hint = "a font: ask for a subset with the letters of your languages; a logo: make it smaller, or use SVG"
        yield rule("D418").found(said, place, hint)


def _second_of_a_kind(fonts: Fonts) -> Iterator[tuple[str, int]]:
    for part, typeface in fonts.typefaces:
        seen = set()
        for place, each in enumerate(typeface.files):
            if (each.weight, each.style) in seen:
                yield part, place
            seen.add((each.weight, each.style))

"""Diagnostics for sheets and posters that cannot be made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from generator.diagnostics import Diagnostic, Location, RelatedLocation, rule
from generator.documents.print_sheets.sheet_model import Sheet, SheetSection
from generator.markdown import join_words
from generator.model import RawRecord

_LETTER: Final = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_LONG_TITLE: Final = 150
_UNTIL_THEN: Final = "until then there is nothing to print; the web page is not affected"


def text_too_long(sheet: Sheet, excess: tuple[int, ...], places: Mapping[tuple[str, str], RawRecord]) -> Diagnostic:
    """Return D422, located at the text with the most excess words. `excess` is the number of excess words per part.

    A very long title takes the room of the texts, so then the title is the fault.
    """
    briefing = places.get(("briefing", sheet.briefing_id))
    if len(sheet.topic) > _LONG_TITLE and briefing is not None:
        message = f"the title takes up too much of the {sheet.kind}: it has {len(sheet.topic)} characters"
        hint = f"shorten it to at most {_LONG_TITLE} characters; {_UNTIL_THEN}"
        return rule("D422").diagnostic(message, briefing.location_of("title"), hint)
    over = sorted(
        ((part, number) for part, number in zip(sheet.parts, excess, strict=True) if number),
        key=lambda part_and_number: -part_and_number[1],
    )
    longest = over[0][0]
    parts_over = [f'"{part.name}" by {_words(number)}' for part, number in over]
    return rule("D422").diagnostic(
        f'the {sheet.kind} of "{sheet.topic}" is too long by {_words(sum(excess))}: {join_words(parts_over)}',
        _place(longest, places),
        f"shorten {'this text' if len(over) == 1 else 'these texts'} by that many words; {_UNTIL_THEN}",
        tuple(
            RelatedLocation(f"too long by {_words(number)}", place)
            for part, number in over[1:]
            if (place := _place(part, places)) is not None
        ),
    )


def sheet_not_made(sheet: Sheet, refusal: str, places: Mapping[tuple[str, str], RawRecord]) -> Diagnostic:
    """Return D423, located at the character that no font has if that is the reason."""
    letter = _LETTER.search(refusal)
    if letter is None:
        return rule("D423").diagnostic(
            f'the {sheet.kind} of "{sheet.topic}" cannot be made: {refusal}',
            _place(sheet.parts[0], places),
            f"report this to the people who maintain the generator; {_UNTIL_THEN}",
        )
    return rule("D423").diagnostic(
        f'the {sheet.kind} of "{sheet.topic}" cannot be made: its fonts have no "{letter[1]}"',
        _find_character(letter[1], sheet, places),
        f"write it in words, or leave it out; {_UNTIL_THEN}",
    )


def _find_character(letter: str, sheet: Sheet, places: Mapping[tuple[str, str], RawRecord]) -> Location | None:
    """Return the first place of a character in the paper's own records."""
    records = dict.fromkeys((("briefing", sheet.briefing_id), *(part.record for part in sheet.parts)))
    raws = [places[record] for record in records if record in places]
    return next((raw.find(letter) for raw in raws if letter in raw.source.text), _place(sheet.parts[0], places))


def _place(part: SheetSection, places: Mapping[tuple[str, str], RawRecord]) -> Location | None:
    raw = places.get(part.record)
    return raw.location_of(*part.path) if raw is not None else None


def _words(number: int) -> str:
    return f"{number} word" + ("" if number == 1 else "s")

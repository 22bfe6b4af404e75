"""Checks for harmful language: how suicide is described, and words that blame or label people who were harmed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.model import RawRecord, Records, Source
from generator.model.publication import accepted_key
from generator.validate.rules.harmful_language.matcher import Match, find_harmful_wording
from generator.validate.rules.harmful_language.public_texts import PublicText, find_public_texts
from generator.validate.rules.unused_acceptances import unused_acceptances
from generator.validate.text_locations import body_location, page_text

_CODES: Final = ("P640", "P641", "P642", "P643", "P644")


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P640 to P644 for every text that readers may see, drafts too, unless its record accepts the words.

    Yield P633 for accepted words that do not occur. Quoted text is not checked, except for P641.
    """
    needed: set[tuple[str, str, str]] = set()
    for text in find_public_texts(records):
        for match in find_harmful_wording(text.text, text.about):
            key = accepted_key(match.wording.code, match.words)
            if key in text.accepted:
                needed.add((text.raw.file, *key))
            else:
                yield _to_diagnostic(match, _place(text.raw, text, match))
    yield from unused_acceptances(records, _CODES, needed)
    for page in records.pages:
        written = page_text(page)
        for match in find_harmful_wording(written):
            yield _to_diagnostic(match, _find(page.source, match, body_location(page)))


def _to_diagnostic(found: Match, place: Location) -> Diagnostic:
    return rule(found.wording.code).diagnostic(found.message, place, found.hint)


def _place(raw: RawRecord, text: PublicText, found: Match) -> Location:
    return _find(raw.source, found, raw.location_of(*text.path))


def _find(source: Source, found: Match, start: Location) -> Location:
    """Return the location of the words at or after `start`, with any line breaks; `start` if they are not found."""
    lines = source.text.split("\n", (start.line or 1) - 1)
    beginning = len(source.text) - len(lines[-1])
    words = re.compile(r"\s+".join(map(re.escape, found.words.split())), re.IGNORECASE)
    match = words.search(source.text, beginning)
    return start if match is None else replace(source.at_offset(match.start()), path=start.path)

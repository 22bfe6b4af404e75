"""Checks that the entries of a content note are what readers should see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, Location, did_you_mean, rule
from generator.model import Records, Vocabulary

_ID: Final = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)+")
_MARKUP: Final = re.compile(r"[*_`<>\[\]#|\\]")


def check_content_notes(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V341 for an entry that looks like the id of a harm and is none, and P671 for one that reads badly."""
    if records.vocabulary is None:
        return
    words = records.vocabulary.record
    for located in records.cases_briefings_notices:
        seen: set[str] = set()
        for index, entry in enumerate(located.record.content_note):
            place = located.raw.location_of("content_note", index)
            yield from _entry(entry, place, words)
            folded = entry.casefold()
            if folded in seen:
                yield rule("P671").diagnostic(f'"{entry}" is twice in the content note', place, "delete one of the two")
            seen.add(folded)


def _entry(entry: str, place: Location, words: Vocabulary) -> Iterator[Diagnostic]:
    if entry in words.harm or entry in words.theme:
        return
    if is_like_an_id(entry, words):
        hint = did_you_mean(entry.lower().replace("_", "-"), [*words.harm, *words.theme]) or (
            "write the id of a harm of content/vocabulary.yml, or words with spaces"
        )
        yield rule("V341").diagnostic(f'"{entry}" is not a harm or a theme, and readers would see it', place, hint)
    elif _MARKUP.search(entry):
        hint = "write plain words, as inside a sentence: abuse at home"
        yield rule("P671").diagnostic(f'"{entry}" has marks in it that readers would see', place, hint)
    elif entry.endswith((".", ",", ";", ":")):
        hint = f"write it without the last mark: {entry.rstrip('.,;: ')}"
        yield rule("P671").diagnostic(f'"{entry}" ends like a sentence; the page adds the rest of it', place, hint)


def is_like_an_id(entry: str, words: Vocabulary) -> bool:
    """Return True for `adult-phisical-abuse`. A word with a hyphen may be plain English: `self-harm`, `drink-driving`.

    So one hyphen is a sign only if a harm or theme is nearly the same.
    """
    if _ID.fullmatch(entry) is None:
        return False
    several = len(re.findall("[-_]", entry)) > 1 or "_" in entry
    return several or did_you_mean(entry.lower(), [*words.harm, *words.theme]) is not None

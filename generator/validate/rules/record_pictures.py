"""Checks the pictures of records: each can be shown, is described in words, and is not too large to load."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.markdown import join_words
from generator.model import FileInfo, Records
from generator.model.published_document import size_in_words
from generator.model.record_picture import SHOWN, RecordPicture

_LARGE_BYTES: Final = 2_000_000
_SAYS_NOTHING: Final = re.compile(
    r"(?:an? |the )?(?:image|picture|photo|photograph|graphic|logo|alt(?: text)?|img|dsc|screenshot)[ _-]*\d*\.?",
    re.IGNORECASE,
)


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield D491, D492 and D493."""
    for located in records.cases_briefings_notices:
        for index, picture in enumerate(located.record.pictures):
            at = located.raw.location_of
            facts = records.files.get((located.raw.file, picture.file))
            problem = _problem(picture, facts)
            if problem is not None:
                message, hint = problem
                yield rule("D491").diagnostic(message, at("pictures", index, "file"), hint)
            elif facts is not None and facts.size_bytes > _LARGE_BYTES:
                message = f'"{picture.file}" has {size_in_words(facts.size_bytes)}, which takes long to load on a phone'
                hint = "save it again 1,600 pixels wide, or as WebP"
                yield rule("D493").diagnostic(message, at("pictures", index, "file"), hint)
            if _says_nothing(picture):
                message = f'the text for people who cannot see the picture says nothing: "{picture.alt}"'
                hint = "write what it shows, as you would say it on the telephone"
                yield rule("D492").diagnostic(message, at("pictures", index, "alt"), hint)


def _problem(picture: RecordPicture, facts: FileInfo | None) -> tuple[str, str] | None:
    """Return why a picture cannot be shown, and what to do; None if it can."""
    name = picture.file
    if facts is None or facts.problem is not None:
        problem = facts.problem if facts is not None else "missing"
        if problem == "missing":
            there = f"; the folder has {facts.detail}" if facts is not None and facts.detail else ""
            return f'there is no picture "{name}" next to the record', f"copy the file there{there}"
        detail = facts.detail if facts is not None else ""
        return f'the picture "{name}" cannot be used: {detail}', "copy the file next to the record"
    if facts.too_large:
        return f'"{name}" has {facts.too_large}, more than can be checked', "save it again, 1,600 pixels wide"
    if PurePosixPath(name).suffix.lower() not in SHOWN or facts.holds or facts.picture_size is None:
        is_what = f" is {facts.holds}" if facts.holds else " is not a picture in JPEG, PNG or WebP format"
        return f'"{name}"{is_what}', "save or export it as JPEG, PNG or WebP"
    if facts.kept:
        message = f'the copy of "{name}" for readers would still have {join_words(facts.kept)}'
        return message, "export it again as PNG, without properties"
    return None


def _says_nothing(picture: RecordPicture) -> bool:
    stem = PurePosixPath(picture.file).stem
    words = picture.alt.strip()
    return bool(_SAYS_NOTHING.fullmatch(words)) or words.lower() in (stem.lower(), picture.file.lower())

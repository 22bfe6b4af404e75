"""Finds paragraphs in another script than Latin, such as Arabic or Bengali."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.system import LazyPattern

_SCRIPTS: Final = (
    (
        "Arabic",
        "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
        ("ar", "ur", "fa", "ps", "ku"),
    ),
    ("Hebrew", "\u0590-\u05ff\ufb1d-\ufb4f", ("he", "yi")),
    ("Cyrillic", "\u0400-\u052f", ("uk", "ru", "bg", "sr", "mk", "be", "kk", "mn")),
    ("Greek", "\u0370-\u03ff\u1f00-\u1fff", ("el",)),
    ("Armenian", "\u0530-\u058f", ("hy",)),
    ("Devanagari", "\u0900-\u097f", ("hi", "ne", "mr")),
    ("Bengali", "\u0980-\u09ff", ("bn", "as")),
    ("Gurmukhi", "\u0a00-\u0a7f", ("pa",)),
    ("Gujarati", "\u0a80-\u0aff", ("gu",)),
    ("Tamil", "\u0b80-\u0bff", ("ta",)),
    ("Telugu", "\u0c00-\u0c7f", ("te",)),
    ("Kannada", "\u0c80-\u0cff", ("kn",)),
    ("Malayalam", "\u0d00-\u0d7f", ("ml",)),
    ("Sinhala", "\u0d80-\u0dff", ("si",)),
    ("Thai", "\u0e00-\u0e7f", ("th",)),
    ("Georgian", "\u10a0-\u10ff", ("ka",)),
    ("Ethiopic", "\u1200-\u139f", ("am", "ti")),
    ("Korean", "\u1100-\u11ff\uac00-\ud7af", ("ko",)),
    ("Japanese", "\u3040-\u30ff", ("ja",)),
    ("Chinese", "\u3400-\u4dbf\u4e00-\u9fff", ("zh", "yue", "ja")),
)
_RIGHT_TO_LEFT: Final = frozenset({"Arabic", "Hebrew"})
_PATTERNS: Final = tuple((name, LazyPattern(f"[{letters}]"), tags) for name, letters, tags in _SCRIPTS)
_ANY: Final = LazyPattern("[" + "".join(letters for _, letters, _ in _SCRIPTS) + "]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_RTL_LETTER: Final = LazyPattern(
    "[" + "".join(letters for name, letters, _ in _SCRIPTS if name in _RIGHT_TO_LEFT) + "]"
)
_LETTERS_OF_A_SENTENCE: Final = 6


@dataclass(frozen=True, slots=True)
class OtherScript:
    """A paragraph that is mostly in another script."""

    paragraph: str
    script: str
    """Its name in English: `Arabic`."""

    languages: tuple[str, ...]
    """Tags of languages that are written in it; the most likely first."""

    is_right_to_left: bool


def other_scripts(text: str) -> Iterator[OtherScript]:
    """Yield each paragraph of a text of which at least half of the letters belong to another script."""
    if text.isascii() or not _ANY.search(text):
        return
    for paragraph in re.split(r"\n[ \t]*\n", text):
        letters = len(_LETTER.findall(paragraph))
        for name, pattern, tags in _PATTERNS:
            count = len(pattern.findall(paragraph))
            if count >= _LETTERS_OF_A_SENTENCE / (3 if name in ("Chinese", "Japanese", "Korean") else 1) and (
                count * 2 >= letters
            ):
                yield OtherScript(paragraph.strip(), name, tags, name in _RIGHT_TO_LEFT)
                break


def reads_from_the_right(text: str) -> bool:
    """Return True if most letters of a text are written from right to left."""
    count = len(_RTL_LETTER.findall(text))
    return count > 0 and count * 2 > len(_LETTER.findall(text))


def has_right_to_left(text: str) -> bool:
    """Return True if a text has a letter that is written from right to left."""
    return not text.isascii() and _RTL_LETTER.search(text) is not None

"""How old a reader has to be to read a text with ease, as far as a formula can tell.

The Flesch-Kincaid grade (Kincaid and others, 1975), from the words of a sentence and the syllables of a word, and five
years more: the age at which a child enters that grade. A rule of thumb: it knows long words and long sentences, not
hard thoughts. docs/decisions/0013-reading-age.md tells why the syllables are counted here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from generator.markdown.commonmark import TEXTS_AT_MOST

YOUNGEST: Final = 5
OLDEST: Final = 16
"""Up to here a summary is left alone. Nine is the aim of GOV.UK; the words of this field cost some years."""

_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_SENTENCE_ENDS: Final = re.compile(r"[.!?]+(?=\s|$)")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_SAID_APART: Final = re.compile(r"ia[^nl]|ia$|io[^nu]|ie[rt]|[lr]ious|eat[eiu]|[^gq]u[ai]d?[lt]|ism$|yi")
"""Vowels side by side that are two syllables: `area`, `create`, `actual`."""

_SILENT: Final = re.compile(
    r"(?:[^aeiouyl]|[aeiou]l)e$|[^aeioucgsxzhl]es$|[^aeioutd]ed$"
    r"|[^aeiouyl]e(?:ful|less|ly|ment|ness|guard|work|thing|times)"
)
"""An `e` that is not heard: `made`, `notes`, `asked`, `useful`; but `table`, `places`, `wanted`."""


@lru_cache(TEXTS_AT_MOST)
def estimate_reading_age(text: str) -> int:
    """In whole years; `YOUNGEST` for the easiest texts, and for one without words."""
    words = _WORD.findall(text.lower())
    if not words:
        return YOUNGEST
    sentences = max(1, len(_SENTENCE_ENDS.findall(text)))
    grade = 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return max(YOUNGEST, round(grade + 5))


@lru_cache(TEXTS_AT_MOST)
def syllables(word: str) -> int:
    """Of a word in small letters; 1 for a number and for letters that are said one by one."""
    said = word.replace("\u2019", "'").removesuffix("'s")
    heard = len(_VOWELS.findall(said)) + len(_SAID_APART.findall(said)) - len(_SILENT.findall(said))
    return max(1, heard)

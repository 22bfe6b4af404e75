"""Estimates the age at which a reader can read a text easily.

The age is the Flesch-Kincaid grade (Kincaid and others, 1975) plus five years, the age at which a child enters that
grade. The grade depends on the words in a sentence and the syllables in a word. It measures long words and long
sentences, not difficult ideas. docs/decisions/0013-reading-age.md explains why the syllables are counted here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from generator.markdown.commonmark import MAX_CACHED_TEXTS

YOUNGEST: Final = 5
OLDEST: Final = 16
"""The highest age of a summary that is not reported. GOV.UK aims at nine; the terms of this field add some years."""

_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_SENTENCE_ENDS: Final = re.compile(r"[.!?]+(?=\s|$)")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_TWO_SYLLABLES: Final = re.compile(r"ia[^nl]|ia$|io[^nu]|ie[rt]|[lr]ious|eat[eiu]|[^gq]u[ai]d?[lt]|ism$|yi")
"""Adjacent vowels that are two syllables: `area`, `create`, `actual`."""

_SILENT: Final = re.compile(
    r"(?:[^aeiouyl]|[aeiou]l)e$|[^aeioucgsxzhl]es$|[^aeioutd]ed$"
    r"|[^aeiouyl]e(?:ful|less|ly|ment|ness|guard|work|thing|times)"
)
"""A silent `e`: `made`, `notes`, `asked`, `useful`, but not `table`, `places`, `wanted`."""


@lru_cache(MAX_CACHED_TEXTS)
def estimate_reading_age(text: str) -> int:
    """Return the reading age in whole years; `YOUNGEST` for the easiest texts, and for a text without words."""
    words = _WORD.findall(text.lower())
    if not words:
        return YOUNGEST
    sentences = max(1, len(_SENTENCE_ENDS.findall(text)))
    grade = 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return max(YOUNGEST, round(grade + 5))


@lru_cache(MAX_CACHED_TEXTS)
def syllables(word: str) -> int:
    """Return the number of syllables of a lower-case word; 1 for a number and for an abbreviation."""
    spoken = word.replace("\u2019", "'").removesuffix("'s")
    count = len(_VOWELS.findall(spoken)) + len(_TWO_SYLLABLES.findall(spoken)) - len(_SILENT.findall(spoken))
    return max(1, count)

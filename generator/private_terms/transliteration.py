"""Other spellings of a name: German umlauts in two letters, and Cyrillic letters in Latin ones."""

# ruff: noqa: RUF001 - the table has Cyrillic letters
from __future__ import annotations

import re
from typing import Final

_UMLAUTS: Final = {
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "Ä": "Ae",
    "Ö": "Oe",
    "Ü": "Ue",
    "ø": "oe",
    "Ø": "Oe",
    "å": "aa",
    "Å": "Aa",
}
_UMLAUT: Final = re.compile("[" + "".join(_UMLAUTS) + "]")
_COMBINED: Final = re.compile("([aouAOU])\u0308")
_CYRILLIC: Final = re.compile("[\u0400-\u052f]")
CYRILLIC_WORD: Final = re.compile("[\u0400-\u052f'\u2019\u02bc-]+")
_LATIN: Final = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "e", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
    "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c",
    "џ": "dz",
}  # fmt: skip
_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("w", "v"), ("kh|ch(?=r)", "h"), ("x", "ks"), ("cz|tch", "ch"), ("c(?!h)", "k"), ("[yij]+(?=[aeou])", ""),
        ("[yij]+", "i"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


def with_umlauts_written_out(text: str) -> str:
    """Return `Mueller` for `Müller`. The text is returned as it is if it has no such letter."""
    return _UMLAUT.sub(lambda letter: _UMLAUTS[letter[0]], _COMBINED.sub(_composed, text))


def _composed(match: re.Match[str]) -> str:
    return {"a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü"}[match[1]]


def has_cyrillic(text: str) -> bool:
    """Return True if a text has a Cyrillic letter."""
    return _CYRILLIC.search(text) is not None


def in_latin(text: str) -> str:
    """Return a text with each Cyrillic letter in its usual Latin spelling. A word keeps its capital."""

    def latin(match: re.Match[str]) -> str:
        small = match[0].lower()
        spelt = _LATIN.get(small, small)
        return spelt if small == match[0] else spelt.capitalize()

    return _CYRILLIC.sub(latin, text)


def sounds_of(word: str) -> str:
    """Return a spelling in which the usual transliterations of one name agree: `Dmitriy` and `Dmitri`."""
    sounds = word.casefold()
    for pattern, sound in _SOUNDS:
        sounds = pattern.sub(sound, sounds)
    return sounds


def spellings_in_a_list(text: str) -> tuple[str, ...]:
    """Return the text of a term as it is listed, with umlauts written out, and in Latin letters."""
    if text.isascii():
        return (text,)
    latin = in_latin(text) if has_cyrillic(text) else text
    return tuple(dict.fromkeys((text, with_umlauts_written_out(text), latin)))

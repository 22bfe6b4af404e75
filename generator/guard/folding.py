"""One spelling for all that a reader takes for the same: without accents, ligatures, hidden characters, kinds of hyphen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

BREAK: Final = "|"
"""Stands in a stream where a sentence ends: no name goes on after it."""

_COMMON: Final = {
    "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00b4": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ",
    "\u2013": "-", "\u2014": " - ", "\u2010": "-", "\u2011": "-", "\u00b7": " ", "\u2026": "... ", "\u00a3": " ",
    "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "", "\x00": "",
}  # fmt: skip
"""Replaced one by one, which is quicker than a table for what most texts hold."""

_LETTERS: Final = {
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "æ": "ae",
    "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ß": "ss", "ẞ": "SS", "ı": "i", "ħ": "h", "Ħ": "H", "ŋ": "n",
    # Letters of other scripts that look the same.
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "х": "x", "у": "y", "і": "i", "ј": "j", "ѕ": "s", "һ": "h",
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T", "Х": "X",
    "І": "I", "Ј": "J", "Ѕ": "S", "ο": "o", "Α": "A", "Β": "B", "Ε": "E", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M",
    "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Χ": "X", "Ζ": "Z",
}  # fmt: skip

_BROKEN_WORD: Final = re.compile("[\u00ad\ufffe][ \t]*\r?\n[ \t]*|[\u00ad\ufffe]")
_SHORTENED: Final = tuple(f" {each}." for each in ("st", "rd", "mr", "mrs", "ms", "dr", "ave", "cl", "ln", "cres", "no"))
_SEPARATORS: Final = {number: " " for number in range(128) if not chr(number).isalnum() and chr(number) not in "|'"}
_SEPARATORS[ord("'")] = " ' "


class _Table(dict[int, str | None]):
    """What becomes of a character that is not ASCII, worked out when it first turns up."""

    def __missing__(self, number: int) -> str | None:
        character = chr(number)
        kind = unicodedata.category(character)
        made: str | None = character
        if character in _LETTERS:
            made = _LETTERS[character]
        elif kind in ("Mn", "Me", "Cf"):
            made = None
        elif not character.isalnum():
            made = " "
        self[number] = made
        return made


_TABLE: Final = _Table({number: chr(number) for number in range(128)})


def folded(text: str) -> str:
    """A text in plain letters, capitals and line breaks as they were; a word broken by a soft hyphen is whole again."""
    if text.isascii():
        return text.replace("\x00", "") if "\x00" in text else text
    if "\u00ad" in text or "\ufffe" in text:
        text = _BROKEN_WORD.sub("", text)
    for character, plain in _COMMON.items():
        text = text.replace(character, plain)
    if text.isascii():
        return text
    return unicodedata.normalize("NFKD", text).translate(_TABLE)


def stream(text: str) -> str:
    """The words of a folded text in small letters, a space before and after each, `|` where a sentence ends."""
    joined = f" {' '.join(text.casefold().split())} "
    if "|" in joined:
        joined = joined.replace("|", " ")
    for each in _SHORTENED:
        joined = joined.replace(each, each[:-1] + " ")
    joined = joined.replace('." ', " | ").replace(". ", " | ").replace("! ", " | ").replace("? ", " | ")
    return f" {' '.join(joined.translate(_SEPARATORS).split())} "


_CAMEL: Final = re.compile(r"[A-Za-z]*[a-z][A-Z][A-Za-z]*")
_HUMPS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WITH_DIGITS: Final = re.compile(r"(?:[A-Za-z'-]+ )?\w*(?:[A-Za-z]{3}_?[0-9]|[0-9]_?[A-Za-z]{3})\w*(?: [A-Za-z'-]+)?")
_DIGITS: Final = re.compile(r"[0-9_]+")
_SPACED_OUT: Final = re.compile(r"(?<![A-Za-z])(?:[A-Za-z][ .*_\t-]{1,3}){3,}[A-Za-z](?![A-Za-z])")
_BROKEN: Final = re.compile(r"([^\n]{0,60}\w)-[ \t]*\r?\n\s*(\w[^\n]{0,60})")
_MIDDLE: Final = re.compile(r"\b([A-Z][\w'-]+),?\s+(?:[A-Z](?:\.\s*|\s+)){1,2}([A-Z][\w'-]+)")


def other_readings(text: str) -> str:
    """What a folded text says besides: words that are joined, spaced out or broken between lines, a middle initial left
    out. One text, its pieces apart."""
    return " . ".join(dict.fromkeys(_pieces(text)))


def _pieces(text: str) -> Iterator[str]:
    for each in set(_CAMEL.findall(text)):
        yield _HUMPS.sub(" ", each)
    for each in set(_WITH_DIGITS.findall(text)):
        yield _DIGITS.sub(" ", each)
        yield _HUMPS.sub(" ", _DIGITS.sub(" ", each))
    for each in _SPACED_OUT.findall(text):
        yield re.sub(r"[^A-Za-z]", "", each)
    if "-\n" in text or "-\r" in text or "- \n" in text:
        for before, after in _BROKEN.findall(text):
            yield before + after
    for first, last in _MIDDLE.findall(text):
        yield f"{first} {last}"

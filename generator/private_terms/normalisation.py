"""Normalises texts that look alike to one spelling: accents, ligatures, hidden characters, kinds of hyphen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

BREAK: Final = "|"
"""Marks the end of a sentence in a word stream: no name continues after it."""

_COMMON: Final = {
    "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00b4": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ",
    "\u2013": "-", "\u2014": " - ", "\u2010": "-", "\u2011": "-", "\u00b7": " ", "\u2026": "... ", "\u00a3": " ",
    "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "", "\x00": "",
}  # fmt: skip
"""Characters that are replaced one by one. For most texts this is faster than a table."""

_OTHER_SCRIPTS: Final = (
    "\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456\u0458\u0455\u04bb\u0410\u0412\u0415\u041a\u041c"
    "\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u0408\u0405\u03bf\u0391\u0392\u0395\u0397\u0399\u039a"
    "\u039c\u039d\u039f\u03a1\u03a4\u03a7\u0396"
)
_LETTERS: Final = {
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ð": "d",
    "Ð": "D",
    "þ": "th",
    "Þ": "Th",
    "æ": "ae",
    "Æ": "Ae",
    "œ": "oe",
    "Œ": "Oe",
    "ß": "ss",
    "ẞ": "SS",
    "\u0131": "i",
    "ħ": "h",
    "Ħ": "H",
    "ŋ": "n",
    # Letters of Cyrillic and Greek that look like Latin letters.
    **dict(zip(_OTHER_SCRIPTS, "aeopcxyijshABEKMHOPCTXIJSoABEHIKMNOPTXZ", strict=True)),
}

_BROKEN_WORD: Final = re.compile("[\u00ad\ufffe][ \t]*\r?\n[ \t]*|[\u00ad\ufffe]")
_SHORTENED: Final = tuple(
    f" {each} | " for each in ("st", "rd", "mr", "mrs", "ms", "dr", "ave", "cl", "ln", "cres", "no")
)
"""Words after which a full stop does not end a sentence."""
_SEPARATORS: Final = {number: " " for number in range(128) if not chr(number).isalnum() and chr(number) not in "|'"}
_SEPARATORS[ord("'")] = " ' "


class _Table(dict[int, str | None]):
    """Maps each character that is not ASCII to its replacement, computed when the character first appears."""

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


def normalise(text: str) -> str:
    """Return a text in plain letters. Capitals and line breaks are kept, and words with soft hyphens are joined."""
    if text.isascii():
        return text.replace("\x00", "") if "\x00" in text else text
    if "\u00ad" in text or "\ufffe" in text:
        text = _BROKEN_WORD.sub("", text)
    for character, plain in _COMMON.items():
        text = text.replace(character, plain)
    if text.isascii():
        return text
    return unicodedata.normalize("NFKD", text).translate(_TABLE)


def to_word_stream(text: str) -> str:
    """Return the words of a normalised text in lower case, with spaces around each, and `|` at sentence ends."""
    joined = f" {' '.join(text.casefold().split())} "
    if "|" in joined:
        joined = joined.replace("|", " ")
    joined = joined.replace('." ', " | ").replace(". ", " | ").replace("! ", " | ").replace("? ", " | ")
    words = f" {' '.join(joined.translate(_SEPARATORS).split())} "
    if BREAK in words:
        for each in _SHORTENED:
            words = words.replace(each, each[:-2])
    return words


_HUMPS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_DIGITS: Final = re.compile(r"[0-9_]+")
_JOINED: Final = re.compile(r"[a-z][A-Z]|[A-Z]{3}[a-z]{2}|[A-Za-z]{3}[^A-Za-z]?[0-9]|[0-9][^A-Za-z]?[A-Za-z]{3}")
_SPACED_OUT: Final = 4
"""Minimum number of single letters in a row that make a spaced-out word."""

_MIXED: Final = re.compile(r"[^\W\d_][013457]+[^\W\d_]|^[0135][^\W\d_]{2}|[^\W\d_]{2}[0135]$")
_BROKEN: Final = re.compile(r"(?<=\w)-[ \t]*\r?\n\s*(?=\w)")
_BESIDE: Final = 60
"""Number of characters on each side of a broken word that may belong to the same name."""


class WordSplitter:
    """Collects the distinct words of all texts so far. Each joined word is split once."""

    def __init__(self) -> None:
        self.plain: set[str] = set()
        """Words without joined parts, with their capitals."""

        self._joined: dict[str, str] = {}
        self.words: set[str] = set()
        """All words of the last text, separated by spaces only."""

        self.unusual: set[str] = set()
        """Those of the last text that are joined, or that mix letters and digits."""

    def apart(self, clean: str) -> set[str]:
        """Return the joined words of a normalised text, split: `JohnSmith` as `John Smith`, `john2` as `john`."""
        self.words = set(clean.split())
        words = self.words - self.plain
        found = set()
        for word in words:
            if word in self._joined:
                found.add(self._joined[word])
            elif _JOINED.search(word) and len(word) < _LONGEST_WORD:
                bare = _DIGITS.sub(" ", word)
                made = f"{_HUMPS.sub(' ', word)} . {bare} . {_HUMPS.sub(' ', bare)}"
                found.add(self._joined.setdefault(word, made))
            elif _MIXED.search(word):
                self._joined[word] = word
            else:
                self.plain.add(word)
        self.unusual = words - self.plain
        return found


_LONGEST_WORD: Final = 2_000


def alternative_spellings(
    clean: str, tokens: list[str], letters: list[int], known: WordSplitter, forenames: frozenset[str]
) -> set[str]:
    """Return other readings of a text: joined, spaced-out and broken words repaired, middle initials left out.

    `clean` is the normalised text, `tokens` are the words of its stream, and `letters` are the places of those with one
    letter. Initials are left out after `forenames`.
    """
    pieces = known.apart(clean)
    if len(letters) >= _SPACED_OUT:
        pieces.update(_spaced_out(tokens, letters))
    pieces.update(_without_initials(tokens, letters, forenames))
    if "-\n" in clean or "-\r" in clean or "- \n" in clean:
        for place in _BROKEN.finditer(clean):
            before = clean[max(0, place.start() - _BESIDE) : place.start()].rpartition("\n")[2]
            after = clean[place.end() : place.end() + _BESIDE].partition("\n")[0]
            pieces.add(before + after)
    return pieces


def _spaced_out(tokens: list[str], letters: list[int]) -> Iterator[str]:
    """Yield runs of single letters as words. The first and the last letter may also be separate words."""
    run: list[int] = []
    for place in (*letters, -1):
        if run and place == run[-1] + 1:
            run.append(place)
            continue
        if len(run) >= _SPACED_OUT:
            word = "".join(tokens[each] for each in run)
            yield from (word, word[1:], word[:-1], word[1:-1])
        run = [place]


def _without_initials(tokens: list[str], letters: list[int], forenames: frozenset[str]) -> Iterator[str]:
    """Yield `john smith` for `john a | smith`, if the first word is a forename that is searched for."""
    for place in letters:
        if place and tokens[place - 1] in forenames:
            rest = [token for token in tokens[place : place + 5] if len(token) > 1]
            if rest:
                yield f"{tokens[place - 1]} {rest[0]}"

"""Reads a text in other ways, so that a name is found in spite of its disguise.

Titles and initials are left out, words that a line or page break splits are joined, digits that look like letters are
read as letters, and Cyrillic names are read in Latin letters. A reading is added only to a text that has the disguise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.private_terms.name_variants import spellings_of, units_of
from generator.private_terms.name_words import TITLES
from generator.private_terms.normalisation import WordSplitter, normalise
from generator.private_terms.term import Term
from generator.private_terms.text_extraction.page_breaks import join_at_break
from generator.private_terms.transliteration import (
    CYRILLIC_WORD,
    has_cyrillic,
    in_latin,
    sounds_of,
    spellings_in_a_list,
    with_umlauts_written_out,
)

_SHORTEST: Final = 5
"""Minimum number of letters in a name that is recognised by its parts or by digits in place of letters."""

_BESIDE: Final = 60
"""Number of characters on each side of a break that may belong to a name."""

_WRITTEN_TITLES: Final = frozenset(
    written for title in TITLES for written in (title.capitalize(), title.upper()) if title not in ("fr", "sr", "di")
)
_TITLE: Final = "|".join(sorted(_WRITTEN_TITLES, key=len, reverse=True))
_WITH_TITLE: Final = re.compile(
    rf"([^\W\d_][\w'-]*(?: [\w'-]+)?)(,?)\s+\(?(?:{_TITLE})(?!\w)\.?\)?,?\s+((?:[\w'-]+\s+)?[^\W\d_][\w'-]*)"
)
_TITLE_WORDS: Final = frozenset(
    f"{before}{title}{after}"
    for title in _WRITTEN_TITLES
    for before in ("", "(")
    for after in ("", ".", ")", ".)", "),")
)
_INITIALS: Final = re.compile(
    r"(?<![\w.'])([A-Z])(?:\.\s?|\s)(?:[A-Z](?:\.\s?|\s)){1,3}([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)"
)
_INITIALS_BEHIND: Final = re.compile(r"([A-Z][\w'-]+),\s?([A-Z])(?:\.\s?|\s)(?:[A-Z](?:\.|(?![\w']))\s?){1,3}")
_PAGE_BREAK: Final = re.compile(
    r"\n\s*(?:[Pp]age\s+)?[0-9]{1,4}(?:\s*(?:of|/)\s*[0-9]{1,4})?[ \t]*\n\s*|\s*\f\s*(?:[0-9]{1,4}[ \t]*\n\s*)?"
)
_NUMBER_LINE: Final = re.compile(r"\n[ \t]*(?:[Pp]age\s+)?[0-9]{1,4}(?:\s*(?:of|/)\s*[0-9]{1,4})?[ \t\r]*\n")
_SPLIT_WORD: Final = re.compile(r"([^\W\d_]{2,})[ \t]*\r?\n[ \t]*([a-z]{2,})")
_LOOKALIKES: Final = str.maketrans("0134578i|!$@", "oleastbllisa")
"""Digits and signs in place of letters. The letters i and l are one, because the digit 1 stands for both."""

_PARTS: Final = re.compile(r"[^\w|!$@]+|_")


class AlternativeReadings:
    """The other readings of texts, for the names of one list."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Take `terms`, the entries of the kind `name` and `nickname`."""
        terms = tuple(terms)
        units = {
            spelling.replace(" ", "").replace("'", "")
            for term in terms
            for text in spellings_in_a_list(term.text)
            for unit in units_of(normalise(text))
            for spelling in spellings_of(unit)
        }
        self._long = frozenset(unit for unit in units if len(unit) >= _SHORTEST)
        parts = {
            part
            for term in terms
            for part in normalise(term.text).casefold().replace("-", " ").replace("'", " ").split()
        }
        self._by_look = {_look(unit): unit for unit in sorted(units | parts) if len(unit) > 2}
        self._by_sound = {sounds_of(unit): unit for unit in sorted(units) if len(unit) > 2}
        self._disguised: dict[str, str] = {}
        self._checked: set[str] = set()

    def read(self, text: str, clean: str, known: WordSplitter, is_name: bool, has_initials: bool) -> Iterator[str]:
        """Yield other readings of a text. `clean` is the normalised text, `known` has its words.

        `has_initials` is True if the text has two single letters next to each other.
        """
        if not text.isascii():
            yield from self._in_other_letters(text)
        if not _TITLE_WORDS.isdisjoint(known.words):
            yield from (f"{each[1]}{each[2]} {each[3]}" for each in _WITH_TITLE.finditer(clean))
        yield from self._without_disguise(clean, known.unusual)
        if is_name and "'" in clean:
            yield clean.replace("'", "")
        if is_name:
            return
        if has_initials:
            yield from (f"{each[1]}. {each[2]}" for each in _INITIALS.finditer(clean))
            yield from (f"{each[1]}, {each[2]}." for each in _INITIALS_BEHIND.finditer(clean))
        if "\f" in clean or _NUMBER_LINE.search(clean):
            yield from self._across_pages(clean)
        if "\n" in clean:
            yield from self._across_lines(clean)

    def _in_other_letters(self, text: str) -> Iterator[str]:
        written_out = with_umlauts_written_out(text)
        if written_out != text:
            yield normalise(written_out)
        if has_cyrillic(text):
            yield normalise(CYRILLIC_WORD.sub(self._latin, text))

    def _latin(self, match: re.Match[str]) -> str:
        latin = in_latin(match[0])
        for sounds in (sounds_of(latin), sounds_of(latin.replace("g", "h").replace("G", "H"))):
            if sounds in self._by_sound:
                return self._by_sound[sounds].capitalize()
        return latin

    def _without_disguise(self, clean: str, written: set[str]) -> Iterator[str]:
        """Yield the text with `Qui11feather` as `Quillfeather`, if it has such a word."""
        for word in written - self._checked:
            for part in _PARTS.split(word):
                meant = self._by_look.get(_look(part.casefold()))
                if meant is not None and not part.isalpha() and not part.isdigit():
                    self._disguised[word] = word.replace(part, meant.capitalize())
        self._checked |= written
        changed = clean
        for word in written & self._disguised.keys():
            changed = changed.replace(word, self._disguised[word])
        if changed is not clean:
            yield changed

    def _across_pages(self, clean: str) -> Iterator[str]:
        for place in _PAGE_BREAK.finditer(clean):
            before, after = clean[max(0, place.start() - _BESIDE) : place.start()], clean[place.end() :][:_BESIDE]
            yield join_at_break(before, after)

    def _across_lines(self, clean: str) -> Iterator[str]:
        """Yield the text around a name that is split at the end of a line without a hyphen."""
        for place in _SPLIT_WORD.finditer(clean):
            if (place[1] + place[2]).casefold() in self._long:
                before, after = clean[max(0, place.start() - _BESIDE) : place.start()], clean[place.end() :][:_BESIDE]
                yield f"{before}{place[1]}{place[2]}{after}"


def _look(word: str) -> str:
    return word.translate(_LOOKALIKES)

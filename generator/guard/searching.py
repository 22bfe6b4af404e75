"""All terms looked for at once (Aho and Corasick), and a second look where a form may mean something else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Final

from ahocorasick_rs import AhoCorasick

from generator.guard.days import days_in
from generator.guard.folding import Words, folded, other_readings, stream
from generator.guard.forms import Form, Sort, forms_of
from generator.guard.terms import Term, TermKind
from generator.prose.forenames import ALSO_WORDS

Lines = frozenset[int]
"""Terms, by their lines in the list."""

NOTHING: Final[Lines] = frozenset()


class Searcher:
    """Finds terms in texts, each in all its forms."""

    def __init__(self, terms: Iterable[Term]) -> None:
        meant: dict[Form, list[int]] = defaultdict(list)
        self._days: dict[date, list[int]] = defaultdict(list)
        forenames: set[str] = set()
        for term in terms:
            for form in forms_of(term):
                meant[form].append(term.line)
            if term.kind is TermKind.NAME:
                forenames.update(each for each in stream(folded(term.text)).split() if len(each) > 1)
            if term.kind is TermKind.DATE:
                for day in days_in(folded(term.text)):
                    self._days[day].append(term.line)
        self._meant = [(form, tuple(lines)) for form, lines in meant.items()]
        self._forenames = frozenset(forenames)
        self._automaton = AhoCorasick([f" {form.words} " for form, _ in self._meant])
        self._nothing_in: set[str] = set()
        self.known = Words()
        """The words of all texts so far."""

    def find(self, text: str, is_name: bool = False) -> Lines:
        """The terms that a text holds. `is_name`: it is the name of a file or a folder."""
        return self.read(text, is_name)[0]

    def read(self, text: str, is_name: bool = False) -> tuple[Lines, str]:
        """The same, and the words of the text as a stream."""
        clean = folded(text)
        words = stream(clean)
        found: set[int] = set()
        self._find_in(words, clean, is_name, found)
        others = other_readings(clean, words, self.known, self._forenames)
        if others:
            self._find_in(stream(others), others, is_name, found)
        if self._days:
            for day in days_in(clean) & self._days.keys():
                found.update(self._days[day])
        return frozenset(found), words

    def _find_in(self, words: str, clean: str, is_name: bool, found: set[int]) -> None:
        for number, _, _ in self._automaton.find_matches_as_indexes(words, overlapping=True):
            form, lines = self._meant[number]
            if not found.issuperset(lines) and _counts(form, clean, is_name):
                found.update(lines)

    def find_in_pieces(self, pieces: Iterable[str]) -> Lines:
        """The same for pieces of which many come again, as the heads of pages do. None goes on in the next."""
        new = [each for each in dict.fromkeys(pieces) if each not in self._nothing_in]
        if not new:
            return NOTHING
        found = self.find(" . \n".join(new))
        if not found:
            self._nothing_in.update(new)
        return found

    def places(self, pieces: Sequence[str], term: int, begin: int = 0) -> Iterator[int]:
        """The numbers of the pieces that hold a whole term, from `begin`: found by halving."""
        if not pieces or term not in self.find(" . \n".join(pieces)):
            return
        if len(pieces) == 1:
            yield begin
            return
        middle = len(pieces) // 2
        yield from self.places(pieces[:middle], term, begin)
        yield from self.places(pieces[middle:], term, begin + middle)


def _counts(form: Form, text: str, is_name: bool) -> bool:
    if form.sort is Sort.PLAIN:
        return True
    if form.sort is Sort.CAPITAL:
        return is_capital_inside(form.words, text) or (is_name and text.partition(".")[0].lower() == form.words)
    return _initials(form, is_name).search(text) is not None


_WORDS_BESIDE_A: Final = ALSO_WORDS | frozenset(
    [
        "child",
        "adult",
        "young",
        "baby",
        "person",
        "mother",
        "father",
        "parent",
        "sibling",
        "brother",
        "sister",
        "family",
        "partner",
        "boy",
        "girl",
        "man",
        "woman",
    ]
)
"""Surnames before or behind one letter that stand for somebody unnamed: `a child`, `Child A`."""


@cache
def _initials(form: Form, is_name: bool) -> re.Pattern[str]:
    """What `j smith` may look like: `J. Smith`, `J Smith`, `Smith, J`, `j.smith`, `j-smith`; never `a smith`."""
    words = [each for each in form.surname.split() if each != "'"]
    starts = form.starts
    unsure = starts[0] in "ai" or any(each in _WORDS_BESIDE_A for each in words)
    *before_last, last = words
    parts = [f"(?i:{re.escape(each)})" for each in before_last]
    name = r"[\s'-]*".join((*parts, f"{last[0].upper()}(?i:{re.escape(last[1:])})"))
    small = r"[\s'_-]*".join(map(re.escape, words))
    between = r"[-_.+]\s?" if not is_name else r"[-_.+\s]\s?"
    dots = r"\.?\s*".join(starts.upper())
    if form.surname_first:
        comma = r",\s*" if unsure else r"(?:,\s*|\s+)"
        joined = rf"(?<![A-Za-z0-9]){small}[-_.+]{between.join(starts)}(?![A-Za-z0-9'])"
        return re.compile(rf"(?<!\w){name}{comma}{dots}(?![\w'])|{'(?!)' if unsure else joined}")
    gap = r"\.\s*" if unsure else r"(?:\.\s*|\s+|(?=[A-Z]))"
    before = r"(?<![A-Za-z0-9._-])" if unsure else r"(?<![A-Za-z0-9])"
    joined = rf"{before}{between.join(starts)}{between}{small}(?![A-Za-z])"
    return re.compile(rf"(?<![\w'])(?<!\w[.-]){dots}{gap}{name}(?!\w)|{joined}")


_BEFORE_A_MONTH: Final = ("in", "of", "by", "on", "from", "since", "this", "last", "until", "early", "late")
_MONTHS: Final = frozenset({"april", "august", "june", "may"})
_GOES_ON: Final = (
    r"(?='s\b|\s+(?:was|is|had|has|said|told|lived|lives|went|moved|died|felt|asked|started|stopped|did|does|could"
    r"|would)\b)"
)


@cache
def _capital(word: str) -> re.Pattern[str]:
    spelt = rf"(?:{word.capitalize()}|{word.upper()})"
    after = r"(?!\w)"
    if word in _MONTHS:
        after = r"(?!\w)(?!\s+(?:\d|and\s|to\s|or\s))"
        before = "".join(rf"(?<!\b{each} )" for each in _BEFORE_A_MONTH) + r"(?<!\d )"
        return re.compile(rf"(?<=[\w,;)'\"-] ){before}{spelt}{after}|(?<!\w){spelt}{_GOES_ON}")
    return re.compile(
        rf"(?<=[\w,;)'\"-] ){spelt}{after}|(?<!\w){spelt}{_GOES_ON}|^\s*{spelt}\s*$|(?<=[\"'>]){spelt}(?=[\"'<])",
        re.MULTILINE,
    )


def is_capital_inside(word: str, text: str) -> bool:
    """True where a word that is a name as well stands as a name: with a capital, and not for starting a sentence."""
    return _capital(word).search(" ".join(text.split(" ")) if "\n" not in text else _one_gap(text)) is not None


def _one_gap(text: str) -> str:
    """Line breaks inside a sentence as spaces; those between paragraphs and after a sentence stay."""
    return re.sub(r"(?<=[\w,;])[ \t]*\r?\n[ \t]*(?=\w)", " ", text)

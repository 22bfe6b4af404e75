"""A second look at the capitals of a text, where a form of a term may mean something else."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from generator.guard.forms import Form, Sort
from generator.prose.forenames import ALSO_WORDS


def counts(form: Form, text: str, is_name: bool) -> bool:
    """True where a form that was found in the stream of a folded text means the term."""
    if form.sort is Sort.PLAIN:
        return True
    if form.sort is Sort.CAPITAL:
        return is_capital_inside(form.words, text) or (is_name and text.partition(".")[0].lower() == form.words)
    if form.sort is Sort.CAPITALS:
        return _capitals(form.words, is_name).search(text) is not None
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


_COMPOUNDS: Final = frozenset(
    {
        *("a-level", "b-road", "c-section", "d-day", "e-book", "e-card", "e-form", "e-learning", "e-mail", "e-safety"),
        *("k-pop", "t-junction", "t-shirt", "u-turn", "v-day", "v-neck", "x-ray", "x-rays", "y-front", "z-bed"),
    }
)
"""Words of one letter and another word: `x-ray` is not X. Ray."""


@cache
def _capitals(words: str, is_name: bool) -> re.Pattern[str]:
    """Ordinary words as a name: `Young Will`, `YOUNG, WILL`, `young-will`; never `a young will`."""
    parts = [each for each in words.split() if each != "'"]
    large = r"[\s,'-]+".join(rf"(?:{each.capitalize()}|{each.upper()})" for each in parts)
    small = (r"(?:[-_.+'\s]|,\s*)" if is_name else r"(?:[-_.+']|,\s*)").join(parts)
    return re.compile(rf"(?<!\w)(?:{large}|{small})(?!\w)")


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
    if f"{starts}-{last}" in _COMPOUNDS:
        joined = "(?!)"
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

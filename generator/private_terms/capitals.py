"""Checks the capitals in a text if a variant of a term may also be ordinary words."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from generator.markdown.forenames import ALSO_WORDS, VERBS_AFTER_A_NAME
from generator.private_terms.name_variants import MatchContext, NameVariant


def means_the_term(form: NameVariant, text: str, is_name: bool) -> bool:
    """Return True if a variant that was found in the word stream of a normalised text means the term."""
    if form.sort is MatchContext.PLAIN:
        return True
    if form.sort is MatchContext.CAPITAL:
        return is_capital_inside(form.words, text) or (is_name and text.partition(".")[0].lower() == form.words)
    if form.sort is MatchContext.CAPITALS:
        return _capitals(form.words, is_name).search(text) is not None
    if form.sort is MatchContext.STREET:
        return not is_name and _street(form.words).search(text) is not None
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
"""Words that appear next to a single letter in the name of an anonymous person: `a child`, `Child A`."""


_COMPOUNDS: Final = frozenset(
    {
        *("a-level", "b-road", "c-section", "d-day", "e-book", "e-card", "e-form", "e-learning", "e-mail", "e-safety"),
        *("k-pop", "t-junction", "t-shirt", "u-turn", "v-day", "v-neck", "x-ray", "x-rays", "y-front", "z-bed"),
    }
)
"""Words that a hyphen joins to a single letter: `x-ray` is not X. Ray."""


@cache
def _capitals(words: str, is_name: bool) -> re.Pattern[str]:
    """Return a pattern for ordinary words used as a name: `Young Will`, `YOUNG, WILL`; never `a young will`."""
    parts = [word for word in words.split() if word != "'"]
    large = r"[\s,'_-]+".join(rf"(?:{part.capitalize()}|{part.upper()})" for part in parts)
    small = (r"(?:[-_.+'\s]|,\s*)" if is_name else r"[-_.+']").join(parts)
    return re.compile(rf"(?<![^\W_])(?:{large}|{small})(?![^\W_])")


@cache
def _street(words: str) -> re.Pattern[str]:
    """Return a pattern for a street with capitals that is not in the address of another house."""
    parts = [word for word in words.split() if word != "'"]
    spelt = r"[\s'.-]*".join(rf"(?:{part.capitalize()}|{part.upper()})" for part in parts)
    return re.compile(rf"(?<!\w)(?<![0-9]\s)(?<![0-9][a-zA-Z]\s)(?<![0-9],\s){spelt}(?!\w)")


@cache
def _initials(form: NameVariant, is_name: bool) -> re.Pattern[str]:
    """Return a pattern for `j smith`: `J. Smith`, `J Smith`, `Smith, J`, `j.smith`, `j-smith`; never `a smith`."""
    words = [word for word in form.surname.split() if word != "'"]
    starts = form.starts
    unsure = starts[0] in "ai" or any(word in _WORDS_BESIDE_A for word in words)
    *before_last, last = words
    parts = [f"(?i:{re.escape(name)})" for name in before_last]
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
_PERSON_ACTS: Final = rf"(?='s\b|\s+(?:{VERBS_AFTER_A_NAME}|does)\b)"
"""A name goes on with a possessive or a verb that only a person can have as its subject."""


@cache
def _capital(word: str) -> re.Pattern[str]:
    spelt = rf"(?:{word.capitalize()}|{word.upper()})"
    after = r"(?!\w)"
    if word in _MONTHS:
        after = r"(?!\w)(?!\s+(?:\d|and\s|to\s|or\s))"
        before = "".join(rf"(?<!\b{word_before} )" for word_before in _BEFORE_A_MONTH) + r"(?<!\d )"
        return re.compile(rf"(?<=[\w,;)'\"-] ){before}{spelt}{after}|(?<!\w){spelt}{_PERSON_ACTS}")
    return re.compile(
        rf"(?<=[\w,;)'\"-] ){spelt}{after}|(?<!\w){spelt}{_PERSON_ACTS}|^\s*{spelt}\s*$|(?<=[\"'>]){spelt}(?=[\"'<])",
        re.MULTILINE,
    )


def is_capital_inside(word: str, text: str) -> bool:
    """Return True if the word is used as a name: it has a capital that is not the capital of a sentence start."""
    return _capital(word).search(" ".join(text.split(" ")) if "\n" not in text else _one_gap(text)) is not None


def _one_gap(text: str) -> str:
    """Replace line breaks inside a sentence by spaces. Keep those between paragraphs and after a sentence."""
    return re.sub(r"(?<=[\w,;])[ \t]*\r?\n[ \t]*(?=\w)", " ", text)

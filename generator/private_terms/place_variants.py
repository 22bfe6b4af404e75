"""The variants of a school, a placement or an address: abbreviations, numbers in words, parts left out. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product
from typing import Final

from generator.private_terms.name_words import STREETS, STREETS_OR_NAMES
from generator.private_terms.normalisation import to_word_stream

_MOST: Final = 400
"""Maximum number of variants of one part."""

_STREETS: Final = {
    "road": ("rd",), "street": ("st", "str"), "avenue": ("ave", "av"), "close": ("cl",), "lane": ("ln", "la"),
    "drive": ("dr", "drv"), "crescent": ("cres", "cr", "cresc"), "court": ("ct", "crt"), "gardens": ("gdns", "gdn"),
    "place": ("pl",), "terrace": ("ter", "terr", "tce"), "square": ("sq",), "grove": ("gr", "grv"), "park": ("pk",),
    "house": ("hse",), "saint": ("st",), "mount": ("mt",), "north": ("n",), "south": ("s",), "east": ("e",),
    "west": ("w",), "and": ("", "n"), "apartment": ("apt", "flat"), "flat": ("apt", "apartment"), "number": ("no", ""),
    "primary": ("pri", "prim"), "school": ("sch",), "junior": ("jnr", "jun"), "secondary": ("sec",),
}  # fmt: skip
_IN_FULL: Final = {short: full for full, shorts in _STREETS.items() for short in shorts if len(short) > 1}
_NUMBERS: Final = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_STREET_WORDS: Final = STREETS | STREETS_OR_NAMES | {"rd", "st", "ave", "ln", "cl", "cres", "gdns"}
_NUMBERED: Final = re.compile(
    r"^(?:(?:flat|apartment|apt|unit|room) \w+ )?[0-9]{1,4} ?[a-z]?(?: [0-9]{1,4}[a-z]?)? (?=[a-z]{2})"
)
_USUAL_STREETS: Final = frozenset(
    f"{name} {kind}"
    for kind in ("street", "road", "lane", "close", "avenue", "drive", "st", "rd", "ln", "ave")
    for name in (
        "high",
        "station",
        "main",
        "church",
        "park",
        "victoria",
        "green",
        "london",
        "mill",
        "new",
        "queens",
        "kings",
        "school",
        "chapel",
        "george",
        "manor",
        "west",
        "east",
        "north",
        "south",
        "albert",
        "king",
        "queen",
        "windsor",
        "springfield",
        "the",
        "grange",
        "grove",
        "york",
        "richmond",
        "stanley",
        "broad",
        "bridge",
        "market",
        "the green",
    )
)
"""Streets that many towns have: without a number they lead to nobody."""

_SCHOOL: Final = re.compile(
    r"^(st .+?|.+ s) (?:(?:c of e|ce|cofe|rc|catholic|church of england) )?"
    r"((?:primary|junior|infant|nursery|secondary|high|church)\b.*)$"
)
_CHURCHES: Final = ("c of e", "cofe", "ce", "rc", "catholic", "roman catholic", "church of england")
_POSTCODE: Final = re.compile(r"\b([a-z]{1,2}[0-9][0-9a-z]?) ?([0-9][a-z]{2})\b")


def place_spellings(text: str) -> Iterator[str]:
    """Yield a normalised place in each spelling: whole, and the street with its number without the town after it."""
    parts = _parts(text)
    for whole in dict.fromkeys((" ".join(parts), *_numbered_streets(parts))):
        yield from _short_forms(_with_postcodes(whole).split())
        yield from _church_schools(whole)


def _parts(text: str) -> list[str]:
    return [to_word_stream(each).strip() for each in text.split(",")]


def streets_without_numbers(text: str) -> Iterator[str]:
    """Yield `elm road` for `12 elm road, nuneaton`, unless most towns have a street of that name."""
    for each in _parts(text):
        street = _NUMBERED.sub("", each)
        words = street.split()
        if street != each and len(words) > 1 and words[-1] in _STREET_WORDS and street not in _USUAL_STREETS:
            yield from _short_forms(words)


def _numbered_streets(parts: Sequence[str]) -> Iterator[str]:
    """Yield `12 elm road` for `flat 2, 12 elm road, nuneaton`. A comma may follow the number."""
    for index, each in enumerate(parts):
        words = each.split()
        if words and words[0][0].isdigit():
            if len(words) > 2:
                yield each
            elif len(words) == 1 and index + 1 < len(parts) and len(parts[index + 1].split()) > 1:
                yield f"{each} {parts[index + 1]}"
        if _POSTCODE.fullmatch(each):
            yield each


def _church_schools(words: str) -> Iterator[str]:
    """Yield `st hild s c of e primary school` and `st hild s primary` for `st hild s primary school`."""
    parts = _SCHOOL.match(words.replace(" ' ", " "))
    if parts is None or "school" not in words:
        return
    kinds = dict.fromkeys((parts[2].partition(" school")[0], parts[2].partition(" school")[0] + " school"))
    names = dict.fromkeys((parts[1], re.sub(r" s$", "s", parts[1]), re.sub(r"^st ", "saint ", parts[1])))
    for name in names:
        for kind in kinds:
            yield f"{name} {kind}"
            yield from (f"{name} {church} {kind}" for church in _CHURCHES)


def _with_postcodes(words: str) -> str:
    """Return the words with each postcode split in its two halves."""
    return _POSTCODE.sub(r"\1 \2", words)


def _short_forms(words: Sequence[str]) -> Iterator[str]:
    choices = [tuple(dict.fromkeys(_choices(each, index))) for index, each in enumerate(words)]
    for chosen in islice(product(*choices), _MOST):
        spelt = " ".join(filter(None, chosen))
        yield spelt
        if " ' " in spelt:
            yield spelt.replace(" ' ", " ")
            yield spelt.replace(" ' ", "")
    joined = _POSTCODE.sub(r"\1\2", " ".join(words))
    if joined != " ".join(words):
        yield joined


def _choices(word: str, place: int) -> Iterator[str]:
    yield word
    full = _IN_FULL.get(word, word)
    yield full
    if word == "st" and place > 0:
        yield from ("street", "saint")
    yield from _STREETS.get(full, ())
    if word.isdigit() and 0 < int(word) <= len(_NUMBERS):
        yield _NUMBERS[int(word) - 1]
    split = re.fullmatch(r"([0-9]+)([a-z])", word)
    if split is not None:
        yield f"{split[1]} {split[2]}"

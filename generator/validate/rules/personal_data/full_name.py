"""Checks for full names: a forename and a surname, a pseudonym and a surname, a title and a surname."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from generator.markdown.dictionary import ordinary_words
from generator.markdown.forenames import ALSO_WORDS
from generator.markdown.personal_names import all_forenames, could_be_surname, public_names
from generator.system import LazyPattern
from generator.validate.rules.personal_data import undeclared_name
from generator.validate.rules.personal_data.match import Match, PublicKnowledge

_SPACE: Final = "[ \u00a0\u202f]"
_NAME: Final = r"(?:(?:Mc|Mac|O['\u2019]|D['\u2019])?[^\W\d_a-z][^\W\d_A-Z]+)"
_SURNAME: Final = rf"{_NAME}(?:-{_NAME})?"
# These patterns begin with a capital letter, and look at what is before it afterwards: a search then skips the rest.
_FIRST: Final = (
    r"[A-Z\u00aa-\U0010ffff](?<=[^\W\d_a-z])(?<![\w'\u2019.@/#-].)"
    r"(?:(?<=M)(?:c|ac)[^\W\d_a-z]|(?<=[OD])['\u2019][^\W\d_a-z])?[^\W\d_A-Z]+"
)
_PAIR: Final = LazyPattern(
    rf"(?P<first>{_FIRST}(?:-{_NAME})?)(?P<middle>(?:{_SPACE}(?:{_NAME}|[A-Z]\.?)){{0,2}}?)"
    rf"{_SPACE}(?P<last>{_SURNAME})(?![\w@/])"
)
_CAPITALS: Final = LazyPattern(
    rf"(?P<first>[A-Z](?<![\w'\u2019.@/#-].)[A-Z]{{2,}}){_SPACE}(?P<last>[A-Z]{{3,}})(?![\w@/-])"
)
_TITLES: Final = "Mr|Mrs|Ms|Miss|Mx|Dr|PC|DC|DS|DI|PCSO|WPC|Sgt|Rev|Fr"
_ANY_TITLE: Final = LazyPattern(rf"(?:{_TITLES})\.?{_SPACE}")
_TITLE: Final = LazyPattern(
    rf"\b(?P<title>{_TITLES})\.?{_SPACE}(?:{_NAME}{_SPACE}|[A-Z]\.?{_SPACE}?)??"
    rf"(?P<last>{_SURNAME})(?![\w@/])"
)
_POLITE: Final = frozenset({"Mr", "Mrs", "Ms", "Mx"})
"""Titles before which no word but a name is written."""

_OFFICES: Final = frozenset({"justice", "speaker", "president", "chairman", "chairwoman", "world", "universe", "bean"})
_AFTER_AN_INSTITUTION: Final = LazyPattern(
    r"(?:['\u2019]s?)?[ \u00a0-](?:[A-Z][a-z]+ (?:and [A-Z][a-z]+ )?)?(?:House|Hospital|Hospice|School|Academy|College"
    r"|Centre|Center|Road|Street|Avenue|Lane|Close|Drive|Way|Place|Ward|Unit|Clinic|Surgery|Act|Law|Rule|Principles?|Review|Report"
    r"|Foundation|Trust|Project|Park|University|Inquiry|Enquiry|Court|Children|Institute|Society|Award|Fund|Charity"
    r"|Nursery|Library|Theatre|Gallery|Museum|Building|Training|training|Programme|Model|model|Partnership|Church|Chapel"
    r"|Campus|Infirmary|Ltd|Limited|plc|store|Arms|Hotel)\b"
)
_CASE_OF_A_PERSON: Final = LazyPattern(r"['\u2019]?s? (?:case|story|family|inquest|death|murder|trial)\b")
"""After a name, it is a person's even with an article: `the Ann Example inquest`, but not `the Ann Example Hall`."""

_BEFORE_AN_INSTITUTION: Final = frozenset(
    {"St", "Saint", "Operation", "Lady", "Lord", "Sir", "Dame", "King", "Queen", "Prince", "Princess", "Baroness"}
    | {"Professor", "Prof", "Justice", "Minister", "MP", "Project", "Storm"}
)
_ROLES: Final = frozenset({
    "child", "children", "young", "person", "people", "baby", "mother", "father", "parent", "parents", "mum", "dad",
    "brother", "sister", "sibling", "siblings", "adult", "family", "boy", "girl", "infant", "twin", "twins",
    "uncle", "aunt", "grandmother", "grandfather", "carer", "partner", "stepfather", "stepmother",
})  # fmt: skip
"""Words that a case may use in place of a name."""

_NO_SURNAME: Final = frozenset({
    "street", "road", "way", "ward", "lane", "avenue", "hospital", "school", "academy", "college", "centre",
    "house", "court", "police", "council", "county", "city", "town", "team", "service", "services", "social",
    "children", "child", "family", "families", "care", "health", "station", "park", "church", "university", "day",
    "week", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "north",
    "south", "east", "west", "england", "wales", "scotland", "ireland", "act", "law", "rule", "review", "report",
    "junior", "master",
})  # fmt: skip


def check(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield each full name that the case does not declare, unless its forename alone is reported (P631)."""
    if not any(map(str.isupper, text)):
        return
    bare = undeclared_name.without_links(text)
    reported: set[str] = set()
    for match in (*_PAIR.finditer(bare), *_CAPITALS.finditer(bare)):
        if match[0] not in reported and _is_full_name(bare, match, known):
            reported.add(match[0])
            yield Match(match[0], "this looks like the full name of a person", _hint(match["first"]))
    for match in _TITLE.finditer(bare) if _ANY_TITLE.search(bare) else ():
        is_new = match[0] not in reported and not any(match["last"] in each for each in reported)
        if is_new and _is_titled(bare, match, known):
            reported.add(match[0])
            yield Match(match[0], "this looks like the surname of a person", "write what the person does instead")


def _hint(forename: str) -> str:
    return f"take the name out, or write a pseudonym without a surname and add it to the case: people: [{forename}]"


def _is_full_name(text: str, match: re.Match[str], known: PublicKnowledge) -> bool:
    first, last = folded(match["first"]), folded(match["last"])
    middle = match.groupdict().get("middle") or ""
    if last in known.people and (first in known.people or not _is_word_alone(first)):
        return False
    is_pseudonym = first in known.people and first not in _ROLES
    if not is_pseudonym and not _is_forename(first):
        return False
    if any(part in _NO_SURNAME or part in known.people for part in last.split("-")) or last in _NO_SURNAME:
        return False
    if any(_is_plain_word(folded(part)) for part in middle.split()):
        return False
    is_word = first in ALSO_WORDS or first in ordinary_words()
    if not any(could_be_surname(part, is_word) for part in last.split("-")):
        return False
    if f"{first} {last}" in public_names() or _is_institution(text, match):
        return False
    return is_pseudonym or not undeclared_name.is_reported(text, match.start("first"), match["first"], known)


def _is_word_alone(first: str) -> bool:
    return first in ordinary_words() and first not in all_forenames()


def _is_forename(word: str) -> bool:
    return all(part in all_forenames() for part in word.split("-"))


def _is_plain_word(word: str) -> bool:
    return len(word.rstrip(".")) > 1 and word not in all_forenames() and word in ordinary_words()


def _is_institution(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()].rstrip(" \u00a0").rpartition(" ")[2].strip("([\"'\u2018\u201c*_")
    if before.rstrip(".") in _BEFORE_AN_INSTITUTION:
        return True
    if before in ("the", "The") and _CASE_OF_A_PERSON.match(text, match.end()) is None:
        return True
    return _AFTER_AN_INSTITUTION.match(text, match.end()) is not None


def _is_titled(text: str, match: re.Match[str], known: PublicKnowledge) -> bool:
    last = folded(match["last"])
    if last in known.people or last in _OFFICES or _is_institution(text, match):
        return False
    if any(name.endswith(f" {last}") for name in public_names()) and match["title"] == "Dr":
        return False
    return match["title"] in _POLITE or could_be_surname(last, after_a_word=False)


def folded(word: str) -> str:
    """Return a word in small letters, without accents."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
    return bare.translate(_LETTERS).lower()


_LETTERS: Final = str.maketrans("łıøđŁ\u2019", "liodL'")

"""Checks for details that lead to one family: a vehicle, a named school, a ward, initials in place of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.system import LazyPattern
from generator.validate.rules.personal_data import family_details
from generator.validate.rules.personal_data.match import Match, PublicKnowledge
from generator.validate.rules.personal_data.patterns import SPACES

_VEHICLE_WORD: Final = LazyPattern(
    r"\b(?:reg|registration|number ?plate|licen[cs]e plate|vrm|cars?|vans?|vehicles?|motorbikes?|motorcycles?"
    r"|taxis?)\b",
    re.IGNORECASE,
)
_TODAYS_PLATE: Final = rf"[A-HJ-PR-Y][A-HJ-PR-Z]\d\d[{SPACES}]?[A-HJ-PR-Z]{{3}}"
_OLDER_PLATE: Final = (
    rf"[A-HJ-NPR-TV-Y]\d{{1,3}}[{SPACES}]?[A-HJ-PR-Z]{{3}}|[A-HJ-PR-Z]{{3}}[{SPACES}]?\d{{1,3}}[A-HJ-NPR-TV-Y]"
)
_IRISH_PLATE: Final = rf"[A-Z]{{1,2}}I?[A-Z][{SPACES}]?\d{{4}}"
_PLATE: Final = LazyPattern(rf"(?<![\w/-])(?:{_TODAYS_PLATE})(?![\w/-])")
_PLATE_NEAR_A_CAR: Final = LazyPattern(rf"(?<![\w/-])(?:{_TODAYS_PLATE}|{_OLDER_PLATE})(?![\w/-])", re.IGNORECASE)
_PIECE_OF_A_PLATE: Final = LazyPattern(r"\d(?:[^\W\d_]|(?<=[^\W\d_].))")
"""A digit next to a letter, as every plate has it."""

_NAME: Final = r"(?:(?:St|St\.|Mc|O['\u2019])[ ]?)?[A-Z][\w'\u2019-]+"
_KIND: Final = (
    "Catholic|CofE|CE|RC|Church|England|Community|Primary|Secondary|Junior|Infant|Infants|High|Grammar|Comprehensive|Special"
    "|Nursery|Preparatory|Prep|Middle|Upper|Lower|Independent|Boarding|Girls|Boys|Girls'|Boys'|Foundation|Voluntary|Free|and"
    "|of|the|C|E|Academy|Technical|Sixth|Form|Local|State|First|Mixed|Mainstream|Residential|Day|Pre|Pre-school|A|An|The|This"
    "|That|Her|His|Their|Both|Every|Each|No|Our|All|Many|Most|Some|Which|When|After|In|At|For|From|With|If|But"
)
_NOT_THEIRS: Final = (
    "Medical|Business|Law|Virtual|Summer|Sunday|Forest|Night|Royal|Police|Staff|Open|Art|Drama|Dance|Further|Safer|Healthy"
    "|Operation|Safeguarding|Designated|Training|Social|Research"
)
_SCHOOL: Final = LazyPattern(
    rf"(?<![\w'\u2019-])(?P<words>(?:{_NAME}[ ]|(?:of|and|C of E)[ ]){{1,7}})"
    r"(?:School|Academy|College|Nursery|Playgroup|Pre-?school|Children['\u2019]s Home"
    r"|Care Home|Nursing Home|Hostel|Refuge)\b"
    r"(?!['\u2019]?s?[ ](?:of\b|[Nn]urs|[Hh]ealth|[Aa]dmission|[Tt]ransport|[Aa]ge|[Uu]niform|[Ii]mprov|[Aa]ttend"
    r"|[Ii]nclusion|[Ss]ervice|[Pp]lace|[Cc]ensus|[Yy]ear|[Gg]overn|[Ss]taff|[Ee]xclu|[Rr]eadiness|[Mm]eal"
    r"|[Tt]rust|Standards|and [Cc]ollege))"
)
_SCHOOL_WORD: Final = LazyPattern("School|Academy|College|Nursery|Playgroup|Pre-?school|Home|Hostel|Refuge")

_WARD: Final = LazyPattern(
    r"\b(?:Ward[ ](?:\d+[A-Za-z]?|[A-Z])(?!\w)"
    r"|(?P<named>(?:[A-Z][\w'\u2019-]+[ ]){1,3})(?:ward|Ward(?=[ ](?:of|at|in|on)\b|[,.;)])))(?!\w)"
)
_ANY_WARD: Final = frozenset({
    "acute", "labour", "maternity", "medical", "surgical", "assessment", "mental", "psychiatric", "inpatient",
    "hospital", "secure", "stroke", "general", "adult", "children's", "childrens", "paediatric", "elderly",
    "older", "postnatal", "antenatal", "neonatal", "rehabilitation", "emergency", "each", "every", "the", "a",
    "this", "that", "her", "his", "their", "no", "electoral", "council", "local", "city", "county", "which",
    "when", "after", "on", "in", "at", "from",
})  # fmt: skip

_NOT_INITIALS: Final = frozenset({
    "uk", "us", "usa", "eu", "un", "gp", "gps", "nhs", "am", "pm", "eg", "ie", "ae", "qc", "kc", "ba", "ma",
    "bsc", "msc", "mp", "dob", "nb", "rip", "phd", "ad", "bc", "cps", "pc", "pcs", "dc", "ds", "mr", "ms", "tv",
})  # fmt: skip
# The patterns begin with a letter, and look at what is before it afterwards: a search then skips all other characters.
_DOTTED: Final = LazyPattern(r"[A-Z](?<![\w.][A-Z])\.[ ]?(?:[A-Z]\.[ ]?)?[A-Z]\.(?!\w)")
_PLACE: Final = (
    r"(?!January|February|March|April|May|June|July|August|September|October|November|December|Year|Key|Part|Section|Chapter"
    r"|Figure|Appendix|Working|The\b|England\b|English|Scotland|Wales)[A-Z][a-z]{2,}"
)
_LETTER_AND_PLACE: Final = LazyPattern(
    r"(?P<initials>[B-HJ-Z])"
    r"(?:(?<=\bwith .)|(?<=\band .)|(?<=\bby .)|(?<=\bto .)|(?<=\bas .)|(?<=\bthan .)|(?<=[.!?] .)|(?<=, .)|(?<=^.))"
    rf"(?:\.)?,?[ ](?:of|from|who lived in|who lives in)[ ]{_PLACE}"
)
_TWO_LETTERS: Final = LazyPattern(
    r"(?P<initials>[A-Z](?<![\w.&/-].)[A-Z])"
    r"(?=,?[ ](?:aged?[ ]\d|\(\d{1,2}\)|a[ ]\d{1,2}[ -]year|lived[ ]|lives[ ]|was born|grew up|died[ ]"
    rf"|(?:from|of)[ ]{_PLACE},)"
    r"|['\u2019]s[ ](?:mother|father|mum|dad|brother|sister|grand|aunt|uncle|home|house|school|death|family))"
)
_FAMILY_LETTER: Final = LazyPattern(rf"the(?<=\bthe)[ ](?P<initials>[A-Z])['\u2019]?s[ ](?:of|from|in)[ ]{_PLACE}")

_LONE_CAPITAL: Final = LazyPattern(r"[A-Z](?:[A-Z.]|['\u2019]?s[ ]|(?<=[B-HJ-Z]),?[ ])")
"""A piece of all such initials."""

_NO_PLATE: Final = "take it out; no reader needs it"
_NO_NAME: Final = "write what it is, such as a primary school or a hospital ward, without its name"
_NO_INITIALS: Final = "write what the person is to the child, or a pseudonym, and add it to the case under people"


def check(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield vehicle registrations, names of schools, homes and wards, initials, and details that lead to one family."""
    for plate in dict.fromkeys(_plates(text)) if _PIECE_OF_A_PLATE.search(text) else ():
        yield Match(plate, "this looks like the registration of a vehicle", _NO_PLATE)
    for match in _SCHOOL.finditer(text) if _SCHOOL_WORD.search(text) else ():
        if _is_named(match["words"]):
            yield Match(match[0], "this names a school or a home", _NO_NAME)
    for match in _WARD.finditer(text) if " ward" in text or "Ward" in text else ():
        if match["named"] is None or _ANY_WARD.isdisjoint(match["named"].lower().replace("\u2019", "'").split()):
            yield Match(match[0], "this names a ward", _NO_NAME)
    yield from _initials(text, known)
    yield from family_details.check(text, known)


def _plates(text: str) -> list[str]:
    if _VEHICLE_WORD.search(text):
        return [match[0] for match in _PLATE_NEAR_A_CAR.finditer(text) if _is_a_plate(text, match)]
    return _PLATE.findall(text)


def _is_a_plate(text: str, match: re.Match[str]) -> bool:
    """Return True for a number in capitals, or one right after a word such as registration."""
    if match[0].isupper():
        return True
    return (
        re.search(r"\b(?:reg|registration|plate|vrm)\b[^.!?]{0,20}$", text[: match.start()], re.IGNORECASE) is not None
    )


def _is_named(words: str) -> bool:
    """Return True if the words before School are a name, and not only its kind."""
    each = [word for word in words.split() if word.rstrip(".") not in _KIND.split("|")]
    return (
        bool(each)
        and words.rsplit(maxsplit=1)[-1] not in ("and", "of")
        and not any(word in _NOT_THEIRS.split("|") for word in words.split())
    )


def _initials(text: str, known: PublicKnowledge) -> Iterator[Match]:
    if _LONE_CAPITAL.search(text) is None:
        return
    reported: set[str] = set()
    for pattern in (_DOTTED, _LETTER_AND_PLACE, _TWO_LETTERS, _FAMILY_LETTER):
        for match in pattern.finditer(text):
            letters = re.sub("[^a-z]", "", (match.groupdict().get("initials") or match[0]).lower())
            if letters not in _NOT_INITIALS and letters not in known.people and letters not in reported:
                reported.add(letters)
                yield Match(match[0].strip(), "these look like the initials of a person", _NO_INITIALS)

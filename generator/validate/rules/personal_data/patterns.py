"""Patterns of people's numbers, exact ages and contact details."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.system import LazyPattern
from generator.validate.rules.personal_data.match import Match, PublicKnowledge, digits_of
from generator.validate.stems import fold_case

SPACES: Final = " \\t\\u00a0\\u2007\\u2009\\u202f"
"""Spaces inside a line, for a character class of a regular expression."""

DASHES: Final = "\\u2010-\\u2014\\u2212-"
"""Hyphens and dashes, for the end of a character class."""

_GAP: Final = f"[{SPACES}]?[.{DASHES}]?[{SPACES}]?"
"""What people write between the groups of a number."""

_TEN: Final = LazyPattern(rf"(?<![\d.,/-])[4679]\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{4}}(?![\d/-])")

SIX_DIGITS: Final = LazyPattern(rf"\d(?:[{SPACES}().{DASHES}]{{0,3}}\d){{5}}")
"""Digits that are close together, as in each number of a person and each phone number."""

_NO_READER_NEEDS_IT: Final = "take it out; no reader needs it"


_SAYS_NHS: Final = LazyPattern(r"\bNHS\s+(?:numbers?|nos?|num)\b\.?[^.!?\d]{0,20}$", re.IGNORECASE)
_ANY_TEN: Final = LazyPattern(rf"(?<![\d.,/-])\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{4}}(?![\d/-])")


def find_nhs_numbers(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield NHS numbers in the ranges in use, with a valid check digit, and any ten digits called an NHS number."""
    for match in _ANY_TEN.finditer(text):
        is_called_so = _SAYS_NHS.search(text[: match.start()][-60:]) is not None
        in_use = _TEN.fullmatch(match[0]) is not None
        if is_called_so or (in_use and has_valid_check_digit([int(digit) for digit in match[0] if digit.isdigit()])):
            yield Match(match[0], "this looks like an NHS number", _NO_READER_NEEDS_IT)


def has_valid_check_digit(digits: list[int]) -> bool:
    """Return True if the check digit is valid."""
    rest = 11 - sum(digit * (10 - index) for index, digit in enumerate(digits[:9])) % 11
    return (0 if rest == 11 else rest) == digits[9]


_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"


_UPN: Final = LazyPattern(rf"(?<!\w)([{_LETTERS}])((?:{_GAP}\d){{11}}){_GAP}(\d|[{_LETTERS}])(?!\w)", re.IGNORECASE)


def find_pupil_numbers(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield pupil numbers with a valid check letter. A temporary number ends in a letter."""
    for match in _UPN.finditer(text):
        if has_valid_check_letter(match[1].upper(), digits_of(match[2]) + match[3].upper()):
            yield Match(match[0], "this looks like a pupil's number (UPN)", _NO_READER_NEEDS_IT)


def has_valid_check_letter(letter: str, rest: str) -> bool:
    """Return True if the check letter, which comes first, is valid."""
    values = [int(sign) if sign.isdigit() else _LETTERS.index(sign) for sign in rest]
    return _LETTERS[sum(value * weight for weight, value in enumerate(values, 2)) % 23] == letter


_NUMBER: Final = LazyPattern(
    rf"(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)(?P<prefix>[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z])"
    rf"(?P<gap>{_GAP})\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}[A-D](?!\w)",
    re.IGNORECASE,
)


_SHORT_WORDS: Final = frozenset(
    {"on", "by", "at", "as", "we", "he", "me", "my", "am", "an", "be", "pm", "re", "st", "ex"}
)


_SAYS_INSURANCE: Final = LazyPattern(
    r"\b(?:national insurance|n\.?i\.?(?= (?:number|no))|nino)\b[^.!?\d]{0,24}$", re.IGNORECASE
)
_ANY_NUMBER: Final = LazyPattern(
    rf"(?<!\w)(?P<prefix>[A-Z]{{2}}){_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}\d{{2}}{_GAP}[A-Z](?!\w)", re.IGNORECASE
)


def find_national_insurance_numbers(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield numbers with prefixes that are issued, and any number of that form called a National Insurance number."""
    for match in _ANY_NUMBER.finditer(text):
        is_called_so = _SAYS_INSURANCE.search(text[: match.start()][-60:]) is not None
        if is_called_so or (_NUMBER.fullmatch(match[0]) is not None and not _is_short_word(match["prefix"])):
            yield Match(match[0], "this looks like a National Insurance number", _NO_READER_NEEDS_IT)


def _is_short_word(letters: str) -> bool:
    """Return True for two letters of a sentence, which are a word and not the beginning of a number."""
    return not letters.isupper() and letters.lower() in _SHORT_WORDS


_NAMED: Final = LazyPattern(
    r"\b(?:(?:crime|incident|occurrence|custody|court|case|police|file|claim|hospital|patient|our|your)\s+"
    r"(?:reference|ref|number|no|log)\b|(?:crn|cad|niche)\b(?:\s+(?:reference|ref|log)\b)?)"
    r"\.?(?:\s+(?:number|no)\b\.?)?\s*(?:is|was|:|#)?\s*"
    rf"(?=[A-Z0-9/.{DASHES}]*\d)([A-Z0-9](?:[./{DASHES}]?[A-Z0-9]){{3,}})",
    re.IGNORECASE,
)


_NAME_OF_A_NUMBER: Final = LazyPattern(r"ref|number|no\b|log|crn|cad|niche")
"""Every match of `_NAMED` contains one, in lower case."""

_COURT: Final = LazyPattern(rf"(?<!\w)(?P<court>[A-Z]{{2}}){_GAP}\d{{2}}{_GAP}[A-Z]{_GAP}\d{{5}}(?!\w)", re.IGNORECASE)


_CRIME: Final = LazyPattern(
    rf"\d(?<![\w/.{DASHES}].)\d[A-Z]?(?P<gap>[{SPACES}]?[/.{DASHES}][{SPACES}]?)(?!(?:19|20)\d\d[.{DASHES}])\d{{4,7}}(?P=gap)\d{{2}}"
    rf"(?![\w/]|[.{DASHES}]\d)",
    re.IGNORECASE,
)


CASE_NUMBER: Final = LazyPattern(r"\d(?:[\dA-Z/-]{2}|(?<=[A-Z/-].))", re.IGNORECASE)
"""A piece of every such number."""


def find_case_numbers(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield numbers that are called a case number, and numbers in the formats of family courts and police forces."""
    has_name = _NAME_OF_A_NUMBER.search(fold_case(text)) is not None
    numbers = [match[1] for match in _NAMED.finditer(text)] if has_name else []
    numbers += [match[0] for match in _COURT.finditer(text) if not _is_short_word(match["court"])]
    numbers += [match[0] for match in _CRIME.finditer(text)]
    for number in dict.fromkeys(numbers):
        yield Match(number, "this looks like the number of a case or a crime", _NO_READER_NEEDS_IT)


_PHONE: Final = LazyPattern(
    rf"(?<![\d+/.-])(?:\(?(?:\+|00)[{SPACES}]?44\)?[{SPACES}]?(?:\(0\)[{SPACES}]?)?[1-9]|\(?0[1-37-9])"
    rf"(?:(?:[{SPACES}(){DASHES}]{{0,2}}|(?<=\d{{3}})\.(?=\d{{3}}))\d){{8,9}}(?![\d/])"
)


def find_phone_numbers(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield numbers of ten or eleven digits as they are dialled in the United Kingdom."""
    for match in _PHONE.finditer(text):
        digits = digits_of(match[0].replace("(0)", "")).removeprefix("00")
        if digits not in known.phones and f"0{digits.removeprefix('44')}" not in known.phones:
            hint = "take it out; a number for readers belongs in content/partnership.yml, under contacts or helplines"
            yield Match(match[0], "this phone number is not the partnership's", hint)


_EXACT_AGE_NUMBER: Final = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen)"
)


_LINK: Final = r"(?:,? and |, | )"


_YEARS: Final = rf"{_EXACT_AGE_NUMBER}[ -]years?"


_MONTHS: Final = rf"{_EXACT_AGE_NUMBER}[ -](?:months?|weeks?)"


_DAYS: Final = rf"{_EXACT_AGE_NUMBER}[ -]days?"


_SPAN: Final = rf"(?:{_YEARS}{_LINK}{_MONTHS}(?:{_LINK}{_DAYS})?|{_MONTHS}{_LINK}{_DAYS}|{_YEARS}{_LINK}{_DAYS})"


_AGE: Final = LazyPattern(
    rf"\b(?:aged?|age of|at the age of|(?:he|she|they|who) (?:was|were|is|are))\s+(?:just |only )?({_SPAN})"
    rf"|\b({_SPAN})[ -](?:old|of age)\b",
    re.IGNORECASE,
)


_UNIT: Final = LazyPattern(r"[ -](?:month|week|day)", re.IGNORECASE)


_ENDS_IN_A_NUMBER: Final = LazyPattern(rf"{_EXACT_AGE_NUMBER}\Z", re.IGNORECASE)


def find_exact_ages(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield years with months, or months with days, if they are an age and not a duration."""
    # Nearly every text mentions days. A number before them is rarer, and the full expression is slow.
    if not any(_ENDS_IN_A_NUMBER.search(text, max(0, at.start() - 9), at.start()) for at in _UNIT.finditer(text)):
        return
    for match in _AGE.finditer(text):
        yield Match(
            match[1] or match[2], "this age is more exact than a reader needs", "say the age in years, or in months"
        )


_AT: Final = r"(?:@|\s?[(\[{]\s?(?:at|@)\s?[)\]}]\s?)"
_DOT: Final = r"(?:\.|\s?[(\[{]\s?dot\s?[)\]}]\s?)"


_EMAIL: Final = LazyPattern(
    rf"[\w.+-]+(?:{_AT}[\w-]+(?:(?:{_DOT}|\sdot\s)[\w-]+)+"
    r"|\sat\s[\w-]+(?:(?:\sdot\s|\.)[\w-]+)*\sdot\s(?:uk|com|org|net))",
    re.IGNORECASE,
)


def find_email_addresses(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield email addresses that are not in the partnership's record and do not belong to its site."""
    for match in _EMAIL.finditer(text):
        address = _plain_address(match[0])
        if address not in known.emails and f"@{address.partition('@')[2]}" not in known.emails:
            yield Match(match[0], "this e-mail address is not the partnership's", "take it out")


def _plain_address(written: str) -> str:
    """Return an address as a mail program writes it."""
    with_at = re.sub(r"\s?[(\[{]\s?(?:at|@)\s?[)\]}]\s?|\sat\s", "@", written.lower())
    return re.sub(r"\s?[(\[{]\s?dot\s?[)\]}]\s?|\sdot\s", ".", with_at)


_KINDS: Final = (
    "Road|Rd|Street|Avenue|Ave|Close|Lane|Drive|Crescent|Court|Gardens|Terrace|Square|Grove|Walk|Rise|Mews|Croft"
    "|Green|Hill|Way|Place|Row|Parade|Boulevard|Villas|Cottages|Meadows?|Yard|Wharf|Quay|Broadway|View|Cres|Ln|Gdns"
)


_NUMBERS: Final = rf"\d{{1,4}}[A-Za-z]?(?:[{SPACES}]?(?:[/{DASHES}]|to|and|&)[{SPACES}]?\d{{1,4}}[A-Za-z]?)?"
_SMALL: Final = "ON|THE|OF|AND|TO|IN|AT|A|FOR|WITH|BY|YEARS?|MONTHS?|WEEKS?|DAYS?|PEOPLE|CHILDREN"


_HOUSE: Final = LazyPattern(
    rf"(?<![\d.,£-])\b(?:(?:[Ff]lat|FLAT|[Aa]partment|[Uu]nit)[{SPACES}]\d+[A-Za-z]?,?[{SPACES}])?{_NUMBERS},?[{SPACES}]"
    rf"(?:(?:[A-Z][a-z'\u2019-]+[{SPACES}]){{1,3}}(?:{_KINDS})"
    rf"|(?!(?:{_SMALL})\b)(?:[A-Z][A-Z'\u2019-]+[{SPACES}]){{1,3}}(?:{_KINDS.upper()}))\b"
)


HOUSE_NUMBER: Final = LazyPattern(rf"\d[A-Za-z]?,?[{SPACES}][A-Z]")
"""The number of every house, and the beginning of its street."""


def find_street_addresses(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield a number before the name of a street."""
    for match in _HOUSE.finditer(text):
        yield Match(match[0], "this looks like the address of a house", "name the town or the county at the most")

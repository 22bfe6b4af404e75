"""Patterns of people's numbers, dates and contact details."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.model.partial_date import MONTHS
from generator.validate.rules.personal_data.match import Match, PublicKnowledge, digits_of

_TEN: Final = re.compile(r"(?<![\d.,/-])[4679]\d{2}[ -]?\d{3}[ -]?\d{4}(?![\d/-])")

_NO_READER_NEEDS_IT: Final = "take it out; no reader needs it"


def find_nhs_numbers(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield NHS numbers in the ranges in use, with a valid check digit."""
    for match in _TEN.finditer(text):
        if has_valid_check_digit([int(digit) for digit in match[0] if digit.isdigit()]):
            yield Match(match[0], "this looks like an NHS number", _NO_READER_NEEDS_IT)


def has_valid_check_digit(digits: list[int]) -> bool:
    """Return True if the check digit is valid."""
    rest = 11 - sum(digit * (10 - index) for index, digit in enumerate(digits[:9])) % 11
    return (0 if rest == 11 else rest) == digits[9]


_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"


_UPN: Final = re.compile(rf"\b([{_LETTERS}])(\d{{11}})(\d|[{_LETTERS}])\b")


def find_pupil_numbers(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield pupil numbers with a valid check letter. A temporary number ends in a letter."""
    for match in _UPN.finditer(text):
        if has_valid_check_letter(match[1], match[2] + match[3]):
            yield Match(match[0], "this looks like a pupil's number (UPN)", _NO_READER_NEEDS_IT)


def has_valid_check_letter(letter: str, rest: str) -> bool:
    """Return True if the check letter, which comes first, is valid."""
    values = [int(sign) if sign.isdigit() else _LETTERS.index(sign) for sign in rest]
    return _LETTERS[sum(value * weight for weight, value in enumerate(values, 2)) % 23] == letter


_NUMBER: Final = re.compile(
    r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"
)


def find_national_insurance_numbers(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield National Insurance numbers with prefixes that are issued."""
    for match in _NUMBER.finditer(text):
        yield Match(match[0], "this looks like a National Insurance number", _NO_READER_NEEDS_IT)


_NAMED: Final = re.compile(
    r"\b(?:crime|incident|occurrence|custody|court|case|police|file|our|your)\s+"
    r"(?:reference|ref|number|no|log)\b\.?(?:\s+(?:number|no)\b\.?)?\s*(?:is|was|:)?\s*"
    r"(?=[A-Z0-9/-]*\d)([A-Z0-9][A-Z0-9/-]{3,})",
    re.IGNORECASE,
)


_COURT: Final = re.compile(r"\b[A-Z]{2}\d{2}[A-Z]\d{5}\b")


_CRIME: Final = re.compile(r"(?<![\d/])\d{2}[A-Z]?/\d{4,7}/\d{2}(?![\d/])")


_DIGITS: Final = re.compile(r"\d[\dA-Z/-]{2}|[A-Z/-]\d", re.IGNORECASE)


"""Every number matches this pattern. A search for all of them in every text would take as long as all other rules."""


def find_case_numbers(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield numbers that are called a case number, and numbers in the formats of family courts and police forces."""
    if _DIGITS.search(text) is None:
        return
    numbers = [match[1] for match in _NAMED.finditer(text)]
    numbers += [match[0] for pattern in (_COURT, _CRIME) for match in pattern.finditer(text)]
    for number in dict.fromkeys(numbers):
        yield Match(number, "this looks like the number of a case or a crime", _NO_READER_NEEDS_IT)


_PHONE: Final = re.compile(r"(?<![\d+/.-])(?:\+44\s?(?:\(0\)\s?)?[1-9]|0[1-37-9])(?:[ -]?\d){8,9}(?![\d/])")


def find_phone_numbers(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield numbers of ten or eleven digits as they are dialled in the United Kingdom."""
    for match in _PHONE.finditer(text):
        digits = digits_of(match[0].replace("(0)", ""))
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


_AGE: Final = re.compile(
    rf"\b(?:aged?|age of|at the age of|(?:he|she|they|who) (?:was|were|is|are))\s+(?:just |only )?({_SPAN})"
    rf"|\b({_SPAN})[ -](?:old|of age)\b",
    re.IGNORECASE,
)


_UNIT: Final = re.compile(r"[ -](?:month|week|day)", re.IGNORECASE)


_ENDS_IN_A_NUMBER: Final = re.compile(rf"{_EXACT_AGE_NUMBER}\Z", re.IGNORECASE)


def find_exact_ages(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield years with months, or months with days, if they are an age and not a duration."""
    # Nearly every text mentions days. A number before them is rarer, and the full expression is slow.
    if not any(_ENDS_IN_A_NUMBER.search(text, max(0, at.start() - 9), at.start()) for at in _UNIT.finditer(text)):
        return
    for match in _AGE.finditer(text):
        yield Match(
            match[1] or match[2], "this age is more exact than a reader needs", "say the age in years, or in months"
        )


_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def find_email_addresses(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield email addresses that are not in the partnership's record and do not belong to its site."""
    for match in _EMAIL.finditer(text) if "@" in text else ():
        address = match[0].lower()
        if address not in known.emails and f"@{address.partition('@')[2]}" not in known.emails:
            yield Match(match[0], "this e-mail address is not the partnership's", "take it out")


_KINDS: Final = (
    "Road|Rd|Street|Avenue|Ave|Close|Lane|Drive|Crescent|Court|Gardens|Terrace|Square|Grove|Walk|Rise|Mews|Croft"
    "|Green|Hill"
)


_HOUSE: Final = re.compile(
    rf"(?<![\d.,£-])\b(?:[Ff]lat \d+,? )?\d{{1,4}}[A-Za-z]?,? (?:[A-Z][a-z'\u2019-]+ ){{1,3}}(?:{_KINDS})\b"
)


_STREET: Final = re.compile(rf" (?:{_KINDS})\b")


def find_street_addresses(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield a number before the name of a street."""
    for match in _HOUSE.finditer(text) if _STREET.search(text) else ():
        yield Match(match[0], "this looks like the address of a house", "name the town or the county at the most")


_MONTH: Final = (
    "(?:" + "|".join(f"{month[:3]}(?:{month[3:]})?" if len(month) > 3 else month for month in MONTHS) + r"|Sept)\.?"
)


_DAY: Final = re.compile(
    rf"(?<![\d/.-])(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?:19|20)\d\d|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    r"|\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d\d|\d{1,2}/\d{1,2}/\d\d|(?:19|20)\d\d-\d\d-\d\d)(?![\d/-])"
)


_YEAR: Final = re.compile(r"(?:19|20)\d\d|/\d\d")


_BIRTH: Final = re.compile(r"\b(?:born|birth|birthday|d\.?o\.?b)\b[^.!?]{0,40}$", re.IGNORECASE)


def _days(text: str) -> Iterable[re.Match[str]]:
    """Return every full date. A text without a year is skipped, which is faster than the full expression."""
    return _DAY.finditer(text) if _YEAR.search(text) else ()


def check_birth_dates(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield a full date shortly after `born`, `date of birth`, `birthday` or `DOB`."""
    for match in _days(text):
        if _BIRTH.search(text[max(0, match.start() - 60) : match.start()]):
            yield Match(match[0], "this looks like a day of birth", "say the age in years instead, or nothing")


def check_other_dates(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield any other full date."""
    for match in _days(text):
        if not _BIRTH.search(text[max(0, match.start() - 60) : match.start()]):
            hint = "the month, or the time of year, is nearly always enough"
            yield Match(match[0], "a story seldom needs the day", hint)

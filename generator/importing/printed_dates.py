"""Dates as pages print them. Nothing is more precise than what is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from generator.importing.tokens import is_typing_error, plain
from generator.languages.dates import month_numbers
from generator.model import PartialDate
from generator.model.partial_date import MONTHS

_MONTHS: Final = tuple(map(str.lower, MONTHS))
_MONTH: Final = r"(?P<month>[A-Za-z]{3,10})\.?"
_YEAR: Final = r"(?P<year>(?:19|20)\d{2})"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_BEFORE: Final = r"(?<![\w/.])"
_AFTER: Final = r"(?![\w])(?!/\d)(?!-\d)"
_PATTERNS: Final = tuple(
    re.compile(_BEFORE + pattern + _AFTER, re.IGNORECASE)
    for pattern in (
        r"(?P<year>(?:19|20)\d{2})-(?P<number>\d{2})-(?P<day>\d{2})(?:T[\d:.]+Z?)?",
        rf"{_DAY}\s*(?:of\s+)?{_MONTH},?\s*{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_DAY}[/.-](?P<number>\d{{1,2}})[/.-]{_YEAR}",
        r"(?P<day>\d{1,2})[/.](?P<number>\d{1,2})[/.](?P<short>\d{2})",
        rf"{_MONTH}[\s,/-]*(?:of\s+)?{_YEAR}",
        r"(?P<month>[A-Za-z]{3,9})(?:\s*-\s*|\s+'|\s+(?=\d\d\s*$))(?P<short>\d{2})",
        r"(?P<number>\d{1,2})/(?P<year>(?:19|20)\d{2})",
        r"(?P<year>(?:19|20)\d{2})-(?P<number>0[1-9]|1[0-2])",
        _YEAR,
    )
)
_MONTH_ALONE: Final = re.compile(
    rf"(?:[(\[]\s*|\s[-\u2013\u2014:]\s*|,\s*)(?:(?:published|released|launched)\s+(?:in\s+)?)?({'|'.join(_MONTHS)})\s*[)\]]?\s*$",
    re.IGNORECASE,
)
_SPAN: Final = re.compile(r"(?:19|20)\d{2}\s*(?:[-/]|\bto\b|\band\b)\s*(?:(?:19|20)?\d{2})(?![-/:]?\d)", re.IGNORECASE)
_NOT_PUBLICATION: Final = re.compile(
    r"\b(?:bu farw|marwolaeth|ganwyd|diweddarwyd(?: ddiwethaf)?|adolygwyd"
    r"|died|death|born|birth|updated|modified|revised|incident|occurred|happened|since|prior to|before|after"
    r"|until|from|together|act|version)\W*(?:in|on|of)?\W*$",
    re.IGNORECASE,
)
_OF_REFERENCE: Final = re.compile(r"(?<![^\W\d_])[A-Z]{3,6}[ /-]?$")
"""What is before the number of a review: "SUSR 02/2025" does not say a month."""

_PUBLICATION: Final = re.compile(
    r"\b(?:publi\w{3,10}|released|launched|[cg]yhoedd(?:wyd|i))\W*(?:date|in|on|ar|ym|yn|gyntaf|:|-)*\W*$",
    re.IGNORECASE,
)
_PUBLISHES: Final = re.compile(r"\b(?:publi?s?hed|released|launched|c?g?yhoeddwyd)\b", re.IGNORECASE)
_NO_PUBLICATION: Final = re.compile(
    r"\b(?:ni|nid|heb|farw|diweddarwyd|not|to be|will be|died|death|born|incident|updated|revised)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date on a page."""

    date: PartialDate
    start: int
    end: int
    is_publication: bool
    """True if the words before it say that something was published then."""

    is_short: bool = False
    """True if only two digits of the year are printed: it is a date only if a column or the words around it say so."""


def find_dates(text: str, latest_year: int = 2099) -> list[PrintedDate]:
    """Return the dates that may be dates of publication. A span such as 2022-23 is not a date.

    A year of two digits that is later than `latest_year` is no date: "99" is not 2099, and is perhaps not 1999.
    """
    text = plain(text)
    taken = [match.span() for match in _SPAN.finditer(text) if not re.match(r"\d{4}-(?:0[1-9]|1[0-2])(?!\d)", match[0])]
    found: list[PrintedDate] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            date = _date(match.groupdict())
            is_short = bool(match.groupdict().get("short"))
            if date is None or (is_short and date.year > latest_year):
                continue
            taken.append(match.span())
            before = text[: match.start()]
            if not _NOT_PUBLICATION.search(before) and not ("/" in match[0] and _OF_REFERENCE.search(before)):
                found.append(PrintedDate(date, *match.span(), _PUBLICATION.search(before) is not None, is_short))
    if len(found) == 1 and _PUBLISHES.search(text) and not _NO_PUBLICATION.search(text):
        found = [replace(found[0], is_publication=True)]
    return sorted(found, key=lambda each: each.start)


def says_date(date: PrintedDate, text: str) -> bool:
    """Return True if the words of a label say that a date is one. "Ward 3/12/21" may be a number."""
    return not date.is_short or date.is_publication or not re.search(r"\w", text[: date.start] + text[date.end :])


def month_alone(text: str) -> int | None:
    """Return the month at the end of a label, which needs no year below a heading such as "2023"; None without one."""
    match = _MONTH_ALONE.search(plain(text))
    return _month(match[1]) if match is not None else None


def _date(parts: dict[str, str | None]) -> PartialDate | None:
    year = parts.get("year") or (f"20{parts['short']}" if parts.get("short") else "")
    month = _month(parts.get("month") or "") if parts.get("month") else int(parts.get("number") or 0) or None
    if parts.get("month") and month is None:
        return None
    day = parts.get("day")
    try:
        return PartialDate.parse(
            f"{year}-{month:02d}-{int(day):02d}" if month and day else f"{year}-{month:02d}" if month else year
        )
    except ValueError:
        return None


def _month(word: str) -> int | None:
    word = word.lower()
    welsh = month_numbers("cy").get(word)
    for number, month in enumerate(_MONTHS, 1):
        is_month = word == month or number == welsh
        if is_month or (len(word) in (3, 4) and month.startswith(word)) or is_typing_error(word, month):
            return number
    return None

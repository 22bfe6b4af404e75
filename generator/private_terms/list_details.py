"""Reads the details in a line of the list: dates, numbers, email addresses, postcodes and street addresses."""

from __future__ import annotations

import re
from typing import Final

from generator.markdown.forenames import forenames
from generator.private_terms.date_formats import cut_days
from generator.private_terms.name_words import PLACES, STREETS, STREETS_OR_NAMES
from generator.private_terms.term import TermKind

CUT: Final = "\n"
"""Separator that replaces each detail that is cut out of a line."""

Found = tuple[TermKind, str]
"""The kind of a term, and its words."""

_EMAIL: Final = re.compile(r"(?:mailto:)?<?([\w.+'-]+@[\w-]+(?:\.[\w-]+)+)>?", re.IGNORECASE)
_WEB: Final = re.compile(r"\bhttps?://\S+|\bwww\.\S+", re.IGNORECASE)
_TIME: Final = re.compile(r"(?<=[0-9])T[0-9:.]+Z?\b|\b[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s?[ap]m)?\b", re.IGNORECASE)
_POSTCODE: Final = re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]?\s?[0-9][A-Z]{2}\b", re.IGNORECASE)
_INSURANCE: Final = re.compile(r"\b[A-Z]{2}\s?(?:[0-9]{2}\s?){3}[A-D]\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?<!\w)\+?\(?[0-9][0-9 ().-]{4,}[0-9](?!\w)")
_TYPES: Final = "|".join(sorted(map(re.escape, STREETS | STREETS_OR_NAMES - {"st"}), key=len, reverse=True))
_STREET: Final = re.compile(
    rf"(?<!\w)((?:(?:flat|apartment|apt|unit|room)\s+\w+\s*,?\s*)?[0-9]{{1,4}}[a-z]?(?:\s?[-/\u2013]\s?[0-9]{{1,4}}[a-z]?)?"
    rf",?\s+(?:[A-Za-z'.-]+\s+){{1,4}}?(?:{_TYPES}|st)\b(?:\s+(?:{_TYPES})\b)*\.?)(?!\w)",
    re.IGNORECASE,
)
_TOWN: Final = re.compile(r"\s*(?:,\s*)?([A-Z][A-Za-z'-]*(?:\s+[A-Za-z'-]+)*)\s*(?=,|$|\n|;|\()")
_RANGE: Final = re.compile(r"(?<=[0-9])\s?\u2013\s?(?=[0-9])")
_LIKE_A_DAY: Final = re.compile(r"[0-9]{1,2}([./ -])[0-9]{1,2}\1(?:19|20)[0-9]{2}")
_FEWEST_DIGITS: Final = 6
_MOST_DIGITS: Final = 15


def cut_details(text: str) -> tuple[list[Found], str]:
    """Return the details of a line, and the rest of the line: names and notes, with `CUT` in place of each detail."""
    found: list[Found] = []

    def take(kind: TermKind, pattern: re.Pattern[str], rest: str) -> str:
        def taken(match: re.Match[str]) -> str:
            words = match[match.lastindex or 0]
            if kind is TermKind.NUMBER and not is_long_number(words):
                return match[0]
            found.append((kind, words))
            return CUT

        return pattern.sub(taken, rest)

    text = take(TermKind.ADDRESS, _EMAIL, _RANGE.sub("-", text))
    text = take(TermKind.ADDRESS, _WEB, text)
    text = take(TermKind.ADDRESS, _INSURANCE, _TIME.sub("", text))
    days, text = cut_days(text)
    found.extend((TermKind.DATE, day) for day in days)
    text, postcodes = _extract_addresses(text)
    found.extend(postcodes)
    return found, take(TermKind.NUMBER, _NUMBER, text)


def is_long_number(words: str) -> bool:
    """Return True for a number that can be searched for.

    A number with fewer digits is too common. One with more digits is two numbers in a row. Return False for an
    impossible date, such as 31/02/2011.
    """
    return not _LIKE_A_DAY.fullmatch(words) and _FEWEST_DIGITS <= sum(map(str.isdigit, words)) <= _MOST_DIGITS


def _extract_addresses(text: str) -> tuple[str, list[Found]]:
    """Return the rest of the text, each address with its town, and each postcode."""
    found: list[Found] = []
    kept: list[str] = []
    while (street := _STREET.search(text)) is not None:
        kept.append(text[: street.start()])
        town, text = _town(text[street.end() :])
        address = street[1].replace("\u2013", "-")
        found.append((TermKind.ADDRESS, f"{address}, {town}" if town else address))
    text = CUT.join((*kept, text))
    found.extend((TermKind.ADDRESS, postcode) for postcode in _POSTCODE.findall(text))
    return _POSTCODE.sub(CUT, text), found


def _town(text: str) -> tuple[str, str]:
    """Return the town after a street, and the rest. A forename with a surname, or a school, is not a town."""
    postcode = _POSTCODE.search(text)
    end = postcode.start() if postcode is not None else len(text)
    before, parts = text[:end], list[str]()
    while (match := _TOWN.match(before)) is not None:
        first, *others = match[1].split()
        is_person = bool(others) and first.lower() in forenames() and others[0][0].isupper()
        if is_person or not {each.lower() for each in (first, *others)}.isdisjoint(PLACES):
            break
        parts.append(match[1])
        before = before[match.end() :]
    return ", ".join(parts), before + text[end:]

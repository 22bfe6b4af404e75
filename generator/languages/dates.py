"""Dates, times, ranges and lists in other languages than English, from the Unicode locale data (CLDR) in Babel.

The model writes English dates itself, as GOV.UK does, without loading Babel.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, time
from functools import cache
from typing import TYPE_CHECKING, Final

from generator.languages.catalogue import active_catalogue, base_language

if TYPE_CHECKING:
    from babel import Locale

_WELSH_AND: Final = re.compile(r"a\(c\) (?=\W*([aeiouwyâêîôûŵŷ])?)", re.IGNORECASE)


def format_date(year: int, month: int | None, day: int | None) -> str:
    """Return a date as precise as it is known: `14 Medi 2022`, `Medi 2022`, `2022`."""
    from babel import dates

    if month is None:
        return str(year)
    if day is None:
        return dates.format_skeleton("yMMMM", date(year, month, 1), locale=_locale())
    return dates.format_date(date(year, month, day), "long", locale=_locale())


@cache
def month_numbers(tag: str) -> Mapping[str, int]:
    """Return the number of each month, 1 to 12, by its name in a language, in lower case: `mawrth` is 3 in `cy`."""
    from babel import Locale

    months = Locale.parse(tag, sep="-").months
    names = (months["format"]["wide"], months["stand-alone"]["wide"])
    return {name.lower(): number for each in names for number, name in each.items()}


def format_months(first: date, last: date) -> str:
    """Return the months from one to another: `Gorffennaf` to `Medi 2022`."""
    from babel import dates

    return dates.format_interval(first, last, skeleton="yMMMM", locale=_locale())


def format_range(first: str, last: str) -> str:
    """Return two dates or times as a range: `14 Medi 2022` to `3 Hydref 2022` with the dash of the language."""
    pattern: str = _locale().interval_formats[None]
    return pattern.format(first, last)


def format_clock(clock: time) -> str:
    """Return a time of the day: `13:05`."""
    from babel import dates

    return dates.format_time(clock, "short", locale=_locale())


def join_list(words: Sequence[str]) -> str:
    """Return words as a list in a sentence: `a, b and c`. Empty if there are no words."""
    if active_catalogue().is_english:
        return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
    from babel.lists import format_list

    # Welsh has "ac" before a vowel and "a" elsewhere, and Babel writes "a(c)" for both.
    return _WELSH_AND.sub(lambda found: "ac " if found[1] else "a ", format_list(words, locale=_locale()))


def plural_forms() -> dict[str, int]:
    """Return the plural categories of the language in use, each with a number that belongs to it: `{"one": 1}`."""
    rule = _locale().plural_form
    samples: dict[str, int] = {}
    for number in range(1001):
        samples.setdefault(rule(number), number)
    return samples


def open_graph_locale() -> str:
    """Return the language in use with its region, as Open Graph writes it: `en_GB`, `cy_GB`."""
    tag = active_catalogue().tag
    if active_catalogue().is_english:
        return tag.replace("-", "_") if "-" in tag else "en_GB"
    from babel.core import get_global

    if "-" in tag:
        return tag.replace("-", "_")
    likely = str(get_global("likely_subtags").get(tag, tag))
    return f"{tag}_{likely.rpartition('_')[2]}"


def _locale() -> Locale:
    from babel import Locale

    tag = active_catalogue().tag
    found = Locale.parse(tag, sep="-", resolve_likely_subtags=True)
    return found if found is not None else Locale.parse(base_language(tag))

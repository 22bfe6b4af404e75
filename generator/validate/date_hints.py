"""Works out what an editor meant by a date that is written in words or in another order, and what to type instead."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import one_line
from generator.languages.dates import month_numbers
from generator.model.partial_date import MONTH_NUMBERS, MONTHS, PartialDate
from generator.model.raw_record import Path

_DAY: Final = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH: Final = r"(?P<month>[a-z]{3,10})\.?"
_YEAR: Final = r"(?P<year>(?:19|20)[0-9]{2})"
_LAST_YEAR: Final = r"(?P<year>(?:19|20)[0-9]{2}|'?[0-9]{2})"
"""A year after a day and a month, which can have two digits."""

_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
_DATES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_WEEKDAY}(?:the )?{_DAY}(?: of)?[ -]?{_MONTH},?[ -]?{_LAST_YEAR}",
        rf"(?:early |mid[ -]|late )?{_MONTH},?[ -]?{_YEAR}",
        rf"{_WEEKDAY}{_MONTH} {_DAY},? {_YEAR}",
        rf"{_YEAR},?[ -]{_MONTH}(?:[ -]{_DAY})?",
        rf"(?P<first>[0-9]{{1,2}}) ?[/.-] ?(?P<second>[0-9]{{1,2}}) ?[/.-] ?{_LAST_YEAR}",
        rf"(?P<number>[0-9]{{1,2}}) ?[/.-] ?{_YEAR}",
        rf"{_YEAR} ?[/.-] ?(?P<number>[0-9]{{1,2}})(?: ?[/.-] ?{_DAY})?",
        rf"{_YEAR}(?P<number>[0-9]{{2}}){_DAY}",
    )
)
_TWO_MONTHS: Final = re.compile(rf"{_MONTH} ?(?:/|-|to|and|or) ?(?P<other>[a-z]{{3,10}})\.?,? {_YEAR}")
_TIME: Final = re.compile(
    r"(?P<day>.+?)(?:,? at |, ?|t| )"
    r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2})(?::[0-9]{2})?)? ?(?P<half>[ap]\.?m\.?)?z?"
)
_LONGEST_SHOWN: Final = 40


_WITH_TIME: Final = frozenset({"starts", "ends", "publish_on"})
"""Fields that have a date or a day with a clock time."""


def date_field_hint(kind: str, path: Path, value: object) -> str | None:
    """Return the hint for the wrong value of a date field of a record of a kind; None if nothing can be made of it."""
    words = unpublished_hint(value) if (kind, path) == ("case", ("published",)) else None
    return words or date_hint(value, bool(path) and path[-1] in _WITH_TIME) or _beyond_hint(value)


_OTHER_YEAR: Final = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
_OTHER_TIME: Final = re.compile(r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[ T][0-9]{1,2}[:.][0-9]{2}")


def _beyond_hint(value: object) -> str | None:
    """Return the hint for a date in the right form whose year or time cannot be: `2204-03-14`; None for others."""
    written = one_line(str(value))
    time = _OTHER_TIME.fullmatch(written)
    if time is not None:
        return f"write the time as {time['day']} 14:30, or only the day: {time['day']}"
    return (
        "correct the year, or leave the field out if the date is not known" if _OTHER_YEAR.fullmatch(written) else None
    )


def date_hint(value: object, with_time: bool = False) -> str | None:
    """Return the hint for a date that is not written as a record writes it; None if nothing can be made of it.

    `write 2023-03 for March 2023`. If a date has two meanings, the hint has both. `with_time`: the field may have a
    clock time too.
    """
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    written = one_line(str(value))
    dates, clock = _read(written)
    if not dates:
        return _years_hint(written) or _impossible_hint(written)
    after = f" {clock}" if clock and with_time else ""
    if len(dates) > 1:
        return "write " + ", or ".join(f"{each.iso}{after} for {each.label}" for each in dates)
    one = dates[0]
    return f"write {one.iso}{after if one.day is not None else ''} for {written[:_LONGEST_SHOWN]}"


_NOT_YET: Final = re.compile(
    r"(?:not (?:yet )?published yet|not[- ]yet(?: published)?|forthcoming|pending|in progress|to be published|to follow"
    r"|tb[ac]|delayed|due|expected)\b(?: in| on| by|:)? ?(?P<when>.*)"
)
_NOT_PUBLISHED: Final = re.compile(r"not[- ]published|unpublished|never(?: published)?|not (?:to|being|for) publi\w+.*")


def unpublished_hint(value: object) -> str | None:
    """Return the hint for words about a review whose report is not published, in place of its date; None for others."""
    text = one_line(value).casefold().strip(" .") if isinstance(value, str) else ""
    if value is False or _NOT_PUBLISHED.fullmatch(text):
        return 'write "publication: not-published" in place of "published"'
    match = _NOT_YET.fullmatch(text)
    if match is None:
        return None
    when = match["when"].strip()
    dates = _read(when)[0]
    known = dates[0].iso if dates else when if re.fullmatch("(?:19|20)[0-9]{2}(?:-[0-9]{2}){0,2}", when) else ""
    expected = f' and "expected: {known}"' if known else ""
    return f'write "publication: not-yet"{expected} in place of "published"'


def _read(written: str) -> tuple[list[PartialDate], str]:
    """Return the dates that a text can mean, and its clock time, `10:00`; empty if it has none."""
    text = written.casefold().strip(".,?~\u201c\u201d\u2018\u2019\"'")
    text = re.sub("[\u2010-\u2015\u2212]", "-", text).replace("\u2019", "'")
    dates = list(dict.fromkeys(_dates_in(text)))
    match = None if dates else _TIME.fullmatch(text)
    if match is None:
        return dates, ""
    clock = _clock(match)
    return (list(dict.fromkeys(_dates_in(match["day"].strip(" ,")))), clock) if clock else ([], "")


def _clock(match: re.Match[str]) -> str:
    if match["minute"] is None and match["half"] is None:
        return ""
    hour, half = int(match["hour"]), (match["half"] or "")[:1]
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return f"{hour:02d}:{match['minute'] or '00'}" if hour < 24 else ""


def _dates_in(text: str) -> Iterator[PartialDate]:
    """Yield every date that a text can mean, the British one first: the day is before the month."""
    months = _TWO_MONTHS.fullmatch(text)
    if months is not None:
        for name in (months["month"], months["other"]):
            yield from _date(months["year"], _month_number(name), None)
        return
    match = next(filter(None, (pattern.fullmatch(text) for pattern in _DATES)), None)
    if match is None:
        return
    parts = match.groupdict()
    if parts.get("first"):
        yield from _date(parts["year"], int(parts["second"]), int(parts["first"]))
        yield from _date(parts["year"], int(parts["first"]), int(parts["second"]))
        return
    month = _month_number(parts["month"]) if parts.get("month") else int(parts.get("number") or 0)
    yield from _date(parts["year"], month, int(parts["day"]) if parts.get("day") else None)


def _month_number(name: str) -> int | None:
    """Return the number of a month, by its English or its Welsh name; None for another word."""
    return MONTH_NUMBERS.get(name) or month_numbers("cy").get(name)


def _date(year: str, month: int | None, day: int | None) -> Iterator[PartialDate]:
    """Yield the date if it exists."""
    number = int(year.strip("'"))
    if number < 100:
        number += 2000 if number < 70 else 1900
    try:
        date(number, month or 0, day if day is not None else 1)
    except ValueError:
        return
    yield PartialDate(number, month, day)


_ISO: Final = re.compile(r"(?P<year>(?:19|20)[0-9]{2})-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?")


def _impossible_hint(written: str) -> str | None:
    """Return the hint for a date in the right form that no calendar has: `2026-11-31`, `2026-13`; None for others."""
    match = _ISO.fullmatch(written)
    if match is None:
        return None
    year, month, day = int(match["year"]), int(match["month"]), match["day"]
    if not 1 <= month <= 12:
        return f"a month is 01 to 12; write {year} if only the year is known"
    last = monthrange(year, month)[1]
    if day is None or 1 <= int(day) <= last:
        return None
    only_month = f"{year}-{month:02d}"
    return f"{MONTHS[month - 1]} {year} has {last} days; write {only_month} if only the month is known"


def _years_hint(written: str) -> str | None:
    """Return the hint for a text in which only the year can be read: `Spring 2022`, `2022-23`, `2021 or 2022`."""
    years = re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", written)
    pair = re.fullmatch(r"((?:19|20)[0-9]{2}) ?[-/\u2013] ?([0-9]{2})", written)
    if pair is not None and int(pair[2]) == (int(pair[1]) + 1) % 100:
        years.append(str(int(pair[1]) + 1))
    if len(years) == 2:
        return f"write one year, {years[0]} or {years[1]}"
    without_year = re.sub("(?i)q[1-4]", "", written.replace(years[0], "")) if len(years) == 1 else ""
    if len(years) == 1 and not re.search("[0-9]", without_year):
        return f"write {years[0]} if only the year is known"
    return None

"""Reads one line of the list of private terms, in any of the usual ways in which officers write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.private_terms.date_formats import find_dates
from generator.private_terms.list_details import CUT, Found, cut_details, is_long_number
from generator.private_terms.list_names import Reading, read_names
from generator.private_terms.list_notes import is_note
from generator.private_terms.list_text import plain_line
from generator.private_terms.name_words import PLACE_LABELS, SMALL_WORDS, TITLES, TITLES_AFTER
from generator.private_terms.normalisation import normalise
from generator.private_terms.term import TermKind

_SHORTEST: Final = 3
"""Minimum number of letters and digits in a term."""

_LONGEST: Final = 1_000
"""Maximum number of characters in a line. A longer line is not a list of terms, and would take long to search for."""

_WITH_KIND: Final = re.compile(r"^(" + "|".join(TermKind) + r")\s*:\s*(.*)$", re.IGNORECASE)
_NOTE: Final = re.compile(r"^#(?![0-9])")
_REASON: Final = re.compile(r"\s#\s.*$")
"""The reason after the words that the list allows."""

_BULLET: Final = re.compile(r"^(?:[^\w\s\"'(\[#@+<]|\[[ xX]?\]|[+>](?=\s)|o(?=\t|\s+[^a-z\s]))+\s*")
_NUMBERING: Final = re.compile(
    r"^(?:[(#]?(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|[a-zA-Z](?=\))|[ivx]{1,5}(?=\))|(?-i:[ivx]{2,5}(?=\.)|[a-i](?=\.\s*[A-Z])))"
    r"[.):]+(?=\s|[^\W\d]|$)\s*|#[0-9]{1,3}\s+|[0-9]{1,3}\s+[-\u2013]+\s+|no\.?\s?[0-9]{1,3}[.:)]*\s+)",
    re.IGNORECASE,
)
_QUOTED_CELL: Final = re.compile(r'(?:^|(?<=[,;\t|]))\s*"((?:[^"]|"")*)"\s*(?=$|[,;\t|])')
_CELLS: Final = re.compile(r"[\t;|]")
_BRACKETS: Final = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_BRACKET: Final = re.compile(r"[()\[\]{}]")
"""A bracket without its partner."""

_NICKNAME: Final = re.compile(r"""(?<!\w)(['"])([^'"]+)\1(?!\w)""")
_BIRTH_NAME: Final = re.compile(
    r"(?<!\w)(?:n[\u00e9e]e|born(?=\s+[A-Z])|maiden name|formerly(?: known as)?|previously(?: known as)?)(?!\w)[:\s]*",
    re.IGNORECASE,
)
_ALIAS: Final = re.compile(
    r"(?<!\w)(?:a\.?k\.?a\.?|(?:also |now |formerly |better )?known (?:as|to (?:friends|family) as)|alias"
    r"|nicknamed?|goes by|called|preferred name|prefers|or)(?!\w)[:\s]*",
    re.IGNORECASE,
)
_MAPPING: Final = re.compile(r"\s*(?:[-=]+>|=+|[\u2190-\u21ff\u27f5-\u27ff]+)\s*")
_DATE_OF_BIRTH: Final = re.compile(r"(?<!\w)d[. ]+o[. ]+b(?!\w)\.?", re.IGNORECASE)
_PARTS: Final = re.compile(
    rf"(?:{CUT}|\s[^\w\s&+'\"]+\s|:(?=\s|$)|\s[-\u2013]+\s|\s[-\u2013]+(?=\w)|(?<=\w)[-\u2013]+\s|\s#|\s/\s)+"
)
_ROLE_BEHIND: Final = re.compile(r"(?<=\w)-(?=(?:mother|father|mum|dad|sibling|aunt|uncle|gp|child|son|daughter)\b)")


@dataclass(frozen=True, slots=True)
class Line:
    """The terms of one line of the list, and its faults."""

    found: tuple[Found, ...] = ()
    """The terms in the line."""

    too_short: bool = False
    not_a_day: bool = False
    unclear: bool = False
    """True if a part of the line was not understood."""

    is_small_words: bool = False
    """True if the line has only titles, such as `Mrs`, or words such as `the`: a name may be missing."""


def read_line(written: str) -> Line:
    """Return the terms of a line. An empty line, a note after `#` and a heading have no terms and are not faults."""
    text = plain_line(written)
    if not text or _NOTE.match(text):
        return Line()
    if len(text) > _LONGEST:
        return Line(unclear=True)
    reading = Reading()
    given = _WITH_KIND.match(_without_numbering(text))
    if given is not None and given[1].lower() != TermKind.NAME:
        kind = TermKind(given[1].lower())
        return _as_given(kind, _REASON.sub("", given[2]) if kind is TermKind.ALLOW else given[2], reading)
    _read_row(_without_numbering(given[2] if given is not None else text), reading)
    if not reading.found and reading.is_clear:
        return Line(
            too_short=not any(map(str.isalpha, text)),
            unclear=not _is_heading(text),
            is_small_words=_is_small_words(text),
        )
    return _checked(reading)


def _checked(reading: Reading) -> Line:
    long = tuple((kind, words) for kind, words in reading.found if _letters(words) >= _SHORTEST)
    return Line(long, too_short=len(long) < len(reading.found), unclear=not reading.is_clear)


def _is_heading(text: str) -> bool:
    """Return True if all words are notes, as in `Names:` or the first row of a table."""
    return is_note(re.sub(r"[^\w'.-]", " ", text))


def _is_small_words(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.lower().replace("'", ""))
    return bool(words) and all(word in TITLES or word in TITLES_AFTER or word in SMALL_WORDS for word in words)


def _letters(words: str) -> int:
    return sum(map(str.isalnum, normalise(words)))


def _without_numbering(text: str) -> str:
    """Return a line without its bullet and its number: `- John`, `1. John`, `(a) John`."""
    for _ in range(3):
        bare = _NUMBERING.sub("", _BULLET.sub("", text, count=1), count=1)
        if bare == text:
            break
        text = bare
    return text


def _as_given(kind: TermKind, text: str, reading: Reading) -> Line:
    """Return the terms of a line with a kind in front, such as `place:`. Words are taken as they are written."""
    if kind is TermKind.ALLOW:
        return Line(((kind, text),)) if _letters(text) >= _SHORTEST else Line(too_short=True)
    if kind is TermKind.DATE and not find_dates(normalise(text)):
        return Line(not_a_day=True)
    found, rest = cut_details(text) if kind is not TermKind.NUMBER else ([], text)
    reading.found.extend(found)
    if kind is TermKind.NUMBER:
        reading.add(kind if is_long_number(text) and not any(map(str.isalpha, text)) else TermKind.ADDRESS, text)
    elif kind is TermKind.DATE or (kind is TermKind.ADDRESS and found):
        _read_chunk(rest, reading)
    else:
        main, *others = [part.strip(" ,.;") for part in _PARTS.split(_BRACKETS.sub(rf"{CUT}\1{CUT}", rest))]
        for each in (main, *(other for other in others if not is_note(other))):
            for one in re.split(r"[,;/]", each) if kind is TermKind.NICKNAME else [each]:
                if _letters(one):
                    reading.add(kind, one.strip())
    return _checked(reading) if reading.found else Line(too_short=True)


def _read_row(text: str, reading: Reading) -> None:
    """Read the cells of a table row. A line that is not a table row has one cell."""
    cells: list[str] = []
    for cell in _cells(text):
        is_half_a_name = bool(cells) and _is_word(cells[-1]) and _is_word(cell.split(",")[0])
        if cells and "," not in cells[-1] and ("," not in cell or is_half_a_name):
            cells[-1] = f"{cells[-1]}{CUT}{cell}"
        else:
            cells.append(cell)
    for each in cells:
        _read_chunk(each.replace(CUT, ", "), reading)


def _is_word(text: str) -> bool:
    return len(text.split()) == 1


def _cells(text: str) -> list[str]:
    place, cells = 0, list[str]()
    for quoted in _QUOTED_CELL.finditer(text):
        cells.extend(_CELLS.split(text[place : quoted.start()].strip(" ,")))
        cells.append(quoted[1].replace('""', '"'))
        place = quoted.end()
    cells.extend(_CELLS.split(text[place:].strip(" ,")))
    return [cell.strip() for cell in cells if cell.strip(" ,")]


def _read_chunk(text: str, reading: Reading) -> None:
    """Read a cell: its details, its names, and the text in brackets or quotes next to them."""
    sides = _MAPPING.split(_DATE_OF_BIRTH.sub("DOB", text))
    if sum(not is_note(side) for side in sides) > 1:
        # The text after `=` may be the pseudonym, which is public. The program cannot know.
        reading.is_clear = False
    found, rest = cut_details(CUT.join(sides))
    reading.found.extend(detail for detail in found if detail not in reading.found)
    aside: list[str] = []

    def set_aside(match: re.Match[str]) -> str:
        aside.append(match[match.lastindex or 0])
        return " "

    if not _NICKNAME.fullmatch(rest.strip()):
        rest = _NICKNAME.sub(set_aside, rest)
    rest = _BRACKET.sub(CUT, _BRACKETS.sub(set_aside, rest))
    is_alone = not found and not aside
    _read_with_aliases(rest.replace('"', " "), reading, is_alone)
    for alias in aside:
        _read_with_aliases(alias, reading, False, is_alias=True)


def _read_with_aliases(text: str, reading: Reading, is_alone: bool, is_alias: bool = False) -> None:
    birth = _BIRTH_NAME.search(text)
    alias = _ALIAS.search(text)
    first = min((match for match in (birth, alias) if match is not None), key=lambda match: match.start(), default=None)
    if first is None:
        _read_parts(text, reading, is_alone, is_alias)
        return
    _read_parts(text[: first.start()], reading, False, is_alias)
    after = text[first.end() :]
    if first is not birth:
        _read_with_aliases(after, reading, False, is_alias=True)
        return
    ends = _PARTS.search(after) or _ALIAS.search(after) or re.search(r",", after)
    name, rest = (after[: ends.start()], after[ends.end() :]) if ends is not None else (after, "")
    for read_name in read_names(name, reading):
        reading.add_birth_name(read_name)
    _read_with_aliases(rest, reading, False, is_alias)


def _read_parts(text: str, reading: Reading, is_alone: bool, is_alias: bool) -> None:
    """Read the parts between dashes, colons and slashes."""
    parts = [part for part in _PARTS.split(_ROLE_BEHIND.sub(" - ", text)) if part.strip(" ,.;")]
    singles: list[str] = []
    before = ""
    for part in parts:
        if before and not is_note(part) and not {word.lower() for word in before.split()}.isdisjoint(PLACE_LABELS):
            reading.add(TermKind.PLACE, part.strip(" ,."))
        else:
            singles.extend(read_names(part.replace("\u2013", " "), reading, is_alone and len(parts) == 1))
        before = part if is_note(part) else ""
    if len(singles) == 2 and not reading.full_name and not is_alias and _is_dash_between(singles[0], singles[1], text):
        reading.add_name((singles[0], singles[1]))
        reading.add_name((singles[1], singles[0]))
        return
    for name in singles:
        if is_alias or reading.full_name:
            reading.add_alias(name)
        else:
            reading.add(TermKind.NAME, name)


def _is_dash_between(one: str, other: str, text: str) -> bool:
    """Return True if a dash replaces the space between a forename and a surname."""
    return re.search(rf"{re.escape(one)}\W*[\u2013-]\W*{re.escape(other)}", text) is not None

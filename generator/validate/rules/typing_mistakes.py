"""Checks values that are valid, but are not what the editor meant to type."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.markdown.commonmark import html_of
from generator.markdown.html_tags import without_code
from generator.model import Briefing, Bulletin, Case, Located, Notice, RawRecord, Records, Year
from generator.model.raw_record import Path, is_private
from generator.validate.text_locations import body_location, find_words, page_text
from generator.validate.value_mistakes import curly_quotes_hint, in_quotes, note_hint, written_at

_INVISIBLE: Final = re.compile("[\u200b\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]")
"""A zero-width space, a word joiner, a byte order mark, a soft hyphen, or a sign that changes the direction of
letters. Joiners of letters are allowed: some languages and emojis need them."""

_CHARACTERS: Final = (
    *("\u200b", "\u2060", "\ufeff", "\u00ad"),
    *("\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"),
)
"""The same characters. Looking for each of them is much faster than the regular expression."""

_END_OF_WORD: Final = re.compile("[\u200b\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]+\\w*")

_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""A control character, which no feed or file of data can contain. YAML files with one are not read (Y101, R207)."""

_REFERENCE: Final = re.compile(r"(&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));)")
"""A character as HTML writes it by its number."""

_CUT_OFF: Final = re.compile(r"\s+(#[^\s#].*)$")
"""The end of a line that YAML leaves out: `Room #2`."""

_CURLY: Final = ("\u201c", "\u2018", "\u201d", "\u2019", "\u201e", "\u00ab")


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield R207 for a value in Word's curly quotes, and R203 for a value that a `#` has turned into a note.

    An item of a list of prose may be a quotation, so its curly quotes are allowed.
    """
    for located in records.prose_records:
        yield from _check_record(located.raw, _quotable_paths(located))
    for single in (records.partnership, records.vocabulary, records.redirects, records.link_exceptions):
        if single is not None:
            yield from _check_record(single.raw.own or single.raw, frozenset())


def check_invisible_characters(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield R230 for an invisible character in the texts of a record or on a page."""
    for located in records.prose_records:
        raw = located.raw
        if _may_be_in(raw.source.text):
            for path, value in _values(raw.values, ()):
                found = _word_with_invisible(value or "")
                if found is not None:
                    yield _invisible(found[0], raw.find(found[0], *path))
    for page in records.pages:
        found = _word_with_invisible(page.source.text, 1)  # A byte order mark at the beginning does no harm.
        if found is not None:
            yield _invisible(found[0], page.source.at_offset(found[1]))


def check_control_characters(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield R207 for a control character on a page, or one that a page or the prose of a record has by its number."""
    for page in records.pages:
        text = page_text(page)
        found = _CONTROL.search(page.source.text)
        if found is not None:
            message = f"an invisible character (U+{ord(found[0]):04X}) is in the text"
            hint = "delete it, or type the line again; it often comes with text that was copied from another program"
            yield rule("R207").diagnostic(message, page.source.at_offset(found.start()), hint)
        elif "&#" in text:
            # Browsers read the numbers from 128 to 159 as the characters of Windows.
            for piece, number in _references(without_code(text)):
                if not 0x80 <= number <= 0x9F:
                    yield _numbered(piece, number, find_words(page.source, piece, body_location(page)))
    for located in records.prose_records:
        for path, text in located.record.prose:
            if "&#" in text and _CONTROL.search(html_of(text)):
                for piece, number in _references(text):
                    yield _numbered(piece, number, located.raw.find(piece, *path))


def _references(text: str) -> Iterator[tuple[str, int]]:
    """Yield the numbers in a text that stand for a control character, as written and as numbers, each once.

    Zero stands for a visible character, the replacement character.
    """
    for piece, hexadecimal, decimal in dict.fromkeys(_REFERENCE.findall(text)):
        number = int(hexadecimal, 16) if hexadecimal else int(decimal)
        if 0 < number <= 0xFFFF and _CONTROL.match(chr(number)):
            yield piece, number


def _numbered(piece: str, number: int, place: Location) -> Diagnostic:
    meant = bytes([number]).decode("cp1252", "ignore") if number in range(0x80, 0xA0) else ""
    hint = f"write {meant} in its place" if meant else "delete it"
    return rule("R207").diagnostic(f'"{piece}" stands for a character that nobody sees', place, hint)


def _may_be_in(text: str) -> bool:
    return any(character in text for character in _CHARACTERS)


def _word_with_invisible(text: str, start: int = 0) -> tuple[str, int] | None:
    """Return the first word with an invisible character, and where it begins; None if there is none.

    The character is searched for first: a pattern that begins with the word would try each letter of a long one.
    """
    found = _INVISIBLE.search(text, start) if _may_be_in(text) else None
    if found is None:
        return None
    begin = found.start()
    while begin > start and (text[begin - 1].isalnum() or text[begin - 1] == "_"):
        begin -= 1
    end = _END_OF_WORD.match(text, found.start())
    assert end is not None
    return text[begin : end.end()], begin


def _invisible(word: str, place: Location) -> Diagnostic:
    message = f'an invisible character is in "{word}"'
    return rule("R230").diagnostic(message, place, "type the word again; it came with text from another program")


def _quotable_paths(
    located: Located[Case] | Located[Briefing] | Located[Notice] | Located[Bulletin] | Located[Year],
) -> frozenset[Path]:
    return frozenset(path for path, _ in located.record.prose if len(path) > 1)


def _check_record(raw: RawRecord, quotable: frozenset[Path]) -> Iterator[Diagnostic]:
    text = raw.source.text
    has_note = " #" in text
    if not has_note and not any(mark in text for mark in _CURLY):
        return
    for path, value in _values(raw.values, ()):
        if value is None:
            place = raw.location_of(*path)
            written = written_at(place).strip()
            hint = note_hint(value, place) if has_note and written[1:2] not in ("", " ", "#") else None
            if hint is not None:
                yield rule("R203").diagnostic(f'"{path[-1]}" is empty, because a # begins a note', place, hint)
        elif has_note and (cut := _cut_off(value, raw, path)):
            yield rule("R203").diagnostic(
                f'"{cut[0]}" is left out, because a # begins a note', raw.location_of(*path), cut[1]
            )
        elif value.startswith(_CURLY) and path not in quotable:
            place = raw.location_of(*path)
            hint = curly_quotes_hint(value, place)
            if hint is not None:
                yield rule("R207").diagnostic(f'"{path[-1]}" is in curly quotes', place, hint)


def _cut_off(value: str, raw: RawRecord, path: Path) -> tuple[str, str] | None:
    """Return the end of a text that a `#` has turned into a note, and the hint; None for others.

    A note after an id is allowed, and one with a space after the `#`.
    """
    if " " not in value and not value[:1].isupper():
        return None
    written = written_at(raw.location_of(*path))
    match = _CUT_OFF.match(written, len(value)) if written.startswith(value) else None
    if match is None:
        return None
    return match[1], f"put the whole text in quotes: {in_quotes(f'{value} {match[1]}')}"


def _values(value: Any, path: Path) -> Iterator[tuple[Path, str | None]]:
    """Yield the texts and the empty values of a record, with their paths. Values of `workflow` are left out."""
    if value is None or isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if not is_private((*path, name)):
                yield from _values(inner, (*path, name))
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _values(inner, (*path, index))

"""Recognises the usual typing mistakes in the text of a YAML file, so that the message names the real cause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from generator.diagnostics import Diagnostic, Location, RelatedLocation, rule
from generator.model.raw_record import Source

_CONFLICT: Final = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
_SPECIAL_SPACE: Final = "[\u00a0\u2000-\u200a\u202f\u3000]"
_SPACE_AT_START: Final = re.compile(rf"^ *{_SPECIAL_SPACE}")
_SPACE_AFTER_MARK: Final = re.compile(rf"^\s*(?:- *)*(?:-|[\w-]+:){_SPECIAL_SPACE}")
_LIST_MARK: Final = re.compile("^\\s*([\u2010-\u2015\u2212\u2022\u00b7\u25aa\u25e6\u2023*]|-(?=[^\\s-]))")
_VALUE: Final = re.compile(r"\s*(?:- +)*(?:[\w-]+:\s+)?")
_NO_SPACE: Final = re.compile(r"^\s*(?:- +)*([a-z_]+):(?=[^\s:/])")
_FIELD: Final = re.compile(r"^[A-Za-z_][\w-]*:(?:\s|$)")
_BLOCK_SCALAR: Final = re.compile(r"(?:^|\s)[|>][+-]?[1-9]?[+-]?\s*(?:#.*)?$")
_FLOW_QUOTE: Final = re.compile(r"[\[{,:]\s*([\"'])")
_AFTER_QUOTE: Final = re.compile(r"\s*(?:#.*)?$")
_AFTER_FLOW_QUOTE: Final = re.compile(r"\s*(?:[,}\]:].*|#.*)?$")
_FLOW_FIELD: Final = re.compile(r"(?:^\s*|[{,]\s*)([\w-]+):\s+")
_LONGEST_EXAMPLE: Final = 70


def conflict_fault(source: Source) -> Diagnostic | None:
    """Return Y101 at the first line that git wrote to mark a merge conflict; None if there is none."""
    match = _CONFLICT.search(source.text)
    if match is None:
        return None
    return rule("Y101").diagnostic(
        "two people changed this part, and git has kept both versions",
        source.at_offset(match.start()),
        "keep one version, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
    )


def typing_mistake(source: Source, context: int, problem: int) -> Diagnostic | None:
    """Return Y101 for a mistake that explains a syntax error; None if no usual one is found.

    `context` and `problem` are 1-based lines: where the parser began the broken value, and where it stopped.
    """
    lines = source.text.split("\n")
    for number in sorted({context, problem - 1, problem}):
        line = lines[number - 1] if 0 < number <= len(lines) else ""
        if space := special_space_fault(source, number, line):
            return space
        if number != problem - 1 or number == context:
            mark = _LIST_MARK.match(line)
            if mark is not None:
                message, hint = list_mark_message(line.strip())
                return rule("Y101").diagnostic(message, source.at(number, mark.start(1) + 1), hint)
    if colon := _colon_without_space(source, lines, (context, problem - 1, problem)):
        return colon
    return _quote_fault(source, lines, problem)


def _colon_without_space(source: Source, lines: list[str], numbers: Iterable[int]) -> Diagnostic | None:
    """Return Y101 for the first of some lines whose field has no space after its colon; None if there is none."""
    for number in sorted({number for number in numbers if 0 < number <= len(lines)}):
        match = _NO_SPACE.match(lines[number - 1])
        if match is not None:
            value = lines[number - 1][match.end() :].strip()
            shown = f"{value[:30]}..." if len(value) > 30 else value
            return rule("Y101").diagnostic(
                f'the space after the colon of "{match[1]}" is missing',
                source.at(number, match.end()),
                f"put a space after the colon: {match[1]}: {shown}",
            )
    return None


def special_space_fault(source: Source, number: int, line: str) -> Diagnostic | None:
    """Return Y101 if a line begins with a special space, or has one after its hyphen or colon; None otherwise."""
    if _SPACE_AT_START.match(line):
        return rule("Y101").diagnostic(
            "this line begins with special spaces from Word",
            source.at(number, 1),
            "delete the spaces at the beginning of the line, and type ordinary ones with the space bar",
        )
    match = _SPACE_AFTER_MARK.match(line)
    if match is None:
        return None
    mark = "colon" if line[match.end() - 2] == ":" else "hyphen"
    return rule("Y101").diagnostic(
        f"a special space from Word follows the {mark}",
        source.at(number, match.end()),
        "delete it, and press the space bar",
    )


def list_mark_message(text: str) -> tuple[str, str]:
    """Return the message and hint for a list item that begins with another mark than a hyphen and a space."""
    rest = re.sub(rf"^(?:\W|{_SPECIAL_SPACE})+", "", text)
    example = f"- {rest[:30]}{'...' if len(rest) > 30 else ''}"
    if text.startswith("-"):
        return "the space after the hyphen is missing", f"put a space after the hyphen of each item: {example}"
    what = "a bullet" if text[:1] in "\u2022\u00b7\u25aa\u25e6\u2023*" else "a long dash"
    return f"this list item begins with {what}", f"begin each item with a hyphen (-) and a space: {example}"


def unquoted_flow_text(source: Source, number: int) -> Diagnostic | None:
    """Return Y101 at the first text inside { } on a line that needs quotes and has none; None if there is none."""
    line = source.line(number) or ""
    end = len(line.rstrip(" ,}")) if "}" in line else len(line)
    fields = [match for match in _FLOW_FIELD.finditer(line[:end]) if not match[0].endswith("{")]
    for index, match in enumerate(fields):
        until = fields[index + 1].start() if index + 1 < len(fields) else end
        text = line[match.end() : until].strip()
        mark = _mark_that_needs_quotes(text)
        if mark is not None:
            return rule("Y101").diagnostic(
                f"a text with {mark} inside {{ }} has no double quotes",
                source.at(number, match.end() + 1),
                f"put the text in double quotes: {match[1]}: {in_double_quotes(text)}",
            )
    return None


def _mark_that_needs_quotes(text: str) -> str | None:
    if text[:1] == "'" and "'" in text[1:-1].replace("''", ""):
        return "an apostrophe"
    if text[:1] in ("'", '"', "[", "{"):
        return None
    if ": " in text or text.endswith(":"):
        return "a colon"
    return "a bracket" if re.search(r"[\[\]{}]", text) else None


def in_double_quotes(text: str) -> str:
    """Return a text as an editor should type it: in double quotes, shortened for a message."""
    plain = text.strip("'\u2018\u2019\u201c\u201d").replace('"', "'")
    return f'"{plain}"' if len(plain) <= _LONGEST_EXAMPLE else f'"{plain[: _LONGEST_EXAMPLE - 3]}..."'


class _Quote(NamedTuple):
    """An opening quotation mark: 0-based line and column, the mark, and whether it is inside { } or [ ]."""

    line: int
    column: int
    mark: str
    is_in_flow: bool


def _quote_fault(source: Source, lines: list[str], problem: int) -> Diagnostic | None:
    """Return Y101 for the first quoted text, up to the line of the problem, that is not closed where it should be."""
    until = 0
    for quote in _opening_quotes(lines, problem):
        if (quote.line, quote.column) < (until, 0):
            continue
        end = _end_of_quote(lines, quote)
        if end is None or _has_field_inside(lines, quote.line, end[0]):
            return _unclosed_quote(source, lines, quote, problem)
        rest = lines[end[0]][end[1] + 1 :]
        is_good_end = (_AFTER_FLOW_QUOTE if quote.is_in_flow else _AFTER_QUOTE).match(rest)
        if is_good_end is None and end[0] != quote.line:
            return _unclosed_quote(source, lines, quote, problem)
        if is_good_end is None:
            return _text_after_quote(source, lines[quote.line], quote, end[1])
        until = end[0] + 1 if end[0] > quote.line else until
    return None


def _opening_quotes(lines: list[str], last: int) -> Iterator[_Quote]:
    block_indent: int | None = None
    for number, line in enumerate(lines[:last]):
        indent = len(line) - len(line.lstrip(" "))
        if block_indent is not None and (not line.strip() or indent > block_indent):
            continue
        block_indent = indent if _BLOCK_SCALAR.search(line) else None
        start = _VALUE.match(line)
        column = start.end() if start is not None else 0
        if line[column : column + 1] in ("'", '"'):
            yield _Quote(number, column, line[column], False)
        elif line[column : column + 1] in ("{", "["):
            while (match := _FLOW_QUOTE.search(line, column)) is not None:
                quote = _Quote(number, match.start(1), match[1], True)
                yield quote
                end = _end_of_quote(lines, quote)
                if end is None or end[0] != number:
                    break
                column = end[1] + 1


def _end_of_quote(lines: list[str], quote: _Quote) -> tuple[int, int] | None:
    """Return the line and column of the closing mark, both 0-based; None if the file ends first."""
    closing = re.compile(r"(?:\\.|[^\"\\])*?\"" if quote.mark == '"' else r"(?:''|[^'])*?'(?!')", re.DOTALL)
    for number in range(quote.line, len(lines)):
        start = quote.column + 1 if number == quote.line else 0
        match = closing.match(lines[number], start)
        if match is not None:
            return number, match.end() - 1
    return None


def _has_field_inside(lines: list[str], first: int, last: int) -> bool:
    return any(_FIELD.match(line) for line in lines[first + 1 : last + 1])


def _unclosed_quote(source: Source, lines: list[str], quote: _Quote, problem: int) -> Diagnostic:
    hint = f"add {quote.mark} at the end of this text"
    if re.search("[\u201d\u2019]$", lines[quote.line].rstrip(" ,}]")):
        hint = f"the mark at the end is a curly one from Word: type {quote.mark} in its place"
    return unclosed_quote_finding(source, quote.line + 1, quote.column + 1, hint, problem)


def unclosed_quote_finding(source: Source, line: int, column: int, hint: str, problem: int) -> Diagnostic:
    """Return Y101 for a quotation mark at a place, both numbers 1-based, that is not closed."""
    noticed = () if problem == line else (RelatedLocation("noticed here", source.at(problem, 1)),)
    has_line = source.line(problem) is not None
    return rule("Y101").diagnostic(
        "a quotation mark is opened here and never closed",
        source.at(line, column),
        hint,
        noticed if has_line else (),
    )


def has_field_in_quotes(source: Source, first: int, last: int) -> bool:
    """Return True if a quoted text from one 1-based line to another has swallowed a field of the record."""
    return first != last and _has_field_inside(source.text.split("\n"), first - 1, last - 1)


def _text_after_quote(source: Source, line: str, quote: _Quote, closing: int) -> Diagnostic:
    end = len(line.rstrip(" }")) if quote.is_in_flow else len(line.rstrip())
    text = line[quote.column + 1 : end]
    place: Location = source.at(quote.line + 1, closing + 1)
    if quote.mark == "'":
        hint = f"put the text in double quotes: {in_double_quotes(text)}"
        return rule("Y101").diagnostic("this apostrophe ends the text, and more follows it", place, hint)
    hint = "put the whole text in single quotes, or use curly marks (\u201c \u201d) inside the text"
    return rule("Y101").diagnostic("this quotation mark ends the text, and more follows it", place, hint)

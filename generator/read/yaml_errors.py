"""Explains YAML parser errors, so that an editor knows which character to change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

import yaml

from generator.diagnostics import Diagnostic, Location, RelatedLocation, one_line, rule
from generator.model.raw_record import Source
from generator.read.typing_mistakes import in_double_quotes, typing_mistake, unquoted_flow_text

_PLAIN: Final = bytes(range(0x20, 0x7F)) + b"\t\n"
"""The bytes of most files. A file with only these needs no closer check."""


@cache
def _unprintable() -> re.Pattern[str]:
    """Return a pattern for what a YAML file may not contain: control characters, stray byte order marks, surrogates."""
    return re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Fault:
    """A parser error and its meaning."""

    explanation: str
    message: str
    hint: str
    at_beginning: bool = False
    """True if the location is the start of the broken value, not the point at which the parser stopped."""


_FAULTS: Final = (
    _Fault(
        "mapping values are not allowed",
        "a colon followed by a space is inside a text that is not in quotes",
        'put the whole text in quotes, or below a "|"',
    ),
    _Fault(
        "found unexpected end of stream",
        "a quotation mark is opened here and never closed",
        "add the closing one",
        True,
    ),
    _Fault(
        "expected ',' or ']'",
        "a list is opened by [ and not closed",
        "add the closing ], with a comma between its items; or put a text that starts with [ in quotes",
        True,
    ),
    _Fault(
        "expected ',' or '}'",
        "a set of fields is opened by { and not closed",
        "add the closing }, with a comma between its fields; or put a text that starts with { in quotes",
        True,
    ),
    _Fault(
        "could not find expected ':'",
        "this line is neither a field nor the continuation of a text",
        "write name: value, with a space after the colon; or move the line two spaces in",
        True,
    ),
    _Fault(
        "but found another document",
        "a second record begins here",
        'a file holds one record: take the line "---" out, and put the second record in another file',
    ),
    _Fault(
        "expected <document start>",
        "this line begins further left than the lines above it, or after the end of the record",
        "move it so that it begins as far left as the other fields",
    ),
    _Fault("expected '-' indicator", "a list and fields are mixed", "begin each item of the list with a hyphen"),
    _Fault("block sequence entries are not allowed", "a list begins on its field's line", "move it to the next line"),
    _Fault("mapping keys are not allowed", "a text may not start with ?", "put the text in quotes"),
    _Fault(
        "found unknown escape character",
        "a backslash in double quotes changes the letter after it",
        "write the text in single quotes, or two backslashes",
    ),
    _Fault(
        "hexdecimal", "a backslash in double quotes changes the letters after it", "write the text in single quotes"
    ),
    _Fault(
        "Unicode character escape",
        "a backslash in double quotes changes the letters after it",
        "write the text in single quotes",
    ),
    _Fault(
        "expected comment or line break",
        "there is text on the line of a | or >",
        "begin the text on the next line, two spaces in; put a text that starts with | or > in quotes",
    ),
    _Fault(
        "expected node content",
        "a value is missing, or there is a bracket or comma in its place",
        "write the value; a text with brackets in quotes",
    ),
    _Fault(
        "expected key",
        "this line does not fit the lines above it",
        "move it so that it begins as far left as the other fields; text after a closing quotation mark is not allowed",
    ),
    _Fault("directive", "a line that starts with % is not part of a record", "take the line out"),
)

_MISPLACED: Final = _Fault(
    "mapping values are not allowed",
    "this field does not fit the line above it",
    "move it so that it begins as far left as the other fields; or the line above lacks a colon or a quotation mark",
)

_NOTE_HINT: Final = 'everything after # is a note, also the closing bracket: put a text with # in quotes, "#1"'

_SHORTHANDS: Final = ("undefined alias", "alphabetic or numeric", "tag handle", "the expected '>'", "expected '!'")
"""Parser errors for text that only looks like an anchor, alias or tag: it starts with *, & or !."""


def unprintable_fault(source: Source) -> Diagnostic | None:
    """Return a finding for the first character that no YAML file may contain, or None if there is none."""
    data = source.text.encode(errors="surrogatepass")
    if len(data) == len(source.text) and not data.translate(None, _PLAIN):
        return None
    found = _unprintable().search(source.text)
    if found is None:
        return None
    place = source.at_offset(found.start())
    return rule("Y101").diagnostic(
        f"an invisible character (U+{ord(found[0]):04X}) is in the text",
        place,
        "delete it, or type the line again; it often comes with text that was copied from another program",
    )


def syntax_fault(source: Source, error: yaml.MarkedYAMLError) -> Diagnostic:
    """Return Y101, or Y105 for text that only looks like an anchor, alias or tag."""
    problem = one_line(error.problem or error.context or "")
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return rule("Y101").diagnostic("this is not valid YAML", Location(source.file))
    place = _place(source, mark)
    character = (place.source or "")[mark.column : mark.column + 1]
    if character == "\t" or "a tab character" in problem:
        return rule("Y101").diagnostic("there is a tab where YAML needs spaces", place, "replace the tab by two spaces")
    context_line = (error.context_mark or mark).line + 1
    written = (place.source or "").strip()
    if "flow mapping" in (error.context or "") and (text_fault := unquoted_flow_text(source, place.line or 1)):
        return text_fault
    if not problem.startswith("found undefined alias") and (
        mistake := typing_mistake(source, context_line, place.line or 1)
    ):
        return mistake
    if any(shorthand in problem for shorthand in _SHORTHANDS):
        begins = (place.source or "")[(error.context_mark or mark).column :][:1] or "*"
        hint = f'put a text that starts with {begins} in quotes: "{begins}..."'
        return rule("Y105").diagnostic(f"a text may not start with {begins}", place, hint)
    if "cannot start any token" in problem:
        hint = f'put the whole text in quotes: "{character}..."'
        return rule("Y101").diagnostic(f"a text may not start with {character}", place, hint)
    known = next((fault for fault in _FAULTS if fault.explanation in problem), None)
    if known is _FAULTS[0] and ": " not in (place.source or "")[: mark.column]:
        known = _MISPLACED
    if known is None:
        hint = "look at this line and the one above: a missing quotation mark, colon or space?"
        return rule("Y101").diagnostic(f"this is not valid YAML: {problem}", place, hint)
    begun = error.context_mark
    if known is _FAULTS[0] and (hint_with_text := _colon_hint(written)):
        return rule("Y101").diagnostic(known.message, place, hint_with_text)
    is_open_bracket = begun is not None and known.explanation.startswith("expected ','")
    if begun is not None and is_open_bracket and " #" in (source.line(begun.line + 1) or ""):
        return rule("Y101").diagnostic(known.message, _place(source, begun), _NOTE_HINT)
    if not known.at_beginning or begun is None:
        return rule("Y101").diagnostic(known.message, place, known.hint)
    noticed = () if begun.line == mark.line else (RelatedLocation("noticed here", place),)
    return rule("Y101").diagnostic(known.message, _place(source, begun), known.hint, noticed)


def _colon_hint(line: str) -> str | None:
    """Return the line with its text in quotes, as a hint; None if the line has no field at its beginning."""
    match = re.match(r"((?:- +)*[\w-]+: +)(.*)", line)
    if match is None or match[2][:1] in ("'", '"', "[", "{"):
        return None
    if match[2][:1] in "\u201c\u2018":
        return f"these are curly quotes from Word; type straight ones: {match[1]}{in_double_quotes(match[2])}"
    return f'put the whole text in quotes, or below a "|": {match[1]}{in_double_quotes(match[2])}'


def _place(source: Source, mark: yaml.Mark) -> Location:
    """Return the location of a mark, or the end of the last line if the parser counts one line too many."""
    if source.line(mark.line + 1) is not None:
        return source.at(mark.line + 1, mark.column + 1)
    last = source.text.count("\n") + 1
    return source.at(last, len(source.line(last) or "") + 1)

"""Changes single values in the text of a record. All other lines, comments and quotes stay as they are. Pure.

`edit_text` is the only function that the commands use. It may be replaced by another editor with the same promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model import RawRecord
from generator.model.raw_record import Path, Place

_SPACED_COMMENT: Final = re.compile(r"\s+#.*|\s+$")
_END_IN_FLOW: Final = re.compile(r"\s*(?:[,\]}]|\s#)")


@dataclass(frozen=True, slots=True)
class SetField:
    """Sets a top-level field, which is added if it does not exist."""

    name: str
    value: str
    """As YAML, in one line."""

    after: tuple[str, ...] = ()
    """A new field is added below the first of these that exists, or else at the end."""


@dataclass(frozen=True, slots=True)
class RemoveField:
    """Removes a top-level field, if it exists."""

    name: str


@dataclass(frozen=True, slots=True)
class SetValue:
    """Replaces an existing single value."""

    path: Path
    value: str


@dataclass(frozen=True, slots=True)
class AddKey:
    """Adds a key below the first one of a mapping."""

    path: Path
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class AddItem:
    """Adds an item at the end of a list."""

    path: Path
    value: str


@dataclass(frozen=True, slots=True)
class RenameLinks:
    """Replaces each mention of a record, `case:grace`, in links and lists."""

    old: str
    new: str


RecordEdit = SetField | RemoveField | SetValue | AddKey | AddItem | RenameLinks

_Span = tuple[int, int, str]
"""Start, end and replacement, as offsets in the text."""


class UnusualFormatError(ValueError):
    """The text has a format that cannot be changed."""


def edit_text(raw: RawRecord, edits: Iterable[RecordEdit]) -> str:
    """Return the text of a record with the edits. Raises UnusualFormatError if one of them is not possible.

    The caller must parse the result, and compare it with what was meant, before writing it.
    """
    spans: list[_Span] = []
    renamed: list[RenameLinks] = []
    for edit in edits:
        if isinstance(edit, RenameLinks):
            renamed.append(edit)
        else:
            spans.extend(_spans(raw, edit))
    text = raw.source.text
    last = len(text) + 1
    for start, end, new in sorted(spans, key=lambda span: span[0], reverse=True):
        if end > last:
            raise UnusualFormatError("two changes of one place")
        text, last = text[:start] + new + text[end:], start
    for edit in renamed:
        text = rename_links(text, edit.old, edit.new)
    return text


def rename_links(text: str, old: str, new: str) -> str:
    """Return a text in which each link by id to one record is a link to another."""
    return re.sub(rf"(?<![\w:-]){re.escape(old)}(?![\w-])", lambda _: new, text)


def _spans(raw: RawRecord, edit: SetField | RemoveField | SetValue | AddKey | AddItem) -> Sequence[_Span]:
    text = raw.source.text
    match edit:
        case SetField(name, value) if name in raw.values:
            return _set_value(raw, (name,), value)
        case SetField(name, value, after):
            return [_new_field(raw, f"{name}: {value}\n", after)]
        case RemoveField(name):
            return [(*_lines_of(raw, name), "")] if name in raw.values else []
        case SetValue(path, value):
            return _set_value(raw, path, value)
        case AddKey(path, key, value):
            return [_add_key(text, _place(raw, path), key, value)]
        case AddItem(path, value):
            return [_add_item(text, raw, path, value)]


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1


def _place(raw: RawRecord, path: Path) -> Place:
    place = raw.places
    for step in path:
        children = place[2]
        if isinstance(children, dict) and step in children:
            place = children[step][2]
        elif isinstance(children, list) and isinstance(step, int) and step < len(children):
            place = children[step]
        else:
            raise UnusualFormatError("no such value")
    return place


def _set_value(raw: RawRecord, path: Path, value: str) -> Sequence[_Span]:
    """Return the change of one value. A text of several lines at the top level is replaced as a whole."""
    line, column, children = _place(raw, path)
    text = raw.source.text
    start = _offset(text, line, column)
    if children is not None:
        raise UnusualFormatError("not a single value")
    if text[start : start + 1] in ("|", ">"):
        if len(path) > 1:
            raise UnusualFormatError("a text of several lines")
        return [(*_lines_of(raw, str(path[0])), f"{path[0]}: {value}\n")]
    return [(start, _end_of_value(text, start), value)]


def _end_of_value(text: str, start: int) -> int:
    """Return where a single value ends: a quoted one at its closing quote, another one at a comment or the line end."""
    quote = text[start : start + 1]
    if quote in ('"', "'") and quote:
        return _end_of_quoted(text, start)
    stop = text.find("\n", start)
    line = text[start : stop if stop >= 0 else len(text)]
    if _is_in_flow(text, start):
        found = _END_IN_FLOW.search(line)
        return start + (found.start() if found is not None else len(line.rstrip()))
    found = _SPACED_COMMENT.search(line)
    return start + (found.start() if found is not None else len(line))


def _end_of_quoted(text: str, start: int) -> int:
    quote, at = text[start], start + 1
    while at < len(text):
        if text[at] == "\\" and quote == '"':
            at += 2
        elif text[at] == quote:
            if quote == "'" and text[at + 1 : at + 2] == "'":
                at += 2
            else:
                return at + 1
        else:
            at += 1
    raise UnusualFormatError("no closing quote")


def _is_in_flow(text: str, start: int) -> bool:
    """Return True if a value is inside brackets or braces that begin on its line."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    depth, at = 0, 0
    while at < len(line):
        if line[at] in "\"'" and (at == 0 or line[at - 1] in " [{,:"):
            try:
                at = _end_of_quoted(line, at)
            except UnusualFormatError:
                return depth > 0
            continue
        depth += line[at] in "[{"
        depth -= line[at] in "]}"
        at += 1
    return depth > 0


def _end_of_flow(text: str, start: int) -> int:
    """Return the offset of the bracket or brace that closes the one at `start`."""
    depth, at = 0, start
    while at < len(text):
        each = text[at]
        if each in "\"'" and text[at - 1] in " [{,:\n":
            at = _end_of_quoted(text, at)
            continue
        if each == "#" and text[at - 1].isspace():
            at = text.find("\n", at)
            if at < 0:
                break
        depth += each in "[{"
        depth -= each in "]}"
        if depth == 0:
            return at
        at += 1
    raise UnusualFormatError("no closing bracket")


def _lines_of(raw: RawRecord, name: str) -> tuple[int, int]:
    """Return the start and the end of a field with its deeper-indented text. Comments below it are excluded."""
    text = raw.source.text
    line, column, _ = raw.places[2][name]
    if column != 1:
        raise UnusualFormatError("not on a separate line")
    start = _offset(text, line, column)
    end = text.find("\n", start) + 1 or len(text)
    while text[end : end + 1] in (" ", "\t") and text[end:].strip():
        end = text.find("\n", end) + 1 or len(text)
    return start, end


def _new_field(raw: RawRecord, line: str, after: tuple[str, ...]) -> _Span:
    text = raw.source.text
    known = next((name for name in after if name in raw.values), None)
    if known is not None:
        end = _lines_of(raw, known)[1]
        return (end, end, line if text[end - 1 : end] == "\n" else f"\n{line}")
    if text.lstrip()[:1] == "{":
        raise UnusualFormatError("a record in braces")
    end = len(text)
    return (end, end, line if not text or text.endswith("\n") else f"\n{line}")


def _add_key(text: str, place: Place, key: str, value: str) -> _Span:
    line, column, children = place
    if not isinstance(children, dict):
        raise UnusualFormatError("not a mapping")
    start = _offset(text, line, column)
    if text[start : start + 1] == "{":
        end = _end_of_flow(text, start)
        head = text[start:end].rstrip()
        return (start + len(head), end, f", {key}: {value}" if children else f"{key}: {value}")
    end = text.find("\n", start) + 1
    first = next(iter(children.values()))
    if not end or first[2][0] != first[0] or first[2][2] is not None or text[start:end].rstrip().endswith(("|", ">")):
        raise UnusualFormatError("a mapping of another form")
    return (end, end, f"{' ' * (column - 1)}{key}: {value}\n")


def _add_item(text: str, raw: RawRecord, path: Path, value: str) -> _Span:
    line, column, children = _place(raw, path)
    if not isinstance(children, list):
        raise UnusualFormatError("not a list")
    start = _offset(text, line, column)
    if text[start : start + 1] == "[":
        end = _end_of_flow(text, start)
        if not children and len(path) == 1:
            return (start - (text[start - 1] == " "), end + 1, f"\n  - {value}")
        head = text[start:end].rstrip()
        return (start + len(head), end, f", {value}" if children else value)
    indent = " " * (column - 1)
    end = text.find("\n", start) + 1 or len(text)
    while end < len(text):
        stop = text.find("\n", end) + 1 or len(text)
        following = text[end:stop]
        is_deeper = following.startswith((indent + " ", f"{indent}- "))
        if following.strip() and (not is_deeper or following.lstrip().startswith("#")):
            break
        if not following.strip() and not text[stop:].lstrip("\n").startswith((indent + " ", f"{indent}- ")):
            break
        end = stop
    return (end, end, f"{'' if text[end - 1] == chr(10) else chr(10)}{indent}- {value}\n")

"""What no file of the site may contain."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO
from typing import Final
from xml.parsers import expat

from tests.fuzz.pieces import EVALUATED

CHECKED: Final = (".html", ".xml", ".json", ".ics", ".csv", ".txt")

_ANYWHERE: Final = {
    "None": re.compile(rb"(?<![\w/.#=-])None(?![\w-])"),
    "template code": re.compile(
        rb"(?<! = )\{\{-?\s(?!7919\*7907 \}\}|config \}\}|\S*\.(?:__|<strong>)class|x \}\})"
        rb"|\{%(?! for x in y %\}| include \S*x\S* %\}|- raw -%\})"
    ),
    "template code that was run": re.compile(EVALUATED.encode()),
    "a value of Python": re.compile(rb"\bdatetime\.date\(|(?<!\w)object at 0x|(?:<|&lt;)class &?|\bUndefined\b"),
    "a control character": re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"),
}
"""As the templates write it, `{{` is followed by a space: BibTeX has two braces without one, after ` = `."""

_IN_PAGES: Final = {
    "an empty link": re.compile(rb"""<a\b[^>]*\shref=(?:""|''|(?=[\s>]))"""),
    "a link without words": re.compile(
        rb"""<a\b(?![^>]*aria-label)[^>]*\shref=[^>]*>(?:\s|<(?!/a)(?![^>]*(?:aria-label|alt="?[^"\s>]))[^>]*>)*</a>"""
    ),
    "an address with a script": re.compile(rb"(?i)\s(?:href|src)=[\"']?\s*(?:javascript|vbscript|data:text)"),
    "a script of a text": re.compile(rb"<script>x</script>|<svg onload|<img src=x onerror"),
}
_SCRIPTS: Final = re.compile(rb"(?s)<(script|style)\b(?!>x<).*?</\1>")
_COMMENT: Final = re.compile(rb"(?s)<!--.*?-->")
_ICS_LINE: Final = re.compile(rb"[A-Z][A-Z0-9-]*[;:].*|[ \t].*", re.DOTALL)


def page_faults(name: str, data: bytes) -> set[str]:
    """Return what is wrong with a file of the site, with the words around it."""
    is_page = name.endswith(".html")
    text = _SCRIPTS.sub(b"", data) if is_page else data
    found = {f"{what} in {name}: {why}" for what, why in _unreadable(name, data)}
    for what, pattern in {**_ANYWHERE, **(_IN_PAGES if is_page else {})}.items():
        for one in pattern.finditer(_COMMENT.sub(b"", text) if what in _IN_PAGES else text):
            around = one.string[max(0, one.start() - 60) : one.end() + 40].decode("utf-8", "replace")
            found.add(f"{what} in {name}: {around!r}")
    return found


def _unreadable(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Yield why a program cannot read a feed, a calendar or a file of data."""
    if name.endswith(".xml"):
        try:
            expat.ParserCreate().Parse(data, True)
        except expat.ExpatError as error:
            yield "no XML", str(error)
    elif name.endswith(".json"):
        try:
            json.loads(data, parse_constant=_refuse)
        except ValueError as error:
            yield "no JSON", str(error)
    elif name.endswith(".ics"):
        for line in data.split(b"\r\n"):
            if (line and not _ICS_LINE.fullmatch(line)) or len(line) > 75 or b"\n" in line or b"\r" in line:
                yield "no calendar", repr(line[:100])
    elif name.endswith(".csv"):
        rows = list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))
        for row in rows:
            if len(row) != len(rows[0]):
                yield "a row of another length", repr(row)[:150]
            if any(re.match(r"[=+@\t\r]|-(?!\d)", cell) for cell in row):
                yield "a formula", repr(row)[:150]


def _refuse(constant: str) -> float:
    raise ValueError(constant)

"""Explains the usual mistakes in the value of a field: what an editor meant, and what to type."""

from __future__ import annotations

import re
from typing import Final

from generator.diagnostics import Location, one_line
from generator.model.raw_record import Path
from generator.validate.field_names import field_label

_CURLY_PAIRS: Final = {
    "\u201c": "\u201d",
    "\u2018": "\u2019",
    "\u201e": "\u201c",
    "\u00ab": "\u00bb",
    "\u201d": "\u201d",
    "\u2019": "\u2019",
}
_BULLETS: Final = "\u2022\u00b7\u25aa\u25e6\u2023*"
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_PHONE_FIELDS: Final = frozenset({"phone"})
_LONGEST_EXAMPLE: Final = 70
_ON_A_COMPUTER: Final = re.compile(r"(?i)file:|[a-z]:[/\\]|\\\\|[^/\\]+\.(?:pdf|docx?|pptx?|xlsx?|od[tsp]|jpe?g|png)$")
_WITHOUT_SCHEME: Final = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:[/?#]\S*)?")
"""An address without https:// at its beginning: `www.example.org/report.pdf`."""


ADDRESS: Final = "an address starts with https:// and has no spaces"

PATTERN_HINTS: Final = {
    "url": ADDRESS,
    "exit_to": ADDRESS,
    "web_chat": ADDRESS,
    "form": ADDRESS,
    "website": ADDRESS,
    "phone": 'a phone number is digits and spaces in quotes: "01632 960001"',
    "language": "a language is written as a short tag: en-GB, pl or cy",
    "email": "an e-mail address looks like name@place.org",
    "from_address": "an e-mail address looks like name@place.org",
    "reply_to": "an e-mail address looks like name@place.org",
    "list_unsubscribe": "write https://... or mailto:name@place.org, without spaces",
    "file": "a logo is a SVG, PNG or WebP file, logo.svg; a font is a WOFF2 file, text-regular.woff2",
    "family": "a font's family is letters, digits, spaces and hyphens: Source Sans 3",
    "rule": "write the code of the finding, such as P631",
    "sha256": "copy the line again: it is 64 letters and digits",
    **dict.fromkeys(("record", "pinned", "left_out"), "write the kind and id of a record: case:grace, notice:open-day"),
    "brand": 'a colour is six hex digits in quotes: "#1d4f5e"',
    "brand_dark": 'a colour is six hex digits in quotes: "#1d4f5e"',
    "accent": 'a colour is six hex digits in quotes: "#1d4f5e"',
}
"""How to write a field whose value does not match its pattern, by the field's name."""


LIST_HINTS: Final = {
    "links": '- {label: What readers find there, url: "https://..."}',
    "sections": "- {heading: What happened, body: The text.}",
    "documents": "- {kind: report, file: report.pdf}",
    "contacts": '- {id: duty-team, label: Duty team, phone: "01632 960101"}',
    "updates": '- {date: 2026-11, text: "What has changed."}',
    "corrections": '- {date: 2026-11-28, text: "The page said 2021. The report is from 2022."}',
    "changes": '- {date: 2026-11-28, text: "It begins at 10:30, not at 10:00."}',
    "redirects": "- {old: documents/old.pdf, new: reviews/grace/}",
    "pinned_answers": "- {words: [phone number], page: about/contact.md}",
    "helplines": '- {id: night-line, label: Night Line, phone: "01632 960101"}',
}
"""How to write an item of a list whose items have fields, by the list's name."""


def written_at(place: Location) -> str:
    """Return the rest of the line at a location; empty if the line is not shown."""
    return (place.source or "")[max(0, (place.column or 1) - 1) :]


def in_quotes(text: str) -> str:
    """Return a text as an editor should type it: in double quotes, shortened for a message."""
    plain = one_line(text).replace('"', "'")
    return f'"{plain}"' if len(plain) <= _LONGEST_EXAMPLE else f'"{plain[: _LONGEST_EXAMPLE - 3]}..."'


def curly_quotes_hint(value: object, place: Location) -> str | None:
    """Return the hint for a value in curly quotes that the editor typed without straight ones; None for others."""
    if not isinstance(value, str) or not written_at(place).startswith(value[:1] or "\n"):
        return None
    text = value.strip()
    closing = _CURLY_PAIRS.get(text[:1])
    if closing is None or len(text) < 2 or text[-1] not in (closing, '"', "'"):
        return None
    inside = text[1:-1]
    if any(mark in inside for mark in (text[0], closing) if mark != "\u2019"):
        return None
    return f"these are curly quotes from Word, and would be part of the value; type straight ones: {in_quotes(inside)}"


def note_hint(value: object, place: Location) -> str | None:
    """Return the hint for an empty value that a `#` has turned into a note; None for others."""
    written = written_at(place).strip()
    if value is not None or not written.startswith("#"):
        return None
    return f"everything after # is a note; put it in quotes: {in_quotes(written)}"


def colon_mistake(value: object, place: Location) -> tuple[str, str] | None:
    """Return message and hint for a text that a colon has turned into a field; None for others."""
    written = written_at(place).strip()
    if not isinstance(value, dict) or not value or written.startswith("{"):
        return None
    first = one_line(str(next(iter(value))))
    if not written.startswith(first[:1]):
        return None
    line = written.rstrip("]},") if place.source and place.source.rstrip().endswith(("]", "}")) else written
    return (
        f'the colon after "{first[:40]}" makes a field of this line',
        f"put the whole text in double quotes: {in_quotes(line)}",
    )


def single_value_mistake(path: Path, value: object) -> tuple[str, str] | None:
    """Return message and hint for a list or field around one text, where only the text should be; None for others."""
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        written, what = value[0], "is a list and should be text"
    elif isinstance(value, dict) and list(value) == ["id"] and isinstance(value["id"], str):
        written, what = value["id"], "is a field and should be text"
    else:
        return None
    name = path[-1] if path else ""
    begin = "- " if isinstance(name, int) else f"{name}: "
    return f"{field_label(path)} {what}", f"write it alone: {begin}{one_line(written)[:_LONGEST_EXAMPLE]}"


def list_mark_mistake(value: object) -> tuple[str, str] | None:
    """Return message and hint for a list whose items begin with another mark than a hyphen and a space."""
    text = next(iter(value), "") if isinstance(value, dict) else value
    if not isinstance(text, str) or not text:
        return None
    first = re.split(rf"\s[{re.escape(_BULLETS + _DASHES)}]\s|\n", text, maxsplit=1)[0]
    rest = one_line(re.sub(r"^\W+", "", first))
    example = f"- {rest[:30]}{'...' if len(rest) > 30 else ''}"
    if text[0] == "-" and len(text) > 1:
        space = "is a special one from Word" if text[1].isspace() else "is missing"
        return f"the space after the hyphen {space}", f"type a hyphen (-) and a space before each item: {example}"
    if text[0] in _DASHES:
        return "this is a long dash and not a hyphen", f"type a hyphen (-) and a space before each item: {example}"
    if text[0] in _BULLETS:
        return "this is a bullet and not a hyphen", f"type a hyphen (-) and a space before each item: {example}"
    return None


def phone_hint(name: str, value: object, place: Location) -> str | None:
    """Return the hint for a telephone number without quotes; None for others."""
    if name not in _PHONE_FIELDS or isinstance(value, bool) or not isinstance(value, int | float):
        return None
    number = re.match(r"[+0-9.]+", written_at(place))
    return f'a phone number is in quotes: "{number[0] if number else value}"'


def web_address_hint(path: Path, value: object) -> str | None:
    """Return the hint for a web address without its beginning, with spaces, or of a file; None for others."""
    if not isinstance(value, str):
        return None
    written = value.strip()
    if _ON_A_COMPUTER.match(written):
        name = re.split(r"[/\\]", written)[-1]
        if path[:1] == ("documents",) and "." in name:
            return f"this file is on a computer: copy it next to the record, and write file: {name} in place of url"
        return "this is a file on a computer, which readers cannot open: write an address that starts with https://"
    if _WITHOUT_SCHEME.fullmatch(written):
        return f"write https://{written}"
    if re.fullmatch(r"https?://\S+(?: +\S+)+", written):
        return f"write {re.sub(' ', '%20', written)}"
    return None


def slash_hint(value: object) -> str | None:
    """Return the hint for an address of this site that begins with a slash; None for others."""
    if not isinstance(value, str) or not value.startswith("/"):
        return None
    address = value.lstrip("/")
    return f"leave out the first slash: {address}" if address else 'write "" for the front page'


def comma_mistake(name: str, value: object, place: Location) -> tuple[str, str] | None:
    """Return message and hint for the rest of a text that a comma inside { } has cut off; None for others.

    `place` is the location of `name`.
    """
    line, column = place.source or "", (place.column or 1) - 1
    after = line[column + len(name) :].lstrip()
    if value is not None or after[:1] not in (",", "}") or "," not in line[:column]:
        return None
    before = line[:column]
    field = list(re.finditer(r"(?:^|[{,]\s*)([\w-]+):\s+", before))
    message = f'the comma before "{one_line(name)[:40]}" ends the text'
    if not field:
        return message, "put the whole text in double quotes"
    rest = re.split(r"\}|,\s*[\w-]+:\s", line[column:])[0].strip()
    text = f"{before[field[-1].end() :].strip().rstrip(',')}, {rest}".strip("'\"")
    return message, f"put the whole text in double quotes: {field[-1][1]}: {in_quotes(text)}"


def list_hint(value: object) -> str | None:
    """Return the hint for a list of ids that is written as one text: `write [early-help, self-harm]`."""
    if not isinstance(value, str) or not re.fullmatch(r"[a-z0-9-]+(?:\s*[,;]\s*[a-z0-9-]+)*", value.strip()):
        return None
    return f"write [{', '.join(re.split(r'[,; ]+', value.strip()))}], or each item on its own line after a hyphen"


def value_type_in_words(value: object) -> str:
    """Return the type of a value for a message: `a list`, `text`."""
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "text"
    return "a list" if isinstance(value, list) else "a set of fields"

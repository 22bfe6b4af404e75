"""Decodes text hidden by HTML entities, percent-encoding, character codes and base64."""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from html import unescape
from typing import Final
from urllib.parse import unquote

from generator.private_terms.text_extraction.extracted_text import ExtractedText, Inside

_PERCENT: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_QUOTES: Final = re.compile(r"""["'<>]""")
_NUMBERED: Final = re.compile(
    r"\\u\{([0-9A-Fa-f]{1,6})\}|\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|\\([0-9A-Fa-f]{2,6})[ ]?"
)
_FOUR: Final = 4
"""Pattern for base64, which is written in groups of four characters."""
_BASE64: Final = re.compile(r"(?:base64,|base64\s*\r?\n\s*\r?\n)([A-Za-z0-9+/=\s]{8,})")
_BASE64_ALONE: Final = re.compile(r"[A-Za-z0-9+/]{16,}={0,2}")
_QUOTED: Final = re.compile(r"\w=[0-9A-F]{2}\w")
_FOLDED: Final = re.compile(r"\r?\n[ \t]")
_PRINTED: Final = re.compile(rb"[\x20-\x7e]{6,}")
_WIDE: Final = re.compile(rb"(?:[\x20-\x7e]\x00){4,}")


def decoded(data: bytes) -> str:
    """Return the decoded text: UTF-8 unless a byte order mark says otherwise, else Windows-1252."""
    for mark, name in (
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
        (codecs.BOM_UTF8, "utf-8-sig"),
    ):
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def extract_plain_text(data: bytes, inside: Inside) -> Iterator[ExtractedText]:
    """Yield a text as it is written, and as programs decode it."""
    text = decoded(data)
    yield ExtractedText("in its text", text, by_line=True)
    yield from decoded_variants(text, inside)


def extract_ical(data: bytes, inside: Inside) -> Iterator[ExtractedText]:
    """Yield the text of a calendar or a contact card, with folded lines joined again."""
    text = _FOLDED.sub("", decoded(data)).replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
    yield ExtractedText("in its text", text)
    yield from decoded_variants(text, inside)


def decoded_variants(text: str, inside: Inside) -> Iterator[ExtractedText]:
    """Yield the parts of a text that are written as character codes, percent-encoded or in base64."""
    if "&" in text:
        yield ExtractedText("in its source", pieces=tuple(unescape(line) for line in text.split("\n") if "&" in line))
    if "%" in text:
        words = {
            part for word in set(text.split()) if "%" in word for part in _QUOTES.split(word) if _PERCENT.search(part)
        }
        yield ExtractedText("in an address", " . ".join(map(_unquoted, words)), is_name=True)
    if "\\" in text:
        lines = [line for line in text.split("\n") if "\\" in line]
        yield ExtractedText("in its text", "\n".join(map(_by_number, lines)))
    if "=\n" in text or "=\r" in text or _QUOTED.search(text):
        yield ExtractedText("in its source", pieces=tuple(_unprinted(text).split("\n")))
    yield from _in_base64(text, inside)


def _unquoted(text: str) -> str:
    once = unquote(text.replace("+", " "))
    return f"{once} . {unquote(once)}" if "%" in once else once


def _by_number(text: str) -> str:
    def character(match: re.Match[str]) -> str:
        number = int(next(filter(None, match.groups())), 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else " "

    return _NUMBERED.sub(character, text).replace("\\n", "\n").replace("\\/", "/")


def _unprinted(text: str) -> str:
    """Return decoded quoted-printable text (RFC 2045)."""
    return binascii.a2b_qp(text.encode("utf-8", "replace")).decode("utf-8", errors="replace")


def _in_base64(text: str, inside: Inside) -> Iterator[ExtractedText]:
    for written in set(_BASE64.findall(text)) if "base64" in text else ():
        data = _unpacked("".join(written.split()))
        if data:
            yield from inside("", data, "in a file inside its text")
    lengthy = {each for each in _BASE64_ALONE.findall(text) if len(each) % _FOUR == 0 and not each.islower()}
    words = [
        data.decode() for data in map(_unpacked, lengthy) if data and data.isascii() and data.decode().isprintable()
    ]
    if words:
        yield ExtractedText("in its text", "\n".join(words))


def _unpacked(written: str) -> bytes:
    try:
        return base64.b64decode(written.rstrip("=") + "=" * (-len(written.rstrip("=")) % 4))
    except (binascii.Error, ValueError):
        return b""


def extract_strings(data: bytes) -> Iterator[ExtractedText]:
    """Yield the runs of letters in a file of an unknown type."""
    runs = [each.decode() for each in _PRINTED.findall(data) if _is_written(each)]
    wide = [each.decode("utf-16-le") for each in _WIDE.findall(data)]
    yield ExtractedText("in its bytes", " . \n".join((*runs, *wide)))


def _is_written(run: bytes) -> bool:
    """Return True if a run has more letters and spaces than chance gives. Compressed data has short random runs."""
    letters = sum(each == 0x20 or 0x41 <= each <= 0x5A or 0x61 <= each <= 0x7A for each in run)
    return letters * 10 >= len(run) * (7 if len(run) > 10 else 10)

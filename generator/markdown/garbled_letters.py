"""Finds letters that were garbled because a program read UTF-8 as Windows-1252, as in `â€™` for an apostrophe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_CANDIDATE: Final = re.compile(r"[\u00c2-\u00f4][^\x00-\x7f]{1,7}|\ufffd")
_FIRST, _LAST = "\u00c2", "\u00f4"
"""The letters that the first byte of a letter in UTF-8 can look like."""


def garbled_letters(text: str) -> Iterator[tuple[str, str]]:
    """Yield each garbled letter as it is written, and what was meant. Each is yielded once for a text."""
    if text.isascii():
        return
    seen: set[str] = set()
    for match in _CANDIDATE.finditer(text):
        for written, meant in _pairs(match[0]):
            if written not in seen:
                seen.add(written)
                yield written, meant


def _pairs(run: str) -> Iterator[tuple[str, str]]:
    if "\ufffd" in run:
        yield "\ufffd", "the letter that was lost"
        return
    at = 0
    while at < len(run):
        for length in (4, 3, 2):
            piece = run[at : at + length]
            meant = _decoded(piece) if len(piece) == length and _FIRST <= piece[0] <= _LAST else None
            if meant is not None:
                yield piece, _shown(meant)
                at += length
                break
        else:
            at += 1


def _decoded(piece: str) -> str | None:
    """Return the one letter whose bytes in UTF-8 look like this piece in Windows-1252 or Latin-1."""
    try:
        data = b"".join(_byte_of(letter) for letter in piece)
        meant = data.decode("utf-8")
    except (UnicodeError, ValueError):
        return None
    return meant if len(meant) == 1 else None


def _byte_of(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def _shown(meant: str) -> str:
    plain = {
        "\u2019": "'",
        "\u2018": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\xa0": "an ordinary space",
        "\u00ad": "nothing",
    }
    return plain.get(meant, meant)

"""Decodes the list of private terms, as an editor, Word or Excel saves it, and normalises its lines."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_OTHER_FILES: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-", b"{\\rtf")
"""The first bytes of Word, Excel, PDF and RTF files."""

_LINE_END: Final = re.compile(r"\r\n|\r|\n")
_PLAIN: Final = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4\u0060\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("\u2012\u2013\u2014\u2015\u2212", "\u2013"),
    **dict.fromkeys("\u2044\u2215\uff0f", "/"),
    **dict.fromkeys("\u2028\u2029\u0085\v\f", "; "),
    "\uff1a": ":",
    "\uff0c": ",",
    "\uff1b": ";",
    "\u00a6": "|",
}
_TABLE: Final = str.maketrans(_PLAIN)


def decode_list(data: bytes) -> tuple[str, str | None]:
    """Return the text, and the reason why it cannot be used.

    The reason is a clause that begins with "it"; None if the text can be used.
    """
    if data.startswith(_OTHER_FILES):
        return "", "it is a file of Word, Excel or another program and not plain text"
    if data.startswith(_UTF_16):
        try:
            return data.decode("utf-16"), None
        except UnicodeDecodeError:
            return "", "it is damaged: it begins as UTF-16 and does not go on so"
    if b"\0" in data:
        return "", "it is not UTF-8"
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = len(_LINE_END.findall(data[: error.start].decode("latin-1"))) + 1
        return "", f"it is not UTF-8 (line {line})"


def lines_of(text: str) -> list[str]:
    """Return the lines, numbered as an editor numbers them."""
    return _LINE_END.split(text)


def plain_line(written: str) -> str:
    """Return a line without hidden characters, with one kind of quote, apostrophe and dash. Tabs are kept."""
    text = written.translate(_TABLE)
    if not text.isascii():
        text = "".join(map(_visible, unicodedata.normalize("NFC", text)))
    text = "".join(sign if sign.isprintable() or sign == "\t" else " " for sign in text)
    return re.sub(r" {2,}", " ", text).strip(" ")


def _visible(character: str) -> str:
    """Return an empty text for an invisible character (a zero-width space), and a plain space for any other space."""
    kind = unicodedata.category(character)
    return "" if kind == "Cf" else " " if kind == "Zs" else character

"""A text in the form in which the editor of its file saves it."""

from __future__ import annotations

from codecs import BOM_UTF8


def encode_like(text: str, before: bytes) -> bytes:
    """A text with the line ends, and the mark at its head, that its file has had so far."""
    if b"\r\n" in before:
        text = text.replace("\n", "\r\n")
    return (BOM_UTF8 if before.startswith(BOM_UTF8) else b"") + text.encode()

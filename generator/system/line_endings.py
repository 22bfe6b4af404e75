"""Encodes text with the line endings and byte order mark of the existing file."""

from __future__ import annotations

from codecs import BOM_UTF8


def encode_like(text: str, before: bytes) -> bytes:
    """Return a text encoded with the line endings and the byte order mark that its file has had so far."""
    if b"\r\n" in before:
        text = text.replace("\n", "\r\n")
    return (BOM_UTF8 if before.startswith(BOM_UTF8) else b"") + text.encode()

"""Pieces of addresses, plain and odd, that tests join in every way."""

from __future__ import annotations

from typing import Final

ROOT: Final = "https://x.example/sub/"
PAGES: Final = ("", "a/", "a/b/", "a/b/c/", "feed.xml", "data/r.json", "caf\u00e9 100%/", "a#b/q?/")
PIECES: Final = (
    "..", ".", "/", "//", "\\", "a", "B", "%2e", "%2E%2e", "%2f", "%zz", "%", "%41", "%C3%A9", "\u00e9", "\u4e2d",
    "?", "#", ":", "@", "[", "]", "|", "^", "`", "{", "<", '"', "'", " ", "\t", "\n", "\r", "\x00", "\x1f", "\x7f",
    "https:", "http:", "HTTPS://", "mailto:", "javascript:", "data:", "tel:", "file:", "c:", "ws:", "blob:",
    "x.example", "X.EXAMPLE", "x\u3002example", "xn--mnchen-3ya.example", "m\u00fcnchen.example", "127.0.0.1",
    "0x7f.1", "[::1]", ":443", ":80", ":99999", "user:pw@", "sub", "../", "./", "/sub/", "\U0001f600", "\u00ad",
)  # fmt: skip

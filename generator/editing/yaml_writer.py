"""Writes text as YAML that every tool reads back unchanged. Only `read` parses YAML; this writes a simple subset."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from typing import Final

_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9 ,.'()/-]*[A-Za-z0-9.)/]")
_READ_AS_SOMETHING_ELSE: Final = frozenset({"yes", "no", "on", "off", "true", "false", "null"})
_NO_TEXT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_WIDTH: Final = 110


def can_be_written(text: str) -> bool:
    """Return False for a text with control characters or surrogates, which no record may contain."""
    return _NO_TEXT.search(text) is None


def quoted(text: str) -> str:
    """Return a text as written after `name: `: plain if it cannot be misread, otherwise in double quotes."""
    if _PLAIN.fullmatch(text) and text.lower() not in _READ_AS_SOMETHING_ELSE:
        return text
    return '"' + "".join(_escaped(each) for each in text) + '"'


def yaml_list(ids: Iterable[str]) -> str:
    """Return ids as a list in one line."""
    return f"[{', '.join(ids)}]"


def yaml_comment(text: str) -> str:
    """Return a comment of as many lines as it needs."""
    return "\n".join(
        f"# {line}" for line in textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    )


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character.isprintable():
        return character
    if character == "\n":
        return "\\n"
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

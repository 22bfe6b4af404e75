"""The HTML in the Markdown of a page: tags with their attributes, and attributes in braces after a Markdown element."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Final

_CODE: Final = re.compile(r"^(```|~~~).*?^\1|(?<!`)(`++)(?:(?!\n[ \t]*\n).)*?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE)
"""A block between fences, or a piece of a paragraph between two equally long runs of backticks."""

_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG: Final = re.compile(r"""<([a-z][a-z0-9:-]*)((?:[\s/](?:[^>"']|"[^"]*"|'[^']*')*)?)>?""", re.IGNORECASE)
_BRACES: Final = re.compile(r"\{:?([^{}\n]*=[^{}\n]*)\}")
_ATTRIBUTE: Final = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


@dataclass(frozen=True, slots=True)
class HtmlTag:
    """An opening tag, or the attributes in braces."""

    name: str
    """In lower case; empty for attributes in braces."""

    attributes: tuple[tuple[str, str], ...]
    """Names in lower case, and values without entities; empty for an attribute without a value."""

    text: str
    """As it is written."""


_UNSAFE: Final = re.compile(
    r"(?:\]\(\s*<?|^\s{0,3}\[[^\]\n]+\]:\s*<?|<)((?:javascript|vbscript|file|data):[^\s)>]*)",
    re.IGNORECASE | re.MULTILINE,
)


def unsafe_addresses(text: str) -> tuple[str, ...]:
    """Return the addresses of Markdown links that the parser leaves out because they are unsafe."""
    return tuple(match[1] for match in _UNSAFE.finditer(without_code(text))) if ":" in text else ()


def without_code(text: str) -> str:
    """Return a Markdown text without its code and comments, which never become HTML."""
    text = _CODE.sub("", text) if "`" in text or "~~~" in text else text
    # No comment ends after the last end, so a start there is not searched to the end of the text.
    end = text.rfind("-->") + 3
    return _COMMENT.sub("", text[:end]) + text[end:] if end > 2 else text


@lru_cache(1_024)
def html_tags(text: str) -> tuple[HtmlTag, ...]:
    """Return every tag and every group of attributes in braces of a page's Markdown. Code and comments have none."""
    text = without_code(text)
    tags = [HtmlTag(match[1].lower(), _attributes(match[2]), match[0]) for match in _TAG.finditer(text)]
    braces = [HtmlTag("", _attributes(match[1]), match[0]) for match in _BRACES.finditer(text)]
    return (*tags, *braces)


def _attributes(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (match[1].lower(), unescape(match[2] or match[3] or match[4] or "")) for match in _ATTRIBUTE.finditer(text)
    )

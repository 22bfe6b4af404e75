"""Extracts text from HTML, SVG and XML: the visible text across tags, and the source with attributes and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from generator.private_terms.text_extraction.encodings import decoded, decoded_variants
from generator.private_terms.text_extraction.extracted_text import ExtractedText, Inside

_NOT_READ: Final = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_INSIDE_WORDS: Final = re.compile(
    r"""</?(?:a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|ruby|rb|s|samp|small|span|strike|strong|sub|sup"""
    r"""|time|tt|tspan|u|var|wbr|x)(?:\s(?:"[^"]*"|'[^']*'|[^'">])*)?/?>|<!--.*?-->""",
    re.DOTALL | re.IGNORECASE,
)
_TAG: Final = re.compile(r"""<[A-Za-z/!?](?:"[^"]*"|'[^']*'|[^'">])*>""")
_SOURCE: Final = re.compile(
    r"""<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)\s*>|<[A-Za-z/!?](?:"[^"]*"|'[^']*'|[^'">])*>""",
    re.DOTALL | re.IGNORECASE,
)
"""Everything that a reader does not see as text: tags with their attributes, comments, scripts and styles."""

_MAIN: Final = re.compile(r"(.*?)(<main\b.*</main>)(.*)", re.DOTALL)
_CDATA: Final = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)


def extract_html(data: bytes, inside: Inside) -> Iterator[ExtractedText]:
    """Yield the text across tags, the HTML in entries of a feed, and the source."""
    source = decoded(data)
    parts = _MAIN.fullmatch(source)
    before, main, after = parts.groups() if parts is not None else ("", source, "")
    yield ExtractedText("in its text", visible_text(main), by_line=True)
    if before or after:
        # The text around the main part is repeated on many pages, so it is searched once.
        yield ExtractedText(
            "in its text", pieces=tuple(f"{visible_text(before)}\n{visible_text(after)}".split("\n\n")), by_line=True
        )
    tags = tuple(each for each in _SOURCE.findall(source) if " " in each)
    yield ExtractedText("in its source", pieces=tags, by_line=True)
    yield from decoded_variants(source, inside)


def visible_text(source: str) -> str:
    """Return the text of a page as a reader sees it. For a feed, include the text that is written as HTML."""
    text = source
    if "<![CDATA[" in text:
        text = _CDATA.sub(lambda each: f"\n{each[1]}\n", text)
    for _ in range(3):
        text = unescape(_TAG.sub("\n", _INSIDE_WORDS.sub("", _NOT_READ.sub("\n", text))))
        if not _TAG.search(text):
            break
    return text

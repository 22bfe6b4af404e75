"""HTML, SVG, XML: as it is read, across tags; and its source, where attributes, comments and data stand."""

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
"""All that a reader is not shown as text: tags with what stands in them, comments, scripts, styles."""

_MAIN: Final = re.compile(r"(.*?)(<main\b.*</main>)(.*)", re.DOTALL)
_CDATA: Final = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)


def extract_html(data: bytes, inside: Inside) -> Iterator[ExtractedText]:
    """The text across tags, what stands in entries of a feed, and the source."""
    source = decoded(data)
    parts = _MAIN.fullmatch(source)
    before, main, after = parts.groups() if parts is not None else ("", source, "")
    yield ExtractedText("in its text", visible_text(main), by_line=True)
    if before or after:
        # What stands around the main part stands so on many pages: it is looked at once.
        yield ExtractedText(
            "in its text", pieces=tuple(f"{visible_text(before)}\n{visible_text(after)}".split("\n\n")), by_line=True
        )
    tags = tuple(each for each in _SOURCE.findall(source) if " " in each)
    yield ExtractedText("in its source", pieces=tags, by_line=True)
    yield from decoded_variants(source, inside)


def visible_text(source: str) -> str:
    """The text of a page as a reader meets it; of a feed, also what is written in it as HTML."""
    text = source
    if "<![CDATA[" in text:
        text = _CDATA.sub(lambda each: f"\n{each[1]}\n", text)
    for _ in range(3):
        text = unescape(_TAG.sub("\n", _INSIDE_WORDS.sub("", _NOT_READ.sub("\n", text))))
        if not _TAG.search(text):
            break
    return text

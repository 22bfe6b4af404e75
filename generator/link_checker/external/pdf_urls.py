"""Finds the URLs in a PDF: clickable links and plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from generator.link_checker.external.url_extraction import find_urls, normalise_url
from generator.model import PublishedDocument

_WITHOUT_SCHEME: Final = re.compile(r"(?<![\w@/.-])www\.(?=[\w-]+\.\w)", re.IGNORECASE)
_CONTINUATION: Final = tuple("/-_?=&%.#~+")
_NEXT_LINE: Final = re.compile(r"[ \t]*\r?\n[ \t]*(\S+)")


def addresses_of(
    document: PublishedDocument, texts_of: Callable[[PublishedDocument], tuple[str, ...]]
) -> dict[str, int]:
    """Return each distinct normalised URL of a local PDF, with its first page, 1-based.

    A URL in plain text that may continue on the next line is left out unless it is clickable as well: half a URL would
    be reported as broken.
    """
    pdf = document.facts.pdf if document.facts is not None else None
    if pdf is None:
        return {}
    found: dict[str, int] = {}
    for link in pdf.links:
        address = normalise_url(link.address)
        if address is not None:
            found.setdefault(address, link.page)
    clickable = tuple(found)
    for page, text in enumerate(texts_of(document), start=1):
        for address in _whole_addresses(text):
            # Text cuts a clickable URL short at the end of its line.
            if not any(link_url.startswith(address) for link_url in clickable):
                found.setdefault(address, page)
    return found


def _whole_addresses(text: str) -> Iterator[str]:
    text = _WITHOUT_SCHEME.sub("https://www.", text)
    for start, written in find_urls(text):
        address = normalise_url(written)
        if address is not None and not _may_continue(text, start + len(written), written):
            yield address


def _may_continue(text: str, end: int, written: str) -> bool:
    following = _NEXT_LINE.match(text, end)
    if following is None:
        # Cut in the middle of a line by a character that no URL has, so it is punctuation of the sentence.
        return False
    return written.endswith(_CONTINUATION) or any(sign in following[1].rstrip(".,;") for sign in _CONTINUATION)

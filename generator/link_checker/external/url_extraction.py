"""Normalises web addresses and finds them in text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import ada_url

_LONGEST: Final = 2_000
"""Characters. Servers need not accept longer URLs, and people do not type them."""

_WRITTEN: Final = re.compile(r"https?://[^\s<>\"\[\]`|\\^{}]+", re.IGNORECASE)
_AFTER_A_SENTENCE: Final = ".,;:!?'*_\u201d\u2019\u00bb"


def normalise_url(written: str) -> str | None:
    """Return the form in which a URL is requested and cached: no fragment, lower-case host, ASCII only.

    None if it is not http or https, has no host, or is longer than 2,000 characters.
    """
    written = written.strip()
    if len(written) > _LONGEST or not written.lower().startswith(("http://", "https://")):
        return None
    try:
        url = ada_url.URL(written)
    except ValueError:
        return None
    return f"{url.protocol}//{url.host}{url.pathname}{url.search}" if url.host else None


def find_urls(text: str) -> Iterator[tuple[int, str]]:
    """Yield each http or https URL in a text, with the offset of its first character, 0-based.

    Punctuation of the surrounding sentence is left out: a full stop, or the closing bracket of an earlier opening one.
    """
    for match in _WRITTEN.finditer(text):
        yield match.start(), _without_the_sentence(match[0])


def _without_the_sentence(address: str) -> str:
    while address:
        last = address[-1]
        unopened = last == ")" and address.count("(") < address.count(")")
        if last not in _AFTER_A_SENTENCE and not unopened:
            break
        address = address[:-1]
    return address

"""Addresses on the web as they are asked, and where a text writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import ada_url

_LONGEST: Final = 2_000
"""Characters; servers need not answer to more, and nobody has typed them."""

_WRITTEN: Final = re.compile(r"https?://[^\s<>\"\[\]`|\\^{}]+", re.IGNORECASE)
_AFTER_A_SENTENCE: Final = ".,;:!?'*_\u201d\u2019\u00bb"


def normalise_url(written: str) -> str | None:
    """The one form in which an address is asked and remembered: no fragment, small letters in the host, ASCII alone.

    None for everything that is not http or https, that names no host, or that is longer than 2,000 characters.
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
    """Each http or https address that a text writes, and the offset of its first character, 0-based.

    What belongs to the sentence around it is left out: a full stop, a bracket that was opened before it.
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

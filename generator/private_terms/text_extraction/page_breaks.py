"""Reads the text around the breaks between the pages of a document, where a name can be split."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

_BESIDE: Final = 60
"""Number of characters on each side of a break that may belong to a name."""

_LINES: Final = 3
"""Number of lines at the top and bottom of a page that may be page numbers, headers or footers."""

_HYPHENS: Final = ("-", "\u00ad", "\ufffe", "\u2010")


def texts_across_pages(pages: Sequence[str]) -> Iterator[str]:
    """Yield the end of each page with the beginning of the next. Any outer line may be the last of the text."""
    for page, following in pairwise(pages):
        for before in _outer_lines(page)[-_LINES:]:
            for after in _outer_lines(following)[:_LINES]:
                yield join_at_break(before[-_BESIDE:], after[:_BESIDE])


def join_at_break(before: str, after: str) -> str:
    """Return the text on both sides of a break, with a word that the break splits as one word."""
    before, after = before.rstrip(), after.lstrip()
    return f"{before[:-1]}{after}" if before.endswith(_HYPHENS) else f"{before} {after}"


def _outer_lines(page: str) -> list[str]:
    return [line.strip() for line in re.split(r"[\r\n]+", page) if any(map(str.isalpha, line))]

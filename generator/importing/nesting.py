"""Refuses pages that are nested so deeply that a parser would need hours for them."""

from __future__ import annotations

import re
from typing import Final

DEEPEST: Final = 1_000
"""The deepest nesting that is read. A real page has fewer than 60."""

_TAG: Final = re.compile(
    r"<(/?)(?!(?:p|li|td|th|tr|dt|dd|br|hr|img|input|link|meta|option|col|tbody|thead|tfoot|area|base|wbr|source"
    r"|embed|param|track)\b)([a-z][a-z0-9:-]*)[^<>]{0,2000}?(/?)>",
    re.IGNORECASE,
)


def is_too_deep(text: str) -> bool:
    """Return True for a page with more open elements inside one another than `DEEPEST`."""
    depth = 0
    for match in _TAG.finditer(text):
        if match[1]:
            depth = max(0, depth - 1)
        elif not match[3]:
            depth += 1
            if depth > DEEPEST:
                return True
    return False

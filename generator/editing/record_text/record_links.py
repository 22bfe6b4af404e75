"""Links by id in a text, to a record that gets another id."""

from __future__ import annotations

import re


def rename_links(text: str, old: str, new: str) -> str:
    """Return a text in which each link by id to one record, `case:grace`, is a link to another."""
    return re.sub(rf"(?<![\w:-]){re.escape(old)}(?![\w-])", lambda _: new, text)

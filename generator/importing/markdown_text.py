"""Texts and rows of tables for a report in Markdown."""

from __future__ import annotations

import re
from typing import Final

_SIGNS: Final = re.compile(r"([\\|<\[`*])|&(?=#?\w+;)")


def plain(text: str) -> str:
    """Return a text that Markdown shows as it is, in one line."""
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", " ".join(text.split()))


def table_row(*cells: str) -> str:
    """Return a row of a table."""
    return f"| {' | '.join(plain(each) for each in cells)} |"

"""The alignment of a table's columns, without inline styles."""

from __future__ import annotations

import re
from typing import Final

_CELL: Final = re.compile(r'<(t[dh])([^>]*?) style="text-align: (left|center|right);"([^>]*)>')
_CLASS: Final = re.compile(r' class="([^"]*)"')


def move_alignment_to_classes(html: str) -> str:
    """Replace `style="text-align: right;"`, which the security policy blocks, with a class.

    The engine writes it into cells.
    """
    return _CELL.sub(_replace_style, html)


def _replace_style(match: re.Match[str]) -> str:
    tag, before, side, after = match.groups()
    attributes = before + after
    existing = _CLASS.search(attributes)
    classes = f"{existing[1]} lib-align-{side}" if existing else f"lib-align-{side}"
    return f'<{tag}{_CLASS.sub("", attributes)} class="{classes}">'

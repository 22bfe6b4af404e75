"""Marks around interface texts that are not translated, and the HTML that they become.

A page in Welsh may contain an English sentence whose translation is not certain. Its language must be stated
(WCAG 3.1.2), but a text does not know whether it will be in an element or in an attribute. So it is marked with two
private-use characters, and the finished page decides.
"""

from __future__ import annotations

import re
from typing import Final

START: Final = "\ue0e0"
END: Final = "\ue0e1"

_ENGLISH: Final = "en-GB"
_PIECE: Final = re.compile(r"<!--.*?-->|<[a-zA-Z/!?][^>]*>", re.DOTALL)
_TEXT_ONLY: Final = re.compile(r"<(/?)(title|script|style|textarea|option|svg)(?=[\s>/])", re.IGNORECASE)
"""Elements that cannot contain a `<span>`."""


def mark(text: str) -> str:
    """Return an English text with marks around it."""
    return f"{START}{text}{END}"


def without_marks(text: str) -> str:
    """Return a text without marks, for attributes and for files that cannot state the language of a part."""
    return text.replace(START, "").replace(END, "") if START in text else text


def bytes_without_marks(content: bytes) -> bytes:
    """Return the content of a file without marks."""
    start, end = START.encode(), END.encode()
    return content.replace(start, b"").replace(end, b"") if start in content else content


def marks_to_html(html: str) -> str:
    """Return a page in which each marked text is in an element with `lang="en-GB"`, or unmarked where none can be.

    Each run of text between two tags gets an element of its own, so the tags stay balanced.
    """
    if START not in html:
        return html
    parts: list[str] = []
    position, depth, closed_by = 0, 0, ""
    for tag in (*_PIECE.finditer(html), None):
        text = html[position : tag.start() if tag is not None else len(html)]
        shown, depth = _text_to_html(text, depth, is_plain=bool(closed_by))
        parts.append(shown)
        if tag is None:
            break
        position = tag.end()
        parts.append(without_marks(tag[0]))
        element = _TEXT_ONLY.match(tag[0])
        if element is not None and not tag[0].endswith("/>"):
            name = element[2].lower()
            if element[1] and name == closed_by:
                closed_by = ""
            elif not element[1] and not closed_by:
                closed_by = name
    return "".join(parts)


def _text_to_html(text: str, depth: int, is_plain: bool) -> tuple[str, int]:
    """Return a run of text with elements for its marks, and the number of marks that are open after it."""
    if not depth and START not in text:
        return text, depth
    shown = ""
    for piece in re.split(f"([{START}{END}])", text):
        if piece == START:
            depth += 1
        elif piece == END:
            depth -= 1
        elif depth and not is_plain and piece.strip():
            shown += f'<span lang="{_ENGLISH}">{piece}</span>'
        else:
            shown += piece
    return shown, depth

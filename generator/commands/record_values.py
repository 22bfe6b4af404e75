"""The values in the text of a record or a hand-written page, and a text with other values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from generator.editing.record_text import FieldOrder, change_text, says_the_same
from generator.read import read_nodes

BODY: Final = "body"
"""The field of a page with its Markdown. No field at the top of a page has this name."""

_HEAD: Final = re.compile(r"\A---\n(.*?\n)?---[ ]*\n", re.DOTALL)


def values_of(text: str, is_page: bool = False) -> Mapping[str, Any] | None:
    """Return the values in the text of a record; None if the text has an error.

    Those of a page are the fields at its top, and `BODY`.
    """
    if is_page:
        head, body = _split(text)
        fields = values_of(head) if head.strip() else {}
        return {**fields, BODY: body} if fields is not None and BODY not in fields else None
    node = read_nodes(text)
    return node.value if node is not None else None


def text_with_values(
    text: str, wanted: Mapping[str, Any], order: FieldOrder = lambda path: (), is_page: bool = False
) -> str | None:
    """Return the text of a record with exactly these values; None if it cannot be written without touching the rest.

    Everything else in the text stays: comments, the order of fields, quotation marks, line breaks.
    """
    if is_page:
        return _page_with_values(text, wanted, order)
    root = read_nodes(text)
    if root is None:
        return None
    changed = change_text(text, root, wanted, order)
    if changed is None or changed == text:
        return changed
    read_back = read_nodes(changed)
    return changed if read_back is not None and says_the_same(read_back.value, dict(wanted)) else None


def first_line_of_body(text: str) -> int:
    """Return the line, from 1, at which the Markdown of a page begins."""
    head = _HEAD.match(text)
    return head[0].count("\n") + 1 if head is not None else 1


def _page_with_values(text: str, wanted: Mapping[str, Any], order: FieldOrder) -> str | None:
    head, body = _split(text)
    fields = {name: value for name, value in wanted.items() if name != BODY}
    if not head.strip():
        changed = head if not fields else None
    else:
        changed = text_with_values(head, fields, order) if fields else None
    if changed is None:
        return None
    new = str(wanted.get(BODY, ""))
    # A form has no line break at the end of a text; a file has one.
    ending = "\n" if body.endswith("\n") or not body else ""
    start = text[: len(text) - len(body)]
    blank = body[: len(body) - len(body.lstrip("\n"))]
    new_body = body if new.strip("\n") == body.strip("\n") else blank + new.strip("\n") + ending
    return (start.replace(head, changed, 1) if head else start) + new_body


def _split(text: str) -> tuple[str, str]:
    """Return the fields at the top of a page as YAML, and its Markdown."""
    match = _HEAD.match(text)
    return (match[1] or "", text[match.end() :]) if match is not None else ("", text)

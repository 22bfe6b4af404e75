"""Changes the values of a record in its text, and checks that the text says exactly that before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.editing.record_text import FieldOrder, change_text, says_the_same
from generator.read import read_nodes


def text_with_values(text: str, wanted: Mapping[str, Any], order: FieldOrder = lambda path: ()) -> str | None:
    """Return the text of a record with exactly these values; None if it cannot be written without touching the rest.

    Everything else in the text stays: comments, the order of fields, quotation marks, line breaks.
    """
    root = read_nodes(text)
    if root is None:
        return None
    changed = change_text(text, root, wanted, order)
    if changed is None or changed == text:
        return changed
    read_back = read_nodes(changed)
    return changed if read_back is not None and says_the_same(read_back.value, dict(wanted)) else None

"""The ways in which readers get a document. A form asks for one of them, and shows only its fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from generator.forms.form_values import FormValue

WAY: Final = "@way"
"""The field of a document in a form with the chosen way."""

WAYS: Final = {
    "file": "We publish a file",
    "url": "It is on another website",
    "availability": "Readers cannot get it here",
    "from": "Another case has it",
}
FIELDS_OF_WAYS: Final = {
    "file": ("file",),
    "url": ("url", "publisher"),
    "availability": ("availability", "reason", "since", "publisher"),
    "from": ("from",),
}


def way_of(document: Mapping[str, Any]) -> str:
    """Return the way of a document in a record; that of a file for a new one."""
    for way in ("file", "url", "from", "availability"):
        if document.get(way) is not None:
            return way
    return "file"


def only_of_chosen_way(shown: dict[str, FormValue]) -> dict[str, FormValue]:
    """Return a document without the fields of other ways than the chosen one."""
    chosen = shown.get(WAY)
    way = chosen if isinstance(chosen, str) and chosen in WAYS else "file"
    left_out = {name for names in FIELDS_OF_WAYS.values() for name in names} - {*FIELDS_OF_WAYS[way]}
    if way == "url" and shown.get("availability") == "elsewhere":
        left_out -= {"availability"}
    return {name: "" if name in left_out else value for name, value in shown.items()}

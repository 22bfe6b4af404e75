"""Reads what a browser has posted as the values of a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from generator.forms.document_ways import WAY
from generator.forms.form_fields import FieldKind, FormField
from generator.forms.form_values import KEPT, ORIGIN

if TYPE_CHECKING:
    from generator.forms.form_values import FormValue

ITEMS: Final = "#"
"""The end of the name of a field that lists the numbers of the items, in their order: `documents.#`."""

MOST_ITEMS: Final = 500

Posted = Mapping[str, Sequence[str]]


def read_posted(field: FormField, posted: Posted, name: str = "") -> FormValue:
    """Return the values of a form. Names are those of `name_of`."""
    if name_of(name, KEPT) in posted:
        return {KEPT: "yes"}
    match field.kind:
        case FieldKind.GROUP:
            values: dict[str, FormValue] = {
                each.name: read_posted(each, posted, name_of(name, each.name)) for each in field.fields
            }
            for hidden in (ORIGIN, WAY):
                if name_of(name, hidden) in posted:
                    values[hidden] = _last(posted, name_of(name, hidden))
            return values
        case FieldKind.LIST:
            assert field.item is not None
            numbers = [each for each in posted.get(name_of(name, ITEMS), ()) if each.isdecimal()][:MOST_ITEMS]
            return [read_posted(field.item, posted, name_of(name, number)) for number in dict.fromkeys(numbers)]
        case FieldKind.SET | FieldKind.ORDER:
            return [each for each in dict.fromkeys(posted.get(name, ())) if each]
    return _last(posted, name).replace("\r\n", "\n")


def name_of(name: str, step: str | int) -> str:
    """Return the name of a field inside another: `documents.0` and `kind` give `documents.0.kind`."""
    return f"{name}.{step}" if name else str(step)


def _last(posted: Posted, name: str) -> str:
    values = posted.get(name, ())
    return values[-1] if values else ""

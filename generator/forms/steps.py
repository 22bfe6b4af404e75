"""The steps between typing and saving: an item is added, removed or moved."""

from __future__ import annotations

from collections.abc import Collection
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.forms.form_fields import FieldKind, FormField
from generator.forms.form_values import to_form
from generator.forms.posted import name_of

if TYPE_CHECKING:
    from generator.forms.form_values import FormValue


@dataclass(frozen=True, slots=True)
class StepResult:
    """A form after a step."""

    values: FormValue
    focus: str = ""
    """The name of the field or the button that gets the focus. Empty if the step changed nothing."""

    said: str = ""
    """What happened, for a screen reader."""


def take_step(form: FormField, values: FormValue, step: str, chosen: str = "") -> StepResult:
    """Return the form after a step: `add:documents`, `remove:documents.1`, `up:learning.2` or `down:learning.0`.

    `chosen` is the value to add to a list of known values. A step that cannot be taken changes nothing.
    """
    verb, _, name = step.partition(":")
    values = deepcopy(values)
    list_name, _, last = name.rpartition(".")
    if verb == "add":
        field, items = _list_at(form, values, name)
        return StepResult(values) if field is None or items is None else _add(values, field, items, name, chosen)
    field, items = _list_at(form, values, list_name)
    if field is None or items is None or not last.isdecimal() or int(last) >= len(items):
        return StepResult(values)
    number = int(last)
    what = (field.words.item if field.words.item else "entry").capitalize()
    if verb == "remove":
        del items[number]
        focus = f"remove:{name_of(list_name, min(number, len(items) - 1))}" if items else f"add:{list_name}"
        return StepResult(values, focus, f"{what} {number + 1} removed")
    target = number + {"up": -1, "down": 1}.get(verb, 0)
    if target == number or not 0 <= target < len(items):
        return StepResult(values)
    items[number], items[target] = items[target], items[number]
    said = f"{what} {number + 1} is now number {target + 1} of {len(items)}"
    # At either end, the button that was pressed cannot be pressed again, so the other one gets the focus.
    again = {0: "down", len(items) - 1: "up"}.get(target, verb)
    return StepResult(values, f"{again}:{name_of(list_name, target)}", said)


def _add(values: FormValue, field: FormField, items: list[FormValue], name: str, chosen: str) -> StepResult:
    what = field.words.item.capitalize()
    if field.kind is FieldKind.ORDER:
        if not chosen or chosen in items:
            return StepResult(values, f"choose:{name}")
        items.append(chosen)
        return StepResult(values, f"choose:{name}", f"{what} added as number {len(items)}")
    assert field.item is not None
    items.append(to_form(field.item, None))
    return StepResult(values, name_of(name, len(items) - 1), f"{what} {len(items)} added")


def _list_at(form: FormField, values: FormValue, name: str) -> tuple[FormField | None, list[FormValue] | None]:
    """Return the list at a name, and its field."""
    field: FormField | None = form
    value: FormValue | None = values
    for step in name.split("."):
        if field is None:
            break
        if field.kind is FieldKind.LIST and isinstance(value, list):
            is_there = step.isdecimal() and int(step) < len(value)
            field, value = (field.item, value[int(step)]) if is_there else (None, None)
        else:
            field, value = field.field(step), value.get(step) if isinstance(value, dict) else None
    is_list = field is not None and field.kind in (FieldKind.LIST, FieldKind.ORDER) and isinstance(value, list)
    return (field, value) if is_list and isinstance(value, list) else (None, None)


def without_files(values: FormValue, names: Collection[str]) -> FormValue:
    """Return the values of a form without the documents and pictures that are one of some files."""
    if not names or not isinstance(values, dict):
        return values

    def is_kept(item: FormValue) -> bool:
        return not (isinstance(item, dict) and item.get("file") in names)

    lists = {name: values[name] for name in ("documents", "pictures") if isinstance(values.get(name), list)}
    return {**values, **{name: [each for each in items if is_kept(each)] for name, items in lists.items()}}


def with_text(values: FormValue, name: str, text: str) -> FormValue:
    """Return the values of a form with another text at a name. An unknown name changes nothing."""
    first, _, rest = name.partition(".")
    if isinstance(values, dict) and first in values:
        return {**values, first: with_text(values[first], rest, text)}
    if isinstance(values, list) and first.isdecimal() and int(first) < len(values):
        number = int(first)
        return [*values[:number], with_text(values[number], rest, text), *values[number + 1 :]]
    return text if isinstance(values, str) and not name else values

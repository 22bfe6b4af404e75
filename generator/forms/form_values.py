"""The values of a record as a form shows them, and what was typed as values of a record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from generator.editing.record_text import join_lines, says_the_same
from generator.forms.document_ways import WAY, only_of_chosen_way, way_of
from generator.forms.form_dates import parse_date, parse_moment, show_date, show_moment
from generator.forms.form_fields import NAME, VALUE, FieldKind, FormField

FormValue = str | list["FormValue"] | dict[str, "FormValue"]
"""What a form shows and what is typed: texts, lists of them, and groups of fields."""

ORIGIN: Final = "@"
"""The field of an item with its number in the record; empty for a new item."""

KEPT: Final = "@kept"
"""The field of a value that the form cannot show."""

_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u2028\u2029]")


def to_form(field: FormField, value: Any) -> FormValue:
    """Return a value of a record as a form shows it. `None` is a field that the record does not have."""
    match field.kind:
        case FieldKind.GROUP:
            if value is not None and not isinstance(value, Mapping):
                return {KEPT: "yes"}
            values = value or {}
            shown: dict[str, FormValue] = {each.name: to_form(each, values.get(each.name)) for each in field.fields}
            if field.model == "Document":
                shown[WAY] = way_of(values)
            return shown
        case FieldKind.LIST | FieldKind.SET | FieldKind.ORDER:
            return _list_to_form(field, value)
        case FieldKind.OPAQUE:
            return {KEPT: "yes"} if value is not None else ""
    if isinstance(value, Mapping | list):
        return {KEPT: "yes"}
    if value is None and field.kind is FieldKind.YES_NO:
        return field.default
    return _text_to_form(field.kind, value)


def _list_to_form(field: FormField, value: Any) -> FormValue:
    if value is None:
        return []
    if field.is_mapping:
        if not isinstance(value, Mapping):
            return {KEPT: "yes"}
        value = [{NAME: name, VALUE: each} for name, each in value.items()]
    if not isinstance(value, list):
        return [str(value)] if field.may_be_single and isinstance(value, str) else {KEPT: "yes"}
    if field.item is None:
        return [str(each) for each in value] if all(isinstance(each, str) for each in value) else {KEPT: "yes"}
    items = [to_form(field.item, each) for each in value]
    if field.item.kind is FieldKind.GROUP:
        return [{**each, ORIGIN: str(n)} if isinstance(each, dict) else each for n, each in enumerate(items)]
    return {KEPT: "yes"} if any(isinstance(each, dict) for each in items) else items


def _text_to_form(kind: FieldKind, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    match kind:
        case FieldKind.DATE:
            return show_date(value)
        case FieldKind.MOMENT:
            return show_moment(value)
        case FieldKind.TEXT:
            return join_lines(str(value).strip())
        case FieldKind.MARKDOWN:
            return str(value).strip("\n")
    return str(value).strip()


def to_record(field: FormField, shown: FormValue, base: Any) -> Any:
    """Return what was typed as a value of a record; None for a field that the record should not have.

    `base` is the value that the form was made from. What was not changed stays as it was written, and so does what the
    form does not show.
    """
    if isinstance(shown, dict) and KEPT in shown:
        return base
    if shown == to_form(field, base):
        return base
    match field.kind:
        case FieldKind.GROUP:
            return _group(field, shown if isinstance(shown, dict) else {}, base if isinstance(base, Mapping) else {})
        case FieldKind.LIST:
            return _list(field, shown if isinstance(shown, list) else [], base)
        case FieldKind.SET | FieldKind.ORDER:
            chosen = [each for each in shown if isinstance(each, str) and each] if isinstance(shown, list) else []
            if field.kind is FieldKind.SET:
                chosen = _in_order_of(base, chosen)
            if base is not None and to_form(field, base) == chosen:
                return base
            return chosen[0] if field.may_be_single and len(chosen) == 1 else chosen or None
    return _simple(field, clean(shown) if isinstance(shown, str) else "", base)


def _in_order_of(base: Any, chosen: list[str]) -> list[str]:
    """Return what is ticked in the order of the record: boxes are in the order of the vocabulary."""
    before = [each for each in base if each in chosen] if isinstance(base, list) else []
    return [*before, *(each for each in chosen if each not in before)]


def clean(text: str) -> str:
    """Return a typed text without the characters that no record can have."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _simple(field: FormField, text: str, base: Any) -> Any:
    if field.kind is FieldKind.YES_NO:
        return None if base is None and text == field.default else text == "yes"
    if not text or (text == field.default and base is None):
        return None
    match field.kind:
        case FieldKind.DATE:
            return parse_date(text)
        case FieldKind.MOMENT:
            return parse_moment(text)
        case FieldKind.NUMBER:
            return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else text
    return base if says_the_same(base, text) else text


def _group(field: FormField, shown: dict[str, FormValue], base: Mapping[str, Any]) -> dict[str, Any] | None:
    if field.model == "Document":
        shown = only_of_chosen_way(shown)
    known = {each.name for each in field.fields}
    values = {name: value for name, value in base.items() if name not in known}
    for each in field.fields:
        value = to_record(each, shown.get(each.name, ""), base.get(each.name))
        if value is not None:
            values[each.name] = value
    ordered = {name: values[name] for name in base if name in values} | values
    return ordered or None


def _list(field: FormField, shown: list[FormValue], base: Any) -> list[Any] | dict[str, Any] | None:
    assert field.item is not None
    if field.is_mapping:
        entries = [(each.get(NAME), each.get(VALUE)) for each in shown if isinstance(each, dict)]
        return _mapping(field.item, entries, base if isinstance(base, Mapping) else {})
    before = base if isinstance(base, list) else []
    items = []
    for each in shown:
        origin = each.get(ORIGIN) if isinstance(each, dict) else None
        number = int(origin) if isinstance(origin, str) and origin.isdecimal() else -1
        value = to_record(field.item, each, before[number] if 0 <= number < len(before) else None)
        if value is not None:
            items.append(value)
    return items or None


def _mapping(
    item: FormField, entries: list[tuple[FormValue | None, FormValue | None]], base: Mapping[str, Any]
) -> dict[str, Any] | None:
    """Return the entries of a mapping. One without a name is kept under an empty name, so that it is reported."""
    field = item.field(VALUE)
    assert field is not None
    values = {}
    for name, shown in entries:
        key = clean(name) if isinstance(name, str) else ""
        value = to_record(field, shown or "", base.get(key))
        if value is not None:
            values[key] = value
        elif key:
            values[key] = ""
    return {key: values[key] for key in base if key in values} | values or None

"""Diagnostics for the faults of a record's schema, in an editor's words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Location, did_you_mean, join_lines, one_line, rule
from generator.diagnostics.suggest import one_of
from generator.model import RawRecord
from generator.model.raw_record import Path, is_private
from generator.model.record_model import SLUG_PATTERN
from generator.model.vocabulary import Vocabulary
from generator.validate.date_hints import date_field_hint
from generator.validate.field_names import (
    abbreviate,
    choices_in,
    field_label,
    field_names,
    innermost_field,
    inside,
    known_field_hint,
    model_at,
)
from generator.validate.rules.languages import language_hint
from generator.validate.value_mistakes import (
    ADDRESS,
    LIST_HINTS,
    PATTERN_HINTS,
    colon_mistake,
    comma_mistake,
    curly_quotes_hint,
    list_hint,
    list_mark_mistake,
    note_hint,
    phone_hint,
    single_value_mistake,
    slash_hint,
    value_type_in_words,
    web_address_hint,
)
from generator.validate.vocabulary_names import (
    as_id,
    ids_hint,
    several_ids_hint,
    term_hint,
    terms_hint,
    type_hint,
)

_LONGEST_ID: Final = 80
_FILE_TYPE: Final = re.compile(r"\.(?:pdf|docx?|html?|md|ya?ml)$", re.IGNORECASE)
_FILE_NAME: Final = re.compile(r"[\w() -]+\.[A-Za-z]{3,4}")
_SHOWS_THE_VALUE: Final = frozenset(
    {"extra_forbidden", "partial_date", "time_without_day", "enum", "string_pattern_mismatch"}
)
"""Fault types whose message contains the written value."""

_EXPECTED_TYPES: Final = {
    "string_type": ("text", "write it as text; put numbers, true and false in quotes"),
    "tuple_type": ("a list", "write each item on its own line after a hyphen, or [one, two]"),
    "int_type": ("a whole number", "write it in digits: 7"),
    "int_parsing": ("a whole number", "write it in digits: 7"),
    "list_type": ("a list", "write each item on its own line after a hyphen, or [one, two]"),
    "model_type": ("fields", "write each field as name: value"),
    "model_attributes_type": ("fields", "write each field as name: value"),
    "dict_type": ("fields", "write each field as name: value"),
    "bool_type": ("true or false", "write true or false"),
    "bool_parsing": ("true or false", "write true or false"),
}


def schema_diagnostic(
    model: type[BaseModel], vocabulary: Vocabulary | None, raw: RawRecord, fault: ErrorDetails
) -> Diagnostic:
    """Return the diagnostic of one fault that pydantic found in a record."""
    path, kind = fault["loc"], fault["type"]
    name = str(path[-1]) if path else raw.kind
    is_another_kind = kind == "enum" and not isinstance(fault["input"], str)
    if is_private(path) and kind in _SHOWS_THE_VALUE and not is_another_kind:
        return _private_field_finding(raw, model, fault)
    if kind == "extra_forbidden":
        key_place = raw.location_of(*path, key=True)
        if key_place.source is not None and (cut := comma_mistake(name, fault["input"], key_place)):
            return rule("R201").diagnostic(cut[0], key_place, cut[1])
        known = [field_name for field_name in field_names(model_at(model, path[:-1])) if field_name != "workflow"]
        hint = known_field_hint(name, known)
        # A key such as "note = words" has private words in it.
        is_shown = key_place.source is not None or re.fullmatch(r"[\w-]+( [\w-])?:?", name) is not None
        what = f' "{abbreviate(name)}"' if is_shown else ""
        return rule("R201").diagnostic(f"unknown field{what}{inside(path[:-1])}", key_place, hint)
    if kind == "missing":
        return rule("R202").diagnostic(
            f'the field "{name}" is missing{inside(path[:-1])}',
            replace(raw.location_of(*path[:-1]), path=path),
            f'add "{name}: ..."',
        )
    if path == ("id",) and "id" not in raw.values:
        return _bad_name(raw)
    place, value = raw.location_of(*path), fault["input"]
    curly = curly_quotes_hint(value, place)
    if kind == "partial_date":
        message = str(fault["ctx"]["reason"])
        hint = curly or date_field_hint(raw.kind, path, value) or "leave the field out if the date is not known"
        is_shown = isinstance(value, str | int) and not isinstance(value, bool)
        what = f'"{abbreviate(value)}" is' if is_shown else f"{field_label(path)} is {value_type_in_words(value)} and"
        return rule("R204").diagnostic(f"{what} not a date: {message}", place, hint)
    if kind == "time_without_day":
        hint = "write the whole day before the time: 2022-09-14 10:00"
        return rule("T710").diagnostic(f'"{abbreviate(value)}" is a time without a day', place, hint)
    if kind in _EXPECTED_TYPES or is_another_kind:
        return _wrong_type(model, path, place, fault, vocabulary)
    finding = _bad_value(path, place, fault)
    if curly:
        return replace(finding, hint=curly)
    by_name = _vocabulary_hint(raw, path, value, vocabulary) if finding.code == "R205" else None
    return replace(finding, hint=by_name) if by_name else finding


def _vocabulary_hint(raw: RawRecord, path: Path, value: object, vocabulary: Vocabulary | None) -> str | None:
    is_notice = raw.kind == "notice" and len(path) == 1
    if vocabulary is not None and raw.kind == "case" and path[:1] == ("type",) and isinstance(value, str):
        return type_hint(vocabulary, join_lines(value))
    if not isinstance(value, str):
        return None
    field = innermost_field(path)
    if isinstance(path[-1], int) and (several := several_ids_hint(vocabulary, field, join_lines(value))):
        return several
    return term_hint(vocabulary, field, join_lines(value), is_notice) or ids_hint(vocabulary, field, is_notice)


def _wrong_type(
    model: type[BaseModel], path: Path, place: Location, fault: ErrorDetails, vocabulary: Vocabulary | None
) -> Diagnostic:
    """Return R203. If a usual mistake explains the wrong type, the message names the mistake."""
    kind, value = fault["type"], fault["input"]
    wanted, hint = _EXPECTED_TYPES.get(kind, ("one word", "write one word"))
    message = f"{field_label(path)} is {value_type_in_words(value)} and should be {wanted}"
    if is_private(path):
        return rule("R203").diagnostic(message, place, hint)
    if kind == "enum" and value is not None:
        choices = one_of(choices_in(fault["ctx"]["expected"]))
        return rule("R203").diagnostic(message, place, choices)
    mistake = None
    if wanted == "a list":
        mistake = list_mark_mistake(value)
    elif wanted in ("text", "one word"):
        mistake = single_value_mistake(path, value) or colon_mistake(value, place)
    if mistake is not None:
        return rule("R203").diagnostic(mistake[0], place, mistake[1])
    item = _item_to_write(model, path) if wanted in ("a list", "fields") and isinstance(value, str) else None
    if item is not None and innermost_field(path) == "documents" and _FILE_NAME.fullmatch(value):
        item = item.replace("report.pdf", value)
    if item is not None:
        is_single = wanted == "fields" and isinstance(path[-1], str)
        example = f"{path[-1]}: {item.removeprefix('- ')}" if is_single else item
        return rule("R203").diagnostic(message, place, f"write {example}")
    if value is None:
        can_be_left_out = not _is_required(model, path)
        hint = "write it after the colon" if wanted == "text" and isinstance(path[-1], str) else hint
        hint = note_hint(value, place) or (f"{hint}; or leave the field out" if can_be_left_out else hint)
    elif wanted == "a list" and isinstance(value, str):
        field = innermost_field(path)
        known = _in_brackets(ids_hint(vocabulary, field))
        in_brackets = list_hint(value) if known is None or re.search("[,;]", value) else None
        hint = terms_hint(vocabulary, field, one_line(value)) or in_brackets or known or hint
    else:
        hint = phone_hint(innermost_field(path), value, place) or hint
    return rule("R203").diagnostic(message, place, hint)


def _is_required(model: type[BaseModel], path: Path) -> bool:
    """Return True for a field without which its entry cannot be read."""
    field = model_at(model, path[:-1]).model_fields.get(str(path[-1]))
    return field is not None and field.is_required()


def _item_to_write(model: type[BaseModel], path: Path) -> str | None:
    """Return an item of a list as an editor should write it: `- {date: ..., text: ...}`; None if it has no fields."""
    if innermost_field(path) in LIST_HINTS:
        return LIST_HINTS[innermost_field(path)]
    item = model_at(model, path)
    if item is model_at(model, path[:-2] if isinstance(path[-1], int) else path[:-1]):
        return None
    names = [field.alias or name for name, field in item.model_fields.items() if field.is_required()]
    return f"- {{{', '.join(f'{name}: ...' for name in names)}}}" if names else None


def _in_brackets(known: str | None) -> str | None:
    """Return the hint with the known ids of a list, and how a list is written; None if there are none."""
    return f"write the ids in brackets, [one, two]; {known}" if known else None


def _private_field_finding(raw: RawRecord, model: type[BaseModel], fault: ErrorDetails) -> Diagnostic:
    """Return a diagnostic for a private field. It does not show the written value, because others may read the log."""
    path, place = fault["loc"], raw.location_of(*fault["loc"])
    match fault["type"]:
        case "extra_forbidden":
            known = one_of(field_names(model_at(model, path[:-1])), limit=30)
            return rule("R201").diagnostic(f"unknown field{inside(path[:-1])}", raw.location_of(*path, key=True), known)
        case "partial_date":
            hint = "write 2022, 2022-09 or 2022-09-14; leave the field out if the date is not known"
            return rule("R204").diagnostic(f"{field_label(path)} is not a date", place, hint)
        case "enum":
            known = one_of(choices_in(fault["ctx"]["expected"]), limit=30)
            return rule("R207").diagnostic(f"{field_label(path)} is a word that is not known here", place, known)
    hint = "library docs records lists the values of this field"
    return rule("R207").diagnostic(f"{field_label(path)} cannot be read", place, hint)


def _bad_name(raw: RawRecord) -> Diagnostic:
    """Return R205 for a record whose folder or file name cannot be an id."""
    what = "file name" if raw.kind in ("notice", "bulletin", "year") else "folder's name"
    hint = f"rename it: {_as_id(raw.id)}; small letters, digits and hyphens, at most {_LONGEST_ID}"
    return rule("R205").diagnostic(
        f'the {what} "{abbreviate(raw.id)}" cannot become an address', raw.location_of(), hint
    )


def _bad_value(path: Path, place: Location, fault: ErrorDetails) -> Diagnostic:
    kind, context, written = fault["type"], fault.get("ctx", {}), abbreviate(fault["input"])
    what = field_label(path)
    if kind in ("enum", "literal_error"):
        known = choices_in(context["expected"])
        return rule("R207").diagnostic(
            f'unknown {path[-1]} "{written}"{inside(path[:-1])}'
            if len(path) > 1 and isinstance(path[-1], str)
            else f'unknown {field_label(path, quote=False)} "{written}"',
            place,
            (None if path[:1] == ("order",) else did_you_mean(written, known)) or one_of(known, limit=len(known)),
        )
    if kind == "string_pattern_mismatch" and context["pattern"] == SLUG_PATTERN:
        hint = f'use small letters, digits and hyphens: "{_as_id(_FILE_TYPE.sub("", written))}"'
        return rule("R205").diagnostic(f'{what} is not an id: "{written}"', place, hint)
    if kind == "string_too_short":
        hint = (
            "write it, or delete this item" if path and isinstance(path[-1], int) else "write it, or delete the field"
        )
        if path and path[-1] in ("name", "title", "label"):
            hint = "write it: a record cannot do without it"
        return rule("R207").diagnostic(f"{what} is empty", place, hint)
    if kind == "string_too_long":
        count = len(str(fault["input"]))
        code = "R205" if context["max_length"] == _LONGEST_ID else "R207"
        message = f"{what} is too long: {count} characters, at most {context['max_length']}"
        return rule(code).diagnostic(message, place, "shorten it")
    if kind == "too_short":
        return rule("R207").diagnostic(f"{what} is an empty list", place, "add an item, or leave the field out")
    if kind == "too_long":
        message = f"{what} has {context['actual_length']} items, at most {context['max_length']}"
        return rule("R207").diagnostic(message, place, "take some out, or join two")
    if kind == "string_pattern_mismatch":
        name = innermost_field(path)
        if name == "language":
            return rule("R207").diagnostic(f'{what} cannot be "{written}"', place, language_hint(str(fault["input"])))
        name = "url" if context["pattern"].startswith("^https?://") else name
        usual = PATTERN_HINTS.get(name) or _address_hint(path, fault["input"]) or "leave out spaces and signs"
        hint = (web_address_hint(path, fault["input"]) if usual == ADDRESS else None) or usual
        return rule("R207").diagnostic(f'{what} cannot be "{written}"', place, hint)
    return rule("R207").diagnostic(f"{what} cannot be read: {fault['msg'].lower()}", place)


def _as_id(text: str) -> str:
    """Return a text converted to a valid id."""
    return as_id(text)[:_LONGEST_ID].strip("-") or "a-short-name"


def _address_hint(path: Path, value: object) -> str | None:
    """Return the hint for an address of this site; None for other fields."""
    if innermost_field(path) not in ("old", "new", "address"):
        return None
    return slash_hint(value) or "write the address without spaces: reviews/grace/ or https://..."

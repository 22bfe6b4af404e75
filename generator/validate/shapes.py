"""A record's shape by pydantic; its faults said in an editor's words, at their line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Location, Outcome, did_you_mean, rule
from generator.diagnostics.suggest import one_of
from generator.model import RawRecord
from generator.model.raw import Path
from generator.model.record import Shape

AnyShape = TypeVar("AnyShape", bound=Shape)

_WANTED: Final = {
    "string_type": ("text", "write the value as text; put numbers and words such as yes in quotes"),
    "tuple_type": ("a list", "write each item on its own line after a hyphen, or [one, two]"),
    "list_type": ("a list", "write each item on its own line after a hyphen, or [one, two]"),
    "model_type": ("fields", "write each field as name: value"),
    "model_attributes_type": ("fields", "write each field as name: value"),
    "dict_type": ("fields", "write each field as name: value"),
    "bool_type": ("true or false", "write true or false"),
    "bool_parsing": ("true or false", "write true or false"),
}


def shape(raw: RawRecord, model: type[AnyShape]) -> Outcome[AnyShape | None]:
    """The record in its shape; None with every fault of its shape. A wrong id is told elsewhere."""
    values: Mapping[str, Any] = raw.values
    if "id" in model.model_fields and "id" not in values:
        values = {**values, "id": raw.id}
    try:
        return Outcome(model.model_validate(values))
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        return Outcome(None, tuple(_finding(raw, model, each) for each in _worth_telling(details)))


def _worth_telling(details: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Drops what is told better elsewhere: the id's own rule, and all but the first fault of one place."""
    told: set[Path] = set()
    for each in details:
        path = each["loc"]
        if path == ("id",) or path in told:
            continue
        told.add(path)
        yield each


def _finding(raw: RawRecord, model: type[BaseModel], fault: ErrorDetails) -> Diagnostic:
    path, kind = fault["loc"], fault["type"]
    name = str(path[-1]) if path else raw.kind
    if kind == "extra_forbidden":
        known = [each for each in _model_at(model, path[:-1]).model_fields if each != "workflow"]
        hint = did_you_mean(name, known) or one_of(known, limit=30)
        return rule("R201").found(f'unknown field "{name}"', raw.at(*path, key=True), hint)
    if kind == "missing":
        where = _named(path[:-1])
        return rule("R202").found(f'the field "{name}" is missing{where}', raw.at(*path[:-1]), f'add "{name}: ..."')
    if kind == "partial_date":
        reason = str(fault["ctx"]["reason"])
        return rule("R204").found(
            f'"{_shown(fault["input"])}" is not a date: {reason}',
            raw.at(*path),
            "leave the field out if the date is not known",
        )
    place = raw.at(*path)
    if kind in _WANTED:
        wanted, hint = _WANTED[kind]
        return rule("R203").found(f"{_titled(path)} is {_kind_of(fault['input'])} and should be {wanted}", place, hint)
    return _bad_value(path, place, fault)


def _bad_value(path: Path, place: Location, fault: ErrorDetails) -> Diagnostic:
    kind, context, written = fault["type"], fault.get("ctx", {}), _shown(fault["input"])
    what = _titled(path)
    if kind == "enum":
        known = [each.strip("' ") for each in str(context["expected"]).replace(" or ", ",").split(",")]
        return rule("R207").found(
            f'unknown {_titled(path, quote=False)} "{written}"', place, did_you_mean(written, known) or one_of(known)
        )
    if kind == "string_too_short":
        return rule("R207").found(f"{what} is empty", place, "write it, or leave the field out")
    if kind in ("string_too_long", "too_long"):
        return rule("R207").found(f"{what} is too long: at most {context['max_length']}", place, "shorten it")
    if kind == "string_pattern_mismatch":
        return rule("R207").found(
            f'{what} cannot be "{written}"', place, _PATTERN_HINTS.get(_field(path), "check how it is written")
        )
    return rule("R207").found(f"{what}: {fault['msg'].lower()}", place)


_PATTERN_HINTS: Final = {
    "url": "an address starts with https:// and has no spaces",
    "exit_to": "an address starts with https:// and has no spaces",
    "website": "an address starts with https:// and has no spaces",
    "phone": 'a phone number is digits and spaces in quotes: "01926 414144"',
    "email": "an e-mail address looks like name@place.org",
    "brand": 'a colour is six hex digits in quotes: "#1d4f5e"',
    "brand_dark": 'a colour is six hex digits in quotes: "#1d4f5e"',
    "accent": 'a colour is six hex digits in quotes: "#1d4f5e"',
}


def _field(path: Path) -> str:
    """The innermost field's name: `documents`, 0, `url` gives `url`."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _titled(path: Path, quote: bool = True) -> str:
    """A value's name for a message: `"documents" item 2, "url"`."""
    words = (f"item {step + 1}" if isinstance(step, int) else f'"{step}"' if quote else str(step) for step in path)
    return " ".join(words) or "the record"


def _named(path: Path) -> str:
    return f" in {_titled(path)}" if path else ""


def _shown(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:57] + "..."


def _kind_of(value: object) -> str:
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "text"
    return "a list" if isinstance(value, list) else "a set of fields"


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """The shape that a path leads to: ("documents", 0) gives Document."""
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = _shape_inside(model.model_fields[step].annotation) or model
    return model


def _shape_inside(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        found = _shape_inside(inner)
        if found is not None:
            return found
    return None

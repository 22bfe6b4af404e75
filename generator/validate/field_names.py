"""Names of fields and values in the messages about a record's schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from pydantic import BaseModel

from generator.diagnostics import did_you_mean, join_lines
from generator.diagnostics.suggest import one_of
from generator.model.raw_record import Path

_OTHER_NAMES: Final = {
    "date": ("published",),
    "published": ("date",),
    "title": ("name", "label"),
    "name": ("title", "label"),
    "description": ("summary", "body"),
    "abstract": ("summary",),
    "text": ("story", "body"),
    "body": ("story", "text"),
    "narrative": ("story",),
    "author": ("reviewer",),
    "authors": ("reviewer",),
    "tags": ("themes",),
    "topics": ("themes",),
    "keywords": ("themes",),
    "categories": ("themes",),
    "category": ("themes",),
    "report": ("documents",),
    "reports": ("documents",),
    "files": ("documents",),
    "attachments": ("documents",),
    "pdf": ("documents", "file"),
    "aliases": ("also_known_as",),
    "lessons": ("learning",),
    "withdrawn": ("status",),
    "address": ("url",),
    "link": ("url",),
}
"""The fields that people mean by the names that other programs use, in the order in which they are tried."""


def known_field_hint(name: str, known: Sequence[str]) -> str:
    """Return the hint for an unknown field: the field that was meant, else all known ones."""
    plain = name.strip().lower()
    meant = next((each for each in _OTHER_NAMES.get(plain, ()) if each in known), None)
    return (f'write "{meant}"' if meant else did_you_mean(name, known)) or one_of(known, limit=30)


def innermost_field(path: Path) -> str:
    """Return the innermost field's name: `documents`, 0, `url` gives `url`."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def field_label(path: Path, quote: bool = True) -> str:
    """Return a value's name for a message: `"documents" item 2, "url"`."""
    words = (f"item {step + 1}" if isinstance(step, int) else f'"{step}"' if quote else str(step) for step in path)
    return " ".join(words) or "the record"


def inside(path: Path) -> str:
    """Return where a field is, as the end of a message: ` in "documents" item 2`. Empty for a field of the record."""
    return f" in {field_label(path)}" if path else ""


def abbreviate(value: object) -> str:
    """Return a value on one line, in at most 60 characters."""
    text = join_lines(value)
    return text if len(text) <= 60 else text[:57] + "..."


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """Return the model at a path: ("documents", 0) gives Document."""
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = _shape_inside(model.model_fields[step].annotation) or model
    return model


def field_names(model: type[BaseModel]) -> list[str]:
    """Return the names of a model's fields as editors write them."""
    return [field.alias or name for name, field in model.model_fields.items()]


def _shape_inside(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        found = _shape_inside(inner)
        if found is not None:
            return found
    return None


def choices_in(expected: object) -> list[str]:
    """Return the words of a closed list, from pydantic's message."""
    return [word.strip("' ") for word in str(expected).replace(" or ", ",").split(",")]

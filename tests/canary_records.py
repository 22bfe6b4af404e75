"""Fills a shape with words in every field that holds any: what must not get out, in all the places it could hide."""

from __future__ import annotations

import types
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from generator.model import PartialDate
from generator.model.record_model import Slug
from generator.model.workflow import CopySent, Notification, Submission


def filled(shape: type[BaseModel], words: str) -> dict[str, Any]:
    """Values for every field: the words where text may stand, a day for dates, the first of a closed list."""
    values = {
        name: _value(Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation, words)
        for name, field in shape.model_fields.items()
    }
    if shape in (CopySent, Notification, Submission):
        # Only an id that the vocabulary has is accepted here.
        values["to"] = "nspcc" if shape is Submission else "ofsted"
    return values


def leaves(value: Any, words: str) -> int:
    """In how many places the words stand."""
    if isinstance(value, dict):
        return sum(leaves(each, words) for each in value.values())
    if isinstance(value, list):
        return sum(leaves(each, words) for each in value)
    return int(isinstance(value, str) and words in value)


def _value(annotation: Any, words: str) -> Any:
    if annotation == Slug:
        return words.replace(" ", "-")
    origin = get_origin(annotation)
    if origin is Annotated:
        return _value(get_args(annotation)[0], words)
    if origin in (Union, types.UnionType):
        return _value(next(get_arg for get_arg in get_args(annotation) if get_arg is not type(None)), words)
    if origin is dict:
        return {words.replace(" ", "-"): words}
    if origin is tuple:
        return [_value(get_args(annotation)[0], words)]
    if annotation is PartialDate:
        return "2025-02-03"
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return str(next(iter(annotation)))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return filled(annotation, words)
    if annotation is str:
        return words
    raise NotImplementedError(f"nobody has said how {annotation} is filled")

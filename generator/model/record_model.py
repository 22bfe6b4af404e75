"""The base model and the field types of all records."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

SLUG_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=80)]
"""An id: lower-case letters, digits and single hyphens. It becomes part of an address and never changes."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
"""A short text: a name, a title, a label."""

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Plain text or prose."""

WebAddress = Annotated[str, StringConstraints(pattern=r'^https?://[^\s<>"]+$', max_length=2000)]
"""A web address with http or https."""


def in_a_list(value: object) -> object:
    """Return a single value as a list of one; a list as it is."""
    return value if isinstance(value, list | tuple) else (value,)


OneOrMore = Annotated[tuple[Slug, ...], BeforeValidator(in_a_list, json_schema_input_type=Slug | list[Slug])]
"""Ids, written as one id (`police`) or as a list (`[police, schools]`)."""


class RecordModel(BaseModel):
    """A frozen model that forbids unknown fields: each is an error."""

    model_config = ConfigDict(frozen=True, defer_build=True, extra="forbid")

"""What every record's shape has in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

SLUG_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=80)]
"""An id: small letters, digits and single hyphens. It becomes an address and never changes."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
"""A short text: a name, a title, a label."""

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Plain text or prose."""

WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=2000)]
"""An address on the web, http or https."""


class RecordModel(BaseModel):
    """A frozen shape that knows all its fields: any other field is an error."""

    model_config = ConfigDict(frozen=True, defer_build=True, extra="forbid")

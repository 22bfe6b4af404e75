"""The bodies that get the report of a review: data of the vocabulary."""

from __future__ import annotations

from generator.model.record_model import Line, RecordModel, Slug, Text


class Destination(RecordModel):
    """A body that gets the report of a review."""

    id: Slug
    label: Line
    """The name as it appears inside a sentence: `the National Panel`."""

    description: Text | None = None
    email: Line | None = None
    """The address for the report, as a source gives it. None if no source gives one."""

    source: Text | None = None
    """Where the duty and the address come from."""


class Recipient(Destination):
    """A body that gets a copy before publication: an entry of `recipients`."""

    gets_reasons: bool = False
    """True if it must learn why a review is late or not published."""


class Repository(Destination):
    """A collection of published reports: an entry of `repositories`."""

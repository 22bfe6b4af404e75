"""One published review, under a pseudonym."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.model.partial_date import PartialDate
from generator.model.publication import Publication
from generator.model.record_model import Line, Slug, Text
from generator.model.workflow import Workflow


def _in_a_list(value: object) -> object:
    """Return a single value as a list of one; a list as it is."""
    return value if isinstance(value, list | tuple) else (value,)


ReviewTypeIds = Annotated[
    tuple[Slug, ...], Field(min_length=1), BeforeValidator(_in_a_list, json_schema_input_type=Slug | list[Slug])
]
"""Ids of review types, written as one id (`sar`) or as a list (`[dardr, sar]`)."""


class Case(Publication):
    """A review of one or more people, or of a theme: `content/cases/<id>/case.yml`."""

    name: Line
    """The pseudonym, or the subject of a thematic review."""

    type: ReviewTypeIds = ()
    """The review types of the vocabulary: several for a joint review, none if no source states the type.

    The type is never guessed. `Vocabulary.type_label` returns the label to show.
    """

    published: PartialDate | None = None
    """None if no source gives a date; the page then says that the date is not known."""

    summary: Text | None = None
    """The people and the events, in a sentence or two; None if no source has this. It is never invented."""

    story: Text | None = None
    learning: tuple[Text, ...] = ()
    practice: tuple[Text, ...] = ()
    community: tuple[Text, ...] = ()
    briefings: tuple[Slug, ...] = ()
    """7-minute briefings, in reading order."""

    people: tuple[Line, ...] = ()
    """Pseudonyms, in addition to the case's own, that its texts may use. Not published as a list."""

    reviewer: Line | None = None
    """The lead reviewer, named on the published report."""

    also_known_as: tuple[Line, ...] = ()
    workflow: Workflow | None = None
    """The steps before publication. Never published."""

    @property
    def publication(self) -> PartialDate | None:
        """The known or expected publication date, for the steps around that day. Never shown to readers."""
        planned = self.workflow.planned if self.workflow is not None else None
        return self.published or (self.publish_on.day if self.publish_on is not None else None) or planned

    @property
    def prose(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return every prose text with its path in the record."""
        pieces: list[tuple[tuple[str | int, ...], str]] = []
        if self.story is not None:
            pieces.append((("story",), self.story))
        for name in ("learning", "practice", "community"):
            pieces += [((name, index), text) for index, text in enumerate(getattr(self, name))]
        return tuple(pieces)

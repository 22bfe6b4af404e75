"""One published review, under a pseudonym."""

from __future__ import annotations

from generator.model.partial_date import PartialDate
from generator.model.publication import Publication
from generator.model.record_model import Line, Slug, Text
from generator.model.workflow import Workflow


class Case(Publication):
    """A review of one or more people, or of a theme: `content/cases/<id>/case.yml`."""

    name: Line
    """The pseudonym, or the subject of a thematic review."""

    type: Slug
    """A review type of the vocabulary."""

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

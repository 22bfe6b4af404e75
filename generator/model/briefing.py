"""A short briefing: a seven-minute read on one topic, or the lessons of one case."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from annotated_types import MaxLen

from generator.model.partial_date import PartialDate
from generator.model.publication import Publication
from generator.model.record_model import Line, RecordModel, Slug, Text


class Series(StrEnum):
    """The two series that a partnership publishes."""

    SEVEN_MINUTE = "seven-minute"
    LESSONS_LEARNED = "lessons-learned"

    @property
    def label(self) -> str:
        """The name of the series as it appears inside a sentence."""
        return {"seven-minute": "7-minute briefing", "lessons-learned": "lessons learned briefing"}[self]

    @property
    def heading(self) -> str:
        """The name of the series as it appears above a list."""
        return {"seven-minute": "7-minute briefings", "lessons-learned": "Lessons learned briefings"}[self]


class Section(RecordModel):
    """One of the seven parts of a briefing."""

    heading: Line
    body: Text


class Briefing(Publication):
    """One briefing: `briefings/<id>/briefing.yml`."""

    title: Line
    """The topic only; pages add the name of the series."""

    subtitle: Line | None = None
    """What tells it apart from others of its title, or says more than the title does; shown below the title."""

    series: Series
    case: Slug | None = None
    """The case whose lessons the briefing describes; None for a 7-minute briefing, which can serve many cases."""

    also_known_as: tuple[Line, ...] = ()
    audience: tuple[Slug, ...] = ("professionals",)
    published: PartialDate | None = None
    revised: PartialDate | None = None
    summary: Text | None = None
    sections: Annotated[tuple[Section, ...], MaxLen(7)] = ()
    questions: tuple[Text, ...] = ()
    workflow: dict[str, object] | None = None
    """Dates and decisions before publication. Never published."""

    @property
    def name(self) -> str:
        """The name in lists and links: the title.

        A lessons learned briefing has the title of its case, plus the series.
        """
        return self.title if self.case is None else f"{self.title}: {self.series.label}"

    @property
    def latest(self) -> PartialDate | None:
        """The date of the last change, as precise as it is known."""
        return self.revised or self.published

    @property
    def prose(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Every piece of prose with its path in the record."""
        return tuple((("sections", index, "body"), section.body) for index, section in enumerate(self.sections))

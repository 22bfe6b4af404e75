"""A short briefing, of one of the series that the vocabulary describes: on a topic, or about one case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import GetCoreSchemaHandler, GetPydanticSchema, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from generator.model.authorship import WrittenBy
from generator.model.briefing_series import BriefingSeries, series_without_entry
from generator.model.partial_date import PartialDate
from generator.model.publication import Publication
from generator.model.record_model import Line, RecordModel, Slug, Text


def _find_series(identity: str, info: ValidationInfo) -> BriefingSeries:
    known = info.context.get(SERIES, {}) if isinstance(info.context, Mapping) else {}
    found = known.get(identity)
    return found if isinstance(found, BriefingSeries) else series_without_entry(identity)


def _series_schema(_: object, handler: GetCoreSchemaHandler) -> CoreSchema:
    return core_schema.with_info_after_validator_function(_find_series, handler.generate_schema(Slug))


SERIES: Final = "series"
"""The key, in the context of the validation of a briefing, of the series of the vocabulary by id."""

SeriesById = Annotated[BriefingSeries, GetPydanticSchema(_series_schema)]
"""A series. A record has its id. One that the vocabulary does not have is a stand-in, which a rule reports."""


FROM_TITLE: Final = "title"
"""The `summary_source` of a summary that says no more than the title does, because nobody has read the briefing."""


class Section(RecordModel):
    """One part of a briefing that has its own text."""

    heading: Line
    body: Text


class Briefing(Publication):
    """One briefing: `briefings/<id>/briefing.yml`."""

    title: Line
    """The topic only; pages add the name of the series."""

    subtitle: Line | None = None
    """What tells it apart from others of its title, or says more than the title does; shown below the title."""

    series: SeriesById
    case: Slug | None = None
    """The case that the briefing is about; None for a briefing on a topic, which any number of cases may list."""

    written_by: WrittenBy = WrittenBy.PARTNERSHIP
    """Who wrote it. Readers see it if the text is the library's own."""

    retold: PartialDate | None = None
    """When the library last changed its own text, for `written_by: library-retelling`.

    None if that is not known. `published` and `revised` are the dates of the partnership's briefing.
    """

    also_known_as: tuple[Line, ...] = ()
    audience: tuple[Slug, ...] = ("professionals",)
    published: PartialDate | None = None
    revised: PartialDate | None = None
    summary: Text | None = None
    summary_source: Line | None = None
    """What `summary` is from, as prose that ends a sentence beginning with `From`, or `title` (`FROM_TITLE`).

    `title` means that only the title was read. None if the summary describes the briefing itself.
    """

    sections: tuple[Section, ...] = ()
    """The text, part by part; empty if it comes from the case or is only in a document."""

    questions: tuple[Text, ...] = ()
    workflow: dict[str, object] | None = None
    """Dates and decisions before publication. Never published."""

    @property
    def name(self) -> str:
        """The name in lists and links: the title.

        A briefing about a case usually has the title of the case, so the series is added.
        """
        return self.title if self.case is None else f"{self.title}: {self.series.label}"

    @property
    def is_about_case(self) -> bool:
        """True for a briefing that belongs to one case. No case lists it: it names the case."""
        return self.case is not None or not self.series.is_for_topics

    @property
    def latest(self) -> PartialDate | None:
        """The date of the last change, as precise as it is known."""
        return self.revised or self.published

    @property
    def counts_as_partnership(self) -> bool:
        """True if it is one of the partnership's briefings, whoever wrote the text on the page."""
        return self.written_by is not WrittenBy.LIBRARY

    @property
    def kicker(self) -> str:
        """The kind in lists: the series, and whose words they are if they are not the partnership's."""
        return self._labelled(self.series.kicker, self.written_by.label)

    @property
    def kind_cited(self) -> str:
        """The kind in a citation: `7-minute briefing, retold for this library`."""
        return self._labelled(self.series.label, self.written_by.short_label)

    @staticmethod
    def _labelled(kind: str, label: str) -> str:
        return f"{kind}, {label}" if label else kind

    @property
    def latest_text(self) -> PartialDate | None:
        """The date of the text on the page, for a citation: that of the retelling if it is one."""
        return self.retold if self.written_by is WrittenBy.LIBRARY_RETELLING else self.latest

    @property
    def prose(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Every piece of prose with its path in the record."""
        pieces: list[tuple[tuple[str | int, ...], str]] = []
        if self.summary_source is not None and not self.summary_is_from_title:
            pieces.append((("summary_source",), self.summary_source))
        return (*pieces, *((("sections", index, "body"), section.body) for index, section in enumerate(self.sections)))

    @property
    def summary_is_from_title(self) -> bool:
        """True if its summary is from the title only."""
        return self.summary is not None and self.summary_source == FROM_TITLE

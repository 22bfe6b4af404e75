"""A year of a partnership: what no record of a review holds, and what the annual report said."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from annotated_types import MinLen

from generator.model.periods import ReportYear
from generator.model.record_model import Line, RecordModel, Slug, Text


class YearStatus(StrEnum):
    """Where the record of a year stands."""

    DRAFT = "draft"
    PUBLISHED = "published"


class FigureRow(RecordModel):
    """One line of a table."""

    label: Line
    values: tuple[int, ...]
    """One for each column, none of them negative."""


class FigureTable(RecordModel):
    """A table that no record holds, such as referrals by district."""

    title: Line
    by: Line
    """What the rows are, above their names: `District or borough`."""

    columns: Annotated[tuple[Line, ...], MinLen(1)]
    """What the numbers of a row count: `Children`, `Adults`."""

    rows: Annotated[tuple[FigureRow, ...], MinLen(1)]
    note: Text | None = None
    source: Line
    """Shown under the table."""


class AnnualReportLists(RecordModel):
    """What the annual report itself listed. The chapter shows where the records' dates say something else."""

    source: Line
    """Shown to readers."""

    reviews: tuple[Slug, ...] = ()
    """Cases that were published in the year."""

    lessons: tuple[Slug, ...] = ()
    """Cases whose lessons learned briefings were new in the year."""

    briefings: tuple[Slug, ...] = ()
    """7-minute briefings that were new in the year."""


class Year(RecordModel):
    """`content/years/2022-23.yml`."""

    id: Slug
    """The year, from the file's name."""

    status: YearStatus = YearStatus.PUBLISHED
    """A draft has no page, and nothing of it is in the chapter."""

    introduction: Text | None = None
    """Prose."""

    figures: tuple[FigureTable, ...] = ()
    stated: AnnualReportLists | None = None
    sources: tuple[Line, ...] = ()
    """Where each fact came from. Never published."""

    def is_public(self, today: date, drafts: bool = False) -> bool:  # noqa: ARG002 asked as a record is
        """True when its page exists. `drafts` shows everything, for a preview."""
        return drafts or self.status is not YearStatus.DRAFT

    @property
    def year(self) -> ReportYear | None:
        """None where the file's name is no such year; that is an error of its own."""
        return ReportYear.parse(self.id)

    @property
    def prose(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Every piece of prose with its path in the record."""
        return ((("introduction",), self.introduction),) if self.introduction is not None else ()

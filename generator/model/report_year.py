"""A reporting year: figures that no record of a review has, and the lists in the annual report."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from annotated_types import MinLen

from generator.model.periods import ReportYear
from generator.model.record_model import Line, RecordModel, Slug, Text


class YearStatus(StrEnum):
    """The publication status of a year's record."""

    DRAFT = "draft"
    PUBLISHED = "published"


class FigureRow(RecordModel):
    """One row of a table."""

    label: Line
    values: tuple[int, ...]
    """One number for each column, none of them negative."""


class FigureTable(RecordModel):
    """A table of figures that no record has, such as referrals by district."""

    title: Line
    by: Line
    """The heading above the names of the rows: `District or borough`."""

    columns: Annotated[tuple[Line, ...], MinLen(1)]
    """The headings of the number columns: `Children`, `Adults`."""

    rows: Annotated[tuple[FigureRow, ...], MinLen(1)]
    note: Text | None = None
    source: Line
    """Shown under the table."""


class AnnualReportLists(RecordModel):
    """The lists in the annual report. The chapter shows each difference from the dates of the records."""

    source: Line
    """Shown to readers."""

    reviews: tuple[Slug, ...] = ()
    """Cases that were published in the year."""

    lessons: tuple[Slug, ...] = ()
    """Cases whose own briefings were new in the year. If a case has several, the first in the order of the series."""

    briefings: tuple[Slug, ...] = ()
    """Other briefings that were new in the year."""


class Year(RecordModel):
    """`content/years/2022-23.yml`."""

    id: Slug
    """The year, from the file's name."""

    status: YearStatus = YearStatus.PUBLISHED
    """A draft has no page, and the chapter contains nothing from it."""

    introduction: Text | None = None
    """Prose."""

    figures: tuple[FigureTable, ...] = ()
    stated: AnnualReportLists | None = None
    sources: tuple[Line, ...] = ()
    """The source of each fact. Never published."""

    def is_public(self, today: date, drafts: bool = False) -> bool:  # noqa: ARG002 asked as a record is
        """Return True if the year has a page. `drafts` includes drafts, for a preview."""
        return drafts or self.status is not YearStatus.DRAFT

    @property
    def year(self) -> ReportYear | None:
        """The reporting year; None if the file's name is not one, which is reported as a separate error."""
        return ReportYear.parse(self.id)

    @property
    def prose(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return every prose text with its path in the record."""
        return ((("introduction",), self.introduction),) if self.introduction is not None else ()

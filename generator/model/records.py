"""All records of a site, each with its location in the files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.model.briefing import Briefing
from generator.model.bulletin import Bulletin
from generator.model.case import Case
from generator.model.nation import Nation
from generator.model.notice import Notice
from generator.model.partnership import Partnership
from generator.model.published_addresses import LinkExceptions, PublishedUrls, Redirect, Redirects
from generator.model.raw_record import FileInfo, MarkdownPage, RawRecord, Source
from generator.model.record_model import RecordModel
from generator.model.report_year import Year
from generator.model.vocabulary import Vocabulary

AnyShape = TypeVar("AnyShape", bound=RecordModel)


@dataclass(frozen=True, slots=True)
class Located(Generic[AnyShape]):
    """A valid record, and the file that it was read from."""

    record: AnyShape
    raw: RawRecord


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that was read and is valid."""

    partnership: Located[Partnership] | None
    """None if the file is missing or invalid, which is reported as a separate error."""

    vocabulary: Located[Vocabulary] | None
    cases: tuple[Located[Case], ...] = ()
    briefings: tuple[Located[Briefing], ...] = ()
    notices: tuple[Located[Notice], ...] = ()
    bulletins: tuple[Located[Bulletin], ...] = ()
    years: tuple[Located[Year], ...] = ()
    known_ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Kind to all ids found, including those of invalid records, so that one mistake does not cause other errors."""

    files: Mapping[tuple[str, str], FileInfo] = field(default_factory=dict)
    """File facts by record file and by the name that the record gives."""

    pages: tuple[MarkdownPage, ...] = ()
    assets: Mapping[str, FileInfo] = field(default_factory=dict)
    """The pictures, PDFs and Office files among the pages and in the theme, by their path from the root."""

    unchanged_clean_files: frozenset[str] = frozenset()
    """Record files whose text had no findings in the last run and has not changed since."""

    redirects: Located[Redirects] | None = None
    """None if the file is missing, as for the next two fields: a site does not need these files."""

    link_exceptions: Located[LinkExceptions] | None = None
    published_urls: Located[PublishedUrls] | None = None

    @property
    def redirect_entries(self) -> tuple[Redirect, ...]:
        """The addresses that redirect to others."""
        return self.redirects.record.redirects if self.redirects is not None else ()

    @property
    def nation(self) -> Nation:
        """The nation whose bank holidays count: the partnership's, or the one of its vocabulary packs, or England."""
        stated = self.partnership.record.nation if self.partnership is not None else None
        of_packs = self.vocabulary.record.nation if self.vocabulary is not None else None
        return stated or of_packs or Nation.ENGLAND

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files that editors write: records and hand-written pages."""
        singles = (self.partnership, self.vocabulary, self.redirects, self.link_exceptions, self.published_urls)
        located = (
            *self.cases_briefings_notices,
            *self.bulletins,
            *self.years,
            *(single for single in singles if single is not None),
        )
        return (*(record.raw.source for record in located), *(page.source for page in self.pages))

    @property
    def raw_by_ref(self) -> Mapping[tuple[str, str], RawRecord]:
        """The written form of each case, briefing and notice, by kind and id: for a finding that needs a location."""
        return {(record.raw.kind, record.record.id): record.raw for record in self.cases_briefings_notices}

    @property
    def prose_records(
        self,
    ) -> tuple[Located[Case] | Located[Briefing] | Located[Notice] | Located[Bulletin] | Located[Year], ...]:
        """All records with prose."""
        return (*self.cases_briefings_notices, *self.bulletins, *self.years)

    @property
    def cases_briefings_notices(self) -> tuple[Located[Case] | Located[Briefing] | Located[Notice], ...]:
        """Cases, briefings and notices, in that order."""
        return (*self.cases, *self.briefings, *self.notices)

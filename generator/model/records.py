"""All records of a site, each with the place where it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.model.briefing import Briefing
from generator.model.bulletin import Bulletin
from generator.model.case import Case
from generator.model.notice import Notice
from generator.model.partnership import Partnership
from generator.model.permanence import LinkExceptions, PublishedUrls, Redirect, Redirects
from generator.model.raw import FileFacts, HandwrittenPage, RawRecord, Source
from generator.model.record import Shape
from generator.model.vocabulary import Vocabulary
from generator.model.year import Year

AnyShape = TypeVar("AnyShape", bound=Shape)


@dataclass(frozen=True, slots=True)
class Located(Generic[AnyShape]):
    """A record of the right shape, and the file that it was read from."""

    record: AnyShape
    raw: RawRecord


@dataclass(frozen=True, slots=True)
class Records:
    """Everything that was read and has the right shape."""

    partnership: Located[Partnership] | None
    """None when the file is missing or has the wrong shape; that is an error of its own."""

    vocabulary: Located[Vocabulary] | None
    cases: tuple[Located[Case], ...] = ()
    briefings: tuple[Located[Briefing], ...] = ()
    notices: tuple[Located[Notice], ...] = ()
    bulletins: tuple[Located[Bulletin], ...] = ()
    years: tuple[Located[Year], ...] = ()
    known_ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Per kind, every id that was found, of invalid records too: one mistake never causes a cascade."""

    files: Mapping[tuple[str, str], FileFacts] = field(default_factory=dict)
    """By record file and the name as written in it."""

    pages: tuple[HandwrittenPage, ...] = ()
    assets: Mapping[str, FileFacts] = field(default_factory=dict)
    """The pictures, PDFs and Office files among the pages and in the theme, by their path from the root."""

    clean: frozenset[str] = frozenset()
    """Files of records in whose words nothing was found before: they have not changed since."""

    redirects: Located[Redirects] | None = None
    """None when the file is missing, as with the next two: a site need not have them."""

    link_exceptions: Located[LinkExceptions] | None = None
    published_urls: Located[PublishedUrls] | None = None

    @property
    def moves(self) -> tuple[Redirect, ...]:
        """The addresses that lead on to others."""
        return self.redirects.record.redirects if self.redirects is not None else ()

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files that editors write: records and hand-written pages."""
        singles = (self.partnership, self.vocabulary, self.redirects, self.link_exceptions, self.published_urls)
        located = (*self.published, *self.bulletins, *self.years, *(each for each in singles if each is not None))
        return (*(each.raw.source for each in located), *(each.source for each in self.pages))

    @property
    def as_written(self) -> Mapping[tuple[str, str], RawRecord]:
        """Each case, briefing and notice as it is written, by its kind and id: for a finding that names a place."""
        return {(each.raw.kind, each.record.id): each.raw for each in self.published}

    @property
    def with_prose(
        self,
    ) -> tuple[Located[Case] | Located[Briefing] | Located[Notice] | Located[Bulletin] | Located[Year], ...]:
        """Everything whose text is prose."""
        return (*self.published, *self.bulletins, *self.years)

    @property
    def published(self) -> tuple[Located[Case] | Located[Briefing] | Located[Notice], ...]:
        """Cases, briefings and notices, in that order."""
        return (*self.cases, *self.briefings, *self.notices)

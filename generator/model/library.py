"""The library: all records that are public today, with links in both directions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import wraps
from typing import TypeVar, cast

from generator.model.addresses import EVENTS, SLIDES, Address
from generator.model.briefing import Briefing
from generator.model.bulletin import PublishedBulletin
from generator.model.case import Case
from generator.model.notice import Notice
from generator.model.page import SharePicture
from generator.model.page_dates import PageDates
from generator.model.page_titles import base_title
from generator.model.partnership import Partnership, PublishedLogo
from generator.model.periods import Quarter
from generator.model.publication_state import YearOfReview
from generator.model.published_addresses import Redirect
from generator.model.published_document import DocumentReference, PublishedDocument, SheetArchive
from generator.model.published_recommendation import PublishedRecommendation
from generator.model.record_picture import PublishedRecordPicture
from generator.model.report_year import Year
from generator.model.review_type import ReviewType
from generator.model.site_sections import SiteSection
from generator.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class RelatedCase:
    """A related case, and the reasons why it is related."""

    case: Case
    briefings: tuple[Briefing, ...]
    """Briefings that both cases list."""

    themes: tuple[str, ...]
    """Ids of the themes that both cases share."""


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that is public today. A mapping has no entry for an id without values."""

    partnership: Partnership
    vocabulary: Vocabulary
    today: date
    site_url: str
    """The public root with a slash at its end, `https://reviews.example/`."""

    cases: tuple[Case, ...]
    """In the order of lists: newest first, undated last; or in the partnership's own order, if it has one."""

    briefings: tuple[Briefing, ...]
    """By title."""

    notices: tuple[Notice, ...]
    """Newest first, undated last, by title."""

    withdrawn: tuple[Case | Briefing | Notice, ...]
    """Withdrawn records. Only their address, name and reason may be shown."""

    briefings_of: Mapping[str, tuple[Briefing, ...]]
    """The briefings that a case lists, by case id, in reading order."""

    case_briefings_of: Mapping[str, tuple[Briefing, ...]]
    """The briefings that belong to a case, by case id, in the order of the vocabulary's series."""

    cases_of: Mapping[str, tuple[Case, ...]]
    """Briefing id to cases, newest first: the case that a briefing belongs to, or all cases that list it."""

    related_to: Mapping[str, tuple[RelatedCase, ...]]
    """Case id to related cases, the closest first."""

    documents_of: Mapping[tuple[str, str], tuple[PublishedDocument, ...]]
    """By record kind and id: ("case", "grace"). Each document is listed once, for the record that has it.

    `documents_on_page` also returns the documents of other records.
    """

    cases_by_type: Mapping[str, tuple[Case, ...]]
    cases_by_year: Mapping[YearOfReview, tuple[Case, ...]]
    """Year to cases, newest year first. The key None has the cases whose date is not known.

    The last keys have reviews without a published report.
    """

    cases_by_theme: Mapping[str, tuple[Case, ...]]
    cases_by_harm: Mapping[str, tuple[Case, ...]]
    briefings_by_theme: Mapping[str, tuple[Briefing, ...]]
    briefings_by_harm: Mapping[str, tuple[Briefing, ...]]
    notices_by_theme: Mapping[str, tuple[Notice, ...]]
    briefing_themes_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Case id to the themes of the briefings that the case lists, without its own. They say nothing about the case."""

    cases_linked_to_theme: Mapping[str, tuple[Case, ...]] = field(default_factory=dict)
    """Theme id to the cases that only list a briefing on it. `cases_by_theme` has the cases whose own theme it is."""

    newest_cases: tuple[Case, ...] = ()
    """The cases, newest first, undated last, whatever the partnership's own order is."""

    oldest_cases: tuple[Case, ...] = ()
    """Oldest first, undated last, as for the briefings below."""

    newest_briefings: tuple[Briefing, ...] = ()
    oldest_briefings: tuple[Briefing, ...] = ()
    bulletins: tuple[PublishedBulletin, ...] = ()
    """Newest first."""

    shared_documents: Mapping[tuple[str, str], tuple[DocumentReference, ...]] = field(default_factory=dict)
    """Record kind and id to the documents of other public records that its page also lists."""

    pictures_of: Mapping[tuple[str, str], tuple[PublishedRecordPicture, ...]] = field(default_factory=dict)
    """By record kind and id, as `documents_of`, the pictures on a record's page."""

    changed_in_quarter: Mapping[str, tuple[Case | Briefing | Notice, ...]] = field(default_factory=dict)
    """Quarter id to the records that changed in it. Includes quarters without a bulletin."""

    bulletins_mentioning: Mapping[str, tuple[Quarter, ...]] = field(default_factory=dict)
    """Record name, `case:grace`, to the quarters whose public bulletins include it: newest first."""

    recommendations: tuple[PublishedRecommendation, ...] = ()
    """Those with a page: of the newest review first, then in the order of the review.

    Empty if the site has no section for them. Recommendations of archived reviews are not among them.
    """

    recommendations_by_theme: Mapping[str, tuple[PublishedRecommendation, ...]] = field(default_factory=dict)
    recommendations_by_agency: Mapping[str, tuple[PublishedRecommendation, ...]] = field(default_factory=dict)
    years: tuple[Year, ...] = ()
    """Newest first."""

    logo: PublishedLogo | None = None
    fonts: tuple[tuple[str, str], ...] = ()
    """Address and path of each of the partnership's font files. The path is relative to the site's root folder."""

    redirects: tuple[Redirect, ...] = ()
    """Addresses that redirect to another address."""

    published_addresses: frozenset[Address] = frozenset()
    """All published addresses, as `content/published-urls.yml` lists them."""

    titles: Mapping[str, str] = field(default_factory=dict)
    """Record name, `case:grace`, to the title of its page: see `page_titles.py`."""

    share_pictures: Mapping[Address, SharePicture] = field(default_factory=dict)
    """The pictures for shared links by their addresses: for kinds of pages, and for pages with a picture of their own.

    Empty if share pictures are turned off.
    """

    sections: frozenset[SiteSection] = frozenset()
    """The sections that this site has."""

    handwritten_pages: frozenset[Address] = frozenset()
    """The addresses of the hand-written pages."""

    has_all_numbers: bool = False
    """True if the contact page lists all numbers, with the slot `contacts`. "Get help" then leads there."""
    page_dates: Mapping[Address, PageDates] = field(default_factory=dict)
    """The dates at the top of hand-written pages, by address. A page without a date has no entry."""

    sheet_archive: SheetArchive | None = None
    """One file with all sheets and posters; None until it is made, and if there are fewer than two."""

    frames: frozenset[Address] = frozenset()
    """The folders that have a frame for pages of records and lists: `reviews/`, `news/about/`."""

    types_with_process: tuple[ReviewType, ...] = ()
    """The types of review whose stages a page can explain, also those without a public review."""

    answers: dict[tuple[str, int], tuple[object, object]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """The answers of functions with `once_per_record`, and their records. A copy of the library starts without any."""

    def page_title(self, record: Case | Briefing | Notice) -> str:
        """Return the title of a record's page, which no other record's page has."""
        return self.titles.get(record.ref) or base_title(record, self.vocabulary)

    def has(self, section: SiteSection) -> bool:
        """Return True if this site has a section."""
        return section in self.sections

    def documents_on_page(self, kind: str, record_id: str) -> tuple[PublishedDocument, ...]:
        """Return the documents on a record's page: its own and those of other records, as the record lists them.

        Sheets come last.
        """
        own = self.documents_of.get((kind, record_id), ())
        references = self.shared_documents.get((kind, record_id), ())
        if not references:
            return own
        shared = [
            replace(document, place=reference.place, shared_from=reference.owner[1])
            for reference in references
            for document in self.documents_of.get(reference.owner, ())
            if document.place == reference.owner_place and not document.is_sheet
        ]
        return tuple(sorted((*own, *shared), key=lambda document: (document.is_sheet, document.place)))

    def shows_as_slides(self, briefing: Briefing) -> bool:
        """Return True if the site has slides of a briefing: the frame for them, and the text of its parts."""
        return SLIDES in self.frames and len(briefing.sections) > 1

    @property
    def events(self) -> tuple[Notice, ...]:
        """The events with a known day, as calendars need. Newest first."""
        return tuple(notice for notice in self.notices if notice.has_calendar)

    @property
    def has_calendar(self) -> bool:
        """True if the site has a calendar of events: there is an event, or the calendar has been published before."""
        return bool(self.events) or EVENTS in self.published_addresses

    @property
    def local_files(self) -> tuple[tuple[str, str], ...]:
        """The address and file of every document, picture and font that this site publishes.

        Documents are missing until their clean copies exist. Logo and font files are the partnership's originals.
        """
        all_documents = (document for documents in self.documents_of.values() for document in documents)
        documents = [version for document in all_documents for version in document.with_earlier if version.is_local]
        return (
            *(
                (version.address, version.path)
                for version in documents
                if version.address is not None and version.path is not None
            ),
            *((version.picture.address, version.picture.path) for version in documents if version.picture is not None),
            *((picture.address, picture.path) for pictures in self.pictures_of.values() for picture in pictures),
            *(((self.logo.address, self.logo.path),) if self.logo is not None else ()),
            *(((self.sheet_archive.address, self.sheet_archive.path),) if self.sheet_archive is not None else ()),
            *self.fonts,
            *((share_picture.address, share_picture.path) for share_picture in self.share_pictures.values()),
        )


_Record = TypeVar("_Record", bound=Case | Briefing | Notice)
_Answer = TypeVar("_Answer")


def once_per_record(function: Callable[[_Record, Library], _Answer]) -> Callable[[_Record, Library], _Answer]:
    """Make a function that works out its answer once for each record of a library: a record is in dozens of lists."""

    @wraps(function)
    def answer(record: _Record, library: Library) -> _Answer:
        # A record cannot be hashed in little time. Its id is unique, because the record is kept next to the answer.
        key = (function.__name__, id(record))
        if key not in library.answers:
            library.answers[key] = (record, function(record, library))
        return cast("_Answer", library.answers[key][1])

    return answer

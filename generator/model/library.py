"""Everything that is public today, linked both ways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.model.addresses import Address
from generator.model.briefing import Briefing
from generator.model.bulletin import PublishedBulletin
from generator.model.case import Case
from generator.model.document import PublishedDocument
from generator.model.notice import Notice
from generator.model.page import PageKind, SharePicture
from generator.model.partnership import Partnership, PublishedLogo
from generator.model.periods import Quarter
from generator.model.published_addresses import Redirect
from generator.model.report_year import Year
from generator.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class RelatedCase:
    """Another case, and why a reader may want it."""

    case: Case
    briefings: tuple[Briefing, ...]
    """Briefings that both cases list."""

    themes: tuple[str, ...]
    """Ids of the themes that both cases share."""


@dataclass(frozen=True, slots=True)
class Library:
    """What is public today. A mapping lacks an id where there is nothing to list."""

    partnership: Partnership
    vocabulary: Vocabulary
    today: date
    site_url: str
    """The public root with a slash at its end, `https://reviews.example/`."""

    cases: tuple[Case, ...]
    """Newest first, undated last."""

    briefings: tuple[Briefing, ...]
    """By title."""

    notices: tuple[Notice, ...]
    """Newest first, undated last, by title."""

    withdrawn: tuple[Case | Briefing | Notice, ...]
    """Only their address, name and reason may be shown."""

    briefings_of: Mapping[str, tuple[Briefing, ...]]
    """7-minute briefings by case id, in reading order."""

    lessons_of: Mapping[str, Briefing]
    """The lessons learned briefing by case id."""

    cases_of: Mapping[str, tuple[Case, ...]]
    """Cases by briefing id, newest first: for an LLB the one case, for a 7-minute briefing all that list it."""

    related_to: Mapping[str, tuple[RelatedCase, ...]]
    """By case id, the closest first."""

    documents_of: Mapping[tuple[str, str], tuple[PublishedDocument, ...]]
    """By record kind and id: ("case", "grace")."""

    cases_by_type: Mapping[str, tuple[Case, ...]]
    cases_by_year: Mapping[int | None, tuple[Case, ...]]
    """None holds the cases whose date is not known."""

    cases_by_theme: Mapping[str, tuple[Case, ...]]
    cases_by_harm: Mapping[str, tuple[Case, ...]]
    briefings_by_theme: Mapping[str, tuple[Briefing, ...]]
    briefings_by_harm: Mapping[str, tuple[Briefing, ...]]
    notices_by_theme: Mapping[str, tuple[Notice, ...]]
    bulletins: tuple[PublishedBulletin, ...] = ()
    """Newest first."""

    changed_in_quarter: Mapping[str, tuple[Case | Briefing | Notice, ...]] = field(default_factory=dict)
    """By the id of a quarter, each record of which it brought something, whether it has a bulletin or not."""

    bulletins_mentioning: Mapping[str, tuple[Quarter, ...]] = field(default_factory=dict)
    """By the name of a record, `case:grace`, the quarters whose public bulletins tell of it: newest first."""

    years: tuple[Year, ...] = ()
    """Newest first."""

    logo: PublishedLogo | None = None
    fonts: tuple[tuple[str, str], ...] = ()
    """Address of each of the partnership's font files, and where it lies, from the site's root folder."""

    redirects: tuple[Redirect, ...] = ()
    """Addresses that lead on."""

    published_addresses: frozenset[Address] = frozenset()
    """Every address that readers have been given, as `content/published-urls.yml` lists them."""

    share_pictures: Mapping[PageKind, SharePicture] = field(default_factory=dict)
    """One for every kind of page, or none at all where they are left out."""

    @property
    def local_files(self) -> tuple[tuple[str, str], ...]:
        """Address and file of every document, picture and font that is published from here.

        Documents are not among them before they are made ready. A logo and fonts lie where the partnership keeps them.
        """
        listed = (each for documents in self.documents_of.values() for each in documents)
        documents = [each for document in listed for each in document.with_earlier if each.is_local]
        return (
            *((each.address, each.path) for each in documents if each.address is not None and each.path is not None),
            *((each.picture.address, each.picture.path) for each in documents if each.picture is not None),
            *(((self.logo.address, self.logo.path),) if self.logo is not None else ()),
            *self.fonts,
            *((each.address, each.path) for each in self.share_pictures.values()),
        )

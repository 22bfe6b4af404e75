"""The plan of everything that the library publishes. Each page is rendered only when it is requested."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from itertools import chain

from generator.languages import bytes_without_marks, use_language
from generator.markdown import RecordLink, resolve_record_link
from generator.model import (
    Address,
    Briefing,
    Case,
    GeneratedFile,
    Library,
    Notice,
    PagePlan,
    SiteSection,
    YearStatus,
    address_of,
    addresses,
)
from generator.model.frame import Slot
from generator.model.last_change import last_change
from generator.render.data_files.atom_feeds import empty_feeds, feed_files
from generator.render.data_files.calendars import calendar_files
from generator.render.data_files.finder_files import finder_files
from generator.render.data_files.open_data import data_files
from generator.render.data_files.partnership_css import partnership_css, partnership_drawings
from generator.render.data_files.redirects import moved_csv, redirect_pages
from generator.render.lazy_page import LazyPage, SharedInputs
from generator.render.page_html import numbers_to_call
from generator.render.slots import SlotFiller
from generator.render.structured_data import PageData, page_data
from generator.render.views.briefing import briefing_page
from generator.render.views.bulletin import bulletin_page
from generator.render.views.cards import CardFactory
from generator.render.views.case import case_page
from generator.render.views.how_to_read_pages import how_to_read_pages
from generator.render.views.listing_pages import group_pages, lists_of_sections
from generator.render.views.notice import notice_page
from generator.render.views.other_quarters import list_of_other_quarters
from generator.render.views.page_view import PageSource, partnership_context
from generator.render.views.pagination import divide_into_pages
from generator.render.views.recommendation_lists import recommendation_pages
from generator.render.views.slides import briefings_with_slides, slides_page, title_of_slides
from generator.render.views.themes_by_year import TITLE, themes_by_year_page
from generator.render.views.withdrawal_notice import withdrawn_page
from generator.render.views.year import year_pages
from generator.system import exempt_existing_objects


@dataclass(frozen=True, slots=True)
class SitePlan:
    """The pages and files of a library before they are placed in frames."""

    plans: tuple[PagePlan, ...]
    files: tuple[GeneratedFile, ...]
    fill: Callable[[Slot, Address], str | None]
    """Returns the HTML of a listing or chrome slot on the page at an address; None for one in FRAME_SLOTS."""

    redirects: tuple[GeneratedFile, ...]
    """The pages at old addresses of this site. Each has no frame and redirects to the new address."""

    empty_feeds: frozenset[Address]
    """The feeds that have no entry."""

    resolve: Callable[[RecordLink], Address]
    """Returns the address of a link by id, relative to the site's root."""

    page_data: PageData
    """Returns the structured data of a page that does not come from a record: the site, or the path to the page."""


def plan_site(library: Library, generator_version: bytes) -> SitePlan:
    """Plan every page.

    `generator_version` identifies the version of the generator. If it changes, everything is rendered again.
    """
    shared, cards = partnership_context(library), CardFactory(library)
    seed = blake2b(digest_size=16)
    seed.update(generator_version)
    seed.update(library.site_url.encode())
    seed.update(library.partnership.model_dump_json().encode())
    seed.update(library.vocabulary.model_dump_json().encode())
    seed.update("".join(sorted(library.sections)).encode())
    base = seed.digest()
    language = library.partnership.language
    with use_language(language):
        days = cache(partial(_last_days, library))
        numbers = numbers_to_call(library, shared)
        inputs = SharedInputs(library, shared, numbers, base)
        plans = tuple(_plan(source, inputs, days) for source in _pages(cards))
        files = (
            *data_files(library),
            *feed_files(cards),
            *calendar_files(library),
            *finder_files(cards),
            moved_csv(library),
            partnership_css(library.partnership),
            *partnership_drawings(library.partnership),
        )
        redirects = redirect_pages(library)
        without_entry = empty_feeds(cards)
    exempt_existing_objects()
    return SitePlan(
        plans,
        tuple(_in_language(file, language) for file in files),
        fill=SlotFiller(cards, shared).fill,
        redirects=tuple(_in_language(file, language) for file in redirects),
        empty_feeds=without_entry,
        resolve=lambda link: resolve_record_link(link, library),
        page_data=partial(page_data, library),
    )


def _pages(cards: CardFactory) -> Iterator[PageSource]:
    library = cards.library
    words = library.vocabulary
    for case in library.cases:
        title = partial(library.page_title, case)
        yield PageSource(address_of(case, words), case.is_public(library.today), partial(case_page, case, cards), title)
    for briefing in library.briefings:
        is_public, view = briefing.is_public(library.today), partial(briefing_page, briefing, cards)
        yield PageSource(address_of(briefing, words), is_public, view, partial(library.page_title, briefing))
    for briefing in briefings_with_slides(library):
        view, title = partial(slides_page, briefing, library), partial(title_of_slides, briefing, library)
        yield PageSource(addresses.slides(briefing.id), False, view, title)
    for notice in library.notices:
        is_public, view = notice.is_public(library.today), partial(notice_page, notice, library)
        yield PageSource(address_of(notice, words), is_public, view, partial(library.page_title, notice))
    for bulletin in library.bulletins:
        is_public, view = bulletin.record.is_public(library.today), partial(bulletin_page, bulletin, library)
        yield PageSource(addresses.bulletin(bulletin.record.id), is_public, view)
    for record in library.withdrawn:
        view, title = partial(withdrawn_page, record, library), partial(library.page_title, record)
        yield PageSource(address_of(record, words), False, view, title)
    if library.has(SiteSection.THEMES):
        yield PageSource(addresses.THEMES_BY_YEAR, True, partial(themes_by_year_page, library), lambda: TITLE)
    for year, page in year_pages(library):
        yield PageSource(addresses.report_year(year.id), year.status is YearStatus.PUBLISHED, page)
    yield from divide_into_pages(chain(group_pages(cards), how_to_read_pages(cards)))
    yield from divide_into_pages(chain(lists_of_sections(cards), list_of_other_quarters(cards)), first=2)
    yield from recommendation_pages(cards)


def _last_days(library: Library) -> dict[Address, str]:
    """Return the day of the last known change of each record's page. A page whose day is not known is left out.

    Search engines read a day only; a month would be read as its first day.
    """
    words, today = library.vocabulary, library.today
    records: tuple[Case | Briefing | Notice, ...] = (*library.cases, *library.briefings, *library.notices)
    changes = [(address_of(record, words), last_change(record, today)) for record in records]
    changes += [(addresses.bulletin(each.record.id), each.record.sent) for each in library.bulletins]
    return {
        address: changed.iso
        for address, changed in changes
        if changed is not None and changed.day is not None and changed.first_day <= today
    }


def _plan(source: PageSource, shared: SharedInputs, days: Callable[[], Mapping[Address, str]]) -> PagePlan:
    page, address = LazyPage(source, shared), source.address
    return PagePlan(
        address, source.is_indexed, page.fingerprint, page.compose, page.title, lambda: days().get(address, "")
    )


def _in_language(file: GeneratedFile, language: str) -> GeneratedFile:
    """Return a file that is made in a language. Its content cannot mark texts that are not translated."""

    def make() -> bytes:
        with use_language(language):
            return bytes_without_marks(file.make())

    return GeneratedFile(file.address, make)

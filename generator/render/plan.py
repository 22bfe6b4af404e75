"""Everything that the library will publish, planned; each page is rendered only when somebody asks for it."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from generator.model import Address, Library, PagePlan, PlainFile
from generator.model.frame import Slot
from generator.prose import RecordLink
from generator.render.compose import compose, resolve
from generator.render.data import data_files
from generator.render.feed import feed_file
from generator.render.slots import fill_slot
from generator.render.stylesheet import partnership_css
from generator.render.views.briefing import briefing_page
from generator.render.views.case import case_page
from generator.render.views.groups import group_pages
from generator.render.views.notice import notice_page
from generator.render.views.page import PageView, common
from generator.render.views.withdrawn import withdrawn_page


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a library becomes, not yet poured into frames."""

    plans: tuple[PagePlan, ...]
    files: tuple[PlainFile, ...]
    fill: Callable[[Slot, Address], str | None]
    """The HTML of a listing or chrome slot on the page at an address; None for a slot of the frame's own."""

    resolve: Callable[[RecordLink], Address]
    """Where a link by id leads, from the site's root."""


def render(library: Library, code: bytes) -> Rendering:
    """Plans every page. `code` stands for the generator at work: another one renders everything anew."""
    shared = common(library)
    ground = blake2b(digest_size=16)
    ground.update(code)
    ground.update(library.site_url.encode())
    ground.update(library.partnership.model_dump_json().encode())
    ground.update(library.vocabulary.model_dump_json().encode())
    base = ground.digest()
    plans = tuple(_plan(view, library, shared, base) for view in _views(library))
    files = (*data_files(library), feed_file(library), partnership_css(library.partnership))
    return Rendering(
        plans,
        files,
        fill=lambda slot, address: fill_slot(slot, address, library, shared),
        resolve=lambda link: resolve(link, library),
    )


def _views(library: Library) -> Iterator[PageView]:
    yield from (case_page(each, library) for each in library.cases)
    yield from (briefing_page(each, library) for each in library.briefings)
    yield from (notice_page(each, library) for each in library.notices)
    yield from (withdrawn_page(each, library) for each in library.withdrawn)
    yield from group_pages(library)


def _plan(view: PageView, library: Library, shared: dict[str, object], base: bytes) -> PagePlan:
    digest = blake2b(base, digest_size=16)
    # marshal version 2 knows no references: equal values give equal bytes.
    digest.update(marshal.dumps((view.template, view.address, view.title, view.description, view.body, view.toc), 2))
    digest.update(marshal.dumps(view.json_ld, 2))
    return PagePlan(view.address, digest.digest(), view.indexed, lambda: compose(view, library, shared))

"""Fills the slots of frames. A slot with the same content on all pages of a folder is filled once for that folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from html import escape, unescape
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location, WithDiagnostics, rule
from generator.languages import marks_to_html
from generator.model import Address, Asset, Frame, Frames, GeneratedFile, PagePlan
from generator.model.addresses import (
    BRIEFINGS,
    BULLETINS,
    NEWS,
    NOT_FOUND,
    PARTNERSHIP_CSS,
    RESOURCES,
    REVIEWS,
    ROBOTS,
    STYLESHEET,
    STYLESHEET_PARTS,
    THEMES,
    frame_folder,
)
from generator.model.frame import Slot
from generator.model.slots import SEARCH, WORRIED, is_whole_list
from generator.publish.csp_hashes import script_hashes
from generator.publish.filled_frame import Fill, FilledFrame, Resolve, resolve_links
from generator.publish.header_files import server_files
from generator.publish.headers import Header, policy_in_pages, security_headers
from generator.publish.page_heads import PageData, short_titles, trail_of, with_head, with_policy
from generator.publish.sitemap import robots, sitemap

_SECTION_FRONTS: Final = frozenset({REVIEWS, BRIEFINGS, THEMES, NEWS, RESOURCES, BULLETINS})
"""The hand-written pages that list a section."""


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of the site, rendered when it is requested."""

    address: Address
    fingerprint: Callable[[], bytes]
    html: Callable[[], bytes]
    indexed: bool = True
    is_list: bool = False
    """True if the page only lists others, so the search finds it by its name only."""

    modified: Callable[[], str] = str
    """Returns the day of its last known change, as ISO date; empty if the day is not known."""


@dataclass(frozen=True, slots=True)
class PlannedSite:
    """All pages and files of the site."""

    pages: tuple[SitePage, ...]
    files: tuple[GeneratedFile, ...]
    assets: tuple[Asset, ...]
    handwritten: Mapping[Address, bytes]
    """The hand-written pages by address, as written, with empty slots."""

    is_searchable: bool = False
    """True if the site has a search page, which is a page with the slot `search`."""

    headers: tuple[Header, ...] = ()
    """The headers of every response, for every kind of server."""

    @property
    def addresses(self) -> frozenset[Address]:
        """Return every address of the site."""
        files = {file.address for file in self.files} | {asset.address for asset in self.assets}
        return frozenset(files | {page.address for page in self.pages})


def fill_frames(
    plans: Iterable[PagePlan],
    files: Iterable[GeneratedFile],
    documents: Iterable[Asset],
    frames: Frames,
    fill: Fill,
    resolve: Resolve,
    site_url: str,
    page_data: PageData = lambda address, trail, search: "",
) -> WithDiagnostics[PlannedSite]:
    """Place every page in its frame. A folder without a frame is reported once.

    `page_data` returns more structured data for the head of a page.
    """
    findings: list[Diagnostic] = []
    prepared: dict[tuple[Address, int], FilledFrame] = {}
    missing: set[Address] = set()
    handwritten = [FilledFrame(page, fill, resolve) for page in frames.pages]
    composed: list[tuple[PagePlan, FilledFrame]] = []
    for plan in plans:
        place, depth = frame_folder(plan.address), plan.address.count("/")
        if (place, depth) not in prepared:
            frame = frames.by_folder.get(place)
            if frame is None and place not in missing:
                findings.append(_missing_frame(place))
                missing.add(place)
            filled = FilledFrame(frame or Frame(place, ("",), ()), fill, resolve, frozenset({WORRIED}), depth)
            prepared[place, depth] = filled
        composed.append((plan, prepared[place, depth]))
    search_page = next((page.address for page in frames.pages if any(slot.name == SEARCH for slot in page.slots)), None)
    is_searchable = search_page is not None
    site_name = unescape(fill(_SITE_NAME, "") or "")
    full_titles = {page.frame.address: page.title_with("") for page in handwritten}
    full_titles |= {plan.address: frame.title_with(plan.title()) for plan, frame in composed}
    headers = security_headers(script_hashes(frames), is_searchable)
    policy = policy_in_pages(headers)
    heads = _Heads(short_titles(full_titles, site_name), site_name, site_url, search_page, page_data, policy)
    pages = [_markdown_page(page, heads) for page in handwritten]
    pages += [_compose_page(plan, frame, heads) for plan, frame in composed]
    texts = (
        *files,
        sitemap([(page.address, page.modified) for page in pages if page.indexed], site_url),
        *(() if any(asset.address == ROBOTS for asset in frames.assets) else (robots(site_url),)),
        *server_files(headers, site_url, [file.address for file in files]),
    )
    written = {
        page.address: resolve_links("".join(page.texts), page.address, resolve).encode() for page in frames.pages
    }
    assets, texts = _join_stylesheets(frames.assets, texts)
    assets = (*assets, *documents)
    return WithDiagnostics(PlannedSite(tuple(pages), texts, assets, written, is_searchable, headers), tuple(findings))


def _join_stylesheets(
    assets: tuple[Asset, ...], files: tuple[GeneratedFile, ...]
) -> tuple[tuple[Asset, ...], tuple[GeneratedFile, ...]]:
    """Join the theme's and the partnership's stylesheets, so that a page loads only one file.

    The theme's parts come in order of their names, then the partnership's colours and fonts. If a theme has no
    such parts, nothing is joined, because the theme links to the partnership's stylesheet.
    """
    parts = sorted(asset.path for asset in assets if _is_stylesheet_part(asset))
    partnership_css = next((file for file in files if file.address == PARTNERSHIP_CSS), None)
    if not parts or partnership_css is None:
        return assets, files
    # Read the files now: the preview serves the site for hours, and later builds remove the engine's folder.
    styles, make_partnership_css = [Path(part).read_bytes() for part in parts], partnership_css.make
    joined = GeneratedFile(STYLESHEET, lambda: b"\n".join((*styles, make_partnership_css())))
    others = tuple(asset for asset in assets if not _is_stylesheet_part(asset))
    return others, (*(file for file in files if file is not partnership_css), joined)


def _is_stylesheet_part(asset: Asset) -> bool:
    return asset.address.startswith(STYLESHEET_PARTS) and asset.address.endswith(".css")


_SITE_NAME: Final = Slot("library-name")


@dataclass(frozen=True, slots=True)
class _Heads:
    """What the heads of pages need from the whole site."""

    titles: Mapping[Address, str]
    site_name: str
    site_url: str
    search_page: Address | None
    page_data: PageData
    policy: str
    """The content security policy that each page states, because some hosts send no headers."""

    def complete(self, html: str, address: Address) -> str:
        """Return a page with its policy and short title, and with the path to it as structured data."""
        trail = trail_of(html, address, self.site_url, self.site_name)
        html = with_head(html, self.titles[address], self.page_data(address, trail, self.search_page))
        return with_policy(html, self.policy)


def _markdown_page(page: FilledFrame, heads: _Heads) -> SitePage:
    address = page.frame.address
    is_list = address in _SECTION_FRONTS or any(is_whole_list(slot.name) for slot in page.frame.slots)

    def whole() -> str:
        return heads.complete(page.text, address)

    def fingerprint() -> bytes:
        return blake2b(page.fingerprint + whole().encode(), digest_size=16).digest()

    return SitePage(address, fingerprint, lambda: marks_to_html(whole()).encode(), address != NOT_FOUND, is_list)


def _compose_page(plan: PagePlan, frame: FilledFrame, heads: _Heads) -> SitePage:
    def html() -> bytes:
        page = plan.compose()
        slots = {"title": escape(page.title), "head": page.head, "content": page.content, "toc": page.toc}
        slots[WORRIED] = page.worried
        pieces, open_slots = frame.filled
        parts = [pieces[0]]
        for name, piece in zip(open_slots, pieces[1:], strict=True):
            parts += (slots[name], piece)
        return marks_to_html(heads.complete("".join(parts), plan.address)).encode()

    def fingerprint() -> bytes:
        head = f"{heads.titles[plan.address]}\0{heads.policy}".encode()
        return blake2b(plan.fingerprint() + frame.fingerprint + head, digest_size=16).digest()

    return SitePage(plan.address, fingerprint, html, plan.indexed, modified=plan.modified)


def _missing_frame(place: Address) -> Diagnostic:
    file = f"content/pages/{place}_frame.md"
    hint = f'write {file} with "template: frame.html" between two lines of ---'
    return rule("S003").diagnostic(f"the pages of /{place} have no frame", Location(file), hint)

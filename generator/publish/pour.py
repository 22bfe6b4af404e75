"""Fills the slots: one pass over a frame's text, once for all pages of a folder where the slot is the same for all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from html import escape
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location, Outcome, rule
from generator.model import Address, Asset, Frame, Frames, PagePlan, PlainFile
from generator.model.addresses import (
    NOT_FOUND,
    PARTNERSHIP_CSS,
    ROBOTS,
    SITEMAP,
    STYLESHEET,
    STYLESHEET_PARTS,
    folder,
    up,
)
from generator.model.frame import Slot
from generator.model.slots import SEARCH
from generator.prose import record_link
from generator.prose.links import KINDS, RecordLink
from generator.publish.headers import Header, security_headers
from generator.publish.inline_scripts import script_hashes
from generator.publish.server_files import server_files

Fill = Callable[[Slot, Address], str | None]
Resolve = Callable[[RecordLink], Address]

_LINK_BY_ID: Final = re.compile(r'(?<=\shref=")((?:' + "|".join(KINDS) + r'):[^"]*)(?=")')


@dataclass(frozen=True, slots=True)
class PouredPage:
    """A page of the site, made when it is wanted."""

    address: Address
    fingerprint: Callable[[], bytes]
    html: Callable[[], bytes]
    indexed: bool = True


@dataclass(frozen=True, slots=True)
class Pouring:
    """Everything that stands on the site."""

    pages: tuple[PouredPage, ...]
    files: tuple[PlainFile, ...]
    assets: tuple[Asset, ...]
    handwritten: Mapping[Address, bytes]
    """The hand-written pages by address, as written: their slots are left empty."""

    is_searchable: bool = False
    """True for a site with a page to search it: one that has the slot `search`."""

    headers: tuple[Header, ...] = ()
    """What goes with every answer, whoever serves the site."""

    @property
    def addresses(self) -> frozenset[Address]:
        """Every address that answers."""
        files = {each.address for each in self.files} | {each.address for each in self.assets}
        return frozenset(files | {each.address for each in self.pages})


def pour(
    plans: Iterable[PagePlan],
    files: Iterable[PlainFile],
    documents: Iterable[Asset],
    frames: Frames,
    fill: Fill,
    resolve: Resolve,
    site_url: str,
) -> Outcome[Pouring]:
    """Every page in its frame. A folder without a frame is a diagnostic, once."""
    findings: list[Diagnostic] = []
    prepared: dict[Address, _Prepared] = {}
    pages = [_whole(_Prepared(each, fill, resolve)) for each in frames.pages]
    for plan in plans:
        place = folder(plan.address)
        if place not in prepared:
            frame = frames.by_folder.get(place)
            if frame is None:
                findings.append(_missing_frame(place))
            prepared[place] = _Prepared(frame or Frame(place, ("",), ()), fill, resolve)
        pages.append(_poured(plan, prepared[place]))
    is_searchable = any(slot.name == SEARCH for each in frames.pages for slot in each.slots)
    headers = security_headers(script_hashes(frames), is_searchable)
    texts = (
        *files,
        _sitemap(pages, site_url),
        *(() if any(each.address == ROBOTS for each in frames.assets) else (_robots(site_url),)),
        *server_files(headers, site_url, [each.address for each in files]),
    )
    written = {each.address: _with_links("".join(each.texts), each.address, resolve).encode() for each in frames.pages}
    assets, texts = _in_one_stylesheet(frames.assets, texts)
    assets = (*assets, *documents)
    return Outcome(Pouring(tuple(pages), texts, assets, written, is_searchable, headers), tuple(findings))


def _in_one_stylesheet(
    assets: tuple[Asset, ...], files: tuple[PlainFile, ...]
) -> tuple[tuple[Asset, ...], tuple[PlainFile, ...]]:
    """Joins the theme's stylesheets and the partnership's, so that a page waits for one file.

    The theme's parts come in the order of their names, the partnership's colours and fonts last. In a theme without
    such parts nothing is joined: it links the partnership's stylesheet itself.
    """
    parts = sorted(each.path for each in assets if _is_stylesheet_part(each))
    own = next((each for each in files if each.address == PARTNERSHIP_CSS), None)
    if not parts or own is None:
        return assets, files
    # Read now: the preview serves the site for hours, and the next builds remove the engine's folder.
    styles, make_own = [Path(part).read_bytes() for part in parts], own.make
    joined = PlainFile(STYLESHEET, lambda: b"\n".join((*styles, make_own())))
    others = tuple(each for each in assets if not _is_stylesheet_part(each))
    return others, (*(each for each in files if each is not own), joined)


def _is_stylesheet_part(asset: Asset) -> bool:
    return asset.address.startswith(STYLESHEET_PARTS) and asset.address.endswith(".css")


@dataclass(frozen=True)
class _Prepared:
    """A frame in which only a page's own slots are left. Filled once, when the first page wants it."""

    frame: Frame
    fill: Fill
    resolve: Resolve

    @cached_property
    def filled(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The pieces of HTML, and the names of the page's own slots between them."""
        address = self.frame.address
        pieces, own = [_with_links(self.frame.texts[0], address, self.resolve)], []
        for slot, text in zip(self.frame.slots, self.frame.texts[1:], strict=True):
            filled = self.fill(slot, address)
            rest = _with_links(text, address, self.resolve)
            if filled is None:
                own.append(slot.name)
                pieces.append(rest)
            else:
                pieces[-1] += filled + rest
        return tuple(pieces), tuple(own)

    @cached_property
    def fingerprint(self) -> bytes:
        """Changes with the frame and with what stands in its slots."""
        pieces, own = self.filled
        return blake2b("\0".join((*pieces, *own)).encode(), digest_size=16).digest()

    @property
    def html(self) -> bytes:
        """The page as it stands; a page's own slots stay empty in a hand-written page."""
        return "".join(self.filled[0]).encode()


def _with_links(html: str, address: Address, resolve: Resolve) -> str:
    """Links by id in hand-written pages, `href="case:grace"`, as addresses."""

    def spell(match: re.Match[str]) -> str:
        link = record_link(match[1])
        return match[1] if link is None else (up(address) + resolve(link)) or "./"

    return _LINK_BY_ID.sub(spell, html)


def _whole(page: _Prepared) -> PouredPage:
    address = page.frame.address
    return PouredPage(address, lambda: page.fingerprint, lambda: page.html, indexed=address != NOT_FOUND)


def _poured(plan: PagePlan, frame: _Prepared) -> PouredPage:
    def html() -> bytes:
        page = plan.compose()
        slots = {"title": escape(page.title), "head": page.head, "content": page.content, "toc": page.toc}
        pieces, own = frame.filled
        parts = [pieces[0]]
        for name, piece in zip(own, pieces[1:], strict=True):
            parts += (slots[name], piece)
        return "".join(parts).encode()

    def fingerprint() -> bytes:
        return blake2b(plan.fingerprint() + frame.fingerprint, digest_size=16).digest()

    return PouredPage(plan.address, fingerprint, html, plan.indexed)


def _missing_frame(place: Address) -> Diagnostic:
    file = f"content/pages/{place}_frame.md"
    hint = f'write {file} with "template: frame.html" between two lines of ---'
    return rule("S003").found(f"the pages of /{place} have no frame", Location(file), hint)


def _sitemap(pages: Iterable[PouredPage], site_url: str) -> PlainFile:
    listed = sorted(each.address for each in pages if each.indexed)
    entries = "".join(f"  <url><loc>{escape(site_url + address)}</loc></url>\n" for address in listed)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return PlainFile(SITEMAP, f"{head}{entries}</urlset>\n".encode)


def _robots(site_url: str) -> PlainFile:
    return PlainFile(ROBOTS, f"User-agent: *\nAllow: /\nSitemap: {site_url}{SITEMAP}\n".encode)

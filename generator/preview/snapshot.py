"""One state of the whole site, from which pages are made as somebody looks at them."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from threading import RLock
from typing import Final
from urllib.parse import urlsplit

from generator.model.addresses import NOT_FOUND, PARTNERSHIP_CSS, SEARCH_INDEX, STYLESHEET, output_file
from generator.publish import PouredPage, type_of
from generator.request import Result
from generator.search import newest_index

_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""Said here, because what a machine knows of types differs from machine to machine."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands at an address."""

    status: int
    media_type: str
    body: bytes

    @property
    def is_page(self) -> bool:
        """True for what a reader sees as a page."""
        return self.media_type.startswith("text/html")


class Snapshot:
    """A finished site in memory. Nothing of it is made before somebody asks; everything in it fits together."""

    def __init__(self, result: Result, before: Snapshot | None) -> None:
        assert result.pouring is not None and result.project is not None
        self._pages: dict[str, PouredPage] = {each.address: each for each in result.pouring.pages}
        self._files = {each.address: each.make for each in result.pouring.files}
        self._assets: dict[str, Path] = {each.address: Path(each.path) for each in result.pouring.assets}
        self._cache = result.project.cache
        self._lock = RLock()
        self.frame_files, self.look = self._frame_files(result.project.cache, before)
        """What the engine wrote beside the frames, and a digest of it: the engine may clear its folder later."""

        self._styles = _digest(self._files[each]() for each in (STYLESHEET, PARTNERSHIP_CSS) if each in self._files)
        self.headers = result.pouring.headers
        """What readers' servers say with every answer, but for what only HTTPS can say."""

        self.root = urlsplit(result.project.site_url).path
        """Where the site begins: `/`, or `/library/` where its address says so."""

    @classmethod
    def of(cls, result: Result, before: Snapshot | None) -> Snapshot | None:
        """The site that a build has made; None when something stopped it. `before` is the last good one, if any."""
        return cls(result, before) if result.pouring is not None else None

    def answer(self, address: str) -> Answer | None:
        """What stands at an address; None when there is nothing."""
        address = address.removesuffix("index.html") if address not in self._assets else address
        with self._lock:
            if address in self._pages:
                return Answer(200, _TYPES[".html"], self._pages[address].html())
            if address in self._files:
                return Answer(200, _media_type(output_file(address)), self._files[address]())
        data = self._file(address)
        return Answer(200, _media_type(address), data) if data is not None else None

    def missing(self) -> Answer:
        """The site's own page for an address at which there is nothing."""
        page = self.answer(NOT_FOUND)
        return Answer(404, _TYPES[".html"], page.body if page is not None else b"<h1>Page not found</h1>")

    def token(self, address: str) -> str:
        """Changes exactly when the page at an address, or the look of all pages, changes."""
        with self._lock:
            page = self._pages.get(address) or self._pages.get(NOT_FOUND)
            seen = (self.look, self._styles, page.fingerprint() if page is not None else b"")
            return _digest(seen).hex()

    def has(self, address: str) -> bool:
        """True when a page stands at an address."""
        return address in self._pages

    def _frame_files(self, cache: Path, before: Snapshot | None) -> tuple[Mapping[Path, bytes], bytes]:
        paths = {each for each in self._assets.values() if _is_of_the_engine(each, cache)}
        if before is not None and paths == before.frame_files.keys():
            return before.frame_files, before.look
        files = {each: each.read_bytes() for each in sorted(paths)}
        return files, _digest(files.values())

    def _file(self, address: str) -> bytes | None:
        path = self._assets.get(address) or self._index_file(address)
        if path is None:
            return None
        if path in self.frame_files:
            return self.frame_files[path]
        try:
            return path.read_bytes()
        except OSError:
            return None

    def _index_file(self, address: str) -> Path | None:
        """A file of the search index that `library build` used last: a preview makes none, it would take too long."""
        if not address.startswith(SEARCH_INDEX):
            return None
        try:
            return next((Path(each.path) for each in newest_index(self._cache) if each.address == address), None)
        except OSError:
            return None


def _is_of_the_engine(path: Path, cache: Path) -> bool:
    """True for a file beside the frames; clean copies, sheets and pictures lie in folders of their own."""
    return path.is_relative_to(cache) and path.relative_to(cache).parts[0].startswith("frames-")


def _digest(parts: Iterable[bytes]) -> bytes:
    digest = blake2b(digest_size=8)
    for part in parts:
        digest.update(part)
    return digest.digest()


def _media_type(address: str) -> str:
    suffix = Path(address).suffix.lower()
    kind = type_of(address)
    if kind is not None:
        return f"{kind}; charset=utf-8"
    return _TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")

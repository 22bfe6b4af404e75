"""One state of the whole site. Its pages are made on request."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from threading import RLock
from typing import Final
from urllib.parse import urlsplit

from generator.commands.options import CommandResult
from generator.documents import CLEANED_ASSETS
from generator.model.addresses import NOT_FOUND, PARTNERSHIP_CSS, SEARCH_INDEX, STYLESHEET, output_file
from generator.publish import SitePage, type_of
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
"""Media types are listed here, because the types known to the system differ from machine to machine."""


@dataclass(frozen=True, slots=True)
class Response:
    """The content at an address."""

    status: int
    media_type: str
    body: bytes

    @property
    def is_page(self) -> bool:
        """True for a page that readers see."""
        return self.media_type.startswith("text/html")


class Snapshot:
    """A finished site in memory. Pages are made on request, and everything in it is from one build."""

    def __init__(self, result: CommandResult, before: Snapshot | None) -> None:
        assert result.planned_site is not None and result.project is not None
        self._pages: dict[str, SitePage] = {page.address: page for page in result.planned_site.pages}
        self._files = {file.address: file.make for file in result.planned_site.files}
        self._assets: dict[str, Path] = {asset.address: Path(asset.path) for asset in result.planned_site.assets}
        self._cache = result.project.cache
        self._lock = RLock()
        self.frame_files, self.look = self._frame_files(result.project.cache, before)
        """The engine's files other than the frames, and their digest. The engine may clear its folder later."""

        self._styles = _digest(
            self._files[address]() for address in (STYLESHEET, PARTNERSHIP_CSS) if address in self._files
        )
        self.headers = result.planned_site.headers
        """The headers that public servers send with every answer, except those that only HTTPS can send."""

        self.root = urlsplit(result.project.site_url).path
        """The root path of the site: `/`, or `/library/` if its address has that path."""

    @classmethod
    def of(cls, result: CommandResult, before: Snapshot | None) -> Snapshot | None:
        """Return the site that a build has made, or None if an error stopped it.

        `before` is the last good site, if any.
        """
        return cls(result, before) if result.planned_site is not None else None

    def answer(self, address: str) -> Response | None:
        """Return the content at an address, or None if there is none."""
        address = address.removesuffix("index.html") if address not in self._assets else address
        with self._lock:
            if address in self._pages:
                return Response(200, _TYPES[".html"], self._pages[address].html())
            if address in self._files:
                return Response(200, _media_type(output_file(address)), self._files[address]())
        data = self._file(address)
        return Response(200, _media_type(address), data) if data is not None else None

    def missing(self) -> Response:
        """Return the site's page for an address without content."""
        page = self.answer(NOT_FOUND)
        return Response(404, _TYPES[".html"], page.body if page is not None else b"<h1>Page not found</h1>")

    def token(self, address: str) -> str:
        """Return a token that changes exactly when the page at an address, or the design of all pages, changes."""
        with self._lock:
            page = self._pages.get(address) or self._pages.get(NOT_FOUND)
            seen = (self.look, self._styles, page.fingerprint() if page is not None else b"")
            return _digest(seen).hex()

    def has(self, address: str) -> bool:
        """Return True if there is a page at an address."""
        return address in self._pages

    def _frame_files(self, cache: Path, before: Snapshot | None) -> tuple[Mapping[Path, bytes], bytes]:
        paths = {asset for asset in self._assets.values() if _is_of_the_engine(asset, cache)}
        if before is not None and paths == before.frame_files.keys():
            return before.frame_files, before.look
        files = {path: path.read_bytes() for path in sorted(paths)}
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
        """Return a file of the search index that `library build` made last.

        A preview makes no index, because that would take too long.
        """
        if not address.startswith(SEARCH_INDEX):
            return None
        try:
            return next((Path(file.path) for file in newest_index(self._cache) if file.address == address), None)
        except OSError:
            return None


def _is_of_the_engine(path: Path, cache: Path) -> bool:
    """Return True for an engine file other than a frame, or its cleaned copy. Files of records are in other folders."""
    if not path.is_relative_to(cache):
        return False
    folder = path.relative_to(cache).parts[0]
    return folder.startswith("frames-") or folder == CLEANED_ASSETS


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

"""Keeps the HTML of pages on the disk during a build, because several steps need it."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import Self

from generator.model import Address
from generator.publish.frame_filling import PlannedSite, SitePage


class RenderedPages:
    """The HTML of the pages that one build has rendered: the search, the private terms and the output need it.

    It is in a file without a name, which the system removes when the process ends in any way.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115 closed by __exit__
        self._places: dict[Address, tuple[int, int]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()

    def keep(self, site: PlannedSite) -> PlannedSite:
        """Return the site with pages that are rendered once, however often their HTML is requested."""
        return replace(site, pages=tuple(replace(page, html=partial(self._html, page)) for page in site.pages))

    def _html(self, page: SitePage) -> bytes:
        place = self._places.get(page.address)
        if place is not None:
            self._file.seek(place[0])
            return self._file.read(place[1])
        html = page.html()
        self._places[page.address] = (self._file.seek(0, os.SEEK_END), len(html))
        self._file.write(html)
        return html

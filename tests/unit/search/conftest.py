"""Pages and documents of an invented site, and readers of the index that is made of them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.model import Asset
from generator.search import SearchableDocument, SearchablePage


@dataclass(frozen=True)
class Asked:
    """How often each page's HTML was asked for."""

    times: dict[str, int]


def page(address: str, body: str, asked: Asked | None = None) -> SearchablePage:
    """A page whose fingerprint is its own text."""
    html = f'<html lang="en-GB"><body><header>Menu</header><main>{body}</main></body></html>'.encode()

    def make() -> bytes:
        if asked is not None:
            asked.times[address] = asked.times.get(address, 0) + 1
        return html

    return SearchablePage(address, lambda: html, make)


def article(title: str, text: str, kind: str = "Review", themes: Iterable[str] = ()) -> str:
    facets = "".join(f'<span hidden data-pagefind-filter="Theme:{theme}"></span>' for theme in themes)
    return (
        f'<article data-pagefind-body data-pagefind-filter="Kind:{kind}">{facets}'
        f'<h1>{title}</h1><h2 id="story">Story</h2><p>{text}</p></article>'
    )


def document(address: str, title: str, pages: list[str], how_to_read: str = "PDF") -> SearchableDocument:
    record = "reviews/hazel/"
    return SearchableDocument(address, title, lambda: pages, how_to_read, "\f".join(pages).encode(), record)


def fragments(files: Iterable[Asset]) -> dict[str, dict[str, Any]]:
    """What the index holds of each page and document, by its address."""
    held = {}
    for file in files:
        if file.address.endswith(".pf_fragment"):
            data = gzip.decompress(Path(file.path).read_bytes()).removeprefix(b"pagefind_dcd")
            fragment = json.loads(data)
            held[fragment["url"]] = fragment
    return held


@pytest.fixture
def site() -> Callable[[], list[SearchablePage]]:
    """Three pages that can be found, and one that cannot."""
    return lambda: [
        page(
            "reviews/hazel/",
            article("Hazel", "The tarn froze over.", themes=["Early help", "Cold, wet homes", "Money"]),
        ),
        page("reviews/rowan/", article("Rowan", "Nobody asked twice.", themes=["Money", "Early help"])),
        page("briefings/asking/", article("Asking", "Ask again.", "Briefing", ["Early help"])),
        page("reviews/type/cspr/", "<h1>All</h1><p>Hazel and Rowan in a list.</p>"),
    ]

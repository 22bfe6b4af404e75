"""What the preview answers, on a real loopback port."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import pytest

from generator.search import SearchablePage, SearchVocabulary, index_site


class Reply(Protocol):
    status: int
    headers: dict[str, str]
    body: str


class Serving(Protocol):
    root: Path
    port: int

    def get(self, path: str, host: str | None = None, method: str = "GET") -> Reply: ...
    def wait_for(self, pattern: str) -> object: ...
    def change(self, name: str, old: str, new: str) -> None: ...
    def events(self, path: str) -> AbstractContextManager[Callable[[float], str | None]]: ...


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/reviews/rowan/", "text/html; charset=utf-8"),
        ("/reviews/rowan/index.html", "text/html; charset=utf-8"),
        ("/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/bulletins/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/events.ics", "text/calendar; charset=utf-8"),
        ("/sitemap.xml", "application/xml"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/data/reviews.json", "application/json"),
        ("/data/reviews.csv", "text/csv; charset=utf-8"),
        ("/assets/library.css", "text/css; charset=utf-8"),
        ("/assets/library.js", "text/javascript; charset=utf-8"),
        ("/assets/favicon.svg", "image/svg+xml"),
    ],
)
def test_everything_is_served_with_its_type_and_never_kept(served: Serving, path: str, media_type: str) -> None:
    reply = served.get(path)
    assert reply.status == 200
    assert reply.headers["Content-Type"] == media_type
    assert reply.headers["Cache-Control"] == "no-store"
    assert reply.body


def test_an_address_without_its_slash_leads_to_the_page(served: Serving) -> None:
    reply = served.get("/reviews/rowan")
    assert (reply.status, reply.headers["Location"]) == (302, "/reviews/rowan/")


@pytest.mark.parametrize("path", ["/nothing/here/", "/../../etc/passwd", "/%2e%2e/content/partnership.yml", "/a%00b"])
def test_what_is_not_part_of_the_site_is_its_own_404_page(served: Serving, path: str) -> None:
    reply = served.get(path)
    assert reply.status == 404
    assert "Page not found" in reply.body


def test_a_head_request_has_no_body(served: Serving) -> None:
    reply = served.get("/reviews/rowan/", method="HEAD")
    assert (reply.status, reply.body) == (200, "")
    assert int(reply.headers["Content-Length"]) > 1000


def test_another_sites_name_for_this_machine_is_refused(served: Serving) -> None:
    assert served.get("/", host="attacker.example").status == 403
    assert served.get("/", host=f"localhost:{served.port}").status == 200


def test_the_script_is_added_to_pages_alone_and_never_written(served: Serving) -> None:
    assert "preview.js" in served.get("/reviews/rowan/").body
    assert "preview" not in served.get("/feed.xml").body
    assert json.loads(served.get("/data/reviews.json").body)
    assert "EventSource" in served.get("/_preview/preview.js").body
    written = [path for path in served.root.rglob("*.html") if b"_preview" in path.read_bytes()]
    assert written == []
    assert not (served.root / "site").exists()


def test_the_index_that_a_build_has_made_is_served_where_there_is_one(served: Serving) -> None:
    assert served.get("/search/index/pagefind.js").status == 404
    page = b"<html><body data-pagefind-body><h1>Invented</h1></body></html>"
    pages = [SearchablePage("reviews/hazel/", lambda: page, lambda: page)]
    assert index_site(pages, [], SearchVocabulary(), b"", served.root / ".cache" / "library").value
    reply = served.get("/search/index/pagefind.js")
    assert (reply.status, reply.headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert json.loads(served.get("/search/index/pagefind-entry.json").body)["languages"]["en"]["page_count"] == 1
    assert served.get("/search/index/contents.json").status == 404

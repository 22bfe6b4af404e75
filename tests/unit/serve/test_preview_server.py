"""What the preview answers, on a real loopback port."""

from __future__ import annotations

import json
import os
import stat
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
    key: str
    cookie: str
    told: list[str]

    def get(self, path: str, host: str | None = None, method: str = "GET", cookie: str | None = None) -> Reply: ...
    def wait_for(self, pattern: str) -> object: ...
    def change(self, name: str, old: str, new: str) -> None: ...
    def events(self, path: str) -> AbstractContextManager[Callable[[float], str | None]]: ...


Serve = Callable[..., AbstractContextManager[Serving]]


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


@pytest.mark.parametrize(
    "path", ["/", "/reviews/rowan/", "/_preview/preview.js", "/_preview/events?page=&seen=", "/robots.txt"]
)
@pytest.mark.parametrize("cookie", ["", "library-{port}=guessed", "library-1={key}", '"; ='])
def test_another_user_of_the_machine_sees_nothing(served: Serving, path: str, cookie: str) -> None:
    reply = served.get(path, cookie=cookie.format(port=served.port, key=served.key))
    assert (reply.status, reply.body) == (403, "Open the address that `library serve` printed in the terminal.\n")
    assert "Set-Cookie" not in reply.headers


def test_the_printed_address_lets_a_browser_in_and_hides_its_key(served: Serving) -> None:
    reply = served.get(f"/reviews/rowan/?key={served.key}", cookie="")
    assert (reply.status, reply.headers["Location"]) == (303, "/reviews/rowan/")
    name, *traits = reply.headers["Set-Cookie"].split("; ")
    assert name == served.cookie
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= {*traits}
    assert served.get("/?key=guessed", cookie="").status == 403
    assert served.get(f"//attacker.example/?key={served.key}", cookie="").headers["Location"] == "/attacker.example/"


def test_a_name_of_another_site_gets_nothing_even_with_the_key(served: Serving) -> None:
    host = f"attacker.example:{served.port}"
    assert served.get("/reviews/rowan/", host).status == 403
    assert "Set-Cookie" not in served.get(f"/?key={served.key}", host, cookie="").headers


def test_a_page_that_is_open_works_after_the_preview_was_started_again(serve: Serve, small: Path) -> None:
    with serve(small) as one:
        key = one.key
    with serve(small) as again:
        assert again.key == key
        assert again.get("/reviews/rowan/").status == 200
    kept = next((small.parent / "state").rglob("key"))
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="needs links and users of a POSIX system")
def test_a_key_that_cannot_be_kept_is_one_for_this_start(serve: Serve, small: Path) -> None:
    (small.parent / "state").write_text("not a folder")
    with serve(small) as running:
        assert any("cannot be kept" in line for line in running.told)
        assert running.get("/reviews/rowan/").status == 200
        assert running.get("/reviews/rowan/", cookie="").status == 403

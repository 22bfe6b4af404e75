"""The server of the preview inside the test's own process: what a browser may do to it, and what it keeps in memory."""

from __future__ import annotations

import gc
import http.client
import importlib
import shutil
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.commands.build import prepare
from generator.commands.options import BuildOptions, CommandResult
from generator.serve import CurrentBuild, PreviewServer, Rebuild, rebuild_on_change
from generator.serve.snapshot import Snapshot

REPOSITORY = Path(__file__).parents[3]
CASE = "content/cases/rowan/case.yml"
SECONDS = 60.0


class Preview:
    """A preview whose builds happen when the test asks for them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.said: list[str] = []
        self.showing = CurrentBuild()
        self.server = PreviewServer(0, self.showing, self.said.append)
        self.updates = rebuild_on_change(
            BuildOptions(root, date(2026, 5, 1), drafts=True, excluded=frozenset({"sheets"})),
            self.showing,
            say=self.said.append,
        )

    @property
    def cookie(self) -> str:
        """What the browser of the person sends who opened the printed address."""
        return f"{self.server.cookie.name}={self.server.key}"

    def build(self) -> Rebuild:
        """The next build: the first one at once, every other one after a change."""
        return next(self.updates)

    def save(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, str]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=SECONDS)) as connection:
            connection.request(method, path, headers={"Cookie": self.cookie, **headers})
            response = connection.getresponse()
            return response.status, response.read().decode()

    def send(self, request: bytes) -> socket.socket:
        """Sends bytes as they are; gives the connection."""
        connection = socket.create_connection(("127.0.0.1", self.server.port), timeout=SECONDS)
        connection.sendall(request)
        return connection

    def events_of(self, path: str) -> bytes:
        """The request that the script of a page sends to wait for a change."""
        page = self.get(path)[1]
        address = page.partition('data-events="')[2].partition('"')[0].replace("&amp;", "&")
        assert address
        return f"GET {address} HTTP/1.1\r\n{self.head}\r\n".encode()

    @property
    def head(self) -> str:
        """The headers that every request of this browser has."""
        return f"Host: 127.0.0.1:{self.server.port}\r\nCookie: {self.cookie}\r\n"


def text_until(connection: socket.socket, wanted: bytes) -> bytes:
    """What the server sends, up to the wanted bytes or to the end of the connection."""
    text = b""
    while wanted not in text:
        more = connection.recv(4096)
        if not more:
            break
        text += more
    return text


def wait_until(condition: Callable[[], bool]) -> None:
    done = threading.Event()
    for _ in range(600):
        if condition():
            return
        done.wait(0.1)
    raise AssertionError("the condition was never met")


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    root = tmp_path / "small"
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", root)
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    made = Preview(root)
    with made.server.running():
        yield made
        made.updates.close()


def test_an_exception_in_a_rebuild_is_shown_and_the_last_good_site_stays(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(request: BuildOptions) -> CommandResult:
        prepare(request)
        raise KeyError("a fault <planted> by the test")

    preview.build()
    module = importlib.import_module("generator.serve.rebuild_loop")
    monkeypatch.setattr(module, "prepare", broken)
    preview.save(CASE, "was often hungry", "was very often hungry")
    assert [diagnostic.code for diagnostic in preview.build().result.diagnostics] == ["S019"]
    status, page = preview.get("/reviews/rowan/")
    assert (status, "was often hungry" in page) == (200, True)
    assert "error[S019]" in page
    assert "&lt;planted&gt;" in page
    assert any("Traceback" in each and "planted" in each for each in preview.said)
    monkeypatch.setattr(module, "prepare", prepare)
    preview.save(CASE, "came late", "came too late")
    assert not preview.build().result.failed
    page = preview.get("/reviews/rowan/")[1]
    assert "was very often hungry" in page
    assert "came too late" in page
    assert 'role="alert"' not in page


def test_an_exception_in_the_first_build_is_shown_until_a_build_succeeds(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(request: BuildOptions) -> CommandResult:
        raise OSError(28, "No space left on device")

    module = importlib.import_module("generator.serve.rebuild_loop")
    monkeypatch.setattr(module, "prepare", full)
    preview.build()
    status, page = preview.get("/reviews/rowan/")
    assert status == 503
    assert "No space left on device" in page
    assert preview.said == []
    monkeypatch.setattr(module, "prepare", prepare)
    preview.save(CASE, "came late", "came too late")
    preview.build()
    assert preview.get("/reviews/rowan/")[0] == 200


def test_a_page_that_cannot_be_made_says_why_and_all_others_are_served(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = Snapshot.answer

    def broken(self: Snapshot, address: str) -> Any:
        if address == "reviews/rowan/":
            raise ValueError("<planted> by the test")
        return answer(self, address)

    preview.build()
    monkeypatch.setattr(Snapshot, "answer", broken)
    for _ in range(3):
        status, page = preview.get("/reviews/rowan/")
        assert status == 500
        assert "ValueError: &lt;planted&gt; by the test" in page
    assert preview.get("/about/contact/")[0] == 200
    assert len(preview.said) == 1
    assert "/reviews/rowan/ could not be shown" in preview.said[0]
    with preview.send(preview.events_of("/reviews/rowan/")) as waiting:
        assert b"data:" not in text_until(waiting, b"still the same")
        monkeypatch.setattr(Snapshot, "answer", answer)
        preview.save("content/pages/about/contact.md", "# ", "# Now: ")
        preview.build()
        assert b"data: reload" in text_until(waiting, b"data: reload")
    assert preview.get("/reviews/rowan/")[0] == 200


def test_a_page_whose_state_cannot_be_told_waits_for_the_next_build(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: Snapshot, address: str) -> str:
        raise FileNotFoundError(address)

    preview.build()
    monkeypatch.setattr(Snapshot, "token", broken)
    with preview.send(preview.events_of("/reviews/rowan/")) as waiting:
        assert b"data:" not in text_until(waiting, b"still the same")
        preview.save(CASE, "came late", "came too late")
        preview.build()
        assert b"data: reload" in text_until(waiting, b"data: reload")


def test_what_is_saved_during_a_rebuild_leads_to_the_next_one(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    def saved_meanwhile(request: BuildOptions) -> CommandResult:
        result = prepare(request)
        monkeypatch.setattr(module, "prepare", prepare)
        preview.save(CASE, "was often hungry", "was never hungry")
        preview.save(CASE, "was never hungry", "was very often hungry")
        return result

    module = importlib.import_module("generator.serve.rebuild_loop")
    preview.build()
    monkeypatch.setattr(module, "prepare", saved_meanwhile)
    preview.save(CASE, "came late", "came too late")
    preview.build()
    assert preview.build().changed == (CASE,)
    assert "was very often hungry" in preview.get("/reviews/rowan/")[1]


def test_a_file_that_was_deleted_is_not_found_and_the_rest_is_served(preview: Preview) -> None:
    """A picture or a clean copy of a PDF is read when somebody asks for it."""
    (preview.root / "content" / "pages" / "notes.txt").write_text("invented\n", encoding="utf-8")
    preview.build()
    snapshot = preview.showing.now()
    assert snapshot is not None
    assert snapshot.site is not None
    snapshot.site._assets["deleted.pdf"] = preview.root / "deleted.pdf"
    assert preview.get("/deleted.pdf")[0] == 404
    shutil.rmtree(preview.root / ".cache")
    assert preview.get("/notes.txt") == (200, "invented\n")


def test_memory_stays_flat_while_pages_are_viewed(preview: Preview) -> None:
    preview.build()
    pages = ("/", "/reviews/rowan/", "/briefings/rowan-lessons/", "/about/contact/", "/feed.xml", "/nothing/")
    for page in pages:
        preview.get(page)
    threads = threading.active_count()
    gc.collect()
    objects = len(gc.get_objects())
    for _ in range(40):
        for page in pages:
            preview.get(page)
    wait_until(lambda: threading.active_count() <= threads)
    gc.collect()
    assert len(gc.get_objects()) - objects < 40


def test_event_streams_leave_no_thread_and_above_their_limit_the_browser_asks_now_and_then(
    preview: Preview,
) -> None:
    preview.build()
    before = threading.active_count()
    request = preview.events_of("/reviews/rowan/")
    streams = [preview.send(request) for _ in range(64)]
    for stream in streams:
        assert b"retry: 500\n" in text_until(stream, b"retry: 500\n")
    with preview.send(request) as one_more:
        told = text_until(one_more, b"never sent")
    assert b"retry: 5000\n" in told
    assert b"reload" not in told
    preview.save(CASE, "came late", "came too late")
    preview.build()
    for stream in streams:
        assert b"data: reload" in text_until(stream, b"data: reload")
        stream.close()
    wait_until(lambda: threading.active_count() <= before)
    with preview.send(request) as again:
        assert b"data: reload" in text_until(again, b"data: reload")


def test_an_event_stream_that_the_browser_left_ends_without_a_change(preview: Preview) -> None:
    preview.build()
    request = preview.events_of("/reviews/rowan/")
    streams = [preview.send(request) for _ in range(20)]
    for stream in streams:
        text_until(stream, b"retry: 500\n")
    at_work = threading.active_count()
    for stream in streams:
        stream.close()
    wait_until(lambda: threading.active_count() <= at_work - 20)


def test_a_browser_that_goes_away_is_not_reported(preview: Preview, capfd: pytest.CaptureFixture[str]) -> None:
    preview.build()
    before = threading.active_count()
    host = preview.head
    for sent in (b"", b"GET", f"GET /reviews/rowan/ HTTP/1.1\r\n{host}\r\n".encode() * 20):
        connection = preview.send(sent)
        # Closing with "linger" of no seconds resets the connection.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()
    wait_until(lambda: threading.active_count() <= before)
    assert preview.get("/reviews/rowan/")[0] == 200
    assert preview.said == []
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        ("GET http://[ HTTP/1.1", b"400"),
        ("GET //[::1/ HTTP/1.1", b"404"),
        ("GET /%00 HTTP/1.1", b"404"),
        ("GET /../../../etc/passwd HTTP/1.1", b"404"),
        ("GET /%2e%2e%2f%2e%2e%2fmkdocs.yml HTTP/1.1", b"404"),
        ("GET /..%5c..%5cmkdocs.yml HTTP/1.1", b"404"),
        ("GET /%ff%fe HTTP/1.1", b"404"),
        (f"GET /{'a' * 60_000} HTTP/1.1", b"404"),
        (f"GET /{'a' * 70_000} HTTP/1.1", b"414"),
        ("GET /_preview/events?page=%00&seen=%ff HTTP/1.1", b"200"),
        ("GET /_preview/../mkdocs.yml HTTP/1.1", b"404"),
        ("GET reviews HTTP/1.1", b"302"),
        ("GET /reviews/rowan%0d%0aX-Header:%20a/ HTTP/1.1", b"404"),
        ("POST / HTTP/1.1", b"501"),
        ("\x16\x03\x01", b"400"),
    ],
)
def test_odd_requests_get_an_answer(preview: Preview, request_line: str, status: bytes) -> None:
    preview.build()
    host = f"{preview.head}Connection: close\r\n\r\n"
    with preview.send(f"{request_line}\r\n{host}".encode("latin-1")) as connection:
        answer = text_until(connection, b"never sent")
    # A line that is no HTTP request is answered without headers.
    assert status in (answer if answer.startswith(b"<!DOCTYPE") else answer.partition(b"\r\n")[0])
    assert preview.said == []
    assert preview.get("/reviews/rowan/")[0] == 200


def test_a_range_is_answered_with_the_whole_and_a_head_request_with_headers(preview: Preview) -> None:
    preview.build()
    whole = preview.get("/assets/library.js")
    assert preview.get("/assets/library.js", Range="bytes=0-9") == whole
    assert preview.get("/assets/library.js", Range="bytes=9999999-") == whole
    for path in ("/reviews/rowan/", "/reviews/rowan", "/nothing/", "/_preview/events?page=x&seen=y"):
        request = f"HEAD {path} HTTP/1.1\r\n{preview.head}Connection: close\r\n\r\n"
        with preview.send(request.encode()) as connection:
            answer = text_until(connection, b"never sent")
        assert answer.endswith(b"\r\n\r\n")
        assert answer.count(b"\r\n\r\n") == 1

"""An invented old site on loopback: documents at addresses as Joomla and WordPress write them, and every fault.

All names and places are invented.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final

from tests import pdfs

LOGIN: Final = b'<!doctype html><title>Sign in</title><form><input type="password" name="p"></form>'
PAGE: Final = b"<!doctype html><title>Our reviews</title><h1>Our reviews</h1>"
PDF: Final = "application/pdf"


@cache
def document(title: str) -> bytes:
    """Return a PDF with a title: each title gives another file."""
    return pdfs.good(title)


class OldSite(ThreadingHTTPServer):
    """Answers by its table; counts the requests, and how many ran at once."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.requests: list[str] = []
        self.redirects: Callable[[str, str, str], str | None] | None = None
        """Where the server redirects an old address, by host, path and query; None before the move."""

        self.answers: dict[str, Callable[[_Handler], None]] = dict(ANSWERS)
        self.at_once = 0
        self.most_at_once = 0
        self.times: Counter[str] = Counter()
        self.lock = threading.Lock()

    @property
    def url(self) -> str:
        """Its root, without the slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, *_: object) -> None:
        """Clients break off on purpose."""


@contextmanager
def serving() -> Iterator[OldSite]:
    """A server that runs until the end of the block."""
    server = OldSite()
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: OldSite

    def do_GET(self) -> None:
        server = self.server
        with server.lock:
            server.requests.append(self.path)
            server.times[self.path] += 1
            server.at_once += 1
            server.most_at_once = max(server.most_at_once, server.at_once)
        self.close_connection = True
        try:
            path, _, query = self.path.partition("?")
            host = self.headers.get("Host", "").partition(":")[0]
            new = server.redirects(host, path, query) if server.redirects is not None else None
            with suppress(OSError):
                if new is not None:
                    self.answer(301, b"", "text/html", Location=new)
                else:
                    answer = server.answers.get(self.path, server.answers.get(path, _gone))
                    answer(self)
        finally:
            with server.lock:
                server.at_once -= 1

    do_HEAD = do_GET  # noqa: N815 as the standard library calls it

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def answer(self, status: int, body: bytes, media_type: str, **headers: str) -> None:
        """A whole answer; its length may be set otherwise."""
        self.send_response(status)
        for name, value in ({"Content_Type": media_type, "Content_Length": str(len(body))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)


def gives(
    body: bytes | Callable[[], bytes], media_type: str = PDF, status: int = 200, **headers: str
) -> Callable[[_Handler], None]:
    """Return an answer with a body."""
    return lambda handler: handler.answer(status, body() if callable(body) else body, media_type, **headers)


def leads(to: str, status: int = 302) -> Callable[[_Handler], None]:
    """Return a redirect."""
    return gives(b"", "text/html", status, Location=to)


def _gone(handler: _Handler) -> None:
    handler.answer(404, b"<!doctype html><title>Not here</title>", "text/html")


def _drip(handler: _Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", PDF)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    for _ in range(2_000):
        handler.wfile.write(b"%")
        handler.wfile.flush()
        time.sleep(0.05)


def _huge(handler: _Handler) -> None:
    """More than a megabyte, without a length."""
    handler.send_response(200)
    handler.send_header("Content-Type", PDF)
    handler.end_headers()
    for _ in range(40):
        handler.wfile.write(b"%PDF-1.7 " * 8_000)


ANSWERS: Final[dict[str, Callable[[_Handler], None]]] = {
    "/robots.txt": gives(b"User-agent: *\nDisallow: /closed/\n", "text/plain"),
    "/images/willow.pdf": gives(lambda: document("Willow: report")),
    "/index.php?option=com_docman&task=download&id=7": gives(
        lambda: document("Rowan: report"), "application/octet-stream"
    ),
    "/?attachment_id=9": leads("/wp-content/uploads/2022/06/hazel.pdf", 301),
    "/wp-content/uploads/2022/06/hazel.pdf": gives(lambda: document("Hazel: report")),
    "/download/lodge/?wpdmdl=12&refresh=6571a": gives(lambda: document("Lodge: report")),
    "/statement.docx": gives(pdfs.word_file, "application/octet-stream"),
    "/page.pdf": gives(PAGE, "text/html"),
    "/page-as-pdf.pdf": gives(PAGE),
    "/login.pdf": gives(LOGIN, "text/html"),
    "/locked.pdf": gives(pdfs.locked),
    "/empty.pdf": gives(b""),
    "/broken.pdf": gives(b"%PDF-1.7\nbroken"),
    "/short.pdf": gives(b"%PDF-1.7\n", PDF, Content_Length="5000"),
    "/program.pdf": gives(b"MZ" + b"\0" * 500),
    "/drip.pdf": _drip,
    "/loop.pdf": leads("/loop.pdf"),
    "/huge.pdf": _huge,
    "/announced-huge.pdf": gives(b"%PDF-1.7", PDF, Content_Length="99000000"),
    "/closed/report.pdf": gives(lambda: document("Closed: report")),
    "/to-private.pdf": leads("http://10.0.0.1/secret.pdf"),
}

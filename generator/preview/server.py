"""Serves what is shown on this machine alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Final
from urllib.parse import parse_qs, quote, unquote, urlsplit

from generator.preview.overlay import OWN, SCRIPT, STYLE, nothing_yet, with_preview
from generator.preview.showing import Showing, Shown
from generator.preview.snapshot import Answer

HOST: Final = "127.0.0.1"
_LOCAL_NAMES: Final = (HOST, "localhost")
_OWN_FILES: Final = {
    "preview.js": Answer(200, "text/javascript; charset=utf-8", SCRIPT.encode()),
    "preview.css": Answer(200, "text/css; charset=utf-8", STYLE.encode()),
}


class PreviewServer(ThreadingHTTPServer):
    """A server for one machine. An OSError when the port is taken or not allowed."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"
    request_queue_size = 64

    def __init__(self, port: int, showing: Showing) -> None:
        self.showing = showing
        super().__init__((HOST, port), _Handler)

    @property
    def port(self) -> int:
        """The port that it listens on, also where 0 was asked for."""
        return int(self.server_address[1])

    @property
    def address(self) -> str:
        """What to type into a browser."""
        return f"http://{HOST}:{self.port}/"

    @contextmanager
    def running(self) -> Iterator[None]:
        """Serves beside whatever the caller does, and ends with it."""
        thread = Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.showing.close()
            self.shutdown()
            self.server_close()
            thread.join()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is no fault."""
        if not isinstance(sys.exception() if sys.version_info >= (3, 12) else sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    """One request after the other from one connection."""

    protocol_version = "HTTP/1.1"
    server: PreviewServer
    _shown: Shown | None = None
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answers with a page, a file, or the events of a page."""
        if not self._is_from_here():
            # Another site's name for this machine: its scripts could read drafts through the browser.
            self._send(Answer(403, "text/plain; charset=utf-8", b"This preview is for this machine alone.\n"))
            return
        asked = urlsplit(self.path)
        self._shown = shown = self.server.showing.now()
        if shown is None:
            self.close_connection = True
        elif asked.path == f"{OWN}events":
            query = parse_qs(asked.query, keep_blank_values=True)
            self._tell_events(query.get("page", [""])[0], query.get("seen", [""])[0], shown)
        elif asked.path.startswith(OWN) and asked.path.removeprefix(OWN) in _OWN_FILES:
            self._send(_OWN_FILES[asked.path.removeprefix(OWN)])
        else:
            self._serve(unquote(asked.path), shown)

    def do_HEAD(self) -> None:
        """The same without what stands there."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Says nothing: the terminal is for what is wrong with the site."""

    def _is_from_here(self) -> bool:
        name, _, port = self.headers.get("Host", "").partition(":")
        return name in _LOCAL_NAMES and port in ("", str(self.server.port))

    def _serve(self, path: str, shown: Shown) -> None:
        if shown.site is None:
            self._send_page(Answer(503, "text/html; charset=utf-8", nothing_yet()), path, shown)
            return
        root = shown.site.root
        if not path.startswith(root):
            self._redirect(root if path == "/" else root + path.lstrip("/"))
            return
        address = path.removeprefix(root)
        if shown.site.has(f"{address}/"):
            self._redirect(f"{path}/")
            return
        answer = shown.site.answer(address) or shown.site.missing()
        if answer.is_page:
            self._send_page(answer, address, shown)
        else:
            self._send(answer)

    def _send_page(self, answer: Answer, address: str, shown: Shown) -> None:
        self._send(Answer(answer.status, answer.media_type, with_preview(answer.body, address, shown)))

    def _redirect(self, path: str) -> None:
        self._send(Answer(302, "text/plain; charset=utf-8", b""), {"Location": quote(path)})

    def _send(self, answer: Answer, more: dict[str, str] | None = None) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.media_type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        for name, value in {**self._headers_of_the_site(), **(more or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _headers_of_the_site(self) -> dict[str, str]:
        """What readers will get: what would be refused there is refused here."""
        site = self._shown.site if self._shown is not None else None
        return dict(site.headers) if site is not None else {"X-Content-Type-Options": "nosniff"}

    def _tell_events(self, address: str, seen: str, shown: Shown | None) -> None:
        """Server-sent events: one, as soon as the page is no longer what the browser has."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(b"retry: 500\n\n")
        while shown is not None and not self.server.showing.is_closed:
            if shown.token(address) != seen:
                self.wfile.write(b"data: reload\n\n")
                return
            shown = self.server.showing.after(shown)
            self.wfile.write(b": still the same\n\n")

"""Serves the current build on this machine only."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import BoundedSemaphore, Thread
from typing import Final
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit

from generator.serve.access_key import KeyCookie, is_same_secret, new_key
from generator.serve.current_build import CurrentBuild, ServedBuild
from generator.serve.failures import reason_of, traceback_of
from generator.serve.overlay import OWN, SCRIPT, STYLE, add_preview_script, failure_page, placeholder_page
from generator.serve.snapshot import Response

HOST: Final = "127.0.0.1"
_STREAMS_AT_MOST: Final = 64
"""The most event streams that may be open at once. Each needs a thread; a browser opens about six to one server."""

NOT_FROM_HERE: Final = "This preview is only for this computer.\n"
_NEEDS_KEY: Final = "Open the address that `library {command}` printed in the terminal.\n"
_TEXT: Final = "text/plain; charset=utf-8"
_RELOAD: Final = b"data: reload\n\n"
_LOCAL_NAMES: Final = (HOST, "localhost")
_OWN_FILES: Final = {
    "preview.js": Response(200, "text/javascript; charset=utf-8", SCRIPT.encode()),
    "preview.css": Response(200, "text/css; charset=utf-8", STYLE.encode()),
}


class PreviewServer(ThreadingHTTPServer):
    """A server for this machine only. Raises an OSError if the port is taken or not allowed.

    Only a browser that was opened with the key in its address gets an answer. Without `key`, a new one is made.
    `say` is called with a line for the terminal if an address could not be shown, once for each address and build.
    """

    daemon_threads = True
    allow_reuse_address = os.name == "posix"
    request_queue_size = 64
    handler: type[PreviewHandler]
    command = "serve"
    first_path = "/"
    """The path of the address that the terminal shows."""

    def __init__(
        self,
        port: int,
        current_build: CurrentBuild,
        say: Callable[[str], None] = lambda text: None,
        key: str | None = None,
    ) -> None:
        self.showing = current_build
        self.streams = BoundedSemaphore(_STREAMS_AT_MOST)
        self._say = say
        self._reported: set[str] = set()
        self._reported_in = 0
        self.key = key or new_key()
        super().__init__((HOST, port), self.handler)

    @property
    def port(self) -> int:
        """The port that the server listens on, also if 0 was requested."""
        return int(self.server_address[1])

    @property
    def address(self) -> str:
        """The address of the server, without the key."""
        return f"http://{HOST}:{self.port}/"

    @property
    def address_with_key(self) -> str:
        """The address to open. The key moves from it into a cookie at once."""
        return f"{self.address.rstrip('/')}{self.first_path}?key={self.key}"

    @property
    def cookie(self) -> KeyCookie:
        """The cookie that the browser of this person has."""
        return KeyCookie(self.key, self.port)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Serve in the background while the caller's block runs, and stop at its end."""
        thread = Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.showing.close()
            self.shutdown()
            self.server_close()
            thread.join()

    def report_failure(self, what: str, build: int, error: Exception) -> None:
        """Print on the terminal that something could not be shown, unless that was printed since the last build."""
        if build != self._reported_in:
            self._reported, self._reported_in = set(), build
        line = f"library: {what} could not be shown: {reason_of(error)}"
        if line not in self._reported:
            self._reported.add(line)
            self._say(f"{traceback_of(error)}{line}")

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002
        """Report an exception outside of an answer.

        A browser that disconnects in the middle of an answer is not a fault.
        """
        error = sys.exc_info()[1]
        if isinstance(error, Exception) and not isinstance(error, (ConnectionError, TimeoutError)):
            self.report_failure("a request", 0, error)


class PreviewHandler(BaseHTTPRequestHandler):
    """Handles the requests of one connection, one after the other."""

    protocol_version = "HTTP/1.1"
    server: PreviewServer
    timeout = 60
    """Seconds after which an unused connection, or one that no client reads from, is closed with its thread."""

    _shown: ServedBuild | None = None
    _has_begun = False
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer with a page, a file, or the events of a page.

        If there is an exception, answer with a page that gives the reason.
        """
        self._has_begun = False
        try:
            url = self.admitted_url()
            if url is not None:
                self.answer(url)
        except (ConnectionError, TimeoutError):
            self.close_connection = True  # the browser disconnected
        except Exception as error:  # noqa: BLE001 the next request must find the preview running
            self._fail(error)

    def do_HEAD(self) -> None:
        """Send the headers of a GET answer, without a body."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Print nothing: the terminal is for faults of the site."""

    def admitted_url(self) -> SplitResult | None:
        """Return the requested address; None if the request is not from this person's browser, and was answered.

        A request with the key in its address is redirected to the address without it, with the cookie.
        """
        if not self.is_local_request():
            # The request uses another site's name for this machine. Its scripts could read drafts through the browser.
            self._send_text(403, NOT_FROM_HERE)
            return None
        try:
            url = urlsplit(self.path)
        except ValueError:
            self._send_text(400, "This is not an address.\n")
            return None
        key = parse_qs(url.query).get("key", [""])[0]
        if key and is_same_secret(key, self.server.key):
            more = {"Location": quote("/" + unquote(url.path).lstrip("/")), "Set-Cookie": self.server.cookie.header}
            self._send_text(303, "", more)
        elif not self.has_key():
            self.refuse_without_key()
        else:
            return url
        return None

    def refuse_without_key(self) -> None:
        """Answer a browser that was not opened with the key."""
        self._send_text(403, _NEEDS_KEY.format(command=self.server.command))

    def has_key(self) -> bool:
        """Return True if the request has the cookie of this server."""
        return self.server.cookie.is_in(self.headers.get("Cookie", ""))

    def _send_text(self, status: int, text: str, more: dict[str, str] | None = None) -> None:
        self.send(Response(status, _TEXT, text.encode()), {"Referrer-Policy": "no-referrer", **(more or {})})

    def answer(self, url: SplitResult) -> None:
        """Answer a request of this person's browser."""
        self._shown = shown = self.builds(url.query).now()
        if shown is None:
            self.close_connection = True
        elif url.path == f"{OWN}events":
            query = parse_qs(url.query, keep_blank_values=True)
            self._send_events(query.get("page", [""])[0], query.get("seen", [""])[0], shown)
        elif url.path.startswith(OWN) and url.path.removeprefix(OWN) in _OWN_FILES:
            self.send(_OWN_FILES[url.path.removeprefix(OWN)])
        else:
            self._serve(unquote(url.path), shown)

    def builds(self, query: str) -> CurrentBuild:  # noqa: ARG002 the forms have a second site
        """Return the site that a request with a query is about."""
        return self.server.showing

    def is_local_request(self) -> bool:
        """Return True if the request names this machine, and not another site whose name leads here."""
        name, _, port = self.headers.get("Host", "").partition(":")
        return name in _LOCAL_NAMES and port in ("", str(self.server.port))

    def _serve(self, path: str, shown: ServedBuild) -> None:
        if shown.site is None:
            self.send_page(Response(503, "text/html; charset=utf-8", placeholder_page()), path, shown)
            return
        root = shown.site.root
        if not path.startswith(root):
            self._redirect(root if path in ("/", root.rstrip("/")) else root + path.lstrip("/"))
            return
        address = path.removeprefix(root)
        if shown.site.has(f"{address}/"):
            self._redirect(f"{path}/")
            return
        answer = shown.site.answer(address) or shown.site.missing()
        if answer.is_page:
            self.send_page(answer, address, shown)
        else:
            self.send(answer)

    def send_page(self, answer: Response, address: str, shown: ServedBuild) -> None:
        """Send a page of the site, with the script that reloads it."""
        self.send(Response(answer.status, answer.media_type, add_preview_script(answer.body, address, shown)))

    def _fail(self, error: Exception) -> None:
        """Answer with a page that says what went wrong, unless an answer has already begun."""
        shown = self._shown
        self.server.report_failure(self.path, shown.number if shown is not None else 0, error)
        if self._has_begun or shown is None:
            self.close_connection = True
            return
        page = add_preview_script(failure_page(reason_of(error)), "", shown, shown.build_token)
        self.send(Response(500, "text/html; charset=utf-8", page))

    def _redirect(self, path: str) -> None:
        self.send(Response(302, _TEXT, b""), {"Location": quote(path)})

    def send(self, answer: Response, more: dict[str, str] | None = None) -> None:
        """Send an answer, with more headers than those of the site."""
        self._has_begun = True
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.media_type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Cache-Control", "no-store")
        for name, value in {**self.headers_of_the_site(), **(more or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def headers_of_the_site(self) -> dict[str, str]:
        """Return the headers that readers will get, so that what would be refused there is refused here."""
        site = self._shown.site if self._shown is not None else None
        return dict(site.headers) if site is not None else {"X-Content-Type-Options": "nosniff"}

    def _send_events(self, address: str, seen: str, shown: ServedBuild | None) -> None:
        """Send one server-sent event as soon as the page differs from the browser's.

        If too many streams are open, the stream ends at once and the browser asks again after a while.
        """
        self.close_connection = self._has_begun = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        if not self.server.streams.acquire(blocking=False):
            self.wfile.write(b"retry: 5000\n\n")
            if shown is not None and _has_changed(shown, address, seen):
                self.wfile.write(_RELOAD)
            return
        try:
            self._follow_page(address, seen, shown)
        finally:
            self.server.streams.release()

    def _follow_page(self, address: str, seen: str, shown: ServedBuild | None) -> None:
        self.wfile.write(b"retry: 500\n\n")
        while shown is not None and not self.server.showing.is_closed:
            if _has_changed(shown, address, seen):
                self.wfile.write(_RELOAD)
                return
            shown = self.builds(urlsplit(self.path).query).wait_for_next(shown)
            self.wfile.write(b": still the same\n\n")


def _has_changed(shown: ServedBuild, address: str, seen: str) -> bool:
    return seen not in (shown.token(address), shown.build_token)


PreviewServer.handler = PreviewHandler

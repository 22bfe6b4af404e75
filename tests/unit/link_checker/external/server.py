"""A real server on loopback that has every way in which another site can fail.

Its names and places are invented.
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

PAGE: Final = b"<!doctype html><title>Tarnshire guidance</title><h1>Guidance</h1><p>Invented.</p>"
LOST: Final = b"<!doctype html><title>Page not found - Tarnshire</title><h1>Sorry</h1><p>Invented.</p>"


class Server(ThreadingHTTPServer):
    """Answers by its table; keeps each request as `GET /path`."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, certificate: Path | None = None, machine: str = "127.0.0.1") -> None:
        super().__init__((machine, 0), _Handler)
        self.leads_to = ""
        self.requests: list[str] = []
        self.agents: set[str] = set()
        self.times: list[float] = []
        self.over = threading.Event()
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True)

    @property
    def url(self) -> str:
        """Its root, without the slash at the end."""
        scheme = "https" if isinstance(self.socket, ssl.SSLSocket) else "http"
        return f"{scheme}://{self.server_address[0]!s}:{self.server_address[1]}"

    def handle_error(self, *_: object) -> None:
        """Clients break off on purpose."""


@contextmanager
def serving(certificate: Path | None = None, machine: str = "127.0.0.1") -> Iterator[Server]:
    """A server that runs until the end of the block."""
    server = Server(certificate, machine)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self.server.requests.append(f"{self.command} {path}")
        self.server.times.append(time.monotonic())
        self.server.agents.add(self.headers.get("User-Agent", ""))
        self.close_connection = True
        with suppress(OSError):
            ANSWERS.get(path, _lost)(self)

    do_HEAD = do_GET  # noqa: N815 as the standard library calls it

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def answer(self, status: int, body: bytes, media_type: str, **headers: str) -> None:
        """A whole answer; its length may be set otherwise."""
        self.send_response(status)
        lengths = {"Content_Length": str(len(body))} if "Transfer_Encoding" not in headers else {}
        for name, value in ({"Content_Type": media_type} | lengths | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def page(self, status: int = 200, body: bytes = PAGE, **headers: str) -> None:
        """A web page."""
        self.answer(status, body, "text/html; charset=utf-8", **headers)

    def lead(self, status: int, to: str) -> None:
        """A redirect."""
        self.page(status, b"", Location=to)

    def has_cookie(self, cookie: str) -> bool:
        """True if the request has this cookie."""
        return cookie in self.headers.get("Cookie", "")

    def trickle(self) -> None:
        """A page that never ends."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while self.command == "GET" and not self.server.over.wait(0.05):
            self.wfile.write(b"<p>")
            self.wfile.flush()

    def hang(self) -> None:
        """No answer at all."""
        self.server.over.wait(20)

    def trickle_head(self) -> None:
        """Headers that never end: no pause is long enough for a timeout of the socket."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not self.server.over.wait(0.05):
            self.wfile.write(b"X-More: 1\r\n")
            self.wfile.flush()

    def busy(self) -> None:
        """Asks to wait for a second, once."""
        asked = self.server.requests.count(f"{self.command} /busy-once")
        if asked == 1 and self.command == "HEAD":
            self.page(429, b"", Retry_After="1")
        else:
            self.page()

    def flood(self) -> None:
        """A page without end, as fast as it can."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while self.command == "GET":
            self.wfile.write(b"<p>more</p>" * 1000)


def _lost(handler: _Handler) -> None:
    handler.page(404, LOST)


def _no_head(handler: _Handler) -> None:
    handler.page(405 if handler.command == "HEAD" else 200)


def _lies(handler: _Handler) -> None:
    handler.answer(200, b"%PDF-1.7 the rest is missing", "application/pdf", Content_Length="9000")


def _garbage(handler: _Handler) -> None:
    handler.wfile.write(b"\x00\xffNo HTTP here\r\n\r\n")


ANSWERS: Final[dict[str, Callable[[_Handler], None]]] = {
    "/": lambda it: it.page(),
    "/robots.txt": lambda it: it.answer(200, b"User-agent: *\nDisallow: /private-to-robots/\n", "text/plain"),
    "/good": lambda it: it.page(),
    "/good.pdf": lambda it: it.answer(200, b"%PDF-1.7\n", "application/pdf"),
    "/good-octets.pdf": lambda it: it.answer(200, b"%PDF-1.7\n", "application/octet-stream"),
    "/caf%C3%A9": lambda it: it.page(),
    "/no-head": _no_head,
    "/flood": lambda it: it.flood(),
    "/moved-301": lambda it: it.lead(301, "/good"),
    "/found-302": lambda it: it.lead(302, "/good"),
    "/see-303": lambda it: it.lead(303, "/good"),
    "/while-307": lambda it: it.lead(307, "/good"),
    "/moved-308": lambda it: it.lead(308, "/good?new=yes"),
    "/moved-far": lambda it: it.lead(301, "/moved-301"),
    "/moved-to-nothing": lambda it: it.lead(301, "/nothing"),
    "/home-302": lambda it: it.lead(302, "/"),
    "/home-301": lambda it: it.lead(301, "/"),
    "/unauthorised-401": lambda it: it.page(401, b"", WWW_Authenticate="Basic"),
    "/forbidden-403": lambda it: it.page(403, b""),
    "/to-login": lambda it: it.lead(302, "/account/login?next=/to-login"),
    "/account/login": lambda it: it.page(200, b"<title>Sign in</title>"),
    "/missing-404": lambda it: it.page(404, LOST),
    "/gone-410": lambda it: it.page(410, b""),
    "/busy-once": lambda it: it.busy(),
    "/busy-429": lambda it: it.page(429, b""),
    "/error-500": lambda it: it.page(500, b""),
    "/error-503": lambda it: it.page(503, b""),
    "/odd-999": lambda it: it.page(999, b""),
    "/not-acceptable-406": lambda it: it.page(406, b""),
    "/challenge-503": lambda it: it.page(503, b"<title>Just a moment...</title>"),
    "/challenge": lambda it: it.page(200, b"<title>Just a moment...</title>"),
    "/needs-cookie": lambda it: it.page(302, b"", Location="/with-cookie", Set_Cookie="session=1; Path=/"),
    "/with-cookie": lambda it: it.page(200 if it.has_cookie("session=1") else 403),
    "/needs-own-cookie": lambda it: (
        it.page() if it.has_cookie("own=1") else it.page(302, b"", Location=it.path, Set_Cookie="own=1; Path=/")
    ),
    "/asks-for-consent": lambda it: it.page() if it.has_cookie("yes=1") else it.lead(302, "/consent"),
    "/consent": lambda it: it.page(302, b"", Location="/asks-for-consent", Set_Cookie="yes=1; Path=/"),
    "/cookie-wall": lambda it: it.page(302, b"", Location="/wall", Set_Cookie="wall=1; Path=/"),
    "/wall": lambda it: it.page(302, b"", Location="/cookie-wall", Set_Cookie="wall=2; Path=/"),
    "/needs-no-cookie": lambda it: it.page(400 if it.headers.get("Cookie") else 200),
    "/slow": lambda it: it.hang(),
    "/never-ending": lambda it: it.trickle(),
    "/never-ending-head": lambda it: it.trickle_head(),
    "/closed": lambda it: None,
    "/garbage": _garbage,
    "/loop": lambda it: it.lead(302, "/loop-back"),
    "/loop-back": lambda it: it.lead(302, "/loop"),
    "/elsewhere": lambda it: it.lead(301, it.server.leads_to or "/good"),
    "/to-mail": lambda it: it.lead(302, "mailto:nobody@tarnshire.example"),
    "/to-broken": lambda it: it.lead(302, "http://[broken/"),
    "/soft-404": lambda it: it.page(200, LOST),
    "/soft-404-utf-16": lambda it: it.answer(200, LOST.decode().encode("utf-16"), "text/html"),
    "/soft-404-utf-16-named": lambda it: it.answer(
        200, LOST.decode().encode("utf-16-le"), "text/html; charset=UTF-16LE"
    ),
    "/soft-404-windows": lambda it: it.answer(
        200, "<title>We can\u2019t find that page</title>".encode("cp1252"), "text/html; charset=windows-1252"
    ),
    "/about-404-children": lambda it: it.page(200, b"<title>A study of 404 children in care</title>"),
    "/many-headers": lambda it: it.page(200, PAGE, **{f"X_{number}": "1" for number in range(150)}),
    "/html.pdf": lambda it: it.page(),
    "/short.pdf": _lies,
    "/private-to-robots/page": lambda it: it.page(),
}


def certificate_for(folder: Path, days: int = 2) -> Path:
    """A self-signed certificate and its key in one file, good for so many days from yesterday."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Invented for tests")])
    began = datetime.now(UTC) - timedelta(days=1)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(began)
        .not_valid_after(began + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "certificate.pem"
    path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + private)
    return path

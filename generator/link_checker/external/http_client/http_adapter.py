"""Sends each request: HEAD before GET, within the host's rate limit, reading no more of a page than is needed."""

from __future__ import annotations

import codecs
import io
import re
import ssl
from email.message import Message
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from requests import PreparedRequest, Response, exceptions
from requests.adapters import HTTPAdapter
from selectolax.lexbor import LexborHTMLParser
from urllib3 import BaseHTTPResponse, HTTPResponse
from urllib3.exceptions import HTTPError, IncompleteRead, ProtocolError

from generator.diagnostics import one_line
from generator.link_checker.external.http_client.public_connection import Attempt, PlainPool, SecurePool
from generator.link_checker.external.http_client.rate_limit import DeadlineError, HostRateLimiter, seconds_of
from generator.link_checker.external.redirect_chain import HTML, Hop, RequestFailure

MOST_READ: Final = 256 * 1024
"""Bytes of a page that are read: enough to include its title, whatever comes before it."""

_PIECE: Final = 16 * 1024
_MARKS: Final = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
"""Byte order marks, and the encodings that they announce."""

_MOST_SEARCHED: Final = 1_024
"""Bytes at the start of a page in which browsers look for the name of its encoding."""

_META_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}charset=[\"']?([\w-]+)", re.IGNORECASE)
_ASKS_TO_WAIT: Final = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)


class RateLimitedAdapter(HTTPAdapter):
    """Sends LinkChecker's requests and records each of them in `hops`. Each thread has a separate adapter."""

    def __init__(self, hosts: HostRateLimiter, timeout_seconds: float, allow_private: bool) -> None:
        """`timeout_seconds` is the limit in seconds for one request."""
        super().__init__()
        self.hops: list[Hop] = []
        self._hosts = hosts
        self._patience = timeout_seconds
        self._allow_private = allow_private
        self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}

    def send(self, request: PreparedRequest, *_: Any, verify: Any = True, **__: Any) -> Response:
        """Return the response, with at most the first 256 KB of its body. Raise OSError if there is none."""
        request.headers.update({"Connection": "close", "Accept-Encoding": "identity"})
        if urlsplit(str(request.url)).path == "/robots.txt":
            return self._ask(request, verify)[0]
        head = request.copy()
        head.method = "HEAD"
        try:
            response, hop = self._ask(head, verify)
        except DeadlineError:
            raise
        except OSError:
            response, hop = None, self.hops.pop()
            if hop.fault in (RequestFailure.PRIVATE, RequestFailure.UNKNOWN_HOST, RequestFailure.CERTIFICATE):
                self.hops.append(hop)
                raise
        if response is None or _wants_more(hop):
            self.hops = self.hops if response is None else self.hops[:-1]
            response, _hop = self._ask(request, verify)
        return response

    def _ask(self, request: PreparedRequest, verify: Any) -> tuple[Response, Hop]:
        """Send a request, and send it once more if the server has asked for a delay."""
        response, hop = self._once(request, verify)
        waits = seconds_of(response.headers.get("Retry-After")) if response.status_code in _ASKS_TO_WAIT else None
        if waits is not None and self._hosts.rest(urlsplit(hop.address).netloc, waits):
            self.hops.pop()
            response, hop = self._once(request, verify)
        return response, hop

    def _once(self, request: PreparedRequest, verify: Any) -> tuple[Response, Hop]:
        address = str(request.url)
        try:
            self._hosts.wait(urlsplit(address).netloc)
        except DeadlineError:
            self.hops.append(Hop(address, fault=RequestFailure.LATE))
            raise
        with Attempt(self._patience, self._allow_private) as attempt:
            try:
                came = super().send(request, stream=True, timeout=self._patience, verify=verify, proxies={})
                body, missing = _body_of(came.raw, request.method == "HEAD")
                if attempt.fault is not None:
                    raise OSError("it did not end")
            except (OSError, HTTPError, ValueError) as error:
                fault = attempt.fault or _fault_of(error)
                self.hops.append(Hop(address, fault=fault, detail=_reason(error)))
                raise exceptions.ConnectionError(str(fault), request=request) from error
        response = self.build_response(request, _with_body(came.raw, body))
        hop = _hop(address, response, body, missing)
        if hop.location and not _can_be_followed(hop.location):
            # LinkChecker fails on an invalid address. The hop is recorded, and the redirect is not followed.
            del response.headers["Location"]
        self.hops.append(hop)
        return response, hop


def _wants_more(head: Hop) -> bool:
    """Return True if a HEAD response is not enough: HEAD is refused, it is a page, or the URL promises a PDF."""
    return head.status >= 400 or (head.status < 300 and (head.is_page or head.promises_pdf))


def _body_of(raw: BaseHTTPResponse, is_head: bool) -> tuple[bytes, bool]:
    """Return the beginning of a body, and whether it broke off before its announced end."""
    if is_head:
        return b"", False
    pieces: list[bytes] = []
    try:
        while sum(map(len, pieces)) < MOST_READ and (piece := raw.read(_PIECE, decode_content=True)):
            pieces.append(piece)
    except (IncompleteRead, ProtocolError):
        return b"".join(pieces), True
    finally:
        raw.close()
    return b"".join(pieces), False


def _with_body(raw: BaseHTTPResponse, body: bytes) -> HTTPResponse:
    """Return the response `raw` with a body of limited length."""
    kept = {name: value for name, value in raw.headers.items() if name.lower() != "content-encoding"}
    # requests reads the cookies of a response from the original response of the standard library.
    original = getattr(raw, "_original_response", None)
    return HTTPResponse(
        io.BytesIO(body), kept, raw.status, reason=raw.reason, preload_content=False, original_response=original
    )


def _hop(address: str, response: Response, body: bytes, missing: bool) -> Hop:
    media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    is_page = media_type in HTML
    location = response.headers.get("Location", "") if 300 <= response.status_code < 400 else ""
    return Hop(
        address,
        response.status_code,
        _joined(address, location) if location else "",
        media_type,
        _words(_decoded(body, response.headers.get("Content-Type", ""))) if is_page else "",
        b"%PDF-" in body[:1024],
        sets_cookie="Set-Cookie" in response.headers,
        fault=RequestFailure.WRONG_LENGTH if missing else None,
    )


def _joined(address: str, location: str) -> str:
    """Return the absolute URL that a redirect leads to; the text as written if it is not a URL."""
    try:
        # Header bytes are decoded as Latin-1, but nearly all servers write UTF-8.
        return urljoin(address, location.encode("latin-1").decode("utf-8"))
    except ValueError:
        return location


def _can_be_followed(location: str) -> bool:
    try:
        parts = urlsplit(location)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _decoded(body: bytes, content_type: str) -> str:
    """Return the text of a page, by its byte order mark, its header or its first lines, as browsers do."""
    header = Message()
    header["Content-Type"] = content_type
    in_page = _META_CHARSET.search(body[:_MOST_SEARCHED])
    named = header.get_content_charset() or (in_page[1].decode("ascii") if in_page is not None else "utf-8")
    encoding = next((name for mark, name in _MARKS.items() if body.startswith(mark)), named)
    try:
        return body.decode(encoding, errors="replace")
    except LookupError:
        return body.decode("utf-8", errors="replace")


def _words(text: str) -> str:
    page = LexborHTMLParser(text)
    found = [node.text(separator=" ", strip=True) for node in (page.css_first("title"), page.css_first("h1")) if node]
    return " / ".join(one_line(text)[:200] for text in found)


def _fault_of(error: BaseException) -> RequestFailure:
    causes = _causes(error)
    if any(isinstance(cause, exceptions.SSLError | ssl.SSLError) for cause in causes):
        # An interrupted handshake is an SSL error too, but does not concern the certificate.
        certificate = any("certificate" in str(cause).lower() or "hostname" in str(cause).lower() for cause in causes)
        return RequestFailure.CERTIFICATE if certificate else RequestFailure.CLOSED
    return (
        RequestFailure.SLOW
        if any(isinstance(cause, TimeoutError | exceptions.Timeout) for cause in causes)
        else RequestFailure.CLOSED
    )


def _reason(error: BaseException) -> str:
    """Return OpenSSL's reason for rejecting a certificate, `self-signed certificate`; empty for all other errors."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return cause.verify_message.split(",")[0]
    return ""


def _causes(error: BaseException) -> list[BaseException]:
    """Return an error and all its causes: libraries also wrap them in each other's arguments."""
    found: list[BaseException] = []
    waiting: list[BaseException] = [error]
    while waiting and len(found) < 20:
        each = waiting.pop()
        found.append(each)
        inside = (each.__cause__, each.__context__, getattr(each, "reason", None), *each.args)
        waiting += [more for more in inside if isinstance(more, BaseException) and more not in found]
    return found

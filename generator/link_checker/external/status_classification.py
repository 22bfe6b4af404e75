"""Classifies a URL from the hops of its redirect chain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

from generator.link_checker.external.link_status import LinkResult, LinkStatus
from generator.link_checker.external.redirect_chain import Hop, RequestFailure, UrlResult
from generator.link_checker.external.url_extraction import normalise_url

_PERMANENT: Final = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_THING: Final = r"(?:page|document|file|content|resource)"
_NOT_FOUND: Final = re.compile(
    r"(?:^|[-\u2013\u2014|:/!(]\s*)404\s*(?:$|[-\u2013\u2014|:/!)])|\b(?:error|http|code|status)\W{0,3}404\b"
    r"|\b404\W{0,3}(?:error|page|file|sorry|oops)\b|not found\b"
    r"|\bno longer (?:exists?|available|here)\b"
    rf"|\b{_THING}\b.{{0,40}}\b(?:does(?: not|n't) exist|(?:has been|was) (?:removed|deleted))"
    rf"|\b(?:can(?:not|'t)|could(?: not|n't)) (?:be found|find (?:that|this|the|your) {_THING})\b",
    re.IGNORECASE,
)
_LOGIN: Final = re.compile(
    r"(?:^|[/._-])(?:log-?in|sign-?in|sso|saml2?|oauth2?|openid|adfs)(?:[/._-]|$)", re.IGNORECASE
)
_LOGIN_HOST: Final = re.compile(r"^(?:login|signin|sso|auth|accounts?|idp)\.", re.IGNORECASE)
_REFUSED: Final = frozenset(
    {
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.NOT_ACCEPTABLE,
        HTTPStatus.PROXY_AUTHENTICATION_REQUIRED,
        430,  # Shopify, for programs
        999,  # LinkedIn, for programs
    }
)
_CHALLENGE: Final = re.compile(
    r"^(?:just a moment|attention required|access denied|pardon our interruption|checking your browser|security check"
    r"|are you (?:a )?(?:human|robot)|(?:please )?verify (?:that )?you are (?:a )?human|robot check|ddos-guard)\b",
    re.IGNORECASE,
)
"""Titles of the pages that keep programs out."""

_HOME: Final = re.compile(r"^/(?:(?:index|default|home)(?:\.\w+)?/?)?$", re.IGNORECASE)
_MAX_REDIRECTS: Final = 10


def classify(result: UrlResult) -> LinkResult:
    """Return the status of a URL, from each request that was made."""
    hops = result.hops
    if not hops:
        if result.is_valid:
            return LinkResult(LinkStatus.ROBOTS, "was not checked: its site does not allow programs (robots.txt)")
        return LinkResult(LinkStatus.TROUBLE, "is not an address that can be asked")
    last = hops[-1]
    if last.fault is not None:
        return _failure_result(last, len(hops) > 1)
    if last.location:
        return _redirect_result(hops)
    if last.status >= 400:
        return _error_status_result(last)
    return _page_result(hops)


def _failure_result(hop: Hop, is_redirected: bool) -> LinkResult:
    prefix = f"redirects to {hop.address}, which " if is_redirected else ""
    host = urlsplit(hop.address).hostname
    match hop.fault:
        case RequestFailure.LATE:
            return LinkResult(LinkStatus.LATE, f"{prefix}was not checked in time")
        case RequestFailure.PRIVATE:
            return LinkResult(
                LinkStatus.PRIVATE, f"{prefix}is inside a private network, so readers outside it cannot open it"
            )
        case RequestFailure.UNKNOWN_HOST:
            return LinkResult(LinkStatus.TROUBLE, f"{prefix}names a host that does not exist: {host}", reached=False)
        case RequestFailure.CERTIFICATE:
            reason = f" ({hop.detail})" if hop.detail else ""
            return LinkResult(LinkStatus.CERTIFICATE, f"{prefix}has a certificate that browsers refuse{reason}")
        case RequestFailure.SLOW:
            return LinkResult(LinkStatus.TROUBLE, f"{prefix}takes too long or never ends", reached=False)
        case RequestFailure.WRONG_LENGTH:
            return LinkResult(
                LinkStatus.TROUBLE, f"{prefix}ends too early: the file is shorter than its server announced"
            )
        case _:
            return LinkResult(LinkStatus.TROUBLE, f"{prefix}does not answer: the connection was closed", reached=False)


def _redirect_result(hops: Sequence[Hop]) -> LinkResult:
    target = hops[-1].location
    if any(hop.address == target for hop in hops):
        if any(hop.sets_cookie for hop in hops):
            message = "asks for cookies again and again, so it does not allow programs"
            return LinkResult(LinkStatus.LOGIN, message)
        return LinkResult(LinkStatus.TROUBLE, "redirects in a loop")
    if len(hops) > _MAX_REDIRECTS:
        return LinkResult(LinkStatus.TROUBLE, f"has too many redirects: more than {_MAX_REDIRECTS}")
    if not target.lower().startswith(("http://", "https://")):
        return LinkResult(LinkStatus.TROUBLE, "redirects to something that is not a web page")
    return LinkResult(LinkStatus.TROUBLE, f"redirects to an invalid address: {target[:200]}")


def _error_status_result(last: Hop) -> LinkResult:
    message = f'answers "{last.status} {_status_phrase(last.status)}"'
    if last.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return LinkResult(LinkStatus.GONE, message)
    if last.status in _REFUSED or _CHALLENGE.search(last.words):
        return LinkResult(LinkStatus.LOGIN, f"{message}: it asks for a password, or does not allow programs")
    return LinkResult(LinkStatus.TROUBLE, message)


def _page_result(hops: Sequence[Hop]) -> LinkResult:
    first, last = hops[0], hops[-1]
    path = urlsplit(last.address).path
    if len(hops) > 1:
        if _HOME.match(path or "/") and not _HOME.match(urlsplit(first.address).path):
            return LinkResult(LinkStatus.SOFT_404, f"leads to the home page of {urlsplit(last.address).hostname}")
        if _LOGIN.search(path) or _LOGIN_HOST.match(urlsplit(last.address).hostname or ""):
            return LinkResult(LinkStatus.LOGIN, f"leads to a page that asks for a password: {last.address}")
    if _CHALLENGE.search(last.words):
        return LinkResult(LinkStatus.LOGIN, f'shows a page that keeps programs out: "{last.words[:100]}"')
    if _NOT_FOUND.search(last.words.replace("\u2019", "'")):
        return LinkResult(LinkStatus.SOFT_404, f'shows a page that says "{last.words[:100]}"')
    if first.promises_pdf and last.is_page and not last.is_pdf:
        return LinkResult(LinkStatus.HTML_FOR_PDF, "should be a PDF and is a web page")
    new = _moved_to(hops)
    if not new:
        return LinkResult(LinkStatus.GOOD)
    if new == _https_url(first.address):
        return _plain(new)
    return LinkResult(LinkStatus.MOVED, f"has moved permanently to {new}", new)


def prefer_https(answer: LinkResult, result: UrlResult, https_variant: LinkResult) -> LinkResult:
    """Return the result of an http URL, with a note of its https variant if both work."""
    if answer.kind is LinkStatus.GOOD and https_variant.kind is LinkStatus.GOOD:
        return _plain(_https_url(result.address))
    return answer


def _plain(https_url: str) -> LinkResult:
    return LinkResult(LinkStatus.PLAIN, "is requested without encryption, and also works with https", https_url)


def _https_url(address: str) -> str:
    return normalise_url("https://" + address.removeprefix("http://")) or address


def _moved_to(hops: Sequence[Hop]) -> str:
    """Return where the permanent redirects at the start of the chain lead; empty if the first one is temporary."""
    new = ""
    for hop in hops:
        if hop.status not in _PERMANENT:
            break
        new = normalise_url(hop.location) or new
    return "" if new == hops[0].address else new


def _status_phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "unknown"

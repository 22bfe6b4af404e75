"""From the steps of an address's way to what it turned out to be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

from generator.link_checker.external.link_status import Answer, Kind
from generator.link_checker.external.redirect_chain import Asked, Fault, Hop
from generator.link_checker.external.url_extraction import askable

_FOR_GOOD: Final = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_THING: Final = r"(?:page|document|file|content|resource)"
_NOT_FOUND: Final = re.compile(
    rf"\b404\b|not found\b|\bno longer (?:exists?|available|here)\b"
    rf"|\b{_THING}\b.{{0,40}}\b(?:does(?: not|n't) exist|(?:has been|was) (?:removed|deleted))"
    rf"|\b(?:can(?:not|'t)|could(?: not|n't)) (?:be found|find (?:that|this|the|your) {_THING})\b",
    re.IGNORECASE,
)
_LOGIN: Final = re.compile(
    r"(?:^|[/._-])(?:log-?in|sign-?in|sso|saml2?|oauth2?|openid|adfs)(?:[/._-]|$)", re.IGNORECASE
)
_LOGIN_HOST: Final = re.compile(r"^(?:login|signin|sso|auth|accounts?|idp)\.", re.IGNORECASE)
_HOME: Final = re.compile(r"^/(?:(?:index|default|home)(?:\.\w+)?/?)?$", re.IGNORECASE)
_MOST_STEPS: Final = 10


def judge(asked: Asked) -> Answer:
    """What an address turned out to be, by each step that was asked."""
    hops = asked.hops
    if not hops:
        if asked.is_valid:
            return Answer(Kind.ROBOTS, "was not asked: its site asks programs to stay away (robots.txt)")
        return Answer(Kind.TROUBLE, "is not an address that can be asked")
    last = hops[-1]
    if last.fault is not None:
        return _of_fault(last, len(hops) > 1)
    if last.location:
        return _of_endless_way(hops)
    if last.status >= 400:
        return _of_refusal(last)
    return _of_page(hops)


def _of_fault(hop: Hop, led_there: bool) -> Answer:
    way = f"leads on to {hop.address}, which " if led_there else ""
    host = urlsplit(hop.address).hostname
    match hop.fault:
        case Fault.LATE:
            return Answer(Kind.LATE, f"{way}was not asked in time")
        case Fault.PRIVATE:
            return Answer(Kind.PRIVATE, f"{way}lies inside a private network: nobody outside it can open it")
        case Fault.UNKNOWN_HOST:
            return Answer(Kind.TROUBLE, f"{way}names a host that does not exist: {host}", reached=False)
        case Fault.CERTIFICATE:
            reason = f" ({hop.detail})" if hop.detail else ""
            return Answer(Kind.CERTIFICATE, f"{way}has a certificate that browsers refuse{reason}")
        case Fault.SLOW:
            return Answer(Kind.TROUBLE, f"{way}takes too long or never ends", reached=False)
        case Fault.WRONG_LENGTH:
            return Answer(Kind.TROUBLE, f"{way}breaks off before its end: less comes than its server promises")
        case _:
            return Answer(Kind.TROUBLE, f"{way}gives no answer: the connection is closed", reached=False)


def _of_endless_way(hops: Sequence[Hop]) -> Answer:
    target = hops[-1].location
    if any(each.address == target for each in hops):
        return Answer(Kind.TROUBLE, "leads round in a circle")
    if len(hops) > _MOST_STEPS:
        return Answer(Kind.TROUBLE, f"leads on and on: more than {_MOST_STEPS} redirects")
    if not target.lower().startswith(("http://", "https://")):
        return Answer(Kind.TROUBLE, "leads on to something that is no web page")
    return Answer(Kind.TROUBLE, f"leads on to something that is no address: {target[:200]}")


def _of_refusal(last: Hop) -> Answer:
    said = f'answers "{last.status} {_phrase(last.status)}"'
    if last.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return Answer(Kind.GONE, said)
    if last.status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.PROXY_AUTHENTICATION_REQUIRED):
        return Answer(Kind.LOGIN, f"{said}: it wants a password, or turns programs away")
    return Answer(Kind.TROUBLE, said)


def _of_page(hops: Sequence[Hop]) -> Answer:
    first, last = hops[0], hops[-1]
    path = urlsplit(last.address).path
    if len(hops) > 1:
        if _HOME.match(path or "/") and not _HOME.match(urlsplit(first.address).path):
            return Answer(Kind.SOFT_404, f"leads to the home page of {urlsplit(last.address).hostname}")
        if _LOGIN.search(path) or _LOGIN_HOST.match(urlsplit(last.address).hostname or ""):
            return Answer(Kind.LOGIN, f"leads to a page that wants a password: {last.address}")
    if _NOT_FOUND.search(last.words.replace("\u2019", "'")):
        return Answer(Kind.SOFT_404, f'shows a page that says "{last.words[:100]}"')
    if first.promises_pdf and last.is_page and not last.is_pdf:
        return Answer(Kind.HTML_FOR_PDF, "promises a PDF and gives a web page")
    new = _moved_to(hops)
    if not new:
        return Answer(Kind.GOOD)
    if new == _secure(first.address):
        return _plain(new)
    return Answer(Kind.MOVED, f"has moved for good to {new}", new)


def with_twin(answer: Answer, asked: Asked, twin: Answer) -> Answer:
    """The same answer to an http address; a note of the https address, its twin, where both are good."""
    if answer.kind is Kind.GOOD and twin.kind is Kind.GOOD:
        return _plain(_secure(asked.address))
    return answer


def _plain(secure: str) -> Answer:
    return Answer(Kind.PLAIN, "is asked without encryption, and answers with https as well", secure)


def _secure(address: str) -> str:
    return askable("https://" + address.removeprefix("http://")) or address


def _moved_to(hops: Sequence[Hop]) -> str:
    """How far the way is one for good: the address that it leads to, empty where its first step is for a while."""
    new = ""
    for each in hops:
        if each.status not in _FOR_GOOD:
            break
        new = askable(each.location) or new
    return "" if new == hops[0].address else new


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "unknown"

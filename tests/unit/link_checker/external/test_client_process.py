"""Every way in which another site can fail, from a real server on loopback: each is reported as what it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from generator.link_checker.external.client_process import ExternalCheckOptions, check_urls
from generator.link_checker.external.link_status import LinkResult, LinkStatus
from generator.link_checker.external.status_classification import classify
from generator.link_checker.external.url_extraction import normalise_url
from tests.unit.link_checker.external.server import ANSWERS, Server, certificate_for, serving

PATIENT: Final = ExternalCheckOptions(seconds=600, delay_seconds=0.01, timeout_seconds=60, allow_private=True)
"""A server that answers has all the time that a busy machine needs."""

IMPATIENT: Final = ExternalCheckOptions(seconds=600, delay_seconds=0.01, timeout_seconds=0.8, allow_private=True)
ENDLESS: Final = ("/slow", "/never-ending", "/never-ending-head")
"""Paths that never answer in full, however long a client waits."""

EXPECTED: Final[dict[str, tuple[LinkStatus, str]]] = {
    "/": (LinkStatus.GOOD, ""),
    "/good": (LinkStatus.GOOD, ""),
    "/good.pdf": (LinkStatus.GOOD, ""),
    "/good-octets.pdf": (LinkStatus.GOOD, ""),
    "/caf%C3%A9": (LinkStatus.GOOD, ""),
    "/no-head": (LinkStatus.GOOD, ""),
    "/flood": (LinkStatus.GOOD, ""),
    "/found-302": (LinkStatus.GOOD, ""),
    "/see-303": (LinkStatus.GOOD, ""),
    "/while-307": (LinkStatus.GOOD, ""),
    "/busy-once": (LinkStatus.GOOD, ""),
    "/account/login": (LinkStatus.GOOD, ""),
    "/robots.txt": (LinkStatus.GOOD, ""),
    "/moved-301": (LinkStatus.MOVED, "has moved permanently to SERVER/good"),
    "/moved-308": (LinkStatus.MOVED, "has moved permanently to SERVER/good?new=yes"),
    "/moved-far": (LinkStatus.MOVED, "has moved permanently to SERVER/good"),
    "/elsewhere": (LinkStatus.MOVED, "has moved permanently to SERVER/good"),
    "/moved-to-nothing": (LinkStatus.GONE, 'answers "404 Not Found"'),
    "/missing-404": (LinkStatus.GONE, 'answers "404 Not Found"'),
    "/gone-410": (LinkStatus.GONE, 'answers "410 Gone"'),
    "/home-301": (LinkStatus.SOFT_404, "leads to the home page of 127.0.0.1"),
    "/home-302": (LinkStatus.SOFT_404, "leads to the home page of 127.0.0.1"),
    "/soft-404": (LinkStatus.SOFT_404, 'shows a page that says "Page not found - Tarnshire / Sorry"'),
    "/unauthorised-401": (
        LinkStatus.LOGIN,
        'answers "401 Unauthorized": it asks for a password, or does not allow programs',
    ),
    "/forbidden-403": (LinkStatus.LOGIN, 'answers "403 Forbidden": it asks for a password, or does not allow programs'),
    "/to-login": (LinkStatus.LOGIN, "leads to a page that asks for a password: SERVER/account/login?next=/to-login"),
    "/busy-429": (LinkStatus.TROUBLE, 'answers "429 Too Many Requests"'),
    "/error-500": (LinkStatus.TROUBLE, 'answers "500 Internal Server Error"'),
    "/error-503": (LinkStatus.TROUBLE, 'answers "503 Service Unavailable"'),
    "/odd-999": (LinkStatus.LOGIN, 'answers "999 unknown": it asks for a password, or does not allow programs'),
    "/not-acceptable-406": (
        LinkStatus.LOGIN,
        'answers "406 Not Acceptable": it asks for a password, or does not allow programs',
    ),
    "/challenge-503": (
        LinkStatus.LOGIN,
        'answers "503 Service Unavailable": it asks for a password, or does not allow programs',
    ),
    "/challenge": (LinkStatus.LOGIN, 'shows a page that keeps programs out: "Just a moment..."'),
    "/with-cookie": (LinkStatus.LOGIN, 'answers "403 Forbidden": it asks for a password, or does not allow programs'),
    "/needs-cookie": (LinkStatus.GOOD, ""),
    "/needs-own-cookie": (LinkStatus.GOOD, ""),
    "/asks-for-consent": (LinkStatus.GOOD, ""),
    "/consent": (LinkStatus.GOOD, ""),
    "/cookie-wall": (LinkStatus.LOGIN, "asks for cookies again and again, so it does not allow programs"),
    "/wall": (LinkStatus.LOGIN, "asks for cookies again and again, so it does not allow programs"),
    "/soft-404-utf-16": (LinkStatus.SOFT_404, 'shows a page that says "Page not found - Tarnshire / Sorry"'),
    "/soft-404-utf-16-named": (LinkStatus.SOFT_404, 'shows a page that says "Page not found - Tarnshire / Sorry"'),
    "/soft-404-windows": (LinkStatus.SOFT_404, 'shows a page that says "We can\u2019t find that page"'),
    "/about-404-children": (LinkStatus.GOOD, ""),
    "/many-headers": (LinkStatus.GOOD, ""),
    "/needs-no-cookie": (LinkStatus.GOOD, ""),
    "/slow": (LinkStatus.TROUBLE, "takes too long or never ends"),
    "/never-ending": (LinkStatus.TROUBLE, "takes too long or never ends"),
    "/never-ending-head": (LinkStatus.TROUBLE, "takes too long or never ends"),
    "/closed": (LinkStatus.TROUBLE, "does not answer: the connection was closed"),
    "/garbage": (LinkStatus.TROUBLE, "does not answer: the connection was closed"),
    "/loop": (LinkStatus.TROUBLE, "redirects in a loop"),
    "/loop-back": (LinkStatus.TROUBLE, "redirects in a loop"),
    "/to-mail": (LinkStatus.TROUBLE, "redirects to something that is not a web page"),
    "/to-broken": (LinkStatus.TROUBLE, "redirects to an invalid address: http://[broken/"),
    "/short.pdf": (LinkStatus.TROUBLE, "ends too early: the file is shorter than its server announced"),
    "/html.pdf": (LinkStatus.HTML_FOR_PDF, "should be a PDF and is a web page"),
    "/private-to-robots/page": (LinkStatus.ROBOTS, "was not checked: its site does not allow programs (robots.txt)"),
}


@dataclass(frozen=True)
class Round:
    """One check of every path of the servers."""

    server: Server
    answers: dict[str, LinkResult]
    """By path; by whole address for other hosts."""

    requests: tuple[str, ...]
    self_signed: LinkResult
    nobody: LinkResult


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate_for(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(scope="module")
def asked(certificate: Path) -> Iterator[Round]:
    with serving() as server, serving(certificate) as secure:
        nobody, self_signed = "http://nobody.invalid/", f"{secure.url}/good"
        paths = [path for path in ANSWERS if path not in ENDLESS]
        rounds = (
            ([*(server.url + path for path in paths), self_signed, nobody], PATIENT),
            ([server.url + path for path in ENDLESS], IMPATIENT),
        )
        found = {each.address: classify(each) for addresses, asking in rounds for each in check_urls(addresses, asking)}
        answers = {each.removeprefix(server.url): answer for each, answer in found.items()}
        yield Round(server, answers, tuple(server.requests), found[self_signed], found[nobody])


def test_the_table_knows_every_answer_of_the_server() -> None:
    assert set(EXPECTED) == set(ANSWERS)


@pytest.mark.parametrize("path", EXPECTED)
def test_each_way_to_fail_is_told_apart(path: str, asked: Round) -> None:
    answer = asked.answers[path]
    assert (answer.kind, answer.said.replace(asked.server.url, "SERVER")) == EXPECTED[path]


def test_a_new_address_is_ready_to_paste(asked: Round) -> None:
    moved = {path: each.leads_to for path, each in asked.answers.items() if each.leads_to}
    assert moved == {
        "/moved-301": f"{asked.server.url}/good",
        "/moved-308": f"{asked.server.url}/good?new=yes",
        "/moved-far": f"{asked.server.url}/good",
        "/elsewhere": f"{asked.server.url}/good",
    }


def test_certificates_that_nobody_has_signed_and_hosts_that_do_not_exist_are_told(asked: Round) -> None:
    assert asked.self_signed.kind is LinkStatus.CERTIFICATE
    assert asked.self_signed.said == "has a certificate that browsers refuse (self-signed certificate)"
    assert asked.nobody.said == "names a host that does not exist: nobody.invalid"


def test_a_head_is_enough_where_it_says_enough(asked: Round) -> None:
    assert "GET /found-302" not in asked.requests
    assert asked.requests.count("GET /no-head") == 1
    assert not [request for request in asked.requests if "/private-to-robots/" in request]
    assert asked.requests.count("GET /robots.txt") == 3, "once as robots.txt of each round, and once as an address"


def test_a_server_that_asks_for_a_second_gets_it(asked: Round) -> None:
    first, second = (
        when for when, each in zip(asked.server.times, asked.requests, strict=False) if each == "HEAD /busy-once"
    )
    assert second - first >= 1


def test_linkchecker_is_who_asks(asked: Round) -> None:
    assert len(asked.server.agents) == 1
    assert "LinkChecker/" in asked.server.agents.pop()


def test_addresses_are_asked_as_they_are_written() -> None:
    paths = ("/a%2Fb", "/a//b", "/caf%E9", "/a;b=c,d", "/web/2020/https://tarnshire.example/x")
    with serving() as server:
        list(check_urls([normalise_url(f"{server.url}{path}") or "" for path in paths], PATIENT))
    assert {request.partition(" ")[2] for request in server.requests} == {*paths, "/robots.txt"}


def test_a_certificate_that_is_trusted_is_no_finding(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    with serving(certificate) as secure:
        assert [classify(check_url).kind for check_url in check_urls([f"{secure.url}/good"], PATIENT)] == [
            LinkStatus.GOOD
        ]


def test_no_machine_in_a_private_network_is_asked_however_it_is_written() -> None:
    hosts = ("127.0.0.1", "localhost", "0x7f.1", "2130706433", "127.1")
    with serving() as server:
        addresses = [f"http://{host}:{server.server_address[1]}/good" for host in hosts]
        found = {
            check_url.address: classify(check_url).kind
            for check_url in check_urls(
                addresses, ExternalCheckOptions(seconds=600, delay_seconds=0, timeout_seconds=60)
            )
        }
    assert found == dict.fromkeys(addresses, LinkStatus.PRIVATE)
    assert server.requests == [], "nobody may know that the address was looked at"


PRETENDING: Final = """
import socket
from generator.link_checker.external.http_client import public_connection
resolve = socket.getaddrinfo
def pretend(host, port, **more):
    names = ("127.0.0.1", "127.0.0.2") if host == "two-faced.example" else (host,)
    return [machine for name in names for machine in resolve(name, port, **more)]
socket.getaddrinfo = pretend
public_connection.is_public = lambda machine: machine == "127.0.0.1"
from generator.link_checker.external.http_client.subprocess_main import main
main()
"""
"""The process that asks, in a world where one machine of loopback lies on the open internet and another does not."""


@pytest.fixture
def pretending(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.link_checker.external.client_process._CODE", PRETENDING)


@pytest.mark.usefixtures("pretending")
def test_a_public_address_does_not_lead_to_a_machine_in_a_private_network() -> None:
    with serving() as public, serving(machine="127.0.0.2") as private:
        public.leads_to = f"{private.url}/good"
        addresses = [f"{public.url}/elsewhere", f"{public.url}/good"]
        found = {
            check_url.address: classify(check_url)
            for check_url in check_urls(
                addresses, ExternalCheckOptions(seconds=600, delay_seconds=0, timeout_seconds=60)
            )
        }
    assert [found[address].kind for address in addresses] == [LinkStatus.PRIVATE, LinkStatus.GOOD]
    assert found[addresses[0]].said.startswith(f"redirects to {private.url}/good, which is inside a private network")
    assert private.requests == []


@pytest.mark.usefixtures("pretending")
def test_a_name_with_one_private_machine_among_others_is_not_asked() -> None:
    with serving() as server:
        address = f"http://two-faced.example:{server.server_address[1]}/good"
        found = list(check_urls([address], ExternalCheckOptions(seconds=600, delay_seconds=0, timeout_seconds=60)))
    assert [classify(each).kind for each in found] == [LinkStatus.PRIVATE]
    assert server.requests == []


CLOCKWORK: Final = """
import threading
from generator.link_checker.external.http_client import rate_limit, subprocess_main

class Clock:
    def __init__(self):
        self.now, self.read = 0.0, threading.local()

    def monotonic(self):
        self.read.at = self.now
        return self.now

    def sleep(self, seconds):
        self.now = max(self.now, self.read.at + seconds)

rate_limit.time = subprocess_main.time = Clock()
subprocess_main.main()
"""
"""The process that asks, with a clock that moves only while it sleeps: how busy the machine is makes no difference."""


def test_a_pause_is_made_before_each_request_and_what_no_time_is_left_for_is_left_for_another_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.link_checker.external.client_process._CODE", CLOCKWORK)
    with serving() as server:
        addresses = [f"{server.url}/good?{number}" for number in range(40)]
        found = [
            classify(check_url)
            for check_url in check_urls(
                addresses, ExternalCheckOptions(seconds=30, delay_seconds=1, timeout_seconds=60, allow_private=True)
            )
        ]
    assert {each.kind for each in found} == {LinkStatus.GOOD, LinkStatus.LATE}
    assert 10 < len(server.requests) <= 30, "thirty seconds with a pause of one second have room for thirty requests"

"""What no loopback server can show: hosts on the open internet, days that pass, texts that cut addresses short."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.link_checker.external.http_client.linkchecker_adapter import _ResultLogger
from generator.link_checker.external.http_client.public_ip import is_public
from generator.link_checker.external.http_client.rate_limit import DeadlineError, HostRateLimiter, seconds_of
from generator.link_checker.external.link_status import LinkResult, LinkStatus
from generator.link_checker.external.pdf_urls import addresses_of
from generator.link_checker.external.redirect_chain import Hop, RequestFailure, UrlResult
from generator.link_checker.external.result_cache import CachedResult, updated_result
from generator.link_checker.external.status_classification import classify, prefer_https
from generator.link_checker.external.url_extraction import find_urls, normalise_url
from generator.model import FileInfo, PdfFacts, PdfLink, PublishedDocument

PRIVATE: Final = (
    "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "0.0.0.0", "255.255.255.255", "224.0.0.1", "240.0.0.1", "192.0.2.1", "198.18.0.1", "::1", "::",
    "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
    "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:a00:1::", "2001:db8::1", "not a number",
)  # fmt: skip


@pytest.mark.parametrize("machine", PRIVATE)
def test_private_loopback_and_reserved_machines_are_not_public(machine: str) -> None:
    assert not is_public(machine)


@pytest.mark.parametrize("machine", ["8.8.8.8", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_machines_on_the_open_internet_are_public(machine: str) -> None:
    assert is_public(machine)


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("HTTPS://Www.Example.ORG", "https://www.example.org/"),
        ("http://example.org:80/a#b", "http://example.org/a"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://example.org/a b?c=d e", "https://example.org/a%20b?c=d%20e"),
        ("https://example.org/caf\u00e9", "https://example.org/caf%C3%A9"),
        ("https://b\u00fccher.example/", "https://xn--bcher-kva.example/"),
        ("https://[2606:4700::1]/", "https://[2606:4700::1]/"),
        ("https://example.org/%41%2F", "https://example.org/%41%2F"),
        ("mailto:a@example.org", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("tel:01632960000", None),
        ("ftp://example.org/", None),
        ("//example.org/", None),
        ("https://", None),
        ("https:///a", "https://a/"),
        ("https://[broken/", None),
        ("https://example.org:x/", None),
        (f"https://{'a' * 70}.example/\u00e9", "https://" + "a" * 70 + ".example/%C3%A9"),
        ("https://exa mple.org/", None),
        ("https://example.org/" + "a" * 100_000, None),
    ],
)
def test_an_address_has_one_form_in_which_it_is_asked(written: str, asked: str | None) -> None:
    assert normalise_url(written) == asked


@given(st.text() | st.text().map("https://".__add__) | st.text().map("http://example.org/".__add__))
def test_any_text_is_an_address_or_none_and_its_form_is_stable(text: str) -> None:
    asked = normalise_url(text)
    if asked is not None:
        assert asked.isascii()
        assert normalise_url(asked) == asked
    for _, written in find_urls(text):
        assert written in text


def test_what_belongs_to_the_sentence_is_no_part_of_an_address() -> None:
    text = "See https://example.org/a, (https://example.org/b), https://example.org/c_(d). [x](https://example.org/e)"
    assert [written for _, written in find_urls(text)] == [
        "https://example.org/a",
        "https://example.org/b",
        "https://example.org/c_(d)",
        "https://example.org/e",
    ]


def document(links: tuple[PdfLink, ...]) -> PublishedDocument:
    facts: dict[str, Any] = dict.fromkeys(("is_tagged", "is_encrypted", "shows_title"), False)
    facts |= dict.fromkeys(("text_lengths", "outline", "comments", "embedded_files", "scripts", "names"), ())
    pdf = PdfFacts("1.7", 2, "", "", links=links, form_fields=0, producer="", fonts_not_embedded=(), **facts)
    return PublishedDocument("A report", "report", "a.pdf", True, facts=FileInfo("a.pdf", pdf=pdf))


def test_an_address_that_a_line_cuts_short_is_not_asked() -> None:
    pages = (
        "Read https://example.org/clicked/and-\nlong/page or www.example.org/plain.",
        "Then https://example.org/half-an-\naddress and https://example.org/whole\nWords go on. https://example.org/last",
    )
    links = (PdfLink(1, "https://example.org/clicked/and-long/page"), PdfLink(2, "mailto:a@example.org"))
    assert addresses_of(document(links), lambda _: pages) == {
        "https://example.org/clicked/and-long/page": 1,
        "https://www.example.org/plain": 1,
        "https://example.org/whole": 2,
        "https://example.org/last": 2,
    }


PLAIN: Final = UrlResult("http://example.org/a", (Hop("http://example.org/a", 200),), True, "")


def test_an_http_address_is_told_where_https_answers() -> None:
    good, bad = LinkResult(LinkStatus.GOOD), LinkResult(LinkStatus.CERTIFICATE)
    assert prefer_https(good, PLAIN, good).leads_to == "https://example.org/a"
    assert prefer_https(good, PLAIN, bad) == good
    assert prefer_https(bad, PLAIN, good) == bad
    led = Hop("http://example.org/a", 301, "https://example.org/a")
    found = classify(UrlResult("http://example.org/a", (led, Hop("https://example.org/a", 200)), True, ""))
    assert (found.kind, found.leads_to) == (LinkStatus.PLAIN, "https://example.org/a")


@pytest.mark.parametrize(
    ("address", "status", "queued"),
    [
        ("http://example.org/a", 200, ["https://example.org/a"]),
        ("http://example.org/a", 404, []),
        ("https://example.org/a", 200, []),
        ("http://example.org:8080/a", 200, []),
        ("http://example.org/twice", 200, []),
    ],
)
def test_the_https_twin_of_what_answers_is_asked_as_well(address: str, status: int, queued: list[str]) -> None:
    class Found:
        base_url, valid, result = address, True, ""

    class Ours:
        asked: list[str] = []  # noqa: RUF012 one for each test
        queue = asked.append

        def take_hops(self) -> tuple[Hop, ...]:
            return (Hop(address, status),)

    wanted = frozenset({address, "https://example.org/twice"} - {"https://example.org/a"} | {address})
    told: list[UrlResult] = []
    _ResultLogger(Ours(), wanted, told.append).log_url(Found())  # type: ignore[arg-type]
    assert Ours.asked == queued
    assert [each.address for each in told] == [address]


@pytest.mark.parametrize(
    "words",
    [
        "Error 404",
        "Page not found",
        "This page no longer exists",
        "Sorry, we can't find that page",
        "Sorry, we couldn\u2019t find the page",
        "The document you want has been removed",
        "That page cannot be found",
    ],
)
def test_a_page_that_says_not_found_is_none(words: str) -> None:
    hop = Hop("https://example.org/a", 200, media_type="text/html", words=words)
    assert classify(UrlResult(hop.address, (hop,), True, "")).kind is LinkStatus.SOFT_404


@pytest.mark.parametrize(
    "words", ["Guidance", "Finding fathers: what was not said", "How records were removed from court", "Form 4040", ""]
)
def test_a_page_about_something_else_is_one(words: str) -> None:
    hop = Hop("https://example.org/a", 200, media_type="text/html", words=words)
    assert classify(UrlResult(hop.address, (hop,), True, "")).kind is LinkStatus.GOOD


@given(
    st.lists(
        st.builds(
            Hop,
            st.text(),
            st.integers(0, 999),
            st.text(),
            st.text(),
            st.text(),
            st.booleans(),
            st.none() | st.sampled_from(RequestFailure),
        ),
        max_size=4,
    ),
    st.booleans(),
)
def test_whatever_a_server_says_is_judged(hops: list[Hop], valid: bool) -> None:
    assert classify(UrlResult("http://example.org/", tuple(hops), valid, "")).kind in LinkStatus


BAD, GOOD = LinkResult(LinkStatus.GONE, "is gone"), LinkResult(LinkStatus.GOOD)


def after(*days: tuple[int, LinkResult]) -> CachedResult:
    known: CachedResult | None = None
    for day, answer in days:
        known = updated_result(known, answer, date(2026, 11, day))
    assert known is not None
    return known


def test_seven_days_between_two_bad_ones_and_none_better_make_a_week() -> None:
    assert not after((1, BAD)).bad_for_a_week
    assert not after((1, BAD), (7, BAD)).bad_for_a_week
    assert after((1, BAD), (8, BAD)).bad_for_a_week
    assert not after((1, BAD), (4, GOOD), (8, BAD)).bad_for_a_week
    assert not after((8, BAD), (8, BAD)).bad_for_a_week
    assert after((2, GOOD), (5, BAD)).good == date(2026, 11, 2)


def test_a_day_before_the_last_one_begins_anew() -> None:
    assert after((1, BAD), (20, BAD), (3, BAD)).bad_days == 1


def test_a_host_that_asks_for_an_hour_is_left_for_another_day() -> None:
    hosts = HostRateLimiter(0, end=float("inf"))
    assert hosts.rest("example.org", 0.01)
    assert not hosts.rest("example.org", 3600)
    with pytest.raises(DeadlineError):
        hosts.wait("example.org")
    hosts.wait("other.example")


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("5", 5.0),
        (None, None),
        ("soon", None),
        ("-1", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0.0),
        ("9" * 400, 999999999.0),
    ],
)
def test_retry_after_is_seconds_or_a_date(header: str | None, seconds: float | None) -> None:
    assert seconds_of(header) == seconds

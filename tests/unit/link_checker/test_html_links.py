"""Where a link leads."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.link_checker.html_links import links_of, resolve_inside_site

SITE = "https://x.example/sub/"


@pytest.mark.parametrize(
    ("address", "written", "led_to"),
    [
        ("reviews/grace/", "../../briefings/early-help/", ("briefings/early-help/", "")),
        ("reviews/grace/", "#learning", ("reviews/grace/", "learning")),
        ("reviews/grace/", "", ("reviews/grace/", "")),
        ("reviews/grace/", "../../", ("", "")),
        ("", "./", ("", "")),
        ("", "feed.xml?x=1", ("feed.xml", "")),
        ("about/", "/sub/reviews/", ("reviews/", "")),
        ("about/", "https://x.example/sub/reviews/#all", ("reviews/", "all")),
        ("about/", "caf%C3%A9/", ("about/café/", "")),
        ("about/", "https://x.example/", None),
        ("about/", "https://elsewhere.example/sub/", None),
        ("about/", "//elsewhere.example/", None),
        ("about/", "mailto:a@x.example", None),
        ("about/", "tel:999", None),
        ("about/", "data:image/png;base64,AA==", None),
    ],
)
def test_a_link_leads_inside_the_site_or_elsewhere(address: str, written: str, led_to: tuple[str, str] | None) -> None:
    assert resolve_inside_site(address, written, SITE) == led_to


@pytest.mark.parametrize("written", ["/reviews/", "http://[broken"])
def test_a_link_that_cannot_be_followed_leads_to_nothing_that_could_exist(written: str) -> None:
    found = resolve_inside_site("about/", written, SITE)
    assert found is not None
    assert found[0].startswith("\0")


def test_every_kind_of_link_is_found() -> None:
    page = LexborHTMLParser(
        '<link href="a.css"><script src="b.js"></script><a href=" c/ ">C <b>c</b></a><a>none</a>'
        '<img src="d.png" srcset="e.png 1x, f.png 2x"><video poster="g.png"></video>'
    )
    assert sorted(link.url for link in links_of(page)) == [
        "a.css", "b.js", "c/", "d.png", "e.png", "f.png", "g.png",
    ]  # fmt: skip

"""The page about links: everything in it, in order, escaped, and nothing asked of another computer."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from generator.diagnostics import Diagnostic, Location, RelatedLocation, rule
from generator.report import as_page

DAY = date(2026, 5, 1)
SITE = "https://learning.tarnshire.example/"
EVERYWHERE = replace(
    rule("L803").diagnostic("the link is slow", Location("overrides/base.html", 3, 4, "  <a>"), 'write "a/"'),
    pages=1_250,
    related=(
        RelatedLocation("shown on", Location("/reviews/caf\u00e9 #1/")),
        RelatedLocation("and on 1,249 more pages, such as", Location("/")),
    ),
)
ONCE = replace(
    rule("L801").diagnostic('the link "<script>alert(1)</script>" leads to no page or file', Location("a&b.yml"), None),
    related=(RelatedLocation("also written in", Location("content/x.yml", 7)),),
)
ANCHOR = rule("L802").diagnostic("x\udce9", Location("content/y.md", 2), "y")
OTHER = rule("T703").diagnostic("no date is known", Location("z.yml"))


def page(*findings: Diagnostic) -> LexborHTMLParser:
    return LexborHTMLParser(as_page(findings, "Tarnshire & <b>", SITE, DAY))


def test_what_most_pages_show_comes_first() -> None:
    told = [each.text(strip=True) for each in page(ANCHOR, ONCE, OTHER, EVERYWHERE).css("h3")]
    assert told == ["The link is slow", 'The link "<script>alert(1)</script>" leads to no page or file', "X\\udce9"]


def test_each_finding_says_where_and_what_to_do() -> None:
    first = page(EVERYWHERE).css_first(".finding")
    assert first is not None
    told = " ".join(first.text(separator=" ").split())
    for words in ('Write "a/"', "overrides/base.html:3:4", "on 1250 pages", "L803", "Should be fixed"):
        assert words in told
    links = [each.attributes["href"] for each in first.css("a")]
    assert links == [f"{SITE}reviews/caf%C3%A9%20%231/", SITE]


def test_other_findings_are_counted() -> None:
    text = as_page((OTHER, ONCE), "x", SITE, DAY)
    assert "1 finding about other things than links is not told here" in text
    assert "T703" not in text


def test_nothing_to_mend_is_said() -> None:
    empty = page().css_first("body")
    assert empty is not None
    assert "Every link leads where it should." in empty.text()
    assert page().css_first("table") is None


def test_the_page_stands_alone_and_nothing_in_it_is_markup_of_a_finding() -> None:
    told = page(EVERYWHERE, ONCE, ANCHOR)
    assert told.css("script, img, link, iframe, b") == []
    assert "url(" not in as_page((ONCE,), "x", SITE, DAY)
    title = told.css_first("title")
    assert title is not None
    assert title.text() == "Links to fix: Tarnshire & <b>"


def test_it_can_be_written_whatever_a_file_is_called() -> None:
    assert re.search(r"caf\\udce9", as_page((replace(ONCE, location=Location("caf\udce9.yml")),), "x", SITE, DAY))

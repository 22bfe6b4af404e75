"""Feeds are offered where readers look for what is new, and only if something is in them."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.feeds import faults

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Site

ENTRY = b"<entry>"


def linked_feeds(output: Path) -> set[str]:
    """The address of each feed that a page of a built site links to, in its head or in its text."""
    found = set()
    for path in output.rglob("*.html"):
        for link in LexborHTMLParser(path.read_bytes()).css("a[href$='feed.xml'], link[href$='feed.xml']"):
            target = link.attributes["href"] or ""
            start = "" if target.startswith("/") else path.parent.relative_to(output).as_posix()
            found.add(os.path.normpath(f"{start}/{target}").lstrip("/"))
    return found


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("", "feed.xml"),
        ("reviews/", "feed.xml"),
        ("briefings/", "feed.xml"),
        ("bulletins/", "feed.xml"),
        ("themes/harm/neglect/", "feed.xml"),
        ("for/professionals/", "feed.xml"),
    ],
)
def test_a_page_that_gets_new_entries_offers_its_feed_and_says_what_that_is(
    warwickshire: Site, page: str, feed: str
) -> None:
    line = warwickshire.main(page).css_first(".lib-follow")
    assert line is not None
    assert [link.attributes["href"] for link in line.css("a[href$='.xml']")] == ["../" * page.count("/") + page + feed]
    assert "feed reader" in line.text()
    assert (warwickshire.output / page / feed).read_bytes().count(ENTRY) > 0


def test_no_page_offers_an_empty_feed(warwickshire: Site) -> None:
    linked = linked_feeds(warwickshire.output)
    empty = {
        path.relative_to(warwickshire.output).as_posix()
        for path in warwickshire.output.rglob("feed.xml")
        if ENTRY not in path.read_bytes()
    }
    assert len(linked) > 10
    assert linked & empty == set()


def test_every_feed_is_valid(warwickshire: Site) -> None:
    for path in warwickshire.output.rglob("feed.xml"):
        assert faults(path.read_bytes()) == [], path


def test_the_feed_of_a_theme_lists_what_its_page_lists(warwickshire: Site) -> None:
    feed = (warwickshire.output / "themes/harm/neglect/feed.xml").read_text(encoding="utf-8")
    entries = re.findall(r"<entry>\s*<id>https://[^/]+/([^<]+)</id>", feed)
    listed = {link.attributes["href"] for link in warwickshire.main("themes/harm/neglect/").css(".lib-card h3 a")}
    assert entries
    assert {f"../../../{each}" for each in entries} <= listed


def test_a_theme_without_a_dated_entry_has_no_feed(built: Site) -> None:
    for path in (built.output / "themes").rglob("index.html"):
        offered = LexborHTMLParser(path.read_bytes()).css_first(".lib-follow") is not None
        assert offered == (path.parent / "feed.xml").exists(), path


def test_a_feed_that_was_published_and_is_empty_now_stays_and_is_not_offered(full: Site) -> None:
    full.change("content/vocabulary.yml", "themes:\n", "themes:\n  - {id: quiet-topic, label: Quiet topic}\n")
    published = "".join(f"  - {{address: themes/quiet-topic/{each}, since: 2026-03-02}}\n" for each in ("", "feed.xml"))
    full.write("content/published-urls.yml", f"# Invented.\npublished:\n{published}")
    full.build()
    assert ENTRY not in (full.output / "themes/quiet-topic/feed.xml").read_bytes()
    assert (full.output / "themes/quiet-topic/index.html").exists()
    assert "themes/quiet-topic/feed.xml" not in linked_feeds(full.output)


def test_the_page_of_feeds_offers_the_calendar_once(built: Site) -> None:
    links = [each.attributes["href"] or "" for each in built.main("about/feeds-and-data").css("a")]
    assert len([each for each in links if each.endswith("events.ics")]) == 1

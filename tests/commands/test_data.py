"""Feed, map and open data: their shape is promised."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from selectolax.lexbor import LexborHTMLParser

from tests.feeds import faults

if TYPE_CHECKING:
    from tests.conftest import Site

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TEXT, MAYBE = str, (str, type(None))

DOCUMENT = {"kind": TEXT, "label": TEXT, "address": MAYBE, "availability": TEXT, "reason": MAYBE}
REVIEW: dict[str, Any] = {
    "id": TEXT, "name": TEXT, "type": MAYBE, "types": [TEXT], "type_label": MAYBE, "published": MAYBE, "status": TEXT,
    "address": TEXT, "summary": MAYBE, "reviewer": MAYBE, "harms": [TEXT], "themes": [TEXT], "briefings": [TEXT],
    "lessons_learned": MAYBE, "documents": [DOCUMENT], "related": [TEXT],
    "subtitle": MAYBE, "also_known_as": [TEXT], "publication": TEXT, "expected": MAYBE,
}  # fmt: skip
BRIEFING: dict[str, Any] = {
    "id": TEXT, "title": TEXT, "series": TEXT, "also_known_as": [TEXT], "audience": [TEXT], "published": MAYBE,
    "revised": MAYBE, "address": TEXT, "summary": MAYBE, "harms": [TEXT], "themes": [TEXT], "reviews": [TEXT],
    "documents": [DOCUMENT], "subtitle": MAYBE,
}  # fmt: skip
"""Version 1: fields are only ever added."""


def assert_shape(value: Any, shape: Any, where: str) -> None:
    if isinstance(shape, dict):
        assert set(shape) <= set(value), where
        for name, inner in shape.items():
            assert_shape(value[name], inner, f"{where}.{name}")
    elif isinstance(shape, list):
        assert isinstance(value, list), where
        for place, each in enumerate(value):
            assert_shape(each, shape[0], f"{where}[{place}]")
    else:
        assert isinstance(value, shape), where


@pytest.mark.parametrize(
    ("address", "name", "shape", "count"),
    [("data/reviews.json", "reviews", REVIEW, 7), ("data/briefings.json", "briefings", BRIEFING, 7)],
)
def test_open_data_has_the_promised_shape(built: Site, address: str, name: str, shape: Any, count: int) -> None:
    data = built.data(address)
    assert data["version"] == 1
    assert data["publisher"] == "Tarnshire Safeguarding Partnership"
    assert data["library"] == "https://learning.tarnshire.example/"
    assert len(data[name]) == count
    assert_shape(data[name], [shape], name)


def test_open_data_has_the_same_shape_for_warwickshire(warwickshire: Site) -> None:
    assert_shape(warwickshire.data("data/reviews.json")["reviews"], [REVIEW], "reviews")
    assert_shape(warwickshire.data("data/briefings.json")["briefings"], [BRIEFING], "briefings")


def test_every_address_in_the_data_answers(built: Site) -> None:
    for each in (*built.data("data/reviews.json")["reviews"], *built.data("data/briefings.json")["briefings"]):
        for address in (each["address"], *(document["address"] for document in each["documents"])):
            path = (address or "").removeprefix("https://learning.tarnshire.example/")
            if address is not None and path != address:
                assert (built.output / path).is_file() or (built.output / path / "index.html").is_file(), address


def test_the_table_holds_one_row_a_review_and_the_same_facts(built: Site) -> None:
    text = (built.output / "data" / "reviews.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf"), "spreadsheets want to be told that it is UTF-8"
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))
    reviews = built.data("data/reviews.json")["reviews"]
    assert [each["id"] for each in rows] == [each["id"] for each in reviews]
    for row, review in zip(rows, reviews, strict=True):
        assert row["published"] == (review["published"] or "")
        assert row["briefings"] == "; ".join(review["briefings"])
        assert row["summary"] == (review["summary"] or "")
    wren = rows[0]
    assert wren["documents"].startswith("Wren: Tarn Adult Review report; Wren: plain summary")


def test_a_cell_never_starts_a_formula(site: Site) -> None:
    site.change("content/cases/heron/case.yml", "summary: Heron, 15,", 'summary: "=HYPERLINK(1) Heron, 15,')
    site.change("content/cases/heron/case.yml", "for a year.", 'for a year."')
    site.build()
    rows = list(csv.DictReader(io.StringIO((site.output / "data" / "reviews.csv").read_text("utf-8-sig"))))
    assert next(row["summary"] for row in rows if row["id"] == "heron").startswith("'=HYPERLINK")


@pytest.mark.parametrize("name", ["built", "warwickshire"])
def test_every_feed_is_held_to_the_schema_and_every_calendar_is_one(name: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(name)
    feeds = {path.relative_to(site.output).as_posix(): path.read_bytes() for path in site.output.rglob("feed.xml")}
    assert {"feed.xml", "bulletins/feed.xml"} < set(feeds)
    assert {address: faults(data) for address, data in feeds.items() if faults(data)} == {}
    for path in site.output.rglob("*.ics"):
        assert Calendar.from_ical(path.read_bytes()).subcomponents, path


@pytest.mark.parametrize("name", ["built", "warwickshire"])
def test_the_feed_is_atom(name: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(name)
    feed = ElementTree.fromstring((site.output / "feed.xml").read_bytes())
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) > 5
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    links = {each.get("rel"): each.get("href") or "" for each in feed.findall(f"{ATOM}link")}
    assert links["self"].endswith("/feed.xml")
    for each in (feed, *entries):
        for required in ("id", "title", "updated"):
            assert len(each.findall(f"{ATOM}{required}")) == 1
        assert datetime.fromisoformat(each.findtext(f"{ATOM}updated") or "").tzinfo is not None
    ids = [each.findtext(f"{ATOM}id") or "" for each in (feed, *entries)]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        address = link.get("href") or ""
        assert address.startswith(links["alternate"])
        path = address.removeprefix(links["alternate"]).partition("#")[0]
        assert (site.output / path / "index.html").is_file(), address
    moments = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert moments == sorted(moments, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == moments[0]


@pytest.mark.parametrize("name", ["built", "warwickshire"])
def test_the_site_map_lists_exactly_the_pages_that_may_be_indexed(name: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(name)
    listed = {
        each.text or "" for each in ElementTree.fromstring((site.output / "sitemap.xml").read_bytes()).iter(f"{MAP}loc")
    }
    indexed = set()
    for path in site.output.rglob("*.html"):
        page = LexborHTMLParser(path.read_bytes())
        if not page.css("meta[name=robots][content*=noindex]"):
            canonical = page.css("link[rel=canonical]")
            assert len(canonical) == 1, path
            indexed.add(canonical[0].attributes["href"])
    assert listed == indexed
    assert f"Sitemap: {min(listed, key=len)}sitemap.xml" in (site.output / "robots.txt").read_text()


@pytest.mark.parametrize("name", ["built", "warwickshire"])
def test_every_piece_of_json_ld_parses_and_names_its_page(name: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(name)
    pieces = 0
    for path in (*site.output.glob("reviews/*/index.html"), *site.output.glob("briefings/*/index.html")):
        page = LexborHTMLParser(path.read_bytes())
        for node in page.css('script[type="application/ld+json"]'):
            data = json.loads(node.text())
            assert data["@context"] == "https://schema.org"
            if data["@type"] == "BreadcrumbList":
                continue
            assert data["url"] == page.css("link[rel=canonical]")[0].attributes["href"], path
            assert re.search(r"\w", data["name"])
            pieces += 1
    assert pieces > 10

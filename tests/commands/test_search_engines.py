"""What search engines read of a page: its title, its structured data, and its entry in the sitemap."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.publish.page_heads import short_titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Site

MAP: Final = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

REQUIRED: Final = {
    "WebSite": {"name", "url", "potentialAction", "publisher", "inLanguage"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "Organization": {"name"},
    "Person": {"name"},
    "Thing": {"name"},
    "Collection": {"name", "url"},
    "Periodical": {"name", "url"},
    "Report": {"name", "url", "publisher", "inLanguage"},
    "LearningResource": {"name", "url", "publisher", "inLanguage", "learningResourceType"},
    "PublicationIssue": {"name", "url", "publisher", "inLanguage", "issueNumber"},
    "NewsArticle": {"headline", "url", "publisher", "inLanguage"},
    "CreativeWork": {"headline", "url", "publisher", "inLanguage"},
    "Article": {"headline", "url", "publisher", "inLanguage"},
}
"""The properties that a type needs, by schema.org and by the guides of the search engines that read it."""

ISO_DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def pages(site: Site) -> Iterator[tuple[str, LexborHTMLParser]]:
    """Yield every page with a canonical address, with the end of that address. A page that redirects is no page."""
    for file in sorted(site.output.rglob("*.html")):
        page = LexborHTMLParser(file.read_text("utf-8"))
        if page.css_first("meta[http-equiv=refresh]") is None:
            yield file.relative_to(site.output).as_posix().removesuffix("index.html"), page


def structured(page: LexborHTMLParser) -> list[dict[str, Any]]:
    return [json.loads(each.text()) for each in page.css("script[type='application/ld+json']")]


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from objects(each)


@pytest.fixture(params=["built", "warwickshire"])
def whole(request: pytest.FixtureRequest) -> Site:
    site: Site = request.getfixturevalue(request.param)
    return site


def test_every_title_is_short_and_no_two_are_the_same(whole: Site) -> None:
    titles = {address: page.css("title")[0].text() for address, page in pages(whole)}
    assert {address: title for address, title in titles.items() if not 0 < len(title) < 65} == {}
    assert [title for title, count in Counter(titles.values()).items() if count > 1] == []


def test_a_short_title_names_the_site_and_a_long_one_still_names_its_page(warwickshire: Site) -> None:
    titles = {address: page.css("title")[0].text() for address, page in pages(warwickshire)}
    assert titles["news/"] == "News – Warwickshire reviews library"  # noqa: RUF001 as the theme writes it
    assert titles["reviews/grace/"] == "Grace: Child Safeguarding Practice Review"
    assert titles["briefings/children-moving-across-local-authority-boundaries/"].startswith("Children Moving across")
    assert titles[""] == "Warwickshire reviews library"


def test_titles_that_are_cut_off_alike_are_told_apart() -> None:
    long = "What people said about the bell, the door and the key that nobody had seen for years"
    titles = short_titles({"a/": f"{long}: one", "b/": f"{long}: two", "c/": f"{long}, three"}, "Library")
    assert len(set(titles.values())) == 3
    assert all(len(title) < 65 and title.startswith("What people said") for title in titles.values())


def test_all_structured_data_has_what_its_type_needs(whole: Site) -> None:
    missing = [
        f"{address}: {each['@type']} without {sorted(REQUIRED[each['@type']] - set(each))}"
        for address, page in pages(whole)
        for each in objects(structured(page))
        if REQUIRED[each["@type"]] - set(each)
    ]
    assert missing == []


def test_every_page_but_the_home_page_has_its_path_as_structured_data(whole: Site) -> None:
    for address, page in pages(whole):
        lists = [each for each in structured(page) if each["@type"] == "BreadcrumbList"]
        if address in ("", "404.html"):
            assert lists == []
            continue
        assert len(lists) == 1, address
        steps = lists[0]["itemListElement"]
        assert [each["position"] for each in steps] == list(range(1, len(steps) + 1))
        home = whole.data("data/reviews.json")["library"]
        assert steps[0]["item"] == home and steps[-1]["item"] == home + address
        shown = [link.text().strip() for link in page.css(".lib-breadcrumbs a")]
        assert [each["name"] for each in steps[:-1]] == shown, address


def test_the_home_page_offers_the_sites_search(whole: Site) -> None:
    home = LexborHTMLParser((whole.output / "index.html").read_text("utf-8"))
    [website] = [each for each in structured(home) if each["@type"] == "WebSite"]
    template = website["potentialAction"]["target"]["urlTemplate"]
    assert template == f"{website['url']}search/?q={{search_term_string}}"
    field = home.css("form[action] input[name=q]")
    assert field, "the field in the header sends the same parameter"


def test_a_site_without_a_search_page_offers_none(site: Site) -> None:
    page = site.root / "content" / "pages" / "search" / "index.md"
    page.write_text(page.read_text("utf-8").replace("<!-- library:search -->", "Soon."), "utf-8")
    site.build()
    home = LexborHTMLParser((site.output / "index.html").read_text("utf-8"))
    [website] = [each for each in structured(home) if each["@type"] == "WebSite"]
    assert "potentialAction" not in website


def test_dates_in_structured_data_are_those_of_the_record(site: Site) -> None:
    site.write(
        "content/notices/moved-bell.yml",
        "# Invented.\ntitle: The bell has moved\nkind: newsflash\ndate: 2025-01\nsummary: It is at the back now.\n",
    )
    site.build()
    page = LexborHTMLParser((site.output / "news/moved-bell/index.html").read_text("utf-8"))
    [article] = [each for each in structured(page) if each["@type"] == "NewsArticle"]
    assert article["datePublished"] == "2025-01" and "dateModified" not in article
    for _address, each in pages(site):
        for found in objects(structured(each)):
            dates = [found[name] for name in ("datePublished", "dateModified") if name in found]
            assert all(ISO_DATE.fullmatch(day) for day in dates) and dates == sorted(dates)


def test_the_sitemap_gives_a_day_only_where_the_record_gives_one(warwickshire: Site) -> None:
    root = ElementTree.fromstring((warwickshire.output / "sitemap.xml").read_text("utf-8"))
    days = {
        (entry.findtext(f"{MAP}loc") or "").partition(".example/")[2]: entry.findtext(f"{MAP}lastmod")
        for entry in root.iter(f"{MAP}url")
    }
    known = {address: day for address, day in days.items() if day is not None}
    assert known["briefings/safeguarding-children-around-dogs/"] == "2023-05-18"
    assert all(date.fromisoformat(day) for day in known.values())
    assert "reviews/grace/" not in known, "only the month is known"
    assert "about/" not in known


def test_the_day_in_the_sitemap_is_that_of_the_last_change(site: Site) -> None:
    site.write(
        "content/cases/rush/case.yml",
        "# Invented.\nname: Rush\ntype: child-review\npublished: 2024-03-04\nsummary: How a child was helped.\n"
        "documents:\n  - {kind: full-report, url: 'https://reports.example/rush.pdf', published: 2024-05-06}\n",
    )
    site.build()
    text = (site.output / "sitemap.xml").read_text("utf-8")
    assert re.search(r"reviews/rush/</loc><lastmod>2024-05-06</lastmod>", text)


@pytest.mark.parametrize(
    ("published", "said"),
    [("2022-03-04", "on 4 March 2022"), ("2022-03", "in March 2022"), ("2022", "in 2022")],
)
def test_a_description_says_on_a_day_and_in_a_month(site: Site, published: str, said: str) -> None:
    site.write("content/cases/rush/case.yml", f"# Invented.\nname: Rush\ntype: child-review\npublished: {published}\n")
    site.build()
    page = LexborHTMLParser((site.output / "reviews/rush/index.html").read_text("utf-8"))
    assert said in (page.css("meta[name=description]")[0].attributes["content"] or "")


@pytest.mark.parametrize(("published", "said"), [("2022-03-04", "ar 4 Mawrth 2022"), ("2022-03", "(Mawrth 2022)")])
def test_a_description_in_welsh_says_on_a_day(site: Site, published: str, said: str) -> None:
    site.change("mkdocs.yml", "language: en", "language: cy")
    site.change("content/partnership.yml", "\narea:", "\nlanguage: cy\narea:")
    site.write("content/cases/rush/case.yml", f"# Invented.\nname: Rush\ntype: child-review\npublished: {published}\n")
    site.build()
    page = LexborHTMLParser((site.output / "reviews/rush/index.html").read_text("utf-8"))
    assert said in (page.css("meta[name=description]")[0].attributes["content"] or "")
    titles = [each.css("title")[0].text() for _, each in pages(site)]
    assert len(titles) == len(set(titles)) and all(len(title) < 65 for title in titles)


def test_nothing_on_a_site_says_in_before_an_exact_day(whole: Site) -> None:
    day = re.compile(r"\bin \d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November)")
    files = [file for file in whole.output.rglob("*") if file.suffix in (".html", ".xml", ".json", ".csv", ".ics")]
    assert [file.name for file in files if day.search(file.read_text("utf-8"))] == []


def test_no_title_in_a_feed_gives_the_kind_twice(whole: Site) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    for file in whole.output.rglob("*.xml"):
        for title in ElementTree.fromstring(file.read_text("utf-8")).iter(f"{atom}title"):
            parts = [part.casefold() for part in (title.text or "").split(": ")]
            assert len(parts) == len(set(parts)), title.text

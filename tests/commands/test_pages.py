"""What holds for every page of every site."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Site


@pytest.fixture(params=["built", "warwickshire"])
def pages(request: pytest.FixtureRequest) -> Iterator[dict[str, LexborHTMLParser]]:
    """Every page of a site by its file."""
    site: Site = request.getfixturevalue(request.param)
    found = {
        path.relative_to(site.output).as_posix(): LexborHTMLParser(path.read_bytes())
        for path in site.output.rglob("*.html")
    }
    assert len(found) > 40
    yield found


def value(page: LexborHTMLParser, selector: str, attribute: str = "content") -> str:
    """The one value of a page that a selector finds."""
    found = page.css(selector)
    assert len(found) == 1, selector
    return (found[0].attributes.get(attribute) or "").strip()


def test_every_page_has_one_title_of_its_own(pages: dict[str, LexborHTMLParser]) -> None:
    titles: Counter[str] = Counter()
    for name, page in pages.items():
        assert len(page.css("head > title")) == 1, name
        titles[page.css("head > title")[0].text().strip()] += 1
    assert [title for title, count in titles.items() if count > 1 or not title] == []


def test_every_page_says_what_it_is_to_machines(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        if name == "404.html":
            assert "noindex" in value(page, "meta[name=robots]")
            continue
        canonical = value(page, "link[rel=canonical]", "href")
        assert canonical.endswith("/" + name.removesuffix("index.html")), name
        assert len(value(page, "meta[name=description]")) > 10, name
        assert value(page, 'meta[property="og:title"]'), name
        assert value(page, 'meta[property="og:description"]') == value(page, "meta[name=description]"), name
        assert value(page, 'meta[property="og:url"]') == canonical, name
        assert value(page, 'meta[property="og:site_name"]'), name


def test_every_page_has_one_main_heading_and_no_level_is_skipped(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        levels = [int((each.tag or "h0")[1]) for each in page.css("main :is(h1, h2, h3, h4, h5, h6)")]
        assert len(page.css("h1")) == 1, name
        assert levels[0] == 1, name
        for before, after in pairwise(levels):
            assert after <= before + 1, (name, levels)


def test_every_heading_says_something(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        for each in page.css("h1, h2, h3, h4"):
            assert each.text().strip(" \n#"), name


def test_every_id_stands_once_on_its_page(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        ids = Counter(each.attributes.get("id") or "" for each in page.css("[id]"))
        assert [each for each, count in ids.items() if count > 1 or not each] == [], name


def test_every_reference_to_an_id_is_met(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        ids = {each.attributes.get("id") for each in page.css("[id]")}
        for attribute in ("aria-labelledby", "aria-describedby", "popovertarget", "for"):
            for each in page.css(f"[{attribute}]"):
                assert set((each.attributes[attribute] or "").split()) <= ids, (name, each.html)


def test_no_link_is_empty_or_without_words(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        for each in page.css("a"):
            assert (each.attributes.get("href") or "").strip(), (name, each.html)
            assert each.text().strip() or each.attributes.get("aria-label"), (name, each.html)


def test_no_page_asks_anything_of_another_host(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        asked = [each.attributes.get("src") or "" for each in page.css("[src]")]
        asked += [each.attributes.get("href") or "" for each in page.css('link:not([rel="canonical"])')]
        assert [each for each in asked if "//" in each] == [], name
        # The one script that must run before the first paint; the policy names it by its hash.
        inline = page.css("script:not([src]):not([type='application/ld+json'])")
        assert ["lib-scripts" in each.text() for each in inline] == [True], name
        assert page.css("style") == [], name
        assert page.css("[style], [onclick], [onload]") == [], name


def test_no_frame_is_published(pages: dict[str, LexborHTMLParser]) -> None:
    assert [name for name in pages if "_frame" in name] == []


def test_no_page_shows_what_python_or_a_template_left(pages: dict[str, LexborHTMLParser]) -> None:
    for name, page in pages.items():
        text = page.body.text() if page.body is not None else ""
        for bibtex in page.css("#cite-bib"):
            text = text.replace(bibtex.text(), "")
        for left in ("{{", "}}", "{%", "Undefined", "<!--", "&amp;", "&lt;", "\\u00"):
            assert left not in text, (name, left)
        assert [each.html for each in page.css("main *") if each.text().strip() == "None"] == [], name

"""A chip, or an entry in a list of themes and harms, leads to a page that lists something."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from tests.conftest import Site


@pytest.fixture(params=["built", "warwickshire"])
def site(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found


def chips(site: Site) -> set[str]:
    """The addresses of all chips of the site, and of the entries in the lists of the page of themes."""
    found = set()
    for path in site.output.rglob("index.html"):
        page = path.relative_to(site.output).parent.as_posix() + "/"
        wanted = "a.lib-tag" if page != "themes/" else "main :is(.lib-tags, .lib-list) a"
        for link in LexborHTMLParser(path.read_bytes()).css(wanted):
            found.add(urljoin(f"https://site.example/{page}", link.attributes["href"] or ""))
    return {each.removeprefix("https://site.example/") for each in found}


def test_every_chip_leads_to_a_page_with_entries(site: Site) -> None:
    found = {each for each in chips(site) if each.startswith(("themes/", "reviews/"))}
    assert len(found) > 5
    assert [each for each in found if not site.main(each).css(".lib-card, .lib-list > li")] == []
    assert "Nothing yet" not in site.main("themes").text()


def test_the_page_of_a_harm_without_entries_keeps_its_address_and_is_not_for_search_engines(warwickshire: Site) -> None:
    address = "themes/harm/knife-crime/"
    assert address not in chips(warwickshire)
    robots = warwickshire.page(address).css_first("meta[name=robots]")
    assert robots is not None
    assert robots.attributes["content"] == "noindex"
    assert address not in (warwickshire.output / "sitemap.xml").read_text()

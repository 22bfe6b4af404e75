"""Whoever opens an old address is at the new page, under every server's headers, below a folder, without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from tests import server_files
from tests.browser.axe_and_layout import objections
from tests.conftest import Site
from tests.unit.serve.conftest import lay_small, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

REDIRECTS: Final = """# Invented for tests: the library and its addresses do not exist.
redirects:
  - {old: reviews/rowan-tree/, new: reviews/rowan/}
  - {old: some/folder/that/is/no/more/caf%C3%A9, new: "briefings/checking-in/#main"}
  - {old: old.html, new: https://council.example/library/}
"""
LEADS: Final = {
    "reviews/rowan-tree/": "reviews/rowan/",
    "some/folder/that/is/no/more/caf%C3%A9/": "briefings/checking-in/#main",
    "old.html": "",
}


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small site, built for a folder of another one, with addresses that have moved."""
    site = Site(lay_small(tmp_path_factory.mktemp("moved") / "small"))
    site.write("content/redirects.yml", REDIRECTS)
    settings = (site.root / "mkdocs.yml").read_text("utf-8")
    address = next(line.split()[1] for line in settings.splitlines() if line.startswith("site_url:"))
    site.change("mkdocs.yml", f"site_url: {address}", "site_url: https://council.example/library/")
    site.build("--without", "search", "--without", "sheets")
    return site


@pytest.mark.parametrize("root", ["/library/", "/"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_an_old_address_leads_to_the_new_page(chromium: Browser, moved: Site, root: str, scripts: bool) -> None:
    told = server_files.read(moved.output, ".htaccess")
    context = chromium.new_context(java_script_enabled=scripts)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with server_files.served(moved.output, told, root=root) as site:
        for old, new in LEADS.items():
            page.goto(site + old)
            page.wait_for_url(site + new)
            assert page.locator("main h1").inner_text() != "This page has moved"
    context.close()
    assert said == [], "the policy refuses something"


def stopped(page: Page, site: str) -> None:
    """The page as it is for a reader whose browser does not go on by itself."""
    old = f"{site}reviews/rowan-tree/"

    def without_refresh(body: str) -> str:
        assert body.count('http-equiv="refresh"') == 1
        return body.replace('http-equiv="refresh"', 'name="was-refresh"')

    page.route(
        old, lambda route: route.fulfill(response=(answer := route.fetch()), body=without_refresh(answer.text()))
    )
    page.goto(old)


def test_the_page_itself_can_be_read_and_left(chromium: Browser, moved: Site) -> None:
    told = server_files.read(moved.output, "_headers")
    context = chromium.new_context()
    page = context.new_page()
    with server_files.served(moved.output, told, root="/library/") as site:
        stopped(page, site)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert objections(page) == {}, (width, scheme)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.get_by_role("link", name="Leave this site").get_attribute("href")
        page.get_by_role("link", name="open the new page").click()
        assert page.url == site + "reviews/rowan/"
    context.close()


def test_an_old_address_leads_on_in_the_preview_too(chromium: Browser, moved: Site) -> None:
    with serving(moved.root) as running:
        page = chromium.new_page()
        page.goto(f"http://127.0.0.1:{running.port}/?key={running.key}")
        page.goto(f"http://127.0.0.1:{running.port}/library/reviews/rowan-tree/")
        page.wait_for_url("**/library/reviews/rowan/")
        page.close()

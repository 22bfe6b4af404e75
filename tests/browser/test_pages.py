"""Every kind of page in a real browser: nothing from elsewhere, nothing cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.conftest import wait_until_ready
from tests.browser.page_urls import every_kind

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Opened


@every_kind
def test_nothing_runs_out_of_the_window(opened: Opened, where: str) -> None:
    with opened(where) as page:
        for width in (320, 360, 768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width


@every_kind
def test_no_other_host_is_asked_and_nothing_goes_wrong(chromium: Browser, address: str, where: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("response", lambda response: wrong.append(response.url) if response.status >= 400 else None)
    page.goto(address + where)
    wait_until_ready(page)
    assert asked
    assert [each for each in asked if not each.startswith(address)] == []
    assert wrong == []
    assert context.cookies() == []
    context.close()


def links_on(page: Page) -> list[tuple[str, str]]:
    """Text and address of each link that a reader can see."""
    links = "[...document.querySelectorAll('main a')].filter(a => a.offsetParent)"
    found: list[tuple[str, str]] = page.evaluate(f"{links}.map(a => [a.innerText.trim(), a.href])")
    return found


@every_kind
def test_one_text_never_leads_to_two_places(opened: Opened, where: str) -> None:
    with opened(where) as page:
        places: dict[str, str] = {}
        for text, target in links_on(page):
            assert text
            assert places.setdefault(text, target) == target, text

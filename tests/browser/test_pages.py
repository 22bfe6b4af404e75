"""Every kind of page in a real browser: nothing from elsewhere, nothing cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.kinds import every_kind

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
    page.goto(address + where, wait_until="networkidle")
    assert asked
    assert [each for each in asked if not each.startswith(address)] == []
    assert wrong == []
    assert context.cookies() == []
    context.close()


def test_a_strict_content_security_policy_is_never_broken(chromium: Browser, address: str) -> None:
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'"
    context = chromium.new_context()
    page = context.new_page()
    page.route(
        "**/*.html",
        lambda route: route.fulfill(
            response=(answer := route.fetch()), headers={**answer.headers, "content-security-policy": policy}
        ),
    )
    broken: list[str] = []
    page.on(
        "console", lambda message: broken.append(message.text) if "Content Security Policy" in message.text else None
    )
    for where in ("index.html", "reviews/grace/index.html", "how-reviews-work/index.html"):
        page.goto(address + where, wait_until="networkidle")
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
    assert broken == []
    context.close()


def test_a_case_page_weighs_less_than_an_old_phone_can_bear(chromium: Browser, address: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    sizes: list[int] = []
    page.on("response", lambda response: sizes.append(len(response.body())))
    page.goto(address + "reviews/grace/", wait_until="networkidle")
    assert 0 < sum(sizes) < 120_000
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

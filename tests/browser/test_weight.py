"""What a first visit costs, and that nothing moves while a page appears: both the same on every machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import server_files
from tests.browser.kinds import KINDS, every_kind
from tests.browser.looking import wait_until_at_rest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from tests.conftest import Site

FIRST_LOAD_AT_MOST = 120_000
"""Bytes on the wire, headers included, from a server that compresses text."""

WATCH = """globalThis.moved = [];
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) {
    const names = each.sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? String(node?.textContent));
    globalThis.moved.push(`${each.value}: ${names.join(", ")}`);
  }
}).observe({ type: "layout-shift", buffered: true });"""

HELD_STYLE = "held-by-the-test.css"
PAINT_LATER = f"""new MutationObserver((_, observer) => {{
  if (!document.head) return;
  observer.disconnect();
  const style = document.createElement("link");
  Object.assign(style, {{ rel: "stylesheet", href: "/{HELD_STYLE}", blocking: "render" }});
  document.head.append(style);
}}).observe(document, {{ childList: true, subtree: true }});"""
"""Adds a stylesheet that browsers wait for before they paint; the parser and the scripts do not wait for it."""

PARSED = """() => new Promise((resolve) => {
  const look = () => document.readyState === "loading" || resolve();
  document.addEventListener("readystatechange", look);
  look();
})"""

TWO_FRAMES = """async () => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  return document.readyState === "complete";
}"""


@pytest.fixture(scope="module")
def compressing(warwickshire: Site) -> Iterator[str]:
    """Where the library is served as it will be: compressed, with its headers."""
    with server_files.served(warwickshire.output, server_files.read(warwickshire.output, "_headers")) as root:
        yield root


def weighed(page: Page) -> list[int]:
    """Counts what comes over the wire from now on, file by file."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[int] = []

    def finished(event: dict[str, Any]) -> None:
        sizes.append(round(event["encodedDataLength"]))

    session.on("Network.loadingFinished", finished)
    return sizes


def moved_while_files_came_late(page: Page, address: str) -> list[str]:
    """Opens a page whose scripts, fonts and pictures come one by one, each after the page was painted without it.

    Returns what moved. The page is first painted when all of it has been read: a table whose last rows come after the
    first paint moves by some hundred-thousandths, and whether they do depends on how busy the machine is.
    """
    held: list[Route] = []
    last_style: list[Route] = []

    def hold(route: Route) -> None:
        if route.request.url.endswith(HELD_STYLE):
            last_style.append(route)
        elif route.request.resource_type in ("document", "stylesheet"):
            route.continue_()
        else:
            held.append(route)

    page.add_init_script(PAINT_LATER)
    page.route("**/*", hold)
    page.goto(address, wait_until="commit")
    page.evaluate(PARSED)
    assert page.evaluate("performance.getEntriesByType('paint')") == []
    for _ in range(600):
        if last_style:
            break
        page.wait_for_timeout(100)
    last_style.pop().fulfill(body="", content_type="text/css")
    is_complete = False
    while held or not is_complete:
        is_complete = page.evaluate(TWO_FRAMES)
        if held:
            held.pop(0).continue_()
        elif is_complete:
            wait_until_at_rest(page)
    moved: list[str] = page.evaluate("globalThis.moved")
    return moved


@every_kind
def test_a_first_visit_is_light_and_nothing_moves(chromium: Browser, compressing: str, where: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    context.add_init_script(WATCH)
    page = context.new_page()
    sizes = weighed(page)
    page.goto(compressing + where)
    wait_until_at_rest(page)
    assert 0 < sum(sizes) <= FIRST_LOAD_AT_MOST
    context.close()
    for width in (360, 1280):
        context = chromium.new_context(viewport={"width": width, "height": 900})
        context.add_init_script(WATCH)
        assert moved_while_files_came_late(context.new_page(), compressing + where) == []
        context.close()


def test_what_moves_and_what_is_heavy_is_noticed(chromium: Browser, compressing: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    context.add_init_script(WATCH)
    page = context.new_page()
    sizes = weighed(page)
    page.goto(compressing + KINDS["case with a story"])
    wait_until_at_rest(page)
    before = sum(sizes)
    page.evaluate(
        """async () => {
          await new Promise(requestAnimationFrame);
          const added = document.createElement("div");
          added.style.height = "300px";
          document.querySelector("main").prepend(added);
          await fetch("../../documents/sheets/using-a-7-minute-briefing.pdf").then((answer) => answer.blob());
        }"""
    )
    wait_until_at_rest(page)
    assert page.evaluate("globalThis.moved")
    assert sum(sizes) - before > 10_000
    context.close()

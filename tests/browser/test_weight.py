"""What a first visit costs, and that nothing moves while a page appears: both the same on every machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests import server_files
from tests.browser.kinds import KINDS, every_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

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

AT_REST = """async () => {
  await document.fonts.ready;
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => requestIdleCallback(resolve));
  return globalThis.moved;
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


@every_kind
def test_a_first_visit_is_light_and_nothing_moves(chromium: Browser, compressing: str, where: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    context.add_init_script(WATCH)
    page = context.new_page()
    sizes = weighed(page)
    page.goto(compressing + where)
    assert page.evaluate(AT_REST) == []
    assert 0 < sum(sizes) <= FIRST_LOAD_AT_MOST
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(compressing + where)
    assert page.evaluate(AT_REST) == []
    context.close()


def test_what_moves_and_what_is_heavy_is_noticed(chromium: Browser, compressing: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    context.add_init_script(WATCH)
    page = context.new_page()
    sizes = weighed(page)
    page.goto(compressing + KINDS["case with a story"], wait_until="networkidle")
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
    assert page.evaluate(AT_REST)
    assert sum(sizes) - before > 10_000
    context.close()

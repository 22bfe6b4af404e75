"""What is seen on a page: what axe objects to, and how far things move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

_SHIFTS = """() => new Promise((done) => {
  new PerformanceObserver((seen) => done(seen.getEntries().reduce((sum, { value }) => sum + value, 0)))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(0), 200);
})"""

WITH_TARGETS: dict[str, Any] = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
"""Everything that axe looks for by itself, and targets of 24 px (WCAG 2.2, 2.5.8), which it must be asked for."""


IN_COLOURS: dict[str, Any] = {**WITH_TARGETS, "runOnly": {"type": "rule", "values": ["color-contrast", "target-size"]}}
"""The rules whose answer another scheme or width can change: the rest is asked once of a page."""


def objections(page: Page, wanted: dict[str, Any] = WITH_TARGETS) -> dict[str, str]:
    """Each rule of axe that the page breaks, as it is now, and where; empty where there is nothing to object to.

    The script is put in once, however often a page is looked at. It looks from the top: a link that is scrolled half
    under a bar counts as too small a target.
    """
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    axe = Axe("" if page.evaluate("'axe' in window") else AXE_SCRIPT)
    results = axe.run(page, options=wanted)
    return {each["id"]: str([node["html"] for node in each["nodes"]]) for each in results.response["violations"]}


def moved(page: Page) -> float:
    """How far things have moved since the page began to load, as browsers count it: the cumulative layout shift.

    In thousandths, the least that is ever told.
    """
    shift: float = page.evaluate(_SHIFTS)
    return round(shift, 3)

"""What is seen on a page: what axe objects to, and how far things move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

AT_REST = """async () => {
  await document.fonts.ready;
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => requestIdleCallback(resolve));
}"""

_SHIFTS = f"""async () => {{
  let sum = 0;
  const add = (entries) => {{ for (const {{ value }} of entries) sum += value; }};
  const observer = new PerformanceObserver((seen) => add(seen.getEntries()));
  observer.observe({{ type: "layout-shift", buffered: true }});
  await ({AT_REST})();
  add(observer.takeRecords());
  return sum;
}}"""

WITH_TARGETS: dict[str, Any] = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
"""Everything that axe looks for by itself, and targets of 24 px (WCAG 2.2, 2.5.8), which it must be asked for."""


IN_COLOURS: dict[str, Any] = {**WITH_TARGETS, "runOnly": {"type": "rule", "values": ["color-contrast", "target-size"]}}
"""The rules whose answer another scheme or width can change: the rest is asked once of a page."""


def wait_until_at_rest(page: Page) -> None:
    """Waits until the page has loaded, its fonts are there, it has been painted, and no work of its own is waiting."""
    page.wait_for_load_state()
    page.evaluate(AT_REST)


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

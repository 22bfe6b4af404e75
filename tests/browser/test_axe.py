"""Nothing on any kind of page that axe objects to. In a file of its own: it takes a while, beside the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.kinds import every_kind

if TYPE_CHECKING:
    from tests.browser.conftest import Opened


WITH_TARGETS: dict[str, Any] = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
"""Everything that axe looks for by itself, and targets of 24 px (WCAG 2.2, 2.5.8), which it must be asked for."""

SMALL_AND_FAINT = """.lib-lede { color: #aaa }
.lib-tags { gap: 0 !important } .lib-tag { display: block !important; padding: 0 !important; border: 0 !important;
width: 12px; height: 12px; overflow: hidden }"""


@every_kind
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_axe_finds_nothing_on_a_phone_and_on_a_wide_screen(opened: Opened, where: str, scheme: str, width: int) -> None:
    with opened(where, width=width, scheme=scheme) as page:
        results = Axe().run(page, options=WITH_TARGETS)
        assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("where", ["", "reviews/", "reviews/grace/", "briefings/using-a-7-minute-briefing/"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
def test_axe_finds_nothing_the_other_way_round_either(opened: Opened, where: str, scheme: str, width: int) -> None:
    with opened(where, width=width, scheme=scheme) as page:
        results = Axe().run(page, options=WITH_TARGETS)
        assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_menu_nor_in_what_folds_open(opened: Opened, scheme: str) -> None:
    with opened("about/accessibility/", width=320, scheme=scheme) as page:
        page.get_by_role("button", name="Menu").click()
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        results = Axe().run(page, options=WITH_TARGETS)
        assert results.violations_count == 0, results.generate_report()


def test_axe_would_find_a_target_too_small_and_a_word_too_faint(opened: Opened) -> None:
    with opened("reviews/grace/", width=320) as page:
        page.add_style_tag(content=SMALL_AND_FAINT)
        results = Axe().run(page, options=WITH_TARGETS)
        assert {each["id"] for each in results.response["violations"]} == {"target-size", "color-contrast"}

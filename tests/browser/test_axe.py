"""Nothing on any kind of page that axe objects to. In a file of its own: it takes a while, beside the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.axe_and_layout import IN_COLOURS, objections
from tests.browser.page_urls import every_kind

if TYPE_CHECKING:
    from tests.browser.conftest import Opened

SMALL_AND_FAINT = """.lib-lede { color: #aaa }
.lib-tags { gap: 0 !important } .lib-tag { display: block !important; padding: 0 !important; border: 0 !important;
width: 12px; height: 12px; overflow: hidden }"""


@every_kind
def test_axe_finds_nothing_on_a_phone_and_on_a_wide_screen_in_both_schemes(opened: Opened, where: str) -> None:
    with opened(where) as page:
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            # What a page is made of depends on the width, never on the scheme.
            assert objections(page) == {}, width
            page.emulate_media(color_scheme="dark")
            assert objections(page, IN_COLOURS) == {}, (width, "dark")
            page.emulate_media(color_scheme="light")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_menu_nor_in_what_folds_open(opened: Opened, scheme: str) -> None:
    with opened("about/accessibility/", width=320, scheme=scheme) as page:
        page.get_by_role("button", name="Menu").click()
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        assert objections(page) == {}


def test_axe_would_find_a_target_too_small_and_a_word_too_faint(opened: Opened) -> None:
    with opened("reviews/grace/", width=320) as page:
        page.add_style_tag(content=SMALL_AND_FAINT)
        assert objections(page).keys() == objections(page, IN_COLOURS).keys() == {"target-size", "color-contrast"}

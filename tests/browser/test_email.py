"""The bulletin's e-mail as a mail program shows it: narrow and wide, light and dark, and alone in the world."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tests.browser.axe_and_layout import objections
from tests.bulletins import QUARTER, lay_bulletin
from tests.conftest import TODAY, copy_full

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

OF_A_SITE = {"landmark-one-main", "region"}
"""Rules about the page as a whole: an e-mail is an article in the page of somebody else's mail program."""


def test_it_fits_can_be_read_and_asks_for_nothing(tmp_path: Path, chromium: Browser) -> None:
    site = lay_bulletin(copy_full(tmp_path / "full"))
    assert site.library("bulletin", QUARTER, "--out", str(tmp_path), "--today", TODAY).status == 0
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    address = (tmp_path / f"{QUARTER}.html").as_uri()
    page.goto(address)
    grounds = set()
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        grounds.add(page.evaluate("getComputedStyle(document.querySelector('.sheet')).backgroundColor"))
        for width in (600, 360):
            page.set_viewport_size({"width": width, "height": 900})
            assert objections(page).keys() <= OF_A_SITE, (scheme, width)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert len(grounds) == 2, "dark is another ground"
    assert not page.get_by_text(
        "Welcome to the winter bulletin. This time we look at doors that stay shut, and"
    ).first.is_visible()
    assert page.get_by_role("heading", level=1).inner_text() == "Doors & desks: what winter taught us"
    assert asked == [address]
    page.close()

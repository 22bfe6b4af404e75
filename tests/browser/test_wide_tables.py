"""A wide table scrolls separately, on pages and in records: no page scrolls sideways on a phone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import wait_until_ready
from tests.conftest import REPOSITORY, Site
from tests.served_folder import serving_folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MANY_COLUMNS = """
| District or borough | Quarter 1 | Quarter 2 | Quarter 3 | Quarter 4 | Whole year | Notes on it |
|---|---|---|---|---|---|---|
| North Ashdale and the villages | 120 | 130 | 140 | 150 | 540 | counted twice in the spring |
"""
LONG_WORDS = """
| Safeguarding | Neighbourhoods | Responsibilities |
|---|---|---|
| responsibilities_of_everybody | neighbourhoods_and_communities | responsibilities |
"""
CODE = """
```
a line of code that is very long and goes on and on and on and on and on and on and on and on and on and on
```
"""
NARROW = """
| When | Where |
|---|---|
| Monday | Ashdale |
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small sample site with tables in a case and on a page, and where it is served."""
    root = tmp_path_factory.mktemp("wide") / "small"
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", root)
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    site = Site(root)
    text = f"{MANY_COLUMNS}{LONG_WORDS}{CODE}{NARROW}"
    story = "".join(f"  {line}\n" if line else "\n" for line in text.split("\n"))
    site.change("content/cases/rowan/case.yml", "came late.\n", f"came late.\n{story}")
    # MkDocs reads code between three signs only with an extension.
    on_page = text.replace(CODE, "")
    site.change("content/pages/resources/index.md", "# Resources\n", f"# Resources\n\n{on_page}\n")
    site.build()
    with serving_folder(site.output) as address:
        yield address


@pytest.mark.parametrize("where", ["reviews/rowan/", "resources/"])
def test_a_wide_table_scrolls_and_the_page_does_not(chromium: Browser, served: str, where: str) -> None:
    page = chromium.new_page(viewport={"width": 320, "height": 700})
    page.goto(served + where)
    wait_until_ready(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    wide = page.locator("main .lib-wide")
    assert wide.count() == 2, "the narrow table stays as it is"
    assert wide.evaluate_all("all => all.every((each) => each.scrollWidth > each.clientWidth)")
    wide.first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('main .lib-wide').scrollLeft > 0")
    assert Axe().run(page).response["violations"] == []
    page.close()


def test_a_long_line_of_code_is_whole_in_print(chromium: Browser, served: str) -> None:
    page = chromium.new_page(viewport={"width": 700, "height": 900})
    page.goto(f"{served}reviews/rowan/")
    page.emulate_media(media="print")
    assert page.locator("main pre").evaluate_all("all => all.every((each) => each.scrollWidth <= each.clientWidth)")
    page.close()

"""A real Chromium, and the built Warwickshire library on a loopback server.

Playwright for Python drives the system's own Chromium: one API for pages, for emulating schemes and scripts, and for
pictures. Debian builds that browser twice: `chromium`, and `chromium-headless-shell`, which has no windows and opens a
page in a third of the time. Most tests look at pages and take the second where it is there; what a window has to do
with (the clipboard, saving, printing, the headers of servers) is tried in the first.
"""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.served_folder import serving_folder

if TYPE_CHECKING:
    from tests.conftest import Site

WITH_WINDOWS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def address(warwickshire: Site) -> Iterator[str]:
    """Where the library is served, with a slash at its end."""
    with serving_folder(warwickshire.output) as served:
        yield served


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """The system's Chromium, without windows where there is such a one."""
    yield from _launched(playwright, "chromium-headless-shell", *WITH_WINDOWS)


@pytest.fixture(scope="session")
def whole_chromium(playwright: Playwright) -> Iterator[Browser]:
    """The system's Chromium as people have it."""
    yield from _launched(playwright, *WITH_WINDOWS)


def _launched(playwright: Playwright, *names: str) -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, names)), None)
    assert path is not None, "tests/browser/ensure-chromium installs Chromium or says how"
    browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
    # Each page states its policy, which refuses what Playwright adds to a page. Tests of the policy ask for it.
    for name in ("new_context", "new_page"):
        setattr(browser, name, functools.partial(getattr(browser, name), bypass_csp=True))
    yield browser
    browser.close()


def wait_until_ready(page: Page) -> None:
    """Waits for the helps that come after a page is there: the keys, the field that answers, the buttons to copy."""
    page.wait_for_load_state()
    page.evaluate("import(document.querySelector('script[src$=\"/library.js\"]').src).then(({ ready }) => ready)")


def titles_shown(page: Page) -> list[str]:
    """The titles that a finder shows, in their order."""
    return page.locator(".lib-finder__list > li:visible > a").all_inner_texts()


Opened = Callable[..., Any]


Reader = tuple[Any, bool, Any]
"""The scheme, whether scripts run, and whether motion is reduced."""


@pytest.fixture(scope="session")
def windows(chromium: Browser) -> Iterator[Callable[[Reader], BrowserContext]]:
    """One browser for readers of a kind: the site keeps nothing in it, so the tests may share it."""
    known: dict[Reader, BrowserContext] = {}

    def window(reader: Reader) -> BrowserContext:
        if reader not in known:
            scheme, scripts, motion = reader
            known[reader] = chromium.new_context(
                color_scheme=scheme, java_script_enabled=scripts, reduced_motion=motion
            )
        return known[reader]

    yield window
    for each in known.values():
        each.close()


@pytest.fixture
def opened(windows: Callable[[Reader], BrowserContext], address: str) -> Opened:
    """Opens a page of the library: `with opened("reviews/grace/", width=360, scheme="dark") as page`."""

    @contextmanager
    def open_page(
        page_address: str,
        width: int = 1280,
        height: int = 900,
        scheme: Any = "light",
        scripts: bool = True,
        reduced_motion: Any = None,
    ) -> Iterator[Page]:
        page = windows((scheme, scripts, reduced_motion)).new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.goto(address + page_address)
        if scripts:
            wait_until_ready(page)
        yield page
        page.close()

    return open_page

"""A real Chromium, and the built Warwickshire library on a loopback server.

Playwright for Python drives the system's own Chromium: one API for pages, for emulating schemes and scripts, and for
pictures.
"""

from __future__ import annotations

import functools
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

if TYPE_CHECKING:
    from tests.conftest import Site

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Says nothing: the tests look at what the browser met."""


@pytest.fixture(scope="session")
def address(warwickshire: Site) -> Iterator[str]:
    """Where the library is served, with a slash at its end."""
    handler = functools.partial(_Quiet, directory=str(warwickshire.output))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, (shutil.which(name) for name in names)), None)
    assert path is not None, "tests/browser/ensure-chromium installs Chromium or says how"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


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
        yield page
        page.close()

    return open_page

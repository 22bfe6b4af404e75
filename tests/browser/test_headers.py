"""The library as a server sends it, with the headers of each of the three files: nothing is refused that it needs.

The three files are read by tests/server_files.py: `_headers` as Netlify and Cloudflare Pages document it, the others
line by line, since neither Apache nor nginx is on the machines of the tests. A line that is not known there fails.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from tests import server_files
from tests.browser.axe_and_layout import wait_until_at_rest
from tests.browser.conftest import wait_until_ready
from tests.browser.page_urls import KINDS
from tests.conftest import copy_warwickshire
from tests.unit.serve.conftest import lay_small, serving

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.conftest import Site

SOME_KINDS = ("home", "case with a story", "briefings", "theme", "not found")
"""Enough where a policy is known to be the same: every kind is seen under that of one server."""

NEUTRAL = "https://www.bbc.co.uk/weather"
REPORT = """document.addEventListener("securitypolicyviolation", (event) =>
  tellViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));"""
NO_TEXT_AS_HTML = "; require-trusted-types-for 'script'; trusted-types 'none'"
"""A browser then refuses every innerHTML, outerHTML, insertAdjacentHTML, document.write, DOMParser, eval, new Function
and setTimeout with a text, in any script that runs on a page."""
TAKES_HTML = """() => {
  try { document.createElement("p").innerHTML = "<b>text</b>"; return true; } catch { return false; }
}"""


@dataclass
class Reader:
    """Somebody with a browser that has never been here, and what it met."""

    context: BrowserContext
    page: Page
    root: str
    refused: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """What the console says, and what goes wrong in scripts."""

    asked: list[str] = field(default_factory=list)
    has_headers: bool = True
    """False for a host that sends none of the site's headers."""

    def refuse(self, what: str) -> None:
        self.refused.append(what)

    def visit(self, where: str) -> None:
        answer = self.page.goto(self.root + where)
        assert answer is not None
        policy = answer.header_value("content-security-policy")
        assert ("default-src 'none'" in policy) if self.has_headers and policy else (policy is None)
        wait_until_ready(self.page)

    @property
    def asked_elsewhere(self) -> list[str]:
        return [each for each in self.asked if not each.startswith((self.root, NEUTRAL))]


@contextmanager
def reading(browser: Browser, root: str, *, has_headers: bool = True) -> Iterator[Reader]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=False)
    page = context.new_page()
    reader = Reader(context, page, root, has_headers=has_headers)
    context.expose_function("tellViolation", reader.refuse)
    context.add_init_script(REPORT)
    page.on("request", lambda request: reader.asked.append(request.url))
    page.on("console", lambda message: reader.told.append(message.text))
    page.on("pageerror", lambda error: reader.told.append(str(error)))
    page.route(NEUTRAL, lambda route: route.fulfill(body="<title>Weather</title>", content_type="text/html"))
    yield reader
    context.close()


def look_at(reader: Reader, kinds: Iterable[str]) -> None:
    """Pages of some kinds, in both schemes."""
    for where in map(KINDS.__getitem__, kinds):
        reader.page.emulate_media(color_scheme="light")
        reader.visit(where)
        light = reader.page.evaluate("getComputedStyle(document.body).backgroundColor")
        reader.page.emulate_media(color_scheme="dark")
        assert reader.page.evaluate("getComputedStyle(document.body).backgroundColor") != light, where
        assert reader.page.evaluate("document.documentElement.classList.contains('lib-scripts')")


def use_everything(reader: Reader) -> None:
    page = reader.page
    reader.visit("search/")
    page.get_by_label("Words to look for").fill("neglect")
    page.keyboard.press("Enter")
    page.locator("[data-found] > ol > li h2 a").first.wait_for()
    page.locator("[data-found] mark").first.wait_for()
    reader.visit("reviews/")
    assert page.get_by_role("main").get_by_role("link", name="Grace").first.is_visible()
    page.get_by_role("main").get_by_role("link", name="Grace").first.click()
    assert page.url == f"{reader.root}reviews/grace/"
    wait_until_ready(page)
    for scheme, media in (("Light", "not all"), ("Dark", "screen")):
        page.get_by_role("radio", name=scheme, exact=True).check()
        assert page.locator("#lib-dark").get_attribute("media") == media
    page.reload()
    page.wait_for_function("document.documentElement.dataset.scheme === 'dark'")
    reader.visit("briefings/using-a-7-minute-briefing/")
    sheet = page.locator("main a[href*='documents/sheets/']").first.evaluate("(link) => link.href")
    assert sheet.startswith(reader.root)
    answer = reader.context.request.get(sheet)
    assert answer.ok
    assert answer.headers["content-type"] == "application/pdf"
    kept = page.evaluate("[...Object.keys(localStorage)]")
    assert kept == ["library-scheme"]
    assert reader.context.cookies() == []
    page.locator(".lib-leave").click()
    page.wait_for_url(NEUTRAL)
    page.go_back()
    assert page.url != f"{reader.root}briefings/using-a-7-minute-briefing/"


@pytest.mark.parametrize("name", server_files.READERS)
def test_every_kind_of_page_works_under_the_headers_of_each_server(
    chromium: Browser, warwickshire: Site, name: str
) -> None:
    told = server_files.read(warwickshire.output, name)
    with server_files.served(warwickshire.output, told) as root, reading(chromium, root) as reader:
        look_at(reader, KINDS if name == "_headers" else SOME_KINDS)
        use_everything(reader)
        assert reader.refused == []
        assert reader.told == []
        assert len(reader.asked) > len(SOME_KINDS)
        assert reader.asked_elsewhere == []


def test_no_script_makes_html_or_code_of_a_text(chromium: Browser, warwickshire: Site) -> None:
    told = server_files.read(warwickshire.output, "_headers")
    with (
        server_files.served(warwickshire.output, told, more_policy=NO_TEXT_AS_HTML) as root,
        reading(chromium, root) as reader,
    ):
        look_at(reader, SOME_KINDS)
        use_everything(reader)
        assert reader.refused == []
        assert reader.told == []
        reader.visit("reviews/grace/")
        assert not reader.page.evaluate(TAKES_HTML), "this browser would not have noticed"


INJECTED = {
    "an inline script": "<script>document.title = 'taken'</script>",
    "an inline handler": "<img src='x' alt='' onerror=\"document.title = 'taken'\">",
    "a script from elsewhere": "<script src='https://elsewhere.example/a.js'></script>",
    "a style": "<p style='color: red'>taken</p>",
    "a picture from elsewhere": "<img src='https://elsewhere.example/a.png' alt=''>",
    "a frame": "<iframe src='/' title='x'></iframe>",
    "another base": "<base href='https://elsewhere.example/'>",
}


def assert_refused(reader: Reader, injected: str) -> None:
    """Show a page into which somebody has put something."""

    def spoil(body: str) -> str:
        assert "<h1" in body
        return body.replace("<h1", injected + "<h1", 1)

    reader.page.route(
        reader.root + "reviews/grace/",
        lambda route: route.fulfill(response=(answer := route.fetch()), body=spoil(answer.text())),
    )
    reader.visit("reviews/grace/")
    for _ in range(600):
        if reader.refused:
            break
        reader.page.wait_for_timeout(100)
    wait_until_at_rest(reader.page)
    assert reader.page.title() != "taken"
    assert reader.refused != []
    assert [each for each in reader.asked_elsewhere if "elsewhere" not in each] == []


@pytest.mark.parametrize("name", INJECTED)
def test_what_somebody_puts_into_a_page_is_refused(chromium: Browser, warwickshire: Site, name: str) -> None:
    told = server_files.read(warwickshire.output, ".htaccess")
    with server_files.served(warwickshire.output, told) as root, reading(chromium, root) as reader:
        assert_refused(reader, INJECTED[name])


@pytest.mark.parametrize("name", INJECTED)
def test_it_is_refused_on_a_host_that_sends_no_headers(chromium: Browser, address: str, name: str) -> None:
    with reading(chromium, address, has_headers=False) as reader:
        assert_refused(reader, INJECTED[name])


def test_every_kind_of_page_works_on_a_host_that_sends_no_headers(chromium: Browser, address: str) -> None:
    with reading(chromium, address, has_headers=False) as reader:
        look_at(reader, KINDS.keys() - {"not found"})
        use_everything(reader)
        assert (reader.refused, reader.told, reader.asked_elsewhere) == ([], [], [])


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory, warwickshire: Site) -> Site:
    """The library as it is published below a folder of another site; with the documents that are ready already."""
    site = copy_warwickshire(tmp_path_factory.mktemp("below") / "warwickshire")
    shutil.copytree(warwickshire.root / ".cache", site.root / ".cache")
    settings = (site.root / "mkdocs.yml").read_text(encoding="utf-8")
    address = next(line.split()[1] for line in settings.splitlines() if line.startswith("site_url:"))
    site.change("mkdocs.yml", f"site_url: {address}", "site_url: https://council.example/library/")
    told = site.library("build")
    assert told.status == 0, told.text
    return site


def test_it_works_below_a_folder(chromium: Browser, below: Site) -> None:
    told = server_files.read(below.output, "nginx-headers.conf")
    with (
        server_files.served(below.output, told, root="/library/") as root,
        reading(chromium, root) as reader,
    ):
        look_at(reader, SOME_KINDS)
        use_everything(reader)
        assert (reader.refused, reader.told, reader.asked_elsewhere) == ([], [], [])
        reader.visit("no/such/page/")
        page = reader.page
        assert page.get_by_role("heading", level=1).inner_text() == "Page not found"
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight") == "700"
        links = page.evaluate("[...document.querySelectorAll('a')].map((link) => link.href)")
        own = [link for link in links if link.startswith(root.removesuffix("library/"))]
        assert len(own) > 10
        assert [each for each in own if not each.startswith(root)] == []
        page.get_by_role("main").get_by_role("link", name="Briefings").click()
        assert page.url == root + "briefings/"
        assert reader.asked_elsewhere == []


def test_the_preview_is_under_the_policy_too(chromium: Browser, tmp_path: Path) -> None:
    root = lay_small(tmp_path / "small")
    page = root / "content" / "pages" / "about" / "contact.md"
    page.write_text(page.read_text("utf-8") + "\n<p id='own' style='color: rgb(1, 2, 3)'>Invented</p>\n", "utf-8")
    with serving(root) as running, reading(chromium, f"http://127.0.0.1:{running.port}/") as reader:
        reader.visit(f"?key={running.key}")
        reader.visit("reviews/rowan/")
        assert running.get("/").headers["Strict-Transport-Security"] is None
        running.change("content/cases/rowan/case.yml", "type: ", "type: no-")
        overlay = reader.page.locator(".preview-faults")
        overlay.wait_for()
        assert overlay.evaluate("(element) => getComputedStyle(element).position") == "fixed"
        assert (reader.refused, reader.told) == ([], [])
        reader.visit("about/contact/")
        assert reader.page.locator("#own").evaluate("(element) => getComputedStyle(element).color") != "rgb(1, 2, 3)"
        # The header refuses it, and so does the page itself.
        assert {each.split()[0] for each in reader.refused} == {"style-src-attr"}

"""Taking a page along: a link to a section, a citation to paste or to save, a sheet of paper."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from unicodedata import normalize
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.axe_and_layout import objections
from tests.browser.conftest import wait_until_ready
from tests.citations import read_bibtex, read_ris

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

    from tests.browser.conftest import Opened

CASE = "reviews/grace/"
BRIEFING = "briefings/using-a-7-minute-briefing/"
HANDWRITTEN = "how-reviews-work/"
EVERYWHERE = (CASE, BRIEFING, HANDWRITTEN)
TITLE = "Grace: Child Safeguarding Practice Review"
NO_CLIPBOARD = "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })"
"""As in a page that did not come by https."""

PLACES = """() => [...document.querySelectorAll("main *:not(.lib-copy-link, .lib-copy-link *)")]
  .filter((e) => !(e.parentElement.matches("h2, h3") && e.id.endsWith("-words")))
  .map((e) => { const r = e.getBoundingClientRect(); return [e.tagName, e.id, r.left, r.top, r.width, r.height]; })"""
"""Where everything stands in the main part, but for what the script puts into headings."""

BEYOND = """(end) => [...document.querySelectorAll("body *")]
  .filter((e) => e.getBoundingClientRect().right > end + 1).map((e) => e.outerHTML.slice(0, 80))"""
"""What runs out of a page on the right."""

PRINT_ONLY = "for (const each of document.querySelectorAll('button[data-print]')) each.hidden = false;"
"""A script in the place of share.js that adds no button."""

BUTTONS = """() => [...document.querySelectorAll(".lib-copy-link")].map((e) => {
  const r = e.getBoundingClientRect(); return [getComputedStyle(e).opacity, r.width, r.height, r.right]; })"""
"""How well each button is seen, its size, and where it ends."""

A4_IN_PIXELS = 680
"""What an A4 page with the margins of the print style sheet has in breadth: 180 mm."""


@pytest.fixture
def page(whole_chromium: Browser, address: str) -> Iterator[Page]:
    """Grace's page, in a browser that lets pages use the clipboard."""
    context = whole_chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + CASE)
    wait_until_ready(page)
    yield page
    context.close()


def on_the_clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text.replace("\r\n", "\n")


def said(page: Page) -> Locator:
    return page.locator("body > [role=status]").last


def test_the_link_to_a_section_is_copied_and_leads_there(page: Page, address: str) -> None:
    button = page.get_by_role("button", name="Copy link to section: Documents", exact=True)
    assert button.evaluate("e => getComputedStyle(e).opacity") == "0"
    page.locator("#documents").hover()
    assert button.evaluate("e => getComputedStyle(e).opacity") == "1"
    button.click()
    expect(said(page)).to_have_text("Link copied.")
    shown = page.evaluate("getComputedStyle(document.querySelector('#documents'), '::after').content")
    assert shown == '"Link copied"'
    link = on_the_clipboard(page)
    assert link == f"{address}{CASE}#documents"
    page.goto(link)
    page.wait_for_function("document.querySelector('#documents').getBoundingClientRect().top < 120")


def test_the_link_of_a_page_that_was_opened_by_another_link_is_its_own(page: Page, address: str) -> None:
    page.goto(f"{address}{CASE}?from=mail#story")
    page.get_by_role("button", name="Copy link to section: Cite this review").click()
    expect(said(page)).to_have_text("Link copied.")
    assert on_the_clipboard(page).endswith("#cite")


def test_a_button_takes_nothing_from_the_names_of_headings_and_sections(page: Page, address: str) -> None:
    assert page.get_by_role("heading", name="What happened", exact=True).count() == 1
    assert page.get_by_role("region", name="What happened", exact=True).count() == 1
    assert page.get_by_role("complementary", name="About this review", exact=True).count() == 1
    for where in EVERYWHERE:
        page.goto(address + where)
        wait_until_ready(page)
        wanted = page.locator("main :is(h2, h3)[id]").count()
        names = page.locator("main .lib-copy-link").evaluate_all("all => all.map((e) => e.ariaLabel)")
        assert len(set(names)) == len(names) == wanted > 3


def test_the_keyboard_stops_at_no_button_of_a_section_that_the_contents_link_to(opened: Opened) -> None:
    for where in (HANDWRITTEN, BRIEFING):
        with opened(where) as page:
            linked = page.locator(".lib-toc a").count()
            skipped = page.locator(".lib-copy-link[tabindex='-1']")
            assert skipped.count() == linked > 2, where
            contents = {f"{each}" for each in page.locator(".lib-toc a").evaluate_all("all => all.map((e) => e.hash)")}
            headings = skipped.evaluate_all("all => all.map((e) => `#${e.parentElement.id}`)")
            assert set(headings) == contents


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_the_buttons_come(chromium: Browser, address: str, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    for where in EVERYWHERE:
        page.goto(address + where)
        wait_until_ready(page)
        assert page.locator(".lib-copy-link").count() > 3
        after = page.evaluate(PLACES)
        page.route("**/assets/share.js", lambda route: route.fulfill(body=PRINT_ONLY, content_type="text/javascript"))
        page.goto(address + where)
        wait_until_ready(page)
        assert page.locator(".lib-copy-link").count() == 0
        before = page.evaluate(PLACES)
        page.unroute("**/assets/share.js")
        assert before == after
    context.close()


def test_on_a_touch_screen_every_button_is_seen_and_large_enough(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 700}, has_touch=True, is_mobile=True)
    page = context.new_page()
    for where in EVERYWHERE:
        page.goto(address + where)
        wait_until_ready(page)
        seen = page.evaluate(BUTTONS)
        assert len(seen) > 3
        for opacity, width, height, right in seen:
            assert opacity == "1"
            assert min(width, height) >= 24
            assert right <= 360
    context.close()


def test_by_keyboard_alone_a_link_is_copied(page: Page) -> None:
    button = page.get_by_role("button", name="Copy link to section: What happened")
    button.focus()
    assert button.evaluate("e => getComputedStyle(e).opacity") == "1"
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("Link copied.")


def test_a_link_that_cannot_be_copied_stands_in_the_address_bar(opened: Opened, address: str) -> None:
    with opened("about/") as page:
        page.add_init_script(NO_CLIPBOARD)
        page.goto(address + CASE)
        page.get_by_role("button", name="Copy link to section: Documents").click()
        expect(said(page)).to_contain_text("did not let this page copy the link")
        assert page.url == f"{address}{CASE}#documents"


@pytest.mark.parametrize(
    ("button", "source"),
    [("Copy the citation", "cite-sentence"), ("Copy the BibTeX", "cite-bib"), ("Copy the RIS", "cite-ris")],
)
def test_a_citation_is_copied_as_it_stands_there(page: Page, button: str, source: str) -> None:
    for each in page.locator("summary").all():
        each.click()
    page.get_by_role("button", name=button).click()
    expect(said(page)).to_have_text("Copied.")
    shown = page.get_by_role("button", name=button).evaluate("e => getComputedStyle(e, '::after').content")
    assert shown == '"Copied"'
    copied = on_the_clipboard(page)
    assert copied == page.locator(f"#{source}").text_content()
    assert TITLE in copied


def test_a_citation_that_cannot_be_copied_is_selected(opened: Opened, address: str) -> None:
    with opened("about/") as page:
        page.add_init_script(NO_CLIPBOARD)
        page.goto(address + CASE)
        page.get_by_role("button", name="Copy the citation").click()
        expect(said(page)).to_contain_text("It is selected")
        assert page.evaluate("getSelection().toString()") == page.locator("#cite-sentence").text_content()


@pytest.mark.parametrize(("name", "ending", "read"), [("BibTeX", "bib", read_bibtex), ("RIS", "ris", read_ris)])
def test_a_citation_is_saved_as_a_file_that_programs_read(
    page: Page, tmp_path: Path, name: str, ending: str, read: Any
) -> None:
    page.locator("summary", has_text=name).click()
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Download {name}").click()
    assert download.value.suggested_filename == f"grace.{ending}"
    download.value.save_as(tmp_path / "saved")
    saved = (tmp_path / "saved").read_bytes()
    assert saved.count(b"\r\n") == saved.count(b"\n") > 5
    entry = read(saved.decode().replace("\r\n", "\n"))["review-grace"]
    assert (entry["title"], entry["year"]) == (TITLE, "2022")
    assert ending == "bib" or b"\r\nER  - \r\n" in saved


def test_without_scripts_citations_can_be_selected_and_the_contents_give_the_links(opened: Opened) -> None:
    with opened(CASE, scripts=False) as page:
        assert page.locator(".lib-copy-link").count() == 0
        assert not page.get_by_role("button", name="Copy").first.is_visible()
        page.locator("summary", has_text="RIS").click()
        assert page.locator("#cite-ris").is_visible()
        assert not page.get_by_role("button", name="Download").first.is_visible()
        links = page.get_by_role("navigation", name="On this page").get_by_role("link")
        anchors = {each.get_attribute("href") for each in links.all()}
        assert {"#story", "#documents", "#cite"} <= anchors


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_when_all_is_open_and_said(opened: Opened, scheme: str) -> None:
    with opened(CASE, width=320, scheme=scheme) as page:
        for each in page.locator("main summary").all():
            each.click()
        page.get_by_role("button", name="Copy the RIS").click()
        page.locator("#cite-words + button").focus()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert objections(page) == {}


def printed(page: Page) -> tuple[int, str]:
    """How many pages of A4 a page takes, and the text on them in one line."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    text = " ".join(each.extract_text() for each in reader.pages)
    return len(reader.pages), " ".join(normalize("NFKC", text).split())


@pytest.mark.parametrize(("where", "most"), [(CASE, 3), (BRIEFING, 2), ("briefings/suicide-awareness/", 2)])
def test_a_printed_page_has_what_paper_needs_and_nothing_else(opened: Opened, where: str, most: int) -> None:
    with opened(where) as page:
        pages, text = printed(page)
        assert pages <= most
        for wanted in ("Worried about someone?", "999", "Warwickshire reviews library", "Cite this", "Made for"):
            assert wanted in text
        for left_out in ("Leave this site", "Copy the", "Download", "BibTeX", "Appearance", "Print this page", "Menu"):
            assert left_out not in text


def test_the_address_of_a_link_to_another_site_is_printed_once(opened: Opened) -> None:
    with opened("briefings/suicide-awareness/") as page:
        document = page.locator("main .lib-documents a[href^=http]").first.get_attribute("href")
        assert document is not None
        _, text = printed(page)
        assert text.replace(" ", "").count(document) == 1


def test_what_a_reader_has_opened_is_printed(opened: Opened) -> None:
    with opened(CASE) as page:
        page.locator("summary", has_text="BibTeX").click()
        _, text = printed(page)
        assert "@techreport" in text
        assert "EndNote" not in text


@pytest.mark.parametrize("where", EVERYWHERE)
def test_nothing_is_cut_off_on_paper(opened: Opened, where: str) -> None:
    with opened(where, width=A4_IN_PIXELS) as page:
        page.emulate_media(media="print")
        out = page.evaluate(BEYOND, A4_IN_PIXELS)
        assert out == []
        assert [each for each in page.locator(".lib-first-page").all() if each.is_visible()] == []


@pytest.mark.parametrize("where", [CASE, BRIEFING, "bulletins/2022-q3/", "resources/referral-form/"])
def test_the_link_to_a_page_is_copied_without_what_follows_it(page: Page, address: str, where: str) -> None:
    page.goto(f"{address}{where}?from=mail#cite")
    wait_until_ready(page)
    page.get_by_role("button", name="Copy link", exact=True).click()
    expect(said(page)).to_have_text("Link copied.")
    assert on_the_clipboard(page) == address + where


def test_a_page_is_sent_by_e_mail_with_its_title_and_address(opened: Opened) -> None:
    with opened(CASE, scripts=False) as page:
        link = page.get_by_role("link", name="Send by email").get_attribute("href")
        canonical = page.locator("link[rel=canonical]").get_attribute("href")
        expect(page.get_by_role("button", name="Copy link", exact=True)).to_have_count(0)
    parts = urlsplit(link or "")
    assert (parts.scheme, parts.path) == ("mailto", "")
    assert parse_qs(parts.query) == {"subject": [TITLE], "body": [f"{TITLE}\r\n{canonical}"]}

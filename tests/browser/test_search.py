"""Searching as readers do it: a sentence of a page, a page of a document, by keyboard, on a phone, without scripts."""

from __future__ import annotations

import re
import shutil
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests import pdfs
from tests.browser.axe_and_layout import objections, wait_until_at_rest
from tests.browser.conftest import wait_until_ready
from tests.conftest import copy_full
from tests.served_folder import serving_folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

    from tests.conftest import Site

LANTERN = "A lantern was seen on the ice by two of the neighbours, and nobody was told of it."
REPORT = "documents/wren-full-report.pdf"
LABEL = "Wren: Tarn Adult Review report"


@pytest.fixture(scope="module")
def tarnshire(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The invented partnership's site, in which a report has 12 pages, and a draft's words are known."""
    site = copy_full(tmp_path_factory.mktemp("search") / "full")
    for name in ("teasel", "tansy"):
        site.change(f"content/cases/{name}/case.yml", "name: ", "name: zyzzogeton ")
    report = site.root / "content" / "cases" / "wren" / "Wren FINAL v3.pdf"
    report.write_bytes(pdfs.good("Wren: full report", pages=12, last=LANTERN))
    site.build()
    return site


@pytest.fixture(scope="module")
def root(tarnshire: Site) -> Iterator[str]:
    with serving_folder(tarnshire.output) as address:
        yield address


@pytest.fixture
def page(chromium: Browser, root: str) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(root + "search/")
    yield page
    context.close()


ANSWERED = """() => document.querySelector("[data-found] [role=status]").textContent.includes("result")
  && document.querySelector("[data-found] > ol:not([aria-busy])")"""


def ask(page: Page, words: str) -> Locator:
    """Types words and sends them by keyboard; gives the results."""
    page.get_by_label("Words to look for").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_function(ANSWERED)
    return page.locator("[data-found] > ol > li")


def result_at(page: Page, address: str) -> Locator:
    """The result that leads to an address."""
    return page.locator("[data-found] > ol > li", has=page.locator(f'h2 a[href="{address}"]'))


def told(page: Page) -> str:
    return page.locator("[data-found] [role=status]").inner_text()


def test_a_sentence_of_a_case_is_found_under_its_name(page: Page) -> None:
    ask(page, "nobody came back after the first knock")
    found = result_at(page, "/reviews/wren/")
    assert found.locator("h2").inner_text().startswith("Wren: ")
    assert "Review, 14 March 2025" in found.inner_text()
    assert {"knock", "first"} <= {
        all_inner_text.lower().strip(".;,") for all_inner_text in found.locator("mark").all_inner_texts()
    }
    found.locator("h2 a").click()
    assert page.url.endswith("/reviews/wren/")


def test_a_result_says_how_to_read_the_record(page: Page, tarnshire: Site) -> None:
    ways = {each["name"]: each["how_to_read"] for each in tarnshire.data("data/reviews.json")["reviews"]}
    assert ways["Wren"] == ["read-here", "pdf"]
    ask(page, "nobody came back after the first knock")
    assert result_at(page, "/reviews/wren/").locator(".lib-meta").inner_text().endswith("Read here · PDF")


def test_a_result_leads_to_the_heading_below_which_the_words_stand(page: Page) -> None:
    ask(page, "nobody came back after the first knock")
    part = result_at(page, "/reviews/wren/").locator("ul a").first
    assert part.get_attribute("href") == "/reviews/wren/#story"
    assert part.inner_text().startswith("What happened")


def test_a_sentence_on_page_12_of_a_document_opens_there_under_the_documents_name(page: Page) -> None:
    results = ask(page, "lantern on the ice")
    assert told(page) == "1 result for “lantern on the ice”"
    assert results.first.locator("h2").inner_text() == LABEL
    assert "Document, PDF" in results.first.locator(".lib-meta").inner_text()
    places = results.first.locator("ul a")
    assert [each.get_attribute("href") for each in places.all()] == [f"/{REPORT}#page=12"]
    assert places.first.text_content() == f"Page 12 of {LABEL}"
    assert "lantern" in results.first.locator("ul mark").first.inner_text()


def test_the_words_stand_in_the_address_and_the_back_button_brings_the_last_ones(page: Page, root: str) -> None:
    ask(page, "lantern")
    assert page.url == f"{root}search/?q=lantern"
    ask(page, "knock")
    page.go_back()
    page.wait_for_function("document.querySelector('[data-found] [role=status]').textContent.includes('lantern')")
    assert page.get_by_label("Words to look for").input_value() == "lantern"
    page.reload()
    page.wait_for_function("document.querySelector('[data-found] [role=status]').textContent.includes('1 result')")


AT_REST = "!document.querySelector('[data-found] > button[aria-busy]')"


def test_ten_are_shown_at_a_time_and_more_on_request(page: Page) -> None:
    results = ask(page, "the")
    number = int(told(page).split()[0])
    assert number > 12
    assert results.count() == 10
    more = page.get_by_role("button", name="Show more")
    more.focus()
    page.keyboard.press("Enter")
    twice = min(20, number)
    page.wait_for_function(f"document.querySelectorAll('[data-found] > ol > li').length === {twice}")
    page.wait_for_function(AT_REST)
    eleventh = results.nth(10).locator("h2 a").get_attribute("href")
    assert page.evaluate("document.activeElement.getAttribute('href')") == eleventh
    while more.is_visible():
        before = results.count()
        more.click()
        page.wait_for_function(f"document.querySelectorAll('[data-found] > ol > li').length > {before}")
        page.wait_for_function(AT_REST)
    assert results.count() == number


def type_in(page: Page, words: str, until: str) -> None:
    """Types words and waits until the page has said something."""
    page.get_by_label("Words to look for").fill(words)
    page.wait_for_function(
        "said => document.querySelector('[data-found] [role=status]').textContent.includes(said)", arg=until
    )


def test_results_come_as_somebody_types_and_the_address_follows(page: Page, root: str) -> None:
    type_in(page, "lantern", "1 result for “lantern”")
    assert page.url == f"{root}search/?q=lantern"
    page.locator("[data-found] > ol > li").first.wait_for()
    assert page.locator("[data-found] > ol > li").count() == 1


def test_back_brings_the_words_that_had_been_answered_and_not_each_letter(page: Page, root: str) -> None:
    ask(page, "lantern")
    for words in ("kno", "knoc", "knock"):
        type_in(page, words, f"for “{words}”")
    page.go_back()
    page.wait_for_function("document.querySelector('[data-found] [role=status]').textContent.includes('lantern')")
    assert page.url == f"{root}search/?q=lantern"


def test_the_last_of_two_quick_questions_is_the_one_that_is_answered(page: Page) -> None:
    slow: list[Any] = []
    page.route("**/spelling.json", lambda route: slow.append(route))  # noqa: PLW0108 Playwright looks at its names
    with page.expect_request("**/spelling.json"):
        page.get_by_label("Words to look for").fill("Wern")
    type_in(page, "lantern", "1 result for “lantern”")
    with page.expect_event("requestfinished", lambda request: request.url.endswith("/spelling.json")):
        slow[0].continue_()
    wait_until_at_rest(page)
    assert told(page) == "1 result for “lantern”"
    expect(page.locator("[data-found] > ol > li h2")).to_have_text([LABEL])


def test_the_parts_of_a_document_count_as_one(page: Page) -> None:
    results = ask(page, "ferry")
    assert results.filter(has_text=LABEL).count() == 1
    found = result_at(page, f"/{REPORT}")
    assert "More matches in this document" in found.inner_text()


def test_results_can_be_shown_by_kind(page: Page, root: str) -> None:
    ask(page, "wren")
    offered = page.locator("[data-found] fieldset label").all_inner_texts()
    numbers = [int(each.rpartition("(")[2].rstrip(")")) for each in offered]
    assert offered[0].strip().startswith("Everything")
    assert numbers[0] == sum(numbers[1:]) == int(told(page).split()[0])
    page.get_by_role("radio", name="Documents").check()
    page.wait_for_function("document.querySelector('[data-found] [role=status]').textContent.includes('in documents')")
    page.wait_for_function(ANSWERED)
    assert page.url == f"{root}search/?q=wren&kind=Document"
    addresses = [each.get_attribute("href") or "" for each in page.locator("[data-found] h2 a").all()]
    assert addresses
    assert all(address.startswith("/documents/") for address in addresses)
    page.go_back()
    page.wait_for_function("!document.querySelector('[data-found] [role=status]').textContent.includes('in documents')")
    expect(page.get_by_role("radio", name="Everything")).to_be_checked(timeout=30_000)


@pytest.mark.parametrize("words", ["TCR", "looking back", "tarn child reviews"])
def test_words_that_mean_the_same_find_the_same(page: Page, tarnshire: Site, words: str) -> None:
    reviews = tarnshire.data("data/reviews.json")["reviews"]
    wanted = {f"/reviews/{review['id']}/" for review in reviews if review["type_label"] == "Tarn Child Review"}
    assert wanted
    ask(page, words)
    assert wanted <= {each.get_attribute("href") or "" for each in page.locator("[data-found] h2 a").all()}


def test_a_slip_is_mended_and_said(page: Page) -> None:
    type_in(page, "lantren", "result")
    assert told(page) == "No results for “lantren”. Showing results for “lantern”: 1 result."
    type_in(page, "Wern", "Showing results for “Wren”")
    result_at(page, "/reviews/wren/").wait_for()


def test_what_exists_is_not_mended(page: Page) -> None:
    ask(page, "wren")
    assert "Showing" not in told(page)
    type_in(page, "lanter", "result for “lanter”")
    assert told(page) == "1 result for “lanter”"


def test_a_word_that_stands_nowhere_is_left_out_and_that_is_said(page: Page) -> None:
    ask(page, "xqzzy lantern")
    assert told(page) == "No results for all your words. Without “xqzzy”: 1 result."


@pytest.mark.parametrize(
    "words", ['"', "((((", "\\", "🙂", "a" * 10_000, "x " * 5_000, "<img src=x onerror=alert(1)>", "%00", "null"]
)
def test_nonsense_is_answered_and_breaks_nothing(page: Page, words: str) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    type_in(page, words, "result")
    page.wait_for_function(ANSWERED)
    assert wrong == []
    type_in(page, "lantern", "1 result for “lantern”")


def test_a_review_stands_above_what_was_written_about_it(page: Page) -> None:
    results = ask(page, "Wren")
    assert results.first.locator("h2 a").get_attribute("href") == "/reviews/wren/"


FOUND = """async (words) => {
  const { rankAddresses } = await import(new URL("../assets/search-index.js", document.baseURI));
  const { index, root } = document.querySelector("[data-search]").dataset;
  return [...(await rankAddresses(words, { index, root })).ranks];
}"""


def test_what_a_document_says_counts_for_its_record(page: Page) -> None:
    assert page.evaluate(FOUND, "lantern") == [[REPORT, 0], ["reviews/wren/", 1]]
    ranks = page.evaluate(FOUND, "wren")
    assert ranks[0] == ["reviews/wren/", 0]
    assert [rank for _, rank in ranks] == [*range(len(ranks))]
    assert page.evaluate(FOUND, "xqzzy") == page.evaluate(FOUND, "") == []


def test_nothing_found_says_what_to_try(page: Page) -> None:
    page.get_by_label("Words to look for").fill("xqzzy")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('[data-found] [role=status]').textContent.includes('No results')")
    assert "Check the spelling" in told(page)
    assert page.get_by_role("link", name="the themes").is_visible()


def test_what_is_typed_is_never_read_as_html(page: Page) -> None:
    page.goto(page.url + "?q=%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D'taken'%22%3E")
    page.wait_for_function("document.querySelector('[data-found] [role=status]').textContent.includes('for “<img')")
    assert page.locator("[data-found] img").count() == 0
    assert page.title() != "taken"


ASK_PAGEFIND = """async (words) => {
  const pagefind = await import(new URL("index/pagefind.js", document.baseURI));
  await pagefind.options({ noWorker: true });
  const { results } = await pagefind.search(words);
  const data = await Promise.all(results.map((each) => each.data()));
  return data.map((each) => each.url);
}"""


def found_in_index(page: Page, words: str) -> list[str]:
    addresses: list[str] = page.evaluate(ASK_PAGEFIND, words)
    return addresses


def test_a_theme_finds_its_cases_though_their_text_does_not_name_it(page: Page, tarnshire: Site) -> None:
    case = next(each for each in tarnshire.data("data/reviews.json")["reviews"] if each["id"] == "wren")
    assert case["themes"]
    for each in case["themes"]:
        words = each.replace("-", " ")
        assert "/reviews/wren/" in found_in_index(page, words), words


def test_a_draft_and_a_withdrawn_record_are_not_found(page: Page) -> None:
    page.get_by_label("Words to look for").fill("zyzzogeton")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('[data-found] [role=status]').textContent.includes('No results')")
    assert found_in_index(page, "zyzzogeton") == []


def test_it_works_by_keyboard_alone(page: Page) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "lib-words":
            break
    page.keyboard.type("lantern on the ice")
    page.keyboard.press("Enter")
    page.wait_for_function(ANSWERED)
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-found] h2 a')"):
            break
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == f"/{REPORT}#page=12"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_runs_out_of_the_window(chromium: Browser, root: str, scheme: Any) -> None:
    context = chromium.new_context(color_scheme=scheme)
    page = context.new_page()
    for words in ("", "?q=the", "?q=xqzzy"):
        page.goto(root + "search/" + words)
        if words:
            page.wait_for_function(ANSWERED)
        wait_until_at_rest(page)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert objections(page) == {}
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.set_viewport_size({"width": 640, "height": 900})
        page.add_style_tag(content="html { font-size: 200% }")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640
    context.close()


def test_one_text_never_leads_to_two_places(page: Page) -> None:
    ask(page, "the")
    places: dict[str, str] = {}
    for text, target in page.evaluate(
        "[...document.querySelectorAll('[data-found] a')].map(a => [a.textContent, a.href])"
    ):
        assert places.setdefault(text, target) == target, text


def policy_for(html: str) -> str:
    """The site's own policy, in which the script that stands in the page is known by its hash."""
    hashes = " ".join(
        f"'sha256-{b64encode(sha256(each.encode()).digest()).decode()}'"
        for each in re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    )
    return (
        f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {hashes}; connect-src 'self'; style-src 'self'; "
        "img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'"
    )


def test_no_other_host_is_asked_and_a_strict_policy_is_kept(chromium: Browser, root: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    asked_for: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.route(
        "**/search/?q=*",
        lambda route: route.fulfill(
            response=(answer := route.fetch()),
            headers={**answer.headers, "content-security-policy": policy_for(answer.text())},
        ),
    )
    page.goto(root + "search/?q=lantern")
    page.locator("[data-found] > ol > li").first.wait_for()
    wait_until_at_rest(page)
    assert told(page) == "1 result for “lantern”"
    assert wrong == []
    assert len(asked_for) > 5
    assert [each for each in asked_for if not each.startswith(root)] == []
    assert context.cookies() == []
    context.close()


def test_nothing_of_the_index_is_fetched_before_there_are_words(chromium: Browser, root: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(root)))
    page.goto(root + "search/")
    wait_until_ready(page)
    wait_until_at_rest(page)
    assert "assets/search-page.js" in fetched
    assert "assets/search-suggestions.js" not in fetched
    assert [each for each in fetched if each.startswith("search/index/")] == []
    page.goto(root + "reviews/wren/")
    wait_until_ready(page)
    wait_until_at_rest(page)
    assert fetched.count("assets/search-page.js") == 1
    context.close()


def test_without_scripts_the_ways_to_browse_are_shown(chromium: Browser, root: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(root + "search/")
    assert "needs JavaScript" in page.locator("main").inner_text()
    assert not page.get_by_label("Words to look for").is_visible()
    page.get_by_role("link", name="the briefings").click()
    assert page.url == root + "briefings/"
    context.close()


def test_a_missing_index_is_told_in_words(chromium: Browser, tarnshire: Site, tmp_path: Path) -> None:
    shutil.copytree(
        tarnshire.output, tmp_path / "site", ignore=lambda folder, _: ["index"] if folder.endswith("search") else []
    )
    with serving_folder(tmp_path / "site") as root:
        page = chromium.new_page()
        page.goto(root + "search/?q=wren")
        page.wait_for_function("document.querySelector('[data-found] [role=status]').textContent.includes('not work')")
        assert page.get_by_role("link", name="the reviews").is_visible()
        page.close()


def test_it_works_below_another_sites_folder(chromium: Browser, tarnshire: Site, tmp_path: Path) -> None:
    shutil.copytree(tarnshire.output, tmp_path / "a" / "sub")
    with serving_folder(tmp_path / "a") as root:
        page = chromium.new_page()
        page.goto(root + "sub/search/?q=lantern")
        link = page.locator("[data-found] ul a").first
        link.wait_for()
        assert link.get_attribute("href") == f"/sub/{REPORT}#page=12"
        page.close()

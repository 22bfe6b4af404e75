"""The field in the header: by keyboard, by touch, on a phone, and without scripts."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus

import pytest

from tests.browser.axe_and_layout import objections, wait_until_at_rest
from tests.browser.conftest import wait_until_ready
from tests.served_folder import serving_folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

    from tests.browser.conftest import Opened
    from tests.conftest import Site

CASE = "reviews/james/"
both_widths = pytest.mark.parametrize("width", [360, 1280])


def field_of(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search the library")


def options_of(page: Page) -> Locator:
    return page.get_by_role("option")


def told(page: Page) -> str:
    return page.locator("[data-search-box] [role=status]").inner_text()


def type_in(page: Page, words: str) -> Locator:
    """Types words letter by letter; gives the options, once they are those for all of the words."""
    field_of(page).focus()
    page.keyboard.type(words)
    page.locator(f'.lib-options__all[href$="?q={quote_plus(words)}"]').wait_for()
    return options_of(page)


def quoted(words: str) -> str:
    return f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}"


def chosen(page: Page) -> str:
    """The option that the field says is chosen; empty where none is."""
    text: str = page.evaluate(
        """() => {
          const id = document.querySelector("[data-search-box] input").getAttribute("aria-activedescendant");
          const option = id && document.getElementById(id);
          return option && option.getAttribute("aria-selected") === "true" ? option.textContent : "";
        }"""
    )
    return text


@both_widths
def test_a_review_is_found_and_opened_by_keyboard_alone(opened: Opened, width: int) -> None:
    with opened(CASE, width=width) as page:
        page.keyboard.press("Control+k")
        assert field_of(page).evaluate("field => field === document.activeElement")
        type_in(page, "grace")
        page.keyboard.press("ArrowDown")
        assert chosen(page).startswith("Grace: Child Safeguarding Practice Review")
        page.keyboard.press("Enter")
        page.wait_for_url("**/reviews/grace/")


def test_enter_without_a_choice_leads_to_the_page_of_results(opened: Opened) -> None:
    with opened(CASE) as page:
        type_in(page, "neglect")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=neglect")
        page.get_by_role("heading", name="Child Neglect: 7-minute briefing").wait_for()


def test_the_arrows_home_and_end_move_through_the_options(opened: Opened) -> None:
    with opened(CASE) as page:
        texts = type_in(page, "neglect").all_text_contents()
        for key, option in (
            ("ArrowDown", texts[0]),
            ("ArrowDown", texts[1]),
            ("End", texts[-1]),
            ("ArrowDown", ""),
            ("ArrowUp", texts[-1]),
            ("Home", texts[0]),
            ("ArrowUp", ""),
        ):
            page.keyboard.press(key)
            assert chosen(page) == option, key
        assert field_of(page).evaluate("field => field === document.activeElement")


def test_the_last_option_shows_all_results(opened: Opened) -> None:
    with opened(CASE) as page:
        last = type_in(page, "neglect").last
        number = int(last.inner_text().split()[2])
        assert told(page) == f"{number} results, use the arrow keys."
        page.keyboard.press("ArrowUp")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=neglect")
        page.wait_for_function(
            "told => document.querySelector('[data-found] [role=status]').textContent === told",
            arg=f"{number} results for {quoted('neglect')}",
        )


def test_escape_closes_the_list_and_then_empties_the_field(opened: Opened) -> None:
    with opened(CASE) as page:
        type_in(page, "neglect")
        assert field_of(page).get_attribute("aria-expanded") == "true"
        page.keyboard.press("Escape")
        assert field_of(page).get_attribute("aria-expanded") == "false"
        assert options_of(page).count() == 0
        assert field_of(page).input_value() == "neglect"
        page.keyboard.press("Escape")
        assert field_of(page).input_value() == ""


def test_leaving_the_field_closes_the_list(opened: Opened) -> None:
    with opened(CASE) as page:
        type_in(page, "neglect")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Search"
        assert options_of(page).count() == 0


def test_options_are_grouped_by_kind_and_show_the_sentence_with_the_words(opened: Opened) -> None:
    with opened(CASE) as page:
        type_in(page, "neglect")
        assert {"Reviews", "Briefings"} <= {
            page.locator(f"#{each.get_attribute('aria-labelledby')}").inner_text()
            for each in page.get_by_role("listbox", name="Results").get_by_role("group").all()
        }
        review = page.get_by_role("group", name="Reviews").get_by_role("option").first
        assert review.inner_text().startswith("Grace: ")
        assert "September 2022" in review.inner_text()
        assert review.locator("mark").first.inner_text() == "neglect"
        assert options_of(page).count() <= 9


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("SCR", "Serious Case Review"),
        ("serious case review", "Serious Case Review"),
        ("LADO", "LADO Process"),
        ("local authority designated officer", "LADO Process"),
        ("FGM", "Female Genital Mutilation"),
        ("7MB suicide", "Suicide Awareness"),
        ("MASH", "Front Door"),
    ],
)
def test_the_words_of_the_field_are_understood(opened: Opened, words: str, first: str) -> None:
    with opened(CASE) as page:
        assert first in type_in(page, words).first.inner_text()


def test_whoever_looks_for_the_old_name_of_a_review_finds_the_new_ones_too(opened: Opened) -> None:
    with opened("search/?q=SCR") as page:
        page.get_by_role("radio", name="Reviews").check()
        page.get_by_role("button", name="Show more").or_(page.locator("[data-found] li >> nth=9")).first.wait_for()
        titles = " ".join(page.locator("[data-found] h2").all_inner_texts())
        assert "Serious Case Review" in titles
        assert "Child Safeguarding Practice Review" in titles


@pytest.mark.parametrize(("slip", "meant"), [("Graec", "Grace"), ("negelct", "neglect"), ("alchohol", "alcohol")])
def test_a_slip_is_mended_and_said(opened: Opened, slip: str, meant: str) -> None:
    with opened(CASE) as page:
        options = type_in(page, slip)
        said = f"No results for {quoted(slip)}. Showing results for {quoted(meant)}: "
        assert page.locator(".lib-options__note").inner_text().startswith(said)
        assert told(page).startswith(said)
        assert options.count() > 1


def test_a_slip_in_a_name_leads_to_the_review(opened: Opened) -> None:
    with opened(CASE) as page:
        assert type_in(page, "Graec").first.inner_text().startswith("Grace: Child Safeguarding Practice Review")


def test_the_slash_leads_to_the_field_but_not_from_where_one_types(opened: Opened) -> None:
    with opened(CASE) as page:
        page.keyboard.press("/")
        assert field_of(page).evaluate("field => field === document.activeElement")
        page.keyboard.type("a/b")
        assert field_of(page).input_value() == "a/b"
        page.keyboard.press("Control+k")
        page.keyboard.type("c")
        assert field_of(page).input_value() == "c", "what stood there was selected"


def test_the_slash_can_be_turned_off_and_the_chord_stays(opened: Opened) -> None:
    with opened(CASE) as page:
        assert field_of(page).get_attribute("aria-keyshortcuts") == "Control+K /"
        page.get_by_role("checkbox", name="Press / to search").uncheck()
        assert field_of(page).get_attribute("aria-keyshortcuts") == "Control+K"
        page.locator("main").focus()
        page.keyboard.press("/")
        assert not field_of(page).evaluate("field => field === document.activeElement")
        page.keyboard.press("Control+k")
        assert field_of(page).evaluate("field => field === document.activeElement")


def test_on_the_page_of_results_the_keys_lead_to_its_own_field(opened: Opened) -> None:
    with opened("search/") as page:
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "lib-words"


@both_widths
def test_an_option_answers_to_a_click_or_a_tap(opened: Opened, width: int) -> None:
    with opened(CASE, width=width) as page:
        options = type_in(page, "grace")
        page.locator(".lib-options__kind").first.click()
        assert options.count() > 1, "a click beside the options leaves them open"
        options.first.click()
        page.wait_for_url("**/reviews/grace/")


@pytest.mark.parametrize(
    "words", ['""', "((((", "\N{SLIGHTLY SMILING FACE}" * 3, "a" * 10_000, "<img src=x onerror=alert(1)>"]
)
def test_nonsense_is_answered_and_breaks_nothing(opened: Opened, words: str) -> None:
    with opened(CASE) as page:
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("dialog", lambda dialog: wrong.append(dialog.message))
        field_of(page).focus()
        field_of(page).fill(words)
        page.wait_for_function(
            "document.querySelector('[data-search-box] [role=status]')?.textContent.includes('No results')"
        )
        assert wrong == []
        assert page.locator(".lib-options img").count() == 0
        field_of(page).fill("")
        assert type_in(page, "grace").count() > 1


def test_nothing_of_the_search_is_loaded_before_somebody_goes_there(opened: Opened) -> None:
    with opened("about/") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(page.url.replace("about/", CASE))
        wait_until_ready(page)
        wait_until_at_rest(page)
        names = {each.rpartition("/")[2] for each in asked}
        assert "search-box.js" in names
        assert not names & {"search-suggestions.js", "search-index.js", "pagefind.js", "words.json"}
        type_in(page, "grace")
        wait_until_at_rest(page)
        here = page.url.removesuffix(CASE)
        assert {"search-index.js", "pagefind.js", "words.json"} <= {each.rpartition("/")[2] for each in asked}
        assert "spelling.json" not in {each.rpartition("/")[2] for each in asked}
        assert [each for each in asked if not each.startswith(here)] == []


def test_the_last_of_two_quick_words_is_answered(opened: Opened) -> None:
    with opened(CASE) as page:
        held: list[Any] = []

        def hold(route: Any) -> None:
            held.append(route) if field_of(page).input_value() == "interpreters" else route.continue_()

        type_in(page, "interpreters")
        page.reload()
        with page.expect_request("**/fragment/*"):
            page.route("**/fragment/*", hold)
            field_of(page).focus()
            page.keyboard.type("interpreters")
        field_of(page).fill("grace")
        page.locator('.lib-options__all[href$="?q=grace"]').wait_for()
        for each in held:
            with page.expect_event("requestfinished"):
                each.continue_()
        wait_until_at_rest(page)
        assert held
        assert options_of(page).first.inner_text().startswith("Grace: ")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_in_the_open_list_and_it_stays_in_the_window(opened: Opened, width: int, scheme: str) -> None:
    with opened(CASE, width=width, scheme=scheme) as page:
        type_in(page, "neglect")
        page.keyboard.press("ArrowDown")
        assert objections(page) == {}
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        popup, field = page.locator(".lib-options").bounding_box(), field_of(page).bounding_box()
        assert popup is not None
        assert field is not None
        assert popup["x"] >= 0
        assert popup["x"] + popup["width"] <= width
        assert popup["y"] >= field["y"] + field["height"]
        if width == 320:
            assert popup["width"] >= 280


def test_each_option_is_a_target_of_24_pixels_and_the_chosen_one_is_in_sight(opened: Opened) -> None:
    with opened(CASE, width=360, height=500) as page:
        options = type_in(page, "neglect")
        window = page.locator(".lib-options").bounding_box()
        assert window is not None
        last = page.locator(".lib-options__all").bounding_box()
        assert last is not None
        for _ in range(options.count() - 1):
            page.keyboard.press("ArrowDown")
            box = page.locator("[role=option][aria-selected=true]").bounding_box()
            assert box is not None
            assert box["height"] >= 24
            assert box["y"] >= window["y"] - 1
            assert box["y"] < last["y"]


def test_without_scripts_the_header_offers_the_lists_in_place_of_the_search(opened: Opened) -> None:
    for width in (360, 1280):
        with opened(CASE, width=width, scripts=False) as page:
            assert not page.get_by_label("Search the library").is_visible()
            header = page.get_by_role("banner")
            assert header.get_by_role("link", name="Who to call").is_visible()
            header.get_by_role("link", name="the reviews", exact=True).click()
            page.wait_for_url("**/reviews/")
    with opened(CASE) as page:
        assert not page.get_by_text("The search needs JavaScript").first.is_visible()


def test_a_missing_index_is_told_in_words(chromium: Browser, warwickshire: Site, tmp_path: Path) -> None:
    shutil.copytree(
        warwickshire.output,
        tmp_path / "site",
        ignore=lambda folder, _: ["index"] if folder.endswith("search") else ["documents"],
    )
    with serving_folder(tmp_path / "site") as served:
        page = chromium.new_page()
        page.goto(f"{served}{CASE}")
        field_of(page).focus()
        page.keyboard.type("grace")
        page.get_by_text("Search is not working.").first.wait_for()
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=grace")
        page.close()

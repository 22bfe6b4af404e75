"""Back and Reload in `library edit`, in Chromium: what a button did is shown again, and nothing is sent again."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.test_edit import Desk, desk, page

__all__ = ["desk", "page"]


def posts_of(page: Page) -> list[str]:
    """The addresses of the forms that the browser sends, as they come."""
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    return sent


def test_back_and_reload_show_what_a_button_did_and_send_nothing(page: Page, desk: Desk) -> None:
    sent = posts_of(page)
    page.goto(f"{desk.forms}case/wren")
    page.get_by_role("link", name="Archive", exact=True).click()
    page.get_by_label("Reason").fill("The year is over.")
    page.get_by_role("button", name="Show what changes").click()
    page.get_by_role("button", name="Archive", exact=True).click()
    done = page.locator("#notice h2")
    expect(done).to_have_text("Done")
    assert [each.partition("/_edit/")[2] for each in sent if "event/" in each] == ["event/archive/case/wren"] * 2
    before = len(sent)
    page.reload()
    expect(done).to_have_text("Done")
    page.go_back()
    expect(done).to_have_text("Done")
    page.go_back()
    expect(page.get_by_role("button", name="Show what changes")).to_be_visible()
    page.go_forward()
    expect(done).to_have_text("Done")
    assert sent[before:] == []

    page.get_by_role("button", name="Take back this change").click()
    expect(page.locator("#notice p")).to_contain_text("Taken back:")
    before = len(sent)
    page.reload()
    expect(page.locator("#notice p")).to_contain_text("Taken back:")
    page.go_back()
    expect(page.locator("#notice")).to_contain_text("This was taken back since.")
    assert sent[before:] == []


def test_sections_follow_the_series_that_is_chosen(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.forms}briefing/wren-lessons")
    series, sections = page.get_by_label("Series"), page.locator("#field-sections")
    expect(sections).to_have_count(0)
    series.select_option("seven-minute")
    expect(sections).to_be_visible()
    expect(series).to_be_focused()
    series.select_option("lessons-learned")
    expect(sections).to_have_count(0)
    page.get_by_role("button", name="Discard changes").click()
    expect(page.locator("#notice")).to_contain_text("put away")


def test_a_name_that_exists_leads_to_its_record(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.forms}new")
    page.get_by_label("Name or title").fill("Wren")
    page.get_by_role("button", name="Go on").click()
    second = page.get_by_label("Second line of the title")
    expect(second).to_be_focused()
    page.locator("#f-subtitle").get_by_role("link", name="Wren").click()
    expect(page.locator("h1")).to_have_text("Wren")
    page.go_back()
    second.fill("The years after 2020")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_label("Second line of the title")).to_have_value("The years after 2020")
    expect(page.locator("h1")).to_contain_text("New case")
    page.get_by_role("button", name="Discard this record").click()

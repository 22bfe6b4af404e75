"""`library edit` in Chromium, as a communications officer uses it: with a mouse, by keyboard alone, on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from tests.browser.axe_and_layout import objections
from tests.conftest import copy_full
from tests.running_forms import running_forms

CASES = "content/cases"


@dataclass(frozen=True)
class Desk:
    """A running `library edit`, and the site that it changes."""

    root: Path
    opening: str
    """The address with the key, as the terminal shows it."""

    @property
    def forms(self) -> str:
        """The address of the list."""
        return self.opening.partition("?")[0]

    def read(self, case: str) -> str:
        """The text of a case."""
        return (self.root / CASES / case / "case.yml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """`library edit` on a copy of the full sample site, as a process."""
    folder = tmp_path_factory.mktemp("edit")
    root = folder / "site"
    copy_full(root)
    with running_forms(root, folder / "state") as opening:
        yield Desk(root, opening)


@pytest.fixture
def page(chromium: Browser, desk: Desk) -> Iterator[Page]:
    """A browser that was opened with the key."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(desk.opening)
    yield page
    context.close()
    assert refused == []


def save(page: Page) -> None:
    """Press Save, and wait until it is saved."""
    page.locator(".save-bar").get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".notice.good")).to_contain_text("Saved.")


def test_the_key_is_not_left_in_the_address(page: Page, desk: Desk) -> None:
    assert page.url == desk.forms
    assert page.evaluate("document.cookie") == ""


def test_an_officer_makes_a_case_with_two_briefings_and_a_pdf_and_corrects_it(page: Page, desk: Desk) -> None:
    page.get_by_role("link", name="New record").click()
    page.get_by_label("Name or title").fill("Alder")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Tarn Child Review").check()
    page.get_by_label("Published", exact=True).first.fill("September 2022")
    page.get_by_label("Summary", exact=True).fill("Alder, 9, moved house four times in a year.")

    briefings = page.locator("#field-briefings")
    for number in (1, 2):
        briefings.get_by_label("Add a briefing").select_option(index=1)
        briefings.get_by_role("button", name="Add", exact=True).click()
        expect(briefings.locator(".item")).to_have_count(number)
    first = briefings.locator(".chosen-name").first.inner_text()
    briefings.get_by_role("button", name=f"Move {first} down").click()
    expect(briefings.locator(".chosen-name").last).to_have_text(first)

    page.get_by_role("button", name="Add a document").click()
    document = page.locator("#field-documents-0")
    document.get_by_label("What it is").select_option("full-report")
    pdf = desk.root / "content" / "notices" / "visit-ledger.pdf"
    document.locator("[type=file]").first.set_input_files(pdf)
    expect(document.locator(".file-name")).to_have_text(pdf.name)
    page.get_by_role("button", name="Add a source").click()
    page.get_by_label("Source 1").fill("Invented for tests")
    assert not (desk.root / CASES / "alder").exists()
    save(page)
    text = desk.read("alder")
    for line in ("name: Alder", "type: child-review", "status: draft", "published: 2022-09", f"file: {pdf.name}"):
        assert line in text
    assert (desk.root / CASES / "alder" / pdf.name).read_bytes() == pdf.read_bytes()

    # The page of the new case appears next to the form, and follows a correction.
    heading = page.frame_locator("aside iframe").locator("h1")
    expect(heading).to_have_text("Alder")
    page.locator("#field-name").fill("Alder and Elm")
    save(page)
    expect(heading).to_have_text("Alder and Elm")


def test_a_finding_leads_to_its_field(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.forms}case/heron")
    before = desk.read("heron")
    page.locator("#field-expected").fill("next spring")
    page.locator(".save-bar").get_by_role("button", name="Save", exact=True).click()
    problem = page.locator(".notice.bad")
    expect(problem).to_be_focused()
    problem.get_by_role("link", name="Expected").click()
    expect(page.locator("#field-expected")).to_be_focused()
    expect(page.locator("#f-field-expected")).to_contain_text("This is not a date.")
    expect(page.locator(".finding.error")).to_have_count(1)
    assert desk.read("heron") == before
    page.get_by_role("button", name="Discard changes").click()
    expect(page.locator("#field-expected")).to_have_value("")


def test_what_is_typed_is_kept_without_saving(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.forms}case/linnet")
    before = desk.read("linnet")
    page.locator("#field-subtitle").fill("Half a sen")
    expect(page.locator("#state")).to_contain_text("kept at")
    page.goto(f"{desk.forms}case/linnet")
    expect(page.locator("#field-subtitle")).to_have_value("Half a sen")
    assert desk.read("linnet") == before
    page.get_by_role("button", name="Discard changes").click()
    expect(page.locator("#field-subtitle")).to_have_value("")
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator("#field-subtitle")).to_have_value("Half a sen")


def test_a_case_is_changed_by_keyboard_alone(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.forms}?find=teasel")
    tab_to(page, "document.activeElement.textContent === 'Teasel'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/case/teasel")
    tab_to(page, "document.activeElement.value === 'add:learning'")
    for number, text in enumerate(("Knock again.", "Write it down.")):
        page.keyboard.press("Enter" if number == 0 else "Space")
        focused = page.locator("#field-learning textarea:focus")
        expect(focused).to_have_count(1)
        page.keyboard.type(text)
        if number == 0:
            tab_to(page, "document.activeElement.value === 'add:learning'")
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("#field-learning textarea").last).to_have_value("Knock again.")
    expect(page.locator("#said")).to_contain_text("is now number")
    tab_to(page, "document.activeElement.closest('.save-bar') && document.activeElement.value === 'save'", most=400)
    page.keyboard.press("Enter")
    expect(page.locator(".notice.good")).to_be_focused()
    text = desk.read("teasel")
    assert text.index("Write it down.") < text.index("Knock again.")


def tab_to(page: Page, condition: str, most: int = 200) -> None:
    """Press Tab until the focus is where it should be."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"Boolean({condition})"):
            return
    raise AssertionError(f"never reached: {condition}")


def test_two_people_change_one_field(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.forms}case/wren")
    page.locator("#field-name").fill("Mine")
    page.locator("#field-subtitle").fill("Only mine")
    path = desk.root / CASES / "wren" / "case.yml"
    path.write_text(re.sub(r"(?m)^name: .*$", "name: Theirs", desk.read("wren")), encoding="utf-8")
    page.locator(".save-bar").get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".conflict legend")).to_have_text(["Name"])
    page.get_by_label("In the file now").check()
    page.get_by_role("button", name="Save with these texts").click()
    expect(page.locator(".notice.good")).to_contain_text("Saved.")
    assert "name: Theirs" in desk.read("wren")
    assert "subtitle: Only mine" in desk.read("wren")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "path",
    [
        "",
        "new",
        "case/sorrel",
        "briefing/cold-homes",
        "notice/winter-moot",
        "vocabulary/vocabulary",
        "page/about/index",
    ],
)
def test_lists_and_forms_are_accessible_and_fit(page: Page, desk: Desk, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(desk.forms + path)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert objections(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_the_page_next_to_the_form_follows_what_is_typed(page: Page, desk: Desk) -> None:
    before = desk.read("heron")
    page.goto(f"{desk.forms}case/heron")
    shown = page.frame_locator("iframe")
    expect(shown.locator("h1")).to_contain_text("Heron")
    page.get_by_label("What happened", exact=True).fill("A red kite came to the garden.")
    expect(shown.locator("body")).to_contain_text("A red kite came to the garden.", timeout=60_000)
    page.get_by_label("Published", exact=True).first.fill("20")
    expect(shown.locator(".preview-note")).to_contain_text("the last page without a mistake", timeout=60_000)
    assert objections(page) == {}
    page.get_by_role("button", name="Discard changes").click()
    expect(shown.locator("body")).not_to_contain_text("A red kite came to the garden.", timeout=60_000)
    expect(shown.locator(".preview-note")).to_have_count(0)
    assert desk.read("heron") == before


def is_draft(request: Request) -> bool:
    """True for what the script sends to be kept."""
    return 'name="do"\r\n\r\ndraft' in (request.post_data or "")


def test_a_save_waits_for_what_is_being_kept_so_that_nothing_stays_as_not_saved(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.forms}new")
    page.get_by_label("Name or title").fill("O'Byrne and 李")
    page.get_by_role("button", name="Go on").click()
    identity = page.url.rpartition("/")[2]
    page.get_by_label("Tarn Child Review").check()
    page.get_by_role("button", name="Add a source").click()
    page.get_by_label("Source 1").fill("Invented for tests")
    page.get_by_label("Summary", exact=True).fill("A swallow's nest.")
    save(page)

    held: list[Route] = []
    page.route("**/_edit/case/*", lambda route: held.append(route) if is_draft(route.request) else route.continue_())
    with page.expect_request(is_draft):
        page.get_by_label("Summary", exact=True).fill("Two swallows' nests.")
    # Pressed twice, while what was typed a moment ago is on its way.
    page.locator(".save-bar").get_by_role("button", name="Save", exact=True).dblclick(no_wait_after=True)
    page.wait_for_timeout(1500)
    with page.expect_response(lambda answer: is_draft(answer.request)):
        held[0].continue_()
    expect(page.locator(".notice.good")).to_contain_text("Saved.")
    expect(page.locator("#state")).to_have_text("")
    page.goto(f"{desk.forms}?state=open")
    expect(page.locator(".records a", has_text="O'Byrne")).to_have_count(0)
    assert "O'Byrne and 李" in desk.read(identity)
    assert "Two swallows' nests." in desk.read(identity)


def test_a_tab_without_its_key_keeps_what_is_typed_and_says_what_to_do(chromium: Browser, desk: Desk) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(desk.opening)
    page.goto(f"{desk.forms}case/heron")
    before = desk.read("heron")
    context.clear_cookies()
    field = page.locator("#field-subtitle")
    field.fill("Typed later")
    expect(page.locator("#state")).to_contain_text("Not kept: this tab may no longer use the forms.")
    page.locator(".save-bar").get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#state")).to_contain_text("open the forms again with Start library")
    expect(field).to_have_value("Typed later")
    other = context.new_page()
    other.goto(f"{desk.forms}case/heron")
    expect(other.locator("h1")).to_have_text("Open the forms again")
    expect(other.locator("main")).to_contain_text("is kept on this computer")
    assert desk.read("heron") == before
    other.goto(desk.opening)
    page.locator(".save-bar").get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".notice.good")).to_contain_text("Saved.")
    assert "subtitle: Typed later" in desk.read("heron")
    context.close()


def test_a_computer_that_cannot_write_leaves_what_was_typed_on_the_page(chromium: Browser, desk: Desk) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(desk.opening)
    page.goto(f"{desk.forms}case/heron")
    address = page.url
    page.route("**/_edit/case/*", lambda route: route.fulfill(status=500, content_type="text/html", body="<main>"))
    page.locator("#field-subtitle").fill("Only on the page")
    page.locator(".save-bar").get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#state")).to_contain_text("Not sent: something went wrong. Leave this page open")
    expect(page.locator("#field-subtitle")).to_have_value("Only on the page")
    assert page.url == address
    page.unroute_all()
    page.get_by_role("button", name="Discard changes").click()
    expect(page.locator(".notice.good")).to_contain_text("This is what is saved.")
    context.close()


def test_a_message_has_its_code_and_help_explains_it_without_the_internet(page: Page, desk: Desk) -> None:
    page.goto(f"{desk.forms}case/heron")
    page.get_by_label("Published", exact=True).first.fill("soon")
    page.locator(".save-bar").get_by_role("button", name="Save", exact=True).click()
    with page.context.expect_page() as opened:
        page.locator(".finding .code").first.click()
    explained = opened.value
    expect(explained.locator(":target")).to_contain_text(explained.url.partition("#")[2][:4].upper())
    page.get_by_role("button", name="Discard changes").click()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Help").click()
    handbook = opened.value
    expect(handbook.locator("h1")).to_have_text("Handbook for communications officers")
    handbook.get_by_role("link", name="My first hour").click()
    picture = handbook.locator("img").first
    assert picture.evaluate("each => each.decode().then(() => each.naturalWidth)") > 0


BRIGHTNESS = """(element) => {
  const [red, green, blue] = getComputedStyle(element).backgroundColor.match(/[0-9.]+/g).map(Number);
  return (red + green + blue) / 3;
}"""


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_forms_are_dark_where_the_device_is_and_the_page_next_to_them_is_as_readers_see_it(
    chromium: Browser, desk: Desk, width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme="dark")
    page = context.new_page()
    page.goto(desk.opening)
    for link in page.locator(".bar a").all():
        box = link.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= width
    paths = ("", "new", "case/sorrel", "import", "publish", "undo", "event/archive/case/heron", "case/no-such-case")
    for path in paths:
        page.goto(desk.forms + path)
        assert objections(page) == {}, path
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, path
        assert page.locator("body").evaluate(BRIGHTNESS) < 40, path
        for field in page.locator("input[type=text], textarea, select").all()[:3]:
            assert field.evaluate(BRIGHTNESS) < 40, path
    page.goto(desk.forms + "case/sorrel")
    frame = page.locator("aside iframe")
    assert frame.evaluate("(frame) => getComputedStyle(frame).colorScheme") == "light"
    page.emulate_media(color_scheme="light")
    assert page.locator("body").evaluate(BRIGHTNESS) > 240
    context.close()

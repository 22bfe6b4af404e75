"""The sections of a briefing are offered only where its page shows them."""

from __future__ import annotations

from tests.unit.form_server.conftest import Officer, form_in

SERIES_OF_CASES = "briefing/wren-lessons"


def test_sections_are_not_offered_where_the_text_is_in_the_case(officer: Officer) -> None:
    assert "Sections" not in officer.get(f"/_edit/{SERIES_OF_CASES}").text("legend")
    before = officer.read("briefings/wren-lessons/briefing.yml")
    officer.post(officer.open(SERIES_OF_CASES).set("summary", "Ask again."))
    after = officer.read("briefings/wren-lessons/briefing.yml")
    assert "summary: Ask again." in after
    assert len(after.splitlines()) == len(before.splitlines()) + 1
    assert "Sections" in officer.get("/_edit/briefing/lamplight").text("legend")


def test_the_fields_follow_the_series_that_is_chosen(officer: Officer) -> None:
    form = officer.open(SERIES_OF_CASES).set("series", "seven-minute")
    page = officer.post(form, "fields")
    assert "Sections" in page.text("legend")
    assert [each.attributes["name"] for each in page.page.css("[autofocus]")] == ["series"]
    page = officer.post(form_in(page).set("series", "lessons-learned"), "fields")
    assert "Sections" not in page.text("legend")
    assert page.page.css_first("noscript button[value=fields]") is not None


def test_sections_that_no_page_shows_are_shown_with_where_the_text_goes(officer: Officer) -> None:
    file = officer.root / "briefings/wren-lessons/briefing.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}sections:\n  - {{heading: One, body: Two.}}\n", encoding="utf-8")
    page = officer.get(f"/_edit/{SERIES_OF_CASES}")
    assert "Sections" in page.text("legend")
    assert "cannot have sections" in page.text("#f-field-sections")[0]
    form = form_in(page)
    officer.post(form, "draft")
    draft = officer.get(f"/_edit/{SERIES_OF_CASES}")
    assert "Write the text in the form of the review" in draft.text("#h-field-sections")[0]
    form.set("sections.#")
    officer.post(form)
    assert "sections" not in file.read_text(encoding="utf-8")

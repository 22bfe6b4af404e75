"""What someone meets in the first days: help, codes of messages, words that fit, and a key that is too old."""

from __future__ import annotations

import pytest

from tests.unit.form_server.conftest import CASE, Officer, form_in


def test_a_browser_without_the_key_reads_what_became_of_what_was_typed(officer: Officer) -> None:
    before = officer.read(CASE)
    form = officer.open("case/heron").set("name", "Changed")
    for reply in (officer.ask("GET", "/_edit/case/heron", b"", {}), officer.post(form, Cookie="")):
        assert reply.status == 403
        assert reply.text("h1") == ["Open the forms again"]
        assert "What you typed until a moment ago is kept on this computer" in reply.body
        assert "Heron" not in reply.body
    assert officer.read(CASE) == before


def test_every_page_has_a_link_to_the_handbook(officer: Officer) -> None:
    for path in ("", "new", "case/heron", "publish", "undo", "import", "event/theme"):
        links = officer.get(f"/_edit/{path}").page.css(".bar a")
        assert "/_edit/help/handbook/README.html" in [each.attributes["href"] for each in links], path
    assert officer.get("/_edit/help/handbook/README.html").text("h1") == ["Handbook for communications officers"]
    assert officer.get("/_edit/help/../../pyproject.toml").status == 404


def test_a_code_leads_to_its_explanation(officer: Officer) -> None:
    reply = officer.ask("GET", "/_edit/help/code/V302", b"", {"Cookie": officer.cookie})
    assert reply.headers["Location"] == "/_edit/help/diagnostics/v300-vocabulary.html#v302-an-unknown-theme"
    assert officer.get("/_edit/help/code/V999").status == 404


def test_a_new_record_can_be_renamed_later(officer: Officer) -> None:
    page = officer.get("/_edit/new").body
    assert "never changes" not in page
    assert "You can rename it later." in page


def test_a_cancelled_event_says_why_not_what_has_changed(officer: Officer) -> None:
    page = officer.get("/_edit/notice/winter-moot").page
    label = page.css_first("label[for=field-cancelled-text]")
    assert label is not None
    assert label.text(strip=True).startswith("Why it does not take place")


def test_a_vocabulary_that_is_not_saved_is_no_draft(officer: Officer) -> None:
    path = officer.root / "content" / "vocabulary.yml"
    officer.post(officer.open("vocabulary/vocabulary"), "draft")
    path.write_text("themes: [\n", encoding="utf-8")
    rows = officer.get("/_edit/?state=open").page.css(".records li")
    assert [" ".join(row.text().split()).startswith("Vocabulary") for row in rows] == [True]
    assert officer.get("/_edit/?state=draft").text(".records a").count("Vocabulary") == 0


def test_a_site_without_redirects_gets_its_first_one_with_the_button(officer: Officer) -> None:
    path = officer.root / "content" / "redirects.yml"
    path.unlink()
    form = form_in(officer.get("/_edit/event/redirect")).set("old", "old-list/").set("new", "reviews/heron/")
    shown = officer.post(form, "show")
    assert "Nothing was changed" not in shown.text("#notice h2"), shown.body
    done = officer.post(form_in(shown), "make")
    assert done.text("#notice h2") == ["Done"]
    text = path.read_text(encoding="utf-8")
    assert text.startswith("redirects:\n  - {old: old-list/, new: reviews/heron/, since: ")
    assert "Redirects" in officer.get("/_edit/").text(".records a")


@pytest.mark.parametrize(
    ("title", "said"), [("\u0623\u0645\u0644", "needs Latin letters"), ("?!", "at least one letter or digit")]
)
def test_a_name_without_latin_letters_is_refused_for_the_true_reason(officer: Officer, title: str, said: str) -> None:
    refused = officer.post(form_in(officer.get("/_edit/new")).set("kind", "case").set("title", title), "")
    assert said in refused.text("#f-title")[0]
    if title.isalpha():
        form = form_in(officer.get("/_edit/event/theme")).set("label", title).set("meaning", "Hope.")
        assert "needs Latin letters" in " ".join(officer.post(form, "show").text("#notice"))


def test_a_briefing_that_takes_its_text_from_its_review_says_where_to_write_it(officer: Officer) -> None:
    path = officer.root / "briefings" / "wren-lessons" / "briefing.yml"
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{text}\nsections:\n  - {{heading: Ask, body: Ask again.}}\n", encoding="utf-8")
    said = " ".join(officer.get("/_edit/briefing/wren-lessons").text("main"))
    assert "cannot have sections. Write its text in its review, as story (what happened), learning" in said

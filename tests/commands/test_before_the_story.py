"""Where a page may hurt, it says so before its story: what it tells, that one can stop, and who to call."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.model import Briefing, Case, Library, Notice, address_of
from generator.model.hard_subjects import hard_subjects
from generator.pipeline import inspect
from generator.request import Request

if TYPE_CHECKING:
    from tests.conftest import Site

NOTE = 'aria-labelledby="helplines"'


def library_of(site: Site, today: date) -> Library:
    library = inspect(Request(site.root, today)).library
    assert library is not None
    return library


def pages(library: Library) -> list[Case | Briefing | Notice]:
    return [*library.cases, *library.briefings, *library.notices]


def test_every_page_about_a_hard_subject_and_no_other_says_so_before_anything_else_is_told(warwickshire: Site) -> None:
    library = library_of(warwickshire, date(2026, 11, 25))
    hard = 0
    for record in pages(library):
        html = (warwickshire.output / address_of(record, library.vocabulary) / "index.html").read_text("utf-8")
        subjects = hard_subjects(record, library)
        assert (NOTE in html) is bool(subjects), record.name_in_records
        if not subjects:
            continue
        hard += 1
        note = html.index(NOTE)
        told = [html.find(mark) for mark in ('id="story"', 'class="lib-sections"', 'id="documents"')]
        assert all(note < place for place in told if place >= 0), record.name_in_records
        said = html[note : html.index("</aside>", note)]
        assert "You can stop reading at any time" in said and subjects[0] in said
        assert all(each.phone in said for each in library.partnership.helplines if each.phone)
    assert hard > 5


def test_a_theme_asks_for_the_note_where_no_harm_is_named(warwickshire: Site) -> None:
    assert "speaks about suicide awareness" in warwickshire.main("reviews/simon").text()
    assert warwickshire.main("themes/suicide-awareness").css_first("#helplines") is not None


def test_a_story_can_be_passed_over(warwickshire: Site, built: Site) -> None:
    main = warwickshire.main("reviews/james")
    assert "The story on this page is about real people" in main.text()
    (skip,) = (each for each in main.css("aside a") if each.text() == "go straight to what was learned")
    assert skip.attributes["href"] == "#learning" and main.css_first("#learning") is not None
    assert "go straight to" not in warwickshire.main("reviews/simon").text()
    assert "You can stop reading at any time" in built.main("reviews/wren").text()

"""The page of an event says first what has changed, then when and where, and offers it to calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from generator.render import plan_site

if TYPE_CHECKING:
    from generator.model import Library


def page(library: Library, address: str) -> LexborHTMLParser:
    plan = next(each for each in plan_site(library, b"").plans if each.address == address)
    return LexborHTMLParser(plan.compose().content)


def said(parsed: LexborHTMLParser) -> str:
    body = parsed.body
    return " ".join(body.text().split()) if body is not None else ""


def test_a_moved_event_says_so_first_and_can_be_added_to_a_calendar(library: Library) -> None:
    door_day = page(library, "news/door-day/")
    text = said(door_day)
    assert text.index("Changed, 20 March 2025. It was to be on 12 May.") < text.index("A morning for everyone")
    assert "When14 May 2025, 10am to 12.30pm" in text.replace("When ", "When")
    link = door_day.css_first('a[href$=".ics"]')
    assert link is not None
    assert link.attributes["href"] == "../../news/door-day/event.ics"
    assert link.text() == "Add Door day to your calendar (ICS file)"


def test_a_cancelled_event_says_so_everywhere_and_is_offered_to_no_calendar(library: Library) -> None:
    night_walk = page(library, "news/night-walk/")
    heading = night_walk.css_first("h1")
    assert heading is not None
    assert heading.text() == "Cancelled: Night walk"
    assert "Cancelled, 28 March 2025. The Night Desk is too busy." in said(night_walk)
    assert "It was planned for: 3 June 2025" in said(night_walk)
    assert night_walk.css_first('a[href$=".ics"]') is None


def test_an_event_of_which_the_month_is_known_says_the_month(library: Library) -> None:
    course = page(library, "news/note-taking-course/")
    assert "November 2025" in said(course)
    assert course.css_first('a[href$=".ics"]') is None

"""What an officer does with news, the bulletin and the rest of the site."""

from __future__ import annotations

import re

from tests.handbook_pictures.ashdale import TODAY
from tests.handbook_pictures.officer import Count, Officer


def event(officer: Officer) -> None:
    """An event is announced."""
    page = officer.page
    officer.follow("New record")
    officer.tick("News or a resource")
    officer.fill(page.get_by_label("Name or title"), "Learning lunch: changing school")
    officer.press("Go on")
    officer.choose(officer.field("field-kind"), "Event")
    officer.fill(officer.field("field-date"), "30 November 2026")
    officer.fill(officer.field("field-summary"), "An hour to talk about children who change school. Bring your lunch.")
    officer.fill(officer.field("field-starts"), "14 January 2027, 12:30")
    officer.fill(officer.field("field-ends"), "14 January 2027, 13:30")
    officer.fill(officer.field("field-place"), "Ashdale Library, first floor")
    officer.picture("event", near=officer.field("field-starts"))
    officer.choose(officer.field("field-status"), "Public")
    officer.press("Add a source")
    officer.fill(page.get_by_label("Source 1"), "The training team, 30 November 2026")
    officer.save()
    officer.send("Announce the learning lunch")


def change_event(officer: Officer) -> None:
    """The event is moved."""
    officer.open_record("Learning lunch: changing school")
    officer.fill(officer.field("field-starts"), "21 January 2027, 12:30")
    officer.fill(officer.field("field-ends"), "21 January 2027, 13:30")
    officer.press("Add a change")
    change = officer.field("field-changes-0")
    officer.fill(change.get_by_role("textbox", name=re.compile("^Date")), "30 November 2026")
    officer.fill(
        change.get_by_role("textbox", name=re.compile("^What has changed")), "It is a week later, on 21 January."
    )
    officer.picture("event-change", near=officer.field("field-starts"))
    officer.save()
    officer.send("Move the learning lunch")


def cancel_event(officer: Officer) -> None:
    """The event is cancelled."""
    officer.open_record("Learning lunch: changing school")
    cancelled = officer.field("field-cancelled")
    officer.click(cancelled.locator("summary"))
    officer.fill(cancelled.get_by_role("textbox").first, "7 December 2026")
    officer.fill(cancelled.get_by_role("textbox").last, "The speaker is ill. There will be another one in spring.")
    officer.picture("event-cancel", near=cancelled)
    officer.save()
    officer.send("Cancel the learning lunch")


def theme(officer: Officer) -> None:
    """The vocabulary gets a theme, and a review is found under it."""
    officer.follow("New")
    answers = {"Name of the theme": "Moving between schools", "What it is about": "A child changes school."}
    officer.act("Add a theme", answers, "theme")
    officer.follow("All records")
    officer.open_record("Willow")
    officer.tick_folded("themes", "Moving between schools")
    officer.save()
    officer.send("Add the theme Moving between schools")


def bulletin(officer: Officer) -> None:
    """The bulletin of the quarter is written and published."""
    page = officer.page
    officer.follow("New")
    officer.act("Begin a bulletin", {"Quarter": "2026-q4", "Title": "When a child changes school"}, "bulletin-begin")
    officer.follow("Open it")
    officer.fill(
        officer.field("field-welcome"),
        "Two of our reviews this quarter are about children who changed school. Begin with Bryony. "
        "Then read the briefing with your team: it takes ten minutes.",
    )
    officer.choose(officer.field("field-status"), "Public")
    officer.picture("bulletin", near=officer.field("field-title"))
    officer.save()
    officer.send("Publish the bulletin of the winter")
    done = Count(officer.counts["bulletin"].clicks, officer.counts["bulletin"].fields)
    email = officer.library.folder / "to-send"
    officer.library.library("bulletin", "2026-q4", "--out", str(email), "--today", TODAY)
    page.goto((email / "2026-q4.html").as_uri())
    officer.picture("bulletin-email", width=700)
    officer.go_to_list()
    officer.open_record("When a child changes school")
    officer.act("Record that it was sent", {"Sent on": "30 November 2026"}, "bulletin-sent")
    officer.send("Record that the bulletin was sent")
    officer.counts["bulletin"] = done


def redirect(officer: Officer) -> None:
    """An address of the old website leads to a page of the library."""
    officer.follow("New")
    answers = {"Old address": "https://www.ashdale.example/reviews/juniper.pdf", "New address": "reviews/willow/"}
    officer.act("Redirect an old address", answers, "redirect")
    officer.send("Redirect the old address of Willow")


def menu(officer: Officer) -> None:
    """A page gets an entry in the menu."""
    officer.follow("New")
    officer.act("Add an entry to the menu", {"Page": "about/contact.md", "Words in the menu": "Contact"}, "menu")
    officer.send("Add Contact to the menu")


def handwritten_page(officer: Officer) -> None:
    """A sentence of a page is changed."""
    officer.open_record("Contact")
    text = officer.field("field-body")
    officer.fill(text, text.input_value().replace("Do not wait", "Call at once. Do not wait"))
    text.evaluate("element => { element.scrollTop = 0 }")
    officer.picture("page", near=text)
    officer.save()
    officer.send("Say on the contact page that people should call at once")

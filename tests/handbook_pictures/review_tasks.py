"""What an officer does with reviews and their briefings."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.handbook_pictures.officer import Officer

JUNIPER = {
    "field-summary": "Juniper, 9, moved house four times in a year, and each time a new school began again.",
    "field-story": "Juniper lived with her mother and two brothers. The family moved four times in a year.\n\n"
    "Each school wrote down what it saw. No school read what the one before had written.",
    "field-summary-source": "the invented report",
}


def publish(officer: Officer) -> None:
    """A review is written, looked at, and published."""
    page = officer.page
    officer.follow("New record")
    officer.fill(page.get_by_label("Name or title"), "Juniper")
    officer.picture("publish-new", page.get_by_role("button", name="Go on"))
    officer.press("Go on")
    officer.tick("Child Safeguarding Practice Review")
    officer.fill(officer.field("field-published"), "30 November 2026")
    for name, text in JUNIPER.items():
        officer.fill(officer.field(name), text)
    officer.press("Add a lesson")
    officer.fill(page.get_by_label("Lesson 1"), "Read what the last school wrote before you begin again.")
    add_briefing(officer)
    officer.tick_folded("themes", "Access to education")
    officer.tick_folded("harms", "Neglect")
    officer.press("Add a document")
    document = officer.field("field-documents-0")
    officer.choose(document.get_by_label("What it is"), "Report")
    officer.upload(document.locator("[type=file]").first, officer.library.files / "report-juniper.pdf")
    expect(document.locator(".file-name").first).to_have_text("report-juniper.pdf")
    officer.picture("publish-document", document.locator(".ways"), near=document)
    officer.press("Add a source")
    officer.fill(page.get_by_label("Source 1"), "The invented report, November 2026")
    officer.save()
    heading = page.frame_locator("aside iframe").locator("h1")
    expect(heading).to_have_text("Juniper")
    officer.picture("publish-saved")
    officer.act("Make it public", {}, "publish-state")
    officer.send("Publish the review Juniper", "publish-send")
    officer.picture("publish-done", page.locator("#notice"), height=420)


def add_briefing(officer: Officer) -> None:
    """List a briefing in the case."""
    briefings = officer.field("field-briefings")
    officer.choose(briefings.get_by_label("Add a briefing"), "Changing school")
    officer.press("Add", briefings)
    expect(briefings.locator(".item")).to_have_count(1)


def schedule(officer: Officer) -> None:
    """A review and its own briefing become public on a day."""
    officer.open_record("Tansy")
    officer.act("Schedule", {"Public from": "14 December 2026, 00:01"}, "schedule")
    officer.send("Schedule Tansy for 14 December")


def undo(officer: Officer) -> None:
    """The last publication is taken back, and brought back."""
    officer.follow("Publish")
    officer.click(officer.page.get_by_role("main").get_by_role("link", name=re.compile("^Undo")))
    officer.picture("undo", officer.page.get_by_role("button", name="Undo", exact=True), height=520)
    officer.press("Undo")
    expect(officer.page.get_by_role("heading", name="Undone", exact=True)).to_be_visible()
    officer.page.get_by_role("button", name="Bring it back").click()
    expect(officer.page.get_by_role("heading", name="Undone", exact=True)).to_be_visible()


def correct(officer: Officer) -> None:
    """A page had a wrong fact, and now says so."""
    officer.open_record("Bryony")
    officer.fill(officer.field("field-summary"), "Bryony, 14, lived with her aunt and missed two terms of school.")
    officer.press("Add a correction")
    correction = officer.field("field-corrections-0")
    officer.fill(correction.get_by_label("Date"), "24 November 2026")
    text = "The page said that Bryony missed a year of school. She missed two terms."
    officer.fill(correction.get_by_label("What was wrong, and what is right"), text)
    officer.picture("correct", near=officer.field("field-corrections"), height=660)
    officer.save()
    officer.send("Correct how much school Bryony missed")


def replace_document(officer: Officer) -> None:
    """A corrected report takes the place of the first one."""
    officer.open_record("Bryony")
    corrected = str(officer.library.files / "report-bryony-corrected.pdf")
    answers = {"The corrected file": corrected, "What changed and why": "Page 2 gives the right month."}
    officer.act("Replace a document", answers, "replace-document")
    officer.send("Replace the report of Bryony")


def archive(officer: Officer) -> None:
    """The year of a report is over."""
    officer.open_record("Fern")
    officer.act("Archive", {"Reason": "We publish reports for one year."}, "archive")
    officer.send("Archive Fern")


def withdraw(officer: Officer) -> None:
    """A review and its own briefing must go at once."""
    officer.open_record("Bryony")
    officer.act("Withdraw", {"Reason": "The family asked for it."}, "withdraw")
    officer.send("Withdraw Bryony")


def rename(officer: Officer) -> None:
    """A review gets another pseudonym and another address."""
    officer.open_record("Juniper")
    officer.act("Rename", {"Name or title": "Willow", "Last part of the address": "willow"}, "rename")
    officer.follow("All records")
    officer.open_record("Willow")
    for name in ("field-summary", "field-story"):
        text = officer.field(name)
        officer.fill(text, text.input_value().replace("Juniper", "Willow"))
    officer.save()
    officer.send("Rename Juniper to Willow")

"""The tasks of the handbook, done by an officer at the forms. Every picture of the handbook is taken here."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.handbook_pictures.ashdale import TODAY
from tests.handbook_pictures.officer import Count, Officer

JUNIPER = {
    "field-summary": "Juniper, 9, moved house four times in a year, and each time a new school began again.",
    "field-story": "Juniper lived with her mother and two brothers. The family moved four times in a year.\n\n"
    "Each school wrote down what it saw. No school read what the one before had written.",
    "field-summary-source": "the invented report",
}

FERN = "content/cases/fern/case.yml"


def do_all(officer: Officer) -> None:
    """Do all tasks, in the order of the handbook."""
    look_around(officer)
    with officer.job("publish"):
        publish(officer)
    with officer.job("undo"):
        undo(officer)
    with officer.job("schedule"):
        schedule(officer)
    with officer.job("replace a document"):
        replace_document(officer)
    with officer.job("archive"):
        archive(officer)
    with officer.job("rename"):
        rename(officer)
    with officer.job("withdraw"):
        withdraw(officer)
    with officer.job("event"):
        event(officer)
    with officer.job("change an event"):
        change_event(officer)
    with officer.job("cancel an event"):
        cancel_event(officer)
    with officer.job("theme"):
        theme(officer)
    with officer.job("bulletin"):
        bulletin(officer)
    with officer.job("page"):
        handwritten_page(officer)
    with officer.job("redirect"):
        redirect(officer)
    two_people(officer)
    message(officer)


def field(officer: Officer, name: str) -> Locator:
    """The field of a form with this id."""
    return officer.page.locator(f"#{name}")


def open_record(officer: Officer, title: str) -> None:
    """Open a record from the list."""
    officer.follow(title)
    expect(officer.page.get_by_role("heading", level=1)).to_contain_text(title)


def send(officer: Officer, sentence: str, picture: str = "") -> None:
    """Publish what was saved, with one sentence."""
    officer.follow("Publish")
    said = officer.page.get_by_label("What did you change?")
    officer.fill(said, sentence)
    if picture:
        officer.picture(picture, officer.page.get_by_role("button", name="Publish", exact=True))
    officer.press("Publish")
    expect(officer.page.get_by_role("heading", name="Published", exact=True)).to_be_visible()


def look_around(officer: Officer) -> None:
    """The list, and a form with the page next to it."""
    officer.page.goto(officer.library.opening)
    officer.picture("first-hour-list", officer.page.get_by_role("link", name="New record"))
    open_record(officer, "Bryony")
    officer.picture("first-hour-form")


def publish(officer: Officer) -> None:
    """A review is written, looked at, and published."""
    page = officer.page
    officer.follow("New record")
    officer.fill(page.get_by_label("Name or title"), "Juniper")
    officer.picture("publish-new", page.get_by_role("button", name="Go on"))
    officer.press("Go on")
    officer.tick("Child Safeguarding Practice Review")
    officer.fill(field(officer, "field-published"), "30 November 2026")
    for name, text in JUNIPER.items():
        officer.fill(field(officer, name), text)
    officer.press("Add a lesson")
    officer.fill(page.get_by_label("Lesson 1"), "Read what the last school wrote before you begin again.")
    add_briefing(officer)
    tick_folded(officer, "themes", "Access to education")
    tick_folded(officer, "harms", "Neglect")
    officer.press("Add a document")
    document = field(officer, "field-documents-0")
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
    state = field(officer, "field-status")
    officer.choose(state, "Public")
    officer.picture("publish-state", state, near=state)
    officer.save()
    send(officer, "Publish the review Juniper", "publish-send")
    officer.picture("publish-done", page.locator("#notice"), height=420)


def add_briefing(officer: Officer) -> None:
    """List a briefing in the case."""
    briefings = field(officer, "field-briefings")
    officer.choose(briefings.get_by_label("Add a briefing"), "Changing school")
    officer.press("Add", briefings)
    expect(briefings.locator(".item")).to_have_count(1)


def tick_folded(officer: Officer, name: str, label: str) -> None:
    """Open a folded set of boxes, and tick one."""
    boxes = field(officer, f"field-{name}")
    officer.click(boxes.locator("summary"))
    officer.tick(label, boxes)


def undo(officer: Officer) -> None:
    """The last publication is taken back, and brought back."""
    officer.follow("Publish")
    officer.follow("Undo the last thing that you published")
    officer.picture("undo", officer.page.get_by_role("button", name="Undo", exact=True), height=520)
    officer.press("Undo")
    expect(officer.page.get_by_role("heading", name="Undone", exact=True)).to_be_visible()
    officer.page.get_by_role("button", name="Bring it back").click()
    expect(officer.page.get_by_role("heading", name="Undone", exact=True)).to_be_visible()


def schedule(officer: Officer) -> None:
    """A review and its own briefing become public on a day."""
    for title, picture in (("Tansy", "schedule"), ("Tansy: what we learned", "")):
        open_record(officer, title)
        state = field(officer, "field-status")
        officer.choose(state, "Scheduled: public from a day on")
        officer.fill(field(officer, "field-publish-on"), "14 December 2026, 00:01")
        if picture:
            officer.picture(picture, state, field(officer, "field-publish-on"), near=state)
        officer.save()
        if picture:
            officer.follow("All records")
    send(officer, "Schedule Tansy for 14 December")


def replace_document(officer: Officer) -> None:
    """A corrected report takes the place of the first one."""
    open_record(officer, "Bryony")
    document = field(officer, "field-documents-0")
    officer.upload(document.locator("[type=file]").first, officer.library.files / "report-bryony-corrected.pdf")
    expect(document.locator(".file-name").first).to_have_text("report-bryony-corrected.pdf")
    officer.click(document.locator("details.more > summary"))
    officer.press("Add a correction", document)
    officer.fill(document.get_by_role("textbox", name=re.compile("^Date")), "30 November 2026")
    officer.fill(document.get_by_label("What was corrected, and why"), "Page 2 gives the right month.")
    officer.picture("replace-document", near=document.get_by_role("group", name="Corrections"), height=520)
    officer.save()
    send(officer, "Replace the report of Bryony")


def archive(officer: Officer) -> None:
    """The year of a report is over."""
    titles = ("Fern: what we learned", "Fern")
    label = "Archived: the page stays, reports are on request"
    end(officer, titles, label, "We publish reports for one year.", "archive")
    send(officer, "Archive Fern")


def rename(officer: Officer) -> None:
    """A review gets another pseudonym. Its address stays."""
    open_record(officer, "Juniper")
    for name in ("field-name", "field-summary", "field-story"):
        text = field(officer, name)
        officer.fill(text, text.input_value().replace("Juniper", "Willow"))
    officer.picture("rename", field(officer, "field-name"), near=officer.page.locator("#part-1"))
    officer.save()
    send(officer, "Rename Juniper to Willow")


def withdraw(officer: Officer) -> None:
    """A review and its own briefing must go at once."""
    titles = ("Bryony: what we learned", "Bryony")
    label = "Withdrawn: only the address and the reason stay"
    end(officer, titles, label, "The family asked for it.", "withdraw")
    send(officer, "Withdraw Bryony")


def end(officer: Officer, titles: tuple[str, str], label: str, reason: str, picture: str) -> None:
    """Archive or withdraw the briefing of a case, then the case."""
    for title in titles:
        open_record(officer, title)
        state = field(officer, "field-status")
        officer.choose(state, label)
        officer.fill(field(officer, "field-status-since"), "30 November 2026")
        officer.fill(field(officer, "field-status-reason"), reason)
        if title == titles[-1]:
            officer.picture(picture, state, field(officer, "field-status-reason"), near=state)
        officer.save()
        if title != titles[-1]:
            officer.follow("All records")


def event(officer: Officer) -> None:
    """An event is announced."""
    page = officer.page
    officer.follow("New record")
    officer.tick("News or a resource")
    officer.fill(page.get_by_label("Name or title"), "Learning lunch: changing school")
    officer.press("Go on")
    officer.choose(field(officer, "field-kind"), "Event")
    officer.fill(field(officer, "field-date"), "30 November 2026")
    officer.fill(field(officer, "field-summary"), "An hour to talk about children who change school. Bring your lunch.")
    officer.fill(field(officer, "field-starts"), "14 January 2027, 12:30")
    officer.fill(field(officer, "field-ends"), "14 January 2027, 13:30")
    officer.fill(field(officer, "field-place"), "Ashdale Library, first floor")
    officer.picture("event", near=field(officer, "field-starts"))
    officer.choose(field(officer, "field-status"), "Public")
    officer.press("Add a source")
    officer.fill(page.get_by_label("Source 1"), "The training team, 30 November 2026")
    officer.save()
    send(officer, "Announce the learning lunch")


def change_event(officer: Officer) -> None:
    """The event is moved."""
    page = officer.page
    open_record(officer, "Learning lunch: changing school")
    officer.fill(field(officer, "field-starts"), "21 January 2027, 12:30")
    officer.fill(field(officer, "field-ends"), "21 January 2027, 13:30")
    officer.press("Add a change")
    change = field(officer, "field-changes-0")
    officer.fill(change.get_by_role("textbox", name=re.compile("^Date")), "30 November 2026")
    officer.fill(change.get_by_role("textbox", name=re.compile("^What has changed")), "It is a week later, on 21 January.")
    officer.picture("event-change", near=field(officer, "field-starts"))
    officer.save()
    send(officer, "Move the learning lunch")


def cancel_event(officer: Officer) -> None:
    """The event is cancelled."""
    open_record(officer, "Learning lunch: changing school")
    cancelled = field(officer, "field-cancelled")
    officer.click(cancelled.locator("summary"))
    officer.fill(cancelled.get_by_role("textbox").first, "7 December 2026")
    officer.fill(cancelled.get_by_role("textbox").last, "The speaker is ill. There will be another one in spring.")
    officer.picture("event-cancel", near=field(officer, "field-changes"), height=760)
    officer.save()
    send(officer, "Cancel the learning lunch")


def theme(officer: Officer) -> None:
    """The vocabulary gets a theme, and a review is found under it."""
    page = officer.page
    open_record(officer, "Vocabulary")
    themes = field(officer, "field-themes")
    officer.press("Add a theme", themes)
    new = field(officer, "field-themes-0")
    officer.fill(new.get_by_role("textbox", name=re.compile("^Id")), "school-moves")
    officer.fill(new.get_by_role("textbox", name=re.compile("^Name must")), "Moving between schools")
    officer.fill(new.get_by_label("Meaning"), "A child leaves one school, and begins at another.")
    officer.picture("theme", near=themes)
    officer.save()
    officer.follow("All records")
    open_record(officer, "Willow")
    tick_folded(officer, "themes", "Moving between schools")
    officer.save()
    expect(page.locator("#field-themes .chosen")).to_contain_text("Moving between schools")
    send(officer, "Add the theme Moving between schools")


def bulletin(officer: Officer) -> None:
    """The bulletin of the quarter is written and published."""
    page = officer.page
    open_record(officer, "Bulletin for October to December 2026")
    officer.fill(field(officer, "field-title"), "When a child changes school")
    officer.fill(
        field(officer, "field-welcome"),
        "Two of our reviews this quarter are about children who changed school. Begin with Bryony. "
        "Then read the briefing with your team: it takes ten minutes.",
    )
    officer.choose(field(officer, "field-status"), "Public")
    officer.picture("bulletin", near=field(officer, "field-title"))
    officer.save()
    send(officer, "Publish the bulletin of the winter")
    done = Count(officer.counts["bulletin"].clicks, officer.counts["bulletin"].fields)
    email = officer.library.folder / "to-send"
    officer.library.library("bulletin", "2026-q4", "--out", str(email), "--today", TODAY)
    page.goto((email / "2026-q4.html").as_uri())
    officer.picture("bulletin-email")
    officer.library.library("sent", "2026-q4", "--today", TODAY)
    page.goto(officer.library.opening.partition("?")[0])
    send(officer, "Record that the bulletin was sent")
    officer.counts["bulletin"] = done


def redirect(officer: Officer) -> None:
    """An address of the old website leads to a page of the library."""
    open_record(officer, "Redirects")
    officer.press("Add a redirect")
    new = field(officer, "field-redirects-0")
    officer.fill(new.get_by_role("textbox").nth(0), "https://www.ashdale.example/reviews/juniper.pdf")
    officer.fill(new.get_by_role("textbox").nth(1), "reviews/juniper/")
    officer.picture("redirect", near=field(officer, "field-redirects"))
    officer.save()
    send(officer, "Redirect the old address of Willow")


def handwritten_page(officer: Officer) -> None:
    """A sentence of a page is changed."""
    open_record(officer, "Contact")
    text = field(officer, "field-body")
    officer.fill(text, text.input_value().replace("Do not wait", "Call at once. Do not wait"))
    text.evaluate("element => { element.scrollTop = 0 }")
    officer.picture("page", near=text)
    officer.save()
    send(officer, "Say on the contact page that people should call at once")


def two_people(officer: Officer) -> None:
    """An officer and a colleague change one summary."""
    page = officer.page
    officer.page.goto(officer.library.opening.partition("?")[0])
    officer.library.colleague_writes(FERN, "Fern, 71, lived alone,", "Fern, 71, lived alone and was often ill,")
    open_record(officer, "Fern")
    officer.fill(field(officer, "field-summary"), "Fern, 71, lived alone. Several services visited her.")
    officer.save()
    officer.follow("Publish")
    officer.fill(page.get_by_label("What did you change?"), "Shorten the summary of Fern")
    officer.press("Publish")
    expect(page.get_by_role("heading", name="Someone else has changed the same text")).to_be_visible()
    officer.picture("two-people", height=700)
    officer.press("Publish with these texts")
    expect(page.get_by_role("heading", name="Published", exact=True)).to_be_visible()


def message(officer: Officer) -> None:
    """A field has something that cannot be right."""
    page = officer.page
    page.goto(officer.library.opening.partition("?")[0])
    open_record(officer, "Asking twice")
    officer.fill(field(officer, "field-published"), "last spring")
    officer.press("Save", page.locator(".save-bar"))
    expect(page.locator(".notice.bad")).to_be_focused()
    page.wait_for_timeout(1500)
    officer.picture("message", near=page.locator("h1"))
    officer.press("Undo what is not saved")
    expect(page.locator("#notice")).to_contain_text("This is what is saved")

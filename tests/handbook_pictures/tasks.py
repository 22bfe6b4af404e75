"""All tasks of the handbook, in its order. The script takes every picture of the handbook while it does them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from playwright.sync_api import expect

from tests.handbook_pictures import review_tasks, site_tasks
from tests.handbook_pictures.officer import Officer

JOBS: Final[dict[str, Callable[[Officer], None]]] = {
    "publish": review_tasks.publish,
    "undo": review_tasks.undo,
    "schedule": review_tasks.schedule,
    "correct": review_tasks.correct,
    "replace a document": review_tasks.replace_document,
    "archive": review_tasks.archive,
    "rename": review_tasks.rename,
    "withdraw": review_tasks.withdraw,
    "event": site_tasks.event,
    "change an event": site_tasks.change_event,
    "cancel an event": site_tasks.cancel_event,
    "theme": site_tasks.theme,
    "bulletin": site_tasks.bulletin,
    "page": site_tasks.handwritten_page,
    "redirect": site_tasks.redirect,
    "menu": site_tasks.menu,
}
"""Each begins at the list of all records, and is counted."""

_FERN: Final = "content/cases/fern/case.yml"


def do_all(officer: Officer) -> None:
    """Do all tasks."""
    look_around(officer)
    for name, do in JOBS.items():
        with officer.job(name):
            do(officer)
    two_people(officer)
    message(officer)


def look_around(officer: Officer) -> None:
    """The list, and a form with the page next to it."""
    officer.page.goto(officer.library.opening)
    officer.picture("first-hour-list", officer.page.get_by_role("link", name="New record"))
    officer.open_record("Bryony")
    officer.picture("first-hour-form")


def two_people(officer: Officer) -> None:
    """An officer and a colleague change one summary."""
    page = officer.page
    officer.go_to_list()
    officer.library.colleague_writes(_FERN, "Fern, 71, lived alone,", "Fern, 71, lived alone and was often ill,")
    officer.open_record("Fern")
    officer.fill(officer.field("field-summary"), "Fern, 71, lived alone. Several services visited her.")
    officer.save()
    officer.follow("Publish")
    officer.fill(page.get_by_label("What did you change?"), "Shorten the summary of Fern")
    officer.press("Publish")
    expect(page.get_by_role("heading", name="Someone else has changed the same text")).to_be_visible()
    officer.picture("two-people", height=700)
    officer.tick("Yours")
    officer.press("Publish with these texts")
    expect(page.get_by_role("heading", name="Published", exact=True)).to_be_visible()


def message(officer: Officer) -> None:
    """A field has something that cannot be right."""
    page = officer.page
    officer.go_to_list()
    officer.open_record("Asking twice")
    officer.fill(officer.field("field-published"), "last spring")
    officer.press("Save", page.locator(".save-bar"))
    expect(page.locator(".notice.bad")).to_be_focused()
    page.wait_for_timeout(1500)
    officer.picture("message", near=page.locator("h1"))
    officer.press("Discard changes")
    expect(page.locator("#notice")).to_contain_text("This is what is saved")

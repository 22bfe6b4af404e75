"""The line with the dates of a page: when it was published, last changed, and last compared with the law."""

from __future__ import annotations

from typing import Final

from generator.model import Address, Briefing, Case, Library, Notice, PartialDate
from generator.model.last_change import change_after_publication
from generator.model.page_dates import PageDates
from generator.render.jinja_environment import environment

PAGE_DATES: Final = "page-dates"
"""The slot of a hand-written page for its dates."""


def page_dates(library: Library, address: Address) -> str:
    """Return the HTML of the dates at the top of the hand-written page at an address; empty if it has none."""
    dates = library.page_dates.get(address, PageDates())
    shown = {**_in_words("updated", dates.updated), **_in_words("law_checked", dates.law_checked)}
    return environment().get_template("slots/page-dates.html").render(dates=shown)


def record_dates(record: Case | Briefing | Notice, library: Library) -> dict[str, str]:
    """Return the date of a record's last change and of its publication, in words and in ISO form; empty if unknown."""
    published = record.date if isinstance(record, Notice) else record.published
    return {
        **_in_words("published", published),
        **_in_words("updated", change_after_publication(record, library.today)),
    }


def _in_words(name: str, dated: PartialDate | None) -> dict[str, str]:
    return {name: dated.label if dated is not None else "", f"{name}_iso": dated.iso if dated is not None else ""}

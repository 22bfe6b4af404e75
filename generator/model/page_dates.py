"""The dates at the top of a hand-written page.

No date is taken from the files or from git. It would change when a comma does, and two copies of a site would differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.model.partial_date import PartialDate
from generator.model.raw_record import MarkdownPage

PAGE_DATES: Final = ("updated", "law_checked")
"""The fields with a date at the top of a hand-written page."""


@dataclass(frozen=True, slots=True)
class PageDates:
    """The dates at the top of a hand-written page."""

    updated: PartialDate | None = None
    """When the text was last changed; None if the page does not say."""

    law_checked: PartialDate | None = None
    """When the text was last compared with the law and national guidance; None if the page does not say."""


def dates_of_page(page: MarkdownPage, today: date) -> PageDates:
    """Return the dates at the top of a page. One that is still to come, or is not a date, is reported and left out."""
    dates = {name: dated for name, dated in written_dates(page) if dated is not None and dated.first_day <= today}
    return PageDates(**dates)


def written_dates(page: MarkdownPage) -> Iterator[tuple[str, PartialDate | None]]:
    """Yield each of `PAGE_DATES` that a page has, with its date; None if it is not a date."""
    values = page.fields.values if page.fields is not None else {}
    for name in PAGE_DATES:
        if name in values:
            try:
                yield name, PartialDate.parse(values[name])
            except ValueError:
                yield name, None

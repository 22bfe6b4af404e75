"""When the page of a record was last changed, from the dates of the record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.briefing import Briefing
from generator.model.case import Case
from generator.model.notice import Notice
from generator.model.partial_date import PartialDate
from generator.model.quarter_activity import is_added


def last_update(record: Case | Briefing | Notice, today: date) -> PartialDate | None:
    """Return the date of the last change after a record was published; None if the record states no change.

    A change is a revision, a change of an event, a document that was added or updated, and archiving.
    """
    known = (dated for dated in _changes(record) if dated is not None and dated.first_day <= today)
    return max(known, key=lambda dated: dated.first_day, default=None)


def _changes(record: Case | Briefing | Notice) -> Iterator[PartialDate | None]:
    if isinstance(record, Briefing):
        yield record.revised
    if isinstance(record, Notice):
        yield from (change.date for change in record.changes)
        yield record.cancelled.date if record.cancelled is not None else None
    for document in record.documents:
        yield from (update.date for update in document.updates)
        yield document.published if is_added(record, document) else None
    yield record.status_since

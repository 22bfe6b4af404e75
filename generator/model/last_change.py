"""The last known change of a record, for search engines."""

from __future__ import annotations

from datetime import date

from generator.model.authorship import WrittenBy
from generator.model.briefing import Briefing
from generator.model.bulletin import ItemChange
from generator.model.case import Case
from generator.model.notice import Notice
from generator.model.partial_date import PartialDate
from generator.model.quarter_activity import changes_of


def last_change(record: Case | Briefing | Notice, today: date) -> PartialDate | None:
    """Return the date of the last change until today that the record gives, as precise as it is known; else None.

    A coming event is not a change, but the announcement that it is moved or cancelled is one.
    """
    dates = [each.date for each in changes_of(record) if each.change is not ItemChange.COMING]
    dates += [record.latest, record.status_since] if isinstance(record, Notice) else [record.status_since]
    known = [each for each in dates if each is not None and each.last_day <= today]
    return max(known, key=lambda each: each.first_day, default=None)


def change_after_publication(record: Case | Briefing | Notice, today: date) -> PartialDate | None:
    """Return the date of the last change after the record was published; None if the record states no such change.

    For a text that was written anew for the library, it is the date of that text.
    """
    if isinstance(record, Briefing) and record.written_by is WrittenBy.LIBRARY_RETELLING:
        return record.retold
    published = record.date if isinstance(record, Notice) else record.published
    changed = last_change(record, today)
    if changed is None or (published is not None and changed.first_day <= published.last_day):
        return None
    return changed

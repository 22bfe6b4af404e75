"""Differences between the annual report and the records.

`library year` reports them to the editor. No page shows them, and neither side is changed to fit the other.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.model import Briefing, Case, ReportYear
from generator.render.views.cards import pluralise


def date_discrepancy(record: Case | Briefing, year: ReportYear, stated: Collection[str]) -> str:
    """Return why a record's date and the annual report disagree; empty if they agree.

    `stated` are the ids that the report lists. If it is empty, no record counts as missing from it.
    """
    dated = record.published
    if year.holds(dated):
        return "" if not stated or record.id in stated else "The annual report does not list it."
    if isinstance(record, Case) and record.state is not None:
        return "The record says that no report is published."
    if dated is None:
        revised = record.revised if isinstance(record, Briefing) else None
        if revised is None:
            return "The record gives no date."
        after = (
            "after" if revised.first_day > year.last_day else "before" if revised.last_day < year.first_day else "in"
        )
        return f"The record gives no date of publication. This version is of {revised.label}, {after} the year."
    if year.may_hold(dated):
        return "The record gives no month."
    return "This date is not in the year, but the annual report lists it."


def missing_sentence(
    one: str, many: str, records: Sequence[Case | Briefing], listed: Collection[str], total: int
) -> str:
    """Return a sentence that counts the entries of the report's list that are not in this library; empty if none.

    `one` and `many` are the nouns for an entry, `listed` are the ids in the report's list, and `total` is its length.
    """
    missing = total - sum(record.id in listed for record in records)
    if not missing:
        return ""
    verb = "is" if missing == 1 else "are"
    return f"{pluralise(missing, one, many)} in the annual report's list {verb} not in this library."

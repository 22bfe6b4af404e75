"""Differences between the annual report and the records.

They are reported, and neither side is changed to fit the other.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.markdown import join_words
from generator.model import Briefing, Case, ReportYear, title_of
from generator.render.views.cards import pluralise

_MOST_NAMED = 5


def date_discrepancy(record: Case | Briefing, year: ReportYear, stated: Collection[str]) -> str:
    """Return why a record's date and the annual report disagree; empty if they agree.

    `stated` are the ids that the report lists. If it is empty, no record counts as missing from it.
    """
    dated = record.published
    if year.holds(dated):
        return "" if not stated or record.id in stated else "The annual report does not list it."
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


def comparison_sentence(
    one: str, records: Sequence[Case | Briefing], year: ReportYear, stated: Collection[str], total: int
) -> str:
    """Return one or two sentences that compare a list of the report with the records' dates; empty without a list.

    `one` is the singular noun for an entry. `total` is the number of entries that the report lists. `stated` are those
    that are in this library.
    """
    if not total:
        return ""
    listed = [record for record in records if record.id in stated]
    supported = [each for each in listed if year.holds(each.published)]
    said = f"The annual report lists {pluralise(total, one, f'{one}s')}. The dates in this library agree"
    others = [title_of(each) for each in listed if each not in supported]
    if supported and others:
        said += f" for {len(supported)} of them, but not for {join_words(others, most=_MOST_NAMED)}"
    elif others:
        said += " for none of them" if total > 1 else " not"
    said = said.replace("agree not", "do not agree") + "."
    gone = total - len(listed)
    if gone:
        said += f" {gone} that it lists {'is' if gone == 1 else 'are'} no longer in this library."
    more = [title_of(record) for record in records if record.id not in stated]
    if more:
        said += f" By the dates in this library, {join_words(more, most=_MOST_NAMED)} came out in the year as well."
    return said

"""Where the annual report and the records differ: it is told, and neither is changed to fit the other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from generator.model import Briefing, Case, ReportYear
from generator.prose import in_a_row
from generator.render.views.cards import briefing_name

_MOST_NAMED = 5


def what_the_record_says(record: Case | Briefing, year: ReportYear, stated: Collection[str]) -> str:
    """Why a record's date does not support the annual report, or the other way round; empty where they agree.

    `stated` are the ids that the report lists; nothing is missing from an empty list.
    """
    dated = record.published
    if year.holds(dated):
        return "" if not stated or record.id in stated else "The annual report does not list it."
    if dated is None:
        revised = record.revised if isinstance(record, Briefing) else None
        if revised is None:
            return "The record gives no date."
        after = "after" if revised.first_day > year.last_day else "before" if revised.last_day < year.first_day else "in"
        return f"The record gives no date of publication. This version is of {revised.label}, {after} the year."
    if year.may_hold(dated):
        return f"The record says {dated.label} and no month."
    return f"The record says {dated.label}, which is not in the year."


def compared(
    one: str, many: str, records: Sequence[Case | Briefing], year: ReportYear, stated: Sequence[str]
) -> Iterator[str]:
    """How a list of the report and the dates of the records go together, in a sentence or two."""
    if not stated:
        return
    listed = [each for each in records if each.id in set(stated)]
    gone = len(set(stated)) - len(listed)
    supported = [each for each in listed if year.holds(each.published)]
    counted = f"{len(set(stated))} {one if len(set(stated)) == 1 else many}"
    if len(supported) == len(set(stated)):
        said = "The dates in this library say the same."
    elif not supported:
        said = "No date in this library says so."
    else:
        others = [_name(each) for each in listed if each not in supported]
        said = f"The dates in this library say so of {len(supported)} of them"
        said += f", and not of {in_a_row(others, most=_MOST_NAMED)}." if others else "."
    if gone:
        said += f" {gone} of them {'is' if gone == 1 else 'are'} no longer in this library."
    more = [_name(each) for each in records if each.id not in set(stated)]
    if more:
        said += f" By their dates, {in_a_row(more, most=_MOST_NAMED)} would belong to the year as well."
    yield f"The annual report lists {counted}. {said}"


def _name(record: Case | Briefing) -> str:
    return record.name if isinstance(record, Case) else briefing_name(record)

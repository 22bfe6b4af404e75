"""The order of the records of each kind: by date, by the place that a record gives, or the partnership's own order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

from generator.model import Briefing, Case, Notice, title_of
from generator.model.facets import date_of
from generator.model.publication_state import PublicationState
from generator.model.sorting import Orders, Place, order_by_place

AnyRecord = TypeVar("AnyRecord", Case, Briefing, Notice)

_GROUPS: Final = (None, *PublicationState)
"""Undated records: first those whose date no source gives, then reviews without a published report."""


def order_cases(cases: Iterable[Case], listed: Sequence[str]) -> Orders[Case]:
    """Return all cases in both orders by date. `listed` has ids in the partnership's own order."""
    number = {identity: index for index, identity in enumerate(listed)}
    return order_by_place(
        cases,
        lambda case: Place(
            case.id,
            case.name,
            case.published,
            case.after,
            _GROUPS.index(case.state),
            case.expected if case.state is not None else None,
            number.get(case.id, -1),
        ),
    )


def order_records(records: Iterable[AnyRecord]) -> Orders[AnyRecord]:
    """Return briefings or notices in both orders by date."""
    return order_by_place(
        records,
        lambda record: Place(record.id, title_of(record), date_of(record), record.after),
    )


def as_listed(newest: Iterable[Case], listed: Sequence[str]) -> tuple[Case, ...]:
    """Return cases in the partnership's own order. Those that its list leaves out come first, in the given order."""
    number = {identity: index for index, identity in enumerate(listed)}
    return tuple(sorted(newest, key=lambda case: number.get(case.id, -1)))

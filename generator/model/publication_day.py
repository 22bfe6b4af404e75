"""The date of publication of a scheduled record: the day of `publish_on`, if the record gives no other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from generator.model.briefing import Briefing
from generator.model.case import Case
from generator.model.notice import Notice
from generator.model.publication import Status
from generator.model.records import Located, Records

AnyRecord = TypeVar("AnyRecord", Case, Briefing, Notice)


def with_publication_days(records: Records, today: date, drafts: bool = False) -> Records:
    """Return the records; each scheduled one that is public today has a date of publication.

    An event keeps the day on which it takes place, and a review without a published report has no date. With `drafts`,
    records that are still waiting get their date too.
    """
    return replace(
        records,
        cases=_dated(records.cases, "published", today, drafts),
        briefings=_dated(records.briefings, "published", today, drafts),
        notices=_dated(records.notices, "date", today, drafts),
    )


def _dated(
    located: Iterable[Located[AnyRecord]], field: str, today: date, drafts: bool
) -> tuple[Located[AnyRecord], ...]:
    return tuple(
        replace(each, record=each.record.model_copy(update={field: each.record.publish_on.day}))
        if each.record.publish_on is not None
        and each.record.status is Status.SCHEDULED
        and getattr(each.record, field) is None
        and not _has_another(each.record)
        and each.record.is_public(today, drafts)
        else each
        for each in located
    )


def _has_another(record: Case | Briefing | Notice) -> bool:
    if isinstance(record, Case):
        return record.state is not None
    return isinstance(record, Notice) and record.starts is not None

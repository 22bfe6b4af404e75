"""What a review found, what it recommended, and what was done about it since.

A case lists `findings` and `recommendations`. Each recommendation has `progress`: dated entries with a status of the
vocabulary. The status of a recommendation is that of its newest entry (`Recommendation.current`). Two things are never
written, because they follow from the rest: whether it is overdue (`is_overdue`) and how old its status is
(`status_age`). `summarize` counts the recommendations of a review by status.

The paths of public texts are in `prose_of` (Markdown) and `evidence_labels` (plain text). `Progress.notes` is private:
no view, file or diagnostic may contain it (see `is_private` in `raw_record.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Final

from pydantic import Field

from generator.model.partial_date import PartialDate
from generator.model.record_model import Line as LineOfText
from generator.model.record_model import OneOrMore, RecordModel, Slug, Text, WebAddress
from generator.model.term import Term

RECOMMENDATION_FIELDS: Final = frozenset({"findings", "recommendations"})
"""The fields of a case whose texts are about recommendations."""

Months = Annotated[int, Field(ge=1, le=120)]

_NUMBER: Final = re.compile(r"(?:r|rec|recommendation)?-?([0-9]+(?:-?[a-z]|(?:-[0-9]+)+)?)")

PathAndText = tuple[tuple[str | int, ...], str]


class StatusNeed(StrEnum):
    """A field that a progress entry with a certain status must have."""

    REASON = "reason"
    """Why the partners decided so."""

    HOW = "how"
    """How it was tested that the change works."""

    SUPERSEDED_BY = "superseded_by"
    """The id of the recommendation of the same review that replaces this one."""

    EVIDENCE = "evidence"
    """What shows that it is done."""


class Agency(Term):
    """An organisation, or a kind of organisation, that a recommendation is addressed to."""


class RecommendationStatus(Term):
    """A status of a recommendation. Its `description` is the meaning that readers see."""

    open: bool = True
    """True while something is still to be done. Only an open recommendation can be overdue."""

    done: bool = False
    """True if it counts as done in "5 of 7 done"."""

    not_implemented: bool = False
    """True if the partners decided not to act on it: the annual report must then say why.

    Care Act 2014, schedule 2, paragraph 4(1)(g).
    """

    needs: tuple[StatusNeed, ...] = ()
    """The fields that an entry with this status must have."""


class RecommendationSettings(RecordModel):
    """When the site asks about recommendations: `recommendations` in `content/partnership.yml`."""

    overdue_after_months: Months = 6
    """How many months after its due date an open recommendation is reported (C109)."""

    old_status_after_months: Months = 12
    """How many months after its last entry an open recommendation is reported (C119), and its page shows the age."""

    test_done_after_months: Months | None = None
    """How many months after something is done "library due" asks for a test that it works, such as an audit.

    None, the default, never asks: a framework asks for the test, and none that was read gives a number of months.
    """


class EvidenceKind(StrEnum):
    """What a piece of evidence is, if it is not a document of the review."""

    AUDIT = "audit"
    TRAINING = "training"
    POLICY = "policy"
    OTHER = "other"


class Evidence(RecordModel):
    """What shows that something was done: a document of the review, or something else with a label."""

    document: Slug | None = None
    """The kind of a document of this case, or kind and id: `action-plan`, `action-plan-2024`. None for another."""

    kind: EvidenceKind = EvidenceKind.OTHER
    """For evidence with a label."""

    label: LineOfText | None = None
    """What it is, in words; None for a document of the review, which has its own label."""

    url: WebAddress | None = None
    """The address of evidence with a label; None if it is not online."""


class Progress(RecordModel):
    """One dated entry of what became of a recommendation."""

    date: PartialDate
    status: Slug
    """The id of a status of the vocabulary (`recommendation_statuses`)."""

    text: Text
    """What happened, in one sentence for the public. Prose."""

    reason: Text | None = None
    """Why it was not accepted, or no longer applies, for the public. Prose."""

    how: Text | None = None
    """How it was tested that the change works, for the public. Prose."""

    superseded_by: Slug | None = None
    """The id of the recommendation of this review that replaces it."""

    evidence: tuple[Evidence, ...] = ()
    notes: Text | None = None
    """For the partnership only. Never published."""


class Finding(RecordModel):
    """Something that the review found."""

    id: Slug
    text: Text
    """Prose."""

    theme: Slug | None = None


class Recommendation(RecordModel):
    """Something that the review says should be done."""

    id: Slug
    """Unique in the case: `r1`. It becomes the anchor `#recommendation-r1`, and never changes once published."""

    text: Text
    """The recommendation, in the words of the review. Prose."""

    to: OneOrMore = ()
    """The agencies of the vocabulary that it is addressed to: one id or a list."""

    theme: Slug | None = None
    harm: Slug | None = None
    due: PartialDate | None = None
    """When it should be done; None if no source says so."""

    finding: Slug | None = None
    """The id of the finding of this case that it follows from."""

    progress: tuple[Progress, ...] = ()
    """What was done, the oldest first. Empty if nothing is recorded, which does not mean that nothing was done."""

    @cached_property
    def in_order(self) -> tuple[Progress, ...]:
        """The entries, the oldest first. Entries whose order the dates do not decide stay as they are written."""
        if next(misplaced(self.progress), None) is None:
            return self.progress
        return tuple(sorted(self.progress, key=lambda each: each.date.last_day))

    @cached_property
    def current(self) -> Progress | None:
        """The newest entry, which has the status of today; None if no progress is recorded."""
        return self.in_order[-1] if self.progress else None

    def status(self, statuses: Mapping[str, RecommendationStatus]) -> RecommendationStatus | None:
        """Return the status of today; None if no progress is recorded, or if the vocabulary lacks the status."""
        return statuses.get(self.current.status) if self.current is not None else None

    def is_open(self, statuses: Mapping[str, RecommendationStatus]) -> bool:
        """Return True if something is still to be done, also if no progress is recorded."""
        status = self.status(statuses)
        return status is None or status.open

    def is_overdue(self, statuses: Mapping[str, RecommendationStatus], today: date) -> bool:
        """Return True if it is open and the last day that its due date can mean has passed."""
        return self.due is not None and self.due.last_day < today and self.is_open(statuses)

    def is_untested(self, statuses: Mapping[str, RecommendationStatus]) -> bool:
        """Return True if it is done, and no entry says how it was tested that the change works."""
        status = self.status(statuses)
        return status is not None and status.done and not any(entry.how for entry in self.progress)

    def status_age(self, today: date) -> int | None:
        """Return how many full months ago the newest entry was; None if no progress is recorded."""
        return months_between(self.current.date.last_day, today) if self.current is not None else None


@dataclass(frozen=True, slots=True)
class Summary:
    """How many recommendations of a review have which status."""

    total: int
    done: int
    others: tuple[tuple[RecommendationStatus, int], ...]
    """The statuses that do not count as done, in the order of the vocabulary, each with its number: never 0."""

    without_progress: int
    overdue: int
    """Of all that are open."""

    latest: PartialDate | None
    """The date of the newest entry of all; None if no progress is recorded."""


def summarize(
    recommendations: Iterable[Recommendation], statuses: Mapping[str, RecommendationStatus], today: date
) -> Summary:
    """Count recommendations by their status of today."""
    counted = tuple(recommendations)
    current = [each.status(statuses) for each in counted]
    number = Counter(status.id for status in current if status is not None)
    dates = [each.current.date for each in counted if each.current is not None]
    return Summary(
        total=len(counted),
        done=sum(status is not None and status.done for status in current),
        others=tuple((each, number[each.id]) for each in statuses.values() if number[each.id] and not each.done),
        without_progress=current.count(None),
        overdue=sum(each.is_overdue(statuses, today) for each in counted),
        latest=max(dates, key=lambda each: (each.last_day, each.iso), default=None),
    )


def number_of(recommendation: Recommendation, place: int) -> str:
    """Return its number in the report if its id has one, else its place in the list: `r1` is 1, and `2-3` is 2.3."""
    match = _NUMBER.fullmatch(recommendation.id)
    return re.sub(r"-(?=[0-9])", ".", match[1]).replace("-", "") if match is not None else str(place)


def months_between(earlier: date, later: date) -> int:
    """Return how many full months lie between two days; 0 if the first is the later one."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)
    return max(months, 0)


def misplaced(progress: tuple[Progress, ...]) -> Iterator[int]:
    """Yield the index of each entry that is certainly earlier than the one before it."""
    for index, (before, entry) in enumerate(pairwise(progress), 1):
        if entry.date.last_day < before.date.first_day:
            yield index


def status_changes(recommendations: Iterable[Recommendation]) -> Iterator[tuple[Recommendation, Progress]]:
    """Yield each recommendation with every entry that gave it another status, the oldest first."""
    for recommendation in recommendations:
        before = None
        for entry in recommendation.in_order:
            if entry.status != before:
                yield recommendation, entry
            before = entry.status


def prose_of(findings: tuple[Finding, ...], recommendations: tuple[Recommendation, ...]) -> Iterator[PathAndText]:
    """Yield every public text that is Markdown, with its path in the record of the case."""
    for number, finding in enumerate(findings):
        yield ("findings", number, "text"), finding.text
    for number, recommendation in enumerate(recommendations):
        yield ("recommendations", number, "text"), recommendation.text
        for place, entry in enumerate(recommendation.progress):
            for field, text in (("text", entry.text), ("reason", entry.reason), ("how", entry.how)):
                if text is not None:
                    yield ("recommendations", number, "progress", place, field), text


def evidence_labels(recommendations: tuple[Recommendation, ...]) -> Iterator[PathAndText]:
    """Yield the label of each piece of evidence, with its path in the record of the case."""
    for number, recommendation in enumerate(recommendations):
        for place, entry in enumerate(recommendation.progress):
            for index, evidence in enumerate(entry.evidence):
                if evidence.label is not None:
                    yield ("recommendations", number, "progress", place, "evidence", index, "label"), evidence.label

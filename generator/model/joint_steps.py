"""Joins the steps of the types of a joint review: each rule once, as the stricter type requires it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from generator.diagnostics import Severity, rule_by_slug
from generator.model.partial_date import PartialDate
from generator.model.steps import Step
from generator.model.workflow import StepRule
from generator.model.workflow_steps import Counted

_LONGER_IS_STRICTER: Final = (StepRule.AVAILABILITY,)
"""Rules without a start of their deadline for which more time is stricter: the report stays public for longer."""


def joint_steps(steps_of_types: Sequence[tuple[Step, ...]]) -> tuple[Step, ...]:
    """Return the steps of one or more review types. The steps of a single type are returned as they are.

    Each rule occurs once, for copies and submissions once for each destination. If two types differ, every value is
    the stricter one: the earlier deadline, the longer time for a report to stay public, the severer diagnostic.
    """
    if len(steps_of_types) < 2:
        return steps_of_types[0] if steps_of_types else ()
    joined: dict[tuple[StepRule, str], Step] = {}
    for step in (single for steps in steps_of_types for each in steps for single in _by_destination(each)):
        key = (step.rule, step.to[0] if step.to else step.repository or "")
        joined[key] = _stricter(joined.get(key, step), step)
    return tuple(_with_all_recipients(joined.values()))


def _by_destination(step: Step) -> Iterator[Step]:
    """Yield a step once for each recipient of copies; any other step as it is."""
    written = [*step.to, *([step.repository] if step.repository is not None else [])]
    named = [each.id for each in step.destinations] or written
    if step.rule is not StepRule.COPIES or not named:
        yield _without_destinations(step, {"repository": named[0]} if named else {})
        return
    for each in named:
        yield _without_destinations(step, {"to": (each,)})


def _without_destinations(step: Step, changes: dict[str, object]) -> Step:
    """Return a copy with changes. The vocabulary looks up its destinations again."""
    changed = step.model_copy(update=changes)
    changed.find_destinations((), ())
    return changed


def _with_all_recipients(steps: Iterable[Step]) -> Iterator[Step]:
    """Yield the steps, with those for copies joined again that differ only in their recipient."""
    recipients: dict[Step, list[str]] = {}
    for step in steps:
        recipients.setdefault(step.model_copy(update={"to": ()}), []).extend(step.to)
    for step, to in recipients.items():
        yield step.model_copy(update={"to": tuple(to)})


def _stricter(one: Step, other: Step) -> Step:
    """Return a step with the stricter of each value of two steps of one rule, with usual values written out."""
    stricter = max if one.row.counted is Counted.BEFORE_PUBLICATION or one.rule in _LONGER_IS_STRICTER else min
    both = (one, other)
    parts = () if not all(each.parts for each in both) else dict.fromkeys((*one.parts, *other.parts))
    return one.model_copy(
        update={
            "severity": min((_severity(each) for each in both), key=lambda each: each.rank),
            "working_days": stricter(each.days for each in both),
            "months": stricter(each.span_months for each in both),
            "by": tuple(dict.fromkeys((*one.by, *other.by))),
            "parts": tuple(parts),
            "documents": tuple(dict.fromkeys((*one.documents, *other.documents))),
            "since": _earlier(one.since, other.since, of_none=date.min),
            "every_case_since": _earlier(one.every_case_since, other.every_case_since, of_none=date.max),
            "source": "; ".join(dict.fromkeys(each.origin for each in both)),
        }
    )


def _severity(step: Step) -> Severity:
    return step.severity or rule_by_slug(step.rule).severity


def _earlier(one: PartialDate | None, other: PartialDate | None, of_none: date) -> PartialDate | None:
    """Return the earlier of two dates. None counts as `of_none`."""
    return min(one, other, key=lambda each: each.first_day if each is not None else of_none)

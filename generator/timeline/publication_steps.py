"""The steps around a day of publication, counted back and forward from that day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from generator.diagnostics import rule_by_slug
from generator.model import Step, StepRule
from generator.model.workflow import Recipient, Repository
from generator.timeline.timeline_model import Timeline, TimelineStep, day_in_words, group_steps, non_working_day_reason
from generator.working_days import add_working_days, months_after, working_days_before

_FIRST: Final = {
    StepRule.SIGN_OFF: "The partners sign the report off",
    StepRule.LEGAL_CHECK: "A lawyer has looked at the report",
}
"""These steps are done before the copies are sent, because the copies are of the full report."""

_BY_THEN: Final = {
    StepRule.MEDIA_CONTACT: "One office is named to answer the press",
    StepRule.IMPACT: "The impact on those close to the case is planned for",
    StepRule.FAMILY_INFORMED: "The family is told",
    StepRule.REVIEWER: "The lead reviewer is named in the record",
    StepRule.REPORT_HOLDS: "The report is seen to hold what the law wants in it",
}


def publication_timeline(day: date, steps: Iterable[Step], today: date, of: str) -> Timeline:
    """Return the steps of a type of review around a day. `of` is the type's name, for the title."""
    free = non_working_day_reason(day)
    notes = [f"{day_in_words(day)} is {free}: nobody may be there to answer."] if free else []
    notes.append("The day of publication is not counted itself; England's bank holidays are left out.")
    found = group_steps(publication_steps(day, steps), today)
    title = f"{of}, around publication on {day_in_words(day)}"
    return Timeline(f"publication-{day}", title, min(each.due for each in found), today, found, tuple(notes))


def publication_steps(day: date, steps: Iterable[Step]) -> Iterator[TimelineStep]:
    """Yield each step with its latest day, then the publication."""
    given = tuple(steps)
    copied = min((_copied(each, day) for each in given if each.rule is StepRule.COPIES), default=None)
    for step in given:
        yield from _one(step, day, copied)
    yield TimelineStep("published", "Publication", day, "the day itself", "the day that was given")


def _one(step: Step, day: date, copied: date | None) -> Iterator[TimelineStep]:
    source = step.source or rule_by_slug(step.rule).source
    days, months = step.days, step.span_months
    match step.rule:
        case StepRule.COPIES:
            for to in step.to or Recipient:
                title, due = f"A copy goes to {to.label}", _copied(step, day)
                yield TimelineStep(f"copy-{to}", title, due, _back(days), source, rule=step.rule)
        case StepRule.SUBMISSION:
            to_all = step.repository or Repository.NSPCC
            title, counted = f"The report goes to {to_all.label}", f"{days} working days after publication"
            yield TimelineStep(f"to-{to_all}", title, add_working_days(day, days), counted, source, day, rule=step.rule)
        case StepRule.AVAILABILITY_REVIEW:
            title, counted = "Decide whether the report stays", f"{months} months after publication"
            yield TimelineStep(step.rule, title, months_after(day, months), counted, source, rule=step.rule)
        case StepRule.SIGN_OFF | StepRule.LEGAL_CHECK if step.working_days is None and copied is not None:
            counted = "before the copies go out"
            yield TimelineStep(step.rule, _FIRST[step.rule], copied, counted, source, last=day, rule=step.rule)
        case _ if step.rule in _FIRST or step.rule in _BY_THEN:
            title = (_FIRST | _BY_THEN)[step.rule]
            yield TimelineStep(
                step.rule, title, working_days_before(day, days) if days else day, _back(days), source, rule=step.rule
            )


def _copied(step: Step, day: date) -> date:
    return working_days_before(day, step.days)


def _back(days: int) -> str:
    return f"{days} working days before publication" if days else "by publication"

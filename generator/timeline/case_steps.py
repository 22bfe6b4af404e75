"""The status of one case: steps that are done and when, the next step, and overdue steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from generator.model import Case, PartialDate, Status, Step, StepRule, Workflow
from generator.model.steps import days_of, months_of
from generator.model.workflow import RapidReviewOutcome
from generator.timeline.publication_steps import publication_steps
from generator.timeline.rapid_review import completion, rapid_review
from generator.timeline.timeline_model import FRAMEWORK, State, Timeline, TimelineStep, day_in_words, sort_steps
from generator.working_days import add_working_days


def case_timeline(case: Case, steps: tuple[Step, ...], today: date) -> Timeline:
    """Return the case's steps as of a day. A date with only a known month counts as the last day of that month."""
    found = sort_steps((*_before_publication(case.workflow or Workflow(), steps, case), *_around(case, steps)))
    notes = []
    if not found:
        notes.append("Nothing is known to count from: add workflow to the record, or the day of publication.")
    if case.publication is not None and case.status in (Status.DRAFT, Status.SCHEDULED):
        notes.append(f"Publication is taken to be on {day_in_words(case.publication.last_day)}.")
    stands = _states(found, case, today)
    title = f"{case.name}: where the case stands"
    return Timeline(f"case-{case.id}", title, _drawn_from(stands, today), today, stands, tuple(notes))


def _drawn_from(steps: tuple[TimelineStep, ...], today: date) -> date:
    """Return the first day to draw. Steps that were done long ago need no bars."""
    return min((step.due for step in steps if step.is_open and step.state is not State.NOT_RECORDED), default=today)


def _before_publication(known: Workflow, steps: tuple[Step, ...], case: Case) -> Iterator[TimelineStep]:
    if known.aware is not None:
        days = days_of(StepRule.NOTIFICATION, steps)
        aware, counted = known.aware.last_day, f"{days} working days after becoming aware"
        title, source = "The incident is notified", f"{FRAMEWORK}, 2.1.2"
        found = TimelineStep(
            "notification", title, add_working_days(aware, days), counted, source, aware, rule=StepRule.NOTIFICATION
        )
        yield replace(found, done=known.notification)
    if known.referral is not None:
        yield from _rapid_review(known, known.referral)
    if known.decision is not None and known.decision.outcome not in (
        RapidReviewOutcome.NO_FURTHER_ACTION,
        RapidReviewOutcome.SINGLE_AGENCY,
    ):
        months = months_of(StepRule.SIX_MONTHS, steps)
        found = completion(known.decision.date.last_day, months=months)
        yield replace(found, done=known.completed or case.published)
        if known.delay is not None and known.delay.until is not None:
            until, title = known.delay.until.last_day, "The delay that was notified is over"
            yield replace(found, key="delayed", title=title, due=until, counted="as it was notified", rule=None)


def _rapid_review(known: Workflow, referral: PartialDate) -> Iterator[TimelineStep]:
    review = known.rapid_review
    meeting = review.meeting.last_day if review is not None and review.meeting is not None else None
    found = [
        replace(each, done=getattr(review, each.key.replace("-", "_")) if review is not None else None)
        for each in rapid_review(referral.last_day, meeting)
    ]
    for index, each in enumerate(found):
        went_on = any(not later.is_open for later in found[index + 1 :]) or known.decision is not None
        yield replace(each, state=State.NOT_RECORDED) if each.is_open and went_on else each


def _around(case: Case, steps: tuple[Step, ...]) -> Iterator[TimelineStep]:
    if case.publication is None:
        return
    for publication_step in publication_steps(case.publication.last_day, steps):
        done, is_done = _done(case, publication_step, steps)
        yield replace(publication_step, done=done, is_done=is_done)


def _done(case: Case, step: TimelineStep, steps: tuple[Step, ...]) -> tuple[PartialDate | None, bool]:
    """Return the day on which a step was done, if known, and True if it was done on a day that is not recorded."""
    known = case.workflow or Workflow()
    match step.rule:
        case None:
            return (case.published if case.status is not Status.DRAFT else None), False
        case StepRule.COPIES:
            return _first(copy.sent for copy in known.copies if step.key == f"copy-{copy.to}"), False
        case StepRule.SUBMISSION:
            return _first(
                submission.sent for submission in known.submissions if step.key == f"to-{submission.to}"
            ), False
        case StepRule.SIGN_OFF:
            return _signed(known, [name for each in steps if each.rule is step.rule for name in each.by]), False
        case StepRule.MEDIA_CONTACT:
            return None, known.media_contact is not None
        case StepRule.REVIEWER:
            return None, case.reviewer is not None
        case StepRule.REPORT_HOLDS:
            return None, bool(known.report_holds)
    dated = {
        StepRule.LEGAL_CHECK: known.legal_check,
        StepRule.FAMILY_INFORMED: known.family_informed,
        StepRule.IMPACT: known.impact_considered,
        StepRule.AVAILABILITY_REVIEW: known.availability_reviewed,
    }
    return dated.get(step.rule), False


def _signed(known: Workflow, wanted: list[str]) -> PartialDate | None:
    """Return the day of the last required sign-off; None while one is missing."""
    names = {" ".join(each.by.lower().split()) for each in known.sign_off}
    days = [each.date for each in known.sign_off if each.date is not None]
    is_whole = len(days) == len(known.sign_off) and all(" ".join(each.lower().split()) in names for each in wanted)
    return max(days, key=lambda each: each.first_day) if days and is_whole else None


def _first(days: Iterable[PartialDate]) -> PartialDate | None:
    return min(days, key=lambda each: each.first_day, default=None)


def _states(steps: tuple[TimelineStep, ...], case: Case, today: date) -> tuple[TimelineStep, ...]:
    accepted = {each.rule for each in case.workflow.accepted} if case.workflow is not None else set()
    plain = [replace(step, state=_state(step, accepted, today)) for step in steps]
    coming = [each.due for each in plain if each.state is State.TO_COME]
    following = min(coming) if coming else None
    return tuple(
        replace(each, state=State.NEXT) if each.state is State.TO_COME and each.due == following else each
        for each in plain
    )


def _state(step: TimelineStep, accepted: set[StepRule], today: date) -> State:
    if step.state is State.NOT_RECORDED:
        return step.state
    if step.is_open:
        is_missed = step.due < today
    else:
        is_missed = step.done is not None and step.done.first_day > (step.last or step.due)
    if is_missed and step.rule in accepted:
        return State.ACCEPTED
    if not step.is_open:
        return State.LATE if is_missed else State.DONE
    return State.OVERDUE if is_missed else State.TO_COME

"""Publish and Undo in the forms: everything between a request and a page."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import quote, unquote

from generator.commands.push.outcome import PushOutcome, PushState
from generator.commands.push.plan import PushPlan, plan_push
from generator.commands.push.send import Answers, push
from generator.form_server.editing_session import EditingSession
from generator.form_server.listed_findings import ListedFinding, list_findings
from generator.form_server.multipart import PostedForm
from generator.forms import FORMS, SIDES, Choices, choices_of
from generator.model.raw_record import Path

_TAKE: Final = "take:"


@dataclass(frozen=True, slots=True)
class PublishPage:
    """Everything that the page Publish shows."""

    plan: PushPlan
    outcome: PushOutcome | None = None
    """What became of pressing a button. None if the page was only opened."""

    sentence: str = ""
    """What was typed."""

    findings: tuple[ListedFinding, ...] = ()
    """The errors that stopped it."""

    to_look_at: tuple[ListedFinding, ...] = ()
    """The warnings on the records that would be published."""

    not_saved: tuple[tuple[str, str], ...] = ()
    """The title and the address of each form with changes that are not saved."""

    choices: Choices = field(default_factory=dict)
    decided: tuple[tuple[str, str], ...] = ()
    """The texts that were chosen for questions that are not asked again: the name of the field and its value."""

    not_chosen: frozenset[str] = frozenset()
    """The names of the fields of questions that were asked before and were not answered."""

    @property
    def shown(self) -> PushOutcome:
        """Return what became of it, or the state before."""
        return self.outcome if self.outcome is not None else self.plan.outcome


def publish_page(session: EditingSession) -> PublishPage:
    """Return the page as it is opened. Nothing is contacted."""
    return _page(session, plan_push(session.publishing_options()))


def publish(session: EditingSession, posted: PostedForm) -> PublishPage:
    """Publish, with the sentence and the answers of a posted form."""
    options = session.publishing_options()
    sentence = posted.get("sentence")
    answers = Answers(_decisions(posted), posted.get("seen")) if posted.get("seen") else None
    outcome = push(options, sentence, answers, with_build=True)
    page = _page(session, plan_push(options), outcome)
    if outcome.questions and outcome.seen == posted.get("seen"):
        page = _with_choices(page, posted)
    return page if outcome.state is PushState.PUBLISHED else replace(page, sentence=sentence)


def _with_choices(page: PublishPage, posted: PostedForm) -> PublishPage:
    """Return the page with what was chosen already, and with the questions that were left open."""
    still_open = {(each.file, each.path) for each in page.shown.questions}
    names = {choice_field_name(*each) for each in still_open}
    decided = tuple(
        (choice_field_name(*each), text) for each, text in _decisions(posted).items() if each not in still_open
    )
    return replace(page, decided=decided, not_chosen=frozenset(posted.values.get("asked", ())) & names)


def choice_field_name(file: str, path: Path) -> str:
    """Return the name of the field that chooses one of two texts."""
    return _TAKE + quote(json.dumps([file, *path]))


def _decisions(posted: PostedForm) -> dict[tuple[str, Path], str]:
    decided = {}
    for name, values in posted.values.items():
        if not name.startswith(_TAKE) or values[-1] not in SIDES:
            continue
        try:
            file, *path = json.loads(unquote(name.removeprefix(_TAKE)))
        except ValueError:
            continue
        decided[str(file), tuple(step for step in path if isinstance(step, (int, str)))] = values[-1]
    return decided


def _page(session: EditingSession, plan: PushPlan, outcome: PushOutcome | None = None) -> PublishPage:
    shown = outcome if outcome is not None else plan.outcome
    with session.lock:
        records, _ = session.records() if shown.questions else (None, ())
    return PublishPage(
        plan,
        outcome,
        findings=list_findings(session.root, shown.findings),
        to_look_at=list_findings(session.root, plan.to_look_at),
        not_saved=tuple(_not_saved(session)),
        choices=choices_of(records) if records is not None else {},
    )


def _not_saved(session: EditingSession) -> list[tuple[str, str]]:
    found = []
    for kind, identity, draft in session.drafts.drafts():
        form = FORMS.get(kind)
        if form is None:
            continue
        title = draft.values.get(form.title_field) if isinstance(draft.values, dict) else None
        other = form.plural if form.is_single else identity
        found.append((title if isinstance(title, str) and title else other, f"{kind}/{identity}"))
    return found

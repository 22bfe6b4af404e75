"""What can be done with a record by one button, and small additions to the site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from generator.commands import events
from generator.commands.changes.planned_change import PlannedChange
from generator.commands.mark_sent import action_of_sent, mark_bulletin_sent, title_of_sent
from generator.commands.options import BuildOptions
from generator.commands.withdraw import plan_withdrawal
from generator.form_server.actions.action_types import Action, ActionAnswers, ActionQuestion, AnswerKind, Values
from generator.model import EventTime, Status
from generator.model.london_time import plain_day

_RECORDS: Final = ("case", "briefing", "notice")
_ONLY: Final = ActionQuestion("only", "Leave its briefings as they are", kind=AnswerKind.TICK)
_SINCE: Final = ActionQuestion("since", "Since", "Leave it empty for today.", AnswerKind.DAY)


def is_public(values: Values, today: date) -> bool:
    """Return True if readers see a record, as far as its state says."""
    state = values.get("status", "published")
    if state != Status.SCHEDULED:
        return bool(state != Status.DRAFT)
    try:
        return EventTime.parse(values.get("publish_on")).day.first_day <= today
    except (ValueError, TypeError):
        return False


def _is_waiting(values: Values, today: date) -> bool:
    return not is_public(values, today)


def _is_current(values: Values, today: date) -> bool:
    return is_public(values, today) and values.get("status") not in (Status.ARCHIVED, Status.WITHDRAWN)


def _is_withdrawable(values: Values, today: date) -> bool:
    return is_public(values, today) and values.get("status") != Status.WITHDRAWN


def _is_ended(values: Values, _today: date) -> bool:
    return values.get("status") in (Status.ARCHIVED, Status.WITHDRAWN)


def _has_file(values: Values, today: date) -> bool:
    documents = values.get("documents") or []
    return any(isinstance(each, Mapping) and each.get("file") for each in documents) and _is_current(values, today)


def _replace(options: BuildOptions, name: str, given: ActionAnswers) -> PlannedChange:
    assert given.file is not None
    return events.plan_document_replacement(
        options, name, given.file, given.text("text"), given.text("document") or None, given.has("keep_earlier")
    )


def _sent(options: BuildOptions, name: str, given: ActionAnswers) -> PlannedChange:
    quarter = name.partition(":")[2]
    on = given.day("since") or plain_day(options.today)
    sent = mark_bulletin_sent(options, quarter, on, dry_run=True)
    words = (f"The page of the bulletin stays as it is today, with {sent.items} items",) if sent.files else ()
    refusal = sent.refusal or next(iter(sent.result.diagnostics), None) if not sent.files else None
    action = action_of_sent(quarter)
    return PlannedChange(title_of_sent(quarter), sent.result, words, sent.files, refusal=refusal, action=action)


ACTIONS: Final = {
    action.id: action
    for action in (
        Action(
            "publish",
            "Make it public",
            "Readers see it from today on. The briefings of a case that are drafts become public with it.",
            lambda options, name, given: events.plan_publishing(options, name, given.has("only")),
            (_ONLY,),
            _RECORDS,
            _is_waiting,
        ),
        Action(
            "schedule",
            "Schedule",
            "Readers see it from a day on. The briefings of a case that are drafts follow it.",
            lambda options, name, given: events.plan_scheduling(
                options, name, EventTime.parse(given.text("when")), given.has("only")
            ),
            (
                ActionQuestion(
                    "when",
                    "Public from",
                    "A day, or a day and a time, for example 14 December 2026, 00:01.",
                    AnswerKind.MOMENT,
                    "Enter the day.",
                ),
                _ONLY,
            ),
            _RECORDS,
            _is_waiting,
        ),
        Action(
            "replace-document",
            "Replace a document",
            "Readers get the new file at the same address, and the page says what changed.",
            _replace,
            (
                ActionQuestion("document", "Which document", kind=AnswerKind.CHOICE, missing="Choose the document."),
                ActionQuestion("file", "The corrected file", kind=AnswerKind.FILE, missing="Choose a file."),
                ActionQuestion(
                    "text",
                    "What changed and why",
                    "Readers see this.",
                    AnswerKind.TEXT,
                    "Say in a sentence what changed and why.",
                ),
                ActionQuestion("keep_earlier", "Readers can still get the earlier version", kind=AnswerKind.TICK),
            ),
            _RECORDS,
            _has_file,
        ),
        Action(
            "rename",
            "Rename",
            "Every record and page that names it follows. Old addresses lead to the new one.",
            lambda options, name, given: events.plan_renaming(
                options, name, given.text("address") or None, given.text("title") or None
            ),
            (
                ActionQuestion("title", "Name or title", kind=AnswerKind.LINE, missing="Enter a name."),
                ActionQuestion(
                    "address",
                    "Last part of the address",
                    "Small letters, digits and hyphens. Leave it as it is if only the name changes.",
                    AnswerKind.LINE,
                    "Enter the last part of the address.",
                ),
            ),
            _RECORDS,
        ),
        Action(
            "archive",
            "Archive",
            "The page stays, and readers can ask for the documents. A case's own briefings are archived with it.",
            lambda options, name, given: events.plan_archiving(
                options, name, given.text("reason"), given.day("since"), given.has("only")
            ),
            (
                ActionQuestion("reason", "Reason", "Readers see this. You may leave it empty.", AnswerKind.TEXT),
                _SINCE,
                _ONLY,
            ),
            _RECORDS,
            _is_current,
        ),
        Action(
            "withdraw",
            "Withdraw",
            "The page, its documents and its own briefings are taken down. The address shows only the reason.",
            lambda options, name, given: plan_withdrawal(options, name, given.text("reason"), given.day("since")),
            (
                ActionQuestion(
                    "reason",
                    "Reason",
                    "Readers see this.",
                    AnswerKind.TEXT,
                    "Say in a sentence why it is withdrawn: readers see it.",
                ),
                _SINCE,
            ),
            _RECORDS,
            _is_withdrawable,
        ),
        Action(
            "publish-again",
            "Make it public again",
            "Readers see it as before. Its briefings stay as they are: make them public again from their own forms.",
            lambda options, name, given: events.plan_status(options, name, Status.PUBLISHED),
            (),
            _RECORDS,
            _is_ended,
        ),
        Action(
            "sent",
            "Record that it was sent",
            "Its page then stays as it was sent, even if the records change.",
            _sent,
            (replace(_SINCE, label="Sent on"),),
            ("bulletin",),
            lambda values, today: values.get("status", "published") == "published",
        ),
        Action(
            "bulletin",
            "Begin a bulletin",
            "It begins as a draft, with everything that was published in the quarter.",
            lambda options, name, given: events.plan_bulletin(options, given.text("quarter"), given.text("title")),
            (
                ActionQuestion("quarter", "Quarter", kind=AnswerKind.CHOICE, missing="Choose the quarter."),
                ActionQuestion("title", "Title", "The main topic of the quarter. You can change it later."),
            ),
            opens="bulletin/{quarter}",
        ),
        Action(
            "theme",
            "Add a theme",
            "Readers find records under it.",
            lambda options, name, given: events.plan_theme(options, given.text("label"), given.text("meaning")),
            (
                ActionQuestion("label", "Name of the theme", missing="Enter a name."),
                ActionQuestion(
                    "meaning", "What it is about", "Readers see this.", AnswerKind.TEXT, "Say what it is about."
                ),
            ),
            opens="vocabulary/vocabulary",
        ),
        Action(
            "menu",
            "Add an entry to the menu",
            "The menu is on every page. A new entry is placed before About and Search.",
            lambda options, name, given: events.plan_menu_entry(options, given.text("label"), given.text("page")),
            (
                ActionQuestion("page", "Page", kind=AnswerKind.CHOICE, missing="Choose a page."),
                ActionQuestion("label", "Words in the menu", "One or two words.", missing="Enter the words."),
            ),
        ),
        Action(
            "redirect",
            "Redirect an old address",
            "Readers who follow the old address arrive at the new one.",
            lambda options, name, given: events.plan_redirect(options, given.text("old"), given.text("new")),
            (
                ActionQuestion("old", "Old address", "As in old/page/.", missing="Enter the old address."),
                ActionQuestion("new", "New address", "As in reviews/grace/.", missing="Enter the new address."),
            ),
            opens="redirects/redirects",
        ),
    )
}
"""All actions, by the end of their address, in the order of their buttons."""

ADDITIONS: Final = tuple(action for action in ACTIONS.values() if not action.kinds)
"""The actions that belong to no record."""


def actions_of(kind: str, values: Values, today: date) -> tuple[Action, ...]:
    """Return what can be done with a record as it is now."""
    return tuple(each for each in ACTIONS.values() if kind in each.kinds and each.is_possible(values, today))

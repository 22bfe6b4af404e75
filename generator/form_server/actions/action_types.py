"""The shape of an action: its button, its questions, and the plan that its answers give."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from generator.commands.changes.planned_change import PlannedChange
from generator.commands.options import BuildOptions

Values = Mapping[str, Any]
"""A record as its file has it."""


class AnswerKind(StrEnum):
    """How a question is answered."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    MOMENT = "moment"
    TICK = "tick"
    FILE = "file"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class ActionQuestion:
    """A question that is answered before the change can be shown."""

    name: str
    label: str
    help: str = ""
    kind: AnswerKind = AnswerKind.LINE
    missing: str = ""
    """What to do if there is no answer. Empty if none is needed."""


@dataclass(frozen=True, slots=True)
class ActionAnswers:
    """What was answered: dates as records have them, `2026-12-14`."""

    texts: Mapping[str, str] = field(default_factory=dict)
    file: Path | None = None

    def text(self, name: str) -> str:
        """Return an answer; empty if there is none."""
        return self.texts.get(name, "").strip()

    def day(self, name: str) -> date | None:
        """Return a day; None if there is none."""
        return date.fromisoformat(self.text(name)) if self.text(name) else None

    def has(self, name: str) -> bool:
        """Return True if a box is ticked."""
        return bool(self.text(name))


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can happen, with its button."""

    id: str
    """The end of its address."""

    button: str
    intro: str
    plan: Callable[[BuildOptions, str, ActionAnswers], PlannedChange]
    """Plan it for a record, `case:grace`, or for the site. Nothing is written."""

    questions: tuple[ActionQuestion, ...] = ()
    kinds: tuple[str, ...] = ()
    """The kinds of records that have it. Empty for an addition to the site."""

    is_possible: Callable[[Values, date], bool] = lambda values, today: True
    opens: str = ""
    """For an addition: the form that shows what was made, as the end of its address."""

    @property
    def shows_at_once(self) -> bool:
        """Return True if the change can be shown before anything is answered."""
        return all(question.kind is AnswerKind.TICK for question in self.questions)

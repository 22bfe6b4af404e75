"""What the page of a form shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.diagnostics import Diagnostic
from generator.forms import Choices, Conflict, FormFinding, FormValue, RecordForm

PUT_AWAY: Final = "This is what is saved. What you typed is put away."
SAVED: Final = "Saved."
MERGED: Final = "Saved. What someone else has changed meanwhile is kept too."
UNCHANGED: Final = "Nothing was changed."
NOTICES: Final = {"saved": SAVED, "merged": MERGED, "unchanged": UNCHANGED, "put-away": PUT_AWAY}
"""What a form says after a button was pressed, by the end of the address that the browser is sent to."""


@dataclass(frozen=True, slots=True)
class FormPage:
    """Everything that the page of a form shows."""

    form: RecordForm
    id: str
    values: FormValue
    base: str
    """The digest of the text that the form was made from."""

    choices: Choices
    findings: tuple[FormFinding, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    seen: str = ""
    """The digest of the text that the conflicts are with; empty if there are none."""

    decided: tuple[tuple[str, str], ...] = ()
    """The texts that were chosen for conflicts that are not asked about again: the name of the field and its value."""

    is_new: bool = False
    draft_time: str = ""
    """When the draft was kept; empty if the form shows what is in the file."""

    notice: str = ""
    """What happened, for everyone."""

    can_be_brought_back: bool = False
    """True if what was typed is put away."""

    problem: str = ""
    """Why it was not saved."""

    focus: str = ""
    said: str = ""
    """What happened, only for a screen reader."""

    others: int = 0
    """The number of errors in other files."""

    shelves: Mapping[str, str] = field(default_factory=dict)
    """The section of the site that lists a kind of notice: `news` or `resources`."""

    series_of_cases: frozenset[str] = frozenset()
    """The series whose briefings take their text from their review."""

    @property
    def left_out(self) -> frozenset[str]:
        """The fields that are not offered: the sections of a briefing that takes its text from its review."""
        return frozenset({"sections"}) if self.takes_text_from_case and not self._value("sections") else frozenset()

    @property
    def takes_text_from_case(self) -> bool:
        """True for a briefing whose text is in its review."""
        return self.form.kind == "briefing" and self._value("series") in self.series_of_cases

    def _value(self, name: str) -> object:
        return self.values.get(name) if isinstance(self.values, dict) else None

    @property
    def title(self) -> str:
        """The title of the record as it is in the form."""
        named = self.values.get(self.form.title_field) if isinstance(self.values, dict) else None
        return named if isinstance(named, str) and named else self.form.plural if self.form.is_single else self.id


@dataclass(frozen=True, slots=True)
class BrokenPage:
    """A record whose file cannot be shown as a form."""

    form: RecordForm
    id: str
    findings: tuple[Diagnostic, ...] = field(default=())

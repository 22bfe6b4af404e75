"""What the page of a form shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic
from generator.forms import Choices, Conflict, FormFinding, FormValue, RecordForm


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
    """True if what was typed has just been put away."""

    problem: str = ""
    """Why it was not saved."""

    focus: str = ""
    said: str = ""
    """What happened, only for a screen reader."""

    others: int = 0
    """The number of errors in other files."""

    shelves: Mapping[str, str] = field(default_factory=dict)
    """The section of the site that lists a kind of notice: `news` or `resources`."""

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

"""Findings as a list for the person at the forms, each with the form in which it can be corrected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.commands.push.combination import form_of_file
from generator.commands.record_edit import open_record
from generator.diagnostics import Diagnostic, Severity
from generator.forms import RecordForm, form_findings
from generator.forms.finding_words import as_sentence, label_of_path


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """A finding on any file of the site."""

    message: str
    code: str
    severity: Severity
    file: str
    """The path in the site, with the line if no form shows it; empty if the finding is on no file."""

    form: str = ""
    """The form of the record, as the end of an address: `case/heron`. Empty if it has none."""

    title: str = ""
    """The title of the record, and the label of the field in its form."""


def list_findings(root: Path, findings: Iterable[Diagnostic]) -> tuple[ListedFinding, ...]:
    """Return each finding once, in the words of its form if it has one."""
    return tuple(dict.fromkeys(_listed(root, each) for each in findings))


def _listed(root: Path, finding: Diagnostic) -> ListedFinding:
    file = finding.location.file if finding.location is not None else ""
    form = form_of_file(file)
    if form is None:
        return finding_in_file(finding)
    shown = form_findings(form.fields, (finding,))[0]
    identity = form.id_of(file)
    label = label_of_path(form.fields, shown.path)
    title = title_of_record(root, form, identity) + (f", {label}" if label else "")
    return ListedFinding(shown.message, finding.code, finding.severity, file, f"{form.kind}/{identity}", title)


def finding_in_file(finding: Diagnostic) -> ListedFinding:
    """Return a finding for someone who has to look at the file, as no form can show it."""
    location = finding.location
    line = f", line {location.line}" if location is not None and location.line else ""
    place = f"{location.file}{line}" if location is not None and location.file else ""
    hint = f" {as_sentence(finding.hint)}" if finding.hint else ""
    return ListedFinding(f"{as_sentence(finding.message)}{hint}", finding.code, finding.severity, place)


def title_of_record(root: Path, form: RecordForm, identity: str) -> str:
    """Return the title in the file of a record; its kind and id if it has none or cannot be read."""
    if form.is_single:
        return form.plural
    return read_title(root, form, identity) or f"{form.name} {identity}"


def read_title(root: Path, form: RecordForm, identity: str) -> str:
    """Return the title in the file of a record; empty if it has none or cannot be read."""
    opened = open_record(root, form, identity).value if (root / form.file_of(identity)).exists() else None
    title = opened.values.get(form.title_field) if opened is not None else None
    return title if isinstance(title, str) else ""

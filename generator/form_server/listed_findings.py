"""Findings as a list for the person at the forms, each with the form in which it can be corrected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.commands.push.combination import form_of_file
from generator.diagnostics import Diagnostic
from generator.forms import form_findings


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """An error that prevents what a button would do."""

    message: str
    file: str
    """The path in the site; empty if the error is in no file."""

    form: str = ""
    """The form of the record, as the end of an address: `case/heron`. Empty if it has none."""


def list_findings(findings: Iterable[Diagnostic]) -> tuple[ListedFinding, ...]:
    """Return each finding once, in the words of its form if it has one."""
    found = []
    for each in findings:
        file = each.location.file if each.location is not None else ""
        form = form_of_file(file)
        if form is not None:
            message = form_findings(form.fields, (each,))[0].message
            found.append(ListedFinding(message, file, f"{form.kind}/{form.id_of(file)}"))
        else:
            hint = f": {each.hint}" if each.hint else ""
            found.append(ListedFinding(f"{each.message}{hint}", file))
    return tuple(dict.fromkeys(found))

"""What a form says about a finding: at its field, and in words that name no YAML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.diagnostics import Diagnostic, Severity
from generator.forms.form_dates import show_date
from generator.forms.form_fields import FieldKind, FormField
from generator.model.raw_record import Path

_ADD: Final = re.compile(r'add "?([a-z_]+):')
"""A hint that asks for a field: `add "reason: ..."`."""

_SPEAKS_OF_THE_FILE: Final = re.compile(
    r'"?\b[a-z_]+: |"[a-z_]+:"|in (?:double )?quotes|after a hyphen|\[one, two\]|leave the field out|delete the field'
    r"|this file|content/|\.yml|accepted_findings|library [a-z]+|_[a-z]|true or false|https?://\.\.\."
)
_QUOTED_NAME: Final = re.compile(r'"(?P<name>[a-z_]+)(?:: (?P<value>[a-z-]+))?"(?: item (?P<number>[0-9]+))?')
_WITH_SPACE: Final = re.compile(r'cannot be "https?://[^"]*\s')
_DATE_HELP: Final = "Write it as 2022, September 2022 or 14 September 2022."
_CHOSEN: Final = frozenset({FieldKind.CHOICE, FieldKind.SET, FieldKind.ORDER})
_ARTICLE_LESS: Final = ("who ", "what ", "where ", "how ", "if ")


@dataclass(frozen=True, slots=True)
class FormFinding:
    """One finding, ready to be shown."""

    path: Path
    """The field where it is shown; empty for the top of the form."""

    severity: Severity
    message: str
    """One or two sentences."""

    code: str

    @property
    def is_error(self) -> bool:
        """True if the record cannot be saved with it."""
        return self.severity is Severity.ERROR


def form_findings(form: FormField, diagnostics: Iterable[Diagnostic]) -> tuple[FormFinding, ...]:
    """Return the findings of one record with the fields where a form shows them, errors first."""
    findings = (_finding(form, each) for each in diagnostics)
    unique = {(each.path, each.message): each for each in findings}
    return tuple(sorted(unique.values(), key=lambda each: each.severity.rank))


def _finding(form: FormField, diagnostic: Diagnostic) -> FormFinding:
    path = diagnostic.location.path if diagnostic.location is not None else ()
    if asked := _ADD.search(diagnostic.hint or ""):
        path = _path_of_missing(form, path, asked[1])
    shown = path_in_form(form, path)
    return FormFinding(shown, diagnostic.severity, _message(form, shown, path, diagnostic), diagnostic.code)


def _path_of_missing(form: FormField, path: Path, name: str) -> Path:
    """Return the path of a field that a finding asks for: inside its value, or next to it."""
    for holder in (path, path[:-1]):
        group = field_at(form, holder)
        if group is not None and group.kind is FieldKind.GROUP and group.field(name) is not None:
            return (*holder, name)
    return path


def field_at(form: FormField, path: Path) -> FormField | None:
    """Return the field at a path; None if the form has none."""
    field: FormField | None = form
    for step in path:
        field = (field.item if isinstance(step, int) else field.field(step)) if field is not None else None
    return field


def path_in_form(form: FormField, path: Path) -> Path:
    """Return the longest part of a path for which the form has a field."""
    while path and field_at(form, path) is None:
        path = path[:-1]
    return path


def label_of_path(form: FormField, path: Path) -> str:
    """Return the labels on the way to a value: `Documents, number 2, File`. Empty for the whole record."""
    shown = path_in_form(form, path)
    labels = []
    for depth, step in enumerate(shown, 1):
        field = field_at(form, shown[:depth])
        labels.append(f"number {step + 1}" if isinstance(step, int) else field.words.label if field else str(step))
    return ", ".join(labels)


def _message(form: FormField, shown: Path, path: Path, diagnostic: Diagnostic) -> str:
    field = field_at(form, shown)
    if field is not None and shown and shown == path:
        own = _own_words(field, diagnostic)
        if own:
            return own
    message = as_sentence(_with_labels(form, path, diagnostic.message))
    hint = _with_labels(form, path, diagnostic.hint or "")
    if hint and not _SPEAKS_OF_THE_FILE.search(hint):
        return f"{message} {as_sentence(hint)}"
    return message


def _own_words(field: FormField, diagnostic: Diagnostic) -> str:
    """Return the form's own words for the commonest findings; empty for others."""
    if diagnostic.code == "G101":
        return "This has a private term, which must not be published. Take it out, or write the pseudonym."
    asked = _ADD.search(diagnostic.hint or "")
    if diagnostic.code == "R202" or (asked and asked[1] == field.name):
        return f"{_ask_for(field)}."
    if diagnostic.code in ("R204", "T710") and field.kind in (FieldKind.DATE, FieldKind.MOMENT):
        time = " With a time: 14 September 2022, 10:00." if field.kind is FieldKind.MOMENT else ""
        reason = diagnostic.message.partition(": ")[2]
        start = f"{as_sentence(reason)} " if reason.startswith(("there is no", "the year")) else "This is not a date. "
        return f"{start}{_DATE_HELP}{time}"
    if diagnostic.code == "T703":
        return "No date is known. Enter one if a source gives it, or choose why there is no report."
    if diagnostic.code == "R208":
        return "Say where the facts are from."
    if diagnostic.code in ("R203", "R205", "R206") and field.kind in _CHOSEN:
        return "This is not in the list. Choose another."
    if diagnostic.code == "R207" and field.kind is FieldKind.LINE and field.name in ("url", "address"):
        if _WITH_SPACE.search(diagnostic.message):
            return "A web address has no space. Copy it from the address bar of your browser, with %20 for each space."
        return "Enter a whole web address, which begins with https://."
    return ""


def _ask_for(field: FormField) -> str:
    """Return what to do with an empty field: `Choose a kind`, `Enter the name`."""
    if field.kind is FieldKind.FILE:
        return "Choose a file"
    label = field.words.label[:1].lower() + field.words.label[1:]
    if label.startswith(_ARTICLE_LESS):
        verb = "Choose" if field.kind in _CHOSEN else "Write"
        return f"{verb} {label}"
    if field.kind in _CHOSEN:
        return f"Choose {'an' if label[0] in 'aeiou' else 'a'} {label}"
    if field.kind in (FieldKind.DATE, FieldKind.MOMENT):
        return f"Enter a date for “{field.words.label}”"
    if field.kind is FieldKind.LIST:
        return f"Add {'an' if field.words.item[0] in 'aeiou' else 'a'} {field.words.item}"
    if label.startswith("reason"):
        return f"Write a {label}"
    return f"Enter the {label}"


def _with_labels(form: FormField, path: Path, text: str) -> str:
    """Return a text with the labels of the form in place of the names of fields, and dates in words."""
    groups = [group for depth in range(len(path), -1, -1) if (group := field_at(form, path[:depth])) is not None]

    def label(match: re.Match[str]) -> str:
        field = next((found for group in groups if (found := group.field(match["name"])) is not None), None)
        if field is None:
            return match[0]
        if match["value"]:
            labels = {option.value: option.label for option in field.options}
            return f"“{field.words.label}: {labels.get(match['value'], match['value'])}”"
        return f"“{field.words.label}”" + (f", number {match['number']}" if match["number"] else "")

    return _ISO_DATE.sub(lambda match: show_date(match[0]), _QUOTED_NAME.sub(label, text))


_ISO_DATE: Final = re.compile(r"\b(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]\b")


def as_sentence(text: str) -> str:
    """Return a message with a capital letter and, if it has no end, a full stop."""
    sentence = text[:1].upper() + text[1:]
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."

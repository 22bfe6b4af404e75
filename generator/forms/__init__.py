"""The forms of `library edit`: their fields in an officer's words, and values of records as a form shows them. Pure."""

from generator.forms.choices import Choices, choices_of
from generator.forms.finding_words import FormFinding, form_findings
from generator.forms.form_fields import FieldKind, FormField, form_of
from generator.forms.form_values import FormValue, to_form, to_record
from generator.forms.merge import SIDES, Conflict, Merge, merge
from generator.forms.posted import read_posted
from generator.forms.record_forms import FORMS, RecordForm
from generator.forms.steps import take_step, with_text, without_files

__all__ = [
    "FORMS",
    "SIDES",
    "Choices",
    "Conflict",
    "FieldKind",
    "FormField",
    "FormFinding",
    "FormValue",
    "Merge",
    "RecordForm",
    "choices_of",
    "form_findings",
    "form_of",
    "merge",
    "read_posted",
    "take_step",
    "to_form",
    "to_record",
    "with_text",
    "without_files",
]

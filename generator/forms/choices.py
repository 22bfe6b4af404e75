"""The values that can be chosen in a form, from the vocabulary and the records of the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.forms.form_fields import FormField, Option
from generator.model import Records, title_of
from generator.model.term import Term

Choices = Mapping[str, tuple[Option, ...]]
"""The options of a list, by its name."""


def choices_of(records: Records) -> Choices:
    """Return the lists of the vocabulary, the series, and the cases and briefings by title."""
    words = records.vocabulary.record if records.vocabulary is not None else None
    briefings = sorted(
        (Option(each.record.id, title_of(each.record)) for each in records.briefings if not each.record.is_about_case),
        key=lambda option: option.label.casefold(),
    )
    cases = sorted(
        (Option(each.record.id, title_of(each.record)) for each in records.cases),
        key=lambda option: option.label.casefold(),
    )
    choices = {"briefings": tuple(briefings), "cases": tuple(cases)}
    if words is None:
        return choices
    harms = tuple(Option(harm.id, harm.label, harm.group or "") for harm in words.harms)
    return {
        **choices,
        "harms": harms,
        "themes": _terms(words.themes),
        "review_types": _terms(words.review_types),
        "document_kinds": _terms(words.document_kinds),
        "audiences": _terms(words.audiences),
        "notice_kinds": _terms(words.notice_kinds),
        "agencies": _terms(words.agencies),
        "recommendation_statuses": _terms(words.recommendation_statuses),
        "series": tuple(Option(each.id, each.label) for each in words.briefing_series),
    }


def options_of(field: FormField, choices: Choices) -> tuple[Option, ...]:
    """Return the values that can be chosen in a field."""
    return field.options or choices.get(field.words.choices, ())


def _terms(terms: Iterable[Term]) -> tuple[Option, ...]:
    return tuple(Option(term.id, term.label[:1].upper() + term.label[1:]) for term in terms)

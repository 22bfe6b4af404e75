"""The values that can be chosen in a form, from the vocabulary and the records of the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from generator.forms.form_fields import FormField, Option
from generator.model import Briefing, Case, Located, Notice, Records, title_of
from generator.model.term import Term

Choices = Mapping[str, tuple[Option, ...]]
"""The options of a list, by its name."""

RECORD_CHOICES: Final = frozenset({"cases", "briefings", "all_briefings", "notices"})
"""The lists of records. A record that has errors is in none of them."""


def choices_of(records: Records) -> Choices:
    """Return the lists of the vocabulary, the series, and the records by title."""
    words = records.vocabulary.record if records.vocabulary is not None else None
    choices = {
        "cases": _by_title(records.cases),
        "briefings": _by_title(each for each in records.briefings if not each.record.is_about_case),
        "all_briefings": _by_title(records.briefings),
        "notices": _by_title(records.notices),
    }
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


def _by_title(records: Iterable[Located[Case] | Located[Briefing] | Located[Notice]]) -> tuple[Option, ...]:
    options = (Option(each.record.id, title_of(each.record)) for each in records)
    return tuple(sorted(options, key=lambda option: option.label.casefold()))


def _terms(terms: Iterable[Term]) -> tuple[Option, ...]:
    return tuple(Option(term.id, term.label[:1].upper() + term.label[1:]) for term in terms)

"""The values that can be chosen in a form, from the vocabulary and the records of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator.forms.form_fields import FormField, Option
from generator.forms.site_words import LIST_LABELS
from generator.forms.value_words import humanise
from generator.model import Briefing, Case, Located, Notice, Records, title_of
from generator.model.destinations import Destination
from generator.model.term import Term
from generator.model.vocabulary import TERM_LISTS, Vocabulary

Choices = Mapping[str, tuple[Option, ...]]
"""The options of a list, by its name."""

RECORD_CHOICES: Final = frozenset({"cases", "briefings", "all_briefings", "notices", "records"})
"""The lists of records. A record that has errors is in none of them."""


def choices_of(records: Records) -> Choices:
    """Return the lists of the vocabulary, the series, and the records by title."""
    words = records.vocabulary.record if records.vocabulary is not None else None
    choices = {
        "cases": _by_title(records.cases),
        "briefings": _by_title(each for each in records.briefings if not each.record.is_about_case),
        "all_briefings": _by_title(records.briefings),
        "notices": _by_title(records.notices),
        "records": tuple(
            Option(f"{kind}:{option.value}", option.label, group)
            for kind, group, located in (
                ("case", "Cases", records.cases),
                ("briefing", "Briefings", records.briefings),
                ("notice", "News and resources", records.notices),
            )
            for option in _by_title(located)
        ),
        "term_lists": tuple(Option(name, label) for name, label in LIST_LABELS.items()),
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
        "destinations": _terms((*words.recipients, *words.repositories)),
        "coded_terms": (
            *(replace(each, group="Harms") for each in harms),
            *(replace(each, group="Themes") for each in _terms(words.themes)),
            *(replace(each, group="Agencies") for each in _terms(words.agencies)),
        ),
        "coversheet_fields": tuple(
            Option(each.id, each.label, sheet.label) for sheet in words.coversheets for each in sheet.fields
        ),
        **{f"list:{name}": _terms(getattr(words, name)) for name in TERM_LISTS},
        **{f"packed:{name}": tuple(_of_packs(records.vocabulary, name)) for name in TERM_LISTS},
    }


def options_of(field: FormField, choices: Choices) -> tuple[Option, ...]:
    """Return the values that can be chosen in a field."""
    return field.options or choices.get(field.words.choices, ())


def _by_title(records: Iterable[Located[Case] | Located[Briefing] | Located[Notice]]) -> tuple[Option, ...]:
    options = (Option(each.record.id, title_of(each.record)) for each in records)
    return tuple(sorted(options, key=lambda option: option.label.casefold()))


def _of_packs(vocabulary: Located[Vocabulary] | None, name: str) -> Iterator[Option]:
    """Yield the terms of a list that come from packs, also those that the site leaves out."""
    if vocabulary is None or vocabulary.raw.own is None:
        return
    own = {number for each, number in vocabulary.raw.own_numbers if each == name}
    for number, option in enumerate(_terms(getattr(vocabulary.record, name))):
        if number not in own:
            yield option
    for identity in vocabulary.record.leave_out.get(name, ()):
        yield Option(identity, humanise(identity))


def _terms(terms: Iterable[Term | Destination]) -> tuple[Option, ...]:
    return tuple(Option(term.id, term.label[:1].upper() + term.label[1:]) for term in terms)

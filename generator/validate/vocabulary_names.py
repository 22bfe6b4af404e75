"""Finds the vocabulary term that an editor meant by its name, so that the message can give its id."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from generator.diagnostics.suggest import one_of
from generator.model.review_type import ReviewType
from generator.model.term import Term
from generator.model.vocabulary import Vocabulary
from generator.validate.field_names import abbreviate

LISTS: Final = {
    "type": ("review_types", "review type"),
    "themes": ("themes", "theme"),
    "theme": ("themes", "theme"),
    "harms": ("harms", "harm"),
    "harm": ("harms", "harm"),
    "audience": ("audiences", "audience"),
    "kind": ("document_kinds", "document kind"),
    "series": ("briefing_series", "series of briefings"),
    "to": ("agencies", "agency"),
    "status": ("recommendation_statuses", "status of a recommendation"),
}
"""For each field of a record: the list of the vocabulary that its ids come from, and the name of one entry."""

_ALIKE: Final = 0.85

_JOINT: Final = re.compile(r"joint\s+", re.IGNORECASE)
_BETWEEN_TYPES: Final = re.compile(r"\s*[,;/&+]\s*|\s+and\s+")
"""What people write between the types of a joint review: `Joint DHR/SAR`."""

_LONGEST_LIST: Final = 400
"""The number of letters that all types in a hint may have."""

_LONG_NAME: Final = 12
"""The number of letters from which a misspelt name of a review type is recognised."""

_NEARLY_THE_SAME: Final = 0.93
"""For the names of review types, which differ in one word."""


def as_id(text: str) -> str:
    """Return a text as an id: lower-case letters, digits and single hyphens; empty if it has none of these."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def term_hint(
    vocabulary: Vocabulary | None, field: str, written: str, is_notice: bool = False, is_exact: bool = False
) -> str | None:
    """Return the hint for a term that is written by its name, or in the wrong field; None if no term is like it."""
    if vocabulary is None or field not in LISTS:
        return None
    term = _term_named(_terms(vocabulary, field, is_notice), written, is_exact)
    if term is not None:
        return f'write {term.id} for "{abbreviate(written)}"'
    other = {"themes": "harms", "harms": "themes"}.get(field)
    term = _term_named(_terms(vocabulary, other, is_notice), written, is_exact) if other else None
    if term is None or other is None:
        return None
    return f'"{term.label}" is a {LISTS[other][1]}: move it to {other}: [{term.id}]'


def ids_hint(vocabulary: Vocabulary | None, field: str, is_notice: bool = False) -> str | None:
    """Return the ids that a field can have, as a hint; None for a field whose ids are not from the vocabulary."""
    if vocabulary is None or field not in LISTS:
        return None
    known = [term.id for term in _terms(vocabulary, field, is_notice)]
    return f"{one_of(known)}; new ones are added in content/vocabulary.yml" if known else None


def terms_hint(vocabulary: Vocabulary | None, field: str, written: str) -> str | None:
    """Return the hint for one or more names in a text that should be a list; None if a name is not known."""
    if vocabulary is None or field not in LISTS:
        return None
    whole = _term_named(_terms(vocabulary, field, False), written)
    names = [written] if whole else [name for name in re.split(r"\s*[,;]\s*", written.strip()) if name]
    ids = _all_ids(_term_named(_terms(vocabulary, field, False), name) for name in names)
    if ids:
        return f"write {field}: [{', '.join(ids)}], or each item on its own line after a hyphen"
    return term_hint(vocabulary, field, written) if len(names) == 1 else None


def several_ids_hint(vocabulary: Vocabulary | None, field: str, written: str) -> str | None:
    """Return the hint for one item of a list that is several ids or names; None if one of them is not known."""
    if vocabulary is None or field not in LISTS or _term_named(_terms(vocabulary, field, False), written, True):
        return None
    for between in (r"\s*[,;/|&+]\s*|\s+and\s+", r"[\s,;]+"):
        names = [name for name in re.split(between, written.strip()) if name]
        ids = _all_ids(_term_named(_terms(vocabulary, field, False), name, is_exact=True) for name in names)
        if len(ids) > 1:
            return f"these are {len(ids)} items, so write a comma between them: {', '.join(ids)}"
    return _other_separator_hint(_terms(vocabulary, field, False), written)


def _other_separator_hint(terms: Sequence[Term], written: str) -> str | None:
    """Return the hint for items with a semicolon or a stroke between them, if some are known terms and some are not."""
    names = [name for name in re.split(r"\s*[;|]\s*", written.strip()) if name]
    found = [_term_named(terms, name, is_exact=True) for name in names]
    if len(names) < 2 or not any(found):
        return None
    ids = [term.id if term is not None else as_id(name) for term, name in zip(found, names, strict=True)]
    return f"write a comma between items: {', '.join(ids)}"


def type_hint(vocabulary: Vocabulary, written: str) -> str:
    """Return the hint for an unknown review type: the type with this name, else all types with their labels.

    Short ids are not compared by their letters: acronyms one letter apart, such as SCR and SAR, are different reviews.
    """
    term = _type_named(vocabulary, written)
    if term is not None:
        return f'write {term.id} for "{abbreviate(written)}"'
    names = list(filter(None, _BETWEEN_TYPES.split(_JOINT.sub("", written.strip()))))
    ids = _all_ids(_type_named(vocabulary, name) for name in names)
    if len(ids) > 1:
        return f"for a joint review write type: [{', '.join(ids)}]"
    return f"{types_to_choose(vocabulary.review_types)}; new ones are added in content/vocabulary.yml"


def types_to_choose(types: Iterable[ReviewType]) -> str:
    """Return review types with their labels: `one of: cspr (Child Safeguarding Practice Review), sar (...)`.

    A hint has a limited length: in a long list, the last types have only their ids.
    """
    listed = list(types)
    shown = [each.id for each in listed]
    for number, each in enumerate(listed):
        with_label = f"{each.id} ({each.label})"
        if len(", ".join(shown)) - len(each.id) + len(with_label) > _LONGEST_LIST:
            break
        shown[number] = with_label
    return f"one of: {', '.join(shown)}"


def _type_named(vocabulary: Vocabulary, written: str) -> Term | None:
    """Return the review type with this name, or with a long name that is almost the same."""
    exact = _term_named(vocabulary.review_types, written, is_exact=True)
    if exact is not None or len(written) < _LONG_NAME:
        return exact
    wanted = as_id(written)
    by_name = {name: term for term in vocabulary.review_types for name in _names(term) if len(name) >= _LONG_NAME}
    near = difflib.get_close_matches(wanted, by_name, n=1, cutoff=_NEARLY_THE_SAME)
    return by_name[near[0]] if near else None


def _all_ids(found: Iterable[Term | None]) -> list[str]:
    """Return the ids of the terms that were found for some names; empty if one of the names has no term."""
    terms = [*found]
    known = [term.id for term in terms if term is not None]
    return known if len(known) == len(terms) else []


def _terms(vocabulary: Vocabulary, field: str, is_notice: bool) -> Sequence[Term]:
    if field == "kind" and is_notice:
        return vocabulary.notice_kinds
    terms: Sequence[Term] = getattr(vocabulary, LISTS[field][0])
    return terms


def _term_named(terms: Sequence[Term], written: str, is_exact: bool = False) -> Term | None:
    """Return the term with this name, or else the one with the most similar name; None if no name is similar."""
    wanted = as_id(written.strip("\u201c\u201d\u2018\u2019"))
    by_name = {name: term for term in terms for name in _names(term)}
    if wanted in by_name:
        return by_name[wanted]
    if is_exact:
        return None
    near = difflib.get_close_matches(wanted, by_name, n=1, cutoff=_ALIKE)
    return by_name[near[0]] if near else None


def _names(term: Term) -> Iterator[str]:
    for name in (term.id, term.label, term.plural, getattr(term, "abbreviation", None), *term.also_known_as):
        if name:
            yield as_id(name)

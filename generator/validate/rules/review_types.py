"""Checks the review types of cases, and the variants and joint types of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.diagnostics import Diagnostic, Location, RelatedLocation, one_line, rule
from generator.model import Case, Located, RawRecord, Records
from generator.model.raw_record import Path
from generator.model.review_type import ReviewType
from generator.model.term import Term
from generator.model.vocabulary import TERM_LISTS, TYPE_NOT_STATED, Vocabulary
from generator.validate.vocabulary_names import as_id, type_hint, types_to_choose


def type_places(raw: RawRecord, types: Iterable[str]) -> list[tuple[Path, str]]:
    """Return each review type of a case with its path: its own place in a list."""
    is_list = isinstance(raw.values.get("type"), list)
    return [(("type", index) if is_list else ("type",), identity) for index, identity in enumerate(types)]


def check_types_not_stated(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V320, a note: the page says that the type is not stated."""
    choices = types_to_choose(records.vocabulary.record.review_types) if records.vocabulary is not None else ""
    for case in records.cases:
        if not case.record.type and not case.record.is_withdrawn:
            message = f'no type is given for "{case.record.name}": the page says "{TYPE_NOT_STATED}"'
            hint = f'add "type:" when a source states it; {choices}'
            yield rule("V320").diagnostic(message, case.raw.location_of("type"), hint)


def check_types_with_variants(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V321 at a type that is listed together with its own variant."""
    if records.vocabulary is None:
        return
    for case in records.cases:
        yield from _types_with_variants(case, records.vocabulary.record)


def _types_with_variants(case: Located[Case], words: Vocabulary) -> Iterator[Diagnostic]:
    places = {identity: path for path, identity in reversed(type_places(case.raw, case.record.type))}
    for identity, path in places.items():
        variants = [each.id for each in words.variants_of(identity) if each.id in places]
        if variants:
            message = f'"{variants[0]}" is a variant of "{identity}", so this is not a joint review of the two'
            hint = f'write only {variants[0]}: the review is also listed under "{words.type[identity].label}"'
            yield rule("V321").diagnostic(message, case.raw.location_of(*path), hint)


def check_joint_types(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V322 for a joint type without two known types, and for a second one of the same types."""
    if records.vocabulary is None:
        return
    words, at = records.vocabulary.record, records.vocabulary.raw.location_of
    first: dict[frozenset[str], Location] = {}
    for number, joint in enumerate(words.joint_types):
        here = at("joint_types", number)
        unknown = [(index, each) for index, each in enumerate(joint.types) if each not in words.type]
        for index, each in unknown:
            place = at("joint_types", number, "types", index)
            yield rule("V322").diagnostic(f'unknown review type "{each}"', place, type_hint(words, each))
        types = frozenset(joint.types)
        if len(types) < 2:
            hint = "write the types of the joint review, types: [dardr, sar], or take the entry out"
            yield rule("V322").diagnostic(f'"{joint.label}" has fewer than two types', here, hint)
        elif types in first:
            related = (RelatedLocation("the first is here", first[types]),)
            message = f"a second name for a joint review of {' and '.join(joint.types)}"
            yield rule("V322").diagnostic(message, here, "take one of the two out", related)
        first.setdefault(types, here)


def check_variants(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V323 for a variant of an unknown type, of itself, or of another variant."""
    if records.vocabulary is None:
        return
    words = records.vocabulary.record
    for number, review_type in enumerate(words.review_types):
        fault = _variant_fault(review_type, words)
        if fault is not None:
            place = records.vocabulary.raw.location_of("review_types", number, "variant_of")
            yield rule("V323").diagnostic(fault[0], place, fault[1])


def _variant_fault(review_type: ReviewType, words: Vocabulary) -> tuple[str, str] | None:
    """Return the message and the hint for a variant without a proper parent; None for other types."""
    if review_type.variant_of is None:
        return None
    parent = words.type.get(review_type.variant_of)
    if review_type.variant_of == review_type.id:
        return f'"{review_type.id}" is a variant of itself', "write the id of the type under which it is listed"
    if parent is None:
        parents = (each for each in words.review_types if each.variant_of is None)
        return f'unknown review type "{review_type.variant_of}"', types_to_choose(parents)
    if parent.variant_of is not None:
        message = f'"{review_type.id}" is a variant of "{parent.id}", which is itself a variant'
        return message, f"write variant_of: {parent.variant_of}"
    return None


def check_shared_names(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V324 at a name of a review type, or a label of another term, that another term of its list has too."""
    if records.vocabulary is None:
        return
    yield from _check_shared_labels(records.vocabulary)
    at = records.vocabulary.raw.location_of
    first: dict[str, tuple[ReviewType, Path]] = {}
    for number, review_type in enumerate(records.vocabulary.record.review_types):
        for path, name in _names(review_type):
            whole_path = ("review_types", number, *path)
            other, other_path = first.setdefault(as_id(name), (review_type, whole_path))
            if other.id != review_type.id:
                message = f'"{name}" is a name of "{other.label}" and of "{review_type.label}"'
                hint = "take it out of one of the two: a search for either would find the reviews of both"
                related = (RelatedLocation("the first is here", at(*other_path)),)
                yield rule("V324").diagnostic(message, at(*whole_path), hint, related)


def _check_shared_labels(vocabulary: Located[Vocabulary]) -> Iterator[Diagnostic]:
    """Yield V324 at a label or a plural that an earlier term of the same list has. Review types are left out."""
    at = vocabulary.raw.location_of
    for list_name in (name for name in TERM_LISTS if name != "review_types"):
        first: dict[str, tuple[Term, Path]] = {}
        for number, term in enumerate(getattr(vocabulary.record, list_name)):
            for field in ("label", "plural"):
                label = getattr(term, field, None)
                if not label:
                    continue
                path = (list_name, number, field)
                other, other_path = first.setdefault(one_line(label.casefold()), (term, path))
                if other.id != term.id:
                    message = f'"{label}" is the name of two terms: "{other.id}" and "{term.id}"'
                    hint = "give one of the two another name: readers could not tell them apart"
                    related = (RelatedLocation("the first is here", at(*other_path)),)
                    yield rule("V324").diagnostic(message, at(*path), hint, related)
                    break


def _names(review_type: ReviewType) -> Iterator[tuple[Path, str]]:
    """Yield every name of a review type that readers may search for, with its path in the entry."""
    for field in ("label", "plural", "abbreviation"):
        name = getattr(review_type, field)
        if name is not None:
            yield (field,), name
    for index, name in enumerate(review_type.also_known_as):
        yield ("also_known_as", index), name

"""Checks the ids that recommendations have, and those that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, RelatedLocation, did_you_mean, rule
from generator.diagnostics.suggest import one_of
from generator.model import Case, Located, Records
from generator.model.recommendation import number_of
from generator.model.term import Term

NO_TERMS: Final = 'there are none yet: add a pack to content/vocabulary.yml, such as "use: [common]", or your own'


def check_recommendation_ids(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield C101 for an id used twice, C122 for one heading, and C102, C103 and C121 for unknown ids."""
    for case in records.cases:
        for name, entries in (("findings", case.record.findings), ("recommendations", case.record.recommendations)):
            yield from _check_repeated(case, name, [each.id for each in entries])
        yield from _check_headings(case)
        if records.vocabulary is not None:
            words = records.vocabulary.record
            yield from _check_terms(case, words.agency, words.recommendation_status)
        yield from _check_findings(case)


def _check_repeated(case: Located[Case], name: str, ids: Iterable[str]) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for number, identity in enumerate(ids):
        if identity in first:
            place = case.raw.location_of(name, first[identity], "id")
            yield rule("C101").diagnostic(
                f'a second entry of "{name}" has the id "{identity}"',
                case.raw.location_of(name, number, "id"),
                "give one of the two another id; the one that was published first keeps its own",
                (RelatedLocation("the first is here", place),),
            )
        first.setdefault(identity, number)


def _check_headings(case: Located[Case]) -> Iterator[Diagnostic]:
    """Yield C122 for each recommendation whose heading another one has: ids such as `r1` and `1`."""
    first: dict[str, int] = {}
    for number, recommendation in enumerate(case.record.recommendations):
        name = number_of(recommendation, number + 1)
        other = first.setdefault(name, number)
        before = case.record.recommendations[other].id
        if before != recommendation.id:
            yield rule("C122").diagnostic(
                f'"{before}" and "{recommendation.id}" are both shown as "Recommendation {name}"',
                case.raw.location_of("recommendations", number, "id"),
                "give the one that is not published yet another id, with its number in the report",
                (RelatedLocation("the first is here", case.raw.location_of("recommendations", other, "id")),),
            )


def _check_terms(
    case: Located[Case], agencies: Mapping[str, Term], statuses: Mapping[str, Term]
) -> Iterator[Diagnostic]:
    at = case.raw.location_of
    for number, recommendation in enumerate(case.record.recommendations):
        path = ("recommendations", number)
        for index, agency in enumerate(recommendation.to):
            if agency not in agencies:
                message = f'unknown agency "{agency}"'
                yield rule("C102").diagnostic(message, at(*path, "to", index), _hint(agency, agencies))
        for index, entry in enumerate(recommendation.progress):
            if entry.status not in statuses:
                place = at(*path, "progress", index, "status")
                hint = _hint(entry.status, statuses)
                yield rule("C103").diagnostic(f'unknown status "{entry.status}"', place, hint)


def _check_findings(case: Located[Case]) -> Iterator[Diagnostic]:
    known = [each.id for each in case.record.findings]
    for number, recommendation in enumerate(case.record.recommendations):
        named = recommendation.finding
        if named is not None and named not in known:
            hint = did_you_mean(named, known) or (
                one_of(known) if known else 'list it under "findings", with id and text'
            )
            place = case.raw.location_of("recommendations", number, "finding")
            yield rule("C121").diagnostic(f'unknown finding "{named}"', place, hint)


def _hint(written: str, terms: Mapping[str, Term]) -> str:
    named = next((each for each in terms.values() if written in (each.label.lower(), each.label)), None)
    if named is not None:
        return f'write {named.id} for "{written}"'
    if not terms:
        return NO_TERMS
    return did_you_mean(written, terms) or f"{one_of(terms)}; new ones are added in content/vocabulary.yml"


def check_superseded(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield C114 for an unknown id in `superseded_by`, and C113 once for each circle."""
    for case in records.cases:
        known = [each.id for each in case.record.recommendations]
        next_of: dict[str, str] = {}
        for number, recommendation in enumerate(case.record.recommendations):
            for index, entry in enumerate(recommendation.progress):
                other = entry.superseded_by
                if other is None:
                    continue
                if other in known:
                    next_of[recommendation.id] = other
                    continue
                place = case.raw.location_of("recommendations", number, "progress", index, "superseded_by")
                hint = did_you_mean(other, known) or one_of(known)
                message = f'"{recommendation.id}" is superseded by "{other}", which this review does not have'
                yield rule("C114").diagnostic(message, place, hint)
        yield from _check_circles(case, next_of)


def _check_circles(case: Located[Case], next_of: Mapping[str, str]) -> Iterator[Diagnostic]:
    reported: set[str] = set()
    for number, recommendation in enumerate(case.record.recommendations):
        chain: list[str] = []
        identity: str | None = recommendation.id
        while identity is not None and identity not in chain:
            chain.append(identity)
            identity = next_of.get(identity)
        if identity == recommendation.id and identity not in reported:
            reported |= set(chain)
            shown = " -> ".join((*chain[:8], *(["..."] if len(chain) > 8 else []), recommendation.id))
            place = case.raw.location_of("recommendations", number, "id")
            hint = 'remove "superseded_by" from the one that still counts, and give it its own status'
            yield rule("C113").diagnostic(f"superseded in a circle: {shown}", place, hint)

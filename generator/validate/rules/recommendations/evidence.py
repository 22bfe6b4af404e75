"""Checks the evidence of recommendations, and the documents that answer them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, did_you_mean, rule
from generator.diagnostics.suggest import one_of
from generator.model import Availability, Case, Located, Records, Status
from generator.model.recommendation import Evidence

_TAKEN_BACK: Final = frozenset(
    {Availability.WITHDRAWN, Availability.REMOVED, Availability.WITHHELD, Availability.DELAYED}
)


def check_evidence(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield C115, C116 or C120 for each piece of evidence that readers cannot follow."""
    for case in records.cases:
        for number, recommendation in enumerate(case.record.recommendations):
            for place, entry in enumerate(recommendation.progress):
                for index, evidence in enumerate(entry.evidence):
                    path = ("recommendations", number, "progress", place, "evidence", index)
                    yield from _check_one(case, evidence, path)


def _check_one(case: Located[Case], evidence: Evidence, path: tuple[str | int, ...]) -> Iterator[Diagnostic]:
    at, named = case.raw.location_of, evidence.document
    if (named is None) == (evidence.label is None) or (named is not None and evidence.url is not None):
        hint = 'write "document:" with a document of this review, or "label:", with "url:" if it is online'
        what = "nothing that readers could see" if named is None else "a document and another source"
        yield rule("C120").diagnostic(f"the evidence names {what}", at(*path), hint)
        return
    if named is None:
        return
    documents = {each.name: each for each in case.record.documents}
    document = documents.get(named)
    if document is None:
        hint = did_you_mean(named, documents) or (one_of(documents) if documents else 'list it under "documents" first')
        message = f'this review has no document "{named}"'
        yield rule("C115").diagnostic(message, at(*path, "document"), hint)
    elif document.availability in _TAKEN_BACK and case.record.status is not Status.WITHDRAWN:
        hint = "name other evidence, or say in the update why this one is not available"
        message = f'the evidence "{named}" is {document.availability}'
        yield rule("C116").diagnostic(message, at(*path, "document"), hint)


def check_answers(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield C117 for an unknown id in the `answers` of a document, and C118 for a document that is not a response."""
    kinds = records.vocabulary.record.document_kind if records.vocabulary is not None else {}
    for located in records.cases_briefings_notices:
        recommendations = located.record.recommendations if isinstance(located.record, Case) else ()
        known = [each.id for each in recommendations]
        for number, document in enumerate(located.record.documents):
            at = located.raw.location_of
            for index, answered in enumerate(document.answers):
                if answered not in known:
                    none = "only a case with recommendations has something to answer"
                    hint = did_you_mean(answered, known) or (one_of(known) if known else none)
                    place = at("documents", number, "answers", index)
                    yield rule("C117").diagnostic(f'unknown recommendation "{answered}"', place, hint)
            kind = kinds.get(document.kind)
            if document.answers and kind is not None and not kind.answers_recommendations:
                responses = [each.id for each in kinds.values() if each.answers_recommendations]
                hint = f"{one_of(responses)}; " if responses else ""
                hint += '"answers_recommendations: true" in the vocabulary makes a kind a response'
                message = f'a document of the kind "{kind.id}" has "answers", and is not a response'
                yield rule("C118").diagnostic(message, at("documents", number, "answers", key=True), hint)

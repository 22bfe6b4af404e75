"""Checks that each recipient and repository of a report is one that the vocabulary has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.diagnostics import Diagnostic, did_you_mean, rule
from generator.diagnostics.suggest import one_of
from generator.model import Case, RawRecord, Records
from generator.model.raw_record import Path
from generator.model.review_type import ReviewType


def check_destinations(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V334 for an unknown id in the vocabulary's review types, or in the `workflow` of a case.

    A value of `workflow` is not shown.
    """
    if records.vocabulary is None:
        return
    words = records.vocabulary.record
    recipients, repositories = {each.id for each in words.recipients}, {each.id for each in words.repositories}
    known = {"recipient": recipients, "repository": repositories, "recipient or repository": recipients | repositories}
    for index, review_type in enumerate(words.review_types):
        for what, path, named in _of_type(review_type):
            if named not in known[what]:
                place = records.vocabulary.raw.location_of("review_types", index, *path)
                hint = did_you_mean(named, known[what]) or _choices(what, known[what])
                yield rule("V334").diagnostic(f'unknown {what} "{named}"', place, hint)
    for case in records.cases:
        yield from _of_case(case.record, case.raw, known)


def _of_type(review_type: ReviewType) -> Iterator[tuple[str, Path, str]]:
    for number, named in enumerate(review_type.sent_to):
        yield "recipient or repository", ("sent_to", number), named
    for index, step in enumerate(review_type.steps):
        for number, named in enumerate(step.to):
            yield "recipient", ("steps", index, "to", number), named
        if step.repository is not None:
            yield "repository", ("steps", index, "repository"), step.repository


def _of_case(case: Case, raw: RawRecord, known: Mapping[str, set[str]]) -> Iterator[Diagnostic]:
    steps = case.workflow
    if steps is None:
        return
    entries = (("recipient", "copies"), ("recipient", "notified"), ("repository", "submissions"))
    for what, field in entries:
        for index, entry in enumerate(getattr(steps, field)):
            if entry.to not in known[what]:
                message = f"an unknown {what} under {field}"
                place = raw.location_of("workflow", field, index, "to")
                yield rule("V334").diagnostic(message, place, _choices(what, known[what]))


def _choices(what: str, known: set[str]) -> str:
    if known:
        return one_of(known)
    plural = "recipients" if what == "recipient" else "repositories"
    return f'the vocabulary has none: add it under "{plural}" in content/vocabulary.yml'

"""Runs the rules that judge each record and page separately, only on those that are new or have changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import Final
from weakref import WeakKeyDictionary

from generator.diagnostics import Diagnostic
from generator.model import Briefing, FileInfo, MarkdownPage, RawRecord, Records
from generator.validate.rules import RULES_FOR_EACH_PARTIAL_RECORD, RULES_FOR_EACH_VALID_RECORD

_Subject = RawRecord | MarkdownPage

_Context = tuple[RawRecord | None, RawRecord | None, date]
"""What the rules read for every record and page: the partnership, the vocabulary, and today's date."""

_Inputs = tuple[_Context, tuple[tuple[str, FileInfo], ...], tuple[RawRecord, ...]]
"""Everything that the rules read, except the record or page: the context, the facts of its files, and the case of a
briefing. There are several cases if the id of a case is there twice."""

_FINDINGS: Final[WeakKeyDictionary[_Subject, tuple[_Inputs, tuple[Diagnostic, ...]]]] = WeakKeyDictionary()
"""The findings on each record and page, with the inputs that they are for. They are kept for as long as a record that
was not read again is in memory."""


def find_in_each_record(partial: Records, valid: Records, today: date) -> Iterator[Diagnostic]:
    """Yield the findings on each record and page, then those of the same rules on the partnership and the vocabulary.

    `partial` also contains the partial records.
    """
    findings: dict[_Subject, tuple[Diagnostic, ...]] = {}
    changed: dict[_Subject, _Inputs] = {}
    for subject, inputs in _inputs_of_each(partial, today):
        known = _FINDINGS.get(subject)
        findings[subject] = known[1] if known is not None else ()
        if known is None or known[0] != inputs:
            changed[subject] = inputs
    if changed:
        chosen = {*changed, *(case for _, _, cases in changed.values() for case in cases)}
        found: dict[str, list[Diagnostic]] = defaultdict(list)
        for finding in _check(_only(partial, chosen), _only(valid, chosen), today):
            assert finding.location is not None
            found[finding.location.file].append(finding)
        for subject, inputs in changed.items():
            findings[subject] = tuple(found[subject.source.file])
            _FINDINGS[subject] = inputs, findings[subject]
    for each in findings.values():
        yield from each
    yield from _check(_with(partial, ()), _with(valid, ()), today)


def _inputs_of_each(records: Records, today: date) -> Iterator[tuple[_Subject, _Inputs]]:
    singles = (records.partnership, records.vocabulary)
    partnership, vocabulary = (single.raw if single is not None else None for single in singles)
    context = (partnership, vocabulary, today)
    facts: dict[str, list[tuple[str, FileInfo]]] = defaultdict(list)
    for (file, name), facts_of_file in records.files.items():
        facts[file].append((name, facts_of_file))
    cases: dict[str | None, list[RawRecord]] = defaultdict(list)
    for case in records.cases:
        cases[case.record.id].append(case.raw)
    for located in records.prose_records:
        raw, record = located.raw, located.record
        of_case = cases.get(record.case, ()) if isinstance(record, Briefing) else ()
        yield raw, (context, tuple(facts.get(raw.file, ())), tuple(of_case))
    for page in records.pages:
        yield page, (context, (), ())


def _check(partial: Records, valid: Records, today: date) -> Iterator[Diagnostic]:
    for check in RULES_FOR_EACH_PARTIAL_RECORD:
        yield from check(partial, today)
    for check in RULES_FOR_EACH_VALID_RECORD:
        yield from check(valid, today)


def _only(records: Records, chosen: Collection[_Subject]) -> Records:
    """Return some records and pages with what is in their inputs, and nothing else."""
    return replace(_with(records, chosen), known_ids={}, redirects=None, link_exceptions=None, published_urls=None)


def _with(records: Records, chosen: Collection[_Subject]) -> Records:
    """Return the records with only some of the cases, briefings, notices, bulletins, years and pages."""
    return replace(
        records,
        cases=tuple(each for each in records.cases if each.raw in chosen),
        briefings=tuple(each for each in records.briefings if each.raw in chosen),
        notices=tuple(each for each in records.notices if each.raw in chosen),
        bulletins=tuple(each for each in records.bulletins if each.raw in chosen),
        years=tuple(each for each in records.years if each.raw in chosen),
        pages=tuple(page for page in records.pages if page in chosen),
    )

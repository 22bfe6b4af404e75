"""Runs the rules that judge each record by itself, only on records that are new or have changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import Final
from weakref import WeakKeyDictionary

from generator.diagnostics import Diagnostic
from generator.model import Briefing, FileInfo, RawRecord, Records
from generator.validate.rules import RULES_FOR_EACH_PARTIAL_RECORD, RULES_FOR_EACH_VALID_RECORD

_Context = tuple[RawRecord | None, RawRecord | None, date]
"""What the rules read for every record: the partnership, the vocabulary, and today's date."""

_Inputs = tuple[_Context, tuple[tuple[str, FileInfo], ...], tuple[RawRecord, ...]]
"""Everything that the rules read for a record, except the record: the context, the facts of its files, and the case of
a briefing. There are several cases if the id of a case is there twice."""

_FINDINGS: Final[WeakKeyDictionary[RawRecord, tuple[_Inputs, tuple[Diagnostic, ...]]]] = WeakKeyDictionary()
"""The findings on each record, with the inputs that they are for. They are kept for as long as a record that was not
read again is in memory."""


def find_in_each_record(partial: Records, valid: Records, today: date) -> Iterator[Diagnostic]:
    """Yield the findings on each record, then those of the same rules on pages and on single records.

    `partial` also contains the partial records.
    """
    findings: dict[RawRecord, tuple[Diagnostic, ...]] = {}
    changed: dict[RawRecord, _Inputs] = {}
    for raw, inputs in _inputs_of_each(partial, today):
        known = _FINDINGS.get(raw)
        if known is not None and known[0] == inputs:
            findings[raw] = known[1]
        else:
            changed[raw] = inputs
    found = _check_each(
        partial, valid, {*changed, *(case for _, _, cases in changed.values() for case in cases)}, today
    )
    for raw, inputs in changed.items():
        findings[raw] = tuple(found[raw.file])
        _FINDINGS[raw] = inputs, findings[raw]
    for located in partial.prose_records:
        yield from findings[located.raw]
    yield from _check(_with_records(partial, ()), _with_records(valid, ()), today)


def _inputs_of_each(records: Records, today: date) -> Iterator[tuple[RawRecord, _Inputs]]:
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


def _check_each(
    partial: Records, valid: Records, records: Collection[RawRecord], today: date
) -> dict[str, list[Diagnostic]]:
    """Return the findings on some records, by file. The rules get nothing that the inputs of these records lack."""
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    if records:
        for finding in _check(_only(partial, records), _only(valid, records), today):
            assert finding.location is not None
            found[finding.location.file].append(finding)
    return found


def _only(records: Records, chosen: Collection[RawRecord]) -> Records:
    """Return some records with what is in their inputs, and nothing else."""
    bare = replace(records, pages=(), known_ids={}, redirects=None, link_exceptions=None, published_urls=None)
    return _with_records(bare, chosen)


def _check(partial: Records, valid: Records, today: date) -> Iterator[Diagnostic]:
    for check in RULES_FOR_EACH_PARTIAL_RECORD:
        yield from check(partial, today)
    for check in RULES_FOR_EACH_VALID_RECORD:
        yield from check(valid, today)


def _with_records(records: Records, chosen: Collection[RawRecord]) -> Records:
    """Return the records with some of the cases, briefings, notices, bulletins and years only."""
    return replace(
        records,
        cases=tuple(each for each in records.cases if each.raw in chosen),
        briefings=tuple(each for each in records.briefings if each.raw in chosen),
        notices=tuple(each for each in records.notices if each.raw in chosen),
        bulletins=tuple(each for each in records.bulletins if each.raw in chosen),
        years=tuple(each for each in records.years if each.raw in chosen),
    )

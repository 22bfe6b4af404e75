"""Validates the schema of every record, then runs every rule on all records.

A record with a schema fault is still checked for other faults, and its id is still known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from generator.diagnostics import Diagnostic, WithDiagnostics
from generator.model import (
    Briefing,
    Bulletin,
    Case,
    FileInfo,
    LinkExceptions,
    Located,
    MarkdownPage,
    Notice,
    Partnership,
    PublishedUrls,
    RawRecord,
    Records,
    Redirects,
    Vocabulary,
    Year,
)
from generator.model.publication_day import with_publication_days
from generator.model.record_model import RecordModel
from generator.model.vocabulary import TERM_LISTS
from generator.validate.record_findings import find_in_each_record
from generator.validate.rules import (
    RULES_FOR_PARTIAL_RECORDS,
    RULES_FOR_PARTIAL_VOCABULARY,
    RULES_FOR_VALID_RECORDS,
)
from generator.validate.schema import validate_model
from generator.validate.text_locations import forget_texts

AnyShape = TypeVar("AnyShape", bound=RecordModel)


def validate(
    raws: Iterable[RawRecord],
    unreadable: Iterable[tuple[str, str]],
    pages: tuple[MarkdownPage, ...],
    files: Mapping[tuple[str, str], FileInfo],
    today: date,
    clean: frozenset[str] = frozenset(),
) -> WithDiagnostics[Records]:
    """Return the records that match the schema, and all diagnostics.

    `clean` names the files of records whose words were checked earlier without a finding.
    """
    findings: list[Diagnostic] = []
    known: dict[str, set[str]] = defaultdict(set)
    for kind, identity in unreadable:
        known[kind].add(identity)
    by_kind: dict[str, list[RawRecord]] = defaultdict(list)
    for raw in raws:
        by_kind[raw.kind].append(raw)
        known[raw.kind].add(_identity(raw))
    vocabularies, flawed_vocabularies = _validate_all(by_kind["vocabulary"], Vocabulary, findings)
    vocabulary = next(iter(vocabularies), None)
    words = None if vocabulary is None else vocabulary.record
    cases, flawed_cases = _validate_all(by_kind["case"], Case, findings, words)
    briefings, flawed_briefings = _validate_all(by_kind["briefing"], Briefing, findings, words)
    notices, flawed_notices = _validate_all(by_kind["notice"], Notice, findings, words)
    bulletins, flawed_bulletins = _validate_all(by_kind["bulletin"], Bulletin, findings, words)
    years, flawed_years = _validate_all(by_kind["year"], Year, findings, words)
    read = Records(
        partnership=_single(by_kind["partnership"], Partnership, findings),
        vocabulary=vocabulary,
        redirects=_single(by_kind["redirects"], Redirects, findings),
        link_exceptions=_single(by_kind["link_exceptions"], LinkExceptions, findings),
        published_urls=_single(by_kind["published_urls"], PublishedUrls, findings),
        cases=cases,
        briefings=briefings,
        notices=notices,
        bulletins=bulletins,
        years=years,
        known_ids={kind: frozenset(ids) for kind, ids in known.items()},
        files=files,
        pages=pages,
        unchanged_clean_files=clean,
    )
    records = with_publication_days(read, today)
    with_flawed = replace(
        records,
        cases=(*records.cases, *flawed_cases),
        briefings=(*records.briefings, *flawed_briefings),
        notices=(*records.notices, *flawed_notices),
        bulletins=(*bulletins, *flawed_bulletins),
        years=(*years, *flawed_years),
    )
    findings += find_in_each_record(with_flawed, records, today)
    for check in RULES_FOR_PARTIAL_RECORDS:
        findings += check(with_flawed, today)
    for check in RULES_FOR_VALID_RECORDS:
        findings += check(records, today)
    for flawed in flawed_vocabularies:
        if _has_all_terms(flawed, by_kind["vocabulary"]):
            for check in RULES_FOR_PARTIAL_VOCABULARY:
                findings += check(replace(with_flawed, vocabulary=flawed), today)
    forget_texts()
    return WithDiagnostics(records, tuple(findings))


def _has_all_terms(flawed: Located[Vocabulary], raws: Iterable[RawRecord]) -> bool:
    """Return True if the vocabulary has no fault in a list of terms: then every link to a term can be checked."""
    return all(flawed.raw.values.get(name) == raw.values.get(name) for raw in raws for name in TERM_LISTS)


def _identity(raw: RawRecord) -> str:
    given = raw.values.get("id")
    return given if isinstance(given, str) else raw.id


def _single(raws: list[RawRecord], model: type[AnyShape], findings: list[Diagnostic]) -> Located[AnyShape] | None:
    """Return the only record of its kind; None if the site has none, or none that matches the schema."""
    return next(iter(_validate_all(raws, model, findings)[0]), None)


def _validate_all(
    raws: list[RawRecord], model: type[AnyShape], findings: list[Diagnostic], vocabulary: Vocabulary | None = None
) -> tuple[tuple[Located[AnyShape], ...], tuple[Located[AnyShape], ...]]:
    """Return the records that match the schema, and the partial records of the others."""
    valid, partial = [], []
    for raw in raws:
        result = validate_model(raw, model, vocabulary)
        findings += result.diagnostics
        if result.record is not None:
            valid.append(Located(result.record, raw))
        elif result.remains is not None:
            partial.append(result.remains)
    return tuple(valid), tuple(partial)

"""First the shape of every record, then every rule over all of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from generator.diagnostics import Diagnostic, Outcome, rule
from generator.model import (
    Briefing,
    Case,
    FileFacts,
    HandwrittenPage,
    Located,
    Notice,
    Partnership,
    RawRecord,
    Records,
    Vocabulary,
)
from generator.model.record import SLUG_PATTERN, Shape
from generator.validate.rules import ALL_RULES
from generator.validate.shapes import shape

AnyShape = TypeVar("AnyShape", bound=Shape)
_SLUG = re.compile(SLUG_PATTERN)


def validate(
    raws: Iterable[RawRecord],
    unreadable: Iterable[tuple[str, str]],
    pages: tuple[HandwrittenPage, ...],
    files: Mapping[tuple[str, str], FileFacts],
    today: date,
) -> Outcome[Records]:
    """Records of the right shape, and a finding for everything that is wrong, in one go."""
    findings: list[Diagnostic] = []
    known: dict[str, set[str]] = defaultdict(set)
    for kind, identity in unreadable:
        known[kind].add(identity)
    by_kind: dict[str, list[RawRecord]] = defaultdict(list)
    for raw in raws:
        by_kind[raw.kind].append(raw)
        known[raw.kind].add(_identity(raw))
        findings += _check_id(raw)
    records = Records(
        partnership=next(iter(_located(by_kind["partnership"], Partnership, findings)), None),
        vocabulary=next(iter(_located(by_kind["vocabulary"], Vocabulary, findings)), None),
        cases=_located(by_kind["case"], Case, findings),
        briefings=_located(by_kind["briefing"], Briefing, findings),
        notices=_located(by_kind["notice"], Notice, findings),
        known_ids={kind: frozenset(ids) for kind, ids in known.items()},
        files=files,
        pages=pages,
    )
    for check in ALL_RULES:
        findings += check(records, today)
    return Outcome(records, tuple(findings))


def _identity(raw: RawRecord) -> str:
    given = raw.values.get("id")
    return given if isinstance(given, str) else raw.id


def _check_id(raw: RawRecord) -> Iterable[Diagnostic]:
    if raw.kind not in ("case", "briefing", "notice") or _SLUG.match(_identity(raw)):
        return
    better = re.sub(r"[^a-z0-9]+", "-", _identity(raw).lower()).strip("-") or "a-short-name"
    where = raw.at("id") if "id" in raw.values else raw.at()
    what = "id" if "id" in raw.values else "file name" if raw.kind == "notice" else "folder's name"
    yield rule("R205").found(
        f'the {what} "{_identity(raw)}" cannot become an address',
        where,
        f'use small letters, digits and hyphens: "{better}"',
    )


def _located(raws: list[RawRecord], model: type[AnyShape], findings: list[Diagnostic]) -> tuple[Located[AnyShape], ...]:
    located = []
    for raw in raws:
        outcome = shape(raw, model)
        findings += outcome.diagnostics
        if outcome.value is not None:
            located.append(Located(outcome.value, raw))
    return tuple(located)

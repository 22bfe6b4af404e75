"""Every code in one place. `docs/diagnostics.md` and `tests/sites/invalid/` are held to it by a test."""

from __future__ import annotations

from itertools import chain

from generator.diagnostics.codes import (
    addresses,
    bulletins,
    dates,
    documents,
    harmful_language,
    personal_data,
    prose,
    records,
    site_and_yaml,
    steps,
)
from generator.diagnostics.codes.rule import Rule

_ABOUT = (site_and_yaml, records, documents, addresses, prose, harmful_language, personal_data, dates, bulletins, steps)
_HUNDREDS = "SYRVDAPTLBWG"
"""The letters of the codes in the order in which they are told."""

_RULES: list[Rule] = sorted(
    chain.from_iterable(each.RULES for each in _ABOUT), key=lambda each: (_HUNDREDS.index(each.code[0]), each.code)
)

CATALOGUE: dict[str, Rule] = {each.code: each for each in _RULES}


def rule(code: str) -> Rule:
    """The rule of a code. A code that is not in the catalogue is a bug: KeyError."""
    return CATALOGUE[code]


def rule_by_slug(slug: str) -> Rule:
    """The rule of a slug, `untagged-pdf`. A slug that is not in the catalogue is a bug: StopIteration."""
    return next(each for each in _RULES if each.slug == slug)

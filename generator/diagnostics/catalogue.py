"""The catalogue of all codes. Tests compare it with `docs/diagnostics/` and `tests/sites/invalid/`."""

from __future__ import annotations

from itertools import chain

from generator.diagnostics.codes import (
    addresses,
    authorship,
    bulletins,
    contacts_and_notes,
    dates,
    document_contents,
    documents,
    harmful_language,
    personal_data,
    prose,
    recommendations,
    records,
    site,
    steps,
    vocabulary,
    yaml_texts,
)
from generator.diagnostics.codes.rule import PAGES, Rule, Trait
from generator.diagnostics.diagnostic import Diagnostic

_MODULES = (
    site,
    yaml_texts,
    records,
    vocabulary,
    contacts_and_notes,
    documents,
    document_contents,
    addresses,
    prose,
    harmful_language,
    authorship,
    personal_data,
    dates,
    bulletins,
    steps,
    recommendations,
)
_RULES: list[Rule] = sorted(
    chain.from_iterable(module.RULES for module in _MODULES),
    key=lambda rule: (list(PAGES).index(rule.code[0]), rule.code),
)

CATALOGUE: dict[str, Rule] = {rule.code: rule for rule in _RULES}


def rule(code: str) -> Rule:
    """Return the rule with this code. Raises KeyError, a bug, if there is none."""
    return CATALOGUE[code]


def rule_by_slug(slug: str) -> Rule:
    """Return the rule with this slug, such as `untagged-pdf`. Raises StopIteration, a bug, if there is none."""
    return next(rule for rule in _RULES if rule.slug == slug)


def has_trait(diagnostic: Diagnostic, trait: Trait) -> bool:
    """Return True if the rule of a diagnostic has a trait."""
    return trait in CATALOGUE[diagnostic.code].traits

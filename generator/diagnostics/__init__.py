"""Diagnostics as data: what is wrong, where, and what to do. Every stage yields them; only `report` prints them."""

from generator.diagnostics.catalogue import CATALOGUE, has_trait, rule, rule_by_slug
from generator.diagnostics.codes.rule import Rule, Trait
from generator.diagnostics.diagnostic import (
    Diagnostic,
    Location,
    RelatedLocation,
    Severity,
    WithDiagnostics,
    join_lines,
    one_line,
)
from generator.diagnostics.suggest import did_you_mean, did_you_mean_path

__all__ = [
    "CATALOGUE",
    "Diagnostic",
    "Location",
    "RelatedLocation",
    "Rule",
    "Severity",
    "Trait",
    "WithDiagnostics",
    "did_you_mean",
    "did_you_mean_path",
    "has_trait",
    "join_lines",
    "one_line",
    "rule",
    "rule_by_slug",
]

"""What is wrong, where, and what to do next: data that every stage yields and only `report` prints."""

from generator.diagnostics.catalogue import CATALOGUE, rule, rule_by_slug
from generator.diagnostics.codes.rule import Rule
from generator.diagnostics.diagnostic import (
    Diagnostic,
    Location,
    RelatedLocation,
    Severity,
    WithDiagnostics,
    one_line,
)
from generator.diagnostics.suggest import did_you_mean

__all__ = [
    "CATALOGUE",
    "Diagnostic",
    "Location",
    "RelatedLocation",
    "Rule",
    "Severity",
    "WithDiagnostics",
    "did_you_mean",
    "one_line",
    "rule",
    "rule_by_slug",
]

"""Diagnostics as JSON: one object with a list. Fields may be added later, but are never removed."""

from __future__ import annotations

import json

from generator.diagnostics import CATALOGUE, Diagnostic, Location


def as_json(findings: tuple[Diagnostic, ...]) -> str:
    """Return `{"version": 1, "diagnostics": [...]}`; an unknown place or hint is null."""
    entries = [
        {
            "code": finding.code,
            "title": CATALOGUE[finding.code].title,
            "severity": str(finding.severity),
            "message": finding.message,
            "hint": finding.hint,
            "location": _place(finding.location),
            "pages": finding.pages,
            "related": [{"message": more.message, "location": _place(more.location)} for more in finding.related],
        }
        for finding in findings
    ]
    return json.dumps({"version": 1, "diagnostics": entries}, ensure_ascii=False, indent=1)


def _place(location: Location | None) -> dict[str, object] | None:
    if location is None:
        return None
    return {"file": location.file, "line": location.line, "column": location.column}

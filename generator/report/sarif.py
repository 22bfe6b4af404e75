"""Diagnostics as SARIF 2.1.0 (OASIS), for code scanning."""

from __future__ import annotations

import json
from urllib.parse import quote

from generator import __version__
from generator.diagnostics import CATALOGUE, Diagnostic, Location

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(findings: tuple[Diagnostic, ...]) -> str:
    """Return one run with the broken rules and each diagnostic."""
    codes = sorted({finding.code for finding in findings})
    rules = [
        {
            "id": code,
            "name": CATALOGUE[code].slug,
            "shortDescription": {"text": CATALOGUE[code].title},
            "fullDescription": {"text": CATALOGUE[code].why},
            "help": {
                "text": f"docs/diagnostics/{CATALOGUE[code].page}#{CATALOGUE[code].anchor}; library explain {code}"
            },
            "defaultConfiguration": {"level": str(CATALOGUE[code].severity)},
        }
        for code in codes
    ]
    results = [_result(finding, codes.index(finding.code)) for finding in findings]
    driver = {"name": "library", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "results": results, "columnKind": "unicodeCodePoints"}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _result(finding: Diagnostic, rule_index: int) -> dict[str, object]:
    message = finding.message if finding.hint is None else f"{finding.message}. {finding.hint}"
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": str(finding.severity),
        "message": {"text": message},
        "locations": [] if finding.location is None else [_place(finding.location)],
    }
    if finding.related:
        result["relatedLocations"] = [
            {**_place(more.location), "message": {"text": more.message}} for more in finding.related
        ]
    return result


def _place(location: Location) -> dict[str, object]:
    place: dict[str, object] = {"artifactLocation": {"uri": quote(location.file, errors="surrogateescape")}}
    if location.line is not None:
        region = {"startLine": location.line}
        if location.column is not None:
            region["startColumn"] = location.column
        place["region"] = region
    return {"physicalLocation": place}

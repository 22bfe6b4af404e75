"""The SARIF of every finding that the sample sites yield, held to the schema of version 2.1.0 (OASIS)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft4Validator

from generator.diagnostics import Diagnostic, Location, RelatedLocation, rule
from generator.report import report

SCHEMA: Final = Path(__file__).parent / "sarif-2.1.0-rtm.5.json"
SAMPLES: Final = Path(__file__).parents[2] / "sites" / "invalid"


@pytest.fixture(scope="module")
def validator() -> Any:
    return Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def told_by_samples() -> Iterator[Diagnostic]:
    """The findings of every sample, from the text that is kept beside it."""
    for path in sorted(SAMPLES.glob("*/expected.txt")):
        told = path.read_text(encoding="utf-8")
        head = re.match(r"\w+\[(\w+)\]: (.+)", told)
        assert head is not None, path
        place = re.search(r"^  --> (.+)$", told, re.MULTILINE)
        hint = re.search(r"^  = hint: (.+)$", told, re.MULTILINE)
        related = re.findall(r"^  = (?!hint: )(.+?): (\S+)$", told, re.MULTILINE)
        yield rule(head[1]).diagnostic(
            head[2],
            location(place[1]) if place is not None else None,
            hint[1] if hint is not None else None,
            tuple(RelatedLocation(words, location(where)) for words, where in related),
        )


def location(written: str) -> Location:
    name, *numbers = re.split(r":(?=\d+(?::|$))", written)
    line, column = [*map(int, numbers), None, None][:2]
    return Location(name, line, column)


def faults(validator: Any, findings: list[Diagnostic]) -> list[str]:
    log: Any = json.loads(report(findings, "sarif"))
    return [f"{list(iter_error.absolute_path)}: {iter_error.message}" for iter_error in validator.iter_errors(log)]


def test_what_every_sample_yields_is_valid(validator: Any) -> None:
    findings = list(told_by_samples())
    assert len(findings) == len(list(SAMPLES.iterdir()))
    assert any(finding.related for finding in findings)
    assert faults(validator, findings) == []


def test_findings_with_nothing_and_with_odd_letters_are_valid(validator: Any) -> None:
    odd = rule("L801").diagnostic(
        "é\udce9\0 \"'", Location("caf\udce9 #?%/\\é.md", 1, 1), "", (RelatedLocation("", Location("/")),)
    )
    assert faults(validator, []) == []
    assert faults(validator, [odd, replace(odd, location=None, related=())]) == []


def test_the_schema_is_one_that_finds_faults(validator: Any) -> None:
    log = json.loads(report(list(told_by_samples()), "sarif"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    log["runs"][0]["results"][1]["locations"] = [
        {"physicalLocation": {"artifactLocation": {"uri": "x"}, "region": {"startLine": 0}}}
    ]
    log["runs"][0]["tool"] = {}
    assert len(list(validator.iter_errors(log))) == 3

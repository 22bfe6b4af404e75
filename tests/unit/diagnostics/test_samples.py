"""Every code has a sample site with that one fault, and the report of it is kept beside the sample."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from generator.diagnostics import CATALOGUE, Severity

REPOSITORY: Final = Path(__file__).parents[3]
COULD_NOT_RUN: Final = frozenset({"S001", "S002", "S004", "S007", "S009", "S013", "S022", "W921", "W922"})
FOUND_BY_A_BUILD: Final = frozenset(
    {
        "S008",
        "S010",
        "S011",
        "S040",
        "P608",
        "D419",
        "D422",
        "D423",
        "B950",
        "G102",
        "G105",
        "G112",
        "I103",
        "I104",
        "I131",
        "I136",
        "I137",
    }
)
"""A build, and an e-mail, goes on in spite of a warning; the check of the finished records does not."""

FOUND_IN_A_BUILT_SITE: Final = frozenset({"S009", "L801", "L806"})
INVALID: Final = REPOSITORY / "tests" / "sites" / "invalid"


def folder(code: str) -> Path:
    return INVALID / f"{code.lower()}-{CATALOGUE[code].slug}"


def test_every_code_has_its_sample_and_every_sample_its_code() -> None:
    assert {path.name for path in INVALID.iterdir()} == {folder(code).name for code in CATALOGUE}


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_sample_yields_its_own_fault_and_no_other(
    code: str, run_sample: Callable[[str], Any], tmp_path: Path
) -> None:
    found = run_sample(code)
    severity = CATALOGUE[code].severity
    assert found.told + "\n" == (folder(code) / "expected.txt").read_text(encoding="utf-8")
    assert re.findall(r"^(\w+)\[(\w+)\]", found.told, re.MULTILINE) == [(severity, code)]
    weighs = severity is Severity.ERROR or (severity is Severity.WARNING and code not in FOUND_BY_A_BUILD)
    assert found.status == (2 if code in COULD_NOT_RUN else int(weighs))
    if severity is Severity.ERROR and code not in FOUND_IN_A_BUILT_SITE:
        assert not (tmp_path / "site" / "site").exists(), "a site was written in spite of an error"


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_finding_says_where_and_what_to_do(code: str) -> None:
    told = (folder(code) / "expected.txt").read_text(encoding="utf-8")
    assert "  = hint: " in told
    if code not in ("S001", "S004", "S007", "S008", "S013", "S019", "S022", "W941", "I120"):
        assert re.search(r"^  --> \S", told, re.MULTILINE)


def test_every_sample_says_that_it_is_invented() -> None:
    for path in INVALID.rglob("*"):
        if path.is_file() and path.suffix in (".yml", ".md") and path.name != "without.txt":
            assert "invented" in path.read_text(encoding="utf-8").lower(), path

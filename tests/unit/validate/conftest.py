"""The records of the small valid site, to be spoilt one value at a time."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from generator.diagnostics import Diagnostic
from generator.model import RawRecord, Records, Source
from generator.read.vocabulary_packs import with_packs
from generator.read.yaml_loader import load
from generator.validate import validate
from tests.unit.diagnostics.conftest import lay

SMALL: Final = Path(__file__).parents[2] / "sites" / "valid" / "small"
TODAY: Final = date(2026, 11, 22)
FILES: Final = {
    "partnership": ("partnership", "content/partnership.yml"),
    "vocabulary": ("vocabulary", "content/vocabulary.yml"),
    "rowan": ("case", "content/cases/rowan/case.yml"),
    "checking-in": ("briefing", "briefings/checking-in/briefing.yml"),
    "rowan-lessons": ("briefing", "briefings/rowan-lessons/briefing.yml"),
    "new-tool": ("notice", "content/notices/new-tool.yml"),
}
AS_WRITTEN: Final = {
    name: load(Source(file, (SMALL / file).read_text(encoding="utf-8"))).value for name, (_, file) in FILES.items()
}


class _InFull(yaml.SafeDumper):
    """Writes every value out, as a record has to."""

    def ignore_aliases(self, data: object) -> bool:
        return True


@dataclass(frozen=True)
class Validated:
    """What came of the records."""

    records: Records
    findings: tuple[Diagnostic, ...]

    @property
    def told(self) -> list[tuple[str, str]]:
        """Code and file of each finding."""
        return sorted((finding.code, finding.location.file if finding.location else "") for finding in self.findings)


def values() -> dict[str, Any]:
    """The fields of every record of the small site, by id."""
    return {name: copy.deepcopy(loaded[0]) for name, loaded in AS_WRITTEN.items() if loaded is not None}


def validate_values(fields: dict[str, Any]) -> Validated:
    """Writes the fields as YAML, reads them, and validates all records together."""
    raws: list[RawRecord] = []
    unreadable: list[tuple[str, str]] = []
    findings: list[Diagnostic] = []
    for name, (kind, file) in FILES.items():
        text = yaml.dump(fields[name], Dumper=_InFull, allow_unicode=True, sort_keys=False)
        source = Source(file, text)
        loaded = load(source)
        findings += loaded.diagnostics
        if loaded.value is None:
            unreadable.append((kind, name))
        else:
            record = RawRecord(kind, name, source, *loaded.value)
            raws.append(with_packs(record).value or record if kind == "vocabulary" else record)
    outcome = validate(raws, unreadable, (), {}, TODAY)
    return Validated(outcome.value, (*findings, *outcome.diagnostics))


@pytest.fixture
def small() -> dict[str, Any]:
    """The fields of every record, free to be changed."""
    return values()


@pytest.fixture
def found_in() -> Callable[[dict[str, Any]], Validated]:
    """Validates fields."""
    return validate_values


@pytest.fixture(scope="session")
def fresh_values() -> Callable[[], dict[str, Any]]:
    """The fields of every record again, for tests that try many."""
    return values


@pytest.fixture
def change(tmp_path: Path) -> tuple[Path, Callable[[str, str], None]]:
    """The folder of a small site, and a function that replaces a text in its case."""
    root = lay(tmp_path / "site")
    record = root / "content" / "cases" / "rowan" / "case.yml"

    def replace(old: str, new: str) -> None:
        text = record.read_text(encoding="utf-8")
        assert old in text
        record.write_text(text.replace(old, new), encoding="utf-8")

    return root, replace

"""`library schema`: the schemas agree with `library check` on the sample sites, and settings of others are kept."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator

from generator.cli import main
from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions

REPOSITORY: Final = Path(__file__).parents[2]
SITES: Final = REPOSITORY / "tests" / "sites"
VALID: Final = (REPOSITORY, *sorted(each.parent for each in (SITES / "valid").glob("*/mkdocs.yml")))

FOUND_BY_SCHEMAS: Final = ("R201", "R202", "R203", "R204", "R207", "V301", "V302", "V303", "V304", "V307", "V326")
"""The codes for what a schema can say of one record."""

NO_SITE: Final = ("s013-", "s017-", "s020-")
"""Samples of sites that no command can read."""

NOT_YAML: Final = object()
"""A file that VS Code reports as no YAML, before any schema."""

FOUND_BY_SCHEMAS_AND_OTHER_RULES: Final = ("Y103", "Y104", "Y106", "Y108", "T710", "C102", "C103", "W934")


class _AsVsCode(yaml.SafeLoader):
    """Reads dates as text, as YAML 1.2 does."""


_AsVsCode.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":int", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _write_schemas(root: Path) -> str:
    result = CliRunner().invoke(main, ["schema", "--root", str(root), "--today", "2026-11-22"])
    assert result.exit_code == 0, result.output
    return result.stdout


def _faults(root: Path) -> dict[str, list[str]]:
    """Return the messages of the schemas by record file, as VS Code finds them by its settings."""
    settings = json.loads((root / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    found: dict[str, list[str]] = {}
    for schema, patterns in settings["yaml.schemas"].items():
        validator = Draft7Validator(json.loads((root / schema).read_text(encoding="utf-8")))
        Draft7Validator.check_schema(validator.schema)
        for path in sorted(path for pattern in patterns for path in root.glob(pattern)):
            values = _values(path)
            if values is NOT_YAML:
                continue
            messages = [fault.message for fault in validator.iter_errors(values)]
            if messages:
                found[path.relative_to(root).as_posix()] = messages
    return found


def _values(path: Path) -> object:
    try:
        return yaml.load(path.read_bytes(), _AsVsCode)
    except yaml.YAMLError:
        return NOT_YAML


def _copy(site: Path, root: Path) -> Path:
    kept = ("content", "briefings", "mkdocs.yml")
    for name in kept:
        if (site / name).is_dir():
            shutil.copytree(site / name, root / name, dirs_exist_ok=True)
        elif (site / name).exists():
            root.mkdir(exist_ok=True)
            shutil.copy(site / name, root / name)
    return root


@pytest.mark.parametrize("site", VALID, ids=lambda site: site.name)
def test_a_valid_site_has_no_fault_in_any_schema(site: Path, tmp_path: Path) -> None:
    root = _copy(site, tmp_path / "site")
    _write_schemas(root)
    assert _faults(root) == {}


@pytest.mark.parametrize(
    "sample",
    sorted(each for each in (SITES / "invalid").iterdir() if not each.name.startswith(NO_SITE)),
    ids=lambda each: each.name,
)
def test_the_schemas_agree_with_check(sample: Path, tmp_path: Path) -> None:
    root = _copy(sample, _copy(SITES / "valid" / "small", tmp_path / "site"))
    _write_schemas(root)
    diagnostics = validate_and_link(BuildOptions(root, date(2026, 11, 22))).diagnostics
    told: dict[str, set[str]] = {}
    for diagnostic in diagnostics:
        if diagnostic.location is not None:
            told.setdefault(diagnostic.location.file, set()).add(diagnostic.code)
    faults = _faults(root)
    can_say = {file for file, codes in told.items() if codes & set(FOUND_BY_SCHEMAS)}
    may_say = {file for file, codes in told.items() if codes & set(FOUND_BY_SCHEMAS_AND_OTHER_RULES)}
    assert can_say - may_say <= set(faults) <= can_say | may_say, (told, faults)


def _schema(root: Path, kind: str) -> Mapping[str, Any]:
    schema: Mapping[str, Any] = json.loads((root / ".vscode" / "library-schemas" / f"{kind}.json").read_text("utf-8"))
    return schema


def test_a_schema_lists_ids_with_their_labels_and_explains_fields(tmp_path: Path) -> None:
    root = _copy(SITES / "valid" / "full", tmp_path / "site")
    told = _write_schemas(root)
    assert "Wrote 9 schemas to .vscode/library-schemas" in told
    case = _schema(root, "case")["properties"]
    themes = case["themes"]["items"]
    assert themes["enumDescriptions"][themes["enum"].index("knocking-twice")] == "Knocking twice"
    assert case["summary"]["title"] == "Summary", "the name of the field in the forms"
    assert case["summary"]["description"] == "One or two plain sentences: who, and what happened."
    assert case["content_note"]["description"].endswith("Leave it out to use the harms.")
    assert "September 2022" not in case["published"].get("description", ""), "a file has dates as 2022-09"
    assert case["after"]["anyOf"][0]["enum"], "the cases are offered by id"
    document = _schema(root, "case")["definitions"]["Document"]["properties"]
    assert document["kind"]["enum"] and document["kind"]["title"] == "What it is"
    year = _schema(root, "year")["definitions"]["AnnualReportLists"]["properties"]
    assert year["reviews"]["items"]["anyOf"][0]["enum"], "and so they are in the lists of a year"
    assert "null" not in json.dumps(_schema(root, "case"))
    briefings = case["briefings"]["items"]["anyOf"]
    assert briefings[0]["enum"], "the ids of briefings are offered"
    assert briefings[1]["pattern"], "and an id that came later is no fault"


def test_no_pattern_needs_more_than_the_regular_expressions_of_javascript(tmp_path: Path) -> None:
    root = _copy(SITES / "valid" / "small", tmp_path / "site")
    _write_schemas(root)
    schemas = [_schema(root, path.stem) for path in (root / ".vscode" / "library-schemas").iterdir()]
    patterns = {
        part["pattern"] for schema in schemas for part in _parts(schema) if isinstance(part.get("pattern"), str)
    }
    assert patterns
    assert not [pattern for pattern in patterns if r"\"" in pattern or "(?P" in pattern]


def _parts(value: object) -> list[Mapping[str, Any]]:
    if isinstance(value, dict):
        return [value, *(part for each in value.values() for part in _parts(each))]
    return [part for each in value for part in _parts(each)] if isinstance(value, list) else []


def test_settings_of_others_are_kept_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    root = _copy(SITES / "valid" / "small", tmp_path / "site")
    settings = root / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{"editor.tabSize": 2, "yaml.schemas": {"other.json": "other.yml"}}', encoding="utf-8")
    _write_schemas(root)
    written = json.loads(settings.read_text(encoding="utf-8"))
    assert written["editor.tabSize"] == 2
    assert written["yaml.schemas"]["other.json"] == "other.yml"
    assert written["yaml.schemas"][".vscode/library-schemas/case.json"] == ["content/cases/*/case.yml"]
    before = {path: path.read_bytes() for path in sorted((root / ".vscode").rglob("*")) if path.is_file()}
    assert _write_schemas(root) == ".vscode/library-schemas: up to date\n"
    assert {path: path.read_bytes() for path in before} == before


def test_settings_with_comments_are_not_touched_and_the_lines_to_add_are_shown(tmp_path: Path) -> None:
    root = _copy(SITES / "valid" / "small", tmp_path / "site")
    settings = root / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{\n  // Two spaces.\n  "editor.tabSize": 2\n}\n', encoding="utf-8")
    told = _write_schemas(root)
    assert settings.read_text(encoding="utf-8") == '{\n  // Two spaces.\n  "editor.tabSize": 2\n}\n'
    shown = json.loads(told[told.index("{") : told.rindex("}") + 1])
    assert ".vscode/library-schemas/case.json" in shown["yaml.schemas"]


def test_a_vocabulary_with_errors_leaves_lists_open_and_says_so(tmp_path: Path) -> None:
    root = _copy(SITES / "valid" / "small", tmp_path / "site")
    vocabulary = root / "content" / "vocabulary.yml"
    vocabulary.write_text(vocabulary.read_text(encoding="utf-8") + "\ncolour: red\n", encoding="utf-8")
    assert "content/vocabulary.yml has errors. Run: library check" in _write_schemas(root)
    assert "enum" not in _schema(root, "case")["properties"]["themes"]["items"]


def test_a_folder_without_a_site_is_reported(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["schema", "--root", str(tmp_path), "--today", "2026-11-22"])
    assert result.exit_code != 0
    assert "S001" in result.output
    assert list(tmp_path.iterdir()) == []

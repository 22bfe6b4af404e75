"""Writes the JSON Schemas of the records, and the settings with which VS Code uses them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.commands.build import read_records
from generator.commands.options import BuildOptions
from generator.diagnostics import Diagnostic
from generator.forms.json_schemas import RECORD_FILES, draft_schemas
from generator.read import find_project
from generator.system import write_together

FOLDER: Final = ".vscode"
SCHEMAS: Final = f"{FOLDER}/library-schemas"
SETTINGS: Final = f"{FOLDER}/settings.json"
EXTENSIONS: Final = f"{FOLDER}/extensions.json"

YAML_EXTENSION: Final = "redhat.vscode-yaml"
"""The extension of VS Code that reads the setting `yaml.schemas`."""


@dataclass(frozen=True, slots=True)
class SchemaResult:
    """What `library schema` did."""

    diagnostics: tuple[Diagnostic, ...] = ()
    """The reason if the folder contains no site. Faults of records are left to `check`."""

    written: tuple[str, ...] = ()
    """The files that were written, from the site's root; empty if all were up to date."""

    settings_to_add: str = ""
    """The settings to add by hand to a settings.json that has comments or is not JSON. Empty if there are none."""

    lacks_vocabulary: bool = False
    """True if the vocabulary is missing or has errors, so that the schemas list no themes, harms and types."""


def write_schemas(options: BuildOptions) -> SchemaResult:
    """Write a schema for each kind of record, and the settings of VS Code. Other settings are kept.

    Raises OSError; then nothing is written.
    """
    project = find_project(options.root)
    if project.value is None:
        return SchemaResult(project.diagnostics)
    root = project.value.root
    records = read_records(project.value, options).value
    files = {f"{SCHEMAS}/{name}": text for name, text in draft_schemas(records).items()}
    settings = _with_schemas(root / SETTINGS)
    if settings is not None:
        files[SETTINGS] = settings
    if not (root / EXTENSIONS).exists():
        files[EXTENSIONS] = _as_text({"recommendations": [YAML_EXTENSION]})
    changed = {name: text for name, text in files.items() if _text_of(root / name) != text}
    if changed:
        write_together(root, {name: text.encode() for name, text in changed.items()})
    by_hand = "" if settings is not None else _as_text({"yaml.schemas": _schemas_setting()})
    return SchemaResult((), tuple(changed), by_hand, records.vocabulary is None)


def _schemas_setting() -> dict[str, list[str]]:
    return {f"{SCHEMAS}/{each.name}.json": list(each.files) for each in RECORD_FILES}


def _with_schemas(path: Path) -> str | None:
    """Return the text of settings.json with our schemas; None if it cannot be changed without losing something."""
    before = _text_of(path)
    try:
        settings = json.loads(before) if before is not None else {}
    except ValueError:
        return None
    if not isinstance(settings, dict) or not isinstance(settings.get("yaml.schemas", {}), dict):
        return None
    schemas = {**settings.get("yaml.schemas", {}), **_schemas_setting()}
    if settings.get("yaml.schemas") == schemas:
        return before
    return _as_text({**settings, "yaml.schemas": schemas})


def _text_of(path: Path) -> str | None:
    return path.read_text(encoding="utf-8-sig") if path.exists() else None


def _as_text(settings: object) -> str:
    return json.dumps(settings, indent=2, ensure_ascii=False) + "\n"

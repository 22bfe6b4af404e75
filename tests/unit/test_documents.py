"""What is written for people agrees with what is there."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.diagnostics import rule_by_slug
from generator.model import Step, StepRule, Workflow
from generator.model.workflow import (
    AcceptedStep,
    CopySent,
    Decision,
    Delay,
    Notification,
    NotPublished,
    RapidReview,
    RapidReviewOutcome,
    SignOff,
    StatutoryContent,
    Submission,
)

REPOSITORY = Path(__file__).parents[2]
ARCHITECTURE = (REPOSITORY / "docs" / "architecture.md").read_text(encoding="utf-8")


def without_code(document: Path) -> str:
    """A document's text without its examples."""
    text = re.sub(r"^```.*?^```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"`[^`\n]*`", "", text)


def floors_of_the_contract() -> list[str]:
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    return next(list(contract["layers"]) for contract in contracts if contract["type"] == "layers")


def test_the_floors_of_the_architecture_are_those_of_the_import_contract() -> None:
    drawn = re.search(r"```\n(__main__\n.*?)```", ARCHITECTURE, re.DOTALL)
    assert drawn is not None
    assert drawn[1].split("\n")[:-1] == floors_of_the_contract()


def test_every_folder_of_the_generator_is_explained_and_none_that_is_not_there() -> None:
    explained = re.findall(r"^\| `(\w+)` \|", ARCHITECTURE, re.MULTILINE)
    there = [
        path.stem
        for path in (REPOSITORY / "generator").iterdir()
        if (path / "__init__.py").exists() or (path.suffix == ".py" and path.stem != "__init__")
    ]
    assert sorted(explained) == sorted(there)
    assert {each for floor in floors_of_the_contract() for each in floor.split(" | ")} == set(there)


def test_every_decision_is_in_the_index_and_the_index_names_no_other() -> None:
    folder = REPOSITORY / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", index)
    assert named == sorted(path.name for path in folder.glob("0*.md"))


def test_every_local_link_of_the_documents_leads_somewhere() -> None:
    documents = [*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md")]
    broken = [
        f"{document.name}: {target}"
        for document in documents
        for target in re.findall(r"\]\((?!https?:|mailto:|#|\w+:)([^)#\s]+)", without_code(document))
        if not (document.parent / target).exists()
    ]
    assert broken == []


def test_the_commands_and_targets_that_the_readme_names_exist() -> None:
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    help_text = CliRunner().invoke(main, ["--help"]).output
    for name in set(re.findall(r"`(?:\.venv/bin/)?library (\w+)", readme)):
        assert re.search(rf"^  {name}\b", help_text, re.MULTILINE), name
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    for name in set(re.findall(r"\bmake ([a-z]+)", readme)) - {"alone", "and"}:
        assert re.search(rf"^{name}:", makefile, re.MULTILINE), name


def test_make_alone_lists_the_targets() -> None:
    told = subprocess.run(["make", "-C", str(REPOSITORY)], capture_output=True, text=True, check=True, timeout=600)
    for name in ("site", "test", "serve", "benchmark"):
        assert f"make {name}" in told.stdout


def test_the_module_runs_as_the_command() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "generator", "--version"],
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
        cwd=REPOSITORY,
    )
    assert told.stdout.startswith("library")


def test_the_lock_files_name_no_address_and_pin_every_package_by_hash() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (REPOSITORY / name).read_text(encoding="utf-8")
        assert "://" not in text
        pins = re.findall(r"^[\w.-]+==.*$", text, re.MULTILINE)
        assert len(pins) > 20
        assert all(pin.endswith("\\") for pin in pins)
        assert text.count("--hash=sha256:") >= len(pins)


def test_the_table_of_steps_says_what_the_catalogue_says() -> None:
    text = (REPOSITORY / "docs" / "publishing.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| \[(\w+)\]\(diagnostics/w900-steps\.md#([\w-]+)\) \| `([\w-]+)`: .* \| (\w+) \| (.*) \|$",
        text,
        re.MULTILINE,
    )
    rules = [rule_by_slug(each) for each in StepRule]
    assert rows == [(rule.code, rule.anchor, rule.slug, str(rule.severity), rule.source) for rule in rules]


def test_every_field_of_the_steps_is_explained() -> None:
    text = (REPOSITORY / "docs" / "records.md").read_text(encoding="utf-8")
    section = text.partition("## The steps behind a case")[2].partition("\n## ")[0]
    for name in Workflow.model_fields:
        assert f"| `{name}` |" in section, name
    for shape in (
        RapidReview,
        Decision,
        SignOff,
        CopySent,
        Submission,
        Delay,
        NotPublished,
        AcceptedStep,
        Notification,
    ):
        for name in shape.model_fields:
            assert re.search(rf"\b{name}\b", section), name
    vocabulary = text.partition("## The vocabulary")[2].partition("\n## ")[0]
    for name in Step.model_fields:
        assert re.search(rf"\b{name}\b", vocabulary), name
    for word in (*RapidReviewOutcome, *StatutoryContent):
        assert f"`{word}`" in section, word


def test_the_librarys_own_reviews_of_children_take_every_step_and_the_other_types_have_their_own() -> None:
    records = validate_and_link(BuildOptions(REPOSITORY, date(2026, 11, 25))).records
    assert records is not None and records.vocabulary is not None
    types = records.vocabulary.record.type
    assert {step.rule for step in types["cspr"].steps} == set(StepRule)
    for each in ("sar", "alr", "dardr"):
        assert types[each].steps

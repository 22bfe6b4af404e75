"""The files for those who run the site: they can be read, and every command in them is one that exists."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main

REPOSITORY: Final = Path(__file__).parents[2]
WORKFLOWS: Final = sorted((REPOSITORY / ".github" / "workflows").glob("*.yml"))
FILES: Final = (*WORKFLOWS, REPOSITORY / ".gitlab-ci.yml", REPOSITORY / ".pre-commit-hooks.yaml")
TOLD: Final = (*FILES, REPOSITORY / "docs" / "checks.md")


def name(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def commands(text: str) -> Iterator[list[str]]:
    for each in re.findall(r"(?:^|[\s`/:])library ([a-z][a-z-]*(?: +(?!>)[\w./=-]+)*)", text, re.MULTILINE):
        yield shlex.split(each)


def words(path: Path) -> Iterator[str]:
    """Everything that is run: comments and names are left out."""

    def walk(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            for key, inner in value.items():
                if key not in ("name", "description", "key", "group"):
                    yield from walk(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from walk(inner)
        elif isinstance(value, str):
            yield value

    if path.suffix == ".md":
        yield from re.findall(r"`([^`\n]+)`", path.read_text(encoding="utf-8"))
    else:
        yield from walk(yaml.safe_load(path.read_text(encoding="utf-8")))


RUN: Final = [(path, command) for path in TOLD for each in words(path) for command in commands(each)]


def test_there_is_a_command_in_each_file() -> None:
    without = {REPOSITORY / ".github" / "workflows" / "install.yml"}  # it runs tests/installation.py
    assert {path for path, _ in RUN} == set(TOLD) - without
    assert len(WORKFLOWS) == 6


@pytest.mark.parametrize(
    ("path", "command"), RUN, ids=lambda each: name(each) if isinstance(each, Path) else " ".join(each)
)
def test_a_command_is_one_that_exists(path: Path, command: list[str]) -> None:
    result = CliRunner().invoke(main, [*command, "--help"])
    assert result.exit_code == 0, result.output
    assert result.output.startswith(f"Usage: main {command[0]} ")


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_secret_is_needed_and_no_host_is_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "secrets." not in text
    assert re.findall(r"https?://(?!gitlab-ci-token:\$\{CI_JOB_TOKEN\}@\$\{CI_SERVER_HOST\}/)\S+", text) == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_an_action_is_pinned_and_may_do_no_more_than_it_must(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    used = re.findall(r"uses: (.+)", text)
    assert used
    for each in used:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each)
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        assert job.get("permissions", workflow["permissions"]), "a job says what it may do"


def jobs() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    for path in WORKFLOWS:
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        for job_name, job in workflow["jobs"].items():
            yield f"{path.stem}: {job_name}", workflow, job


WRITERS: Final = {
    "due: due": {"issues"},
    "links: links": {"issues"},
    "links: schedules": {"actions"},
    "publish: build": {"contents"},
    "publish: deploy": {"pages", "id-token"},
}
"""The jobs that may change something, and what."""


def test_a_job_may_write_only_what_it_is_for() -> None:
    for job_name, workflow, job in jobs():
        assert set(workflow["permissions"].values()) <= {"read"}, job_name
        permissions = job.get("permissions", workflow["permissions"])
        assert {what for what, how in permissions.items() if how != "read"} == WRITERS.get(job_name, set()), job_name


def test_no_job_keeps_the_credentials_that_fetched_the_repository() -> None:
    for job_name, _, job in jobs():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False, job_name


def test_only_a_step_that_asks_github_has_a_token() -> None:
    for job_name, workflow, job in jobs():
        assert "github.token" not in str((workflow.get("env"), job.get("env"))), job_name
        for step in job["steps"]:
            has_token = "github.token" in str(step.get("env"))
            assert has_token == bool(re.search(r"\bgh ", step.get("run", ""))), (job_name, step)
            assert not (has_token and re.search(r"\blibrary (build|check|due)\b", step["run"])), (job_name, step)


def test_the_list_of_what_is_due_asks_whether_the_repository_is_private() -> None:
    workflow = yaml.safe_load((REPOSITORY / ".github" / "workflows" / "due.yml").read_text(encoding="utf-8"))
    # A scheduled event has no `github.event.repository`.
    assert "event.repository" not in str(workflow)
    assert workflow["jobs"]["due"]["if"] == "needs.repository.outputs.private == 'true'"
    assert workflow["jobs"]["repository"]["outputs"] == {"private": "${{ steps.asked.outputs.private }}"}


def test_schedules_are_switched_on_again_before_github_stops_them() -> None:
    workflow = yaml.safe_load((REPOSITORY / ".github" / "workflows" / "links.yml").read_text(encoding="utf-8"))
    (step,) = workflow["jobs"]["schedules"]["steps"]
    assert re.findall(r"workflows/([\w.]+)/enable", step["run"]) == ["publish.yml", "links.yml"]
    for document in ("checks.md", "on-the-day.md"):
        assert "60 days" in (REPOSITORY / "docs" / document).read_text(encoding="utf-8"), document


def test_images_are_pinned_and_caches_hold_no_text_of_a_record() -> None:
    pipeline = yaml.safe_load((REPOSITORY / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    images = [each["image"] for each in pipeline.values() if isinstance(each, dict) and "image" in each]
    assert images
    assert all(re.fullmatch(r"python:3\.\d+@sha256:[0-9a-f]{64}", image) for image in images)
    caches = [pipeline["default"]["cache"]["paths"]]
    caches += [[step["with"]["path"]] for _, _, job in jobs() for step in job["steps"] if "/cache@" in str(step)]
    assert {path for paths in caches for path in paths} == {".cache/pip/", ".cache/links.json"}


def test_what_the_documents_say_of_pre_commit_is_what_the_hook_does() -> None:
    (hook,) = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    example = re.search(
        r"```yaml\n(.*?)```", (REPOSITORY / "docs" / "checks.md").read_text(encoding="utf-8"), re.DOTALL
    )
    assert example is not None
    ((told,),) = ([each["hooks"][0]] for each in yaml.safe_load(example[1])["repos"])
    assert told["entry"] == f".venv/bin/{hook['entry']}"
    assert (told["files"], told["id"]) == (hook["files"], hook["id"])


def test_the_tests_run_on_three_systems_and_each_version_of_python() -> None:
    workflow = yaml.safe_load((REPOSITORY / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8"))
    assert workflow["jobs"]["tests"]["strategy"]["matrix"] == {
        "system": ["ubuntu-latest", "macos-latest", "windows-latest"],
        "python": ["3.11", "3.12", "3.13", "3.14"],
    }
    assert "make " not in "\n".join(words(REPOSITORY / ".github" / "workflows" / "tests.yml"))

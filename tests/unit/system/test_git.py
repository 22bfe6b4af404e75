"""git answers about the folder that it is asked about, whatever a hook's environment says."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from generator.system.git import run_git


def repository(folder: Path, name: str) -> Path:
    """Create a repository with one committed file."""
    folder.mkdir()
    (folder / name).write_text("words")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    settings = ("-c", "user.name=Invented", "-c", "user.email=invented@tarnshire.example")
    for arguments in (("init", "-q"), ("add", name), (*settings, "commit", "-qm", "Add a file")):
        subprocess.run(("git", *arguments), cwd=folder, env=environment, check=True)
    return folder


@pytest.mark.parametrize("variable", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"])
def test_the_environment_of_a_hook_of_another_repository_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    library = repository(tmp_path / "library", "case.yml")
    other = repository(tmp_path / "other", "letter.txt")
    values = {"GIT_DIR": other / ".git", "GIT_WORK_TREE": other, "GIT_INDEX_FILE": other / ".git" / "index"}
    monkeypatch.setenv(variable, str(values[variable]))
    assert run_git(library, "ls-files") == "case.yml\n"


def test_a_folder_without_git_has_no_answer(tmp_path: Path) -> None:
    assert run_git(tmp_path, "ls-files") is None


def test_a_program_that_the_settings_of_a_folder_name_is_not_started(tmp_path: Path) -> None:
    library = repository(tmp_path / "library", "case.yml")
    started = tmp_path / "started"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {started}\n")
    program.chmod(0o755)
    subprocess.run(("git", "config", "core.fsmonitor", str(program)), cwd=library, check=True)
    assert run_git(library, "status", "--porcelain") == ""
    assert not started.exists()

"""Two officers with a clone each of one shared repository, which is a folder: real git, no network."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.commands.options import BuildOptions
from generator.commands.push.outcome import PushOutcome
from generator.commands.push.plan import PushPlan, plan_push
from generator.commands.push.send import push
from generator.commands.push.undo import undo_push
from tests.shared_repository import git

SAMPLE = Path(__file__).parents[4] / "tests" / "sites" / "valid" / "full"
TODAY = date(2026, 5, 1)
HERON = "content/cases/heron/case.yml"


@dataclass(frozen=True)
class Officer:
    """Someone with a clone."""

    root: Path

    @property
    def options(self) -> BuildOptions:
        """The options of a command in this clone."""
        return BuildOptions(self.root, TODAY)

    def plan(self) -> PushPlan:
        """What would be published."""
        return plan_push(self.options)

    def push(self, sentence: str = "Change a text") -> PushOutcome:
        """Publish."""
        return push(self.options, sentence)

    def undo(self) -> PushOutcome:
        """Take back the last publication."""
        return undo_push(self.options)

    def git(self, *arguments: str) -> str:
        """Run git in the clone."""
        return git(self.root, *arguments)

    def read(self, file: str = HERON) -> str:
        """The text of a file."""
        return (self.root / file).read_text(encoding="utf-8")

    def write(self, text: str, file: str = HERON) -> None:
        """Write a file."""
        (self.root / file).parent.mkdir(parents=True, exist_ok=True)
        (self.root / file).write_text(text, encoding="utf-8")

    def replace(self, old: str, new: str, file: str = HERON) -> None:
        """Change a text in a file."""
        text = self.read(file)
        assert old in text
        self.write(text.replace(old, new, 1), file)

    def status(self) -> str:
        """What git sees as changed."""
        return self.git("status", "--porcelain")


@dataclass(frozen=True)
class Office:
    """A shared repository, and the officers."""

    shared: Path
    ann: Officer
    bob: Officer

    def published(self, file: str = HERON) -> str:
        """The text of a file in the shared repository."""
        return git(self.shared, "show", f"main:{file}")

    def sentences(self) -> list[str]:
        """The first lines of all commits of the shared repository, the newest first."""
        return git(self.shared, "log", "--format=%s", "main").splitlines()


@pytest.fixture(scope="session")
def first_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository and the clones, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("office")
    site = folder / "first"
    shutil.copytree(SAMPLE, site, ignore=shutil.ignore_patterns(".cache", "site"))
    configuration = site / "mkdocs.yml"
    configuration.write_text(configuration.read_text().replace("../../../..", str(Path(__file__).parents[4])))
    (site / ".gitignore").write_text(".cache/\nsite/\n")
    git(site, "init", "-q", "-b", "main")
    git(site, "add", "-A")
    git(site, "-c", "user.name=Sam", "-c", "user.email=sam@library.example", "commit", "-qm", "The library")
    git(folder, "clone", "-q", "--bare", str(site), "shared.git")
    return folder


@pytest.fixture
def office(first_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Ann and Bob, who have the same site and have changed nothing."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    nothing = tmp_path / "gitconfig"
    nothing.write_text("[user]\n\tuseConfigOnly = true\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(nothing))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    shared = tmp_path / "shared.git"
    shutil.copytree(first_office / "shared.git", shared)
    officers = []
    for name in ("ann", "bob"):
        git(tmp_path, "clone", "-q", str(shared), name)
        git(tmp_path / name, "config", "user.name", name.title())
        git(tmp_path / name, "config", "user.email", f"{name}@library.example")
        officers.append(Officer(tmp_path / name))
    return Office(shared, *officers)

"""The wheel, and a virtual environment in which it is installed. The checkout is not on its path."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

REPOSITORY: Final = Path(__file__).parents[1]


@dataclass(frozen=True)
class Installed:
    """A virtual environment in which the wheel is installed."""

    wheel: Path
    scripts: Path
    packages: Path

    def run(self, folder: Path, *command: str, statuses: tuple[int, ...] = (0,)) -> str:
        """Run a command of the environment in a folder. The checkout is not on its path."""
        result = subprocess.run(
            [str(self.scripts / command[0]), *command[1:]],
            cwd=folder,
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert result.returncode in statuses, result.stdout + result.stderr
        return result.stdout + result.stderr

    @contextmanager
    def running(self, folder: Path, *command: str) -> Iterator[subprocess.Popen[str]]:
        """Start a command that runs until it is stopped. Standard output has its messages too."""
        with subprocess.Popen(
            [str(self.scripts / command[0]), *command[1:]],
            cwd=folder,
            env={**self._environment, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        ) as process:
            try:
                yield process
            finally:
                process.terminate()

    @property
    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LIBRARY_"))}
        return {**kept, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONUTF8": "1"}


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the package is built from, because setuptools writes into the folder that it builds."""
    folder = tmp_path_factory.mktemp("sources")
    for name in ("generator", "overrides", "docs"):
        shutil.copytree(REPOSITORY / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.py", "README.md"):
        shutil.copy(REPOSITORY / name, folder)
    return folder


@pytest.fixture(scope="session")
def wheel(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sources without a network."""
    return make_wheel(sources, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """An environment with the wheel. The dependencies are those of the tests."""
    folder = tmp_path_factory.mktemp("installed") / "environment"
    venv.create(folder, with_pip=False)
    names = {"base": str(folder), "platbase": str(folder)}
    scripts, packages = (Path(sysconfig.get_path(name, "venv", names)) for name in ("scripts", "purelib"))
    pip("--python", str(scripts / "python"), "install", "--no-deps", "--no-index", str(wheel))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return Installed(wheel, scripts, packages)


def make_wheel(sources: Path, folder: Path) -> Path:
    """Build a wheel from a folder of sources or from a source distribution."""
    pip("wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder), str(sources))
    (made,) = folder.glob("*.whl")
    return made


def pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr

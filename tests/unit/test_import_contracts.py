"""The import contracts in `pyproject.toml` find an import that breaks them, wherever it is added."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

REPOSITORY: Final = Path(__file__).parents[2]

PLANTED: Final = {
    "commands/due.py": "import yaml",
    "system/git.py": "import yaml",
    "private_terms/planted.py": "import holidays",
}
"""The module that gets each import. Only one folder may import these packages. The last module is new."""


def test_each_planted_import_is_found_with_its_module_and_line(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "generator", tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    lint(tmp_path, broken=False)
    for module, statement in PLANTED.items():
        with (tmp_path / "generator" / module).open("a", encoding="utf-8") as file:
            file.write(f"{statement}\n")
    report = lint(tmp_path, broken=True)
    for module, statement in PLANTED.items():
        line = len((tmp_path / "generator" / module).read_text(encoding="utf-8").splitlines())
        name = f"generator.{module.removesuffix('.py').replace('/', '.')}"
        assert f"{name} -> {statement.split()[1]} (l.{line})" in report
    assert "2 broken" in report


def lint(folder: Path, *, broken: bool) -> str:
    """Return the report of import-linter, with its white space collapsed."""
    script = Path(sys.executable).with_name("lint-imports")
    linter = subprocess.run(
        [script, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False, timeout=600
    )
    assert linter.returncode == int(broken), linter.stdout + linter.stderr
    return " ".join(linter.stdout.split())

"""The version of the generator changes with its code, and not with the compiled files that Python and Jinja add."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import REPOSITORY

_PRINT_VERSION = "from generator.read import compute_code_version; print(compute_code_version().hex())"
_COMPILE_A_TEMPLATE = (
    "from generator.render.jinja_environment import environment; environment().get_template('head.html')"
)


def test_compiled_modules_and_templates_do_not_change_the_version(tmp_path: Path) -> None:
    package = tmp_path / "generator"
    shutil.copytree(REPOSITORY / "generator", package, ignore=shutil.ignore_patterns("__pycache__"))

    def run(code: str) -> str:
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        command = [sys.executable, "-c", code]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout

    before = run(_PRINT_VERSION)
    run(_COMPILE_A_TEMPLATE)
    assert list(package.rglob("*.jinja"))
    assert list(package.rglob("*.pyc"))
    assert run(_PRINT_VERSION) == before

    template = package / "render" / "templates" / "head.html"
    template.write_text(template.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert run(_PRINT_VERSION) != before

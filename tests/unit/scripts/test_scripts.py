"""The scripts in `overrides/assets` have correct types. Those that need no page pass their unit tests in node.

`python -m tests.tools tests/browser` fetches TypeScript; `make test` does so.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from tests.tools import node, npm_package

HERE: Final = Path(__file__).parent
ASSETS: Final = HERE.parents[2] / "overrides" / "assets"
TEST_FILES: Final = sorted(HERE.glob("*.test.mjs"))
NODE_OPTIONS: Final = ("--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--test-reporter=spec", "--test")

PLANTED: Final = {
    "planted-argument": 'import { foldWord } from "./snippets.js";\nfoldWord(1);\n',
    "planted-null": 'document.querySelector("p").remove();\n',
    "planted-property": "/** @param {string} text */\nexport function f(text) {\n  return text.size;\n}\n",
    "planted-untyped": "export function f(text) {\n  return text;\n}\n",
}
"""Scripts with one type error each."""


def run_node(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run((node(), *arguments), capture_output=True, text=True, check=False)


def check_types(config: Path) -> str:
    """Return the type errors that TypeScript reports; empty if there are none."""
    compiler = npm_package("tests/browser", "typescript") / "bin" / "tsc"
    result = run_node(compiler, "--project", config, "--pretty", "false")
    assert (result.returncode == 0) == (result.stdout == ""), result.stderr
    return result.stdout


def test_types_are_correct() -> None:
    assert check_types(HERE / "tsconfig.json") == ""


def test_type_errors_are_reported(tmp_path: Path) -> None:
    for script in ASSETS.glob("*.js"):
        shutil.copy(script, tmp_path)
    for name, code in PLANTED.items():
        (tmp_path / f"{name}.js").write_text(code, encoding="utf-8")
    config = tmp_path / "tsconfig.json"
    config.write_text(json.dumps({"extends": str(HERE / "tsconfig.json"), "include": ["*.js"]}), encoding="utf-8")
    lines = sorted(Path(line).name for line in check_types(config).splitlines())
    assert [(line.partition("(")[0], line.split(": ")[1]) for line in lines] == [
        ("planted-argument.js", "error TS2345"),
        ("planted-null.js", "error TS2531"),
        ("planted-property.js", "error TS2339"),
        ("planted-untyped.js", "error TS7006"),
    ]


@pytest.mark.parametrize("script", sorted(ASSETS.glob("*.js")), ids=lambda script: script.name)
def test_no_script_has_a_lookbehind_because_safari_before_16_4_then_refuses_the_whole_script(script: Path) -> None:
    assert not re.search(r"\(\?<[=!]", script.read_text(encoding="utf-8"))


def test_modules_pass_their_unit_tests() -> None:
    assert len(TEST_FILES) == 9
    result = run_node(*NODE_OPTIONS, *TEST_FILES)
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_failing_unit_test_is_reported(tmp_path: Path) -> None:
    planted = tmp_path / "planted.test.mjs"
    planted.write_text('import { test } from "node:test";\ntest("planted", () => { throw new Error("wrong"); });\n')
    result = run_node(*NODE_OPTIONS, planted)
    assert result.returncode == 1
    assert "planted" in result.stdout

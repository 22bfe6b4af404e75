"""The command as a whole: help, exit statuses, and what it shows while it works."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

REPOSITORY = Path(__file__).parents[3]
COMMANDS = (
    ["new"],
    ["new", "case"],
    ["new", "briefing"],
    ["new", "notice"],
    ["serve"],
    ["list"],
    ["timeline"],
    ["publish-addresses"],
    ["schema"],
    ["build"],
    ["check"],
)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=600, check=False)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small sample site, with the repository's overrides."""
    root = shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", tmp_path / "small")
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    return root


def test_the_package_can_be_run_as_the_command() -> None:
    done = run("--help")
    assert done.returncode == 0
    for name in ("new", "serve", "list", "build", "check"):
        assert re.search(rf"^  {name} +[A-Z]", done.stdout, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_says_what_it_does_and_what_each_option_means(command: list[str]) -> None:
    done = CliRunner().invoke(main, [*command, "--help"])
    assert done.exit_code == 0
    options = re.findall(r"^  (-[^\n]*)", done.output, re.MULTILINE)
    assert options
    for line in done.output.splitlines():
        assert len(line) <= 100
    # An option without a help text would stand alone on its line.
    bare = re.findall(r"^  (?:-\w, )?--[\w/-]+(?: [A-Z\[|a-z\]-]+)?$\n(?! {4,})", done.output, re.MULTILINE)
    assert bare == []


def test_the_exit_status_tells_clean_from_faults_from_could_not_run(small: Path, tmp_path: Path) -> None:
    assert run("build", "--root", str(small), "--today", "2026-05-01").returncode == 0
    (small / "content" / "notices" / "new-tool.yml").write_text("bogus: 1\n", encoding="utf-8")
    assert run("build", "--root", str(small)).returncode == 1
    assert run("build", "--root", str(tmp_path)).returncode == 2
    assert run("build", "--engine", "none").returncode == 2


def test_steps_are_plain_lines_where_nobody_watches(small: Path) -> None:
    done = run("build", "--root", str(small))
    steps = done.stderr.splitlines()
    assert steps[0] == "library: reading the records"
    assert "\x1b" not in done.stderr
    assert "\x1b" not in done.stdout


def test_steps_are_shown_in_one_line_of_a_terminal(small: Path, on_terminal: Callable[..., tuple[int, bytes]]) -> None:
    status, shown = on_terminal("stderr", "build", "--root", str(small), TERM="xterm-256color")
    assert status == 0
    assert b"building the frames" in shown
    assert b"\x1b[?25l" in shown, "the cursor is hidden while the line is shown"
    assert shown.rstrip().endswith(b"\x1b[2K") or b"\x1b[?25h" in shown, "and comes back"
    assert b"library: reading" not in shown


def test_a_page_about_links_is_written_where_it_is_asked_for(small: Path, tmp_path: Path) -> None:
    page = tmp_path / "new" / "links.html"
    assert CliRunner().invoke(main, ["check", "--root", str(small), "--report", str(page)]).exit_code == 0
    assert "Every link leads where it should." in page.read_text(encoding="utf-8")


def test_a_page_that_cannot_be_written_is_said(small: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    page = tmp_path / "file" / "links.html"
    done = CliRunner().invoke(main, ["check", "--root", str(small), "--report", str(page)])
    assert done.exit_code == 2
    assert "links.html cannot be written" in done.output


def test_the_records_alone_can_be_checked(small: Path) -> None:
    (small / "site").mkdir()
    (small / "site" / "index.html").write_text('<a href="none/">x</a>')
    assert CliRunner().invoke(main, ["check", "--root", str(small), "--today", "2026-11-22"]).exit_code == 1
    done = CliRunner().invoke(main, ["check", "--root", str(small), "--today", "2026-11-22", "--records"])
    assert done.exit_code == 0
    assert "only the records were checked" in done.output


def test_every_command_stands_below_a_heading_of_the_help() -> None:
    told = CliRunner().invoke(main, ["--help"]).stdout
    for name in (*main.later, *main.commands):
        assert re.search(rf"^  {name}  +\S.*\.$", told, re.MULTILINE), name
    assert len(main.list_commands(None)) == len({*main.later, *main.commands})  # type: ignore[arg-type]

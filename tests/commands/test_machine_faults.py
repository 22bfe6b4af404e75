"""A full disk, a file in the way, a reader that is gone: a command ends with a sentence, and nothing is half done."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.conftest import REPOSITORY, TODAY, Site, files_of
from tests.processes import CASE, DAY, WITHDRAW, run, site_with_a_pdf, told
from tests.unit.diagnostics.conftest import lay

LESSONS: Final = "briefings/rowan-lessons/briefing.yml"
COMMANDS: Final = {
    "new": ("new", "notice", "--no-input"),
    "list": ("list", *DAY),
    "build": ("build", *DAY),
    "check": ("check", *DAY),
    "check external": ("check", "--external", "--seconds", "0", *DAY),
    "bulletin": ("bulletin", "2022-q3", "--out", "out", *DAY),
    "sent": ("sent", "2022-q3", *DAY),
    "year": ("year", "2022-23", "--out", "out", *DAY),
    "timeline": ("timeline", "rowan", *DAY),
    "due": ("due", *DAY),
    "pack": ("pack", "rowan", "--out", "out", *DAY),
    "withdraw": WITHDRAW,
    "publish-addresses": ("publish-addresses", *DAY),
    "clean-document": ("clean-document", "report.pdf"),
}
"""Every command but `serve`, which does not end."""


@pytest.fixture
def small(tmp_path: Path) -> Site:
    """The small site with a PDF."""
    return site_with_a_pdf(tmp_path / "small")


def small_files_only() -> None:
    """No file may have more than 100 bytes, as with `prlimit --fsize=100`: every write fails half way."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


def without_room(site: Site, *arguments: str) -> str:
    return told(run(site, *arguments, preexec_fn=small_files_only, env={"PYTHONDONTWRITEBYTECODE": "1"}))


def sources(site: Site) -> dict[str, bytes]:
    return {name: data for name, data in files_of(site.root).items() if not name.startswith((".cache/", "site/"))}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_no_command_ends_with_a_traceback_where_nothing_can_be_written(small: Site, command: tuple[str, ...]) -> None:
    before = sources(small)
    without_room(small, *command)
    assert sources(small) == before


@pytest.mark.parametrize("name", ["list", "build", "withdraw"])
def test_a_command_whose_reader_is_gone_ends_silently(small: Site, name: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run(small, *COMMANDS[name], stdout=writing)
    os.close(writing)
    assert done.returncode == 1
    assert "broken pipe" not in told(done).lower()


@pytest.mark.parametrize("command", [("list", *DAY), ("timeline", "rowan", *DAY), ("check", *DAY)], ids=" ".join)
def test_a_command_without_streams_or_a_home_ends_as_it_should(small: Site, command: tuple[str, ...]) -> None:
    line = f'exec "{sys.executable}" -m generator "$@" >&- 2>&- <&-'
    done = subprocess.run(
        ["sh", "-c", line, "sh", *command],
        cwd=small.root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "HOME": "/nowhere"},
        check=False,
        timeout=120,
    )
    assert done.returncode == 0


def test_output_that_cannot_be_written_is_said(small: Site) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(small, "list", *DAY, stdout=full, stderr=subprocess.PIPE)
    assert "no space left on device" in told(done)
    assert done.returncode == 2


def test_a_folder_that_is_gone_is_said(small: Site, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    done = run(small, "check", *DAY, cwd=gone, preexec_fn=gone.rmdir)
    assert "cannot be read or written" in told(done) or "does not let the command go on" in told(done)
    assert done.returncode == 2


def everything(site: Site) -> list[Path]:
    """Every file and folder but the cache."""
    return [path for path in sorted(site.root.rglob("*")) if ".cache" not in path.parts]


def test_a_new_record_is_whole_or_not_there(tmp_path: Path) -> None:
    small = Site(lay(tmp_path / "small"))  # without a PDF, whose text would be the first thing that cannot be kept
    for arguments in (("notice", "--title", "Tea"), ("case", "--name", "Hazel"), ("briefing", "--title", "Tea")):
        before = everything(small)
        said = without_room(small, "new", *arguments, "--no-input")
        assert "cannot be written: file too large" in said
        assert everything(small) == before
        assert "wrote" in told(run(small, "new", *arguments, "--no-input"))


def test_a_case_is_withdrawn_with_its_briefing_or_not_at_all(small: Site) -> None:
    before = sources(small)
    assert "cannot be read or written: file too large" in without_room(small, *WITHDRAW)
    assert sources(small) == before
    assert small.library(*WITHDRAW).status == 0


def test_permissions_of_records_stay(small: Site) -> None:
    ledger = "content/published-urls.yml"
    assert small.library("publish-addresses", *DAY).status == 0
    for name in (CASE, LESSONS, ledger):
        (small.root / name).chmod(0o640)
    assert small.library(*WITHDRAW).status == 0
    for name in (CASE, LESSONS):
        assert "status: withdrawn" in (small.root / name).read_text("utf-8")
    notices = sorted((small.root / "content/notices").glob("*.yml"))
    small.write("content/notices/tea.yml", notices[0].read_text("utf-8"))
    told_now = small.library("publish-addresses", *DAY)
    assert told_now.status == 0, told_now.text
    for name in (CASE, LESSONS, ledger):
        assert (small.root / name).stat().st_mode & 0o777 == 0o640


WRONG: Final = (
    "https://a b/",
    "https://library.example:99999/",
    "https://library.example:port/",
    "https://library.example:0/",
    "ftp://library.example/",
    "https://library.example/?a=1",
    "https://library.example/?",
    "https://library.example/#top",
    "https://somebody:secret@library.example/",
    "https://[::1/",
    "https:///path/",
    "https://a..b/",
    "https://-/",
    "library.example",
    "//library.example/",
    "javascript:alert(1)",
    'https://library.example/"x"/',
    "https://library.example/%zz/",
    "https://library.example\\x/",
    "[https://library.example/]",
    "5",
)


@pytest.mark.parametrize("url", WRONG)
@pytest.mark.parametrize("command", ["build", "check", "publish-addresses"])
def test_an_address_of_the_site_that_cannot_be_used_is_a_finding(small: Site, url: str, command: str) -> None:
    written = url if url.startswith("[") or url.isdecimal() else "'" + url + "'"
    small.change("mkdocs.yml", "site_url: https://ashdale.example/", f"site_url: {written}")
    done = small.library(command, *DAY)
    assert (done.status, done.text.count("error[")) == (1, 1), done.text
    assert "error[S014]" in done.text and "--> mkdocs.yml:3:" in done.text
    assert "secret" not in done.text
    assert not small.output.exists()


@pytest.mark.parametrize(
    "url",
    ["http://localhost:8000/a/b", "https://[::1]:8443/", "https://xn--bcher-kva.example", "https://bücher.example/"],
)
def test_an_unusual_address_of_the_site_is_right(small: Site, url: str) -> None:
    small.change("mkdocs.yml", "site_url: https://ashdale.example/", f"site_url: '{url}'")
    done = small.library("build", "--without", "search", "--without", "sheets", *DAY)
    assert done.status == 0, done.text


BROKEN: Final = """
import os, signal, sys
class Interrupted:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupted())
from generator.cli import run
sys.argv = ["library", "check"]
run()
"""
"""The command, with Ctrl+C pressed at the moment when a module is about to be loaded."""


@pytest.mark.parametrize(
    "module", ["generator.commands.build", "click", "pydantic", "generator.report.text", "zoneinfo"]
)
def test_ctrl_c_while_the_command_starts_is_no_traceback(small: Site, module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BROKEN, module],
        cwd=small.root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert b"Traceback" not in done.stderr, done.stderr
    assert done.returncode in (-signal.SIGINT, 1, 130)


def test_a_fault_of_the_program_is_a_sentence_without_anybodys_words(
    small: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> object:
        raise KeyError("the real name of a child")

    monkeypatch.setattr("generator.commands.build.crosslink", fail)
    arguments = ["build", "--root", str(small.root), "--today", TODAY]
    assert isinstance(CliRunner().invoke(main, arguments).exception, KeyError), "the tests see the traceback"
    monkeypatch.delenv("LIBRARY_TRACEBACK")
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 2
    assert (
        'library: a bug in this program stopped "library build": KeyError in generator/commands/build.py, line'
        in done.output
    )
    assert "LIBRARY_TRACEBACK=1" in done.output
    assert "real name" not in done.output and "Traceback" not in done.output

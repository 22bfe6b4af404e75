"""Processes that the system ends, little memory, few file handles, odd folders: the right site, or a clear message."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from generator.pdf import PdfSandbox
from generator.system import WorkerProcess
from tests.conftest import REPOSITORY, Site, files_of
from tests.processes import DAY, run, site_with_a_pdf, told
from tests.unit.diagnostics.conftest import lay

BUILD: Final = ("build", "--without", "search", "--without", "sheets", *DAY)
ENDS_ITSELF: Final = "import os, signal; input(); os.kill(os.getpid(), signal.SIGKILL)"
"""A process that ends with its first request, as the system ends one if memory is short."""


@pytest.fixture
def small(tmp_path: Path) -> Site:
    """The small site with a PDF."""
    return site_with_a_pdf(tmp_path / "small")


@pytest.fixture
def workers_that_end(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Makes the system end so many of the processes that open PDFs."""
    started = PdfSandbox._running_worker

    def end(times: int) -> None:
        left = times

        def running(sandbox: PdfSandbox) -> WorkerProcess:
            nonlocal left
            if left:
                left -= 1
                sandbox._worker = WorkerProcess.run_python(ENDS_ITSELF)
            return started(sandbox)

        monkeypatch.setattr(PdfSandbox, "_running_worker", running)

    return end


def test_a_document_is_opened_again_if_the_system_ended_the_process(
    small: Site, workers_that_end: Callable[[int], None]
) -> None:
    workers_that_end(1)
    checked = small.library("check", "--records", *DAY)
    assert (checked.status, "D406" in checked.text) == (0, False), checked.text


def test_if_it_is_ended_twice_the_message_is_about_the_computer(
    small: Site, workers_that_end: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    workers_that_end(2)
    text = small.library("check", "--records", *DAY).text
    assert "the program that opens it was ended by the system or by another program (SIGKILL)" in text
    assert "the computer may have too little memory" in text
    assert small.library("check", "--records", *DAY).status == 0, "it is not kept in the cache"


def test_an_engine_that_the_system_ends_is_reported_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = Site(lay(tmp_path / "site"))
    start = subprocess.Popen

    def ending(command: Any, **options: Any) -> Any:
        code = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
        return start([sys.executable, "-c", code] if "mkdocs" in " ".join(command) else command, **options)

    with monkeypatch.context() as patch:
        patch.setattr("generator.frame.engine_build.subprocess.Popen", ending)
        built = site.library(*BUILD)
    assert built.status == 2
    assert "error[S002]: the engine could not build: it was ended by the system" in built.text
    assert "close other programs, then build again" in built.text
    assert site.library(*BUILD).status == 0


@pytest.mark.parametrize("end", ["os.abort()", "os.kill(os.getpid(), 9)"], ids=["no memory", "killed"])
def test_a_program_for_sheets_that_ends_is_reported_and_the_site_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    """Typst aborts its whole process if it gets no memory."""
    site, clean = Site(lay(tmp_path / "site")), Site(lay(tmp_path / "clean"))
    (tmp_path / "typst_process.py").write_text(f"import os\ninput()\n{end}\n", "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr("generator.documents.print_sheets.typst_compiler._HERE", tmp_path)
        built = site.library("build", "--without", "search", *DAY)
    assert built.status == 2
    assert "error[S013]" in built.text and "the program that sets print sheets and images" in built.text
    assert "too little memory" in built.text and "end other programs, then run the command again" in built.text
    assert not site.output.exists()
    for each in (site, clean):
        each.build("--without", "search", *DAY)
    assert files_of(site.output) == files_of(clean.output)


def limited(kind: int, most: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(kind, (most, most))


@pytest.mark.parametrize(
    ("kind", "most"), [(resource.RLIMIT_NOFILE, 64), (resource.RLIMIT_AS, 300 * 2**20)], ids=["64 files", "300 MB"]
)
def test_a_site_is_built_with_few_file_handles_and_little_memory(small: Site, kind: int, most: int) -> None:
    done = run(small, "build", *DAY, preexec_fn=limited(kind, most))
    assert "nothing to fix" in told(done)
    assert (small.output / "reviews/rowan/index.html").is_file()


NEEDS_TWO_GIGABYTES: Final = """
import generator.commands.build as build
from generator.cli import run
build.plan_site = lambda *_: bytearray(2**31)
run()
"""
"""The command, with a site that is planned in 2 GB. Typst and others end the process if they get no memory."""


def test_without_enough_memory_a_command_says_so(small: Site) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", NEEDS_TWO_GIGABYTES, *BUILD, "--root", str(small.root)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        preexec_fn=limited(resource.RLIMIT_AS, 2**30),
    )
    assert ended.returncode != 0
    assert "too little memory" in told(ended)
    assert not small.output.exists()


ODD: Final = (
    "with space", "quote's \"x\"", "new\nline", "emoji \U0001f600", "-dash", "a%20b", "a#b", "a?b", "{x}", "$HOME",
    "[x]", "\u00fcmlaut", "*", "a;b", "back\\slash", " lead",
)  # fmt: skip


def test_the_folder_of_a_site_can_have_any_name(tmp_path: Path) -> None:
    start = lay(tmp_path / "start")
    expected = None
    for name in ODD:
        site = Site(Path(shutil.copytree(start, tmp_path / name / "site", symlinks=True)))
        built = site.library(*BUILD)
        assert built.status == 0, (name, built.text)
        expected = expected or files_of(site.output)
        assert files_of(site.output) == expected, name
        assert site.library("check", *DAY).status == 0


def test_a_clock_that_goes_backwards_changes_nothing(tmp_path: Path) -> None:
    site = Site(lay(tmp_path / "site"))
    site.build(*BUILD[1:])
    later = time.time() + 10 * 365 * 86_400
    for path in site.root.rglob("*"):
        os.utime(path, (later, later), follow_symlinks=False)
    site.change("content/partnership.yml", "What Ashdale has learned", "What we in Ashdale have learned")
    site.build(*BUILD[1:])
    assert "What we in Ashdale have learned" in (site.output / "index.html").read_text("utf-8")
    before = files_of(site.output)
    shutil.rmtree(site.root / ".cache")
    shutil.rmtree(site.output)
    site.build(*BUILD[1:])
    assert files_of(site.output) == before


def test_the_c_locale_and_a_computer_without_git_build_the_same_site(tmp_path: Path) -> None:
    site = Site(lay(tmp_path / "site"))
    site.build(*BUILD[1:])
    other = Site(lay(tmp_path / "other"))
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PATH": "/nonexistent"}
    assert run(other, *BUILD, env=plain).returncode == 0
    assert files_of(other.output) == files_of(site.output)


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Callable[..., Site]]:
    """A site whose output folder, or another one, is a separate mount."""
    folders = []

    def mount(*options: str, folder: str = "site") -> Site:
        site = Site(lay(tmp_path / "mounted"))
        place = site.root / folder
        place.mkdir()
        command = ["mount", "-t", "tmpfs", *options, "library-test", str(place)]
        if shutil.which("mount") is None or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("this system does not let the test mount a folder")
        folders.append(place)
        return site

    yield mount
    for folder in folders:
        subprocess.run(["umount", str(folder)], check=True)


def test_the_output_folder_can_be_a_mount(mounted: Callable[..., Site], tmp_path: Path) -> None:
    site, clean = mounted(), Site(lay(tmp_path / "clean"))
    for text in ("Ashdale business team", "Ashdale office"):
        for each in (site, clean):
            each.change("content/partnership.yml", "Ashdale business team", text)
            each.build(*BUILD[1:])
        assert files_of(site.output) == files_of(clean.output)


def test_on_a_full_disk_the_site_stays_as_it_was(mounted: Callable[..., Site]) -> None:
    site = mounted("-o", "size=256k")
    (site.output / "CNAME").write_text("ashdale.example")
    built = site.library(*BUILD)
    assert built.status == 2, "the site is larger than the disk"
    assert "error[S007]" in built.text and "no space left on device" in built.text.lower()
    assert "nothing was written, the site is unchanged" in built.text
    assert files_of(site.output) == {"CNAME": b"ashdale.example"}


def test_a_full_disk_of_the_cache_is_named_and_the_next_build_uses_another_cache(mounted: Callable[..., Site]) -> None:
    site = mounted("-o", "size=64k", folder=".cache")
    built = site.library(*BUILD)
    assert built.status == 2 and "error[S013]" in built.text
    assert "/.cache/library/" in built.text and "no space left on device" in built.text
    assert not site.output.exists()
    assert site.library(*BUILD).status == 0


def test_a_file_that_cannot_be_replaced_leaves_the_whole_site_as_it_was(tmp_path: Path) -> None:
    site = Site(lay(tmp_path / "site"))
    site.build(*BUILD[1:])
    before, file = files_of(site.output), site.output / "reviews/index.html"
    if (
        shutil.which("chattr") is None
        or subprocess.run(["chattr", "+i", str(file)], capture_output=True, check=False).returncode
    ):
        pytest.skip("this system has no immutable files")
    try:
        site.change("content/partnership.yml", "Ashdale business team", "Ashdale office")
        site.change("content/partnership.yml", "Ashdale Safeguarding Partnership", "Ashdale Partnership")
        built = site.library(*BUILD)
        assert "error[S007]" in built.text and f"{file} cannot be written: Operation not permitted" in built.text
        assert "nothing was written, the site is unchanged" in built.text
        assert files_of(site.output) == before
    finally:
        subprocess.run(["chattr", "-i", str(file)], check=True)
    site.build(*BUILD[1:])
    assert "Ashdale Partnership" in file.read_text("utf-8")

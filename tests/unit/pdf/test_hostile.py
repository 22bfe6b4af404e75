"""Files made to do harm end in facts or in a fault, within bounds of time and memory, and the next file is served."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

import generator.pdf.sandbox
from generator.pdf import LARGEST, PdfError, PdfSandbox
from generator.pdf.worker import MAX_MEMORY
from generator.system import WorkerProcess
from tests import pdfs
from tests.pdfs_by_hand import HOSTILE, by_hand
from tests.unit.diagnostics.conftest import lay, run

REPOSITORY: Final = Path(__file__).parents[3]
SECONDS: Final = 0.6
LONG: Final = 300.0
"""Seconds: more than anything takes that ends at all, on the busiest machine."""

BOMBS: Final = [each for each in HOSTILE if each.startswith("1 GB")]
FAULTS: Final = (
    "it is damaged",
    "it is too complicated for PDF readers",
    "it needs more time or memory than a document should",
    "it takes longer than 1 second",
    "the text of a page would change",
    "the tags would change",
    "something that was removed would still be in the file",
)
CASE: Final = """# Invented for the tests.
name: {0}
type: cspr
published: 2022-09
summary: {0} is invented.
sources: [invented]
documents:
  - {{kind: report, file: report.pdf}}
"""


@pytest.fixture(scope="module")
def hasty() -> Iterator[PdfSandbox]:
    """Gives up soon. A file that it never gave up would be ended by the time limit of pytest."""
    with PdfSandbox(SECONDS) as started:
        yield started


def ends_well(ask: Callable[[], object]) -> str:
    """What the fault was; empty where there was none."""
    try:
        ask()
    except PdfError as fault:
        assert str(fault).startswith(FAULTS)
        return str(fault)
    return ""


@pytest.mark.parametrize("kind", [each for each in HOSTILE if each not in BOMBS])
def test_a_hostile_file_ends_in_facts_or_a_fault_and_the_next_one_is_served(
    hasty: PdfSandbox, tmp_path: Path, kind: str
) -> None:
    hostile, good = tmp_path / "hostile.pdf", tmp_path / "good.pdf"
    hostile.write_bytes(HOSTILE[kind]())
    good.write_bytes(by_hand())
    if not ends_well(lambda: hasty.look(hostile, tmp_path / "texts.json")):
        ends_well(lambda: hasty.draw(hostile, tmp_path / "picture"))
        ends_well(lambda: hasty.clean(hostile, tmp_path / "copy.pdf", "Hazel", "en-GB"))
    hasty._seconds = LONG
    assert hasty.look(good, tmp_path / "texts.json").text_lengths == (13,)
    hasty._seconds = SECONDS


def test_memory_stays_within_its_bound_whatever_a_file_unpacks_to(tmp_path: Path) -> None:
    for number, kind in enumerate(BOMBS):
        (tmp_path / f"{number}.pdf").write_bytes(HOSTILE[kind]())
    code = """
import json, resource, sys
from pathlib import Path
from generator.pdf import PdfError, PdfSandbox
told = []
with PdfSandbox(10) as process:
    for name in sys.argv[1:]:
        try:
            process.look(Path(name), Path(name + ".json"))
        except PdfError as fault:
            told.append(str(fault))
print(json.dumps([told, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss]))
"""
    names = [str(tmp_path / f"{number}.pdf") for number in range(len(BOMBS))]
    text, _ = start("-c", code, *names).communicate()
    told, most = json.loads(text)
    assert len(told) == len(BOMBS)
    unit = 1 if sys.platform == "darwin" else 1024
    assert most * unit < MAX_MEMORY


@pytest.mark.parametrize(
    "make", [by_hand, pdfs.good, pdfs.FAULTY["protected-pdf"]], ids=["by hand", "good", "protected"]
)
def test_a_file_cut_off_anywhere_ends_in_facts_or_a_fault(
    hasty: PdfSandbox, tmp_path: Path, make: Callable[[], bytes]
) -> None:
    data = make()
    cut, copy = tmp_path / "cut.pdf", tmp_path / "copy.pdf"
    for percent in range(0, 100, 5):
        cut.write_bytes(data[: len(data) * percent // 100])
        ends_well(lambda: hasty.look(cut, tmp_path / "texts.json"))
        ends_well(lambda: hasty.clean(cut, copy, "Hazel", "en-GB"))


def test_a_process_that_was_killed_starts_again(tmp_path: Path) -> None:
    good = tmp_path / "good.pdf"
    good.write_bytes(by_hand())
    with PdfSandbox(LONG) as process:
        for _ in range(2):
            assert process.look(good, tmp_path / "texts.json").pages == 1
            assert process._worker is not None
            os.kill(process._worker.pid, signal.SIGKILL)
            os.waitid(os.P_PID, process._worker.pid, os.WEXITED | os.WNOWAIT)


def test_half_an_answer_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with PdfSandbox(LONG) as process:
        process._worker = WorkerProcess.run_python("input(); print('{\"facts\": {', end='')")
        with pytest.raises(PdfError, match="more time or memory"):
            process.look(tmp_path / "any.pdf", tmp_path / "texts.json")


@pytest.mark.parametrize("at_work", [True, False], ids=["at work", "idle"])
def test_nothing_works_on_when_the_build_was_killed(tmp_path: Path, at_work: bool) -> None:
    hostile = tmp_path / "hostile.pdf"
    hostile.write_bytes(HOSTILE["a drawing of a drawing, 10^40 times"]() if at_work else by_hand())
    # The worker gets the request from here, so that the build itself does not give up and end it.
    request = {"do": "look", "path": str(hostile), "texts_to": f"{hostile}.json", "seconds": SECONDS}
    code = """
import sys
from generator.pdf import PdfSandbox
worker = PdfSandbox()._running_worker()
print(worker.pid, flush=True)
for line in sys.stdin:
    worker.send(line.encode())
    print("sent", flush=True)
"""
    build = start("-c", code)
    assert build.stdin is not None
    assert build.stdout is not None
    worker = build.stdout.readline().strip()
    assert works(worker)
    if at_work:
        build.stdin.write(json.dumps(request) + "\n")
        build.stdin.flush()
        assert build.stdout.readline() == "sent\n"
    build.send_signal(signal.SIGKILL)
    build.communicate()
    for _ in range(int(LONG)):
        if not works(worker):
            return
        time.sleep(1)
    raise AssertionError("the worker is still at work")


def works(process: str) -> bool:
    """True for a process that is there and has not ended; one that has ended may wait for somebody to notice."""
    told = subprocess.run(["ps", "-o", "stat=", "-p", process], capture_output=True, text=True, check=False)
    return told.stdout.strip()[:1] not in ("", "Z")


def start(*arguments: str) -> subprocess.Popen[str]:
    """Another Python at work."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.Popen(
        [sys.executable, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small valid site."""
    return lay(tmp_path / "site")


def report_of(root: Path, identity: str, data: bytes) -> Path:
    """Adds a case with a report; gives the report's file."""
    folder = root / "content" / "cases" / identity
    folder.mkdir()
    (folder / "case.yml").write_text(CASE.format(identity.title()), encoding="utf-8")
    (folder / "report.pdf").write_bytes(data)
    return folder / "report.pdf"


def test_a_site_full_of_hostile_files_is_checked_to_its_end(site: Path) -> None:
    kinds = (
        *("a page tree that holds itself", "10,000 arrays in each other", "no page at all", "nothing"),
        *("a text", "a table and nothing else", "page trees in a ring"),
    )
    for number, kind in enumerate(kinds):
        report_of(site, f"case-{number}", HOSTILE[kind]())
    report_of(site, "hazel", pdfs.good())
    for command in ("check", "build"):
        found = run(site, command)
        assert found.status == 1
        assert found.told.count("error[D406]") == 1
        assert len(set(re.findall(r"content/cases/case-\d+/case\.yml", found.told))) == len(kinds)
        assert "hazel" not in found.told
        assert str(site) not in found.told


def test_a_file_that_was_given_up_on_a_busy_machine_is_tried_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report_of(site, "hazel", pdfs.good())
    with monkeypatch.context() as patched:
        patched.setattr(generator.pdf.sandbox, "SECONDS_AT_MOST", 0.0)
        assert "cannot be opened: it takes longer than 0 seconds" in run(site, "check").told
    assert "D406" not in run(site, "check").told


def test_an_enormous_file_is_told_without_being_read(site: Path) -> None:
    os.truncate(report_of(site, "hazel", b"%PDF-1.7\n"), 200 * LARGEST)
    began = time.process_time()
    found = run(site, "check")
    assert time.process_time() - began < 15, "seconds of computing: reading 60 GB takes longer, and this less than one"
    assert f'"report.pdf" cannot be opened: it is larger than {LARGEST // 1_000_000} MB' in found.told


@pytest.mark.parametrize("later", [None, pdfs.untagged], ids=["it is gone", "it is another"])
def test_a_file_that_changes_while_it_is_read_leaves_no_false_facts(
    site: Path, monkeypatch: pytest.MonkeyPatch, later: Callable[[], bytes] | None
) -> None:
    report = report_of(site, "hazel", pdfs.good())
    look = PdfSandbox.look

    def look_late(process: PdfSandbox, path: Path, texts_to: Path) -> object:
        if later is None:
            path.unlink()
        else:
            path.write_bytes(later())
        return look(process, path, texts_to)

    with monkeypatch.context() as patched:
        patched.setattr(PdfSandbox, "look", look_late)
        found = run(site, "check")
    assert found.status == 1
    assert 'D406]: "report.pdf" cannot be opened: ' in found.told
    report.write_bytes(pdfs.good())
    assert "D4" not in run(site, "check").told

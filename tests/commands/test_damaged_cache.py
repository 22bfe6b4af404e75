"""A cache that cannot be used, or is damaged, costs only time; and a failure of the computer is not kept in it."""

from __future__ import annotations

import io
import os
import random
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from generator.pdf import PdfSandbox
from generator.system import WorkerProcess, discard, usable_cache
from tests.conftest import Site, files_of
from tests.processes import CASE, DAY, WITHDRAW, run, site_with_a_pdf, told


@pytest.fixture
def small(tmp_path: Path) -> Site:
    """The small site with a PDF."""
    return site_with_a_pdf(tmp_path / "small")


def no_folder(cache: Path) -> None:
    cache.write_text("a file")


def link_to_nowhere(cache: Path) -> None:
    cache.symlink_to(cache.parent / "nowhere" / "at-all")


def file_inside(cache: Path) -> None:
    cache.mkdir()
    (cache / "library").write_text("a file")


def files_for_folders(cache: Path) -> None:
    (cache / "library").mkdir(parents=True)
    for name in ("documents", "pictures", "sheets", "share", "search", "frames-mkdocs", "guard"):
        (cache / "library" / name).write_text("a file")


def links_for_folders(cache: Path) -> None:
    (cache / "library").mkdir(parents=True)
    for name in ("documents", "pictures", "sheets", "share", "search", "frames-mkdocs", "guard"):
        (cache / "library" / name).symlink_to("nowhere")


def folders_for_files(cache: Path) -> None:
    for name in ("records", "records-since", "clean-words"):
        (cache / "library" / name / "inside").mkdir(parents=True)


SPOILT: Final = {
    each.__name__: each
    for each in (no_folder, link_to_nowhere, file_inside, files_for_folders, links_for_folders, folders_for_files)
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_cache_that_is_something_else_costs_only_time(
    small: Site, spoil: Callable[[Path], None], tmp_path: Path
) -> None:
    clean = Site(shutil.copytree(small.root, tmp_path / "clean", symlinks=True))
    clean.build("--without", "search", *DAY)
    terms = tmp_path / "terms.txt"
    terms.write_text("Nobody Whosoever\n")
    spoil(small.root / ".cache")
    done = small.library("build", "--without", "search", "--private-terms", str(terms), *DAY)
    assert done.status == 0, done.text
    assert files_of(small.output) == files_of(clean.output)
    assert ("S012" in done.text) == (spoil in (no_folder, link_to_nowhere, file_inside))
    assert "D406" not in small.library("check", *DAY).text
    assert small.library(*WITHDRAW).status == 0
    assert small.library("publish-addresses", *DAY).status == 0


def test_a_temporary_cache_is_gone_when_the_command_ends(small: Site, tmp_path: Path) -> None:
    no_folder(small.root / ".cache")
    (tmp_path / "tmp").mkdir()
    assert "S012" in told(run(small, "check", *DAY, env={"TMPDIR": str(tmp_path / "tmp")}))
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_cache_that_may_not_be_written_is_replaced_for_one_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / ".cache" / "library"
    (cache / "documents").mkdir(parents=True)
    assert usable_cache(cache) == (cache, "")
    # Root may read and write everything, so the answer of the system is replaced.
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "documents")
    other, problem = usable_cache(cache)
    assert (other != cache, problem) == (True, ".cache/library/documents cannot be read and written: permission denied")
    assert usable_cache(cache)[0] == other


def flip_a_bit(data: bytes) -> bytes:
    return data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 1]) + data[len(data) // 2 + 1 :] if data else b"\1"


def random_bytes(data: bytes) -> bytes:
    return random.Random(len(data)).randbytes(len(data) or 1)


def cut_off(data: bytes) -> bytes:
    return data[: len(data) // 2]


def as_it_was(path: Path, data: bytes) -> None:
    """Writes a file and gives it the date that it had."""
    before = path.stat()
    path.write_bytes(data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("damage", [flip_a_bit, random_bytes, cut_off], ids=lambda each: each.__name__)
def test_every_damaged_file_of_the_cache_is_made_again(
    full: Site, built: Site, damage: Callable[[bytes], bytes]
) -> None:
    shutil.copytree(built.root / ".cache", full.root / ".cache")
    full.build()
    cache = full.root / ".cache"
    kinds = set()
    for path in [each for each in cache.rglob("*") if each.is_file()]:
        as_it_was(path, damage(path.read_bytes()))
        kinds.add(path.relative_to(cache / "library").parts[0].partition("-")[0])
    assert kinds >= {"records", "clean", "documents", "pictures", "sheets", "share", "frames", "search", "written"}
    shutil.rmtree(full.output)
    full.build()
    assert files_of(full.output) == files_of(built.output)
    assert "0 written, 0 removed" in full.build().text, "and it is not made again a second time"


def test_a_damaged_answer_of_the_guard_is_asked_for_again(small: Site, tmp_path: Path) -> None:
    terms = tmp_path / "terms.txt"
    terms.write_text("Hazel\n")
    small.build("--without", "search", *DAY)
    with_terms = ("check", "--private-terms", str(terms), *DAY)
    first = small.library(*with_terms)
    kept = list((small.root / ".cache" / "library" / "guard").iterdir())
    assert "G101" in first.text and kept
    for each in kept:
        each.write_bytes(each.read_bytes()[:-1])
    assert small.library(*with_terms) == first


def test_a_failure_of_the_computer_is_not_kept_as_a_fault_of_a_document(small: Site) -> None:
    right = small.library("check", *DAY)
    shutil.rmtree(small.root / ".cache")
    documents = small.root / ".cache/library/documents"
    documents.parent.mkdir(parents=True)
    documents.symlink_to("nowhere")
    small.library("check", *DAY)
    discard(documents)
    assert small.library("check", *DAY) == right


def test_a_failure_of_the_process_that_opens_pdfs_is_told_as_such_and_not_kept(
    small: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = small.library("check", *DAY)
    shutil.rmtree(small.root / ".cache")
    started = PdfSandbox._running_worker

    def refusing(process: PdfSandbox) -> WorkerProcess:
        process._worker = WorkerProcess.run_python(REFUSING)
        return started(process)

    with monkeypatch.context() as patch:
        patch.setattr(PdfSandbox, "_running_worker", refusing)
        told_then = small.library("check", *DAY)
    assert (told_then.status, "error[S013]" in told_then.text, "D406" in told_then.text) == (2, True, False)
    assert "/cache/texts cannot be read or written: no space left on device" in told_then.text
    assert small.library("check", *DAY) == right


REFUSING: Final = """
input()
print('{"os_error": [28, "No space left on device", "/cache/texts"]}')
"""


def test_a_failure_of_the_computer_is_not_kept_as_a_fault_of_a_record(
    small: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = small.library("check", *DAY)
    shutil.rmtree(small.root / ".cache")
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "case.yml":
            raise OSError(5, "Input/output error", str(path))
        return read(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", refuse)
        assert "S005" in small.library("check", *DAY).text
    assert small.library("check", *DAY) == right


def test_an_edit_with_the_same_size_and_date_is_seen(small: Site) -> None:
    small.build("--without", "search", *DAY)
    record, page = small.root / CASE, small.output / "reviews/rowan/index.html"
    text = record.read_text("utf-8")
    assert "name: Rowan" in text and "Rowen" not in page.read_text("utf-8")
    other = record.with_name("other.yml")
    other.write_text(text.replace("name: Rowan", "name: Rowen", 1), "utf-8")
    shutil.copystat(record, other)
    other.replace(record)
    small.build("--without", "search", *DAY)
    assert "Rowen" in page.read_text("utf-8")


def word_file(part: str) -> bytes:
    """The beginning of a Word file; as long as another one with a part of the same length."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", part)
    return made.getvalue()


def test_a_document_that_is_replaced_by_one_of_the_same_size_and_date_is_published(small: Site) -> None:
    accepted = "accepted: [{rule: office-file, reason: Readers fill it in., decided: 2026-11}]"
    small.change(CASE, "file: report.pdf", f"file: report.docx, {accepted}")
    report = small.root / "content/cases/rowan/report.docx"
    report.write_bytes(word_file("<w:one/>"))
    small.build("--without", "search", *DAY)
    published = next(small.output.rglob("*.docx"))
    other = report.with_name("other.docx")
    other.write_bytes(word_file("<w:two/>"))
    shutil.copystat(report, other)
    other.replace(report)
    small.build("--without", "search", *DAY)
    assert published.read_bytes() == report.read_bytes()

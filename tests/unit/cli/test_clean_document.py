"""`library clean-document`: a clean copy beside the file, and words about what was done."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from generator.cli import main
from generator.pdf import PdfSandbox
from tests import office_files, pdfs
from tests.pdfs_by_hand import HOSTILE, by_hand
from tests.unit.diagnostics.conftest import lay

Clean = Callable[..., tuple[int, str]]


@pytest.fixture
def clean(tmp_path: Path) -> Clean:
    """Runs the command in a folder that holds no site; gives its status and what it said."""

    def run(*arguments: str | Path, root: Path = tmp_path) -> tuple[int, str]:
        done = CliRunner().invoke(main, ["clean-document", *map(str, arguments), "--root", str(root)])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.output

    return run


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A file with comments and names."""
    path = tmp_path / "Final report v3.pdf"
    path.write_bytes(pdfs.FAULTY["comments-left-in"]())
    return path


def title_and_language(path: Path) -> tuple[str, str]:
    reader: Any = PdfReader(path)
    return reader.metadata["/Title"], reader.root_object["/Lang"]


def test_a_copy_is_written_beside_the_file_and_what_was_taken_out_is_counted_not_told(
    clean: Clean, report: Path, tmp_path: Path
) -> None:
    before = report.read_bytes()
    status, said = clean(report)
    assert status == 0
    copy = tmp_path / "Final report v3-clean.pdf"
    assert sorted(path.name for path in tmp_path.iterdir()) == [copy.name, report.name]
    assert report.read_bytes() == before
    for line in (
        "Before:",
        "  comments: 3; embedded files: 0; scripts: 0",
        "After:",
        "  language: en-GB",
        "  tags: yes",
    ):
        assert line in said
    assert "3 comments" in said
    assert f"library: wrote {copy}, 2 pages, " in said
    assert pdfs.AUTHOR not in said
    assert title_and_language(copy) == (pdfs.TITLE, "en-GB")


def test_title_language_and_place_are_taken_as_given(clean: Clean, report: Path, tmp_path: Path) -> None:
    copy = tmp_path / "new folder" / "clean.pdf"
    status, said = clean(report, "--title", "Leszczyna: raport", "--language", "pl", "--out", copy)
    assert status == 0, said
    assert title_and_language(copy) == ("Leszczyna: raport", "pl")


def test_a_file_without_a_title_gets_its_name_for_one(clean: Clean, tmp_path: Path) -> None:
    (tmp_path / "hazel-report.pdf").write_bytes(by_hand())
    status, said = clean(tmp_path / "hazel-report.pdf")
    assert status == 0
    assert "the copy is not fully accessible yet" in said
    assert title_and_language(tmp_path / "hazel-report-clean.pdf") == ("hazel-report", "en-GB")


def test_title_and_language_come_from_the_record_that_names_the_file(clean: Clean, tmp_path: Path) -> None:
    root = lay(tmp_path / "site")
    folder = root / "content" / "cases" / "hazel"
    folder.mkdir()
    (folder / "case.yml").write_text(
        "# Invented.\nname: Hazel\ntype: cspr\npublished: 2022-09\nsummary: Hazel is invented.\nsources: [invented]\n"
        "documents:\n  - {kind: report, file: raport.pdf, language: pl}\n",
        encoding="utf-8",
    )
    (folder / "raport.pdf").write_bytes(pdfs.good("Microsoft Word - Dokument1"))
    (folder / "other.pdf").write_bytes(pdfs.good("Another"))
    assert clean(folder / "raport.pdf", root=root)[0] == 0
    title, language = title_and_language(folder / "raport-clean.pdf")
    assert title.startswith("Hazel: ")
    assert language == "pl"
    assert clean(folder / "other.pdf", root=root)[0] == 0
    assert title_and_language(folder / "other-clean.pdf") == ("Another", "en-GB")


def test_a_site_whose_records_have_faults_is_no_hindrance(clean: Clean, report: Path, tmp_path: Path) -> None:
    root = lay(tmp_path / "site")
    (root / "content" / "cases" / "rowan" / "case.yml").write_text("bogus: [", encoding="utf-8")
    assert clean(report, root=root)[0] == 0


def test_nothing_is_overwritten(clean: Clean, report: Path, tmp_path: Path) -> None:
    assert clean(report)[0] == 0
    copy = tmp_path / "Final report v3-clean.pdf"
    before = copy.read_bytes()
    for arguments in ((report,), (report, "--out", copy), (report, "--out", report)):
        status, said = clean(*arguments)
        assert status == 2
        assert "already exists and was not overwritten" in said
    assert copy.read_bytes() == before


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: b"Hazel is invented.", "it is damaged"),
        (lambda: b"", "it is damaged"),
        (pdfs.word_file, "it is damaged"),
        (pdfs.locked, "it asks for a password"),
        (pdfs.FAULTY["cannot-be-cleaned"], "something that was removed would still be in the file"),
        (HOSTILE["10,000 arrays in each other"], "it is too complicated for PDF readers"),
    ],
    ids=["a text", "nothing", "word", "locked", "a hidden script", "hostile"],
)
def test_what_cannot_be_cleaned_is_said_and_nothing_is_written(
    clean: Clean, tmp_path: Path, make: Callable[[], bytes], why: str
) -> None:
    file = tmp_path / "any.pdf"
    file.write_bytes(make())
    status, said = clean(file)
    assert status == 1
    assert f"{file} cannot be cleaned: {why}" in said
    assert "Nothing was written" in said
    assert list(tmp_path.iterdir()) == [file]


def test_an_enormous_file_is_not_opened(clean: Clean, tmp_path: Path) -> None:
    file = tmp_path / "any.pdf"
    file.write_bytes(b"%PDF-1.7\n")
    os.truncate(file, 60_000_000_000)
    status, said = clean(file)
    assert status == 1
    assert "it is larger than 300 MB" in said


def test_a_folder_a_name_that_leads_nowhere_and_a_place_that_takes_nothing_are_said(
    clean: Clean, report: Path, tmp_path: Path
) -> None:
    assert clean(tmp_path)[0] == 2
    assert clean(tmp_path / "nobody.pdf")[0] == 2
    (tmp_path / "folder").mkdir()
    assert clean(report, "--out", tmp_path / "folder")[0] == 2
    status, said = clean(report, "--out", report / "copy.pdf")
    assert status == 2
    assert "copy.pdf cannot be read or written: not a directory" in said


def test_a_file_that_vanishes_on_the_way_is_said(clean: Clean, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look = PdfSandbox.look

    def look_and_lose(process: PdfSandbox, path: Path, texts_to: Path) -> object:
        found = look(process, path, texts_to)
        report.unlink(missing_ok=True)
        return found

    monkeypatch.setattr(PdfSandbox, "look", look_and_lose)
    status, said = clean(report)
    assert status == 2
    assert "cannot be read or written: no such file or directory" in said


def test_a_copy_of_another_file_is_cleaned_too(clean: Clean, tmp_path: Path) -> None:
    (tmp_path / "form.docx").write_bytes(office_files.word())
    status, said = clean(tmp_path / "form.docx")
    assert status == 0
    assert "Removed: names in its properties, 1 comment" in said
    copy = (tmp_path / "form-clean.docx").read_bytes()
    assert "word/comments.xml" not in office_files.unzipped(copy)


def test_a_file_with_something_that_stays_is_refused_with_where_to_click(clean: Clean, tmp_path: Path) -> None:
    (tmp_path / "form.pptx").write_bytes(office_files.slides("show='0'"))
    status, said = clean(tmp_path / "form.pptx")
    assert status == 1
    assert "it has 1 hidden slide" in said
    assert "Unhide slide" in said
    assert [path.name for path in tmp_path.iterdir()] == ["form.pptx"]

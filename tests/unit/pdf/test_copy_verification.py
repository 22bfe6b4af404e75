"""A copy is published only if it shows the same as the original and nothing that was removed is left in it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from generator.pdf import PdfSandbox
from generator.pdf.copy_verification import CopyDiffersError, verify
from tests import pdfs
from tests.pdfs_by_hand import by_hand, page, root, stream


def check(original: bytes, copy: bytes, folder: Path) -> None:
    source = folder / "original.pdf"
    source.write_bytes(original)
    verify(PdfReader(BytesIO(original)), copy, source)


def test_the_same_file_is_accepted(tmp_path: Path) -> None:
    check(by_hand(), by_hand(), tmp_path)
    check(pdfs.good(), pdfs.good(), tmp_path)


@pytest.mark.parametrize(
    ("copy", "reason"),
    [
        (by_hand({6: "(A word that nothing refers to)"}), "something that was removed"),
        (by_hand({6: stream(b"A file that nothing refers to")}), "something that was removed"),
        (
            by_hand({3: page("/Annots [<< /Subtype /Text /Contents (Ask Zeb) /Rect [0 0 9 9] >>]")}),
            "something that was removed",
        ),
        (by_hand({4: stream(b"BT /F 12 Tf (Another story) Tj ET")}), "the text of a page would change"),
    ],
)
def test_a_copy_with_more_or_other_words_is_refused(copy: bytes, reason: str, tmp_path: Path) -> None:
    with pytest.raises(CopyDiffersError) as refusal:
        check(by_hand(), copy, tmp_path)
    assert str(refusal.value).startswith(reason)


def test_a_copy_without_its_tags_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdfs.good())))
    del writer.root_object[NameObject("/StructTreeRoot")]
    writer.compress_identical_objects(remove_unreferenced=True)
    copy = BytesIO()
    writer.write(copy)
    with pytest.raises(CopyDiffersError, match="tags"):
        check(pdfs.good(), copy.getvalue(), tmp_path)


@pytest.mark.parametrize("holder", ["the document", "a page", "a structure element"])
def test_associated_files_are_removed_wherever_they_are_attached(holder: str, tmp_path: Path) -> None:
    attached = "/AF [<< /Type /Filespec /F (notes.txt) /EF << /F 6 0 R >> >>]"
    objects = {
        "the document": {1: root(attached)},
        "a page": {3: page(attached)},
        "a structure element": {1: root(f"/StructTreeRoot << /K << /S /Document {attached} >> >>")},
    }[holder]
    source, target = tmp_path / "original.pdf", tmp_path / "copy.pdf"
    source.write_bytes(by_hand({**objects, 6: stream(pdfs.SECRET.encode() * 9)}))
    assert pdfs.SECRET.encode() in pdfs.decompressed(source.read_bytes())
    with PdfSandbox() as sandbox:
        sandbox.clean(source, target, "Hazel: report", "en-GB")
    copy = pdfs.decompressed(target.read_bytes())
    assert pdfs.SECRET.encode() not in copy
    assert b"notes.txt" not in copy

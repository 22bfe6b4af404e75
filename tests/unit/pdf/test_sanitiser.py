"""What cleaning takes out is gone, and what readers see and hear stays."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject

from generator.model import PdfFacts
from generator.pdf import PdfError, PdfSandbox, SanitiseCounts
from tests import pdfs
from tests.pdfs_by_hand import by_hand, changed_later, in_packs, page, root, stream, xmp

REPOSITORY: Final = Path(__file__).parents[3]
SECRET: Final = "Zebedee Quillfeather"
TITLES: Final = (
    *("Hazel 😀 report", '"Hazel" & <b>it\'s</b> \\ (a) ]]> %', "x" * 300, "  Two\n lines "),
    *("Łódź, Ελλάδα, 東京, مرحبا", "Hazel\u200d \x07\x1b[31m"),
)
CAN_BE_CLEANED: Final = [each for each in pdfs.FAULTY if each not in ("another-type", "cannot-be-cleaned")]
TITLE: Final = "Hazel: Child Safeguarding Practice Review report"


@dataclass(frozen=True)
class Copy:
    """A clean copy beside its original."""

    before: PdfReader
    after: PdfReader
    data: bytes
    taken: SanitiseCounts
    facts: PdfFacts


Clean = Callable[..., Copy]


@pytest.fixture
def clean(process: PdfSandbox, tmp_path: Path) -> Clean:
    """Cleans a file."""

    def make(data: bytes, title: str = TITLE, language: str = "en-GB") -> Copy:
        original, copy = tmp_path / "original.pdf", tmp_path / "clean" / "copy.pdf"
        original.write_bytes(data)
        os.utime(original, ns=(1, 1_000_000_007))
        taken = process.clean(original, copy, title, language)
        assert original.read_bytes() == data
        assert original.stat().st_mtime_ns == 1_000_000_007
        assert list(copy.parent.iterdir()) == [copy]
        facts = process.look(copy, tmp_path / "texts.json")
        before = PdfReader(io.BytesIO(data))
        if before.is_encrypted:
            before.decrypt("")
        return Copy(before, PdfReader(copy), copy.read_bytes(), taken, facts)

    return make


def said(reader: PdfReader) -> list[str]:
    """The text of each page, as pypdf reads it: the cleaning itself compares with PDFium."""
    return [each.extract_text() for each in reader.pages]


def tags(reader: PdfReader) -> list[Any]:
    """The whole structure as nested lists, with everything that a screen reader is told."""
    numbered: Any = list(reader.pages)
    pages = {each.indirect_reference.idnum: number for number, each in enumerate(numbered)}
    heard = ("/S", "/T", "/Alt", "/ActualText", "/E", "/Lang", "/A", "/ID", "/C")

    def told(element: Any) -> Any:
        found: Any = element.get_object()
        if isinstance(found, ArrayObject):
            return [told(each) for each in found]
        if not isinstance(found, DictionaryObject):
            return found
        page_of = pages[found.raw_get("/Pg").idnum] if "/Pg" in found else None
        kids = told(found["/K"]) if "/K" in found else None
        return [[str(found.get(key)) for key in heard], page_of, found.get("/MCID"), kids]

    root_object: Any = reader.root_object
    return [told(root_object["/StructTreeRoot"]["/K"])] if "/StructTreeRoot" in root_object else []


def links(reader: PdfReader) -> list[tuple[int, str, str]]:
    return [
        (number, str(note["/Rect"]), str(note.get("/A", {}).get("/URI", "")))
        for number, each in enumerate(reader.pages)
        for note in (held.get_object() for held in each.get("/Annots", ()))
        if note.get("/Subtype") == "/Link"
    ]


def bookmarks(reader: PdfReader, items: Any = None) -> list[Any]:
    listed = reader.outline if items is None else items
    return [
        bookmarks(reader, each) if isinstance(each, list) else (each.title, reader.get_destination_page_number(each))
        for each in listed
    ]


def picture(data: bytes, number: int = 0) -> bytes:
    """A page as it looks, without its annotations."""
    document = pypdfium2.PdfDocument(data)
    drawn: bytes = document[number].render(scale=1, draw_annots=False).to_pil().tobytes()
    document.close()
    return drawn


def test_pages_text_tags_links_and_bookmarks_stay(clean: Clean) -> None:
    copy = clean(pdfs.good(pages=5))
    assert said(copy.after) == said(copy.before)
    assert len(said(copy.after)) == 5
    assert tags(copy.after) == tags(copy.before) != []
    assert links(copy.after) == links(copy.before) != []
    assert bookmarks(copy.after) == bookmarks(copy.before) != []
    assert copy.facts.is_tagged
    assert picture(copy.data, 3) == picture(pdfs.good(pages=5), 3)


@pytest.mark.parametrize("fault", CAN_BE_CLEANED)
def test_every_faulty_file_comes_out_the_same_to_its_reader_and_clean(clean: Clean, fault: str) -> None:
    data = pdfs.FAULTY[fault]()
    copy = clean(data)
    assert said(copy.after) == said(copy.before)
    assert [link for link in links(copy.after) if link[2]] == [link for link in links(copy.before) if link[2]]
    assert bookmarks(copy.after) == bookmarks(copy.before)
    if fault != "comments-left-in":
        assert tags(copy.after) == tags(copy.before)
    facts = copy.facts
    assert (facts.title, facts.language, facts.shows_title) == (TITLE, "en-GB", True)
    assert (facts.comments, facts.embedded_files, facts.scripts, facts.names) == ((), (), (), ())
    assert not facts.is_encrypted
    for secret in (pdfs.SECRET, pdfs.AUTHOR, "Quillfeather"):
        assert secret.encode() not in pdfs.decompressed(copy.data)
        assert secret.encode("utf-16-be") not in pdfs.decompressed(copy.data)


TAKEN_OUT: Final[dict[str, tuple[dict[int, Any], str]]] = {
    "author": ({6: f"<< /Author ({SECRET}) /Company ({SECRET}) /Own ({SECRET}) >>"}, "/Info 6 0 R"),
    "properties as xmp": ({1: root("/Metadata 6 0 R"), 6: xmp(f"<dc:creator>{SECRET}</dc:creator>")}, ""),
    "properties of a page": ({3: page("/Metadata 6 0 R"), 6: xmp(f"<dc:creator>{SECRET}</dc:creator>")}, ""),
    "what a program left in a page": ({3: page(f"/PieceInfo << /Word << /Private ({SECRET}) >> >>")}, ""),
    "what a program left in the file": ({1: root(f"/PieceInfo << /Word ({SECRET}) >>")}, ""),
    "a comment": ({3: page("/Annots [6 0 R]"), 6: f"<< /Subtype /Text /Contents ({SECRET}) >>"}, ""),
    "an answer to a comment": ({
        3: page("/Annots [6 0 R 7 0 R 8 0 R]"),
        6: f"<< /Subtype /Highlight /T ({SECRET}) /Popup 7 0 R >>",
        7: "<< /Subtype /Popup /Parent 6 0 R >>",
        8: f"<< /Subtype /Text /IRT 6 0 R /RC ({SECRET}) >>",
    }, ""),
    "the look of a comment": ({
        3: page("/Annots [6 0 R]"),
        6: "<< /Subtype /FreeText /AP << /N 7 0 R >> >>",
        7: stream(f"({SECRET}) Tj".encode(), "/Type /XObject /Subtype /Form /BBox [0 0 9 9]"),
    }, ""),
    "a file": ({
        1: root("/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>"),
        6: "<< /Type /Filespec /F (a.txt) /EF << /F 7 0 R >> >>",
        7: stream(SECRET.encode() * 9),
    }, ""),
    "a file of the document": ({
        1: root("/AF [6 0 R]"),
        6: "<< /Type /Filespec /F (a.txt) /EF << /F 7 0 R >> >>",
        7: stream(SECRET.encode() * 9),
    }, ""),
    "a file pinned to a page": ({
        3: page("/Annots [<< /Subtype /FileAttachment /FS 6 0 R >>]"),
        6: "<< /Type /Filespec /F (a.txt) /EF << /F 7 0 R >> >>",
        7: stream(SECRET.encode() * 9),
    }, ""),
    "a portfolio": ({
        1: root("/Collection << /Schema << /N (x) >> >> /Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>"),
        6: f"<< /Type /Filespec /F ({SECRET}) /EF << /F 7 0 R >> >>",
        7: stream(SECRET.encode() * 9),
    }, ""),
    "a script when opened": ({1: root(f"/OpenAction << /S /JavaScript /JS ({SECRET}) >>")}, ""),
    "a script by name": ({
        1: root(f"/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS ({SECRET}) >>] >> >>"),
    }, ""),
    "a script of a page": ({3: page(f"/AA << /O << /S /JavaScript /JS ({SECRET}) >> >>")}, ""),
    "a script of a field": ({
        1: root("/AcroForm << /Fields [6 0 R] >>"),
        6: f"<< /FT /Tx /T (a) /AA << /K << /S /JavaScript /JS ({SECRET}) >> >> >>",
    }, ""),
    "a program behind a link": ({3: page(f"/Annots [<< /Subtype /Link /A << /S /Launch /F ({SECRET}) >> >>]")}, ""),
    "a form that sends": ({3: page(f"/Annots [<< /Subtype /Widget /A << /S /SubmitForm /F ({SECRET}) >> >>]")}, ""),
    "a script after a link": ({
        3: page("/Annots [<< /Subtype /Link /A << /S /GoTo /D [3 0 R /Fit] /Next 6 0 R >> >>]"),
        6: f"<< /S /JavaScript /JS ({SECRET}) >>",
    }, ""),
    "scripts in a row after a link": ({
        3: page("/Annots [<< /Subtype /Link /A << /S /URI /URI (x:y) /Next [6 0 R << /S /URI >> 6 0 R] >> >>]"),
        6: f"<< /S /JavaScript /JS ({SECRET}) >>",
    }, ""),
    "a sound": ({3: page("/Annots [<< /Subtype /Sound /Sound 6 0 R >>]"), 6: stream(SECRET.encode() * 9)}, ""),
    "a form of another kind": ({1: root("/AcroForm << /Fields [] /XFA 6 0 R >>"), 6: stream(SECRET.encode())}, ""),
    "something that nothing leads to": ({6: f"({SECRET})", 7: stream(SECRET.encode())}, ""),
}  # fmt: skip


@pytest.mark.parametrize("kind", TAKEN_OUT)
def test_what_is_taken_out_is_gone_from_every_byte(clean: Clean, kind: str) -> None:
    objects, trailer = TAKEN_OUT[kind]
    data = by_hand(objects, trailer)
    assert SECRET.encode() in pdfs.decompressed(data)
    copy = clean(data)
    assert SECRET.encode() not in pdfs.decompressed(copy.data)
    assert b"Quillfeather" not in pdfs.decompressed(copy.data)
    facts = copy.facts
    assert (facts.comments, facts.embedded_files, facts.scripts, facts.names) == ((), (), (), ())
    assert said(copy.after) == ["Hazel is here"]
    if kind != "something that nothing leads to":
        taken = copy.taken
        counts = (taken.properties, taken.comments, taken.files, taken.scripts, taken.pictures_properties)
        assert sum(counts) > 0, "nothing was counted"


def test_an_older_state_of_the_file_is_gone(clean: Clean) -> None:
    says = "BT /F 12 Tf ({}) Tj ET"
    info = "/Info 6 0 R"
    first = by_hand({4: stream(says.format(SECRET).encode()), 6: f"<< /Author ({SECRET}) >>"}, info)
    data = changed_later(first, {4: stream(says.format("Hazel is here").encode()), 6: "<< /Title (Hazel) >>"}, info)
    assert SECRET.encode() in pdfs.decompressed(data)
    copy = clean(data)
    assert SECRET.encode() not in pdfs.decompressed(copy.data)
    assert said(copy.after) == ["Hazel is here"]


def test_form_fields_page_labels_destinations_and_layers_stay(clean: Clean) -> None:
    data = by_hand(
        {
            1: root(
                "/AcroForm << /Fields [6 0 R] /NeedAppearances true >> /PageLabels << /Nums [0 << /S /r /St 4 >>] >> "
                "/Dests << /here [3 0 R /Fit] >> /OCProperties << /OCGs [7 0 R] /D << /Order [7 0 R] >> >> "
                "/PageMode /UseOutlines /OpenAction [3 0 R /Fit]"
            ),
            3: page("/Annots [6 0 R] /Tabs /S /Rotate 90 /CropBox [10 10 190 290]"),
            6: "<< /Subtype /Widget /FT /Tx /T (name) /TU (Your name) /V (nobody) /Rect [0 0 9 9] >>",
            7: "<< /Type /OCG /Name (A layer) >>",
        }
    )
    copy = clean(data)
    fields: Any = copy.after.get_fields()
    assert {name: (each["/V"], each["/TU"]) for name, each in fields.items()} == {"name": ("nobody", "Your name")}
    assert copy.after.page_labels == ["iv"]
    assert "/here" in copy.after.named_destinations
    for reader in (copy.before, copy.after):
        only: Any = reader.pages[0]
        assert (only["/Tabs"], only.rotation, only.cropbox.width) == ("/S", 90, 180)
        held: Any = reader.root_object
        assert held["/OCProperties"]["/OCGs"][0]["/Name"] == "A layer"
        assert held["/PageMode"] == "/UseOutlines"
        assert held["/OpenAction"][1] == "/Fit"


@pytest.mark.parametrize("key", ["AA", "AF", "Metadata", "PieceInfo", "EF", "XFA", "A", "Next"])
def test_a_font_or_picture_that_goes_by_the_name_of_a_property_is_still_shown(clean: Clean, key: str) -> None:
    drawing = f"q 50 0 0 50 20 20 cm /{key} Do Q BT /{key} 12 Tf 20 200 Td (Hazel is here) Tj ET /{key} gs"
    data = by_hand(
        {
            3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R /Resources << "
            f"/XObject << /{key} 6 0 R >> /Font << /{key} 5 0 R >> "
            f"/ExtGState << /{key} << /Type /ExtGState /LW 2 >> >> "
            f"/Pattern << /{key} << /Type /Pattern /PatternType 2 >> >> >> >>",
            4: stream(drawing.encode()),
            6: stream(
                bytes(range(48)),
                "/Type /XObject /Subtype /Image /Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
            ),
        }
    )
    copy = clean(data)
    assert picture(copy.data) == picture(data)
    assert said(copy.after) == ["Hazel is here"]


@pytest.mark.parametrize("title", TITLES)
def test_the_title_is_that_of_the_record_and_the_only_property(clean: Clean, title: str) -> None:
    copy = clean(pdfs.FAULTY["names-in-properties"](), title, "pl")
    wanted = " ".join(title.replace("\x07", "").replace("\x1b", "").split())
    properties: Any = copy.after.metadata
    assert dict(properties) == {"/Title": wanted}
    assert copy.after.xmp_metadata is not None
    assert copy.after.xmp_metadata.dc_title == {"x-default": wanted}
    assert copy.after.xmp_metadata.dc_language == ["pl"]
    assert copy.after.xmp_metadata.dc_creator == []
    assert (copy.facts.title, copy.facts.language, copy.facts.shows_title) == (wanted, "pl", True)


def test_marks_of_accessibility_and_of_the_archive_stay(clean: Clean) -> None:
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdfs.decompressed(clean(pdfs.good()).data)
    ua, archive = "http://www.aiim.org/pdfua/ns/id/", "http://www.aiim.org/pdfa/ns/id/"
    inside = f'<u:part xmlns:u="{ua}"> 2 </u:part><u:rev xmlns:u="{ua}">2024</u:rev>'
    spaces = f'xmlns:a="{archive}" a:part="3" a:conformance="A"'
    for encoding in ("utf-8", "utf-16"):
        data = by_hand({1: root("/Metadata 6 0 R"), 6: xmp(inside, spaces, encoding)})
        held = pdfs.decompressed(clean(data).data)
        for mark in ("pdfuaid:part>2<", "pdfuaid:rev>2024<", "pdfaid:part>3<", "pdfaid:conformance>A<"):
            assert mark.encode() in held


def test_a_mark_that_could_be_anything_else_does_not_stay(clean: Clean) -> None:
    inside = f'<u:part xmlns:u="http://www.aiim.org/pdfua/ns/id/">{SECRET}</u:part>'
    data = by_hand({1: root("/Metadata 6 0 R"), 6: xmp(inside)})
    assert SECRET.encode() not in pdfs.decompressed(clean(data).data)


def test_the_same_file_gives_the_same_bytes_in_any_process(clean: Clean, tmp_path: Path) -> None:
    makers: dict[str, Callable[[], bytes]] = {
        "good": pdfs.good,
        "comments": pdfs.FAULTY["comments-left-in"],
        "packs": in_packs,
    }
    first = {name: clean(make()).data for name, make in makers.items()}
    for name, make in makers.items():
        assert clean(make()).data == first[name]
        assert clean(make(), "Another title").data != first[name]
        (tmp_path / name).write_bytes(make())
    code = (
        "import sys; from pathlib import Path; from generator.pdf.sanitiser import clean\n"
        f"for name in sys.argv[1:]: clean(Path(name), Path(name + '-clean'), {TITLE!r}, 'en-GB')"
    )
    arguments = [sys.executable, "-c", code, *(str(tmp_path / name) for name in makers)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    subprocess.run(arguments, check=True, timeout=600, env=environment)
    assert {name: (tmp_path / f"{name}-clean").read_bytes() for name in makers} == first


def test_a_clean_copy_cleaned_again_stays_clean(clean: Clean) -> None:
    first = clean(pdfs.FAULTY["comments-left-in"]())
    second = clean(first.data)
    assert (second.taken.comments, second.taken.files, second.taken.scripts) == (0, 0, 0)
    assert said(second.after) == said(first.after)


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_protected_file_comes_out_open(clean: Clean, algorithm: str) -> None:
    def protect(writer: PdfWriter) -> None:
        writer.encrypt("", "an owner's secret", algorithm=algorithm, permissions_flag=0)  # type: ignore[arg-type]

    copy = clean(pdfs.changed(protect))
    assert not copy.after.is_encrypted
    assert said(copy.after) == said(copy.before)
    assert tags(copy.after) == tags(copy.before)


def test_a_signed_file_comes_out_without_its_rights_and_shows_the_same(clean: Clean) -> None:
    data = by_hand(
        {
            1: root("/AcroForm << /SigFlags 3 /Fields [6 0 R] >> /Perms << /DocMDP 7 0 R >>"),
            3: page("/Annots [6 0 R]"),
            6: "<< /Subtype /Widget /FT /Sig /T (Signature1) /V 7 0 R /Rect [0 0 0 0] /P 3 0 R >>",
            7: "<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 9 9 9] /Contents <00> >>",
        }
    )
    copy = clean(data)
    assert "/Perms" not in copy.after.root_object
    assert said(copy.after) == said(copy.before)


def test_a_file_keeps_its_version_of_the_format(clean: Clean) -> None:
    for header in ("1.4", "1.7", "2.0"):
        assert clean(by_hand(header=header)).facts.version == header


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (pdfs.FAULTY["cannot-be-cleaned"], "something that was removed would still be in the file"),
        (pdfs.locked, "it asks for a password"),
        (lambda: b"Hazel is invented.", "damaged"),
        (lambda: pdfs.good()[:4_000], "damaged"),
        (lambda: b"", "damaged"),
    ],
    ids=["a hidden script", "locked", "a text", "cut off", "nothing"],
)
def test_what_cannot_be_cleaned_is_a_fault_and_nothing_is_written(
    process: PdfSandbox, tmp_path: Path, make: Callable[[], bytes], why: str
) -> None:
    original, copy = tmp_path / "original.pdf", tmp_path / "clean" / "copy.pdf"
    original.write_bytes(make())
    with pytest.raises(PdfError, match=why):
        process.clean(original, copy, TITLE, "en-GB")
    assert not copy.parent.exists()


def test_a_file_that_is_not_there_or_a_place_that_takes_nothing_is_no_fault_of_the_pdf(
    process: PdfSandbox, tmp_path: Path
) -> None:
    with pytest.raises(FileNotFoundError, match=r"nobody\.pdf"):
        process.clean(tmp_path / "nobody.pdf", tmp_path / "copy.pdf", TITLE, "en-GB")
    (tmp_path / "good.pdf").write_bytes(pdfs.good())
    with pytest.raises(NotADirectoryError, match=r"copy\.pdf"):
        process.clean(tmp_path / "good.pdf", tmp_path / "good.pdf" / "copy.pdf", TITLE, "en-GB")

"""Every fact of a PDF, found in files that were made for it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from pypdf import PdfWriter

from generator.model import PdfFacts, PdfLink
from generator.pdf import PdfError, PdfSandbox
from generator.system import read_cached
from tests import pdfs
from tests.pdfs_by_hand import (
    bomb,
    by_hand,
    changed_later,
    in_packs,
    page,
    root,
    stream,
    xmp,
)

Look = Callable[[bytes], PdfFacts]
NOTES: Final = (
    *("Text", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline", "Squiggly"),
    *("StrikeOut", "Caret", "Stamp", "Ink", "FileAttachment", "Redact", "Projection"),
)
NAMED: Final = ("Author", "Company", "Manager", "LastModifiedBy", "LastSavedBy", "Owner", "Contributor")
PLAYERS: Final = ("Sound", "Movie", "Screen", "3D", "RichMedia")
ACTIONS: Final = (
    *("JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition", "Movie", "Sound"),
    *("RichMediaExecute", "GoTo3DView"),
)


def test_a_good_file_says_all_that_is_asked_of_it(look_at: Look) -> None:
    found = look_at(pdfs.good(pages=3))
    assert found.version == "1.7"
    assert found.pages == len(found.text_lengths) == 3
    assert (found.title, found.language) == (pdfs.TITLE, "en-GB")
    assert found.is_tagged
    assert found.shows_title
    assert not found.is_scan
    assert not found.is_encrypted
    assert found.outline == ("What happened", "Part 2", "Part 3")
    assert found.links == (PdfLink(1, "https://www.example.org/help"),)
    nothing = (found.comments, found.embedded_files, found.scripts, found.names, found.fonts_not_embedded)
    assert nothing == ((), (), (), (), ())
    assert found.form_fields == 0


def test_a_bare_file_says_nothing_and_nothing_is_guessed(look_at: Look) -> None:
    found = look_at(by_hand())
    assert found == PdfFacts(
        *("1.7", 1, "", "", False, False, False, (13,), (), (), (), 0, (), (), (), ""),
        fonts_not_embedded=("Helvetica",),
    )


def test_the_text_of_each_page_is_kept_beside(process: PdfSandbox, tmp_path: Path) -> None:
    file, texts = tmp_path / "report.pdf", tmp_path / "cache" / "texts.json"
    file.write_bytes(pdfs.good(pages=3))
    found = process.look(file, texts)
    told = read_cached(texts)
    assert told is not None
    assert [len(each) for each in told] == list(found.text_lengths)
    assert told[0].startswith("What happened Hazel is invented. Help is here.")
    assert "so is page 3" in told[2]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("(Hazel: report)", "Hazel: report"),
        ("<FEFF00480061007A0065006C0020D83DDE00>", "Hazel 😀"),
        ("<FFFE480061007A0065006C00>", "Hazel"),
        ("<EFBBBF48C3A97A656C>", "Hézel"),
        (r"(Hazel\000\007\033[31m\nreport\t \r two)", "Hazel[31m report two"),
        ("<FEFF0048D83D0049>", "þÿHØ=I"),
        ("(   )", ""),
        ("()", ""),
        ("5", ""),
        ("/Name", "/Name"),
        ("[(a)]", ""),
        ("7 0 R", ""),
        ("6 0 R", ""),
    ],
)
def test_a_title_is_one_line_of_what_can_be_shown(look_at: Look, written: str, read: str) -> None:
    found = look_at(by_hand({6: f"<< /Title {written} >>"}, "/Info 6 0 R"))
    assert found.title == read


def test_a_title_longer_than_anybody_reads_is_cut_off(look_at: Look) -> None:
    assert len(look_at(by_hand({6: f"<< /Title ({'Hazel ' * 2_000}) >>"}, "/Info 6 0 R")).title) == 2_000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_title_and_names_that_stand_in_xmp_alone_are_found(look_at: Look, encoding: str) -> None:
    inside = (
        "<dc:title><rdf:Alt><rdf:li>Hazel:\n report</rdf:li></rdf:Alt></dc:title>"
        "<dc:creator><rdf:Seq><rdf:li>Zebedee</rdf:li></rdf:Seq></dc:creator>"
    )
    found = look_at(by_hand({1: root("/Metadata 6 0 R"), 6: xmp(inside, encoding=encoding)}))
    assert found.title == "Hazel: report"
    assert found.names == ("dc:creator",)


def test_names_in_attributes_and_elements_of_xmp_are_told_by_their_property_alone(look_at: Look) -> None:
    spaces = (
        'xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/" xmlns:x2="http://ns.adobe.com/xap/1.0/" xmlns:own="urn:own" '
        'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" pdfx:Company="Quillfeather" x2:CreatorTool="Word" '
        'photoshop:AuthorsPosition="Clerk" own:Manager="Z" x2:Author=" "'
    )
    inside = "<dc:contributor>Z</dc:contributor><dc:creator> <!-- nobody --> </dc:creator><own:LastSavedBy/>"
    found = look_at(by_hand({1: root("/Metadata 6 0 R"), 6: xmp(inside, spaces)}))
    assert found.names == ("dc:contributor", "pdfx:Company", "photoshop:AuthorsPosition", "xmp:Manager")


def test_xmp_that_nobody_can_read_is_passed_over(look_at: Look) -> None:
    broken = stream(b"<x:xmpmeta><dc:creator>Zebedee", "/Type /Metadata")
    assert look_at(by_hand({1: root("/Metadata 6 0 R"), 6: broken})).names == ()


@pytest.mark.parametrize("key", NAMED)
def test_names_in_the_properties_are_told_by_their_property_alone(look_at: Look, key: str) -> None:
    found = look_at(by_hand({6: f"<< /{key} (Zebedee) /Creator (Word) /Producer (A printer) >>"}, "/Info 6 0 R"))
    assert found.names == (key,)
    assert found.producer == "A printer"
    assert look_at(by_hand({6: f"<< /{key} ( ) >>"}, "/Info 6 0 R")).names == ()


@pytest.mark.parametrize("kind", NOTES)
def test_what_somebody_left_on_a_page_is_a_comment(look_at: Look, kind: str) -> None:
    note = f"<< /Type /Annot /Subtype /{kind} /Rect [0 0 9 9] /Contents (Zebedee) >>"
    assert look_at(by_hand({3: page(f"/Annots [{note} 6 0 R]"), 6: note})).comments == (1, 1)


def test_a_window_of_a_comment_and_a_link_are_none(look_at: Look) -> None:
    notes = "<< /Subtype /Popup >> << /Subtype /Link >> << /Subtype /Widget >> << >> null 5 9 0 R"
    found = look_at(by_hand({3: page(f"/Annots [{notes}]")}))
    assert (found.comments, found.links, found.scripts) == ((), (), ())


def test_comments_and_links_are_told_with_their_pages(look_at: Look) -> None:
    link = "<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI ({}) >> >>"
    second = page(f"/Annots [{link.format('https://b.example')} << /Subtype /Ink >>]")
    found = look_at(
        by_hand(
            {
                2: "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>",
                3: page(f"/Annots [{link.format('https://a.example')} {link.format('mailto:a@b.example')}]"),
                6: second,
            }
        )
    )
    assert found.links == (
        *(PdfLink(1, "https://a.example"), PdfLink(1, "mailto:a@b.example"), PdfLink(2, "https://b.example")),
    )
    assert found.comments == (2,)


@pytest.mark.parametrize("kind", PLAYERS)
def test_what_plays_something_is_a_script(look_at: Look, kind: str) -> None:
    assert look_at(by_hand({3: page(f"/Annots [<< /Subtype /{kind} >>]")})).scripts == (kind,)


@pytest.mark.parametrize("kind", ACTIONS)
@pytest.mark.parametrize(
    "place",
    [
        {1: root("/OpenAction 6 0 R")},
        {1: root("/AA << /WC 6 0 R >>")},
        {1: root("/Names << /JavaScript << /Names [(a) 6 0 R] >> >>")},
        {1: root("/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next [6 0 R] >>")},
        {3: page("/AA << /O 6 0 R >>")},
        {3: page("/Annots [<< /Subtype /Link /A 6 0 R >>]")},
        {1: root("/AcroForm << /Fields [7 0 R] >>"), 7: "<< /FT /Tx /T (a) /AA << /K 6 0 R >> >>"},
        {1: root("/Outlines << /First << /Title (a) /A 6 0 R >> >>")},
    ],
    ids=["when opened", "of the document", "by name", "after another", "of a page", "link", "field", "bookmark"],
)
def test_an_action_that_starts_something_is_found_wherever_it_stands(
    look_at: Look, place: dict[int, str], kind: str
) -> None:
    found = look_at(by_hand({**place, 6: f"<< /S /{kind} /JS (app.alert) >>"}))
    assert found.scripts == (kind,)


def test_an_action_that_leads_to_a_place_is_none_and_neither_is_a_tag_of_that_name(look_at: Look) -> None:
    tag = "<< /Type /StructElem /S /Sound /P 6 0 R >>"
    tags = f"<< /Type /StructTreeRoot /K [{tag} << /S /Movie /P 6 0 R >>] >>"
    place = root("/OpenAction << /S /GoTo /D [3 0 R /Fit] >> /StructTreeRoot 6 0 R")
    assert look_at(by_hand({1: place, 6: tags})).scripts == ()


FILE: Final[dict[int, str | bytes]] = {
    7: "<< /Type /Filespec /F (a.txt) /UF (minutes.txt) /EF << /F 8 0 R >> >>",
    8: stream(b"minutes"),
}


@pytest.mark.parametrize(
    "place",
    [
        {1: root("/Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >>")},
        {1: root("/Names << /EmbeddedFiles << /Kids [<< /Names [(a) 7 0 R] >>] >> >>")},
        {1: root("/AF [7 0 R]")},
        {3: page("/AF 7 0 R")},
        {3: page("/Annots [<< /Subtype /FileAttachment /FS 7 0 R >>]")},
        {1: root("/Collection << /View /T >> /Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >>")},
        {1: root("/StructTreeRoot << /K << /S /P /AF [7 0 R] >> >>")},
    ],
    ids=["attached", "attached deeper", "of the document", "of a page", "on a page", "portfolio", "of a tag"],
)
def test_a_file_inside_the_file_is_found_wherever_it_stands(look_at: Look, place: dict[int, str]) -> None:
    assert look_at(by_hand({**place, **FILE})).embedded_files == ("minutes.txt",)


def test_a_file_that_is_only_named_is_not_inside(look_at: Look) -> None:
    assert look_at(by_hand({1: root("/AF [<< /Type /Filespec /F (a.txt) >>]")})).embedded_files == ()


def test_bookmarks_are_told_from_top_to_bottom(look_at: Look) -> None:
    found = look_at(
        by_hand(
            {
                1: root("/Outlines 6 0 R"),
                6: "<< /First 7 0 R /Last 9 0 R >>",
                7: "<< /Title (One) /Parent 6 0 R /First 8 0 R /Next 9 0 R >>",
                8: "<< /Title (One and a half) /Parent 7 0 R >>",
                9: "<< /Title (Two) /Parent 6 0 R /Next 10 0 R >>",
                10: "<< /Parent 6 0 R >>",
            }
        )
    )
    assert found.outline == ("One", "One and a half", "Two")


def test_form_fields_are_counted(look_at: Look) -> None:
    fields = {number: f"<< /FT /{kind} /T (f{number}) >>" for number, kind in ((7, "Tx"), (8, "Btn"), (9, "Ch"))}
    form = {1: root("/AcroForm << /Fields [7 0 R 8 0 R 9 0 R << /T (group) /Kids [] >>] >>")}
    assert look_at(by_hand({**form, **fields})).form_fields == 3


@pytest.mark.parametrize(
    ("font", "missing"),
    [
        ("/Subtype /Type1 /BaseFont /Helvetica", ("Helvetica",)),
        ("/Subtype /TrueType /BaseFont /ABCDEF+Fell /FontDescriptor << /FontName /Fell >>", ("ABCDEF+Fell",)),
        ("/Subtype /TrueType", ("a font without a name",)),
        ("/Subtype /TrueType /BaseFont /Fell /FontDescriptor << /FontFile2 6 0 R >>", ()),
        ("/Subtype /Type1 /BaseFont /Fell /FontDescriptor << /FontFile 6 0 R >>", ()),
        ("/Subtype /Type1 /BaseFont /Fell /FontDescriptor << /FontFile3 6 0 R >>", ()),
        ("/Subtype /Type3 /CharProcs << >>", ()),
        ("/Subtype /Type0 /BaseFont /Fell /DescendantFonts [<< /Type /Font /BaseFont /Fell >>]", ("Fell",)),
    ],
)
def test_fonts_that_the_file_does_not_bring_are_told(look_at: Look, font: str, missing: tuple[str, ...]) -> None:
    assert look_at(by_hand({5: f"<< /Type /Font {font} >>", 6: stream(b"")})).fonts_not_embedded == missing


@pytest.mark.parametrize(
    ("marks", "tagged"),
    [
        ("/MarkInfo << /Marked true >> /StructTreeRoot << /K << /S /P >> >>", True),
        ("/MarkInfo << /Marked false >> /StructTreeRoot << /K << /S /P >> >>", False),
        ("/StructTreeRoot << /K << /S /P >> >>", False),
        ("/MarkInfo << /Marked true >> /StructTreeRoot << >>", False),
        ("/MarkInfo << /Marked true >>", False),
        ("/MarkInfo << /Marked (true) >> /StructTreeRoot << /K << /S /P >> >>", False),
    ],
)
def test_a_file_is_tagged_when_it_says_so_and_has_tags(look_at: Look, marks: str, tagged: bool) -> None:
    assert look_at(by_hand({1: root(marks)})).is_tagged is tagged


@pytest.mark.parametrize("header", ["1.3", "1.4", "2.0"])
def test_the_version_is_that_of_the_header(look_at: Look, header: str) -> None:
    assert look_at(by_hand(header=header)).version == header


@pytest.mark.parametrize(
    "more",
    [
        "/Rotate 90",
        "/CropBox [20 20 180 280]",
        "/Rotate 270 /CropBox [20 20 180 280] /UserUnit 2.5",
        "/MediaBox [-5000 -5000 14400 14400]",
    ],
)
def test_a_page_that_is_turned_cut_or_huge_is_read_and_drawn(
    look_at: Look, process: PdfSandbox, tmp_path: Path, more: str
) -> None:
    data = by_hand(
        {3: page(more).replace("/MediaBox [0 0 200 300]", "" if "Media" in more else "/MediaBox [0 0 200 300]")}
    )
    assert look_at(data).text_lengths == (13,)
    width, height = process.draw(tmp_path / "looked-at.pdf", tmp_path / "picture")
    assert width == 120
    assert height < 400


def test_a_file_that_was_changed_later_is_read_as_it_stands_now(look_at: Look) -> None:
    first = by_hand({6: "<< /Title (Draft) /Author (Zebedee) >>"}, "/Info 6 0 R")
    found = look_at(changed_later(first, {6: "<< /Title (Hazel: report) >>"}, "/Info 6 0 R"))
    assert (found.title, found.names) == ("Hazel: report", ())


def test_a_file_whose_objects_lie_in_streams_is_read(look_at: Look) -> None:
    assert look_at(in_packs()) == look_at(by_hand())


def test_what_stands_before_and_after_the_file_does_no_harm(look_at: Look) -> None:
    assert look_at(b"From: a mail\r\n" + by_hand() + b"\r\n\0\0\0").pages == 1


def test_a_protected_file_is_looked_into_and_a_locked_one_asks_for_its_password(look_at: Look) -> None:
    found = look_at(pdfs.FAULTY["protected-pdf"]())
    assert found.is_encrypted
    assert (found.title, found.pages) == (pdfs.TITLE, 2)
    with pytest.raises(PdfError, match=r"^it asks for a password$"):
        look_at(pdfs.locked())


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_every_kind_of_protection_is_known(look_at: Look, algorithm: str) -> None:
    def protect(writer: PdfWriter) -> None:
        writer.encrypt("", "an owner's secret", algorithm=algorithm)

    assert look_at(pdfs.changed(protect)).is_encrypted


def test_a_scan_has_pages_and_no_text(look_at: Look) -> None:
    found = look_at(pdfs.FAULTY["scanned-pdf"]())
    assert found.is_scan
    assert found.text_lengths == (0, 0)


def test_a_file_of_no_pages_cannot_be_used(look_at: Look) -> None:
    out = io.BytesIO()
    PdfWriter().write(out)
    with pytest.raises(PdfError, match="damaged"):
        look_at(out.getvalue())


def test_a_fault_quotes_nothing_of_the_file(look_at: Look) -> None:
    for data in (
        by_hand({1: f"Zebedee {root('')}"}),
        by_hand({2: "<< /Type /Pages /Kids Zebedee /Count 1 >>"}),
        by_hand({4: bomb(1 << 20, filters="/Zebedee"), 2: "(Zebedee)"}),
        b"%PDF-Zebedee\n1 0 obj Zebedee",
    ):
        with pytest.raises(PdfError) as caught:
            look_at(data)
        assert "Zebedee" not in str(caught.value)

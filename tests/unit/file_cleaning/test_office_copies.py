"""The copy of an Office file shows the same words and is without what no page shows; what is hidden is reported."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from generator.file_cleaning import (
    OfficeCleaningError,
    clean_office_file,
    inspect_office_file,
    visible_texts,
)
from tests.office_files import clean_word, open_text, relationships, slides, unzipped, word, workbook, zipped

FILES: Final[dict[str, Callable[[], bytes]]] = {
    ".docx": word,
    ".xlsx": workbook,
    ".pptx": slides,
    ".odt": open_text,
}
SECRETS: Final = (b"Quillfeather", b"quill", b"Elm Garth", b"PRINTER", b"GPS", b"SN-4711")


@pytest.mark.parametrize("suffix", FILES)
def test_a_copy_is_clean_complete_and_always_the_same(suffix: str) -> None:
    data = FILES[suffix]()
    findings = inspect_office_file(data, suffix)
    assert findings
    assert not any(finding.step for finding in findings)
    copy = clean_office_file(data, compare_pictures=True)
    assert copy == clean_office_file(data) == clean_office_file(copy)
    assert inspect_office_file(copy, suffix) == ()
    assert visible_texts(copy) == visible_texts(data) != ()
    for name, part in unzipped(copy).items():
        assert not any(secret in part for secret in SECRETS), name


HIDDEN: Final[dict[str, tuple[str, Callable[[], bytes], str, str]]] = {
    "a deletion": (
        ".docx",
        lambda: word("<w:p><w:del w:id='1'><w:r><w:delText>Kestrel</w:delText></w:r></w:del></w:p>"),
        "1 tracked change",
        "Accept all changes",
    ),
    "hidden text": (
        ".docx",
        lambda: word("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Kestrel</w:t></w:r></w:p>"),
        "1 piece of hidden text",
        "Show all",
    ),
    "a style that hides": (
        ".docx",
        lambda: word(
            "<w:p><w:r><w:rPr><w:rStyle w:val='Off'/></w:rPr><w:t>Kestrel</w:t></w:r></w:p>",
            more={
                "word/styles.xml": (
                    "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
                    "<w:style w:styleId='Off'><w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
                )
            },
        ),
        "1 piece of hidden text",
        "Show all",
    ),
    "a file inside": (".docx", lambda: word(more={"word/embeddings/a.xlsx": b"PK"}), "1 other file inside it", "Cut"),
    "macros": (".docm", lambda: word(more={"word/vbaProject.bin": b"x"}), "macros", "without macros"),
    "a part of an unknown kind": (".docx", lambda: word(more={"word/odd.bin": b"x"}), "1 part that cannot", "PDF"),
    "a link to a disk": (
        ".docx",
        lambda: word(more={"word/_rels/footer1.xml.rels": relationships(h="hyperlink file:///C:/a.docx External")}),
        "paths on somebody's computer",
        "Remove hyperlink",
    ),
    "a hidden sheet": (".xlsx", lambda: workbook("state='veryHidden'"), "1 hidden sheet", "Unhide"),
    "a hidden row": (".xlsx", lambda: workbook(row="hidden='1'"), "1 hidden row or column", "Unhide"),
    "a hidden slide": (".pptx", lambda: slides("show='0'"), "1 hidden slide", "Unhide slide"),
    "speaker notes": (".pptx", lambda: slides(notes="Ask Q"), "1 page of speaker notes", "Presentation notes"),
    "a change in LibreOffice": (
        ".odt",
        lambda: open_text("<text:tracked-changes><text:changed-region><text:p>Kestrel</text:p></text:changed-region>"
                          "</text:tracked-changes>"),
        "1 tracked change",
        "Edit, Track changes",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", HIDDEN)
def test_what_could_be_meant_is_not_removed_and_the_finding_says_where_to_click(what: str) -> None:
    suffix, make, phrase, click = HIDDEN[what]
    found = [finding for finding in inspect_office_file(make(), suffix) if finding.step]
    assert len(found) == 1
    assert phrase in found[0].phrase
    assert click in found[0].step


@pytest.mark.parametrize(
    "what",
    ["a deletion", "hidden text", "a style that hides", "a hidden sheet", "a hidden row", "a hidden slide",
     "a change in LibreOffice"],
)  # fmt: skip
def test_hidden_words_are_not_among_those_that_readers_see(what: str) -> None:
    words = " ".join(text.text for text in visible_texts(HIDDEN[what][1]()))
    assert words
    assert "Kestrel" not in words


def test_each_slide_and_sheet_is_named() -> None:
    assert [(text.place, text.text) for text in visible_texts(slides())] == [
        ("slide 1", "Learning from Rowan"),
        ("slide 2", "Kestrel plan"),
    ]
    assert [(text.place, text.text) for text in visible_texts(workbook())] == [
        ("sheet 1", "Costs\nPosts in the team 12"),
        ("sheet 2", "More\nKestrel notes"),
    ]


def test_a_clean_file_has_no_findings() -> None:
    assert inspect_office_file(clean_word(), ".docx") == ()


@pytest.mark.parametrize(
    "part",
    [b"<!DOCTYPE w:document [<!ENTITY a 'x'>]><a/>", b"<w:document>", b"", b"<a/><b/>", "<a/>".encode("utf-16")[:7]],
)
def test_a_file_whose_parts_cannot_be_parsed_is_not_cleaned(part: bytes) -> None:
    parts = {**unzipped(clean_word()), "word/document.xml": part}
    with pytest.raises(OfficeCleaningError):
        clean_office_file(zipped(parts))
    assert inspect_office_file(zipped(parts), ".docx")[-1].step

"""Text that readers cannot see is found, whatever hides it, and it is not in the text of the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import HiddenTextCause
from generator.pdf import PdfSandbox
from generator.system import read_cached
from tests.files_with_more import HIDDEN, drawn, pdf_with_hidden_field
from tests.pdfs import AUTHOR, good

CAUSES = {
    "below a black box": HiddenTextCause.COVERED,
    "below a white box": HiddenTextCause.COVERED,
    "in white": HiddenTextCause.COLOUR,
    "in nearly white": HiddenTextCause.COLOUR,
    "set as invisible": HiddenTextCause.INVISIBLE,
    "too small": HiddenTextCause.TINY,
    "drawn in less than a point": HiddenTextCause.TINY,
    "in a small font": HiddenTextCause.TINY,
    "scaled down": HiddenTextCause.TINY,
    "off the page": HiddenTextCause.OUTSIDE,
    "cropped away": HiddenTextCause.OUTSIDE,
    "clipped away": HiddenTextCause.COVERED,
    "in a layer that is off": HiddenTextCause.COVERED,
}


def looked(process: PdfSandbox, folder: Path, data: bytes) -> tuple[dict[HiddenTextCause, int], str]:
    """The hidden characters on the first page by cause, and its text."""
    (folder / "report.pdf").write_bytes(data)
    facts = process.look(folder / "report.pdf", folder / "texts")
    hidden = {text.cause: text.characters for text in facts.hidden_texts if text.page == 1}
    texts = read_cached(folder / "texts")
    assert texts is not None
    return hidden, texts[0]


def test_every_way_to_hide_text_has_its_cause() -> None:
    assert CAUSES.keys() == HIDDEN.keys()


@pytest.mark.parametrize("how", HIDDEN)
def test_a_hidden_name_is_counted_and_is_not_in_the_text(process: PdfSandbox, tmp_path: Path, how: str) -> None:
    hidden, text = looked(process, tmp_path, HIDDEN[how]())
    assert hidden == {CAUSES[how]: len(AUTHOR.replace(" ", ""))}
    assert "Rowan lived in a house by the river." in text
    assert not any(part in text for part in AUTHOR.split())


@pytest.mark.parametrize(
    "operators",
    {
        "pale grey": "0.8 g BT /F 9 Tf 40 300 Td (A note in pale grey) Tj ET",
        "white on black": "0 g 30 290 200 30 re f 1 g BT /F 12 Tf 40 300 Td (White on black) Tj ET",
        "on a coloured box": "1 0.9 0.3 rg 30 290 200 30 re f 0 g BT /F 12 Tf 40 300 Td (On yellow) Tj ET",
        "outlined": "BT 1 Tr /F 24 Tf 40 300 Td (Outlined) Tj ET",
        "turned": "BT /F 12 Tf 0 1 -1 0 200 200 Tm (Turned by a quarter) Tj ET",
        "small print": "BT /F 4 Tf 40 300 Td (Small print at four points) Tj ET",
        "a font of 1 point, scaled by the text matrix": "BT /F 1 Tf 12 0 0 12 40 300 Tm (Twelve points) Tj ET",
        "a font of 1 point, turned and scaled": "BT /F 1 Tf 0 9 -9 0 200 200 Tm (Nine points) Tj ET",
        "a large font, scaled down by the page": "q 0.1 0 0 0.1 0 0 cm BT /F 90 Tf 400 3000 Td (Nine points) Tj ET Q",
        "the smallest print of a label": "BT /F 2 Tf 40 300 Td (Two points) Tj ET",
        "struck through": "BT /F 12 Tf 40 300 Td (Struck through) Tj ET 0 G 38 304 m 140 304 l S",
    }.items(),
    ids=lambda pair: pair[0],
)
def test_what_readers_can_see_is_not_hidden(process: PdfSandbox, tmp_path: Path, operators: tuple[str, str]) -> None:
    assert looked(process, tmp_path, drawn(operators[1]))[0] == {}


def test_a_usual_document_hides_nothing(process: PdfSandbox, tmp_path: Path) -> None:
    assert looked(process, tmp_path, good())[0] == {}


def test_a_hidden_field_is_found_by_its_page(process: PdfSandbox, tmp_path: Path) -> None:
    (tmp_path / "form.pdf").write_bytes(pdf_with_hidden_field())
    assert process.look(tmp_path / "form.pdf", tmp_path / "texts").hidden_values == (1,)

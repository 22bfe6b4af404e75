"""PDFs as real programs write them: a clean copy is made of each, shows the same and gives no secret away."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.pdf import PdfSandbox
from generator.system import read_cached
from tests.producer_shapes import SECRET, SHAPES, WORDS
from tests.unit.pdf.test_copies_without_traces import everything_in

REPORTED = {"cropped, with words outside", "a layer that is off", "a form with a hidden field"}
"""Nothing is published of these until somebody has accepted the finding."""


def test_there_are_enough_shapes() -> None:
    assert len(SHAPES) >= 30
    assert SHAPES.keys() >= REPORTED


@pytest.mark.parametrize("shape", SHAPES)
def test_a_clean_copy_shows_the_same_and_gives_no_secret_away(process: PdfSandbox, tmp_path: Path, shape: str) -> None:
    original, copy = tmp_path / "report.pdf", tmp_path / "copy.pdf"
    original.write_bytes(SHAPES[shape]())
    facts = process.look(original, tmp_path / "texts")
    texts = read_cached(tmp_path / "texts")
    assert bool(facts.hidden_texts or facts.hidden_values) == (shape in REPORTED)
    process.clean(original, copy, "Hazel: report", "en-GB")
    cleaned = process.look(copy, tmp_path / "texts of the copy")
    assert (cleaned.pages, read_cached(tmp_path / "texts of the copy")) == (facts.pages, texts)
    assert texts is not None
    assert not any(SECRET in text for text in texts)
    if shape != "a photo with its place":
        assert WORDS in " ".join(texts)
    if shape not in REPORTED:
        assert SECRET not in everything_in(PdfReader(copy))
        assert SECRET.encode() not in copy.read_bytes()

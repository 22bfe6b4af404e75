"""Whatever happens to the bytes of a PDF: it is looked into and cleaned, or a fault says that it cannot be."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from generator.pdf import PdfError, PdfSandbox
from tests import pdfs
from tests.pdfs_by_hand import by_hand, changed_later, in_packs, page, root

WITH_ALL: Final = {
    1: root(
        "/OpenAction 6 0 R /Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> /JavaScript << /Names [(b) 6 0 R] >> >> "
        "/Lang (en) /Outlines << /First 9 0 R >> /AF [7 0 R] /AcroForm << /Fields [10 0 R] >>"
    ),
    3: page("/Annots [8 0 R << /Subtype /Link /A 6 0 R >> 10 0 R << /Subtype /Screen >>]"),
    6: "<< /S /JavaScript /JS (app.alert) /Next [6 0 R] >>",
    7: "<< /Type /Filespec /F (a.txt) /EF << /F 4 0 R >> >>",
    8: "<< /Subtype /Text /Contents (Ask Zebedee) /Popup 8 0 R >>",
    9: "<< /Title (Hazel) /A 6 0 R /Next 9 0 R >>",
    10: "<< /Subtype /Widget /FT /Tx /T (a) /AA << /K 6 0 R >> >>",
    11: "<< /Author (Zebedee) /Title (Hazel) >>",
}


@cache
def seeds() -> tuple[bytes, ...]:
    """Files to begin with: small ones first, since most of a small file matters."""
    whole = by_hand(WITH_ALL, "/Info 11 0 R")
    faulty = (make() for name, make in pdfs.FAULTY.items() if name not in ("another-type", "large-file"))
    return (whole, in_packs(), changed_later(whole, {5: "(x)"}), pdfs.good(), *faulty)


PIECES: Final = st.sampled_from([
    *(b"0 0 R", b"1 0 R", b"6 0 R", b"99 0 R", b"<<", b">>", b"[", b"]", b"(", b")", b"null", b"true", b"-1", b"1e9"),
    *(b"/Type", b"/Kids", b"/Next", b"/Annots", b"/EF", b"/S", b"/JavaScript", b"/Subtype", b"/AA", b"/Length"),
    *(b"endobj", b"endstream", b"stream", b"obj", b"xref", b"trailer", b"%%EOF", b"%", b"\0", b"\xff\xfe"),
])  # fmt: skip
_BODIES: Final = re.compile(rb"\d+ 0 obj\n(.*?)\nendobj", re.DOTALL)


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """A good file after some accidents."""
    data = draw(st.sampled_from(seeds()))
    for _ in range(draw(st.integers(1, 4))):
        data = draw(st.sampled_from(ACCIDENTS))(draw, data)
    return data


def _place(draw: st.DrawFn, data: bytes) -> int:
    return draw(st.integers(0, max(0, len(data) - 1)))


def _slice(draw: st.DrawFn, data: bytes) -> tuple[int, int]:
    start = _place(draw, data)
    return start, start + draw(st.integers(1, 400))


def _change(draw: st.DrawFn, data: bytes) -> bytes:
    at = _place(draw, data)
    return data[:at] + draw(st.binary(min_size=1, max_size=4)) + data[at + 1 :]


def _write_over(draw: st.DrawFn, data: bytes) -> bytes:
    at, piece = _place(draw, data), draw(PIECES)
    return data[:at] + piece + data[at + len(piece) :]


def _insert(draw: st.DrawFn, data: bytes) -> bytes:
    at = _place(draw, data)
    return data[:at] + draw(PIECES) + data[at:]


def _delete(draw: st.DrawFn, data: bytes) -> bytes:
    start, end = _slice(draw, data)
    return data[:start] + data[end:]


def _double(draw: st.DrawFn, data: bytes) -> bytes:
    start, end = _slice(draw, data)
    at = _place(draw, data)
    return data[:at] + data[start:end] + data[at:]


def _swap(draw: st.DrawFn, data: bytes) -> bytes:
    """Two objects change places."""
    bodies = [each.span(1) for each in _BODIES.finditer(data)]
    if len(bodies) < 2:
        return data
    first, second = sorted(draw(st.lists(st.sampled_from(bodies), min_size=2, max_size=2, unique=True)))
    middle = data[first[1] : second[0]]
    return data[: first[0]] + data[slice(*second)] + middle + data[slice(*first)] + data[second[1] :]


def _lead_astray(draw: st.DrawFn, data: bytes) -> bytes:
    """A reference leads to another object."""
    found = [each.span(1) for each in re.finditer(rb"\b(\d+) 0 R", data)]
    if not found:
        return data
    start, end = draw(st.sampled_from(found))
    return data[:start] + str(draw(st.integers(0, 20))).encode() + data[end:]


ACCIDENTS: Final[list[Callable[[st.DrawFn, bytes], bytes]]] = [
    *(_change, _write_over, _insert, _delete, _double, _swap, _lead_astray)
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the spoilt files lie."""
    return tmp_path_factory.mktemp("spoilt")


@settings(
    max_examples=120, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=spoilt())
def test_any_accident_ends_in_facts_or_a_fault_and_what_is_cleaned_is_clean(
    process: PdfSandbox, folder: Path, data: bytes
) -> None:
    spoilt_file, copy, texts = folder / "spoilt.pdf", folder / "copy.pdf", folder / "texts.json"
    spoilt_file.write_bytes(data)
    copy.unlink(missing_ok=True)
    try:
        before = process.look(spoilt_file, texts)
        process.clean(spoilt_file, copy, "Hazel", "en-GB")
    except PdfError as fault:
        assert "\n" not in str(fault)
        assert "Zebedee" not in str(fault)
        assert not copy.exists()
        return
    after = process.look(copy, texts)
    assert (after.comments, after.embedded_files, after.scripts, after.names) == ((), (), (), ())
    assert (after.title, after.language, after.pages) == ("Hazel", "en-GB", before.pages)
    # A damaged font has letters that cannot be seen; a removed comment may have covered some.
    if not (before.hidden_texts or after.hidden_texts):
        assert after.text_lengths == before.text_lengths
    assert len(PdfReader(copy).pages) == after.pages
    assert spoilt_file.read_bytes() == data


@settings(max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400), header=st.sampled_from([b"", b"%PDF-1.7\n"]))
def test_any_bytes_end_in_facts_or_a_fault(process: PdfSandbox, folder: Path, data: bytes, header: bytes) -> None:
    (folder / "any.pdf").write_bytes(header + data)
    with pytest.raises(PdfError, match="damaged"):
        process.look(folder / "any.pdf", folder / "texts.json")

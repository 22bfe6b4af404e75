"""Whether a picture tells where it was taken. The place is in the sea."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.read.picture_places import tells_a_place


def picture(kind: str, with_place: bool) -> bytes:
    exif, out = Image.Exif(), BytesIO()
    exif[0x010E] = "A grey square"
    if with_place:
        exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 0.0, 0.0), 3: "W", 4: (20.0, 0.0, 0.0)})
    Image.new("RGB", (4, 4)).save(out, kind, exif=exif)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_place_is_found_in_every_kind_of_picture(kind: str) -> None:
    assert tells_a_place(picture(kind, with_place=True))
    assert not tells_a_place(picture(kind, with_place=False))


def test_a_place_in_xmp_counts_as_well() -> None:
    assert tells_a_place(b'<rdf:Description exif:GPSLatitude="52,0N"/>')


@given(
    st.binary(max_size=80), st.sampled_from([b"Exif\0\0II*\0", b"eXIfMM\0*", b"EXIF\0\0\0\0II*\0"]), st.integers(0, 400)
)
def test_no_damaged_picture_stops_the_reading(rest: bytes, mark: bytes, cut: int) -> None:
    assert tells_a_place(mark + rest) in (True, False)
    assert tells_a_place(picture("JPEG", with_place=True)[:cut]) in (True, False)

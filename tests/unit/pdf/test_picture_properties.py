"""What the file of a picture holds is found in files of every kind, and a clean file is clean."""

from __future__ import annotations

import base64
import gzip
import io
import zlib
from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.model.picture_properties import PictureProperty
from generator.pdf import properties_of_picture
from tests.files_with_more import STREET, iptc, jpeg_with_segment, photo, png_with_text, xmp
from tests.pdfs import AUTHOR

ALL: Final = (PictureProperty.PLACE, PictureProperty.NAMES, PictureProperty.SERIAL, PictureProperty.CAPTION)
ONE: Final = {
    "place": PictureProperty.PLACE,
    "name": PictureProperty.NAMES,
    "serial": PictureProperty.SERIAL,
    "caption": PictureProperty.CAPTION,
}
EXIF_KINDS: Final = ("JPEG", "PNG", "WEBP", "TIFF")


@pytest.mark.parametrize("kind", EXIF_KINDS)
def test_exif_is_found_in_every_kind_of_picture(kind: str) -> None:
    assert properties_of_picture(photo(kind)) == ALL
    assert properties_of_picture(photo(kind, ())) == ()


@pytest.mark.parametrize("wanted", ONE)
@pytest.mark.parametrize("kind", EXIF_KINDS)
def test_each_property_is_found_by_itself(kind: str, wanted: str) -> None:
    assert properties_of_picture(photo(kind, (wanted,))) == (ONE[wanted],)


def test_exif_is_found_in_a_heic_file() -> None:
    tiff = photo("TIFF", ("place",))
    box = (
        b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\x00\x00\x00\x00mdat\x00\x00\x00\x06Exif\x00\x00" + tiff
    )
    assert properties_of_picture(box) == (PictureProperty.PLACE,)


XMP: Final[dict[str, PictureProperty]] = {
    "<exif:GPSLatitude>52,0N</exif:GPSLatitude>": PictureProperty.PLACE,
    "<photoshop:City>Tarnshire</photoshop:City>": PictureProperty.PLACE,
    f"<dc:creator><rdf:Seq><rdf:li>{AUTHOR}</rdf:li></rdf:Seq></dc:creator>": PictureProperty.NAMES,
    "<aux:SerialNumber>4711</aux:SerialNumber>": PictureProperty.SERIAL,
    f"<dc:description><rdf:Alt><rdf:li>{STREET}</rdf:li></rdf:Alt></dc:description>": PictureProperty.CAPTION,
}


@pytest.mark.parametrize("inner", XMP)
def test_xmp_is_found_in_every_kind_of_picture(inner: str) -> None:
    packet = xmp(inner)
    webp = photo("WEBP", ())
    for data in (
        jpeg_with_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet),
        png_with_text("XML:com.adobe.xmp", packet.decode()),
        webp + b"XMP " + len(packet).to_bytes(4, "little") + packet,
        b"GIF89a" + b"\0" * 20 + packet,
        b'<svg xmlns="http://www.w3.org/2000/svg"><metadata>' + packet + b"</metadata></svg>",
    ):
        assert properties_of_picture(data) == (XMP[inner],)


def test_an_attribute_of_xmp_counts_and_an_empty_one_does_not() -> None:
    described = '<rdf:Description photoshop:City="{}" photoshop:Credit="{}"/>'
    assert properties_of_picture(xmp(described.format("", AUTHOR))) == (PictureProperty.NAMES,)
    assert properties_of_picture(xmp(described.format(" ", ""))) == ()
    assert (
        properties_of_picture(xmp("<dc:format>image/jpeg</dc:format><exif:UserComment>Screenshot</exif:UserComment>"))
        == ()
    )


def test_xmp_that_cannot_be_read_counts_by_its_names() -> None:
    torn = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>52,0N'
    assert properties_of_picture(torn) == (PictureProperty.PLACE,)
    bomb = b'<!DOCTYPE x [<!ENTITY a "b">]>' + xmp("<dc:creator>&a;</dc:creator>")
    assert PictureProperty.NAMES not in properties_of_picture(bomb)


@pytest.mark.parametrize(
    ("number", "found"),
    [
        (90, PictureProperty.PLACE),
        (80, PictureProperty.NAMES),
        (122, PictureProperty.NAMES),
        (120, PictureProperty.CAPTION),
    ],
)
def test_iptc_is_found(number: int, found: PictureProperty) -> None:
    assert properties_of_picture(jpeg_with_segment(0xED, iptc(number, AUTHOR))) == (found,)
    assert properties_of_picture(jpeg_with_segment(0xED, iptc(number, ""))) == ()


def test_comments_are_found_and_those_of_programs_are_not() -> None:
    assert properties_of_picture(jpeg_with_segment(0xFE, STREET.encode())) == (PictureProperty.CAPTION,)
    assert properties_of_picture(jpeg_with_segment(0xFE, b"CREATOR: gd-jpeg v1.0 (using IJG JPEG v80)")) == ()
    out = io.BytesIO()
    Image.new("P", (4, 4)).save(out, "GIF", comment=STREET.encode())
    assert properties_of_picture(out.getvalue()) == (PictureProperty.CAPTION,)
    out = io.BytesIO()
    Image.new("P", (4, 4)).save(out, "GIF", comment=b"Created with GIMP")
    assert properties_of_picture(out.getvalue()) == ()


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("Author", AUTHOR, (PictureProperty.NAMES,)),
        ("Description", STREET, (PictureProperty.CAPTION,)),
        ("parameters", STREET, (PictureProperty.CAPTION,)),
        ("Author", "", ()),
        ("Software", "Paint 5", ()),
        ("Creation Time", "2026-01-01", ()),
        ("date:create", "2026-01-01", ()),
    ],
)
def test_texts_of_a_png_are_found(key: str, value: str, found: tuple[PictureProperty, ...]) -> None:
    assert properties_of_picture(png_with_text(key, value)) == found


def test_packed_texts_of_a_png_are_found_and_a_bomb_does_no_harm() -> None:
    profile = b"\nexif\n%8d\n" % 10 + photo("TIFF", ("place",)).hex().encode()
    for key, words, found in (
        (b"Raw profile type exif", profile, (PictureProperty.PLACE,)),
        (b"Comment", STREET.encode(), (PictureProperty.CAPTION,)),
        (b"Comment", b"a" * 200_000_000, (PictureProperty.CAPTION,)),
    ):
        chunk = key + b"\0\0" + zlib.compress(words)
        data = b"\x89PNG\r\n\x1a\n" + len(chunk).to_bytes(4, "big") + b"zTXt" + chunk + b"\0\0\0\0"
        assert properties_of_picture(data) == found


def test_an_svg_is_looked_through_down_to_the_pictures_inside() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" {}><title>A tree</title>{}</svg>'
    held = base64.b64encode(photo("JPEG", ("place",))).decode()
    image = f'<image href="data:image/jpeg;base64,{held}"/>'
    assert properties_of_picture(svg.format("", "").encode()) == ()
    assert properties_of_picture(svg.format("", image).encode()) == (PictureProperty.PLACE,)
    path = r'inkscape:export-filename="C:\Users\tobias\tree.png"'
    assert properties_of_picture(svg.format(path, "").encode()) == (PictureProperty.PATH,)
    assert properties_of_picture(svg.format('inkscape:export-filename="tree.png"', "").encode()) == ()


def test_a_small_copy_of_the_picture_is_found() -> None:
    found = Image.Exif()
    found[0x0112] = 1
    data = bytearray(found.tobytes())
    # The directory after the first one is that of the small copy (Exif 2.32, 4.5.8).
    end = len(data)
    place = data.index(b"\x01\x00\x12\x01" if data[6:8] == b"II" else b"\x00\x01\x01\x12")
    following = place + 2 + 12
    order = "little" if data[6:8] == b"II" else "big"
    data[following : following + 4] = (end - 6).to_bytes(4, "little" if order == "little" else "big")
    for number in ((1,), (0x0201, 4, 1, 10)):
        sizes = (2,) if len(number) == 1 else (2, 2, 4, 4)
        for each, size in zip(number, sizes, strict=True):
            data += each.to_bytes(size, "little" if order == "little" else "big")
    data += b"\0\0\0\0"
    assert properties_of_picture(jpeg_with_segment(0xE1, bytes(data))) == (PictureProperty.PREVIEW,)


def _loop() -> bytes:
    return b"II*\0\x08\0\0\0" + b"\x01\0" + b"\x69\x87\x04\0\x01\0\0\0\x08\0\0\0" + b"\x08\0\0\0"


HOSTILE: Final[dict[str, Callable[[], bytes]]] = {
    "directories in a circle": lambda: b"Exif\0\0" + _loop(),
    "many marks": lambda: b"Exif\0\0II*\0" * 200_000,
    "many packets": lambda: b"<x:xmpmeta" * 500_000,
    "many quotes": lambda: b"<svg docname='" + b"a" * 3_000_000,
    "many slashes": lambda: b"<svg " + b"docname='/" * 300_000,
    "many segments": lambda: b"\xff\xd8" + b"\xff\xe2\0\2" * 1_000_000,
    "many comments": lambda: b"GIF89a" + b"\x21\xfe" * 1_000_000,
    "many resources": lambda: b"\xff\xd8" + b"8BIM\x04\x04\0\0\xff\xff\xff\xff" * 100_000,
    "a packed picture": lambda: gzip.compress(photo()),
    "an alphabet of another kind": lambda: xmp("").decode().encode("utf-16"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_hostile_picture_stops_the_reading(name: str) -> None:
    assert set(properties_of_picture(HOSTILE[name]())) <= set(PictureProperty)


@given(
    st.binary(max_size=80), st.sampled_from([b"Exif\0\0II*\0", b"eXIfMM\0*", b"EXIF\0\0\0\0II*\0"]), st.integers(0, 900)
)
def test_no_damaged_picture_stops_the_reading(rest: bytes, mark: bytes, cut: int) -> None:
    assert set(properties_of_picture(mark + rest)) <= set(PictureProperty)
    for kind in EXIF_KINDS:
        assert set(properties_of_picture(photo(kind)[:cut])) <= set(PictureProperty)

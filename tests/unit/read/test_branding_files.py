"""The logo and the fonts: sizes told, fonts that are fonts, and no SVG that does more than show."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from generator.model import FileInfo, RawRecord, Source
from generator.read.branding_files import branding_files
from generator.read.pdf_cache import PdfCache
from generator.read.safe_svg import UnsafeSvg, svg_size
from generator.read.yaml_loader import load

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">{}</svg>'


def svg(inside: str) -> bytes:
    return SVG.format(inside).encode()


@pytest.fixture
def facts(tmp_path: Path) -> Callable[[str, bytes], FileInfo]:
    """What is known of a file of the partnership, a font by its name or else a logo."""

    def look(name: str, data: bytes) -> FileInfo:
        (tmp_path / "content").mkdir(exist_ok=True)
        (tmp_path / "content" / name).write_bytes(data)
        files = f"fonts: {{text: {{family: Tarn, files: [{{file: {name}}}]}}}}\n"
        text = files if name.endswith("woff2") else f"logo: {{file: {name}}}\n"
        source = Source("content/partnership.yml", text)
        loaded = load(source).value
        assert loaded is not None
        raw = RawRecord("partnership", "partnership", source, *loaded)
        ((_, found),) = branding_files(tmp_path, raw, PdfCache(tmp_path / "cache", {}))
        return found

    return look


@pytest.mark.parametrize("form", ["png", "webp", "lossless", "with alpha"])
def test_the_size_of_a_picture_is_told(facts: Callable[[str, bytes], FileInfo], form: str) -> None:
    made = io.BytesIO()
    suffix = "png" if form == "png" else "webp"
    picture = Image.new(
        "RGBA" if form == "with alpha" else "RGB", (321, 87), (75, 46, 107, 128)[: 4 if form == "with alpha" else 3]
    )
    picture.save(made, suffix, **({"lossless": True} if form == "lossless" else {}))
    assert facts(f"logo.{suffix}", made.getvalue()).picture_size == (321, 87)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="160" height="48"', (160, 48)),
        ('width="160px" height="48px" viewBox="0 0 1 1"', (160, 48)),
        ('viewBox="0 0 160 48"', (160, 48)),
        ('width="100%" height="100%" viewBox="-5,-5,160,48"', (160, 48)),
        ('width="4cm" height="2cm" viewBox="0 0 4.5 1.5"', (450, 150)),
        ('viewBox="0 0 0 48"', None),
        ('viewBox="0 0 1e400 48"', None),
        ("", None),
    ],
)
def test_the_size_of_a_drawing_is_told(
    facts: Callable[[str, bytes], FileInfo], attributes: str, size: tuple[int, int] | None
) -> None:
    found = facts("logo.svg", f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode())
    assert found.picture_size == size
    assert bool(found.holds) == (size is None)


@pytest.mark.parametrize(
    "data", [b"", b"<svg", b"\x89PNG\r\n\x1a\n", b"<html></html>", b"RIFF1234WEBPVP8 ", b"\0" * 40]
)
@pytest.mark.parametrize("name", ["logo.svg", "logo.png", "logo.webp"])
def test_what_is_no_picture_is_told(facts: Callable[[str, bytes], FileInfo], name: str, data: bytes) -> None:
    found = facts(name, data)
    assert found.holds
    assert found.picture_size is None


def test_a_font_is_a_whole_woff2_file(facts: Callable[[str, bytes], FileInfo]) -> None:
    whole = b"wOF2\0\1\0\0" + struct.pack(">I", 64) + b"\0" * 52
    assert facts("text.woff2", whole).holds == ""
    assert facts("text.woff2", whole[:-1]).holds
    assert facts("text.woff2", b"\0\1\0\0" + b"\0" * 60).holds


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<g xmlns:s="http://www.w3.org/2000/svg"><s:script href="#a"/></g>',
        '<path onclick="alert(1)"/>',
        '<path ONLOAD="alert(1)"/>',
        '<a href="java\nscript:alert(1)"><path/></a>',
        '<a xlink:href="https://elsewhere.example/"><path/></a>',
        '<image href="https://elsewhere.example/a.png"/>',
        '<image href="//elsewhere.example/a.png"/>',
        '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
        '<use href="other.svg#a"/>',
        '<set attributeName="href" to="https://elsewhere.example/"/>',
        '<animate attributeName="xlink:href" values="#a"/>',
        "<foreignObject/>",
        '<div xmlns="http://www.w3.org/1999/xhtml"/>',
        "<style>@import 'a.css';</style>",
        "<style>path { fill: url(https://elsewhere.example/a) }</style>",
        "<style>path { fill: url( 'a.svg#b') }</style>",
        r"<style>path { fill: u\72l(a.svg) }</style>",
        "<style><![CDATA[path { fill: url(a.svg) }]]></style>",
        "<path style=\"background: image-set('a.png' 1x)\"/>",
        '<path fill="url(https://elsewhere.example/a#b)"/>',
        '<?xml-stylesheet href="a.css"?>',
    ],
)
def test_a_drawing_that_does_more_than_show_is_refused(inside: str) -> None:
    with pytest.raises(UnsafeSvg):
        svg_size(svg(inside))


def test_entities_are_never_expanded() -> None:
    with pytest.raises(UnsafeSvg, match="DOCTYPE"):
        svg_size(b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"))
    with pytest.raises(UnsafeSvg, match="DOCTYPE"):
        svg_size((b'<!DOCTYPE svg SYSTEM "file:///etc/hostname">' + svg("")).decode().encode("utf-16"))


def test_a_drawing_of_a_megabyte_is_not_even_read() -> None:
    with pytest.raises(UnsafeSvg, match="1 MB"):
        svg_size(b" " * 1_000_001)


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><linearGradient id="a"/></defs><path fill="url(#a)" transform="rotate(4)"/>',
        "<style>path { fill: url('#a') } @media print { path { fill: black } }</style>",
        '<use xlink:href="#a"/><image href="data:image/png;base64,AAAA"/>',
        '<metadata><n:view xmlns:n="http://www.inkscape.org/n" n:zoom="1"/></metadata><title>On a hill</title>',
        '<animate attributeName="opacity" values="0;1"/>',
    ],
)
def test_a_drawing_that_shows_is_let_through(inside: str) -> None:
    assert svg_size(svg(inside)) == (40, 20)


def drawing(encoding: str) -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>' + SVG.format("<title>Caf\u00e9</title>")


@pytest.mark.parametrize(
    "data",
    [
        drawing("UTF-8").encode("utf-8"),
        drawing("UTF-8").encode("utf-8-sig"),
        drawing("UTF-16").encode("utf-16"),
        b"\xfe\xff" + drawing("UTF-16").encode("utf-16-be"),
        drawing("ISO-8859-1").encode("latin-1"),
        drawing("windows-1252").encode("cp1252"),
        SVG.format("").encode("utf-16"),
    ],
)
def test_a_drawing_may_be_saved_in_a_usual_encoding(facts: Callable[[str, bytes], FileInfo], data: bytes) -> None:
    assert facts("logo.svg", data).picture_size == (40, 20)


@pytest.mark.parametrize(
    "encoding", ["nobodys-own", "UTF-7", "Shift_JIS", "idna", "rot13", "hex", "zlib", "utf-32", "cp037", "x" * 200]
)
def test_a_drawing_in_an_odd_encoding_is_refused(facts: Callable[[str, bytes], FileInfo], encoding: str) -> None:
    found = facts("logo.svg", drawing(encoding).encode())
    assert found.problem == "unsafe"
    assert "save it as UTF-8" in found.detail


@pytest.mark.parametrize(
    "data",
    [
        drawing("UTF-8").encode("latin-1"),
        drawing("UTF-8").encode("utf-16"),
        drawing("UTF-16").encode("utf-8"),
        drawing("US-ASCII").encode("utf-8")[:60],
        drawing("UTF-32").encode("utf-32"),
        bytes(range(256)) * 10,
    ],
)
def test_a_drawing_that_is_not_what_it_says_is_a_finding(facts: Callable[[str, bytes], FileInfo], data: bytes) -> None:
    found = facts("logo.svg", data)
    assert found.problem or found.holds or found.picture_size

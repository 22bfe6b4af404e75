"""Copies of pictures look the same, turned as before; copies of films and recordings have the same sound and frames."""

from __future__ import annotations

import base64
import io
from typing import Final

import pytest
from PIL import Image

from generator.file_cleaning import RecordingError, clean_picture, clean_recording, properties_of_recording
from generator.pdf import looks_the_same, properties_of_picture
from tests.files_with_more import STREET, exif, photo, xmp
from tests.office_files import SOUND, atom, film, sound
from tests.pdfs import AUTHOR


def turned(kind: str, orientation: int = 6) -> bytes:
    """A picture of two colours with an orientation, a name and a place."""
    data, found = io.BytesIO(), exif("name", "place")
    found[0x0112] = orientation
    picture = Image.new("RGB", (40, 16), "white")
    picture.paste((200, 0, 0), (0, 0, 20, 16))
    picture.save(data, kind, exif=found)
    return data.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stays_turned_as_it_was(kind: str, orientation: int) -> None:
    original = turned(kind, orientation)
    copy = clean_picture(original)
    assert copy is not None
    assert properties_of_picture(original)
    assert properties_of_picture(copy) == ()
    assert AUTHOR.encode() not in copy
    assert looks_the_same(original, copy)
    with Image.open(io.BytesIO(copy)) as picture:
        assert set(picture.getexif()) <= {0x0112}
        assert picture.getexif().get(0x0112, 1) == orientation


def test_pictures_that_differ_do_not_look_the_same() -> None:
    assert not looks_the_same(turned("PNG", 1), turned("PNG", 3))
    assert not looks_the_same(turned("PNG", 1), b"no picture")


def test_an_svg_keeps_its_shapes_and_words_and_loses_the_data_of_its_program() -> None:
    inside = base64.b64encode(photo())
    original = (
        b"<?xml version='1.0'?><!-- by Quillfeather --><svg xmlns='http://www.w3.org/2000/svg' "
        b"xmlns:xlink='http://www.w3.org/1999/xlink' xmlns:i='http://www.inkscape.org/namespaces/inkscape' "
        b"i:export-filename='C:\\Users\\quill\\a.png'><title>A tree &lt; a wood</title><metadata>"
        + xmp(f"<dc:creator>{AUTHOR}</dc:creator>")
        + b"</metadata><i:view x='Quillfeather'><i:grid/></i:view><path d='M0 0'/>"
        b"<image xlink:href='data:image/jpeg;base64," + inside + b"'/></svg>"
    )
    copy = clean_picture(original)
    assert copy is not None
    assert b"<title>A tree &lt; a wood</title><path d='M0 0'/>" in copy
    for secret in (b"Quill", b"quill", inside[:200], b"export"):
        assert secret not in copy
    assert properties_of_picture(copy) == ()


@pytest.mark.parametrize("data", [photo("TIFF"), photo()[:200], b"<!DOCTYPE svg><svg/>", b"<svg><g></svg>", b"BM"])
def test_a_picture_that_cannot_be_cleaned_has_no_copy(data: bytes) -> None:
    assert clean_picture(data) is None


def test_a_recording_loses_its_tags_and_keeps_its_sound() -> None:
    assert properties_of_recording(sound()) == ("a name",)
    assert clean_recording(sound()) == SOUND
    assert properties_of_recording(SOUND) == ()


def test_a_film_keeps_its_length_and_frames_and_loses_its_place() -> None:
    copy = clean_recording(film())
    assert properties_of_recording(film()) == ("a place", "a name")
    assert properties_of_recording(copy) == ()
    assert len(copy) == len(film())
    assert copy.index(b"frames of the film") == film().index(b"frames of the film")
    assert AUTHOR.encode() not in copy
    assert b"+52" not in copy


HOSTILE: Final = (
    film(b"meta"),
    film()[:-5],
    atom(b"ftyp", b"isom") + atom(b"what", STREET.encode()),
    b"\0\0\0\x04ftyp",
    b"ID3\x03\0\0\x7f\x7f\x7f\x7f",
    b"OggS",
    b"",
)


@pytest.mark.parametrize("data", HOSTILE)
def test_a_film_with_a_journey_or_a_damaged_one_is_not_cleaned(data: bytes) -> None:
    for act in (clean_recording, properties_of_recording):
        if data.startswith(b"ID3") and act is properties_of_recording:
            continue
        with pytest.raises(RecordingError):
            act(data)

"""Pictures on the pages of records: described in words, with their size, without hidden details; and new records."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner
from PIL import Image

from generator.cli import main
from generator.pdf import shown_size
from tests import files_with_more, pdfs
from tests.conftest import TODAY, Site, copy_full

if TYPE_CHECKING:
    from pathlib import Path

PICTURES: Final = "\npictures:\n  - {file: The Door.JPG, alt: 'A \"blue\" door', caption: The new door}\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The invented partnership's site with a photo on three pages, built."""
    made = copy_full(tmp_path_factory.mktemp("pictures") / "site")
    for name in (
        "content/cases/wren/case.yml",
        "briefings/knocking-twice/briefing.yml",
        "content/notices/autumn-moot.yml",
    ):
        path = made.root / name
        path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + PICTURES, encoding="utf-8")
        (path.parent / "The Door.JPG").write_bytes(turned_photo())
    made.build("--without", "sheets", "--without", "search")
    return made


def turned_photo() -> bytes:
    """A photo of 40 by 20 pixels, to be shown upright, with the place and the name of its maker."""
    out, exif = io.BytesIO(), files_with_more.exif("place", "name", "serial", "caption")
    exif[0x0112] = 6
    Image.new("RGB", (40, 20), "grey").save(out, "JPEG", exif=exif)
    return out.getvalue()


@pytest.mark.parametrize("address", ["reviews/wren", "briefings/knocking-twice", "news/autumn-moot"])
def test_a_page_shows_the_picture_with_its_words_and_size(site: Site, address: str) -> None:
    (figure,) = site.main(address).css("figure.lib-picture")
    picture = figure.css_first("img")
    assert picture is not None
    assert picture.attributes["alt"] == 'A "blue" door'
    assert (picture.attributes["width"], picture.attributes["height"]) == ("20", "40")
    assert str(picture.attributes["src"]).endswith(f"{address}/picture-1.jpg")
    assert "The new door" in figure.text()


def test_readers_get_a_copy_without_hidden_details(site: Site) -> None:
    data = (site.output / "reviews" / "wren" / "picture-1.jpg").read_bytes()
    assert pdfs.AUTHOR.encode() not in data
    assert files_with_more.SERIAL.encode() not in data
    with Image.open(io.BytesIO(data)) as picture:
        assert not picture.getexif().get_ifd(0x8825), "no place"
    assert not list(site.output.rglob("*Door*")), "the name of the file is not published"


def test_the_data_name_the_picture(site: Site) -> None:
    (review,) = (each for each in site.data("data/reviews.json")["reviews"] if each["id"] == "wren")
    (picture,) = review["pictures"]
    assert picture["address"].endswith("/reviews/wren/picture-1.jpg")
    assert picture["alt"] == 'A "blue" door'


def test_a_site_with_pictures_is_clean(site: Site) -> None:
    told = site.library("check", "--today", TODAY)
    assert told.status == 0, told.text


def test_a_picture_without_words_is_an_error(full: Site) -> None:
    path = full.root / "content" / "cases" / "wren" / "case.yml"
    path.write_text(path.read_text(encoding="utf-8") + "\npictures:\n  - {file: door.jpg}\n", encoding="utf-8")
    (path.parent / "door.jpg").write_bytes(turned_photo())
    told = full.library("check", "--records", "--today", TODAY)
    assert told.status == 1
    assert "alt" in told.text


def test_a_withdrawn_case_has_no_picture(full: Site) -> None:
    path = full.root / "content" / "cases" / "sedge" / "case.yml"
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + PICTURES, encoding="utf-8")
    (path.parent / "The Door.JPG").write_bytes(turned_photo())
    assert (
        full.library("set-status", "sedge", "withdrawn", "--reason", "A test.", "--today", TODAY, "--yes").status == 0
    )
    full.build("--without", "sheets", "--without", "search")
    assert not list((full.output / "reviews" / "sedge").glob("picture-*"))


def test_a_new_event_is_asked_for_its_time_and_place(full: Site) -> None:
    kind = event_kind(full)
    answers = "An invented moot\n\n2026-09-14 10:00\n2026-09-14 12:30\nThe hall, Lower Tarn\nTalks for all.\n\n"
    asked = CliRunner().invoke(main, ["new", "notice", "--kind", kind, "--root", str(full.root)], input=answers)
    assert asked.exit_code == 0, asked.output
    text = (full.root / "content" / "notices" / "an-invented-moot.yml").read_text(encoding="utf-8")
    assert "\nstarts: 2026-09-14 10:00\n" in text
    assert "\nends: 2026-09-14 12:30\n" in text
    assert "\nplace: The hall, Lower Tarn\n" in text
    assert full.library("publish", "notice:an-invented-moot", "--today", TODAY, "--yes").status == 0
    full.build("--without", "sheets", "--without", "search")
    assert "10am" in full.main("news/an-invented-moot").text()


def event_kind(site: Site) -> str:
    from tests.conftest import vocabulary_of

    kinds = vocabulary_of(site.root).notice_kinds
    return next(kind.id for kind in kinds if kind.in_bulletins == "events")


def test_a_placeholder_is_neither_published_nor_sent(full: Site, tmp_path: Path) -> None:
    made = CliRunner().invoke(
        main,
        [
            "new",
            "case",
            "--no-input",
            "--name",
            "Plover",
            "--source",
            "x",
            "--summary",
            "One or two plain sentences.",
            "--root",
            str(full.root),
        ],
    )
    assert made.exit_code == 0, made.output
    told = full.library("publish", "plover", "--today", TODAY, "--yes")
    assert told.status == 1
    assert "example from a starter file" in told.text
    full.write(
        "content/bulletins/2026-q2.yml",
        "title: Summer\nwelcome: |\n  Write two to four sentences here: what this quarter brought, and what readers "
        "should look at first.\n",
    )
    for command in (("bulletin", "2026-q2", "--out", str(tmp_path / "mail")), ("sent", "2026-q2")):
        told = full.library(*command, "--today", TODAY)
        assert told.status == 1, told.text
        assert "R210" in told.text


def test_two_documents_of_one_kind_have_addresses_that_stay(full: Site) -> None:
    full.change(
        "content/cases/wren/case.yml",
        "  - {kind: plain-summary, file: summary.pdf}\n",
        "  - {kind: plain-summary, file: summary.pdf}\n"
        "  - {kind: plain-summary, id: easy-read, title: easy read, file: easy.pdf}\n",
    )
    source = full.root / "content" / "cases" / "wren" / "summary.pdf"
    source.with_name("easy.pdf").write_bytes(source.read_bytes() + b"\n% another\n")
    full.build("--without", "sheets", "--without", "search")
    assert (full.output / "documents" / "wren-plain-summary.pdf").is_file()
    assert (full.output / "documents" / "wren-plain-summary-easy-read.pdf").is_file()
    told = full.library("replace-document", "wren", str(source), "--text", "Clearer.", "--today", TODAY, "--yes")
    assert "add --document" in told.text


def png(width: int, height: int) -> bytes:
    """A black PNG of one bit for each pixel."""
    out = io.BytesIO()
    Image.new("1", (width, height)).save(out, "PNG")
    return out.getvalue()


def png_header(width: int, height: int) -> bytes:
    """The start of a PNG that says how large it is."""
    small = png(1, 1)
    size = b"IHDR" + struct.pack(">II", width, height) + small[24:29]
    return small[:12] + size + struct.pack(">I", zlib.crc32(size)) + small[33:]


def test_a_large_picture_is_measured_without_a_warning_of_pillow() -> None:
    assert shown_size(png(10_000, 9_000)) == (10_000, 9_000)


@pytest.mark.parametrize(
    ("name", "data", "large"),
    [
        ("door.jpg", turned_photo() + bytes(63_000_000), "63.0 MB"),
        ("door.png", png_header(20_000, 10_000), "20,000 by 10,000 pixels"),
    ],
    ids=["bytes", "pixels"],
)
def test_a_picture_that_is_too_large_is_refused_for_that_reason(full: Site, name: str, data: bytes, large: str) -> None:
    case = full.root / "content" / "cases" / "wren" / "case.yml"
    (case.parent / name).write_bytes(data)
    text = case.read_text(encoding="utf-8").rstrip("\n")
    case.write_text(f"{text}\npictures:\n  - {{file: {name}, alt: A blue door with a bell}}\n", encoding="utf-8")
    told = full.library("check", "--today", TODAY)
    assert f'"{name}" has {large}, more than can be checked' in told.text
    assert "save it again, 1,600 pixels wide" in told.text
    assert "is not a picture" not in told.text

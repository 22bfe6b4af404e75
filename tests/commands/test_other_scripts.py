"""A text in another script says its language, and a text from right to left is shown from right to left."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, Site

NOTICE = "content/notices/help.yml"
ARABIC = "هل أنت قلق على طفل؟ اتصل بنا: 01632 960101."


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The small sample site."""
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", tmp_path / "small")
    shutil.copytree(REPOSITORY / "overrides", tmp_path / "small" / "overrides")
    return Site(tmp_path / "small")


def write(site: Site, body: str, title: str = "Help", more: str = "") -> None:
    text = "".join(f"  {line}\n" if line else "\n" for line in body.split("\n"))
    head = f'title: "{title}"\nkind: tool\ndate: 2022-11-03\nsummary: Invented.\n{more}'
    site.write(NOTICE, f"{head}body: |\n{text}")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (ARABIC, "{lang=ar dir=rtl}"),
        ("کیا آپ کسی بچے کے بارے میں فکر مند ہیں؟", "{lang=ar dir=rtl}"),
        ("האם אתה מודאג לגבי ילד?", "{lang=he dir=rtl}"),
        ("Ви хвилюєтеся за дитину?", "{lang=uk}"),
        ("Ανησυχείτε για ένα παιδί;", "{lang=el}"),  # noqa: RUF001 it is Greek
        ("আপনি কি একটি শিশু নিয়ে চিন্তিত?", "{lang=bn}"),
        ("ਕੀ ਤੁਸੀਂ ਕਿਸੇ ਬੱਚੇ ਬਾਰੇ ਚਿੰਤਤ ਹੋ?", "{lang=pa}"),
        ("क्या आप किसी बच्चे के बारे में चिंतित हैं?", "{lang=hi}"),
        ("您担心孩子吗。", "{lang=zh}"),
        ("ስለ ልጅ ትጨነቃለህ?", "{lang=am}"),
        (f"Worried about a child? Call us.\n\n{ARABIC}", "{lang=ar dir=rtl}"),
    ],
)
def test_a_text_in_another_script_without_its_language_is_reported(site: Site, text: str, hint: str) -> None:
    write(site, text)
    told = site.library("check", "--today", "2026-11-25").text
    assert told.count("warning[R240]") == 1
    assert hint in told
    site.write(NOTICE, "title: Help\nkind: tool\ndate: 2022-11-03\nsummary: Invented.\n")
    site.change("content/pages/resources/index.md", "# Resources\n", f"# Resources\n\n{text}\n")
    told = site.library("check", "--today", "2026-11-25").text
    assert told.count("warning[R240]") == 1
    assert hint in told


def test_a_title_in_another_script_is_reported_with_the_field_of_its_record(site: Site) -> None:
    write(site, "Worried?", title="المساعدة للأسر (Help)")
    told = site.library("check", "--today", "2026-11-25").text
    assert 'add "language: ar"' in told
    write(site, "Worried?", title="المساعدة للأسر (Help)", more="language: ar\n")
    assert "R240" not in site.library("check", "--today", "2026-11-25").text


@pytest.mark.parametrize(
    "text",
    [f"{ARABIC} {{lang=ar dir=rtl}}", "The word طفل means child in Arabic.", "Café, naïve, Siân, Łódź, 5 µm, Δ 3"],
)
def test_a_text_with_its_language_or_with_one_foreign_word_is_not_reported(site: Site, text: str) -> None:
    write(site, text)
    assert "R240" not in site.library("check", "--today", "2026-11-25").text


def test_a_paragraph_from_right_to_left_is_shown_so_even_without_its_language(site: Site) -> None:
    write(site, f"{ARABIC}\n\nWorried about a child? Call us.\n\n- {ARABIC}\n- Call us.")
    site.build()
    main = site.main("resources/help/")
    directions = {node.text().strip(): node.attributes.get("dir") for node in main.css("p, li")}
    assert directions[ARABIC] == "rtl"
    assert directions["Worried about a child? Call us."] is None
    assert directions["Call us."] is None


def test_a_record_in_arabic_has_its_language_and_direction_on_its_page(site: Site) -> None:
    write(site, ARABIC, title="المساعدة للأسر", more="language: ar\n")
    site.build()
    main = site.main("resources/help/")
    assert any(node.attributes.get("lang") == "ar" and node.attributes.get("dir") == "rtl" for node in main.css("*"))

"""News is one list, and a list about each group of people that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from tests.conftest import Site

NOTICE: Final = "# Invented.\ntitle: {}\nkind: {}\ndate: 2025-01\nsummary: Somebody knocks.\nabout: [{}]\n"


@pytest.fixture
def grouped(site: Site) -> Site:
    for notice in (site.root / "content" / "notices").glob("*.yml"):
        text = notice.read_text("utf-8")
        notice.write_text(
            "\n".join(line for line in text.splitlines() if not line.startswith("about:")) + "\n", "utf-8"
        )
    site.write("content/notices/bell-for-adults.yml", NOTICE.format("Bell for adults", "newsflash", "adults"))
    site.write("content/notices/bell-for-all.yml", NOTICE.format("Bell for all", "newsflash", "adults, children"))
    return site


def test_each_group_with_news_has_a_page_and_no_other_group_has(grouped: Site) -> None:
    assert grouped.build().status == 0
    assert "Bell for adults" in grouped.main("news/about/adults").text()
    children = grouped.main("news/about/children").text()
    assert "Bell for all" in children and "Bell for adults" not in children
    assert not (grouped.output / "news/about/families").exists()
    links = [link.attributes["href"] or "" for link in grouped.main("news").css("a[href*='news/about/']")]
    assert [link.rstrip("/").rpartition("/")[2] for link in links] == ["children", "adults"]
    assert "<title>News about children" in (grouped.output / "news/about/children/index.html").read_text("utf-8")


def test_a_site_without_the_frame_has_one_list_and_no_links_to_others(grouped: Site) -> None:
    (grouped.root / "content" / "pages" / "news" / "about" / "_frame.md").unlink()
    assert grouped.build().status == 0
    assert not (grouped.output / "news/about").exists()
    assert not grouped.main("news").css("a[href*='news/about/']")


def test_news_about_one_group_only_is_one_list(grouped: Site) -> None:
    grouped.change("content/notices/bell-for-all.yml", "adults, children", "adults")
    assert grouped.build().status == 0
    assert not (grouped.output / "news/about").exists()


def test_the_slot_lists_the_news_about_one_group(grouped: Site) -> None:
    page = "---\ntitle: Children\ndescription: Invented.\nsection: news\n---\n\n# Children\n\n"
    grouped.write("content/pages/news/children.md", f"{page}<!-- library:news-list about=children -->\n")
    assert grouped.build().status == 0
    text = grouped.main("news/children").text()
    assert "Bell for all" in text and "Bell for adults" not in text


def test_the_partnership_has_three_lists_of_news(warwickshire: Site) -> None:
    tags = [tag.text() for tag in warwickshire.main("news").css(".lib-tag")]
    assert [tag.partition(" (")[0] for tag in tags] == ["Children", "Adults", "Families"]

"""A site in Welsh, records and paragraphs in other languages, and English sites that the languages do not change."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.languages.marks import END, START
from tests.conftest import REPOSITORY, Site, copy_full, files_of

POLISH = "Ta historia jest po polsku."
ARABIC = "يمكنك طلب هذا التقرير بلغة أخرى."


def in_welsh(site: Site) -> Site:
    site.change("mkdocs.yml", "language: en", "language: cy")
    site.change("content/partnership.yml", "\narea:", "\nlanguage: cy\narea:")
    return site


@pytest.fixture(scope="module")
def welsh(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sample site with Welsh as its language. One of its reviews is in Polish, with a paragraph in Arabic."""
    site = in_welsh(copy_full(tmp_path_factory.mktemp("welsh") / "full"))
    name = next((site.root / "content/cases").glob("heron/case.yml")).relative_to(site.root).as_posix()
    site.change(name, "\npublished:", "\nlanguage: pl\npublished:")
    text = (site.root / name).read_text(encoding="utf-8")
    story = f"story: |\n  {POLISH}\n\n  {ARABIC} {{lang=ar dir=rtl}}\n"
    site.write(name, re.sub(r"^story:.*?(?=^\w)", story, text, flags=re.DOTALL | re.MULTILINE))
    site.build()
    return site


def first(parent: LexborNode | LexborHTMLParser, selector: str) -> LexborNode:
    found = parent.css_first(selector)
    assert found is not None, selector
    return found


def test_every_page_says_that_it_is_in_welsh(welsh: Site) -> None:
    pages = [path for path in welsh.output.rglob("*.html") if "<html" in path.read_text(encoding="utf-8")]
    assert len(pages) > 50
    for path in pages:
        assert '<html lang="cy">' in path.read_text(encoding="utf-8"), path


def test_the_chrome_and_the_headings_have_welsh_words(welsh: Site) -> None:
    page = welsh.page("reviews/wren")
    assert first(page, ".lib-breadcrumbs a").text() == "Hafan"
    assert first(page, ".lib-menu-button").text() == "Dewislen"
    assert first(page, "h2#documents").text() == "Dogfennau"
    assert first(page, ".lib-skip").text() == "Neidio i'r prif gynnwys"
    assert first(page, "meta[property='og:locale']").attributes["content"] == "cy_GB"


def test_dates_are_welsh_everywhere(welsh: Site) -> None:
    months = re.compile(r"\b(?:January|February|April|June|July|August|September|October|November|December) [0-9]{4}\b")
    assert "Mehefin 2024" in welsh.main("reviews/heron").text()
    for path in welsh.output.rglob("*.html"):
        html = LexborHTMLParser(path.read_bytes())
        for part in html.css("time, .lib-meta, .lib-kicker"):
            assert not months.search(part.text()), (path, part.text())


def test_a_number_has_the_welsh_form_of_its_noun(welsh: Site) -> None:
    assert "7 adolygiad" in first(welsh.page("reviews"), "#lib-finder-count").text()


def test_english_words_that_are_left_are_marked_as_english(welsh: Site) -> None:
    heading = first(welsh.page("reviews/wren"), "h2#cite")
    assert first(heading, "span[lang=en-GB]").text() == "Cite this review"
    labels = [node.attributes["aria-label"] for node in welsh.page("reviews").css("nav[aria-label]")]
    assert "Breadcrumb" in labels


def test_no_mark_is_left_in_any_file(welsh: Site) -> None:
    for name, content in files_of(welsh.output).items():
        if name.endswith((".html", ".xml", ".json", ".csv", ".ics", ".txt", ".js")):
            assert START.encode() not in content and END.encode() not in content, name


def test_feeds_and_data_state_the_language(welsh: Site) -> None:
    feed = (welsh.output / "feed.xml").read_text(encoding="utf-8")
    assert 'xml:lang="cy"' in feed
    assert '<title xml:lang="pl">Heron' in feed
    script = first(welsh.page("reviews/wren"), "script[type='application/ld+json']")
    assert json.loads(script.text())["inLanguage"] == "cy"


def test_the_scripts_get_their_words_as_data(welsh: Site) -> None:
    words = json.loads(first(welsh.page("search"), "script#lib-translations").text())
    assert words["Searching…"] == "Wrthi'n chwilio…"
    assert words["{number} result"]["two"] == "{number} ganlyniad"
    assert "More matches in this document" not in words, "a text without a translation stays English"


def test_the_search_index_is_welsh(welsh: Site) -> None:
    entry = welsh.data("search/index/pagefind-entry.json")
    assert list(entry["languages"]) == ["cy"]
    assert (welsh.output / "search/index/wasm.unknown.pagefind").exists()


def test_the_texts_of_a_polish_review_are_marked_as_polish(welsh: Site) -> None:
    main = welsh.main("reviews/heron")
    assert first(main, "h1").attributes["lang"] == "pl"
    assert first(main, "p.lib-lede").attributes["lang"] == "pl"
    story = first(main, "section[aria-labelledby=story] > div[lang=pl][dir=ltr]")
    assert POLISH in story.text()
    assert "lang" not in first(main, "h2#story").attributes
    card = next(each for each in welsh.page("reviews").css("a[lang=pl]") if each.text() == "Heron")
    assert card.attributes["dir"] == "ltr"
    assert first(main, "span[data-pagefind-meta='lang:pl']")
    cited = first(welsh.page("reviews/heron"), "meta[name=citation_language]")
    assert cited.attributes["content"] == "pl"


def test_a_paragraph_in_arabic_has_its_language_and_direction(welsh: Site) -> None:
    paragraph = first(welsh.main("reviews/heron"), "p[lang=ar][dir=rtl]")
    assert paragraph.text() == ARABIC
    assert "{" not in first(welsh.main("reviews/heron"), "section[aria-labelledby=story]").text()


def test_an_english_site_has_none_of_this(built: Site) -> None:
    for path in built.output.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert "lib-translations" not in html and "<span lang=" not in html, path
        assert '<html lang="en-GB">' in html or "<html" not in html
    assert (built.output / "search/index/wasm.en.pagefind").exists()
    assert not (built.output / "search/index/wasm.unknown.pagefind").exists()


def test_an_english_build_loads_no_locale_data(full: Site) -> None:
    code = (
        "import atexit, sys; from generator.cli import main; "
        "atexit.register(lambda: print('babel' in sys.modules)); "
        "main(['build', '--root', sys.argv[1], '--today', '2026-05-01', '--without', 'search'])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, str(full.root)], capture_output=True, text=True, cwd=REPOSITORY, check=False
    )
    assert result.stdout.strip().endswith("False"), result.stdout + result.stderr


@pytest.mark.parametrize("written", ["polish", "Polish"])
def test_a_language_by_its_name_is_answered_with_its_tag(full: Site, written: str) -> None:
    full.change("content/cases/heron/case.yml", "\npublished:", f"\nlanguage: {written}\npublished:")
    told = full.library("check", "--today", "2026-05-01")
    assert f'"language" cannot be "{written}"' in told.text
    assert "write pl, the tag of Polish" in told.text


def test_a_language_without_a_catalogue_writes_nothing(full: Site) -> None:
    full.change("content/partnership.yml", "\narea:", "\nlanguage: fr\narea:")
    told = full.library("build", "--today", "2026-05-01")
    assert told.status == 1
    assert told.text.count("error[") == 1 and "en-GB or cy" in told.text
    assert not full.output.exists()

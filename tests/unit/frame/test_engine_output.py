"""A page of the engine is cut at its slots, and nothing of it is lost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.commands.build import prepare
from generator.commands.options import BuildOptions
from generator.frame import frames_of
from generator.frame.engine_output import cut_at_slots
from tests.unit.diagnostics.conftest import lay

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("html", "texts", "slots"),
    [
        ("", [""], []),
        ("<p>no slot</p>", ["<p>no slot</p>"], []),
        ("<!-- library:title -->", ["", ""], [("title", {})]),
        ("a<!-- library:head -->b<!-- library:toc -->c", ["a", "b", "c"], [("head", {}), ("toc", {})]),
        ("<!--library:counts-->", ["", ""], [("counts", {})]),
        ("<!-- library:latest-cases limit=3 -->", ["", ""], [("latest-cases", {"limit": "3"})]),
        ('<!-- library:latest-cases limit="3" -->', ["", ""], [("latest-cases", {"limit": "3"})]),
        ("<!-- library:x a=1\n  b=2 -->", ["", ""], [("x", {"a": "1", "b": "2"})]),
        ("<!-- a comment --><!-- library:x -->", ["<!-- a comment -->", ""], [("x", {})]),
        ("<!-- library:x", ["<!-- library:x"], []),
        ('<a href="<!-- library:exit-address -->">', ['<a href="', '">'], [("exit-address", {})]),
    ],
)
def test_a_page_is_cut_at_its_slots(html: str, texts: list[str], slots: list[tuple[str, dict[str, str]]]) -> None:
    frame = cut_at_slots("about/", html)
    assert list(frame.texts) == texts
    assert [(slot.name, dict(slot.arguments)) for slot in frame.slots] == slots


def test_a_fingerprint_changes_with_the_page() -> None:
    assert cut_at_slots("", "a").fingerprint == cut_at_slots("", "a").fingerprint
    assert cut_at_slots("", "a").fingerprint != cut_at_slots("", "b").fingerprint


def test_frames_pages_and_files_are_told_apart_and_the_engines_own_is_left_out(tmp_path: Path) -> None:
    for name in (
        "index.html",
        "404.html",
        "about/contact/index.html",
        "reviews/_frame/index.html",
        "reviews/type/_frame/index.html",
        "assets/library.css",
        "assets/javascripts/bundle.js",
        "sitemap.xml",
        "sitemap.xml.gz",
        "search/search_index.json",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    frames = frames_of(tmp_path).value
    assert frames is not None
    assert set(frames.by_folder) == {"reviews/", "reviews/type/"}
    assert {page.address for page in frames.pages} == {"", "404.html", "about/contact/"}
    assert {asset.address for asset in frames.assets} == {"assets/library.css"}


@pytest.mark.parametrize("name", ["not-there", "."])
def test_an_engine_that_wrote_no_page_is_a_finding(tmp_path: Path, name: str) -> None:
    outcome = frames_of(tmp_path / name)
    assert outcome.value is None
    assert [diagnostic.code for diagnostic in outcome.diagnostics] == ["S002"]


@pytest.mark.parametrize(
    ("template", "words", "line"),
    [
        ("template: fra`e.html", "the theme has no template fra`e.html", 3),
        ("template: ..", "the theme has no template ..", 3),
        ("template:", "the theme has no template (empty)", 3),
    ],
)
def test_a_template_that_the_theme_does_not_have_is_reported_at_its_line(
    tmp_path: Path, template: str, words: str, line: int
) -> None:
    root = lay(tmp_path / "site")
    (root / "content/pages/about/contact.md").write_text(f"---\ntitle: Contact\n{template}\n---\n\n# Contact\n")
    found = prepare(BuildOptions(root, date(2026, 5, 1))).diagnostics
    (failed,) = [each for each in found if each.code == "S002"]
    assert failed.location is not None
    assert (failed.message, failed.location.file, failed.location.line) == (
        words,
        "content/pages/about/contact.md",
        line,
    )


@pytest.mark.parametrize("title", ["title:", "title: [Contact]", "title: {a: null}"])
def test_a_title_that_is_no_text_is_an_error_not_none_on_the_page(tmp_path: Path, title: str) -> None:
    root = lay(tmp_path / "site")
    (root / "content/pages/about/contact.md").write_text(f"---\n{title}\n---\n\n# Contact\n")
    result = prepare(BuildOptions(root, date(2026, 5, 1)))
    assert [(each.code, each.location and each.location.line) for each in result.diagnostics] == [("R203", 2)]
    assert result.planned_site is None

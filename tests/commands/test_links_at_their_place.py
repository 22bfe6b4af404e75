"""A broken link is reported in the file, and at the line, where somebody can correct it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, Site

CASE = "content/cases/rowan/case.yml"
PAGE = "content/pages/resources/index.md"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The small sample site, with its own copy of the theme."""
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", tmp_path / "small")
    shutil.copytree(REPOSITORY / "overrides", tmp_path / "small" / "overrides")
    return Site(tmp_path / "small")


def places(site: Site, code: str, *command: str) -> dict[str, str]:
    """The line of each finding with this code, by its message."""
    told = site.library(*command, "--format", "json", "--today", "2026-11-25").text
    found = json.loads(told[told.index("{") : told.rindex("}") + 1])["diagnostics"]
    return {
        each["message"]: f"{each['location']['file']}:{each['location']['line']}"
        for each in found
        if each["code"] == code
    }


def test_a_fault_of_a_stylesheet_or_a_script_is_reported_in_the_theme(site: Site) -> None:
    stylesheet, script = site.root / "overrides/assets/dark.css", site.root / "overrides/assets/share.js"
    layer = site.root / "overrides/assets/library/home.css"
    for file, line in (
        (stylesheet, '.planted { background: url("no-picture.png"); }'),
        (layer, '.planted { background: url("no-layer.png"); }'),
        (script, 'import { planted } from "./no-module.js";'),
    ):
        file.write_text(f"{line}\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    own = site.root / "content/pages/assets/own.css"
    own.parent.mkdir(exist_ok=True)
    own.write_text("\n.own { background: url(../no-own.png) }\n", encoding="utf-8")
    site.build()
    missing = "leads to no page or file"
    found = places(site, "L801", "check")
    assert found == {
        f'the link "no-picture.png" {missing}': "overrides/assets/dark.css:1",
        f'the link "no-layer.png" {missing}': "overrides/assets/library/home.css:1",
        f'the link "./no-module.js" {missing}': "overrides/assets/share.js:1",
        f'the link "../no-own.png" {missing}': "content/pages/assets/own.css:2",
    }


def test_an_address_with_a_space_is_reported_at_its_line(site: Site) -> None:
    links = "[Plan](<../about us/plan.md>)\n\n[Us](../about%20us/)"
    site.change(PAGE, "# Resources", f"# Resources\n\nAbout us.\n\n{links}")
    assert places(site, "P604", "build") == {
        'the link "../about us/plan.md" leads to no page': f"{PAGE}:11",
        'the link "../about%20us/" leads to no page': f"{PAGE}:13",
    }
    assert places(site, "P604", "check") == {}
    site.change(PAGE, links, "")
    site.change(CASE, "Several people saw it.", "Several people saw it. [Us](https://ashdale.example/about%20us/)")
    site.build()
    found = places(site, "L801", "check")
    assert found == {'the link "https://ashdale.example/about%20us/" leads to no page or file': f"{CASE}:7"}


def test_a_page_whose_file_has_a_space_in_its_name_is_not_missing(site: Site) -> None:
    plan = site.root / "content/pages/resources/our plan.md"
    plan.write_text("# Our plan\n\n[Back](index.md)\n", encoding="utf-8")
    site.change(PAGE, "# Resources", "# Resources\n\n[Plan](our%20plan.md) and [again](<our plan.md>)")
    assert places(site, "P604", "build") == {}
    site.change(CASE, "name: Rowan", "nmae: Rowan")
    assert places(site, "P604", "build") == {}


def test_a_link_that_redirects_is_never_reported_at_a_word_of_a_sentence(site: Site) -> None:
    (site.root / "content/redirects.yml").write_text("redirects:\n  - {old: earlier/, new: news/}\n", encoding="utf-8")
    page = "content/pages/index.md"
    text = (site.root / page).read_text(encoding="utf-8")
    (site.root / page).write_text(f"{text}\nWhat was earlier/?\n\nRead [all of it](earlier/).\n", encoding="utf-8")
    site.build()
    assert set(places(site, "L803", "check").values()) == {f"{page}:{text.count(chr(10)) + 4}"}


def test_a_page_link_without_its_slash_has_a_hint_with_the_slash(site: Site) -> None:
    site.change(PAGE, "# Resources", "# Resources\n\n[News](../news)")
    assert 'write "../news/", with a slash at the end' in site.library("build", "--today", "2026-11-25").text

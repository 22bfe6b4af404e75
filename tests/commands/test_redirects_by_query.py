"""Old addresses that differ only after the question mark are redirected by the servers that can."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, Site

JOOMLA = "https://old.example/index.php?option=com_docman&gid=123"
OTHER = "https://old.example/index.php?option=com_docman&gid=124"
WITHOUT = "https://old.example/index.php"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The small sample site."""
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", tmp_path / "small")
    shutil.copytree(REPOSITORY / "overrides", tmp_path / "small" / "overrides")
    return Site(tmp_path / "small")


def redirect(site: Site, **old_to_new: str) -> None:
    entries = "".join(f'  - {{old: "{old}", new: {new}}}\n' for old, new in old_to_new.items())
    site.write("content/redirects.yml", f"redirects:\n{entries}")


def test_old_addresses_that_differ_after_the_question_mark_lead_to_different_pages(site: Site) -> None:
    redirect(site, **{WITHOUT: "reviews/", JOOMLA: "reviews/rowan/", OTHER: "briefings/checking-in/"})
    site.build()
    with (site.output / "data" / "moved.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["old"]: row["new"] for row in csv.DictReader(file)}
    assert rows == {
        WITHOUT: "https://ashdale.example/reviews/",
        JOOMLA: "https://ashdale.example/reviews/rowan/",
        OTHER: "https://ashdale.example/briefings/checking-in/",
    }
    apache = (site.output / "apache-redirects.conf").read_text(encoding="utf-8")
    pattern = r'(?:RewriteCond "%\{QUERY_STRING\}" "(.+)"\n)?RewriteCond "%\{HTTP_HOST\}".+\nRewriteRule "(.+)" "(\S+)"'
    rules = re.findall(pattern, apache)
    assert [bool(query) for query, _, _ in rules] == [True, True, False], "what is for one query comes first"
    led = {
        query: next(
            to
            for wanted, path, to in rules
            if (not wanted or re.fullmatch(wanted, query)) and re.fullmatch(path, "/index.php")
        )
        for query in ("option=com_docman&gid=123", "option=com_docman&gid=124", "gid=1")
    }
    assert led == {
        "option=com_docman&gid=123": rows[JOOMLA],
        "option=com_docman&gid=124": rows[OTHER],
        "gid=1": rows[WITHOUT],
    }
    nginx = (site.output / "nginx-redirects.conf").read_text(encoding="utf-8")
    block = re.search(r'map "\$uri\?\$args" \$library_moved_1 \{.*\n  default \S+;\n((?:  .*\n)+)\}', nginx)
    assert block is not None, nginx
    # A long key is a pattern, a short one is the text itself.
    keys = re.findall(r'"(\S+)" "(\S+)";', block[1])
    known = {key[1:] if key.startswith("~") else re.escape(key): to for key, to in keys}
    for old in (JOOMLA, OTHER):
        address = old.removeprefix("https://old.example")
        assert [to for key, to in known.items() if re.fullmatch(key, address)] == [rows[old]]
    assert "?" not in (site.output / "_redirects").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "hint"),
    [
        ("reviews/old/?page=2", "on this site, servers only use the path"),
        ("https://ashdale.example/reviews/old/?page=2", "on this site, servers only use the path"),
        ("https://old.example/a?", "servers only use the path"),
        ("https://old.example/a?b=1#c", "browsers do not send it"),
        ("https://old.example/a?b={1}", "copy the address"),
    ],
)
def test_a_question_mark_that_no_server_can_redirect_is_an_error(site: Site, old: str, hint: str) -> None:
    redirect(site, **{old: "reviews/rowan/"})
    told = site.library("check", "--today", "2026-11-25").text
    assert "A510" in told
    assert hint in told


def test_the_same_query_twice_and_a_loop_are_still_errors(site: Site) -> None:
    redirect(site, **{JOOMLA: "reviews/rowan/", JOOMLA.replace("old.example", "OLD.example"): "reviews/"})
    assert "A509" in site.library("check", "--today", "2026-11-25").text
    redirect(site, **{JOOMLA: OTHER, OTHER: JOOMLA})
    assert "A505" in site.library("check", "--today", "2026-11-25").text

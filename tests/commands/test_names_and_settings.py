"""Files that are named almost like a record, and settings of the engine that the library cannot use, are reported."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import REPOSITORY, Site

TODAY: Final = "2026-11-25"
NOTICE: Final = "title: Second\nkind: tool\ndate: 2022-11-03\nsummary: Invented.\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The small sample site."""
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", tmp_path / "small")
    shutil.copytree(REPOSITORY / "overrides", tmp_path / "small" / "overrides")
    return Site(tmp_path / "small")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("content/notices/second.YML", "rename it to content/notices/second.yml"),
        ("content/notices/second.Yml", "rename it to content/notices/second.yml"),
        ("content/notices/second.yaml", "rename it to content/notices/second.yml"),
        ("content/notices/second.YAML", "rename it to content/notices/second.yml"),
        ("content/notices/second.yml.txt", "rename it to content/notices/second.yml"),
        ("content/bulletins/2022-q4.YML", "rename it to content/bulletins/2022-q4.yml"),
        ("content/cases/hazel.YML", "move it to content/cases/hazel/case.yml"),
        ("content/cases/hazel/case.yaml", "rename case.yaml to case.yml"),
        ("content/cases/hazel/case.yml.txt", "rename case.yml.txt to case.yml"),
        ("content/cases/hazel/hazel.txt", "the record should be the file content/cases/hazel/case.yml"),
        ("content/redirects.YML", "rename it to content/redirects.yml"),
        ("content/Redirects.yml", "rename it to content/redirects.yml"),
        ("content/link_exceptions.yaml", "rename it to content/link-exceptions.yml"),
        ("content/second.yml", "move it to content/notices if it is a notice"),
    ],
)
def test_a_file_that_is_named_almost_like_a_record_is_reported(site: Site, name: str, hint: str) -> None:
    site.write(name, NOTICE)
    told = site.library("check", "--today", TODAY).text
    assert "S006" in told, told
    assert hint in told


@pytest.mark.parametrize("entry", ["resources", "https://www.ashdale.example/", "Resources/index"])
def test_a_menu_entry_that_would_be_shown_as_none_is_one_error(site: Site, entry: str) -> None:
    site.change("mkdocs.yml", "nav:\n", f"nav:\n  - {entry}\n")
    told = site.library("build", "--today", TODAY)
    assert told.status == 1
    assert f'error[S031]: the menu entry "{entry}" has no title' in told.text
    assert told.text.count("error[") == 1


@pytest.mark.parametrize("value", ["false", "False", "'false'", "", "0"])
def test_addresses_without_folders_are_one_error_that_names_the_setting(site: Site, value: str) -> None:
    site.change("mkdocs.yml", "site_dir: site\n", f"site_dir: site\nuse_directory_urls: {value}\n")
    told = site.library("build", "--today", TODAY)
    assert told.status == 1
    assert "use_directory_urls must be true" in told.text
    assert told.text.count("error[") == 1


def test_a_control_character_in_the_settings_is_one_error(site: Site) -> None:
    site.change("mkdocs.yml", "site_dir: site\n", 'site_dir: site\ncopyright: "Ashdale\\x01"\n')
    told = site.library("check", "--today", TODAY).text
    assert "error[R207]: the text contains a control character (U+0001)" in told
    assert told.count("error[") == 1


@pytest.mark.parametrize("value", ["[a]", "{a: b}", "true"])
def test_a_template_that_is_no_text_is_one_error(site: Site, value: str) -> None:
    site.write("content/pages/about/visits.md", f"---\ntitle: Visits\ntemplate: {value}\n---\n\n# Visits\n")
    told = site.library("check", "--today", TODAY).text
    assert "error[R203]" in told
    assert told.count("error[") == 1


@pytest.mark.parametrize("written", ["", "site_url:\n", "site_url: ''\n", "site_url: https://library.example\n"])
@pytest.mark.parametrize("command", ["build", "check", "bulletin"])
def test_a_site_without_an_address_is_reported_by_each_command(site: Site, written: str, command: str) -> None:
    site.change("mkdocs.yml", "site_url: https://ashdale.example/\n", written)
    arguments = ["2022-q4"] if command == "bulletin" else []
    assert "S051" in site.library(command, *arguments, "--today", TODAY).text


def test_an_address_that_is_still_to_do_is_reported_once(site: Site) -> None:
    to_do = "# To do: write the address.\nsite_url: https://library.example/\n"
    site.change("mkdocs.yml", "site_url: https://ashdale.example/\n", to_do)
    told = site.library("check", "--today", TODAY).text
    assert "S030" in told
    assert "S051" not in told

"""`library init` and `library new section`. Ashdale and its boards are invented."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.commands.unfinished_site import UNFINISHED
from generator.model.slots import CHROME_SLOTS, LISTING_SLOTS

REPOSITORY = Path(__file__).parents[3]
MINIMUM = ("--no-input", "--name", "Ashdale Adults Board", "--area", "Ashdale")


def library(*arguments: str | Path, answers: str = "") -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=answers)


def settings(folder: Path, name: str) -> dict[str, Any]:
    values: dict[str, Any] = yaml.safe_load((folder / name).read_text(encoding="utf-8"))
    return values


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_nine_answers_at_the_terminal_become_the_settings(tmp_path: Path) -> None:
    answers = [
        'The "Ashdale: & Fells" Board',
        "Ashdale",
        "both",
        "",
        "reviews.ashdale.example",
        "Front Door: 01632 960001 (children); Adult care: 01632 960002 (adults); Night team: 01632 960003",
        "reviews@ashdale.gov.uk",
        "Northern Ireland",
        "8a1538",
    ]
    done = library("init", tmp_path / "new", answers="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    partnership = settings(tmp_path / "new", "content/partnership.yml")
    assert partnership["name"] == 'The "Ashdale: & Fells" Board'
    assert partnership["library_name"] == "Ashdale reviews library"
    assert partnership["nation"] == "northern-ireland"
    assert [(contact["phone"], contact.get("about")) for contact in partnership["contacts"]] == [
        ("999", None),
        ("01632 960001", ["children"]),
        ("01632 960002", ["adults"]),
        ("01632 960003", None),
    ]
    assert partnership["documents_contact"]["email"] == "reviews@ashdale.gov.uk"
    assert partnership["colours"]["brand"] == "#8a1538"
    assert settings(tmp_path / "new", "mkdocs.yml")["site_url"] == "https://reviews.ashdale.example/"
    accessibility = (tmp_path / "new/content/pages/about/accessibility.md").read_text(encoding="utf-8")
    assert "Equality Commission for Northern Ireland" in accessibility
    assert "library check" in done.output


def test_a_new_library_answers_the_commonest_words_in_its_search(tmp_path: Path) -> None:
    assert library("init", tmp_path / "new", *MINIMUM).exit_code == 0
    done = library("build", "--root", tmp_path / "new")
    assert done.exit_code == 0, done.output
    words = json.loads((tmp_path / "new/site/search/index/words.json").read_text(encoding="utf-8"))
    phrases = {answer.get("address"): answer.get("phrases") for answer in words["answers"]}
    assert {"phone number", "worried", "complaint"} <= set(phrases["about/contact/"])


def test_what_is_not_answered_is_a_to_do_that_check_repeats(tmp_path: Path) -> None:
    assert library("init", tmp_path / "new", *MINIMUM).exit_code == 0
    found = library("check", "--root", tmp_path / "new", "--format", "json").output
    told = re.findall(r'"message": "still to do: ([^"]*)"', found)
    assert any("number to call" in to_do for to_do in told)
    assert any("who to ask for a document" in to_do for to_do in told)
    assert any("address at which the library" in to_do for to_do in told)
    assert any("WCAG 2.2" in to_do for to_do in told)
    assert any("data protection officer" in to_do for to_do in told)
    page = tmp_path / "new/content/pages/about/privacy.md"
    page.write_text(re.sub(r"to_do: >-\n(  .*\n)+", "", page.read_text(encoding="utf-8")), encoding="utf-8")
    again = library("check", "--root", tmp_path / "new", "--format", "json").output
    assert "data protection officer" not in again
    assert "WCAG 2.2" in again


def test_a_library_for_adults_has_no_word_about_children(tmp_path: Path) -> None:
    assert library("init", tmp_path / "new", *MINIMUM, "--about", "adults").exit_code == 0
    written = files(tmp_path / "new")
    assert b"adult" in written["content/pages/index.md"]
    for name, data in written.items():
        if name != "content/partnership.yml":  # a comment there explains `about`
            assert b"child" not in data.lower(), name
    assert "childline" not in str(settings(tmp_path / "new", "content/partnership.yml")).lower()


def test_nothing_of_the_first_partnership_is_in_a_new_library(tmp_path: Path) -> None:
    assert library("init", tmp_path / "new", *MINIMUM).exit_code == 0
    for name, data in files(tmp_path / "new").items():
        assert re.search(b"warwick|warrington|west midlands|01926", data.lower()) is None, name


def test_a_folder_with_files_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    done = library("init", tmp_path, *MINIMUM)
    assert done.exit_code == 2
    assert "notes.txt" in done.output
    assert "new or empty folder" in done.output
    assert files(tmp_path) == {"notes.txt": b"mine"}


def test_a_file_in_place_of_the_folder_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "new").write_text("mine")
    done = library("init", tmp_path / "new", *MINIMUM)
    assert done.exit_code == 2
    assert "not a directory" in done.output
    assert (tmp_path / "new").read_text() == "mine"


def test_an_empty_repository_can_be_used(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("mine\n")
    (tmp_path / "README.md").write_text("The start page of the repository.\n")
    assert library("init", tmp_path, *MINIMUM).exit_code == 0
    assert (tmp_path / ".gitignore").read_text() == "mine\n"
    assert (tmp_path / "README.md").read_text() == "The start page of the repository.\n"
    assert (tmp_path / "mkdocs.yml").is_file()


def unfinished(folder: Path, *without: str) -> None:
    """Lays a library in a folder as a command leaves it that was killed before these files were written."""
    folder.mkdir()
    assert library("init", folder, *MINIMUM).exit_code == 0
    listed = {name: sha256(data).hexdigest() for name, data in files(folder).items()}
    (folder / UNFINISHED).write_text(json.dumps(listed))
    for name in without:
        (folder / name).unlink()


def test_what_a_killed_command_left_is_removed_by_the_next_one_except_what_was_changed(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    unfinished(folder, "mkdocs.yml")
    (folder / "content/partnership.yml").write_text("mine")
    done = library("init", folder, *MINIMUM)
    assert (done.exit_code, "has files already (content)" in done.output) == (2, True), done.output
    assert files(folder) == {"content/partnership.yml": b"mine"}


def test_a_library_that_is_complete_stays_when_a_killed_command_left_its_list(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    unfinished(folder, "content/pages/search/index.md")
    before = {name: data for name, data in files(folder).items() if name != UNFINISHED}
    assert library("init", folder, *MINIMUM).exit_code == 2
    assert files(folder) == before


def test_if_a_file_cannot_be_written_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / ".github").write_text("")
    (tmp_path / ".gitignore").mkdir()
    (tmp_path / "deep").write_text("")
    done = library("init", tmp_path / "deep" / "new", *MINIMUM)
    assert done.exit_code == 2
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [".github", ".gitignore", "deep"]


@pytest.mark.parametrize(
    ("option", "value", "answer"),
    [
        ("--about", "everyone", "one of: adults, both, children"),
        ("--nation", "cornwall", "one of: england, northern-ireland, scotland, wales"),
        ("--address", "https://reviews.example/?a=b", "question mark"),
        ("--phone", "01632 960001", "a name, a colon and the number"),
        ("--documents", "https://www.ashdale.gov.uk/", "write the address of the contact page or form itself"),
        ("--documents", "the business team", "an email address, a web address with https:// or a phone number"),
        ("--colour", "blue", "six digits"),
        ("--name", " ", "between 1 and 300 characters"),
    ],
)
def test_a_wrong_answer_is_explained_and_nothing_is_written(
    tmp_path: Path, option: str, value: str, answer: str
) -> None:
    done = library("init", tmp_path / "new", *MINIMUM, option, value)
    assert done.exit_code == 2
    assert answer in " ".join(re.sub("[│╭╮╰╯─]", " ", done.output).split())
    assert not (tmp_path / "new").exists()


def test_a_colour_that_cannot_be_read_is_made_darker_for_light_pages(tmp_path: Path) -> None:
    assert library("init", tmp_path / "new", *MINIMUM, "--colour", "#ffd400").exit_code == 0
    assert settings(tmp_path / "new", "content/partnership.yml")["colours"]["brand"] != "#ffd400"
    assert "V312" not in library("check", "--root", tmp_path / "new", "--format", "json").output


@pytest.mark.parametrize("section", ["news", "resources", "bulletins"])
def test_a_section_can_be_added_once(tmp_path: Path, section: str) -> None:
    library("init", tmp_path / "new", *MINIMUM)
    done = library("new", "section", section, "--root", tmp_path / "new")
    assert done.exit_code == 0, done.output
    entries = [next(iter(entry.values())) for entry in settings(tmp_path / "new", "mkdocs.yml")["nav"]]
    assert entries[-3:] == [f"{section}/index.md", "about/index.md", "search/index.md"]
    assert (tmp_path / f"new/content/pages/{section}/_frame.md").is_file()
    before = files(tmp_path / "new")
    again = library("new", "section", section, "--root", tmp_path / "new")
    assert again.exit_code == 2
    assert "already" in again.output
    assert files(tmp_path / "new") == before


def test_a_menu_that_cannot_be_changed_is_left_as_it_is(tmp_path: Path) -> None:
    library("init", tmp_path / "new", *MINIMUM)
    path = tmp_path / "new/mkdocs.yml"
    path.write_text(re.sub(r"nav:\n(  - .*\n)+", "nav: [{Home: index.md}]\n", path.read_text(encoding="utf-8")))
    before = files(tmp_path / "new")
    done = library("new", "section", "news", "--root", tmp_path / "new")
    assert done.exit_code == 2
    assert "- News: news/index.md" in done.output
    assert files(tmp_path / "new") == before


def test_the_page_for_new_partnerships_lists_every_slot_and_every_field_of_a_page() -> None:
    text = (REPOSITORY / "docs" / "new-partnership.md").read_text(encoding="utf-8")
    first_cells = re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
    names = {words.split()[0] for cell in first_cells for words in re.findall("`([^`]+)`", cell)}
    assert set(LISTING_SLOTS) <= names
    assert names - set(LISTING_SLOTS) - set(CHROME_SLOTS) == {
        "title", "description", "section", "template", "feed", "about", "updated", "law_checked",
        "accepted_html", "to_do",
    }  # fmt: skip
    templates = "\n".join(path.read_text(encoding="utf-8") for path in (REPOSITORY / "overrides").rglob("*.html"))
    assert set(re.findall(r"page\.meta\.(\w+)", templates)) <= names

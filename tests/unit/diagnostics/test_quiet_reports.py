"""What an editor sees at the end of a build: what stops it, at the end; notes as one line; nothing twice."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests import pdfs

CASE = "content/cases/rowan/case.yml"
PRIVACY = "content/pages/about/privacy.md"
TODAY = "2026-11-22"


def library(root: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, [*arguments, "--root", str(root), "--today", TODAY])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout


def change(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_mistake_in_a_record_does_not_hide_a_broken_link_on_a_page(small_site: Path) -> None:
    change(small_site, CASE, "published: 2022-09", "published: soon")
    change(small_site, PRIVACY, "keeps nothing.", "keeps nothing: see [contact](contact.md) and [sheets](sheets.md).")
    status, told = library(small_site, "build")
    assert status == 1
    assert "error[R204]" in told
    assert 'error[P604]: the link "sheets.md" leads to no page' in told
    assert "contact.md" not in told.replace("see [contact](contact.md)", "")
    assert told.rstrip().endswith(f"library: look at {CASE}:4:12")


def test_notes_are_one_line_that_says_how_to_list_them(small_site: Path) -> None:
    change(small_site, CASE, "summary_source: the invented report\n", "")
    status, told = library(small_site, "check", "--records")
    assert status == 0
    assert told.splitlines() == [
        "library: 1 note (P650): to list them, type library check --all",
        "library: nothing to fix",
        "library: only the records were checked",
    ]
    assert "note[P650]" in library(small_site, "check", "--records", "--all")[1]


@pytest.mark.parametrize(("levels", "command"), [(None, "library serve"), ("1", "make serve")])
def test_one_run_builds_and_checks_and_ends_with_all_is_well(
    small_site: Path, monkeypatch: pytest.MonkeyPatch, levels: str | None, command: str
) -> None:
    if levels is None:
        monkeypatch.delenv("MAKELEVEL", raising=False)
    else:
        monkeypatch.setenv("MAKELEVEL", levels)
    status, told = library(small_site, "build", "--check", "--without", "search", "--without", "sheets")
    assert status == 0
    assert " links checked\n" in told
    assert told.endswith(f"library: All is well. Look: {command}\n")


def test_one_run_reports_no_problem_twice_and_fails_for_a_warning(small_site: Path) -> None:
    change(small_site, CASE, "sources:\n  - invented for the tests\n", "")
    status, told = library(small_site, "build", "--check", "--without", "search", "--without", "sheets")
    assert status == 1
    assert told.count("warning[R208]") == 1
    assert "All is well" not in told


def test_a_mistake_in_one_pinned_answer_does_not_hide_those_in_others(small_site: Path) -> None:
    with (small_site / "content/vocabulary.yml").open("a", encoding="utf-8") as vocabulary:
        vocabulary.write("pinned_answers:\n  - {words: worried, page: about/contact.md}\n")
        vocabulary.write("  - {words: [phone], page: about/nope.md}\n  - {words: [the], page: about/contact.md}\n")
    told = library(small_site, "check", "--records")[1]
    assert "error[R203]" in told
    assert 'error[V335]: this site has no page "about/nope.md"' in told
    assert "did you mean" not in told
    assert 'warning[V336]: "the" does not say what a search is about' in told


def test_a_pinned_answer_that_leads_to_no_address_stops_the_build(small_site: Path) -> None:
    with (small_site / "content/vocabulary.yml").open("a", encoding="utf-8") as vocabulary:
        vocabulary.write('pinned_answers:\n  - {words: [worried], page: "site:reviews/rowam/"}\n')
    told = library(small_site, "build", "--without", "search", "--without", "sheets")[1]
    assert 'error[V335]: this site has no page "site:reviews/rowam/"' in told
    assert 'did you mean "reviews/rowan/"?' in told


def test_a_file_is_found_however_its_accents_are_stored(small_site: Path) -> None:
    name = unicodedata.normalize("NFD", "Adroddiad Si\u00e2n.pdf")
    (small_site / "content/cases/rowan" / name).write_bytes(pdfs.good())
    written = unicodedata.normalize("NFC", name)
    change(small_site, CASE, "availability: on-request", f"file: {written}")
    assert "D401" not in library(small_site, "check", "--records")[1]


def test_a_faulty_vocabulary_causes_no_second_finding(small_site: Path) -> None:
    change(small_site, "content/vocabulary.yml", "label: Early help}", "label: Early help")
    change(
        small_site, "briefings/checking-in/briefing.yml", "series: seven-minute", "series: lessons-learned\ncase: rowan"
    )
    told = library(small_site, "check", "--records")[1]
    assert told.count("error[") == 1
    assert "warning[" not in told


def test_the_stages_of_a_type_without_stages_are_asked_for(small_site: Path) -> None:
    change(small_site, PRIVACY, "keeps nothing.", "keeps nothing.\n\n<!-- library:review-process type=sar -->")
    told = library(small_site, "check", "--records")[1]
    assert 'add "process" to sar under "review_types" in content/vocabulary.yml' in told


def test_the_label_of_a_link_of_a_notice_says_where_it_leads(small_site: Path) -> None:
    change(small_site, "content/notices/new-tool.yml", "label: The card", "label: click here")
    told = library(small_site, "check", "--records")[1]
    assert 'warning[P606]: the label "click here" does not say where the link leads' in told

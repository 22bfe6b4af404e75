"""What happens to a review, by command: each change is shown, made as a whole, checked, and taken back."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests import pdfs
from tests.conftest import TODAY, Site, Told, copy_full

if TYPE_CHECKING:
    from pathlib import Path

CASE: Final = "content/cases/wren/case.yml"
REDIRECTS: Final = "content/redirects.yml"
LESSONS: Final = "briefings/wren-lessons/briefing.yml"
DRAFT: Final = """\
# Plover is invented.
name: Plover # a pseudonym
type: adult-review
status: draft   # until the family has read it
summary: Plover lived alone in Lower Tarn.
summary_source: the invented report
briefings:
  - knocking-twice
  - plover-sheet   # new
sources: ["Invented for tests"]
"""
OWN: Final = "title: Plover\nseries: lessons-learned\ncase: plover\nstatus: draft\n"
NEW: Final = """\
title: Letters that come back
series: short
status: draft
summary: What to do when a letter comes back.
sections:
  - {heading: The letter, body: Ring the bell as well.}
themes: [knocking-twice]
"""


def git(site: Site, *arguments: str) -> str:
    done = subprocess.run(("git", *arguments), cwd=site.root, capture_output=True, text=True, check=True)
    return done.stdout


def commit(site: Site) -> None:
    git(site, "add", "--all")
    identity = ("-c", "user.name=Test", "-c", "user.email=test@tarnshire.example")
    git(site, *identity, "commit", "--quiet", "--allow-empty", "--message", "a")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The invented partnership's site in a repository, with every address kept and one case that waits."""
    made = copy_full(tmp_path / "site")
    made.write("content/cases/plover/case.yml", DRAFT)
    made.write("briefings/plover-lessons/briefing.yml", OWN)
    made.write("briefings/plover-sheet/briefing.yml", NEW.replace("series: short", f"series: {series_of_topics(made)}"))
    made.write(".gitignore", "site/\n.cache/\n")
    told = made.library("publish-addresses", "--today", TODAY)
    assert told.status == 0, told.text
    git(made, "init", "--quiet")
    commit(made)
    return made


def series_of_topics(site: Site) -> str:
    text = (site.root / "briefings" / "knocking-twice" / "briefing.yml").read_text(encoding="utf-8")
    return next(line.removeprefix("series: ") for line in text.splitlines() if line.startswith("series: "))


def make(site: Site, *arguments: str) -> Told:
    """Runs an event, and wants it to be made."""
    command, *rest = arguments
    told = site.library(command, *rest, "--today", TODAY, "--yes")
    assert told.status == 0, told.text
    return told


def changed(site: Site) -> set[str]:
    """The files that git says are changed, new or gone."""
    git(site, "add", "--all")
    return set(filter(None, git(site, "diff", "--cached", "--name-only", "--no-renames", "-z").split("\0")))


def lines(site: Site, sign: str) -> list[str]:
    """The lines that were added, or taken out."""
    git(site, "add", "--all")
    diff = git(site, "diff", "--cached", "--unified=0")
    return [line[1:] for line in diff.splitlines() if line.startswith(sign) and not line.startswith(sign * 3)]


def is_clean(site: Site) -> None:
    """Builds and checks the site: no error, and no address is lost."""
    site.build("--without", "sheets", "--without", "search")
    told = site.library("check", "--today", TODAY)
    assert "links checked" in told.text
    # A file keeps the title that was typed into it, whatever the case is called now.
    assert re.findall(r"(?:error|warning)\[(?!D416)", told.text) == [], told.text


def take_back(site: Site) -> None:
    told = site.library("undo", "--yes")
    assert told.status == 0, told.text
    assert changed(site) == set()


def test_publishing_a_case_publishes_its_new_briefings_and_keeps_comments(site: Site) -> None:
    told = make(site, "publish", "plover")
    assert 'New page: "Plover", at reviews/plover/, dated 1 May 2026' in " ".join(told.text.split())
    assert "at briefings/plover-sheet/" in " ".join(told.text.split())
    assert changed(site) == {
        "content/cases/plover/case.yml",
        "briefings/plover-lessons/briefing.yml",
        "briefings/plover-sheet/briefing.yml",
    }
    assert lines(site, "-").count("status: draft   # until the family has read it") == 1
    assert "status: published   # until the family has read it" in lines(site, "+")
    assert lines(site, "+").count(f"published: {TODAY}") == 3
    is_clean(site)
    assert "1 May 2026" in site.main("reviews/plover").text()
    assert (site.output / "briefings" / "plover-sheet" / "index.html").is_file()
    take_back(site)


def test_only_the_case_is_published_if_that_is_said(site: Site) -> None:
    told = site.library("publish", "plover", "--only", "--today", TODAY, "--dry-run")
    assert "briefings/" not in told.text.partition("Files:")[2].partition("After")[0]


def test_a_scheduled_case_becomes_public_on_its_day_with_its_briefings(site: Site) -> None:
    told = make(site, "schedule", "plover", "2026-06-03T09:30")
    words = " ".join(told.text.split())
    assert "Nothing changes today" in words
    assert 'At 9.30am on 3 June 2026: new page: "Plover", at reviews/plover/, dated 3 June 2026' in words
    assert lines(site, "+").count("publish_on: 2026-06-03 09:30") == 3
    is_clean(site)
    assert not (site.output / "reviews" / "plover").exists()
    site.build("--today", "2026-06-03T09:29", "--without", "sheets", "--without", "search")
    assert not (site.output / "reviews" / "plover").exists()
    site.build("--today", "2026-06-03T09:30", "--without", "sheets", "--without", "search")
    assert "3 June 2026" in site.main("reviews/plover").text()
    assert (site.output / "briefings" / "plover-sheet" / "index.html").is_file()
    make(site, "schedule", "plover", "2026-07-01")
    assert lines(site, "+").count("publish_on: 2026-07-01") == 3
    assert site.library("undo", "--yes").status == 0
    take_back(site)


def test_a_briefing_with_another_day_keeps_it(site: Site) -> None:
    site.change("briefings/plover-sheet/briefing.yml", "status: draft", "status: scheduled\npublish_on: 2026-08-01")
    commit(site)
    told = make(site, "schedule", "plover", "2026-06-03")
    assert "briefings/plover-sheet/briefing.yml" not in changed(site)
    assert "has its own day and is not changed: 1 August 2026" in " ".join(told.text.split())


def test_archiving_keeps_the_page_and_every_old_address_leads_to_it(site: Site) -> None:
    site.build()
    assert (site.output / "documents" / "wren-full-report.pdf").is_file()
    told = make(site, "archive", "wren", "--reason", "The year is over.")
    words = " ".join(told.text.split())
    assert 'The page of "Wren" stays and says that it is archived and why: "The year is over."' in words
    assert "The address documents/wren-full-report.pdf leads to reviews/wren/" in words
    assert changed(site) == {CASE, LESSONS}
    assert lines(site, "-") == []
    is_clean(site)
    assert not (site.output / "documents" / "wren-full-report.pdf").exists()
    redirects = (site.output / "_redirects").read_text(encoding="utf-8")
    assert "documents/wren-full-report.pdf" in redirects
    take_back(site)


def test_archiving_does_not_move_a_pinned_record_to_another_quarter(site: Site) -> None:
    make(site, "archive", "notice:worry-form")
    is_clean(site)


def test_archiving_a_scheduled_case_that_is_public_keeps_its_date(site: Site) -> None:
    make(site, "schedule", "plover", "2026-06-03")
    told = site.library("archive", "plover", "--today", "2026-07-01", "--yes")
    assert told.status == 0, told.text
    text = (site.root / "content" / "cases" / "plover" / "case.yml").read_text(encoding="utf-8")
    assert "published: 2026-06-03" in text
    assert "publish_on" not in text


def test_renaming_moves_the_folder_and_follows_every_mention(site: Site) -> None:
    dry = site.library(
        "rename", "wren", "osprey", "--name", "Osprey", "--today", TODAY, "--dry-run", "--format", "json"
    )
    assert changed(site) == set()
    told = make(site, "rename", "wren", "osprey", "--name", "Osprey")
    assert changed(site) == set(json.loads(dry.text)["files"]), "what was shown is what is written"
    words = " ".join(told.text.split())
    assert 'The page of "Osprey" moves from reviews/wren/ to reviews/osprey/' in words
    assert not (site.root / "content" / "cases" / "wren").exists()
    assert (site.root / "content" / "cases" / "osprey" / "Wren FINAL v3.pdf").is_file()
    assert "title: Osprey" in lines(site, "+")
    assert not [line for line in lines(site, "+") if "case:wren" in line or "case: wren" in line]
    is_clean(site)
    moved = (site.output / "reviews" / "wren" / "index.html").read_text(encoding="utf-8")
    assert "reviews/osprey/" in moved
    assert "/documents/osprey-full-report.pdf" in (site.output / "_redirects").read_text(encoding="utf-8")
    take_back(site)
    assert (site.root / CASE).is_file()


def test_another_name_leaves_the_address(site: Site) -> None:
    make(site, "rename", "wren", "--name", "Ann O'Neil: a review")
    assert lines(site, "+").count('name: "Ann O\'Neil: a review"') == 1
    assert (site.root / CASE).is_file()
    take_back(site)


def test_a_briefing_and_a_notice_are_renamed(site: Site) -> None:
    make(site, "rename", "briefing:knocking-twice", "knocking-again")
    assert "content/cases/wren/case.yml" in changed(site)
    is_clean(site)
    make(site, "rename", "notice:visit-ledger", "visit-book")
    is_clean(site)
    assert "resources/visit-book/" in (site.output / "resources" / "visit-ledger" / "index.html").read_text("utf-8")


def test_a_replaced_document_keeps_its_address_and_says_what_changed(site: Site, tmp_path: Path) -> None:
    new = tmp_path / "Report NEW.pdf"
    shutil.copy(site.root / "content" / "cases" / "wren" / "summary.pdf", new)
    with new.open("ab") as file:
        file.write(b"\n% corrected\n")
    text = "Page 2, line 3: the right month."
    told = make(site, "replace-document", "wren", str(new), "--document", "plain-summary", "--text", text)
    assert f'"{text}" (1 May 2026)' in " ".join(told.text.split())
    assert changed(site) == {CASE, "content/cases/wren/summary.pdf", "content/cases/wren/report-new.pdf"}
    is_clean(site)
    assert text in site.main("reviews/wren").text()
    assert (site.output / "documents" / "wren-plain-summary.pdf").is_file()
    take_back(site)
    make(site, "replace-document", "wren", str(new), "--document", "plain-summary", "--text", text, "--keep-earlier")
    is_clean(site)
    assert (site.output / "documents" / "versions" / "wren-plain-summary-until-2026-05-01.pdf").is_file()
    take_back(site)


def test_a_file_that_is_replaced_in_silence_is_reported(site: Site) -> None:
    report = site.root / "content" / "cases" / "wren" / "summary.pdf"
    assert "D490" not in site.library("check", "--today", "2026-05-02").text
    report.write_bytes(pdfs.good())
    told = site.library("check", "--today", "2026-05-02")
    assert "D490" in told.text
    site.change(
        CASE,
        "{kind: plain-summary, file: summary.pdf}",
        "{kind: plain-summary, file: summary.pdf, updates: [{date: 2026-05-02, text: Clearer.}]}",
    )
    assert "D490" not in site.library("check", "--today", "2026-05-02").text


def test_withdrawing_can_be_taken_back(site: Site) -> None:
    make(site, "withdraw", "wren", "--reason", "The family asked for it.")
    assert changed(site) == {CASE, LESSONS}
    is_clean(site)
    assert "The family asked for it." in site.main("reviews/wren").text()
    told = site.library("undo", "--yes")
    assert told.text.startswith('Take back: Withdraw "Wren" (')
    assert changed(site) == set()


@pytest.mark.parametrize("command", [("withdraw",), ("set-status", "withdrawn")])
def test_a_withdrawn_record_keeps_the_date_on_which_it_was_published(site: Site, command: tuple[str, ...]) -> None:
    make(site, "schedule", "briefing:plover-sheet", "2026-06-03")
    why = ("--reason", "Why.", "--today", "2026-07-01", "--yes")
    told = site.library(command[0], "briefing:plover-sheet", *command[1:], *why)
    assert told.status == 0, told.text
    text = (site.root / "briefings" / "plover-sheet" / "briefing.yml").read_text(encoding="utf-8")
    assert "published: 2026-06-03" in text
    assert "publish_on" not in text


def test_a_withdrawal_without_a_journal_says_that_it_cannot_be_undone(site: Site) -> None:
    shutil.rmtree(site.root / ".cache", ignore_errors=True)
    site.write(".cache", "not a folder")
    told = make(site, "withdraw", "wren", "--reason", "Why.")
    assert "library undo cannot take this back" in told.text
    assert "to take this back: library undo" not in told.text


def test_a_new_record_is_taken_back(site: Site) -> None:
    told = site.run("generator", "new", "case", "--name", "Curlew", "--no-input")
    assert told.status == 0, told.text
    assert "library undo" in told.text
    assert changed(site) == {"content/cases/curlew/case.yml"}
    take_back(site)
    assert not (site.root / "content" / "cases" / "curlew").exists()


def test_a_bulletin_that_was_sent_by_mistake_is_taken_back(site: Site) -> None:
    told = site.library("sent", "2025-q3", "--today", TODAY)
    assert told.status == 0, told.text
    assert "library push" in told.text
    assert changed(site) == {"content/bulletins/2025-q3.yml"}
    take_back(site)


def test_one_record_gets_a_status(site: Site) -> None:
    make(site, "set-status", "briefing:cold-homes", "archived")
    assert changed(site) == {"briefings/cold-homes/briefing.yml"}
    make(site, "set-status", "briefing:cold-homes", "published")
    assert site.library("undo", "--yes").status == 0
    take_back(site)
    refused = site.library("set-status", "notice:worry-form", "draft", "--today", TODAY, "--yes")
    assert refused.status == 1
    assert changed(site) == set()


def test_nothing_is_written_without_a_yes(site: Site) -> None:
    told = site.library("archive", "wren", "--today", TODAY)
    assert told.status == 1
    assert "add --yes" in told.text
    assert changed(site) == set()


def test_a_change_that_would_break_the_site_is_refused(site: Site) -> None:
    told = site.library("publish", "tansy", "--today", TODAY, "--yes")
    assert told.status == 1
    assert "would cause an error" in told.text
    assert "case:linnet" in told.text
    assert changed(site) == set()


def test_undo_never_removes_what_was_written_since(site: Site) -> None:
    make(site, "archive", "wren")
    site.change(CASE, "name: Wren", "name: Wrenn")
    told = site.library("undo", "--yes")
    assert told.status == 1
    assert "has changed since" in told.text
    assert "name: Wrenn" in (site.root / CASE).read_text(encoding="utf-8")


def test_what_was_taken_back_is_made_again(site: Site) -> None:
    make(site, "archive", "wren")
    after = (site.root / CASE).read_bytes()
    take_back(site)
    assert site.library("undo", "--again", "--yes").status == 0
    assert (site.root / CASE).read_bytes() == after


def test_line_ends_of_windows_and_a_mark_at_the_start_stay(site: Site) -> None:
    path = site.root / "content" / "cases" / "plover" / "case.yml"
    path.write_bytes(b"\xef\xbb\xbf" + DRAFT.replace("\n", "\r\n").encode())
    make(site, "publish", "plover")
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# Plover")
    assert b"status: published   # until the family has read it\r\n" in data
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_change_that_was_interrupted_is_taken_back(site: Site) -> None:
    make(site, "archive", "wren")
    git(site, "reset", "--quiet")
    git(site, "checkout", "--", CASE)
    assert changed(site) == {LESSONS}, "as if the computer had stopped between the two files"
    take_back(site)


def test_if_one_file_cannot_be_written_none_is(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.system import source_files

    replace: Any = vars(source_files)["replace_file"]
    written: list[Path] = []

    def fail_at_the_second(temporary: Path, target: Path) -> None:
        written.append(target)
        if len(written) == 2:
            raise OSError(28, "No space left on device", str(target))
        replace(temporary, target)

    monkeypatch.setattr(source_files, "replace_file", fail_at_the_second)
    told = site.library("archive", "wren", "--today", TODAY, "--yes")
    assert told.status != 0
    assert "S013" in told.text
    assert len(written) > 2, "the first file was put back"
    assert changed(site) == set()


def publish_addresses(site: Site) -> None:
    told = site.library("publish-addresses", "--today", TODAY)
    assert told.status == 0, told.text


def redirects_of(site: Site) -> dict[str, str]:
    text = (site.root / REDIRECTS).read_text(encoding="utf-8")
    return dict(re.findall(r'old: "?([^\s",]+)"?,?\s+new: "?([^\s",}]+)', text))


def test_a_new_case_cannot_take_the_address_that_a_renamed_one_had(site: Site) -> None:
    make(site, "rename", "wren", "hope", "--name", "Hope")
    publish_addresses(site)
    site.write(CASE, DRAFT.replace("Plover", "Wren").replace("plover-sheet", "knocking-twice"))
    told = site.library("publish", "wren", "--today", TODAY, "--yes")
    assert told.status == 1
    assert '"reviews/wren/" is redirected, but a page or file exists at this address' in " ".join(told.text.split())
    assert "status: draft" in (site.root / CASE).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("record", "new"),
    [("wren", "hope"), ("briefing:wren-lessons", "wrenny"), ("notice:visit-ledger", "visit-book")],
)
def test_a_renamed_record_gets_its_old_name_back(site: Site, record: str, new: str) -> None:
    kind, _, old = record.rpartition(":")
    before = redirects_of(site)
    make(site, "rename", record, new)
    is_clean(site)
    publish_addresses(site)
    make(site, "rename", f"{kind}:{new}" if kind else new, old)
    is_clean(site)
    after = redirects_of(site)
    assert before.items() <= after.items()
    assert not [address for address in after if address not in before and new not in address]
    assert {address.replace(new, old) for address in after if address not in before} == {
        target for address, target in after.items() if address not in before
    }


def test_a_page_of_a_recommendation_moves_with_its_case(site: Site) -> None:
    assert "recommendations/wren/" in (site.root / "content/published-urls.yml").read_text(encoding="utf-8")
    make(site, "rename", "wren", "hope")
    moved = {old: new for old, new in redirects_of(site).items() if old.startswith("recommendations/")}
    assert moved
    assert all(new == old.replace("wren", "hope") for old, new in moved.items())
    is_clean(site)


def test_the_redirects_of_sheets_are_listed_as_they_will_be(site: Site) -> None:
    told = make(site, "rename", "briefing:wren-lessons", "wrenny")
    words = " ".join(told.text.split())
    listed = dict(re.findall(r"The address (\S+) leads to (\S+)", words))
    site.build("--without", "search")
    written = (site.output / "_redirects").read_text(encoding="utf-8")
    files = {old: new for old, new in listed.items() if old.endswith(".pdf")}
    assert files
    for old, new in files.items():
        assert re.search(rf"^/{old}\s+\S*/{new}\s", written, re.MULTILINE), (old, new)


def test_a_new_title_of_the_own_briefing_is_listed_too(site: Site) -> None:
    site.change(LESSONS, "title: ", "title: Wren # ")
    told = make(site, "rename", "wren", "hope", "--name", "Hope")
    assert re.search(r'"Wren" \([^)]+\) is called "Hope"', " ".join(told.text.split()))


def test_the_last_redirect_can_be_turned_round(site: Site) -> None:
    from datetime import date

    from generator.commands.events.moved_addresses import change_redirects

    text = "# Kept.\nredirects:\n  - {old: reviews/wren/, new: reviews/hope/, since: 2026-05-01}  # once\n"
    moves = {"reviews/hope/": "reviews/wren/"}
    changed = change_redirects(text, moves, {}, "https://tarnshire.example/", date(2026, 5, 2))
    assert changed is not None
    assert changed.startswith("# Kept.\nredirects: []")
    site.write(REDIRECTS, changed)
    site.build("--without", "sheets", "--without", "search")
    again = change_redirects(changed, {}, moves, "https://tarnshire.example/", date(2026, 5, 2))
    assert again is not None
    assert "reviews/hope/" in again


@pytest.mark.parametrize(
    "event", [("publish", "plover"), ("rename", "wren", "hope"), ("rename", "notice:visit-ledger", "book")]
)
def test_undo_never_loses_a_published_address(site: Site, event: tuple[str, ...]) -> None:
    make(site, *event)
    site.build("--without", "search")
    publish_addresses(site)
    before = changed(site)
    told = site.library("undo", "--yes", "--today", TODAY)
    assert told.status == 1
    words = " ".join(told.text.split())
    assert "was published and is gone" in words
    assert "library rename" in words
    assert changed(site) == before


def test_undo_goes_on_after_files_were_restored_by_git(site: Site) -> None:
    make(site, "archive", "briefing:cold-homes")
    make(site, "archive", "wren")
    site.change(CASE, "name: Wren", "name: Wrenn")
    git(site, "checkout", "HEAD", "--", CASE, LESSONS)
    told = site.library("undo", "--yes")
    assert told.status == 0, told.text
    assert "cold" in told.text.lower()
    assert changed(site) == set()
    told = site.library("undo", "--yes")
    assert told.status == 1
    assert "there is no change to take back" in told.text
    assert ".cache" not in told.text


def test_undo_goes_on_if_git_has_restored_an_older_state(site: Site) -> None:
    make(site, "archive", "wren", "--reason", "The year is over.")
    make(site, "rename", "wren", "--name", "Hope")
    git(site, "checkout", "HEAD", "--", ".")
    told = site.library("undo", "--yes")
    assert told.status == 1
    assert "there is no change to take back" in told.text


def test_the_same_file_is_no_correction(site: Site, tmp_path: Path) -> None:
    same = tmp_path / "new name.pdf"
    shutil.copy(site.root / "content" / "cases" / "wren" / "summary.pdf", same)
    told = site.library(
        "replace-document", "wren", str(same), "--document", "plain-summary", "--text", "A.", "--today", TODAY, "--yes"
    )
    assert told.status == 1
    assert "is the same file as summary.pdf" in " ".join(told.text.split())
    assert changed(site) == set()


def test_a_second_earlier_version_of_a_day_is_refused_in_plain_words(site: Site, tmp_path: Path) -> None:
    new = tmp_path / "corrected.pdf"
    arguments = ("replace-document", "wren", str(new), "--document", "plain-summary", "--text", "A.", "--keep-earlier")
    old = (site.root / "content" / "cases" / "wren" / "summary.pdf").read_bytes()
    new.write_bytes(old + b"\n% one\n")
    make(site, *arguments)
    before = changed(site)
    new.write_bytes(old + b"\n% two\n")
    told = site.library(*arguments, "--today", TODAY, "--yes")
    assert told.status == 1
    words = " ".join(told.text.split())
    assert "was kept today already, and a day can have only one" in words
    assert "leave --keep-earlier out" in words
    assert changed(site) == before


def test_nothing_is_archived_before_it_was_published(site: Site) -> None:
    told = site.library("archive", "wren", "--on", "2001-01-01", "--today", TODAY, "--yes")
    assert told.status == 1
    assert 'is before "Wren" was published' in " ".join(told.text.split())
    assert changed(site) == set()


def test_an_id_of_digits_stays_a_text(site: Site) -> None:
    make(site, "rename", "wren", "123")
    assert 'case: "123"' in lines(site, "+")
    is_clean(site)
    assert (site.output / "reviews" / "123" / "index.html").is_file()


def test_a_withdrawal_names_the_feed_of_recommendations(site: Site) -> None:
    told = make(site, "withdraw", "wren", "--reason", "The family asked for it.")
    assert "/recommendations/feed.xml" in told.text


def test_an_option_before_the_command_is_told_where_to_go(site: Site) -> None:
    told = site.run("generator", "--root", str(site.root), "build")
    assert told.status == 2
    assert "--root goes after the command: library build --root" in " ".join(told.text.split())

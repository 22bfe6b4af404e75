"""Whatever goes wrong, the preview goes on: it shows the last good pages and what is wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Final

import pytest

CASE = "content/cases/rowan/case.yml"
PAGE = "content/pages/about/contact.md"
SECONDS = 60.0

Serve = Callable[..., AbstractContextManager[Any]]

NO_INOTIFY = """
import watchfiles.main
def full(*_):
    raise {error}("Too many open files (os error 24)")
watchfiles.main.RustNotify = full
"""


def save(path: Path, more: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")


def test_the_last_good_pages_stay_however_often_a_page_is_saved_while_a_record_is_wrong(
    serve: Serve, small: Path
) -> None:
    with serve(small) as running:
        style = running.get("/assets/library.css").body
        running.change(CASE, "themes: [early-help]", "themes: [bogus]")
        running.wait_for(r"case\.yml: 1 error")
        for number in range(5):
            save(small / PAGE, f"\nLine {number}.\n")
            running.wait_for(r"contact\.md: 1 error")
            reply = running.get("/reviews/rowan/")
            assert reply.status == 200
            assert "was often hungry" in reply.body
            assert "error[V302]" in reply.body
            assert running.get("/assets/library.css").body == style
        running.change(CASE, "themes: [bogus]", "themes: [early-help]")
        running.wait_for(r"case\.yml: shown")
        assert "Line 4." in running.get("/about/contact/").body
        assert "Traceback" not in "".join(running.told)


def test_the_site_is_shown_after_its_cache_was_deleted(serve: Serve, small: Path) -> None:
    with serve(small) as running:
        style = running.get("/assets/library.css").body
        shutil.rmtree(small / ".cache")
        assert running.get("/reviews/rowan/").status == 200
        assert running.get("/assets/library.css").body == style
        save(small / PAGE, "\nAfter the cache was deleted.\n")
        running.wait_for(r"contact\.md: shown")
        assert "After the cache was deleted." in running.get("/about/contact/").body


def test_a_file_where_the_frames_of_mkdocs_belong_does_not_end_the_preview(serve: Serve, small: Path) -> None:
    with serve(small) as running:
        frames = small / ".cache" / "library" / "frames-mkdocs"
        shutil.rmtree(frames)
        frames.write_text("not a folder", encoding="utf-8")
        save(small / PAGE, "\nWith a file in the way.\n")
        running.wait_for(r"contact\.md: shown")
        assert running.get("/reviews/rowan/").status == 200
        assert frames.is_dir()
        save(small / PAGE, "\nWith nothing in the way.\n")
        running.wait_for(r"contact\.md: shown")
        assert "With nothing in the way." in running.get("/about/contact/").body


@pytest.mark.parametrize("broken", ["site_name: [", "\x00", "- a list\n"])
def test_a_broken_configuration_is_shown_until_it_is_repaired(serve: Serve, small: Path, broken: str) -> None:
    configuration = small / "mkdocs.yml"
    good = configuration.read_text(encoding="utf-8")
    configuration.write_text(broken, encoding="utf-8")
    with serve(small) as running:
        reply = running.get("/")
        assert reply.status == 503
        assert "mkdocs.yml" in reply.body
        for _ in range(2):
            configuration.write_text(good, encoding="utf-8")
            running.wait_for(r"mkdocs\.yml: shown")
            assert running.get("/reviews/rowan/").status == 200
            configuration.write_text(broken, encoding="utf-8")
            running.wait_for(r"mkdocs\.yml: 1 error")
            reply = running.get("/reviews/rowan/")
            assert reply.status == 200
            assert 'role="alert"' in reply.body
        configuration.unlink()
        running.wait_for(r"mkdocs\.yml: 1 error")
        assert "error[S001]" in running.get("/reviews/rowan/").body


def test_content_may_be_renamed_and_come_back(serve: Serve, small: Path) -> None:
    content, away = small / "content", small / "away"
    with serve(small) as running:
        for _ in range(2):
            content.rename(away)
            running.wait_for(r"content.*: \d+ errors")
            reply = running.get("/reviews/rowan/")
            assert reply.status == 200
            assert "was often hungry" in reply.body
            assert "content/partnership.yml is missing" in reply.body
            away.rename(content)
            running.wait_for(r"content.*: shown")
            assert 'role="alert"' not in running.get("/reviews/rowan/").body
        running.change(CASE, "was often hungry", "was very often hungry")
        running.wait_for(r"case\.yml: shown")


def test_another_folder_that_takes_the_place_of_content_is_followed(serve: Serve, small: Path) -> None:
    """As `git checkout` or a backup program does it: the folder has its name again before anybody looks."""
    with serve(small) as running:
        shutil.copytree(small / "content", small / "other")
        (small / "content").rename(small / "old")
        (small / "other").rename(small / "content")
        running.wait_for(r"content.*: shown")
        for number in range(3):
            save(small / PAGE, f"\nIn the new folder, {number}.\n")
            running.wait_for(r"contact\.md.*: shown")
            assert f"In the new folder, {number}." in running.get("/about/contact/").body


@pytest.mark.parametrize("error", ["RuntimeError", "OSError"])
def test_where_the_system_cannot_report_changes_the_preview_looks_for_them(
    serve: Serve, small: Path, error: str
) -> None:
    """Linux has a limit of inotify instances and one of watches; watchfiles raises another error for each."""
    with serve(small, prepared=NO_INOTIFY.format(error=error)) as running:
        said = "".join(running.told)
        assert "this computer cannot report changed files (Too many open files (os error 24))" in said
        assert "Traceback" not in said
        running.change(CASE, "was often hungry", "was very often hungry")
        running.wait_for(r"case\.yml: shown")
        assert "was very often hungry" in running.get("/reviews/rowan/").body


NO_NOTIFICATIONS: Final = """
import watchfiles.main
def used(*_):
    raise AssertionError("notifications are used")
watchfiles.main.RustNotify = used
"""
NETWORK_DRIVE: Final = """
import generator.serve.file_watcher
generator.serve.file_watcher.network_drive_of = lambda path: "nfs4"
"""


@pytest.mark.parametrize(
    ("options", "prepared", "said"),
    [(("--poll",), "", False), ((), NETWORK_DRIVE, True)],
    ids=["by the option", "on a network drive"],
)
def test_where_changes_of_others_are_not_reported_the_preview_looks_for_them(
    serve: Serve, small: Path, options: tuple[str, ...], prepared: str, said: bool
) -> None:
    with serve(small, *options, prepared=NO_NOTIFICATIONS + prepared) as running:
        assert ("what others change on a network drive (nfs4)" in "".join(running.told)) == said
        running.change(CASE, "was often hungry", "was very often hungry")
        running.wait_for(r"case\.yml: shown")
        assert "was very often hungry" in running.get("/reviews/rowan/").body

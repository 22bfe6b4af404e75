"""The forms stay as small and as quick after many views and saves as at the start. Nothing here is timed."""

from __future__ import annotations

import gc
import os
import threading
from pathlib import Path

import pytest

from generator.commands import record_edit
from generator.commands.build import validate_records
from generator.commands.options import BuildOptions, CommandResult
from tests.unit.form_server.conftest import CASE, Officer

VIEWS = int(os.environ.get("FORM_VIEWS", "40"))
SAVES = int(os.environ.get("FORM_SAVES", "10"))
"""Set to 1000 and 300 for the long run of issue 20."""

OBJECTS_PER_TEXT = 8
"""What the caches of the rules about words, which have a limit, keep of each new text."""

PAGES = ("/_edit/", "/_edit/case/heron", "/_edit/vocabulary/vocabulary", "/_edit/new", "/_edit/nothing")


def handles() -> int:
    """The number of open files and sockets of this process."""
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.exists() else 0


def objects() -> int:
    """The number of objects that are alive."""
    for _ in range(3):
        gc.collect()
    return len(gc.get_objects())


def wait_for_threads(most: int) -> None:
    for _ in range(600):
        if threading.active_count() <= most:
            return
        threading.Event().wait(0.1)
    raise AssertionError("threads of answered requests are still there")


def test_views_leave_no_object_no_handle_and_no_thread(officer: Officer) -> None:
    for page in PAGES * 3:
        officer.get(page)
    threads, before, open_files = threading.active_count(), objects(), handles()
    for number in range(VIEWS):
        officer.get(PAGES[number % len(PAGES)])
    wait_for_threads(threads)
    assert objects() - before < 60
    assert handles() <= open_files


def test_saves_leave_no_object_and_no_handle(officer: Officer) -> None:
    def save(number: int) -> None:
        reply = officer.post(officer.open("case/heron").set("summary", f"Heron, 15, was away {number} times."))
        assert "Saved." in reply.body

    for number in range(4):
        save(number)
    threads, before, open_files = threading.active_count(), objects(), handles()
    for number in range(4, 4 + SAVES):
        save(number)
    wait_for_threads(threads)
    grown = objects() - before
    assert handles() <= open_files
    assert f"away {3 + SAVES} times" in officer.read(CASE)
    assert grown < 200 + OBJECTS_PER_TEXT * SAVES, grown
    assert list(officer.server.session.drafts.drafts()) == []


def test_opening_a_form_reads_the_records_once_and_keeping_what_is_typed_does_not(
    officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = officer.open("case/heron")
    read: list[int] = []

    def counted(options: BuildOptions) -> CommandResult:
        read.append(1)
        return validate_records(options)

    monkeypatch.setattr(record_edit, "validate_records", counted)
    officer.get("/_edit/case/heron")
    assert len(read) == 1
    read.clear()
    officer.post(form.set("summary", "Half a sen"), "draft")
    assert read == []


def test_saving_reads_the_records_once_and_the_page_has_the_same_findings_as_when_it_is_opened(
    officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def counted(options: BuildOptions) -> CommandResult:
        read.append(1)
        return validate_records(options)

    other = officer.root / "content/cases/wren/case.yml"
    other.write_text(f"{other.read_text(encoding='utf-8')}no_such_field: 1\n", encoding="utf-8")
    for record, field in (("case/heron", "summary"), ("page/about/index", "body"), ("vocabulary/vocabulary", "")):
        form = officer.open(record)
        form = form.set(field, f"{form[field]} More.") if field else form
        with monkeypatch.context() as counting:
            counting.setattr(record_edit, "validate_records", counted)
            saved = officer.post(form)
        assert saved.text(".notice.good"), saved.text("#notice")
        assert len(read) == 1, record
        read.clear()
        again = officer.get(f"/_edit/{record}")
        assert saved.text(".finding") == again.text(".finding")
        assert saved.text(".others") == again.text(".others") != []

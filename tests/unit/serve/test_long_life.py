"""A preview that runs for days: after many saves it is as small as before, and it answers every request.

`SERVE_SAVES=1000` and `SERVE_CHECKOUTS=100` make the long run of issue 20. Nothing here is timed.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from http.client import HTTPException
from pathlib import Path
from threading import Event, Thread
from typing import Any, Final

import pytest

from tests.unit.serve.test_surviving import NO_INOTIFY

CASE: Final = "content/cases/rowan/case.yml"
PAGES: Final = ("/", "/reviews/rowan/", "/resources/", "/assets/library.css", "/nothing/")
CHECKOUTS: Final = int(os.environ.get("SERVE_CHECKOUTS", "1"))
FILES: Final = 100
"""How many files a checkout changes."""

SAVES: Final = int(os.environ.get("SERVE_SAVES", "12"))

MOST_GROWN_KB: Final = 16_000
"""The memory of a process varies by some megabytes."""

OBJECTS_PER_TEXT: Final = 12
KB_PER_TEXT: Final = 10
"""What the caches of texts, which have a limit, keep of each new text."""

COUNTS_OBJECTS: Final = """
import gc, signal
def count(*_):
    for _ in range(3):
        gc.collect()
    print("objects:", len(gc.get_objects()), flush=True)
signal.signal(signal.SIGUSR1, count)
"""
"""Lets the preview say how many objects are alive."""

Serve = Callable[..., AbstractContextManager[Any]]


class Size:
    """The size of a running preview."""

    def __init__(self, running: Any) -> None:
        number = running.process.pid
        running.process.send_signal(signal.SIGUSR1)
        self.objects = int(running.wait_for(r"objects: (\d+)")[1])
        self.handles = len(os.listdir(f"/proc/{number}/fd"))  # noqa: PTH208
        status = Path(f"/proc/{number}/status").read_text("utf-8")
        self.memory_kb, self.threads = (
            int(re.search(rf"{name}:\s+(\d+)", status)[1])  # type: ignore[index]
            for name in ("VmRSS", "Threads")
        )

    def __repr__(self) -> str:
        return f"{self.objects} objects, {self.handles} handles, {self.threads} threads, {self.memory_kb} KB"


class Reader:
    """Asks for pages all the time, one after the other."""

    def __init__(self, running: Any) -> None:
        self.running = running
        self.answered = 0
        self.dropped: list[str] = []
        self._is_done = Event()
        self._thread = Thread(target=self._read, daemon=True)

    def _read(self) -> None:
        while not self._is_done.is_set():
            page = PAGES[self.answered % len(PAGES)]
            try:
                reply = self.running.get(page)
            except (OSError, HTTPException) as error:
                self.dropped.append(f"{page}: {error!r}")
            else:
                if reply.status not in (200, 404) or not reply.body:
                    self.dropped.append(f"{page}: {reply.status}")
            self.answered += 1
            self._is_done.wait(0.02)

    def __enter__(self) -> Reader:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_done.set()
        self._thread.join()


@contextmanager
def reading(running: Any) -> Iterator[Reader]:
    """A reader looks at the preview, and every request gets an answer."""
    with Reader(running) as reader:
        yield reader
    assert reader.answered > 0
    assert reader.dropped == []


def assert_as_small(running: Any, before: Size, new_texts: int) -> None:
    """The preview is as small as `before`. The threads of the last requests may still be ending."""
    for _ in range(100):
        after = Size(running)
        if after.threads <= before.threads and after.handles <= before.handles:
            break
        Event().wait(0.1)
    print(f"before: {before}; after: {after}")
    assert after.handles <= before.handles, (before, after)
    assert after.threads <= before.threads, (before, after)
    assert after.objects - before.objects < 500 + OBJECTS_PER_TEXT * new_texts, (before, after)
    assert after.memory_kb - before.memory_kb < MOST_GROWN_KB + KB_PER_TEXT * new_texts, (before, after)


def save(running: Any, number: int) -> str:
    """Save a case with a new text, wait until it is shown, and return what the terminal said, without the seconds."""
    path = running.root / CASE
    text = re.sub(r"was (?:away \d+ times|often hungry)", f"was away {number} times", path.read_text("utf-8"))
    new = path.with_name(".case.yml.new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)
    said: str = running.wait_for(r"case\.yml.*: .*").string
    return re.sub(r"\d\d:\d\d:\d\d|[\d.]+ s\b", "", said)


@pytest.mark.parametrize("prepared", ["", NO_INOTIFY.format(error="OSError")], ids=["notifications", "polling"])
def test_the_last_save_is_handled_as_the_first_and_nothing_grows(serve: Serve, small: Path, prepared: str) -> None:
    with serve(small, prepared=COUNTS_OBJECTS + prepared) as running, reading(running):
        said = [save(running, number) for number in range(5)]
        before = Size(running)
        for number in range(5, 5 + SAVES):
            said.append(save(running, number))
            if number % 100 == 0:
                print(f"after {number} saves: {Size(running)}", flush=True)
        assert f"was away {4 + SAVES} times" in running.get("/reviews/rowan/").body
        assert said[-1] == said[1], "as many pages are made as at the first save"
        assert_as_small(running, before, SAVES)
        assert "Traceback" not in "".join(running.told)


def git(root: Path, *arguments: str) -> None:
    names = ("-c", "user.name=Invented", "-c", "user.email=invented@example.org")
    subprocess.run(["git", *names, *arguments], cwd=root, check=True, capture_output=True)


def test_checkouts_of_a_hundred_files_and_folders_that_come_and_go_leave_nothing(serve: Serve, small: Path) -> None:
    notices, away = small / "content/notices", small.parent / "away"
    text = "# Invented.\ntitle: Notice {number}\nkind: update\ndate: 2022-11-04\nsummary: Invented, {words}.\n"
    (small / ".gitignore").write_text("site/\n.cache/\n", encoding="utf-8")
    git(small, "init", "-b", "one")
    for branch in ("one", "two"):
        if branch == "two":
            git(small, "checkout", "-b", "two")
        for number in range(FILES):
            words = f"as it is on branch {branch}"
            (notices / f"notice-{number}.yml").write_text(text.format(number=number, words=words), encoding="utf-8")
        git(small, "add", ".")
        git(small, "commit", "-m", f"Invented: {branch}")

    def wait_until(words: str, status: int = 200) -> None:
        for _ in range(600):
            reply = running.get(f"/news/notice-{FILES - 1}/")
            if reply.status == status and words in reply.body:
                return
            Event().wait(0.1)
        pytest.fail(f"{words!r} was never shown: {''.join(running.told)[-1000:]}")

    def check_out(branch: str) -> None:
        git(small, "checkout", branch)
        wait_until(f"as it is on branch {branch}")

    def delete_and_restore() -> None:
        shutil.copytree(notices, away)
        shutil.rmtree(notices)
        wait_until("", status=404)
        away.rename(notices)
        wait_until("as it is on branch one")

    with serve(small, prepared=COUNTS_OBJECTS) as running, reading(running):
        for branch in ("one", "two", "one"):
            check_out(branch)
        delete_and_restore()
        before = Size(running)
        for _ in range(CHECKOUTS):
            check_out("two")
            check_out("one")
            delete_and_restore()
        assert_as_small(running, before, 0)
        assert "Traceback" not in "".join(running.told)

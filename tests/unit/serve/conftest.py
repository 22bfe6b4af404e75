"""`library serve` on a copy of the small sample site, as a process of its own, with the drafts that tests add."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

REPOSITORY = Path(__file__).parents[3]
CASE = "content/cases/rowan/case.yml"
PATIENCE_SECONDS = 300


@dataclass(frozen=True)
class Reply:
    """What the server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: str


class Serving:
    """A running `library serve`."""

    def __init__(self, root: Path, process: subprocess.Popen[str]) -> None:
        self.root = root
        self.process = process
        self.told: list[str] = []
        self._lines: Queue[str] = Queue()
        Thread(target=self._listen, daemon=True).start()
        found = self.wait_for(r"the site is at http://127\.0\.0\.1:(\d+)/\?key=(\S+)")
        self.port = int(found[1])
        self.key = found[2]
        self.cookie = f"library-{self.port}={self.key}"

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def wait_for(self, pattern: str) -> re.Match[str]:
        """The next line that the terminal shows and that matches."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                line = self._lines.get(timeout=max(0.01, deadline - time.monotonic()))
            except Empty:
                raise AssertionError(f"{pattern!r} was never told, but: {''.join(self.told)}") from None
            self.told.append(line)
            match = re.search(pattern, line)
            if match is not None:
                return match

    def get(self, path: str, host: str | None = None, method: str = "GET", cookie: str | None = None) -> Reply:
        """Asks for an address, with the cookie of the person or with another one."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        try:
            headers = {"Cookie": self.cookie if cookie is None else cookie, **({"Host": host} if host else {})}
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            return Reply(response.status, response.headers, response.read().decode())
        finally:
            connection.close()

    @contextmanager
    def events(self, path: str) -> Iterator[Callable[[float], str | None]]:
        """Listens as the page at an address does; gives a function that waits for the next event."""
        page = self.get(path).body
        address = re.search(r'data-events="([^"]+)"', page)
        assert address is not None
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        connection.request("GET", address[1].replace("&amp;", "&"), headers={"Cookie": self.cookie})
        response = connection.getresponse()
        assert response.headers["Content-Type"] == "text/event-stream"
        heard: Queue[str] = Queue()

        def listen() -> None:
            try:
                for line in response:
                    if line.startswith(b"data:"):
                        heard.put(line.decode().strip())
            except (OSError, ValueError, AttributeError, http.client.HTTPException):
                pass

        listener = Thread(target=listen, daemon=True)
        listener.start()

        def next_event(seconds: float) -> str | None:
            try:
                return heard.get(timeout=seconds)
            except Empty:
                return None

        try:
            yield next_event
        finally:
            if connection.sock is not None:
                connection.sock.close()
            connection.close()

    def token(self, path: str) -> str:
        """What the page at an address sends to ask for events: it changes when the page does."""
        address = re.search(r'data-events="([^"]+)"', self.get(path).body)
        assert address is not None
        return address[1]

    def change(self, name: str, old: str, new: str) -> None:
        """Saves a file with a text replaced, as most editors do: a new file is put in its place."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        beside = path.with_name(f".{path.name}.new")
        beside.write_text(text.replace(old, new), encoding="utf-8")
        beside.replace(path)


def lay_small(root: Path) -> Path:
    """The small sample site with an invented event, and with the repository's overrides."""
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", root)
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    event = "title: A day of talks\nkind: update\ndate: 2022-11-04\nsummary: Invented.\nstarts: 2026-06-09\n"
    (root / "content" / "notices" / "day-of-talks.yml").write_text(event, encoding="utf-8")
    return root


@contextmanager
def serving(root: Path, *options: str, prepared: str = "") -> Iterator[Serving]:
    """Starts the command and ends it. `prepared` is Python code that its process runs first."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(REPOSITORY),
        "PYTHONUNBUFFERED": "1",
        "XDG_STATE_HOME": str(root.parent / "state"),
    }
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"{prepared}\nfrom generator.cli import run\nrun()",
            "serve",
            "--root",
            str(root),
            "--port",
            "0",
            "--today",
            "2026-05-01",
            *options,
        ],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield Serving(root, process)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert process.stdout is not None
        process.stdout.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """One running preview for a module; each test leaves the site as it was."""
    with serving(lay_small(tmp_path_factory.mktemp("served") / "small")) as running:
        yield running


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site of the test's own."""
    return lay_small(tmp_path / "small")


@pytest.fixture
def serve() -> Callable[..., object]:
    """Starts a preview of the test's own: `with serve(root, "--no-drafts") as running`."""
    return serving

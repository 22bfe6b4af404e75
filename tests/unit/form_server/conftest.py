"""The forms of `library edit` on a copy of the full sample site, as a browser without scripts uses them."""

from __future__ import annotations

import http.client
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.commands.options import BuildOptions
from generator.form_server import EditServer
from generator.form_server.editing_session import EditingSession
from generator.serve import CurrentBuild

SAMPLE = Path(__file__).parents[3] / "tests" / "sites" / "valid" / "full"
TODAY = date(2026, 5, 1)
BOUNDARY = "----form-of-a-test"
CASE = "content/cases/heron/case.yml"


@dataclass
class Reply:
    """What the server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: str

    @property
    def page(self) -> LexborHTMLParser:
        """The page, parsed."""
        return LexborHTMLParser(self.body)

    def text(self, selector: str) -> list[str]:
        """The texts of all elements that a selector finds, on one line each."""
        return [" ".join(node.text().split()) for node in self.page.css(selector)]


@dataclass
class Form:
    """The fields of a form as a browser would post them."""

    action: str
    fields: list[tuple[str, str]]
    files: list[tuple[str, str, bytes]] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return next(value for given, value in self.fields if given == name)

    def set(self, name: str, *values: str) -> Form:
        """Type another value, or tick other boxes."""
        places = [number for number, (given, _) in enumerate(self.fields) if given == name]
        self.fields = [each for each in self.fields if each[0] != name]
        at = places[0] if places else len(self.fields)
        self.fields[at:at] = [(name, value) for value in values]
        return self

    def body(self, step: str) -> bytes:
        """The posted bytes, with the button that was pressed."""
        parts = []
        for name, value in (*self.fields, ("do", step)):
            text = value.replace("\n", "\r\n")
            parts.append(f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n'.encode())
        for name, file, data in self.files:
            head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\n'
            parts.append(f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + data + b"\r\n")
        return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


class Officer:
    """Someone with a browser, and the site on their machine."""

    def __init__(self, root: Path, server: EditServer) -> None:
        self.root = root
        self.server = server
        self.cookie = f"{server.cookie.name}={server.key}"
        self.origin = f"http://127.0.0.1:{server.port}"

    def get(self, path: str, **headers: str) -> Reply:
        """Ask for an address."""
        return self.ask("GET", path, b"", {"Cookie": self.cookie, **headers})

    def ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Reply:
        """Send a request exactly as given."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=120)
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return Reply(response.status, response.headers, response.read().decode())
        finally:
            connection.close()

    def open(self, record: str) -> Form:
        """Open the form of a record: `case/heron`."""
        return form_in(self.get(f"/_edit/{record}"))

    def press(self, form: Form, step: str = "save", **headers: str) -> Reply:
        """Press a button, and do not follow the redirect."""
        given = {
            "Cookie": self.cookie,
            "Origin": self.origin,
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
            **headers,
        }
        return self.ask("POST", form.action, form.body(step), {name: each for name, each in given.items() if each})

    def location_after(self, form: Form, step: str = "save") -> str:
        """Press a button, and return the address that the browser is sent to."""
        reply = self.press(form, step)
        assert reply.status == 303, reply.body
        return str(reply.headers["Location"])

    def post(self, form: Form, step: str = "save", **headers: str) -> Reply:
        """Press a button, and follow the redirect."""
        reply = self.press(form, step, **headers)
        if reply.status != 303:
            return reply
        shown = self.get(reply.headers["Location"])
        for _ in range(1200):
            if shown.page.css_first("[data-working]") is None:
                break
            time.sleep(0.1)
            shown = self.get(urlsplit(reply.headers["Location"]).path)
        return shown

    def read(self, file: str) -> str:
        """The text of a file of the site."""
        return (self.root / file).read_text(encoding="utf-8")


def form_in(reply: Reply) -> Form:
    """The form of a page, with what a browser would post."""
    node = reply.page.css_first("#form") or reply.page.css_first("form[method=post]")
    assert node is not None, reply.body[:2000]
    return Form(node.attributes["action"] or "", list(_fields(reply.page)))


def _fields(page: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for node in page.css("input, textarea, select"):
        name, kind = node.attributes.get("name"), node.attributes.get("type")
        if not name or kind == "file" or (kind in ("checkbox", "radio") and "checked" not in node.attributes):
            continue
        yield name, _value(node)


def _value(node: LexborNode) -> str:
    if node.tag == "textarea":
        return (node.text() or "").removeprefix("\n")
    if node.tag == "select":
        chosen = [option for option in node.css("option") if "selected" in option.attributes] or node.css("option")[:1]
        return chosen[0].attributes.get("value") or ""
    return node.attributes.get("value") or ""


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the user for what must not be lost."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def start(state: Path, tmp_path: Path) -> Iterator[Callable[[], Officer]]:
    """Start the forms on a copy of the sample site; each call is a new start of the program."""
    root = tmp_path / "site"
    shutil.copytree(SAMPLE, root)
    running = []

    def begin() -> Officer:
        server = EditServer(0, CurrentBuild(), EditingSession(BuildOptions(root, TODAY, drafts=True), TODAY))
        running.append(server.running())
        running[-1].__enter__()
        return Officer(root, server)

    yield begin
    for each in running:
        each.__exit__(None, None, None)


@pytest.fixture
def officer(start: Callable[[], Officer]) -> Officer:
    """Someone who has opened the forms."""
    return start()

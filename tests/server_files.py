"""Reads `_headers`, `.htaccess` and `nginx-headers.conf` as their servers do, and serves a site by them on loopback.

Neither Apache nor nginx is on the machines of the tests, so their files are read line by line: a line that is not known
here fails. What is known here was tried on Apache 2.4.71 and nginx 1.22.1 themselves, which answered the same.
"""

from __future__ import annotations

import gzip
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

Headers = dict[str, str]

LONGEST_LINE: Final = 2_000
MOST_RULES: Final = 100
"""Limits of Cloudflare Pages."""

_GUESSED: Final = {
    ".css": "text/css",
    ".csv": "application/octet-stream",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webp": "image/webp",
    ".xml": "text/xml",
}
"""What a server knows of types by itself."""

_HEADER: Final = r"([A-Z][A-Za-z-]+)"


@dataclass
class Told:
    """What a server was told to say."""

    rules: list[tuple[Callable[[str], bool], Headers]] = field(default_factory=list)
    """Each with the paths that it is for."""

    joins: bool = False
    """True where two values for one header are joined, False where the later one stands."""

    error_page: str | None = None
    """None where the server knows by itself which page to show."""

    def headers(self, path: str) -> Headers:
        """What goes with the file at a path."""
        found: Headers = {}
        for is_for, headers in self.rules:
            for name, value in headers.items() if is_for(path) else ():
                found[name] = f"{found[name]}, {value}" if self.joins and name in found else value
        return found


def read_pages_hosts(text: str) -> Told:
    """`_headers` as Netlify and Cloudflare Pages document it: a path, then indented headers; `*` at its end."""
    told = Told(joins=True)
    for line in text.splitlines():
        assert len(line) <= LONGEST_LINE, line
        if not line or line.startswith("#"):
            continue
        header = re.fullmatch(rf"  {_HEADER}: (\S.*)", line)
        path = re.fullmatch(r"(/[^\s*:]*)(\*?)", line)
        assert header or path, f"not a line of _headers: {line!r}"
        if path:
            start, star = path.groups()
            told.rules.append((_begins(start) if star else _equals(start), {}))
        elif header:
            assert header[1] not in told.rules[-1][1], line
            told.rules[-1][1][header[1]] = header[2]
    assert 0 < len(told.rules) <= MOST_RULES
    return told


def read_apache(text: str) -> Told:
    """`.htaccess` with mod_headers and mod_mime. Sections of files stand after the rest and win, as in Apache."""
    told = Told()
    here: list[Callable[[str], bool]] = [lambda path: True]
    for line in map(str.strip, text.splitlines()):
        if not line or line.startswith("#"):
            continue
        match line.split(" ", 1)[0]:
            case "ErrorDocument":
                told.error_page = _match(r"ErrorDocument 404 (/\S*)", line)[1]
            case "Header":
                known = _match(rf'Header always set {_HEADER} "([^"%\\]+)"', line)
                told.rules.append((here[-1], {known[1]: known[2]}))
            case "<FilesMatch":
                here.append(_named(re.compile(_match(r'<FilesMatch "([^"]+)">', line)[1]).search))
            case "<Files":
                here.append(_named(_equals(_match(r'<Files "([\w.]+)">', line)[1])))
            case "</FilesMatch>" | "</Files>" | "</IfModule>":
                here.pop()
            case "<IfModule":
                _match(r"<IfModule mod_deflate\.c>", line)
                here.append(here[-1])
            case "AddType":
                known = _match(r"AddType ([a-z]+/[a-z]+) (\.[a-z]+)", line)
                told.rules.append((_ends(known[2]), {"Content-Type": known[1]}))
            case "ForceType":
                told.rules.append((here[-1], {"Content-Type": _match(r'ForceType "([^"]+)"', line)[1]}))
            case _:
                _match(
                    r"AddDefaultCharset utf-8|AddCharset utf-8( \.[a-z]+)+|AddOutputFilterByType DEFLATE( [\w/+]+)+",
                    line,
                )
    assert len(here) == 1
    return told


def read_nginx(text: str) -> Told:
    """`nginx-headers.conf` as part of a server block. A header with a variable is worked out for each path."""
    told = Told()
    variables: list[tuple[Callable[[str], bool], str, str]] = []
    later: list[tuple[str, str]] = []
    here: list[Callable[[str], bool]] = [lambda path: True]
    for line in map(str.strip, text.splitlines()):
        if not line or line.startswith("#"):
            continue
        match line.split(" ", 1)[0]:
            case "error_page":
                told.error_page = _match(r"error_page 404 (/\S*);", line)[1]
            case "add_header":
                known = _match(rf'add_header {_HEADER} (?:"([^"$\\]+)"|(\$[a-z_]+)) always;', line)
                assert len(here) == 1, "a location with a header of its own inherits none"
                if known[3]:
                    later.append((known[1], known[3]))
                else:
                    told.rules.append((here[-1], {known[1]: known[2]}))
            case "set":
                known = _match(r'set (\$[a-z_]+) "([^"$\\]+)";', line)
                variables.append((here[-1], known[1], known[2]))
            case "if":
                here.append(_matches(re.compile(_match(r'if \(\$uri ~ "([^"]+)"\) \{', line)[1])))
            case "location":
                here.append(_equals(_match(r"location = (/\S+) \{", line)[1]))
            case "default_type":
                told.rules.append((here[-1], {"Content-Type": _match(r"default_type (\S+);", line)[1]}))
            case "}":
                here.pop()
            case _:
                _match(r"types \{ \}|charset utf-8;|charset_types( [\w/+]+)+;", line)
    assert len(here) == 1
    for name, variable in later:
        told.rules += [(is_for, {name: value}) for is_for, each, value in variables if each == variable]
    return told


READERS: Final[dict[str, Callable[[str], Told]]] = {
    "_headers": read_pages_hosts,
    ".htaccess": read_apache,
    "nginx-headers.conf": read_nginx,
}


def read(site: Path, name: str) -> Told:
    """What one of a site's files tells its server."""
    return READERS[name]((site / name).read_text(encoding="utf-8"))


@contextmanager
def served(site: Path, told: Told, root: str = "/", more_policy: str = "", compresses: bool = True) -> Iterator[str]:
    """Serves a site below a path of a loopback port, by what its server is told; gives its address.

    `more_policy` is added to the Content-Security-Policy.
    """

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            name = path.removeprefix(root) if path.startswith(root) else "\0"
            file = site / (f"{name}index.html" if name == "" or name.endswith("/") else name)
            status = 200 if "\0" not in name and file.is_file() else 404
            if status == 404:
                path = told.error_page or f"{root}404.html"
                file = site / path.removeprefix(root)
            self._send(status, file, told.headers(path))

        def _send(self, status: int, file: Path, headers: Headers) -> None:
            data = file.read_bytes()
            headers = {"Content-Type": _GUESSED.get(file.suffix, "application/octet-stream"), **headers}
            if (
                headers["Content-Type"].startswith(("text/", "application/j"))
                and "charset" not in headers["Content-Type"]
            ):
                headers["Content-Type"] += "; charset=utf-8"
            if compresses and file.suffix in (".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml"):
                data = gzip.compress(data, 6)
                headers["Content-Encoding"] = "gzip"
            if more_policy:
                headers["Content-Security-Policy"] += more_policy
            self.send_response(status)
            for each, value in {**headers, "Content-Length": str(len(data))}.items():
                self.send_header(each, value)
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{root}"
        server.shutdown()


def _match(pattern: str, line: str) -> re.Match[str]:
    found = re.fullmatch(pattern, line)
    assert found, f"a line that is not known: {line!r}"
    return found


def _begins(start: str) -> Callable[[str], bool]:
    return lambda path: path.startswith(start)


def _ends(end: str) -> Callable[[str], bool]:
    return lambda path: path.endswith(end)


def _equals(whole: str) -> Callable[[str], bool]:
    return lambda path: path == whole


def _matches(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda path: pattern.search(path) is not None


def _named(is_for: Callable[[str], object]) -> Callable[[str], bool]:
    """For the name of a file alone."""
    return lambda path: bool(is_for(path.rpartition("/")[2]))

"""Reads `_redirects`, `nginx-redirects.conf` and `apache-redirects.conf` as their servers do.

A line that is not known here fails. What is known here was tried on Apache 2.4.71 and nginx 1.22.1 themselves, which
answered the same, for encoded addresses, long ones and two hosts.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_LINE: Final = 1_000
"""Limit of Cloudflare Pages for one redirect."""

BUCKET: Final = 64
"""Bytes of a bucket of nginx's maps, unless its settings say otherwise."""

Where = Callable[..., str | None]
"""Where a host's path leads, decoded, in small letters the host; None where it is led nowhere. What follows the `?` may
be a third argument."""

HERE: Final = "reviews.example"
"""Any host that no file names."""


def read_pages_hosts(text: str) -> Where:
    """Three words a line; no star and no placeholder, which would lead on more than was said. They know one host."""
    known: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        assert len(line) <= LONGEST_LINE
        match = re.fullmatch(r"(/[^\s*:#?]*) ((?:/|https?://)\S*) 301", line)
        assert match, f"not a line of _redirects: {line!r}"
        known.setdefault(unquote(match[1]), match[2])
    return lambda host, path: known.get(path)


def read_nginx(text: str) -> Where:
    """Maps from `$uri`, which is decoded, and one from `$host`, which is in small letters."""
    maps: dict[str, dict[str, str]] = {}
    patterns: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    name = ""
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        if begun := re.fullmatch(r"map \$(uri|host) (\$\w+) \{(?: # [\w.-]+)?", line):
            assert (begun[2] == "$library_moved") == (begun[1] == "host")
            assert name == ""
            name = begun[2]
            maps[name], patterns[name] = {}, []
        elif line == "}":
            assert name
            name = ""
        else:
            known = re.fullmatch(
                r'  ("(?P<old>[^"\\]+)"|"~(?P<pattern>[^"]+)"|default) ("(?P<new>[^"$\\]*)"|(?P<map>\$\w+));', line
            )
            assert known, f"not a line of a map: {line!r}"
            new = known["map"] or known["new"]
            assert bool(known["map"]) == (name == "$library_moved"), line
            if known["pattern"]:
                patterns[name].append((re.compile(known["pattern"]), new))
            else:
                old = known["old"] or ""
                assert old not in maps[name], f"nginx refuses a parameter that is there twice: {line!r}"
                assert 8 + -(-(len(old.encode()) + 2) // 8) * 8 + 8 <= BUCKET, f"too long for a bucket: {line!r}"
                maps[name][old] = new
    assert name == ""

    def where(host: str, path: str) -> str | None:
        chosen = maps["$library_moved"].get(host, maps["$library_moved"][""])
        by_pattern = (new for pattern, new in patterns[chosen] if pattern.search(path))
        return maps[chosen].get(path) or next(by_pattern, None) or maps[chosen][""] or None

    return where


def read_apache(text: str) -> Where:
    """Rules of mod_rewrite in a VirtualHost: patterns on the decoded path, some for one host, some for one query."""
    rules: list[tuple[re.Pattern[str] | None, re.Pattern[str] | None, re.Pattern[str], str]] = []
    condition: re.Pattern[str] | None = None
    wanted: re.Pattern[str] | None = None
    for line in text.splitlines():
        if not line or line.startswith("#") or line == "RewriteEngine On":
            continue
        if query := re.fullmatch(r'RewriteCond "%\{QUERY_STRING\}" "(\^[^"]+\$)"', line):
            assert wanted is None
            wanted = re.compile(query[1])
            continue
        if host := re.fullmatch(r'RewriteCond "%\{HTTP_HOST\}" "([^"]+)" \[NC\]', line):
            assert condition is None
            condition = re.compile(host[1], re.IGNORECASE)
            continue
        rule = re.fullmatch(r'RewriteRule "(\^[^"]+\$)" "((?:[^"$%\\]|\\%)+)" \[R=301,L,NE,QSD\]', line)
        assert rule, f"not a line for mod_rewrite: {line!r}"
        rules.append((condition, wanted, re.compile(rule[1]), rule[2].replace(r"\%", "%")))
        condition = wanted = None
    assert condition is None
    assert wanted is None

    def where(host: str, path: str, query: str = "") -> str | None:
        mine = [each[1:] for each in rules if each[0] is None or each[0].search(host)]
        return next(
            (new for asked, pattern, new in mine if (asked is None or asked.search(query)) and pattern.search(path)),
            None,
        )

    return where


READERS: Final[dict[str, Callable[[str], Where]]] = {
    "_redirects": read_pages_hosts,
    "nginx-redirects.conf": read_nginx,
    "apache-redirects.conf": read_apache,
}


def read(site: Path, name: str) -> Where:
    """What one of a site's files tells its server."""
    return READERS[name]((site / name).read_text(encoding="utf-8"))

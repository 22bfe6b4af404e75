"""Checks redirects for errors that do not depend on the rest of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from generator.diagnostics import Diagnostic, Location, RelatedLocation, rule
from generator.model import Located, Records, Redirects, site_address, split_address

_HOST: Final = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*", re.IGNORECASE)
_HOST_AND_PORT: Final = re.compile(rf"{_HOST.pattern}(?::[0-9]+)?", re.IGNORECASE)
_LONGEST_NAME: Final = 200
"""Bytes of one name between two slashes: the limit of file systems, with room for a suffix."""

_QUERY: Final = re.compile(r"""[^\s"\\<>|^`{}\x00-\x1f]+""")
_WRITE_PLAIN: Final = "copy the address from the browser's address bar, from the first / after the host's name"


def check_redirects(records: Records, site_url: str) -> Iterator[Diagnostic]:
    """Yield A505 for each loop, once, at its first entry, and A506 for each entry that leads to another one.

    Also yields A509 for a duplicate address, and A510 for one that cannot be redirected; such an entry gets
    no A505, A506 or A509.
    """
    located = records.redirects
    if located is None:
        return
    entries = located.record.redirects
    errors = {n: error for n, entry in enumerate(entries) if (error := _error(entry.old, entry.new, site_url))}
    olds = {redirect_key(entry.old, site_url) for n, entry in enumerate(entries) if n not in errors}
    for n, (field, message, hint) in errors.items():
        yield rule("A510").diagnostic(message, located.raw.location_of("redirects", n, field), hint)
    steps: dict[str, _Redirect] = {}
    for n, entry in enumerate(located.record.redirects):
        if n in errors:
            continue
        new = redirect_key(entry.new, site_url)
        new = new if new in olds else comparison_key(entry.new, site_url)
        step = _Redirect(n, entry.new, redirect_key(entry.old, site_url), new)
        first = steps.setdefault(step.old.lower(), step)
        if first is not step:
            there = RelatedLocation("the other is here", _at(located, first, "old"))
            message, hint = f'"{entry.old}" is redirected twice', "delete one of the two"
            yield rule("A509").diagnostic(message, _at(located, step, "old"), hint, (there,))
    yield from _follow_chains(located, {step.old: step for step in steps.values()})


def comparison_key(address: str, site_url: str) -> str:
    """Return one key for all forms of an address.

    On this site it is the path from the root, elsewhere the URL without scheme.
    """
    here = site_address(address, site_url)
    if here is not None:
        return here
    parts = urlsplit(address)
    return f"//{parts.netloc.lower()}{unquote(parts.path) or '/'}"


def problem_of_redirect(old: str, new: str, site_url: str) -> str:
    """Return why servers cannot redirect an address, as the end of a sentence; empty if they can."""
    error = _error(old, new, site_url)
    return error[1] if error is not None else ""


def redirect_key(address: str, site_url: str) -> str:
    """Return the key of an old address: on another site, its query is a part of it."""
    key = comparison_key(address, site_url)
    parts = split_address(address)
    return f"{key}?{parts.query}" if key.startswith("//") and parts is not None and parts.query else key


@dataclass(frozen=True, slots=True)
class _Redirect:
    number: int
    """Index in the list, 0-based."""

    written: str
    """The new address, as it is written."""

    old: str
    new: str


def _follow_chains(located: Located[Redirects], steps: Mapping[str, _Redirect]) -> Iterator[Diagnostic]:
    in_a_loop: set[str] = set()
    for start in steps.values():
        chain = [start]
        seen = {start.old}
        while chain[-1].new in steps and chain[-1].new not in seen:
            chain.append(steps[chain[-1].new])
            seen.add(chain[-1].old)
        if chain[-1].new not in steps:
            if len(chain) > 1:
                hint = f'write "new: {chain[-1].written}"'
                message = f'"{start.written}" is an address that redirects again'
                there = RelatedLocation("it is redirected here", _at(located, chain[1], "old"))
                yield rule("A506").diagnostic(message, _at(located, start, "new"), hint, (there,))
        elif chain[-1].new == start.old and start.old not in in_a_loop:
            in_a_loop |= seen
            names = " to ".join(f'"{step.old}"' for step in [*chain, start])
            others = tuple(RelatedLocation("and on from here", _at(located, step, "new")) for step in chain[1:])
            hint = "let one of them lead to an address that exists, and delete the others"
            yield rule("A505").diagnostic(
                f"these redirects form a loop: {names}", _at(located, start, "new"), hint, others
            )


def _at(located: Located[Redirects], step: _Redirect, field: str) -> Location:
    return located.raw.location_of("redirects", step.number, field)


def _error(old: str, new: str, site_url: str) -> tuple[str, str, str] | None:
    """Return the field, the error and a hint; None if the entry can be used in server configuration."""
    reason = _host_problem(old, _HOST)
    if reason is None and "#" in old:
        return "old", f'"{old}" has a # in it', "delete everything from there on: browsers do not send it to a server"
    if reason is None and "?" in old:
        on_another_site = old.startswith(("http://", "https://")) and site_address(old, site_url) is None
        if not on_another_site or not urlsplit(old).query:
            hint = "delete everything from there on: on this site, servers only use the path"
            return "old", f'"{old}" has a ? in it', hint
        if not _QUERY.fullmatch(urlsplit(old).query):
            return "old", f'"{old}" has a character that server files cannot contain', _WRITE_PLAIN
    reason = reason or _path_problem(old)
    if reason is not None:
        return "old", f'"{old}" {reason}', _WRITE_PLAIN
    reason = _host_problem(new, _HOST_AND_PORT)
    return ("new", f'"{new}" {reason}', _WRITE_PLAIN) if reason is not None else None


def _host_problem(address: str, pattern: re.Pattern[str]) -> str | None:
    if not address.startswith(("http://", "https://")):
        return None
    parts = split_address(address)
    return "has no host that servers know" if parts is None or not pattern.fullmatch(parts.netloc) else None


def _path_problem(old: str) -> str | None:
    """Return why no page and no server file can be made for an old address."""
    in_full = old.startswith(("http://", "https://"))
    path = unquote(urlsplit(old).path.lstrip("/") if in_full else old)
    names = path.removesuffix("/").split("/")
    if "\ufffd" in path or not path.isprintable() or re.search(r'["\\*:<>|]', path):
        return "has a character that server files cannot contain"
    if not in_full and any(name in ("", ".", "..") for name in names):
        return "has an empty name or only dots between two slashes"
    if any(len(name.encode()) > _LONGEST_NAME for name in names):
        return f"has a name of more than {_LONGEST_NAME} characters between two slashes"
    folders = path.split("/")[:-1]
    if not in_full and any(folder.endswith(".html") for folder in folders):
        return "takes a page for a folder"
    return None

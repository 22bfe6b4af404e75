"""`library check --external` of a built site, with a real server: faults are reported where an editor fixes them."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from generator.link_checker.external.link_status import LinkResult, LinkStatus
from generator.link_checker.external.result_cache import CachedResult, write_results
from tests import pdfs
from tests.conftest import REPOSITORY, Site
from tests.unit.link_checker.external.server import Server, serving

NOTICE: Final = """# An invented notice.
title: A guide for practitioners
kind: update
date: 2023-05-04
summary: Our neighbours have written a guide.
body: |
  The old one is [kept here](SERVER/gone-410#part-2), and the new one
  [with its neighbours](SERVER/good).
links:
  - {label: Missing, url: "SERVER/missing-404"}
  - {label: Moved, url: "SERVER/moved-301"}
  - {label: Moved for a while, url: "SERVER/while-307"}
  - {label: Home, url: "SERVER/home-301"}
  - {label: A form, url: "SERVER/html.pdf"}
  - {label: Closed, url: "SERVER/closed"}
  - {label: For members, url: "SERVER/forbidden-403"}
  - {label: For members too, url: "SERVER/unauthorised-401"}
  - {label: Excused, url: "SERVER/to-login"}
  - {label: No robots, url: "SERVER/private-to-robots/page"}
"""
CASE: Final = """# An invented case.
name: Hazel
type: cspr
published: 2023
sources: [invented]
documents:
  - {kind: statement, availability: on-request}
  - {kind: report, file: report.pdf}
"""
EXCEPTIONS: Final = """# Invented.
exceptions:
  - {address: "SERVER/to-login", reason: It wants a password., checked: 2026-03, until: 2026-12}
  - {address: "SERVER/unauthorised-401", reason: It wants a password., checked: 2026-03, until: 2026-09}
  - {address: "SERVER/good", reason: It is slow., checked: 2026-03, until: 2026-12}
  - {address: "SERVER/nobody-shows-this", reason: It is slow., checked: 2026-03, until: 2026-12}
"""
GUIDE: Final = "content/notices/guide.yml"
REPORT: Final = "content/cases/hazel/case.yml"
LISTED: Final = "content/link-exceptions.yml"
CONTACT: Final = "content/pages/about/contact.md"
OUTSIDE: Final = ("https://www.bbc.co.uk/weather", "https://www.example.org/help")
"""What the site shows beside: no test asks anybody but the server."""

PLANTED: Final[dict[str, tuple[str, str, str, str, str]]] = {
    "/gone-410": ("warning", "L811", "", GUIDE, "7:30"),
    "/missing-404": ("warning", "L811", "", GUIDE, "10:28"),
    "/moved-301": ("warning", "L812", "", GUIDE, "11:26"),
    "/home-301": ("warning", "L813", "", GUIDE, "13:25"),
    "/html.pdf": ("warning", "L817", "", GUIDE, "14:27"),
    "/closed": ("warning", "L816", "", GUIDE, "15:27"),
    "/forbidden-403": ("note", "L815", "", GUIDE, "16:32"),
    "/private-to-robots/page": ("note", "L819", "", GUIDE, "19:30"),
    "/soft-404": ("warning", "L813", "", CONTACT, "16:18"),
    # Not "/error-500": a link to this machine is not in the clean copy of the PDF. An address in its text is.
    "/missing-in-text": ("warning", "L811", "page 2 of the PDF links to ", REPORT, "8:26"),
    "/unauthorised-401": ("warning", "L820", "the look by hand at ", LISTED, "4"),
    "/good": ("note", "L821", "", LISTED, "5:15"),
    "/nobody-shows-this": ("note", "L821", "", LISTED, "6:15"),
}
"""By path: severity, code, how the message begins before the address, file, line and column."""


@dataclass(frozen=True)
class Linked:
    """A built site whose links lead to the server."""

    site: Site
    server: Server
    memory: Path

    def check(self, *more: str, today: str = "2026-11-01", status: int = 1) -> list[Any]:
        """Checks, and gives the findings about other sites as data."""
        told = self.site.library(
            "check",
            *("--external", "--memory", str(self.memory), "--pause", "0.01", "--patience", "60", "--fresh-days", "400"),
            *("--today", today, "--format", "json", *more),
        )
        assert told.status == status, told.text
        found = json.loads(told.text[told.text.index("{") :])["diagnostics"]
        return [each for each in found if "L811" <= each["code"] <= "L829"]

    def remembered(self) -> Any:
        """What the memory holds, by path."""
        stored = json.loads(self.memory.read_bytes())["addresses"]
        return {address.removeprefix(self.server.url): each for address, each in stored.items()}


@pytest.fixture(scope="module")
def built_here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Server]]:
    root = tmp_path_factory.mktemp("external") / "site"
    shutil.copytree(REPOSITORY / "tests/sites/valid/small", root)
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    (root / "content/notices/new-tool.yml").unlink()
    site = Site(root)
    with serving() as server:
        for name, text in ((GUIDE, NOTICE), (REPORT, CASE), (LISTED, EXCEPTIONS)):
            site.write(name, text.replace("SERVER", server.url))
        page = root / CONTACT
        page.write_text(f"{page.read_text(encoding='utf-8')}\n\n[Our neighbours]({server.url}/soft-404)\n")
        link = f'#link("{server.url}/error-500")[Training]. Or look at {server.url}/missing-in-text for more.'
        (root / "content/cases/hazel/report.pdf").write_bytes(pdfs.good(last=link))
        site.build("--without", "search", "--without", "sheets", "--today", "2026-11-01")
        yield site, server


@pytest.fixture(scope="module")
def first(built_here: tuple[Site, Server], tmp_path_factory: pytest.TempPathFactory) -> tuple[Linked, list[Any]]:
    """The first asking of all, on 1 November 2026, and what it found. Tests only look at it."""
    linked = Linked(*built_here, tmp_path_factory.mktemp("first") / "links.json")
    remember_outside(linked.memory)
    return linked, linked.check("--allow-private")


@pytest.fixture
def linked(built_here: tuple[Site, Server], tmp_path: Path) -> Linked:
    """Nobody has asked yet."""
    linked = Linked(*built_here, tmp_path / "links.json")
    remember_outside(linked.memory)
    return linked


@pytest.fixture
def again(first: tuple[Linked, list[Any]], tmp_path: Path) -> Linked:
    """With the memory of the first asking."""
    before, _ = first
    return Linked(before.site, before.server, Path(shutil.copyfile(before.memory, tmp_path / "links.json")))


def remember_outside(memory: Path) -> None:
    good = CachedResult(LinkResult(LinkStatus.GOOD), date(2026, 11, 1), date(2026, 11, 1))
    write_results(memory, dict.fromkeys(OUTSIDE, good), OUTSIDE)


def about(path: str, found: list[Any]) -> Any:
    """The one finding about a path."""
    [finding] = [each for each in found if f'{path}"' in each["message"]]
    return finding


def test_each_planted_fault_is_told_where_it_is_mended_and_nothing_else_is(first: tuple[Linked, list[Any]]) -> None:
    linked, every = first
    found = [each for each in every if each["code"] != "L828"]  # the servers are on this machine
    told = {}
    for each in found:
        before, address, _ = each["message"].split('"', 2)
        place = each["location"]
        where = f"{place['line']}:{place['column']}" if each["code"] != "L820" else str(place["line"])
        told[address.removeprefix(linked.server.url)] = (each["severity"], each["code"], before, place["file"], where)
    assert told == PLANTED
    assert len(found) == len(PLANTED)


def test_a_finding_has_the_new_address_and_the_page_that_shows_the_old_one(first: tuple[Linked, list[Any]]) -> None:
    linked, found = first
    moved = about("/moved-301", found)
    assert moved["hint"] == f'write "{linked.server.url}/good"'
    assert [each["location"]["file"] for each in moved["related"]] == ["/news/guide/"]


def test_a_week_later_what_is_bad_is_an_error_and_what_was_good_is_not_asked_again(again: Linked) -> None:
    before = len(again.server.requests)
    found = about("/missing-404", again.check("--allow-private", today="2026-11-08"))
    assert found["severity"] == "error"
    assert found["message"].endswith('answers "404 Not Found", since 2026-11-01')
    asked = {request.partition(" ")[2] for request in again.server.requests[before:]}
    assert "/missing-404" in asked
    assert not asked & {"/good", "/while-307", "/moved-301"}


def test_what_was_not_asked_in_time_is_told_and_asked_first_the_next_time(linked: Linked) -> None:
    [late] = [each for each in linked.check("--allow-private", "--seconds", "0.01", status=1) if each["code"] == "L819"]
    assert re.fullmatch(r"\d+ addresses on other sites were not checked in time", late["message"])
    assert "starts with these" in late["hint"]
    assert linked.remembered().keys() == set(OUTSIDE)
    assert not [each for each in linked.check("--allow-private") if "in time" in each["message"]]


def test_nothing_is_asked_in_no_time_and_the_last_answers_are_told(
    first: tuple[Linked, list[Any]], again: Linked
) -> None:
    asked = len(again.server.requests)
    assert again.check("--seconds", "0") == first[1]
    assert len(again.server.requests) == asked


def test_without_the_flag_the_server_sees_nothing(linked: Linked) -> None:
    asked = len(linked.server.requests)
    found = linked.check()
    assert len(linked.server.requests) == asked
    # The planted servers are on this machine, which L828 reports of each.
    assert {each["code"] for each in found} == {"L820", "L821", "L822", "L828"}


def test_a_memory_that_cannot_be_written_is_told(linked: Linked) -> None:
    in_the_way = linked.memory.with_name(f".{linked.memory.name}.tmp-{os.getpid()}")
    in_the_way.mkdir()
    told = [each["message"] for each in linked.check("--allow-private") if "saved" in each["message"]]
    assert told == ["the results for other sites cannot be saved: links.json: Is a directory"]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_check_that_is_killed_keeps_the_answers_that_it_has(linked: Linked, number: signal.Signals) -> None:
    options = ("--memory", str(linked.memory), "--pause", "0.5", "--allow-private", "--today", "2026-11-01")
    running = linked.site.start("generator", "check", "--external", *options)
    for _ in range(1200):
        if len(linked.remembered()) > len(OUTSIDE):
            break
        time.sleep(0.05)
    running.send_signal(number)
    told, _ = running.communicate(timeout=60)
    assert running.returncode != 0 and "Traceback" not in told
    # Of the first five answers, one that was late says nothing about the link and is not kept.
    assert len(linked.remembered()) >= len(OUTSIDE) + 2


@pytest.mark.parametrize(
    "text", ["", "[]", '{"form": 1, "addresses": {"http://x/": {"answer": 1}}}', '{"form": 2}', "\x00"]
)
def test_a_damaged_memory_is_begun_anew(text: str, linked: Linked) -> None:
    linked.memory.write_text(text)
    assert linked.check("--seconds", "0", status=1)


def test_nothing_of_it_is_loaded_before_it_is_asked_for() -> None:
    external = "('generator.link_checker.external', 'linkcheck', 'requests')"
    loaded = f"[each for each in sys.modules if each.startswith({external})]"
    code = f"import sys, generator.cli.main; sys.exit(repr(found) if (found := {loaded}) else 0)"
    subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=True)

"""What happens in the preview when a file is saved."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from generator.commands.options import BuildOptions
from generator.model.london_time import LondonTime
from generator.serve import CurrentBuild, rebuild_on_change

REPOSITORY = Path(__file__).parents[3]

CASE = "content/cases/rowan/case.yml"
SECONDS = 300.0

Serve = Callable[..., AbstractContextManager[Any]]


def test_a_save_is_shown_and_the_browser_told(served: Any) -> None:
    with served.events("/reviews/rowan/") as next_event:
        served.change(CASE, "was often hungry", "was very often hungry")
        assert next_event(SECONDS) == "data: reload"
    assert "was very often hungry" in served.get("/reviews/rowan/").body
    served.change(CASE, "was very often hungry", "was often hungry")
    served.wait_for(r"case\.yml: shown")


def test_only_a_page_that_shows_the_change_is_loaded_anew(served: Any) -> None:
    unchanged, changed = served.token("/about/contact/"), served.token("/reviews/rowan/")
    with served.events("/reviews/rowan/") as moved:
        served.change(CASE, "came late", "came too late")
        assert moved(SECONDS) == "data: reload"
    assert served.token("/reviews/rowan/") != changed
    assert served.token("/about/contact/") == unchanged, "a page reloads only when its token changes"
    served.change(CASE, "came too late", "came late")
    served.wait_for(r"case\.yml: shown")


def test_a_page_that_was_loaded_before_the_change_is_told_as_soon_as_it_asks(served: Any) -> None:
    listening = served.events("/reviews/rowan/")
    page = served.get("/reviews/rowan/").body
    served.change(CASE, "Several people saw it", "Many people saw it")
    served.wait_for(r"case\.yml: shown")
    address = page.partition('data-events="')[2].partition('"')[0].replace("&amp;", "&")
    assert "data: reload" in served.get(address).body
    del listening
    served.change(CASE, "Many people saw it", "Several people saw it")
    served.wait_for(r"case\.yml: shown")


def test_a_fault_is_shown_over_the_last_good_page_until_it_is_mended(served: Any) -> None:
    with served.events("/reviews/rowan/") as next_event:
        served.change(CASE, "type: cspr", 'type: "<b>csp"')
        assert next_event(SECONDS) == "data: reload"
    page = served.get("/reviews/rowan/").body
    assert "was often hungry" in page
    assert 'role="alert"' in page
    assert "error[" in page
    assert f"{CASE}:3:" in page
    assert "&lt;b&gt;csp" in page
    assert "<b>csp" not in page
    served.wait_for(r"error\[")
    with served.events("/reviews/rowan/") as next_event:
        served.change(CASE, 'type: "<b>csp"', "type: cspr")
        assert next_event(SECONDS) == "data: reload"
    assert 'role="alert"' not in served.get("/reviews/rowan/").body


def test_many_quick_saves_end_with_the_last_one(serve: Serve, small: Path) -> None:
    with serve(small) as running:
        said = "Several people saw it"
        for number in range(12):
            running.change(CASE, said, f"Save number {number}")
            said = f"Save number {number}"
            running.get("/reviews/rowan/")
        while "Save number 11" not in running.get("/reviews/rowan/").body:
            running.wait_for(r"case\.yml: shown")


def test_a_new_record_and_a_removed_one_come_and_go(served: Any) -> None:
    file = served.root / "content" / "notices" / "visit.yml"
    assert served.get("/news/visit/").status == 404
    with served.events("/news/visit/") as next_event:
        file.write_text("title: A visit\nkind: update\nsummary: Invented for the test.\n", encoding="utf-8")
        assert next_event(SECONDS) == "data: reload"
    assert served.get("/news/visit/").status == 200
    with served.events("/news/visit/") as next_event:
        file.unlink()
        assert next_event(SECONDS) == "data: reload"
    assert served.get("/news/visit/").status == 404


def test_a_hand_written_page_and_a_style_are_followed_too(served: Any) -> None:
    with served.events("/about/contact/") as next_event:
        page = served.root / "content" / "pages" / "about" / "contact.md"
        page.write_text(page.read_text(encoding="utf-8") + "\nA new line for the test.\n", encoding="utf-8")
        assert next_event(SECONDS) == "data: reload"
    assert "A new line for the test." in served.get("/about/contact/").body
    with served.events("/reviews/rowan/") as next_event:
        style = served.root / "overrides" / "assets" / "library" / "components.css"
        style.write_text(style.read_text(encoding="utf-8") + "\n/* a new rule */\n", encoding="utf-8")
        assert next_event(SECONDS) == "data: reload"
    assert "a new rule" in served.get("/assets/library.css").body


def test_the_configuration_is_followed_too(served: Any) -> None:
    served.change("mkdocs.yml", "https://ashdale.example/", "https://ashdale.example/library/")
    served.wait_for(r"mkdocs\.yml.*: shown")
    assert served.get("/").headers["Location"] == "/library/"
    assert served.get("/library/reviews/rowan/").status == 200
    served.change("mkdocs.yml", "https://ashdale.example/library/", "https://ashdale.example/")
    served.wait_for(r"mkdocs\.yml.*: shown")
    assert served.get("/reviews/rowan/").status == 200


@pytest.mark.parametrize(("options", "status"), [((), 200), (("--no-drafts",), 404)])
def test_a_draft_is_shown_and_marked_unless_told_otherwise(
    serve: Serve, small: Path, options: tuple[str, ...], status: int
) -> None:
    notice = small / "content" / "notices" / "plan.yml"
    notice.write_text("title: A plan\nkind: update\nsummary: Invented.\nstatus: draft\n", encoding="utf-8")
    with serve(small, *options) as running:
        reply = running.get("/news/plan/")
        assert reply.status == status
        assert ("<strong>Draft.</strong>" in reply.body) == (status == 200)


def test_a_site_that_is_broken_from_the_start_is_shown_when_it_is_mended(serve: Serve, small: Path) -> None:
    record = small / CASE
    text = record.read_text(encoding="utf-8")
    record.write_text(text + "bogus: 1\n", encoding="utf-8")
    with serve(small) as running:
        reply = running.get("/")
        assert reply.status == 503
        assert "error[R201]" in reply.body
        with running.events("/") as next_event:
            record.write_text(text, encoding="utf-8")
            assert next_event(SECONDS) == "data: reload"
        assert running.get("/").status == 200


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_when_told_to(serve: Serve, small: Path, number: signal.Signals) -> None:
    with serve(small) as running, running.events("/"):
        running.process.send_signal(number)
        running.wait_for("library: stopped")
        assert running.process.wait(SECONDS) == 0
        assert "Traceback" not in "".join(running.told)
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.1", running.port)) != 0


def test_a_taken_port_is_said_at_once(small: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        command = [sys.executable, "-m", "generator", "serve", "--root", str(small), "--port", str(port)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 2
    assert f"port {port} cannot be used" in done.stderr
    assert f"--port {port + 1}" in done.stderr


def test_a_folder_that_is_no_site_is_said_at_once(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "generator", "serve", "--root", str(tmp_path), "--port", "0"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 2
    assert "error[S001]" in done.stdout


def test_a_scheduled_record_is_shown_at_its_moment_without_a_save(tmp_path: Path) -> None:
    root = tmp_path / "site"
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", root)
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    case = root / "content" / "cases" / "hazel" / "case.yml"
    case.parent.mkdir()
    case.write_text(
        "# invented\nname: Hazel\ntype: cspr\npublished: 2024-05\nsources: [invented]\n"
        "status: scheduled\npublish_on: 2024-05-02 09:30\n"
    )
    clock = iter([datetime(2024, 5, 2, 8, 29, tzinfo=UTC), datetime(2024, 5, 2, 8, 30, tzinfo=UTC)])
    days = (LondonTime.at(moment) for moment in clock)
    request = BuildOptions(root, date(2024, 5, 2), excluded=frozenset({"sheets"}))
    updates = rebuild_on_change(request, CurrentBuild(), lambda: next(days))
    shown = [next(updates), next(updates)]
    updates.close()
    libraries = [each.result.library for each in shown]
    assert [library and "hazel" in {case.id for case in library.cases} for library in libraries] == [False, True]
    assert shown[1].changed == ()

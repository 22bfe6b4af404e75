"""The page next to a form follows what is typed, before anything is saved."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from generator.commands.options import BuildOptions
from generator.form_server import EditServer
from generator.form_server.editing_session import EditingSession
from generator.serve import CurrentBuild, UnsavedText, rebuild_on_change
from generator.serve.current_build import ServedBuild
from tests.conftest import REPOSITORY
from tests.unit.form_server.conftest import CASE, Officer

TODAY = date(2026, 5, 1)
PAGE = "/reviews/heron/"


class Desk(Officer):
    """An officer with a preview that is built again, as in `library edit`."""

    def __init__(self, root: Path, server: EditServer, typed: UnsavedText, current: CurrentBuild) -> None:
        super().__init__(root, server)
        self.typed = typed
        self.current = current
        self.seen: tuple[ServedBuild | None, ServedBuild | None] = (None, None)

    def wait(self) -> None:
        """Wait until the page next to the form was built again."""
        before = self.seen[1]
        for _ in range(300):
            now = self.typed.showing.wait_for_next(before)
            if now is not before:
                break
        self.seen = (self.current.latest(), self.typed.showing.latest())

    def live(self) -> str:
        """The page next to the form of the case."""
        return self.get(f"{PAGE}?form=case/heron").body

    def public(self) -> str:
        """The page in a separate tab."""
        return self.get(PAGE).body


@pytest.fixture
def desk(state: Path, tmp_path: Path) -> Iterator[Desk]:
    root = tmp_path / "site"
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "full", root)
    configuration = root / "mkdocs.yml"
    configuration.write_text(configuration.read_text().replace("../../../..", str(REPOSITORY)))
    options = BuildOptions(root, TODAY, drafts=True, excluded=frozenset({"sheets"}))
    typed, current = UnsavedText(), CurrentBuild()
    server = EditServer(0, current, EditingSession(options, TODAY, typed))
    updates = rebuild_on_change(options, current, typed=typed)
    is_over: list[bool] = []

    def build() -> None:
        for _ in updates:
            if is_over:
                return

    with server.running():
        made = Desk(root, server, typed, current)
        thread = Thread(target=build, daemon=True)
        thread.start()
        made.wait()
        yield made
        is_over.append(True)
        (root / CASE).write_text((root / CASE).read_text() + "\n")
        thread.join(60)


def test_the_page_next_to_a_form_shows_what_is_typed_and_the_record_stays_as_it_is(desk: Desk) -> None:
    before = desk.read(CASE)
    desk.post(desk.open("case/heron").set("story", "An unsaved story about a red kite."), "draft")
    desk.wait()
    assert "An unsaved story about a red kite." in desk.live()
    assert "An unsaved story about a red kite." not in desk.public()
    assert desk.read(CASE) == before
    assert "preview-note" not in desk.live()


def test_half_a_change_leaves_the_last_good_page_with_a_line_about_it(desk: Desk) -> None:
    desk.post(desk.open("case/heron").set("story", "A story about a red kite."), "draft")
    desk.wait()
    desk.post(desk.open("case/heron").set("published", "20"), "draft")
    desk.wait()
    assert "A story about a red kite." in desk.live()
    assert "This is the last page without a mistake." in desk.live()
    assert "preview-note" not in desk.public()
    desk.post(desk.open("case/heron").set("published", "2021"), "draft")
    desk.wait()
    assert "preview-note" not in desk.live()


def test_the_page_follows_while_another_record_has_an_error(desk: Desk) -> None:
    cases = sorted((desk.root / "content/cases").glob("*/case.yml"))
    other = next(path for path in cases if path.parent.name != "heron")
    other.write_text(other.read_text(encoding="utf-8") + "\nnonsense: [\n", encoding="utf-8")
    desk.wait()
    for text in ("A red kite came.", "A red kite came and went.", "A red kite came back."):
        desk.post(desk.open("case/heron").set("story", text), "draft")
        desk.wait()
        assert text in desk.live()
    saved = desk.post(desk.open("case/heron"))
    assert "Saved." in saved.body, saved.text(".finding")
    desk.wait()
    assert "A red kite came back." in desk.live()
    assert desk.get(f"/reviews/{other.parent.name}/?form=case/heron").status == 200


def test_what_is_put_away_is_no_longer_shown(desk: Desk) -> None:
    desk.post(desk.open("case/heron").set("story", "A story about a red kite."), "draft")
    desk.wait()
    desk.post(desk.open("case/heron"), "discard")
    desk.wait()
    assert "red kite" not in desk.live()


def test_a_mistake_that_is_typed_in_one_form_is_not_shown_next_to_another(desk: Desk) -> None:
    desk.post(desk.open("case/heron").set("published", "20"), "draft")
    desk.wait()
    desk.get("/_edit/vocabulary/vocabulary")
    desk.wait()
    assert "preview-note" not in desk.get("/?form=vocabulary/vocabulary").body

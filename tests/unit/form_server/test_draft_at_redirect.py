"""A draft whose address redirects to another page: the preview goes on, and the record says what to do."""

from __future__ import annotations

from generator.commands.build import prepare
from generator.commands.options import BuildOptions
from generator.serve.snapshot import Snapshot
from tests.conftest import REPOSITORY
from tests.unit.form_server.conftest import TODAY, Officer
from tests.unit.form_server.test_actions import ALDER, write_draft

REDIRECTS = "content/redirects.yml"
SAID = (
    'Look at this: "reviews/alder/" redirects to "reviews/wren/", so "Alder" cannot be public at this address. '
    "Rename the record, or delete the redirect of this address. A508"
)


def begin(officer: Officer, status: str = "status: draft") -> None:
    """Write a redirect, and a record at the old address."""
    line = "- {old: reviews/alder/, new: reviews/wren/, since: 2026-04-01}"
    (officer.root / REDIRECTS).write_text(f"redirects:\n  {line}\n", encoding="utf-8")
    write_draft(officer)
    path = officer.root / ALDER
    path.write_text(path.read_text(encoding="utf-8").replace("status: draft", status), encoding="utf-8")


def test_the_preview_is_built_and_shows_the_draft(officer: Officer) -> None:
    begin(officer)
    configuration = officer.root / "mkdocs.yml"
    configuration.write_text(configuration.read_text().replace("../../../..", str(REPOSITORY)))
    result = prepare(BuildOptions(officer.root, TODAY, drafts=True, excluded=frozenset({"sheets"})))
    assert not result.failed, result.diagnostics
    site = Snapshot.of(result, None)
    assert site is not None
    answer = site.answer("reviews/alder/")
    assert answer is not None
    assert b"Alder, 9, moved house." in answer.body


def test_the_record_says_what_to_do_and_cannot_become_public(officer: Officer) -> None:
    begin(officer)
    assert officer.get("/_edit/case/alder").text("main > .finding") == [SAID]
    refused = officer.get("/_edit/event/publish/case/alder")
    assert "a page or file exists at this address" in " ".join(refused.text("#notice li"))
    (officer.root / REDIRECTS).write_text("redirects: []\n", encoding="utf-8")
    assert officer.get("/_edit/case/alder").text("main > .finding") == []
    assert "New page" in " ".join(officer.get("/_edit/event/publish/case/alder").text("main li"))


def test_a_record_with_a_day_says_it_before_the_day(officer: Officer) -> None:
    begin(officer, "status: scheduled\npublish_on: 2026-12-14")
    assert SAID in officer.get("/_edit/case/alder").text("main > .finding")

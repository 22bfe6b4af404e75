"""A bulletin's page: as the sample's bulletins make it, and the same for ever once it was sent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.model.frame import Slot
from generator.render import plan_site
from generator.render.email import bulletin_email
from tests.conftest import FULL, Site, copy_full

TODAY = date(2026, 5, 1)
EXPECTED = Path(__file__).parent / "expected"


def page(root: Path, quarter: str) -> str:
    """The HTML of a bulletin's page, without the frame around it."""
    result = validate_and_link(BuildOptions(root, TODAY))
    assert result.library is not None, [(diagnostic.code, diagnostic.message) for diagnostic in result.diagnostics]
    plans = plan_site(result.library, b"").plans
    made = next(plan for plan in plans if plan.address == f"bulletins/{quarter}/").compose()
    return made.head + "\n" + made.content


def email(root: Path, quarter: str) -> tuple[str, str]:
    """A bulletin's e-mail as HTML and as plain text."""
    library = validate_and_link(BuildOptions(root, TODAY)).library
    assert library is not None
    made = bulletin_email(
        next(bulletin for bulletin in library.bulletins if bulletin.record.id == quarter), library, False
    )
    return made.html.decode(), made.text.decode()


@pytest.mark.parametrize("quarter", ["2025-q1", "2025-q3"])
def test_a_page_is_as_it_was(quarter: str) -> None:
    """After a change that is meant: remove the file, run this twice, and read what it has written."""
    expected = EXPECTED / f"bulletin-{quarter}.html"
    made = page(FULL, quarter)
    if not expected.exists():
        expected.write_text(made, encoding="utf-8")
        pytest.fail(f"{expected.name} was written again: read it, and run this again")
    assert made == expected.read_text(encoding="utf-8")


@pytest.fixture
def sent(tmp_path: Path) -> Site:
    """The sample with its living bulletin of spring 2025 sent."""
    site = copy_full(tmp_path / "full")
    site.write("content/bulletins/2024-q4.yml", "title: Winter\nwelcome: What winter brought.\n")
    told = site.library("sent", "2024-q4", "--on", "2025-01-07", "--today", TODAY.isoformat())
    assert told.status == 0, told.text
    return site


def without_since(html: str) -> str:
    tree = LexborHTMLParser(html)
    for each in tree.css("section[aria-labelledby=since]"):
        each.decompose()
    return " ".join((tree.html or "").split())


def test_what_was_sent_never_changes_through_other_records(sent: Site) -> None:
    before, sent_as = page(sent.root, "2024-q4"), email(sent.root, "2024-q4")
    assert "Rowan and Robin" in before and 'id="since"' not in before
    rowan = "content/cases/rowan-and-robin/case.yml"
    text = (sent.root / rowan).read_text(encoding="utf-8")
    changed = text.replace("name: Rowan and Robin", "name: Other names").replace(
        "published: 2024-11", "published: 2024-12"
    )
    lines = [
        line for line in changed.split("\n") if not line.startswith(("summary:", "briefings:", "harms:", "themes:"))
    ]
    assert len(lines) < len(text.split("\n"))
    sent.write(rowan, "\n".join([*lines, "summary: Other words.", "harms: [cuckooing]"]))
    sent.change("briefings/names-in-the-notes/briefing.yml", "title: ", "title: Other ")
    sedge = "content/cases/sedge/case.yml"
    sent.write(
        sedge,
        (sent.root / sedge).read_text(encoding="utf-8")
        + "status: archived\nstatus_since: 2024-12\nstatus_reason: Old.\n",
    )
    late = "name: Late Larch\ntype: near-miss\npublished: 2024-12-30\nsources: [Invented]\n"
    sent.write("content/cases/larch/case.yml", late)
    after = page(sent.root, "2024-q4")
    since = LexborHTMLParser(after).css_first("section[aria-labelledby=since]")
    assert since is not None
    assert [each.text() for each in since.css("li a")] == ["Late Larch", "Sedge: a near miss"]
    assert without_since(after) == without_since(before)
    assert email(sent.root, "2024-q4") == sent_as


def test_a_record_that_is_withdrawn_after_it_was_sent_loses_its_words_there(sent: Site) -> None:
    sedge = "content/cases/sedge/case.yml"
    before = (sent.root / sedge).read_text(encoding="utf-8")
    assert "waited 3 &lt; 5 hours" in page(sent.root, "2024-q4")
    sent.write(sedge, before + "status: withdrawn\nstatus_since: 2026-04\nstatus_reason: The family asked for it.\n")
    after = page(sent.root, "2024-q4")
    assert "waited 3" not in after and "waited 3" not in "".join(email(sent.root, "2024-q4"))
    assert "[Withdrawn] Sedge" in after and "The family asked for it." in after


def test_a_briefing_that_is_withdrawn_after_it_was_sent_takes_its_question_along(sent: Site) -> None:
    assert "Whose name is missing?" in page(sent.root, "2024-q4")
    names = "briefings/names-in-the-notes/briefing.yml"
    withdrawn = "status: withdrawn\nstatus_reason: Another one takes its place.\n"
    sent.write(names, (sent.root / names).read_text(encoding="utf-8") + withdrawn)
    after = page(sent.root, "2024-q4")
    assert "Whose name is missing?" not in after and "Names in the notes" not in after


def test_the_newest_bulletin_alone_is_listed_with_a_limit() -> None:
    result = validate_and_link(BuildOptions(FULL, TODAY))
    assert result.library is not None
    fill = plan_site(result.library, b"").fill
    newest = fill(Slot("bulletin-list", (("limit", "1"),)), "")
    every = fill(Slot("bulletin-list", ()), "bulletins/")
    assert newest is not None and every is not None
    assert (
        "Autumn in Tarnshire" in newest
        and "Whose door next?" not in newest
        and "Quarters without a bulletin" not in newest
    )
    assert (
        every.index("Autumn in Tarnshire")
        < every.index("Whose door next?")
        < every.index("Quarters without a bulletin")
    )
    assert "January to March 2025" not in every.partition("Quarters without a bulletin")[2]


def test_what_was_done_about_recommendations_is_in_every_form_of_a_bulletin_and_stays_as_it_was_sent(
    tmp_path: Path,
) -> None:
    site = copy_full(tmp_path / "full")
    site.write("content/bulletins/2025-q4.yml", "title: Winter doors\nwelcome: What winter brought.\n")
    line = "Finished and checked: Every visitor goes back within a week. See Knocking twice"
    of = "(Tarnshire County Council and Fell nurses)"

    def forms() -> list[str]:
        return [" ".join(each.split()) for each in (page(site.root, "2025-q4"), *email(site.root, "2025-q4"))]

    assert all("What changed since" in each or "WHAT CHANGED SINCE" in each for each in forms())
    assert all(line in each and of in each for each in forms())
    assert not any("private note" in each for each in forms())
    told = site.library("sent", "2025-q4", "--on", "2026-01-07", "--today", TODAY.isoformat())
    assert told.status == 0, told.text
    site.change("content/cases/wren/case.yml", "text: Every visitor goes", "text: Nobody goes")
    assert all(line in each and of in each for each in forms())


def test_a_bulletin_of_a_quarter_in_which_no_status_changed_has_no_such_section() -> None:
    assert 'id="progress"' not in page(FULL, "2025-q1")

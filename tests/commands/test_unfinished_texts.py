"""Texts of starter files, and notes to oneself, are reported before readers see them or get them by e-mail."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Final

import pytest
import yaml

from generator.model import Briefing, Bulletin, Case, Notice
from generator.model.record_model import RecordModel
from tests.conftest import REPOSITORY, Site

TODAY: Final = "2026-11-25"
STARTED: Final[dict[str, tuple[tuple[str, ...], type[RecordModel], str]]] = {
    "case": (("case",), Case, "content/cases/new-case/case.yml"),
    "briefing": (("briefing",), Briefing, "briefings/new-briefing/briefing.yml"),
    "lessons learned briefing": (
        ("briefing", "--series", "lessons-learned", "--case", "rowan"),
        Briefing,
        "briefings/new-briefing/briefing.yml",
    ),
    "notice": (("notice",), Notice, "content/notices/new-notice.yml"),
    "bulletin": (("bulletin", "2026-q3"), Bulletin, "content/bulletins/2026-q3.yml"),
}
CHOSEN: Final = {
    *(
        "type",
        "kind",
        "series",
        "case",
        "published",
        "revised",
        "date",
        "starts",
        "ends",
        "harms",
        "themes",
        "audience",
    ),
    *("about", "briefings", "availability", "rule", "workflow", "pinned", "left_out", "order"),
}
"""Fields of ids, days and words of a list: an example of one is a value that an editor may mean."""

NOTICE: Final = "content/notices/reading.yml"
BULLETIN: Final = "content/bulletins/2022-q4.yml"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The small sample site."""
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", tmp_path / "small")
    shutil.copytree(REPOSITORY / "overrides", tmp_path / "small" / "overrides")
    return Site(tmp_path / "small")


def found(site: Site, *codes: str, file: str | None = None) -> list[tuple[int, str]]:
    """Line and message of each finding of some codes, as `library check` lists them."""
    told = site.library("check", "--format", "json", "--today", TODAY)
    listed, _ = json.JSONDecoder().raw_decode(told.text[told.text.index("{") :])
    return [
        (each["location"]["line"], each["message"])
        for each in listed["diagnostics"]
        if each["code"] in codes and file in (None, each["location"]["file"])
    ]


def with_every_field(text: str, fields: set[str]) -> str:
    """A starter file with every field that its notes show in use, and without the line that makes it a draft."""
    lines, is_inside = [], False
    for line in text.splitlines():
        bare = line.removeprefix("# ")
        if line.startswith("# ") and bare.partition(":")[0] in fields and not bare.startswith(" "):
            is_inside = True
            lines.append(bare)
        elif is_inside and line.startswith("#   "):
            lines.append(bare)
        else:
            is_inside = False
            lines.append(line)
    return "\n".join(each for each in lines if each != "status: draft") + "\n"


def composed(text: str) -> yaml.Node:
    node = yaml.compose(text)
    assert node is not None
    return node


def text_lines(node: yaml.Node, key: str = "") -> list[tuple[int, str]]:
    """Line and text of every value that an editor writes in words."""
    if isinstance(node, yaml.MappingNode):
        pairs = [(name.value, value) for name, value in node.value if name.value not in CHOSEN]
        return [each for name, value in pairs for each in text_lines(value, name)]
    if isinstance(node, yaml.SequenceNode):
        return [each for item in node.value for each in text_lines(item, key)]
    assert isinstance(node, yaml.ScalarNode)
    # A block begins on the line below its key.
    return [(node.start_mark.line + 1 + (node.style == "|"), node.value)]


@pytest.mark.parametrize("kind", STARTED)
def test_every_text_of_a_starter_file_is_an_error_once_it_is_no_draft(site: Site, kind: str) -> None:
    arguments, shape, file = STARTED[kind]
    done = site.run("generator", "new", *arguments, "--no-input")
    assert done.status == 0, done.text
    assert found(site, "R210", "R211") == [], "a draft is not reported"
    text = with_every_field((site.root / file).read_text("utf-8"), set(shape.model_fields) - {"status"})
    site.write(file, text)
    wanted = [(line, words) for line, words in text_lines(composed(text)) if words != "01234 567890"]
    if kind == "bulletin":
        # The title says what the bulletin is for: it may stay.
        wanted = [each for each in wanted if not each[1].startswith("Bulletin for")]
    # Values of fields with a list of choices, ids and dates are not texts; most stories are from the report.
    usual = {"not-yet", "2027-03", "2023-05", "grace", "pl", "rtl", "library", "title", "the published report"}
    usual |= {"2021-11", "2022-07"}
    wanted = [each for each in wanted if each[1] not in usual]
    if "lessons" in kind:
        wanted = [each for each in wanted if each[1] != "rowan"]
    assert len(wanted) >= 2
    lines = [line for line, _ in found(site, "R210", file=file)]
    assert [each for each in wanted if each[0] not in lines] == [], "a starter text that no rule finds"
    assert site.library("build", "--today", TODAY).status == 1
    assert not site.output.exists()


def test_a_started_bulletin_is_not_published_sent_or_mailed(site: Site, tmp_path: Path) -> None:
    site.run("generator", "new", "bulletin", "2022-q4", "--no-input")
    site.change(BULLETIN, "status: draft\n", "")
    before = (site.root / BULLETIN).read_bytes()
    told = (
        site.library("build", "--today", TODAY),
        site.library("bulletin", "2022-q4", "--out", str(tmp_path / "out"), "--today", TODAY),
        site.library("sent", "2022-q4", "--today", TODAY),
    )
    for each in told:
        assert each.status == 1
        assert 'R210]: an example from a starter file is still here: "Write two to four sentences here"' in each.text
    assert not (tmp_path / "out").exists()
    assert (site.root / BULLETIN).read_bytes() == before


@pytest.mark.parametrize(
    "welcome",
    [
        "Write two to four sentences here. Welcome to the winter.",
        "Welcome. write TWO to four sentences here",
        "**Write two to four** sentences _here_",
        "Write two to\n  four   sentences here",
        "Write\u00a0two to four sentences here!",
        "Welcome: what this quarter brought, and what readers should look at first.",
        "Write it here, in short paragraphs",
        "See <https://www.example.org/>.",
        "Write to [us](mailto:someone@example.com).",
        "Write to someone@example.net",
        "- Welcome.\n  - One thing to do.",
    ],
)
def test_a_starter_text_is_found_however_it_was_changed(site: Site, welcome: str) -> None:
    site.write(BULLETIN, f"# Invented.\ntitle: Winter\nwelcome: |\n  {welcome}\n")
    assert len(found(site, "R210")) == 1


@pytest.mark.parametrize(
    "body",
    [
        "The time is to be confirmed.",
        "One thing that we learned is that families wait.",
        "You can write it here: on the card. What would you do?",
        "The new case was closed. A new briefing follows. For example, ask twice.",
        "[Insert your card](https://www.tarnshire.example/) and [date][one].\n\n  [one]: https://www.tarnshire.example/",
        "He told [Name] that it was late, with love xx. We ask staff what to do.",
        "Write to office@example.ashdale.example, see https://www.tarnshire.example/XXX/TODO.",
        "Mr Xxavier lives in Todmorden.",
    ],
)
def test_what_may_be_meant_seriously_is_not_reported(site: Site, body: str) -> None:
    site.write(NOTICE, f"# Invented.\ntitle: Reading\nkind: update\nsummary: A group reads.\nbody: |\n  {body}\n")
    assert found(site, "R210", "R211") == []


UNFINISHED: Final = [
    "TODO: ask the panel",
    "todo: ask the panel",
    "The date is TBC.",
    "TBD",
    "Call XXXX on Monday",
    "Lorem ipsum dolor sit amet",
    "On [insert date] we meet",
    "On [Insert date here].",
    "The place is [to be confirmed].",
    "[Summary to be added]",
    "Dear <name>, welcome",
    "Meet at <insert place>",
    "...",
    "\u2026",
    "???",
    "xxx",
]


@pytest.mark.parametrize("text", UNFINISHED)
@pytest.mark.parametrize("field", ["summary", "place", "links", "reason"])
def test_a_note_to_oneself_is_a_warning_in_every_field(site: Site, field: str, text: str) -> None:
    written = json.dumps(text, ensure_ascii=False)
    fields = {
        "summary": f"summary: {written}\n",
        "place": f"summary: A group reads.\nplace: {written}\n",
        "links": f'summary: A group reads.\nlinks: [{{label: {written}, url: "https://www.tarnshire.example/"}}]\n',
        "reason": "summary: A group reads.\n"
        f"documents: [{{kind: report, availability: withheld, reason: {written}}}]\n",
    }
    site.write(NOTICE, f"# Invented.\ntitle: Reading\nkind: update\n{fields[field]}")
    assert len(found(site, "R211")) == 1
    assert site.library("check", "--today", TODAY).status == 1


def test_a_hand_written_page_is_checked_too_and_its_comments_are_not(site: Site) -> None:
    page = "content/pages/about/privacy.md"
    before = (site.root / page).read_text("utf-8")
    site.write(page, before + "\n<!-- TODO: ask the officer -->\n")
    assert found(site, "R211") == []
    site.write(page, before + "\nLorem ipsum dolor.\n")
    ((line, message),) = found(site, "R211", file=page)
    assert "Lorem ipsum" in (site.root / page).read_text("utf-8").splitlines()[line - 1]
    assert '"Lorem ipsum"' in message


@pytest.mark.parametrize(
    ("state", "count"),
    [
        ("status: draft\n", 0),
        ("status: published\n", 2),
        ("status: scheduled\npublish_on: 2030-01-01\n", 2),
        ("status: archived\n", 2),
        ("status: withdrawn\nstatus_reason: It was wrong.\n", 0),
        ("status: withdrawn\nstatus_reason: One or two plain sentences.\n", 1),
        ("status: withdrawn\nstatus_reason: ...\n", 1),
    ],
)
def test_it_depends_on_what_readers_see_of_a_record(site: Site, state: str, count: int) -> None:
    text = "# Invented.\ntitle: Reading\nkind: update\nsummary: One or two plain sentences.\nplace: TBC\n"
    site.write(NOTICE, text + state)
    assert len(found(site, "R210", "R211", file=NOTICE)) == count


def test_fields_that_are_never_published_may_have_notes(site: Site) -> None:
    site.change("content/cases/rowan/case.yml", "sources:", "people: [TBC]\nsources:\n  - TODO find the minutes\n#")
    assert found(site, "R211") == []


def test_a_name_and_an_id_of_a_starter_file_are_found(site: Site) -> None:
    done = site.run(
        "generator", "new", "case", "--no-input", "--published", "2022-09", "--source", "Invented for tests"
    )
    assert done.status == 0, done.text
    file = "content/cases/new-case/case.yml"
    site.change(file, "status: draft\n", "")
    assert [message for _, message in found(site, "R210")] == [
        'the id is still "new-case", from a starter file',
        'an example from a starter file is still here: "New case"',
    ]
    site.change(file, "name: New case", "name: Example")
    assert len(found(site, "R210")) == 2
    site.change(file, "name: Example", "name: Ash")
    (site.root / "content/cases/new-case").rename(site.root / "content/cases/ash")
    assert found(site, "R210") == []


def test_an_id_that_was_published_may_stay(site: Site) -> None:
    site.write("content/notices/new-notice.yml", "# Invented.\ntitle: Reading\nkind: update\nsummary: We read.\n")
    assert len(found(site, "R210")) == 1
    site.write("content/published-urls.yml", "published:\n  - {address: news/new-notice/, since: 2026-01-01}\n")
    assert found(site, "R210") == []


def test_the_partnership_and_the_vocabulary_are_checked_too(site: Site) -> None:
    site.change("content/partnership.yml", "documents@ashdale.example", "someone@example.org")
    ((_, message),) = found(site, "R210", file="content/partnership.yml")
    assert "someone@example.org" in message
    site.change("content/vocabulary.yml", "label: Early help", "label: TBC")
    assert len(found(site, "R211", file="content/vocabulary.yml")) == 1


@pytest.mark.parametrize("place", ["bulletin", "record"])
def test_an_unfinished_bulletin_is_neither_mailed_nor_sent(site: Site, tmp_path: Path, place: str) -> None:
    welcome = "Welcome. TODO" if place == "bulletin" else "Welcome to the winter."
    site.write(BULLETIN, f"# Invented.\ntitle: Winter\nwelcome: {welcome}\n")
    if place == "record":
        text = (site.root / "content/notices/new-tool.yml").read_text("utf-8")
        site.write("content/notices/new-tool.yml", re.sub(r"^summary: .*$", "summary: A card, TODO.", text, flags=re.M))
    before = (site.root / BULLETIN).read_bytes()
    for told in (
        site.library("bulletin", "2022-q4", "--out", str(tmp_path / "out"), "--today", TODAY),
        site.library("sent", "2022-q4", "--today", TODAY),
    ):
        assert told.status == 1
        assert 'error[B954]: this text is not finished: "TODO"' in told.text
    assert not (tmp_path / "out").exists()
    assert (site.root / BULLETIN).read_bytes() == before
    if place == "bulletin":
        site.change(BULLETIN, "title: Winter\n", "title: Winter\nstatus: draft\n")
        told = site.library("bulletin", "2022-q4", "--drafts", "--out", str(tmp_path / "out"), "--today", TODAY)
        assert told.status == 0, told.text
        assert "DRAFT: Winter" in told.text


def test_a_text_is_found_again_after_it_was_clean_before(site: Site) -> None:
    site.write(NOTICE, "# Invented.\ntitle: Reading\nkind: update\nsummary: A group reads.\n")
    for _ in range(2):
        assert found(site, "R210") == []
    site.change(NOTICE, "A group reads.", "One or two plain sentences.")
    for _ in range(2):
        assert len(found(site, "R210")) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The child was seen on [DATE].", 'this text is not finished: "[DATE]"'),
        ("The child was seen by {{name}}.", 'this text is not finished: "{{name}}"'),
        ("The child was seen (??) at home.", 'this text is not finished: "(??)"'),
        ("OFFICIAL-SENSITIVE\n\nThe child was seen.", 'this text is marked "OFFICIAL-SENSITIVE"'),
        ("The child was seen.\n\nDRAFT - NOT FOR CIRCULATION", 'this text is marked "DRAFT - NOT FOR CIRCULATION"'),
        ("The draft was late. DRAFT is a word, and [name] is quoted.", None),
    ],
)
def test_a_placeholder_and_the_marking_of_a_file_are_reported(site: Site, text: str, message: str | None) -> None:
    file = "content/cases/rowan/case.yml"
    record = yaml.safe_load((site.root / file).read_text())
    (site.root / file).write_text(yaml.safe_dump(record | {"story": text}))
    assert [each for _, each in found(site, "R211", file=file)] == ([] if message is None else [message])

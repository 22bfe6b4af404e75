"""Withdrawing in an emergency: what is written, what is not, and where else it has been. All records are invented."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any, Final

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.model import BulletinItem

SMALL: Final = Path(__file__).parents[2] / "sites" / "valid" / "small"
CASE: Final = "content/cases/rowan/case.yml"
LESSONS: Final = "briefings/rowan-lessons/briefing.yml"


def sent_bulletin() -> dict[str, Any]:
    """One that told of Rowan."""
    item = {
        "record": "case:rowan",
        "section": "reviews",
        "change": "new",
        "title": "Rowan as it was sent",
        "text": "Words.",
    }
    item |= {"what": "A review"} if "what" in BulletinItem.model_fields else {}
    return {"title": "Autumn", "welcome": "Hello.", "status": "sent", "sent": "2022-10-10", "items": [item]}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "site")
    return tmp_path / "site"


def run(site: Path, name: str, *more: str, reason: str = "The family asked for it.") -> Result:
    arguments = ["withdraw", name, "--root", str(site), "--reason", reason, "--today", "2026-11-25", *more]
    return CliRunner().invoke(main, arguments)


def test_a_case_and_its_lessons_say_that_they_are_withdrawn_and_nothing_else_is_touched(site: Path) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    done = run(site, "rowan")
    assert done.exit_code == 0, done.output
    changed = {each.relative_to(site).as_posix() for each, data in before.items() if each.read_bytes() != data}
    assert changed == {CASE, LESSONS}
    for name in changed:
        was, now = before[site / name].decode().split("\n"), (site / name).read_text("utf-8").split("\n")
        assert [line for line in now if line not in was] == [
            "status: withdrawn",
            "status_since: 2026-11-25",
            "status_reason: The family asked for it.",
        ]
        assert [line for line in was if line not in now] == []
    assert "  library build\n" in done.output
    assert "git commit" not in done.output, "the site is not in a repository"
    assert CliRunner().invoke(main, ["check", "--records", "--root", str(site), "--today", "2026-11-25"]).exit_code == 0


def test_a_second_time_nothing_is_written_and_the_places_are_told_again(site: Path) -> None:
    run(site, "rowan")
    before = (site / CASE).read_bytes()
    again = run(site, "case:rowan", reason="Another reason.")
    assert again.exit_code == 0
    assert "is already withdrawn; no file was changed" in again.output and "The search on the site" in again.output
    assert (site / CASE).read_bytes() == before


def test_a_rehearsal_writes_nothing(site: Path) -> None:
    before = (site / CASE).read_bytes()
    assert "would be marked as withdrawn" in run(site, "rowan", "--dry-run").output
    assert (site / CASE).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("briefing:checking-in", "briefings/checking-in/briefing.yml"),
        ("notice:new-tool", "content/notices/new-tool.yml"),
    ],
)
def test_other_records_are_withdrawn_by_kind_and_id(site: Path, name: str, file: str) -> None:
    assert run(site, name).exit_code == 0
    assert "status: withdrawn\n" in (site / file).read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "more", "said"),
    [
        ("rowen", (), 'did you mean "rowan"?'),
        ("notice:nothing-like-it", (), 'there is no "notice:nothing-like-it"'),
        ("rowan", ("--on", "2026-11-26"), "2026-11-26 is in the future"),
        ("rowan", ("--reason", "  "), "no reason is given"),
        ("rowan", ("--reason", "a\x07b"), "control character"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    site: Path, name: str, more: tuple[str, ...], said: str
) -> None:
    before = (site / CASE).read_bytes()
    done = run(site, name, *more)
    assert done.exit_code == 1
    assert said in done.output
    assert (site / CASE).read_bytes() == before


@pytest.mark.parametrize("state", ["status: draft", "status: scheduled\npublish_on: 2026-11-26"])
def test_what_is_not_public_is_not_made_known_by_a_notice(site: Path, state: str) -> None:
    (site / CASE).write_text((site / CASE).read_text("utf-8") + f"{state}\n", encoding="utf-8")
    done = run(site, "rowan")
    assert done.exit_code == 1 and "is not public" in done.output


def test_faults_of_other_records_are_no_reason_to_wait(site: Path) -> None:
    (site / "content/notices/new-tool.yml").write_text("title: [", encoding="utf-8")
    done = run(site, "rowan")
    assert done.exit_code == 0
    assert "an error prevents the next build" in done.output
    assert "status: withdrawn" in (site / CASE).read_text("utf-8")


def test_a_file_that_no_program_can_change_is_left_alone_and_the_lines_are_told(site: Path) -> None:
    written = "{name: Rowan, type: cspr, published: 2022-09, sources: [invented]}\n"
    (site / CASE).write_text(written, encoding="utf-8")
    done = run(site, "rowan")
    assert done.exit_code == 1
    assert "write these lines yourself: status: withdrawn; status_since: 2026-11-25;" in done.output
    assert (site / CASE).read_text("utf-8") == written
    assert "withdrawn" not in (site / LESSONS).read_text("utf-8"), "one of the two was written"


def test_line_ends_and_marks_of_windows_stay(site: Path) -> None:
    text = (site / CASE).read_text("utf-8")
    (site / CASE).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert run(site, "rowan").exit_code == 0
    data = (site / CASE).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# a comment\n", "{state}# a comment\n"),
        ("status: published # since May\nreviewer: B.\n", "{status} # since May\n{why}reviewer: B.\n"),
        ("status: scheduled\npublish_on: 2026-01-02\n# last\n", "{status}\n{why}# last\n"),
        (
            "status: archived\nstatus_reason: |\n  Two\n\n  lines.\n# kept\n",
            "{status}\n{since}status_reason: |\n  Why.\n# kept\n",
        ),
    ],
)
def test_lines_of_the_old_state_are_replaced_and_comments_stay(site: Path, before: str, after: str) -> None:
    text = "".join(f"{line}\n" for line in (site / CASE).read_text("utf-8").split("\n") if line)
    (site / CASE).write_text(text + before, encoding="utf-8")
    done = run(site, "rowan", reason="Why.")
    assert done.exit_code == 0, done.output
    status, since, reason = "status: withdrawn", "status_since: 2026-11-25\n", "status_reason: Why.\n"
    why = since + reason
    lines = after.format(state=f"{status}\n{why}", status=status, since=since, why=why)
    assert (site / CASE).read_text("utf-8") == text + lines


def test_everywhere_that_the_records_know_of_is_told(site: Path) -> None:
    steps = (
        "workflow:\n  copies: [{to: ofsted, sent: 2022-09-01}]\n  submissions: [{to: nspcc, sent: 2022-10-02}]\n"
        "documents:\n  - {kind: statement, url: 'https://elsewhere.example/a.pdf'}\n"
    )
    text = (site / CASE).read_text("utf-8").replace("documents:\n", "documents_before:\n")
    text = "\n".join(line for line in text.split("\n") if "documents_before" not in line and "- {kind" not in line)
    (site / CASE).write_text(text + steps, encoding="utf-8")
    (site / "content/redirects.yml").write_text(
        "redirects: [{old: old/rowan/, new: reviews/rowan/}]\n", encoding="utf-8"
    )
    (site / "content/published-urls.yml").write_text(
        "published:\n  - {address: reviews/rowan/, since: 2022-09-05, record: 'case:rowan'}\n"
        "  - {address: documents/rowan-report.pdf, since: 2022-09-05, record: 'case:rowan', "
        f'versions: [{{sha256: "{"a" * 64}", since: 2022-09-05}}, {{sha256: "{"b" * 64}", since: 2023-01-02}}]}}\n',
        encoding="utf-8",
    )
    (site / "content/bulletins").mkdir()
    (site / "content/bulletins/2022-q3.yml").write_text(
        f"# invented\n{json.dumps(sent_bulletin())}\n", encoding="utf-8"
    )
    notice = site / "content/notices/new-tool.yml"
    text = notice.read_text("utf-8").replace("It helps with", "It grew out of [a review](case:rowan) and helps with")
    notice.write_text(text, encoding="utf-8")
    done = run(site, "rowan", "--format", "json", "--dry-run")
    told = json.loads(done.stdout)
    details = "\n".join(line for each in told["where_else"] for line in each["details"])
    for said in (
        "/documents/rowan-report.pdf, since 2022-09-05, 2 versions",
        "old/rowan/",
        "/feed.xml",
        ', sent 10 October 2022: "Rowan as it was sent" (content/bulletins/2022-q3.yml)',
        'the briefing "Checking In"',
        "a copy to Ofsted, sent 1 September 2022",
        "submitted to the NSPCC repository, 2 October 2022",
        "https://elsewhere.example/a.pdf",
        "content/notices/new-tool.yml",
        "content/cases/rowan/",
    ):
        assert said in details, said
    assert CASE not in details, "it is withdrawn"
    assert any("information@nspcc.org.uk" in each["do"] for each in told["where_else"])
    assert told["files"] == [CASE, LESSONS]

"""A command that changes records is killed at any step: no file is torn, and the next run completes the change.

`LIBRARY_EVERY_STEP=1` tries every step. Without it, a few of each command are tried, always the same ones.
"""

from __future__ import annotations

import os
import shutil
import signal
from datetime import date
from pathlib import Path
from random import Random
from typing import Final

import pytest

from generator.commands.options import BuildOptions
from generator.commands.record_edit import RecordChange, open_record, save_record
from generator.forms import FORMS
from tests import old_site, pdfs
from tests.conftest import Site, files_of
from tests.killed import run_in_copy, run_in_new_process
from tests.processes import CASE, DAY, WITHDRAW, site_with_a_pdf
from tests.unit.diagnostics.conftest import lay

LISTING: Final = "# Reviews\nHazel\nHazel CSPR report 2021\nWillow\nWillow serious case review 2019\n"
YES: Final = ("--yes", *DAY)
COMMANDS: Final[dict[str, tuple[str, ...]]] = {
    "new notice": ("new", "notice", "--title", "Tea", "--no-input"),
    "new case": ("new", "case", "--name", "Hazel", "--no-input"),
    "publish": ("publish", "briefing:checking-in", *YES),
    "schedule": ("schedule", "rowan", "2027-01-01", *YES),
    "archive": ("archive", "rowan", "--reason", "The year is over.", *YES),
    "rename": ("rename", "rowan", "hope", "--name", "Hope", *YES),
    "set-status": ("set-status", "notice:new-tool", "draft", *YES),
    "replace-document": ("replace-document", "rowan", "other.pdf", "--text", "A correction.", *YES),
    "withdraw": (*WITHDRAW, "--yes"),
    "undo": ("undo", *YES),
    "publish-addresses": ("publish-addresses", *DAY),
    "import": ("import", "listing.txt", *YES),
    "schema": ("schema",),
    "sent": ("sent", "2022-q3", *DAY),
    "bulletin": ("bulletin", "2022-q3", "--out", "out", *DAY),
    "pack": ("pack", "rowan", "--out", "out", *DAY),
    "init": ("init", "new-library", "--name", "Ashdale Partnership", "--area", "Ashdale", "--no-input"),
    "init here": ("init", "repository", "--name", "Ashdale Partnership", "--area", "Ashdale", "--no-input"),
}
DRAWS_SHEETS: Final = frozenset({"publish-addresses", "pack"})
STEPS: Final = 3
FIRST_STEPS: Final = {"new notice": 4, "new case": 5, "publish-addresses": 3, "sent": 4, "bulletin": 8, "init here": 75}
"""The number of steps of the commands that make few of them."""

EVERY_STEP: Final = "LIBRARY_EVERY_STEP" in os.environ
MOST_STEPS: Final = 200
UPLOADED: Final = pdfs.good(title="Rowan: corrected report")
SIGNALS: Final = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)


def sources(root: Path) -> dict[str, bytes]:
    """The files that an editor has, without what a killed command leaves and git ignores."""
    return {
        name: data
        for name, data in files_of(root).items()
        if not name.startswith((".cache/", "site/")) and ".tmp-" not in name and ".pouring-" not in name
    }


@pytest.fixture(scope="module", params=COMMANDS)
def command(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, str]:
    """The site before a command, and the name of the command."""
    name, folder = request.param, tmp_path_factory.mktemp("killed") / "start"
    site = site_with_a_pdf(folder) if name in {"replace-document", "pack"} else Site(lay(folder))
    if name == "init here":
        site.write("repository/LICENSE", "Invented.\n")
    (site.root / "other.pdf").write_bytes(pdfs.good(title="Rowan: corrected report"))
    site.write("listing.txt", LISTING)
    drafts = {
        "publish": ["briefings/checking-in/briefing.yml"],
        "schedule": [CASE, "briefings/rowan-lessons/briefing.yml"],
    }
    for record in drafts.get(name, []):
        site.write(record, (site.root / record).read_text("utf-8") + "status: draft\n")
    if name in {"sent", "bulletin"}:
        assert run_in_copy(site.root, ("new", "bulletin", "2022-q3", "--no-input")).status == 0
        site.change("content/bulletins/2022-q3.yml", "status: draft\n", "")
        site.change("content/bulletins/2022-q3.yml", "Write two to four sentences here", "Invented words")
        site.change(
            "content/bulletins/2022-q3.yml", "what this quarter brought, and what readers should look at first", "x"
        )
    if name == "undo":
        assert run_in_copy(site.root, COMMANDS["rename"]).status == 0
    return site, name


def copy_of(site: Site, to: Path) -> Path:
    return Path(shutil.copytree(site.root, to, symlinks=True))


def test_a_command_that_is_killed_is_completed_by_the_next_run(command: tuple[Site, str], tmp_path: Path) -> None:
    site, name = command
    run = run_in_new_process if name in DRAWS_SHEETS else run_in_copy
    before = sources(site.root)
    clean = copy_of(site, tmp_path / "clean")
    whole = run(clean, COMMANDS[name])
    assert whole.status == 0, whole.text
    after = sources(clean)
    assert after != before
    random = Random(name)
    for step in range(MOST_STEPS) if EVERY_STEP else sorted(random.sample(range(FIRST_STEPS.get(name, 12)), STEPS)):
        number = SIGNALS[step % 3]
        root = copy_of(site, tmp_path / f"step-{step}")
        killed = run(root, COMMANDS[name], step, number)
        assert "Traceback" not in killed.text, killed.text
        left = sources(root)
        assert [file for file, data in left.items() if data not in (before.get(file), after.get(file))] == [], step
        if killed.status == 0:
            assert left == after
            if EVERY_STEP:
                return
        if number != signal.SIGKILL:
            assert left in (before, after), f"a signal that can be caught leaves no half of a change (step {step})"
        again = run(root, COMMANDS[name])
        assert "Traceback" not in again.text, again.text
        assert sources(root) == after, (step, number, again.text)
        shutil.rmtree(root)


def test_a_build_after_a_killed_command_says_what_to_type_and_writes_nothing(tmp_path: Path) -> None:
    site = Site(lay(tmp_path / "site"))
    before = sources(site.root)
    for step in reversed(range(60)):  # the files of the change are written at the end
        root = copy_of(site, tmp_path / f"step-{step}")
        run_in_copy(root, COMMANDS["rename"], step)
        half = sources(root)
        if "error[S085]" in run_in_copy(root, ("check", "--records", *DAY)).text:
            break
        shutil.rmtree(root)
    else:
        pytest.fail("no step leaves half of the change")
    built = run_in_copy(root, ("build", *DAY))
    assert "error[S085]: a command was interrupted: Rename " in built.text
    assert "  --> " in built.text and 'type "library undo"' in built.text
    assert not (root / "site").exists()
    assert sources(root) == half
    undone = run_in_copy(root, COMMANDS["undo"])
    assert (undone.status, sources(root)) == (0, before), undone.text
    assert "S085" not in run_in_copy(root, ("check", "--records", *DAY)).text


def save_in_a_form(root: Path) -> None:
    """What the button Save of `library edit` does: a new summary, and a document that was uploaded."""
    form = FORMS["case"]
    opened = open_record(root, form, "rowan").value
    assert opened is not None
    wanted = {
        **opened.values,
        "summary": "Rowan was five years old and lived in Ashdale.",
        "documents": [{"kind": "report", "file": "corrected.pdf"}],
    }
    change = RecordChange(form, "rowan", opened.text, wanted, uploads={"corrected.pdf": UPLOADED})
    print(save_record(BuildOptions(root, date(2026, 5, 1)), change))


def test_a_save_in_a_form_is_whole_or_not_there_and_the_next_save_completes_it(tmp_path: Path) -> None:
    site = Site(lay(tmp_path / "start"))
    before = sources(site.root)
    clean = copy_of(site, tmp_path / "clean")
    whole = run_in_copy(clean, (), work=save_in_a_form)
    assert (whole.status, "SaveState.SAVED" in whole.text) == (0, True), whole.text
    after = sources(clean)
    assert {name for name in after if after[name] != before.get(name)} == {CASE, "content/cases/rowan/corrected.pdf"}
    for step in range(MOST_STEPS):
        number = SIGNALS[step % 3]
        root = copy_of(site, tmp_path / f"step-{step}")
        killed = run_in_copy(root, (), step, number, save_in_a_form)
        left = sources(root)
        assert [file for file, data in left.items() if data not in (before.get(file), after.get(file))] == [], step
        if killed.status == 0:
            assert left == after
            return
        assert left[CASE] == before[CASE] or left == after, "a record never names a file that is not there"
        again = run_in_copy(root, (), work=save_in_a_form)
        assert sources(root) == after, (step, number, again.text)
        shutil.rmtree(root)


def with_sorted_redirects(root: Path) -> dict[str, list[bytes] | bytes]:
    """The sources. Redirects may be in the order in which the documents were fetched."""
    redirects = "content/redirects.yml"
    return {name: sorted(data.splitlines()) if name == redirects else data for name, data in sources(root).items()}


def test_fetched_documents_are_stored_with_their_records_whenever_the_command_is_killed(tmp_path: Path) -> None:
    site = Site(lay(tmp_path / "start"))
    with old_site.serving() as server:
        for case in ("willow", "hazel"):
            site.write(
                f"content/cases/{case}/case.yml",
                f"# Invented.\nname: {case.title()}\nstatus: draft\npublished: 2022-06\nsummary: A child who moved.\n"
                f'documents:\n  - kind: report\n    url: "{server.url}/images/willow.pdf?{case}"\n'
                "sources: [Invented]\n",
            )
        command = ("import-documents", "--allow-private", "--delay", "0")
        before = sources(site.root)
        clean = copy_of(site, tmp_path / "clean")
        whole = run_in_copy(clean, command)
        after = sources(clean)
        assert len(after) >= len(before) + 2, whole.text
        for step in range(MOST_STEPS) if EVERY_STEP else (2, 5, 6, 9):
            number = SIGNALS[step % 3]
            root = copy_of(site, tmp_path / f"step-{step}")
            killed = run_in_copy(root, command, step, number)
            assert "Traceback" not in killed.text, killed.text
            left = sources(root)
            if killed.status == whole.status:
                assert left == after
                return
            for case in ("willow", "hazel"):
                record = f"content/cases/{case}/case.yml"
                assert left[record] in (before[record], after[record]), (step, number)
            again = run_in_copy(root, command)
            assert with_sorted_redirects(root) == with_sorted_redirects(clean), (step, number, again.text)
            shutil.rmtree(root)


@pytest.mark.parametrize("target", ["text.yml", "../../../elsewhere.yml", "nothing.yml", "case.yml"])
def test_a_record_behind_a_link_is_changed_by_no_command(tmp_path: Path, target: str) -> None:
    site = Site(lay(tmp_path / "site"))
    record = site.root / CASE
    if target in ("nothing.yml", "case.yml"):
        record.unlink()
    else:
        record.rename(record.parent / target)
    record.symlink_to(target)
    before = sources(site.root)
    checked = run_in_copy(site.root, ("check", "--records", *DAY))
    assert (
        f"{CASE} is a link that leads to another place" in checked.text or "a link that leads nowhere" in checked.text
    )
    for name in ("schedule", "archive", "rename", "withdraw"):
        ended = run_in_copy(site.root, COMMANDS[name])
        assert ended.status == 1 and 'the record of "rowan" has errors' in ended.text, ended.text
        assert "Traceback" not in ended.text
    assert record.is_symlink() and str(record.readlink()) == target
    assert sources(site.root) == before

"""A command that changes records is killed at any step: no file is torn, and the next run completes the change.

`LIBRARY_EVERY_STEP=1` tries every step. Without it, a few of each command are tried, always the same ones.
"""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path
from random import Random
from typing import Final

import pytest

from tests import pdfs
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
}
STEPS: Final = 3
FIRST_STEPS: Final = {"new notice": 4, "new case": 5, "publish-addresses": 3}
"""The number of steps of the commands that make few of them."""

EVERY_STEP: Final = "LIBRARY_EVERY_STEP" in os.environ
MOST_STEPS: Final = 200
SIGNALS: Final = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)


def sources(root: Path) -> dict[str, bytes]:
    """The files that an editor has, without what a killed command leaves and git ignores."""
    return {
        name: data
        for name, data in files_of(root).items()
        if not name.startswith((".cache/", "site/", ".pouring-", ".start.pouring-")) and ".tmp-" not in name
    }


@pytest.fixture(scope="module", params=COMMANDS)
def command(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, str]:
    """The site before a command, and the name of the command."""
    name, folder = request.param, tmp_path_factory.mktemp("killed") / "start"
    site = site_with_a_pdf(folder) if name == "replace-document" else Site(lay(folder))
    (site.root / "other.pdf").write_bytes(pdfs.good(title="Rowan: corrected report"))
    site.write("listing.txt", LISTING)
    drafts = {
        "publish": ["briefings/checking-in/briefing.yml"],
        "schedule": [CASE, "briefings/rowan-lessons/briefing.yml"],
    }
    for record in drafts.get(name, []):
        site.write(record, (site.root / record).read_text("utf-8") + "status: draft\n")
    if name == "undo":
        assert run_in_copy(site.root, COMMANDS["rename"]).status == 0
    return site, name


def copy_of(site: Site, to: Path) -> Path:
    return Path(shutil.copytree(site.root, to, symlinks=True))


def test_a_command_that_is_killed_is_completed_by_the_next_run(command: tuple[Site, str], tmp_path: Path) -> None:
    site, name = command
    run = run_in_new_process if name == "publish-addresses" else run_in_copy
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

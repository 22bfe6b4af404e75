"""A build that cannot write everything writes nothing, and says the truth about it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Site, Told, files_of

if TYPE_CHECKING:
    from pathlib import Path

NOTHING = "nothing was written, the site is unchanged"


def change_every_page(site: Site) -> None:
    site.change("content/partnership.yml", "learning library", "second library")


def build_with(site: Site, patch: str, *arguments: str) -> Told:
    """A build in a separate process, in which `patch` has replaced calls of the system."""
    code = f"import errno, os, signal, sys\nfrom pathlib import Path\n{patch}\nfrom generator.cli import main\nmain()"
    command = [sys.executable, "-c", code, "build", "--root", str(site.root), "--today", "2026-05-01", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    return Told(done.returncode, done.stdout + done.stderr)


def leftovers(site: Site) -> list[str]:
    return [each.name for folder in (site.root, site.output) for each in folder.iterdir() if "pouring-" in each.name]


def test_a_full_disk_is_met_before_any_file_of_the_site_is_touched(site: Site) -> None:
    before = files_of(site.output)
    change_every_page(site)
    full = """
write, count = os.write, [0]
def full(descriptor, data):
    if ".pouring-" in os.readlink(f"/proc/self/fd/{descriptor}"):
        count[0] += 1
        if count[0] > 60:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    return write(descriptor, data)
os.write = full
"""
    told = build_with(site, full)
    assert told.status == 2, told.text
    assert "error[S007]" in told.text
    assert "No space left on device" in told.text
    assert NOTHING in told.text
    assert files_of(site.output) == before
    assert leftovers(site) == []
    site.build()


def test_a_file_that_cannot_be_replaced_leaves_the_site_as_it_was(site: Site) -> None:
    before = files_of(site.output)
    change_every_page(site)
    site.write("content/notices/new-one.yml", (site.root / "content/notices/tarn-walkers.yml").read_text("utf-8"))
    (site.root / "content" / "notices" / "tarn-walkers.yml").unlink()
    # A folder where the build writes its list of files, which is the last file of all.
    (site.output / ".library-files").unlink()
    (site.output / ".library-files" / "inside").mkdir(parents=True)
    try:
        told = site.library("build", "--today", "2026-05-01")
        assert told.status == 2, told.text
        assert "error[S007]" in told.text
        assert f"{site.output / '.library-files'} cannot be written" in told.text
        assert NOTHING in told.text
        after = files_of(site.output)
        assert after == {name: data for name, data in before.items() if name != ".library-files"}
        assert not (site.output / "resources" / "new-one").exists()
        assert leftovers(site) == []
    finally:
        (site.output / ".library-files" / "inside").rmdir()
        (site.output / ".library-files").rmdir()
    site.build()


def test_a_first_build_that_fails_leaves_no_folder(site: Site, tmp_path: Path) -> None:
    told = build_with(
        site,
        """
replace, count = os.replace, [0]
def fail(source, target):
    count[0] += ".pouring-" in str(source)
    if count[0] == 30:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
    replace(source, target)
os.replace = fail
""",
        *("--out", str(tmp_path / "new" / "folder")),
    )
    assert told.status == 2
    assert NOTHING in told.text
    assert list(tmp_path.iterdir()) == []


def test_when_the_changes_cannot_be_undone_the_report_says_how_many_files_are_new(site: Site) -> None:
    before = files_of(site.output)
    change_every_page(site)
    told = build_with(
        site,
        """
replace, count = os.replace, [0]
def fail(source, target):
    count[0] += ".pouring-" in str(source)
    if count[0] > 12:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))
    replace(source, target)
os.replace = fail
""",
    )
    changed = [name for name, data in files_of(site.output).items() if before[name] != data]
    assert told.status == 2
    assert NOTHING not in told.text
    assert "12 files were already replaced" in told.text
    assert " 12 written, 0 removed" in told.text
    assert len(changed) == 12
    site.build()
    assert "0 written, 0 removed" in site.build().text
    assert leftovers(site) == []


@pytest.mark.parametrize("code", ["EXDEV", "EROFS"])
def test_an_output_folder_from_which_nothing_can_be_moved_is_written_all_the_same(site: Site, code: str) -> None:
    """As a separate mount, or below a folder that is read-only."""
    mount = f"""
def refuse_across(call):
    def refusing(source, target, **more):
        inside = [os.path.abspath(each).startswith("{site.output}/") for each in (source, target)]
        if inside[0] != inside[1]:
            raise OSError(errno.{code}, os.strerror(errno.{code}))
        return call(source, target, **more)
    return refusing
os.rename, os.replace, os.link = map(refuse_across, (os.rename, os.replace, os.link))
"""
    change_every_page(site)
    told = build_with(site, mount)
    assert told.status == 0, told.text
    after = files_of(site.output)
    assert not [name for name in after if "pouring-" in name]
    assert leftovers(site) == []
    assert "0 written, 0 removed" in site.build().text
    # Killed in the middle: what is left in the folder is no part of the site, and the next build removes it.
    site.change("content/partnership.yml", "second library", "third library")
    killed = """
replace, count = os.replace, [0]
def kill(source, target):
    count[0] += ".pouring-" in str(source)
    if count[0] == 9:
        os.kill(os.getpid(), signal.SIGKILL)
    replace(source, target)
os.replace = kill
"""
    assert build_with(site, mount + killed).status == -signal.SIGKILL
    assert len(leftovers(site)) == 1
    assert "S01" not in site.library("check", "--today", "2026-05-01").text
    assert "S01" not in site.build().text
    assert leftovers(site) == []


def test_a_build_that_is_interrupted_while_it_replaces_files_undoes_that(site: Site) -> None:
    before = files_of(site.output)
    change_every_page(site)
    told = build_with(
        site,
        """
replace, count = os.replace, [0]
def interrupt(source, target):
    count[0] += ".pouring-" in str(source)
    if count[0] == 20:
        count[0] += 1
        os.kill(os.getpid(), signal.SIGINT)
    replace(source, target)
os.replace = interrupt
""",
    )
    assert told.status == 1, told.text
    assert files_of(site.output) == before
    assert leftovers(site) == []


def test_the_entry_file_of_the_search_is_replaced_last(site: Site) -> None:
    before = files_of(site.output / "search" / "index")
    site.change("content/cases/heron/case.yml", "for a year", "for two winters")
    site.change("content/partnership.yml", "learning library", "second library")
    told = build_with(
        site,
        """
replace = os.replace
def kill(source, target):
    if str(target).endswith("/pagefind-entry.json"):
        os.kill(os.getpid(), signal.SIGKILL)
    replace(source, target)
os.replace = kill
""",
    )
    assert told.status == -signal.SIGKILL
    left = files_of(site.output / "search" / "index")
    assert left["pagefind-entry.json"] == before["pagefind-entry.json"]
    assert {name: left.get(name) for name in before if re.search(r"\.pf_\w+$", name)} == {
        name: data for name, data in before.items() if re.search(r"\.pf_\w+$", name)
    }
    assert b"second library" in (site.output / "index.html").read_bytes()
    site.build()
    after = files_of(site.output / "search" / "index")
    assert {name for name in after if name not in left} == set(), "every part of the new index was there already"
    assert after["pagefind-entry.json"] != before["pagefind-entry.json"]

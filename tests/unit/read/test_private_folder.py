"""What is kept outside the repository: laid over a case's workflow by key, and never shown."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.diagnostics import Diagnostic
from generator.read import find_project, open_cache
from generator.report import FORMATS, report
from tests.unit.diagnostics.conftest import lay, run

CANARY: Final = "zzcanary"
TODAY: Final = date(2026, 11, 22)
CASE: Final = "content/cases/rowan/case.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small valid site; its case has a workflow with a fault that is no fault of the private folder."""
    root = lay(tmp_path / "site")
    record = root / CASE
    text = record.read_text(encoding="utf-8")
    record.write_text(f"{text}workflow:\n  media_contact: the council\n  methodology: written in the record\n")
    return root


@pytest.fixture
def keep(tmp_path: Path) -> Callable[..., Path]:
    """Writes Rowan's file in a private folder; gives the folder."""

    def write(text: str, name: str = "rowan.yml") -> Path:
        folder = tmp_path / "private"
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(f"# {CANARY}\n{text}", encoding="utf-8")
        return folder

    return write


def found(root: Path, private: Path | None) -> tuple[Diagnostic, ...]:
    return validate_and_link(BuildOptions(root, TODAY, private=private)).diagnostics


def codes(root: Path, private: Path | None) -> list[str]:
    return sorted(each.code for each in found(root, private))


def test_each_key_of_the_private_file_takes_the_place_of_the_records_own(root: Path, keep: Callable[..., Path]) -> None:
    folder = keep("methodology: written in private\nfamily_informed: 2022-08\n")
    records = validate_and_link(BuildOptions(root, TODAY, private=folder)).records
    assert records is not None
    steps = records.cases[0].record.workflow
    assert steps is not None and steps.family_informed is not None
    assert (steps.media_contact, steps.methodology) == ("the council", "written in private")
    assert "W911" in codes(root, None)
    assert "W911" not in codes(root, folder)


def test_a_case_without_workflow_gets_the_private_one(root: Path, keep: Callable[..., Path]) -> None:
    record = root / CASE
    record.write_text(record.read_text(encoding="utf-8").partition("workflow:")[0], encoding="utf-8")
    assert codes(root, None) == []
    assert "W908" in codes(root, keep("methodology: invented\n"))


def test_a_finding_names_the_private_file_where_that_says_it(root: Path, keep: Callable[..., Path]) -> None:
    folder = keep("legal_check: 2022-11-02\n")
    by_code = {each.code: each.location for each in found(root, folder)}
    late, missing = by_code["W910"], by_code["W911"]
    assert late is not None and missing is not None
    assert (late.file, late.line, late.column) == ((folder / "rowan.yml").as_posix(), 2, 14)
    assert missing.file == (folder / "rowan.yml").as_posix()


FAULTS: Final = {
    "R204": f"referral: {CANARY}\n",
    "R201": f"{CANARY}: 1\n",
    "Y101": f"notes: [{CANARY}\nreferral: x: {CANARY}\n",
    "Y102": f"methodology: {CANARY}\nmethodology: {CANARY} 2\n",
    "Y103": "methodology: no\n",
    "Y105": f"methodology: &{CANARY} x\n",
    "Y106": f"{CANARY}\n",
}


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_is_told_at_its_line_without_what_is_written(root: Path, keep: Callable[..., Path], code: str) -> None:
    folder = keep(FAULTS[code])
    told = [each for each in found(root, folder) if each.severity == "error"]
    assert {each.code for each in told} == {code}
    for form in FORMATS:
        assert CANARY not in report(told, form)
    for each in told:
        assert each.location is not None
        assert each.location.file == (folder / "rowan.yml").as_posix()
        assert not each.location.source


@pytest.mark.parametrize("code", [fault for fault in FAULTS if fault.startswith("Y") and fault != "Y106"])
def test_the_same_holds_for_workflow_in_the_record_itself(root: Path, code: str) -> None:
    inside = FAULTS[code].replace("methodology", "notes").replace("\n", "\n  ")
    record = root / CASE
    record.write_text(record.read_text(encoding="utf-8") + f"  # {CANARY}\n  {inside}\n", encoding="utf-8")
    told = [each for each in found(root, None) if each.severity == "error"]
    assert code in {each.code for each in told}
    for form in FORMATS:
        assert CANARY not in report(told, form)


def test_a_fault_outside_workflow_is_shown_as_ever(root: Path) -> None:
    record = root / CASE
    record.write_text(record.read_text(encoding="utf-8") + "summary: said twice\n", encoding="utf-8")
    told = report(found(root, None))
    assert "said twice" in told


def test_a_process_that_keeps_what_it_has_read_sees_a_change(root: Path, keep: Callable[..., Path]) -> None:
    project = find_project(root).value
    assert project is not None
    request = BuildOptions(root, TODAY, private=keep("media_contact: the police\n"), read_cache=open_cache(project))
    for named in ("the police", "the council again"):
        keep(f"media_contact: {named}\n")
        records = validate_and_link(request).records
        assert records is not None and records.cases[0].record.workflow is not None
        assert records.cases[0].record.workflow.media_contact == named
    without = validate_and_link(replace(request, private=None)).records
    assert without is not None and without.cases[0].record.workflow is not None
    assert without.cases[0].record.workflow.media_contact == "the council"


def test_a_folder_that_the_repository_keeps_is_refused_and_one_that_it_does_not_is_read(
    root: Path, keep: Callable[..., Path]
) -> None:
    inside = root / "private"
    keep("methodology: invented\n").rename(inside)
    subprocess.run(("git", "init", "-q"), cwd=root, check=True)
    assert "W922" not in codes(root, inside)
    subprocess.run(("git", "add", "private/rowan.yml"), cwd=root, check=True)
    assert "W922" in codes(root, inside)
    assert run(root, "check", "--records", "--private", str(inside)).status == 2


def test_a_folder_is_refused_if_git_cannot_be_asked_about_it(root: Path, keep: Callable[..., Path]) -> None:
    """Git refuses a broken repository as it refuses the repository of another user."""
    (root / ".git").write_text("gitdir: nowhere\n", encoding="utf-8")
    keep("methodology: invented\n").rename(root / "private")
    assert [each.code for each in found(root, root / "private") if each.code == "W922"] == ["W922"]
    assert "W922" not in codes(root, keep("methodology: invented\n"))


def test_a_folder_among_the_pages_is_refused_without_git_too(root: Path, keep: Callable[..., Path]) -> None:
    keep("methodology: invented\n").rename(root / "content" / "pages" / "private")
    assert "W922" in codes(root, root / "content" / "pages" / "private")


def test_a_folder_in_a_private_repository_of_its_own_is_read(root: Path, keep: Callable[..., Path]) -> None:
    folder = keep("methodology: invented\n")
    for place in (root, folder):
        subprocess.run(("git", "init", "-q"), cwd=place, check=True)
    subprocess.run(("git", "add", "."), cwd=folder, check=True)
    assert "W922" not in codes(root, folder)


def test_a_file_where_a_folder_should_be_is_told(root: Path, keep: Callable[..., Path]) -> None:
    assert "W921" in codes(root, keep("methodology: invented\n") / "rowan.yml")


def test_a_private_file_of_no_case_gets_the_nearest_id(root: Path, keep: Callable[..., Path]) -> None:
    keep("methodology: invented\n", "rowann.yml")
    folder = keep("methodology: invented\n", "rowan.yaml")
    hints = sorted(str(each.hint) for each in found(root, folder) if each.code == "W920")
    assert hints == ['did you mean "rowan"?', "rename it to rowan.yml"]


def test_the_environment_names_the_folder_as_well(
    root: Path, keep: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIBRARY_PRIVATE", str(keep("family_informed: 2022-08\n")))
    assert "W911" not in run(root, "check", "--records").told
    monkeypatch.setenv("LIBRARY_PRIVATE", "")
    assert "W911" in run(root, "check", "--records").told


def test_every_command_that_stops_at_an_error_knows_the_folder(root: Path, keep: Callable[..., Path]) -> None:
    record = root / CASE
    text = record.read_text(encoding="utf-8").replace(
        "availability: on-request", 'url: "https://tarnshire.example/a.pdf"'
    )
    record.write_text(text, encoding="utf-8")
    keep("report_holds: [improvements, reasons]\n")
    commands = (
        ("check", "--records"),
        ("build",),
        ("publish-addresses",),
        ("year", "2022-23"),
        ("bulletin", "2022-q3"),
    )
    for command in commands:
        told = run(root, *command)
        assert "[W903]" in f"{told.told} {told.closing}", command
        told = run(root, *command, "--private", str(root.parent / "private"))
        assert "[W903]" not in f"{told.told} {told.closing}", command


def test_nothing_of_it_reaches_the_site_or_what_is_kept_beside_it(root: Path, keep: Callable[..., Path]) -> None:
    """Nor does it change a byte of what is public."""
    fast = ("build", "--without", "search", "--without", "sheets")
    assert run(root, *fast).status == 0
    before = {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}
    steps = "".join(f"{name}: {CANARY}\n" for name in ("methodology", "media_contact"))
    folder = keep(f"{steps}notes: [{CANARY}]\nplanned: 2031-07-08\nsign_off: [{{by: {CANARY}, date: 2022}}]\n")
    done = run(root, *fast, "--private", str(folder))
    assert done.status == 0
    assert " 0 written, 0 removed" in done.closing
    assert before == {path: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()}
    for path in root.rglob("*"):
        if path.is_file():
            assert CANARY.encode() not in path.read_bytes(), path
            assert b"2031-07-08" not in path.read_bytes(), path

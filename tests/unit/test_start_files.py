"""The files that install and start the program by a double-click.

`Start library.command` runs here, with an invented uv and an invented Python. `Start library.cmd` has the same steps,
but only Windows can run it: here its form is checked, and `.github/workflows/install.yml` runs it.
"""

from __future__ import annotations

import os
import re
import stat
import subprocess
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from generator.cli import main

REPOSITORY: Final = Path(__file__).parents[2]
CMD: Final = "Start library.cmd"
COMMAND: Final = "Start library.command"
LINES: Final = (REPOSITORY / CMD).read_bytes().decode("ascii").split("\r\n")
CODE: Final = [line for line in LINES if line and not line.startswith(("rem ", "echo", ":"))]
WHEEL: Final = "reviews_library-9.9-py3-none-any.whl"


@pytest.mark.parametrize("name", [CMD, COMMAND])
def test_a_new_library_has_the_start_files_of_the_project(name: str, tmp_path: Path) -> None:
    answers = ("--no-input", "--name", "Ashdale Board", "--area", "Ashdale")
    assert CliRunner().invoke(main, ["init", str(tmp_path / "new"), *answers]).exit_code == 0
    written = tmp_path / "new" / name
    assert written.read_bytes() == (REPOSITORY / name).read_bytes()
    assert os.name == "nt" or written.stat().st_mode & stat.S_IXUSR
    assert "*.cmd -text\n" in (tmp_path / "new" / ".gitattributes").read_text(encoding="utf-8")


def test_the_windows_file_has_the_line_endings_and_letters_that_cmd_reads() -> None:
    data = (REPOSITORY / CMD).read_bytes()
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert "*.cmd -text\n" in (REPOSITORY / ".gitattributes").read_text(encoding="utf-8")


def test_each_label_of_the_windows_file_is_reached_and_each_goto_has_a_label() -> None:
    labels = [line[1:] for line in LINES if line.startswith(":")]
    reached = {name for line in LINES for name in re.findall(r"\bgoto (\w+)", line)}
    assert len(labels) == len({*labels})
    assert reached == {*labels}


def test_paths_in_the_windows_file_are_in_quotes_and_no_block_can_break_at_a_bracket() -> None:
    for line in CODE:
        assert line.count('"') % 2 == 0, line
        outside = "".join(line.split('"')[::2])
        paths = re.findall(r"%(?!~|\*|WHAT%|PY%|STATUS%|ERRORLEVEL%|%)(\w+)%", outside)
        assert paths == [], line
        assert not re.search(r"\bdo \(|\) else|^if .*\($", outside), line
    assert "setlocal EnableExtensions DisableDelayedExpansion" in CODE
    assert not any("!" in "".join(line.split('"')[::2]).replace("!=", "") for line in CODE)


def test_each_step_of_the_windows_file_that_can_fail_is_followed_by_what_to_do() -> None:
    risky = [line for line in CODE if re.search(r" venv | -m venv|pip install|^copy ", line)]
    assert len(risky) == 7
    assert all(line.endswith("|| goto not_installed") for line in risky)
    installs = [line for line in risky if "pip install" in line]
    assert all("--only-binary :all:" in line and line.count("%WHAT%") == 1 for line in installs)
    assert LINES[LINES.index(":wait") + 1 : LINES.index(":end")] == ["echo.", "pause"]


def test_both_files_say_the_same() -> None:
    told = {line.removeprefix("echo ").strip() for line in LINES if line.startswith("echo ")} - {"off"}
    text = (REPOSITORY / COMMAND).read_text(encoding="utf-8")
    only_windows = [line for line in sorted(told) if line not in text]
    assert [line[:24] for line in only_windows] == [
        "1. Open the list of prog",
        "If it is not in the list",
        "The old version of the p",
        "This folder cannot be op",
    ]


# What follows runs the file for macOS and Linux.

PYTHON_STUB: Final = """#!/bin/sh
case "$1 $2" in
    "-c "*) exit 0 ;;
    "-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
    "-m pip") shift 2; echo "pip $*"; [ ! -e no-internet ] ;;
    "-m generator") shift 2; echo "library $*" ;;
esac
"""
UV_STUB: Final = """#!/bin/sh
case "$1" in
    venv) mkdir -p "$5/bin" && cp "$(dirname "$0")/stub" "$5/bin/python" ;;
    pip) echo "uv $*" ;;
esac
"""
LIBRARY_STUB: Final = '#!/bin/sh\necho "installed library $*"\n'


class Computer:
    """A computer with the programs that a test gives it, and a library in a folder with an odd name."""

    def __init__(self, folder: Path) -> None:
        self.library = folder / "Ashdale's (new) reviews & 李"
        self.home = folder / "home of o'neil"
        self.programs = folder / "programs"
        for path in (self.library, self.home, self.programs):
            path.mkdir()
        (self.library / COMMAND).write_bytes((REPOSITORY / COMMAND).read_bytes())
        (self.library / COMMAND).chmod(0o755)
        for name in ("sh", "uname", "dirname", "mkdir", "cp", "rm", "cat", "cmp", "ls", "head", "mv"):
            (self.programs / name).symlink_to(
                Path("/bin") / name if (Path("/bin") / name).exists() else f"/usr/bin/{name}"
            )

    def has(self, name: str, text: str) -> None:
        path = self.programs / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def start(self, *words: str) -> tuple[int, str]:
        done = subprocess.run(
            [str(self.library / COMMAND), *words],
            cwd="/",
            env={"HOME": str(self.home), "PATH": str(self.programs)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    if os.name == "nt":
        pytest.skip("Windows has no /bin/sh")
    return Computer(tmp_path)


def test_without_the_program_it_says_which_file_to_get(computer: Computer) -> None:
    status, told = computer.start()
    assert status == 2
    assert "Its name begins with reviews_library and ends in .whl." in told


def test_without_python_it_says_what_to_install(computer: Computer) -> None:
    (computer.library / WHEEL).write_bytes(b"one")
    computer.has("python3.12", "#!/bin/sh\nexit 1\n")
    status, told = computer.start()
    if "Step 1 of 3" in told:
        pytest.skip("this computer has a Python in /usr/local/bin, where the file looks too")
    assert status == 2
    assert "This computer has no Python that the program can use." in told


def test_the_first_start_installs_and_the_second_only_starts(computer: Computer) -> None:
    (computer.library / WHEEL).write_bytes(b"one")
    computer.has("python3.12", PYTHON_STUB)
    status, told = computer.start()
    assert status == 0
    steps = [
        "Step 1 of 3",
        "Step 2 of 3",
        f"pip install --no-compile --retries 1 --only-binary :all: ./{WHEEL}",
        "Step 3 of 3",
    ]
    places = [told.index(step) for step in [*steps, "Starting the library", "library edit"]]
    assert places == sorted(places)
    assert computer.start()[1].splitlines()[1:] == ["library edit"]
    assert computer.start("check", "--all") == (0, "library check --all\n")


def test_uv_is_used_where_it_is(computer: Computer) -> None:
    (computer.library / WHEEL).write_bytes(b"one")
    computer.has("uv", UV_STUB)
    computer.has("stub", PYTHON_STUB)
    status, told = computer.start("list")
    assert status == 0
    assert "uv pip install --python" in told
    assert told.endswith("library list\n")


def test_a_newer_program_next_to_the_file_is_installed(computer: Computer) -> None:
    (computer.library / WHEEL).write_bytes(b"one")
    computer.has("python3.12", PYTHON_STUB)
    computer.start()
    (computer.library / WHEEL).write_bytes(b"two")
    assert "Step 2 of 3" in computer.start()[1]
    assert "Step 2 of 3" not in computer.start()[1]


def test_an_interrupted_installation_is_done_again_and_the_reasons_are_said(computer: Computer) -> None:
    (computer.library / WHEEL).write_bytes(b"one")
    computer.has("python3.12", PYTHON_STUB)
    (computer.library / "no-internet").touch()
    status, told = computer.start()
    assert status == 2
    assert "There is no internet. Connect this computer, and start again." in told
    assert "library edit" not in told
    (computer.library / "no-internet").unlink()
    assert computer.start()[0] == 0


def test_the_version_that_worked_is_kept_if_a_newer_one_cannot_be_installed(computer: Computer) -> None:
    (computer.library / WHEEL).write_bytes(b"one")
    computer.has("python3.12", PYTHON_STUB)
    computer.start()
    (computer.library / WHEEL).write_bytes(b"two")
    (computer.library / "no-internet").touch()
    status, told = computer.start()
    assert status == 2
    assert "take the new .whl file out of this folder" in told
    (computer.library / WHEEL).unlink()
    assert computer.start()[1].splitlines()[1:] == ["library edit"]
    assert [path.name for path in computer.home.rglob("program*")] == ["program"]


def test_the_version_that_worked_outlives_an_interrupted_and_a_failed_installation(computer: Computer) -> None:
    (computer.library / WHEEL).write_bytes(b"one")
    computer.has("python3.12", PYTHON_STUB)
    computer.start()
    (program,) = computer.home.rglob("program")
    program.rename(program.with_name("program-old"))
    (program / "bin").mkdir(parents=True)  # the window was closed while the next version was installed
    (computer.library / WHEEL).write_bytes(b"two")
    (computer.library / "no-internet").touch()
    assert computer.start()[0] == 2
    assert (program / "installed").read_bytes() == b"one"


def test_a_folder_of_wheels_replaces_the_internet(computer: Computer) -> None:
    (computer.library / WHEEL).write_bytes(b"one")
    (computer.library / "wheels").mkdir()
    computer.has("python3.12", PYTHON_STUB)
    assert f"--no-index --find-links wheels ./{WHEEL}" in computer.start()[1]


def test_a_program_that_uv_or_pipx_installed_is_started(computer: Computer) -> None:
    computer.has("library", LIBRARY_STUB)
    assert computer.start()[1].splitlines()[1:] == ["installed library edit"]


def test_the_next_library_of_this_user_needs_no_file(computer: Computer) -> None:
    (computer.library / WHEEL).write_bytes(b"one")
    computer.has("python3.12", PYTHON_STUB)
    computer.start()
    (computer.library / WHEEL).unlink()
    assert computer.start()[1].splitlines()[1:] == ["library edit"]


def test_the_folder_of_the_program_itself_is_started_from_its_sources(computer: Computer) -> None:
    (computer.library / "generator" / "cli").mkdir(parents=True)
    (computer.library / "generator" / "cli" / "main.py").touch()
    (computer.library / "requirements.lock").write_text("one", encoding="utf-8")
    computer.has("python3.12", PYTHON_STUB)
    told = computer.start()[1]
    assert "--only-binary :all: --require-hashes -r requirements.lock" in told
    assert told.endswith("library edit\n")
    assert computer.start()[1].splitlines()[1:] == ["library edit"]


def test_an_error_of_the_program_is_passed_on(computer: Computer) -> None:
    computer.has("library", "#!/bin/sh\nexit 3\n")
    status, told = computer.start()
    assert status == 3
    assert told.endswith("The program has stopped. The lines above say why.\n")

"""Someone who has only the wheel starts a library, edits it, imports the old list, and reads the documentation."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit
from urllib.request import HTTPCookieProcessor, build_opener

import pytest

from tests.installed import Installed

LISTINGS: Final = Path(__file__).parents[1] / "listings"
ANSWERS: Final = (
    "--name",
    "Ashdale Safeguarding Board",
    "--area",
    "Ashdale",
    "--address",
    "https://reviews.ashdale.example/",
    "--phone",
    "Duty team: 01632 960001",
    "--documents",
    "reviews@ashdale.example",
)


@pytest.fixture
def library(installed: Installed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new library in a folder whose name has a space and an apostrophe."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "Ashdale's reviews"
    installed.run(tmp_path, "library", "init", str(folder), *ANSWERS, "--no-input")
    return folder


def test_a_new_library_builds_and_its_links_are_right(installed: Installed, library: Path) -> None:
    told = installed.run(library, "library", "build", "--check", statuses=(0, 1))
    assert "error" not in told
    assert "L8" not in told
    assert (library / "site" / "index.html").is_file()
    assert (library / "site" / "assets" / "library.css").is_file()


def test_the_forms_are_shown_to_the_browser_that_has_the_key(installed: Installed, library: Path) -> None:
    with installed.running(library, "library", "edit", "--no-browser", "--port", "0") as process:
        address = first_match(process, r"the forms are at (\S+)")
        opener = build_opener(HTTPCookieProcessor(CookieJar()))
        with opener.open(address, timeout=60) as answer:
            page = answer.read().decode()
        assert "New" in page
        style = re.search(r'href="([^"]+\.css)"', page)
        assert style is not None
        with opener.open(f"http://{urlsplit(address).netloc}{style[1]}", timeout=60) as answer:
            assert answer.status == 200


def first_match(process: subprocess.Popen[str], pattern: str) -> str:
    """The first group of the first line that a process prints with this pattern."""
    assert process.stdout is not None
    seen = []
    for line in process.stdout:
        seen.append(line)
        found = re.search(pattern, line)
        if found:
            return found[1]
    raise AssertionError("".join(seen))


def test_the_old_list_is_imported(installed: Installed, library: Path, tmp_path: Path) -> None:
    listing = shutil.copy(LISTINGS / "council-table.html", tmp_path)
    told = installed.run(
        library, "library", "import", str(listing), "--yes", "--base", "https://www.example.org/reviews"
    )
    assert [*(library / "content" / "cases").glob("*/case.yml")], told


def test_vs_code_gets_the_schemas(installed: Installed, library: Path) -> None:
    installed.run(library, "library", "schema")
    schemas = [*(library / ".vscode" / "library-schemas").glob("*.json")]
    assert schemas
    assert all(json.loads(path.read_bytes()) for path in schemas)


def test_a_message_leads_to_its_explanation(installed: Installed, library: Path) -> None:
    case = library / "content" / "cases" / "hazel" / "case.yml"
    case.parent.mkdir(parents=True)
    case.write_text("name: Hazel\nname: Hazel and Ash\n", encoding="utf-8")
    told = installed.run(library, "library", "build", statuses=(1,))
    command = re.search(r"for more, type (library explain [A-Z0-9 ]+)", told)
    assert command is not None
    assert "Y102 A field appears twice\n" in installed.run(library, *command[1].split())


def test_the_documentation_is_opened(installed: Installed, library: Path) -> None:
    told = installed.run(library, "library", "docs", "records", "--no-browser")
    page = Path(unquote(urlsplit(told.split()[-1]).path))
    assert "<h1" in page.read_text(encoding="utf-8")

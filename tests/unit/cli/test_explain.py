"""What a message means and what its page says, without the project's folder."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner, Result
from selectolax.lexbor import LexborHTMLParser

from generator.cli import main
from generator.diagnostics import CATALOGUE

REPOSITORY = Path(__file__).parents[3]
GENERATOR = REPOSITORY / "generator"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of the program."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def texts_of_messages() -> Iterator[str]:
    """The strings of the generator that are not docstrings, and the files of the starter site."""
    for path in GENERATOR.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        yield from (
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone
        )
    for path in (GENERATOR / "starter_site").rglob("*.*"):
        yield path.read_text(encoding="utf-8")


def test_a_code_is_explained_with_what_is_wrong_and_what_is_right() -> None:
    told = run("explain", "V302")
    assert told.exit_code == 0
    assert told.output.startswith("V302 An unknown theme\n\n")
    assert "Why it matters: Readers could not find the record by this theme.\n" in told.output
    assert "Right:\n\n    themes: [early-help]\n" in told.output
    assert max(len(line) for line in told.output.splitlines()) <= 80


@pytest.mark.parametrize("given", ["v302", "error[V302]:", "V302."])
def test_a_code_can_be_pasted_as_the_message_shows_it(given: str) -> None:
    assert run("explain", given).output.startswith("V302 An unknown theme\n")


def test_every_code_can_be_explained() -> None:
    told = run("explain", *CATALOGUE).output
    missing = [rule.code for rule in CATALOGUE.values() if f"{rule.code} {rule.title}\n" not in told]
    assert missing == []
    assert "```" not in told
    assert not re.search(r"^#+ [A-Z]\d{3} ", told, re.MULTILINE)


def test_a_code_that_does_not_exist_is_reported() -> None:
    told = run("explain", "D999")
    assert told.exit_code == 2
    assert told.stderr == 'library: there is no code "D999"; library docs diagnostics lists them\n'
    assert run("explain", "themes").stderr == (
        'library: there is no code "themes"; a code is a letter and three digits, such as V302\n'
    )


@pytest.mark.parametrize(
    "given", ["records", "records.md", "docs/records.md", "docs/records.md#dates", "docs\\records.md"]
)
def test_a_page_is_opened_by_the_name_that_a_message_gives(given: str, state: Path) -> None:
    told = run("docs", given, "--no-browser")
    path = Path(unquote(urlsplit(told.output.split()[-1]).path))
    assert path == state / "reviews-library" / "documentation" / "records.html"
    assert "<h1" in path.read_text(encoding="utf-8")


def test_the_start_page_lists_every_page_and_every_link_of_the_pages_leads_somewhere(state: Path) -> None:
    assert run("docs", "--no-browser").exit_code == 0
    folder = state / "reviews-library" / "documentation"
    pages = {path: LexborHTMLParser(path.read_bytes()) for path in folder.rglob("*.html")}
    ids = {path: {node.id for node in page.css("[id]")} for path, page in pages.items()}
    listed = {folder / str(link.attributes["href"]) for link in pages[folder / "index.html"].css("a")}
    assert listed == {*pages} - {folder / "index.html"}
    broken = []
    for path, page in pages.items():
        addresses = [str(node.attributes.get("href") or node.attributes.get("src")) for node in page.css("a, img")]
        for address in addresses:
            parts = urlsplit(address)
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            is_found = target.is_file() and (not parts.fragment or unquote(parts.fragment) in ids[target])
            if parts.scheme not in ("https", "http", "mailto") and not is_found:
                broken.append(f"{path.name}: {address}")
    assert broken == []


def test_a_page_that_does_not_exist_is_reported_with_a_similar_one() -> None:
    told = run("docs", "recods", "--no-browser")
    assert told.exit_code == 2
    assert told.stderr == 'library: there is no page "recods"; did you mean "records"?\n'
    assert "records\n" in run("docs", "--list").output


def test_a_message_names_no_page_that_only_the_project_s_folder_has() -> None:
    pages = {name.removesuffix("/README") for name in run("docs", "--list").output.split()}
    texts = [*texts_of_messages()]
    named = {name for text in texts for name in re.findall(r"library docs ([a-z][\w/-]*)", text)}
    assert named
    assert named <= pages
    assert [text for text in texts if re.search(r"docs/[\w-]+\.md", text)] == []

"""No command prints a private term, the words around it or a file name with it. All names are invented."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from generator.report import FORMATS
from tests.unit.diagnostics.conftest import lay, run

FORENAME, SURNAME, BESIDE = "Ottoline", "Quillfeather", "Wexcombe"
CANARIES: Final = (FORENAME.lower(), SURNAME.lower(), BESIDE.lower())
CASE: Final = "content/cases/rowan/case.yml"
FAST: Final = ("--without", "sheets", "--without", "search")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A site with a private name in a text, a misspelt field, a broken link, a file's name and a page's name."""
    root = lay(tmp_path / "site")
    terms = tmp_path / "terms.txt"
    terms.write_text(f"# Invented.\n{FORENAME} {SURNAME}\n", encoding="utf-8")
    monkeypatch.setenv("LIBRARY_PRIVATE_TERMS", str(terms))
    yield root
    assert os.environ["LIBRARY_PRIVATE_TERMS"] == str(terms)


def plant(root: Path, *faults: str) -> None:
    case = root / CASE
    text = case.read_text(encoding="utf-8")
    for fault in faults:
        if fault == "text":
            text = text.replace("Rowan was often", f"{FORENAME} {SURNAME} of {BESIDE} said so. Rowan was often")
        elif fault == "link":
            text = text.replace("Rowan was often", f"[{SURNAME}](case:{FORENAME}-{SURNAME}) Rowan was often".lower(), 1)
        elif fault == "theme":
            text = text.replace("themes: [early-help]", f"themes: [{FORENAME}-{SURNAME}]".lower())
        elif fault == "name":
            text = text.replace("name: Rowan", f"name: {FORENAME} {SURNAME}")
        elif fault == "field":
            text += f"{FORENAME.lower()}_{SURNAME.lower()}: {BESIDE}\n"
        elif fault == "file":
            (root / "content" / "pages" / f"{FORENAME}-{SURNAME}.txt".lower()).write_text(f"{BESIDE}\n")
        elif fault == "page":
            page = root / "content" / "pages" / f"{FORENAME}-{SURNAME}.md".lower()
            page.write_text(f"# {BESIDE}\n\n[nowhere](missing.md)\n")
        elif fault == "document":
            text = text.replace(
                "{kind: report, availability",
                f"{{kind: report, file: {FORENAME}-{SURNAME}.pdf}}\n  - {{kind: report, availability",
            )
    case.write_text(text, encoding="utf-8")


FAULTS: Final = ("text", "link", "theme", "name", "field", "file", "page", "document")


def shown_canaries(text: str) -> list[str]:
    return [canary for canary in CANARIES if canary in text.lower()]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("faults", [(fault,) for fault in FAULTS] + [FAULTS], ids=" ".join)
def test_no_format_of_a_report_shows_it(root: Path, form: str, faults: tuple[str, ...]) -> None:
    plant(root, *faults)
    for command in (("build", *FAST), ("check",)):
        result = run(root, *command, "--format", form)
        assert shown_canaries(result.told + result.closing) == []


def test_the_page_about_links_does_not_show_it(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(root, "page", "file")
    with monkeypatch.context() as without:
        without.delenv("LIBRARY_PRIVATE_TERMS")
        run(root, "build", *FAST)
    run(root, "check", "--report", str(tmp_path / "links.html"))
    assert shown_canaries((tmp_path / "links.html").read_text(encoding="utf-8")) == []


COMMANDS: Final = {
    "list": ("list",),
    "list as JSON": ("list", "--format", "json", "--summaries"),
    "due": ("due", "--weeks", "104"),
    "due as JSON": ("due", "--weeks", "104", "--format", "json"),
    "year": ("year", "2022-23"),
    "timeline": ("timeline", "rowan"),
    "timeline as JSON": ("timeline", "rowan", "--json"),
    "pack": ("pack", "rowan"),
    "publish-addresses": ("publish-addresses",),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("faults", [("name", "text"), ("field", "theme"), ("page", "document")], ids=" ".join)
def test_no_command_prints_it(
    root: Path, tmp_path: Path, command: str, faults: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    plant(root, *faults)
    result = run(root, *COMMANDS[command])
    assert shown_canaries(result.told + result.closing) == []


@pytest.mark.parametrize("command", ["list", "list as JSON", "due as JSON", "year", "timeline"])
def test_a_command_without_private_terms_in_its_output_prints_it(root: Path, command: str) -> None:
    result = run(root, *COMMANDS[command])
    assert "G101" not in result.told
    assert result.told

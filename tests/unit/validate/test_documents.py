"""Planted, found, false: each faulty PDF breaks its own rule and no other, as heavily as the partnership says."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import pytest
from pypdf.generic import TextStringObject

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.model import DocumentRule
from generator.report import FORMATS
from generator.validate.rules.pdf_quality.checks import CHECKS
from generator.validate.rules.pdf_quality.document_issue import subjects
from tests import files_with_more, office_files, pdfs
from tests.unit.diagnostics.conftest import lay, run

TODAY: Final = date(2026, 11, 22)
CODES: Final = {
    "untagged-pdf": "D407",
    "untitled-pdf": "D408",
    "pdf-without-language": "D409",
    "scanned-pdf": "D410",
    "protected-pdf": "D411",
    "comments-left-in": "D412",
    "files-inside": "D413",
    "scripts-inside": "D414",
    "names-in-properties": "D415",
    "another-title": "D416",
    "another-type": "D417",
    "large-file": "D418",
    "picture-properties-in-pdf": "D424",
    "signed-pdf": "D425",
    "office-file": "D426",
    "picture-properties": "D427",
    "unchecked-file": "D428",
    "text-file": "D476",
    "covering-marks": "D430",
    "hidden-text": "D455",
    "hidden-values": "D456",
    "links-to-a-disk": "D457",
    "pictures-without-text": "D460",
    "headings-in-pdf": "D461",
    "tables-in-pdf": "D462",
    "untagged-content": "D463",
    "text-without-unicode": "D464",
    "partly-scanned-pdf": "D465",
    "tags-in-disorder": "D466",
    "cleaned-office-file": "D467",
    "cleaned-picture": "D468",
}
NAMES: Final = {
    "office-file": "report.docx",
    "picture-properties": "report.tif",
    "cleaned-office-file": "report.docx",
    "cleaned-picture": "report.jpg",
    "unchecked-file": "report.zip",
    "text-file": "report.txt",
}
"""The names of the files that are no PDFs."""

ALSO: Final = {"dead-link-in-pdf": None, "cannot-be-cleaned": "D414", "good": None}
"""Files whose fault is found in the built site, or in none: what `library check` finds in them."""

SECRETS: Final = (
    *(pdfs.SECRET, pdfs.AUTHOR, "Quillfeather", "Zebedee", "minutes.txt", "Dokument1", "a.exe", "app.alert"),
    *(files_with_more.STREET, files_with_more.SERIAL, "notes.txt"),
)
CASE: Final = """# Invented for the tests.
name: Hazel
type: cspr
published: 2022-09
summary: Hazel is invented.
sources: [invented]
documents:
"""


@dataclass(frozen=True)
class Site:
    """The small valid site with a case for each file."""

    root: Path

    def add(self, identity: str, data: bytes, more: str = "") -> None:
        """A case with a report. Its file has the name that fits the fault with this id, else `report.pdf`."""
        folder, name = self.root / "content" / "cases" / identity, NAMES.get(identity, "report.pdf")
        folder.mkdir()
        (folder / name).write_bytes(data)
        entry = f"  - kind: report\n    file: {name}\n{more}"
        record = CASE.replace("name: Hazel", f"name: Hazel of {identity}")
        (folder / "case.yml").write_text(record + entry, encoding="utf-8")

    def weigh(self, **severities: str) -> None:
        """Lets the partnership say how much a rule weighs."""
        rules = "".join(
            f"  - {{rule: {name.replace('_', '-')}, severity: {severity}}}\n" for name, severity in severities.items()
        )
        with (self.root / "content" / "partnership.yml").open("a", encoding="utf-8") as partnership:
            partnership.write(f"document_rules:\n{rules}")

    def found(self, command: str = "check", *more: str) -> dict[str, list[tuple[str, str]]]:
        """Code and severity of each finding, by case."""
        told = json.loads(run(self.root, command, "--format", "json", *more).told)
        by_case: dict[str, list[tuple[str, str]]] = {}
        for each in told["diagnostics"]:
            by_case.setdefault(each["location"]["file"].split("/")[2], []).append((each["code"], each["severity"]))
        return by_case


def make(name: str) -> bytes:
    return pdfs.good() if name == "good" else {**pdfs.FAULTY, **files_with_more.MADE, **office_files.MADE}[name]()


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A case for every faulty file, and one for a good one. Tests only look at it."""
    site = Site(lay(tmp_path_factory.mktemp("planted") / "site"))
    for name in {**pdfs.FAULTY, **CODES, "good": ""}:
        site.add(name, make(name))
    return site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """One to be changed."""
    return Site(lay(tmp_path / "site"))


def test_each_faulty_file_is_looked_at_by_every_rule_and_found_by_its_own_alone(planted: Site) -> None:
    records = validate_and_link(BuildOptions(planted.root, TODAY)).records
    assert records is not None
    fired = {
        subject.raw.id: {which for which, look in CHECKS.items() if look(subject) is not None}
        for subject in subjects(records)
    }
    wanted: dict[str, set[DocumentRule]] = {name: {DocumentRule(name)} for name in CODES}
    wanted |= {"dead-link-in-pdf": set(), "cannot-be-cleaned": {DocumentRule.SCRIPTS_INSIDE}, "good": set()}
    assert fired == wanted
    assert set(CODES) == {str(check) for check in CHECKS}


def test_each_faulty_file_yields_its_own_finding_and_no_other(planted: Site) -> None:
    found = {name: [code for code, _ in told] for name, told in planted.found().items()}
    wanted = {**CODES, **ALSO}
    assert found == {name: [code] for name, code in wanted.items() if code}


def test_no_form_of_the_findings_tells_what_a_file_holds(planted: Site) -> None:
    for form in FORMATS:
        told = run(planted.root, "check", "--format", form)
        assert "report.pdf" in told.told + told.closing
        for secret in SECRETS:
            assert secret not in told.told + told.closing, f"{secret} in {form}"


def test_no_accepted_fault_is_told(site: Site) -> None:
    for name in CODES:
        accepted = f"    accepted:\n      - {{rule: {name}, reason: Invented., decided: 2025, until: 2026-11}}\n"
        site.add(name, make(name), accepted)
    assert site.found() == {}


def test_an_exception_whose_time_is_over_is_told_with_the_fault(site: Site) -> None:
    accepted = "    accepted:\n      - {rule: untagged-pdf, reason: Invented., decided: 2025, until: 2026-11-21}\n"
    site.add("hazel", pdfs.untagged(), accepted)
    told = run(site.root, "check").told
    assert told.count("[D4") == 1
    assert "has no tags, so a screen reader cannot follow it; it was accepted until 21 November 2026" in told


@pytest.mark.parametrize(
    ("until", "holds"), [("2026", True), ("2026-11-22", True), ("2026-10", False), ("2025", False)]
)
def test_an_exception_holds_until_the_end_of_its_day_month_or_year(site: Site, until: str, holds: bool) -> None:
    accepted = f"    accepted:\n      - {{rule: scanned-pdf, reason: Invented., decided: 2024, until: {until}}}\n"
    site.add("hazel", make("scanned-pdf"), accepted)
    assert (site.found() == {}) is holds


def test_an_exception_for_another_fault_is_told_and_covers_nothing(site: Site) -> None:
    accepted = "    accepted:\n      - {rule: scanned-pdf, reason: Invented., decided: 2025}\n"
    site.add("hazel", pdfs.untagged(), accepted)
    assert sorted(code for code, _ in site.found()["hazel"]) == ["D407", "D420"]


def test_the_partnership_says_how_much_each_fault_weighs(planted: Site, site: Site) -> None:
    usual = {name: told[0][1] for name, told in planted.found().items()}
    severities = ("note", "warning", "error")
    other = {name: severities[severities.index(usual[name]) - 1] for name in CODES}
    for name in CODES:
        site.add(name, make(name))
    site.weigh(**other)
    assert site.found() == {name: [(code, other[name])] for name, code in CODES.items()}


def test_a_fault_raised_to_an_error_stops_the_build_and_one_let_down_to_a_note_does_not(site: Site) -> None:
    site.add("hazel", make("comments-left-in"))
    site.weigh(comments_left_in="error")
    stopped = run(site.root, "build")
    assert stopped.status == 1
    assert "nothing was written" in stopped.closing
    assert not (site.root / "site").exists()
    partnership = site.root / "content" / "partnership.yml"
    partnership.write_text(partnership.read_text(encoding="utf-8").replace("severity: error", "severity: note"))
    assert site.found() == {"hazel": [("D412", "note")]}
    for command in ("check", "build"):
        assert run(site.root, command).status == 0


def test_the_built_site_shows_a_dead_link_and_a_file_that_cannot_be_cleaned(site: Site) -> None:
    site.add("dead-link-in-pdf", make("dead-link-in-pdf"))
    assert site.found("build") == {"dead-link-in-pdf": [("D419", "warning")]}
    site.add("cannot-be-cleaned", make("cannot-be-cleaned"))
    found: dict[str, Any] = site.found("build")
    assert ("D421", "error") in found["cannot-be-cleaned"]


def safe_link(address: str) -> bytes:
    """A PDF with a link that an e-mail program has rewritten. The colleague is invented."""
    url = (
        f"https://eur02.safelinks.protection.outlook.com/?url={quote(address, safe='')}&data=z%7Cz.quill%40mail.example"
    )
    return files_with_more.pdf_with_link({"/S": "/URI", "/URI": TextStringObject(url)})


def test_the_hint_names_the_page_behind_a_link_through_a_mail_scanner_and_no_colleague(site: Site) -> None:
    site.add("page", safe_link("https://guide.example/help?from=library"))
    site.add("colleague", safe_link("https://guide.example/?from=zebedee%40mail.example"))
    site.add("office", safe_link("http://intranet/quill/plan"))
    told = json.loads(run(site.root, "check", "--format", "json").told)["diagnostics"]
    hints = {each["location"]["file"].split("/")[2]: each["hint"] for each in told if each["code"] == "D457"}
    assert 'through a mail scanner, write on page 2 "https://guide.example/help?from=library"' in hints["page"]
    assert "Instead of the links" not in hints["colleague"] + hints["office"]
    assert "quill" not in json.dumps(told)

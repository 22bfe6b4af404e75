"""What goes to those who get a report: what is known, nothing else, and the same bytes each time."""

from __future__ import annotations

import csv
import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from generator.commands.build import validate_and_link
from generator.commands.cover_note import CoverNote, as_html, as_markdown, as_text
from generator.commands.options import BuildOptions
from generator.commands.publication_checklist import as_markdown as listed
from generator.commands.publication_checklist import checks
from generator.commands.report_pack import ReportPack, pack
from generator.markdown import to_html
from generator.model import Case
from generator.model.review_type import ReviewType
from generator.model.vocabulary import Vocabulary
from generator.model.workflow import Workflow
from tests import pdfs
from tests.canary_records import filled, leaves
from tests.conftest import REPOSITORY, files_of

SMALL: Final = Path(__file__).parents[2] / "sites" / "valid" / "small"
TODAY: Final = date(2026, 11, 25)
CANARY: Final = "zzcanary"
CASE: Final = """\
# Hazel is invented.
name: Hazel
type: cspr
status: scheduled
publish_on: 2026-12-14 00:01
reviewer: Ash Ember
summary: A summary.
documents:
  - {kind: report, file: words-zzcanary.pdf}
  - {kind: statement, availability: on-request}
sources: [zzcanary]
"""
STEPS: Final = filled(Workflow, CANARY) | {
    "legal_check": "2026-11-03",
    "family_informed": None,
    "copies": [{"to": "ofsted", "sent": "2026-11-20"}],
    "submissions": [],
    "delay": {"reason": "A trial had to end first.", "notified": "2026-06-01"},
    "not_published": None,
}
"""Words in every field, but for the reasons that two of them are told."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("pack") / "site"
    shutil.copytree(SMALL, root)
    folder = root / "content" / "cases" / "hazel"
    folder.mkdir()
    (folder / "case.yml").write_text(f"{CASE}workflow: {json.dumps(STEPS)}\n", encoding="utf-8")
    (folder / "words-zzcanary.pdf").write_bytes(pdfs.FAULTY["names-in-properties"]())
    return root


@pytest.fixture(scope="module")
def packed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> ReportPack:
    return pack(BuildOptions(site, TODAY), "hazel", tmp_path_factory.mktemp("out") / "pack")


def test_each_who_gets_it_has_a_folder_with_the_report_and_a_note(packed: ReportPack) -> None:
    assert packed.folder is not None
    to = ("national-panel", "ofsted", "secretary-of-state", "nspcc")
    notes = {f"{each}/cover-note.{form}" for each in to for form in ("md", "html", "txt")}
    assert set(files_of(packed.folder)) == notes | {f"{each}/hazel-report.pdf" for each in to} | {
        "checklist.md",
        "contents.txt",
    }


def test_nothing_of_the_steps_that_is_not_meant_for_them_is_in_any_byte_or_name(packed: ReportPack) -> None:
    assert packed.folder is not None
    files = files_of(packed.folder)
    assert leaves(STEPS, CANARY) >= 7
    assert [name for name, data in files.items() if CANARY in name or CANARY.encode() in data] == []
    told = {name.partition("/")[0] for name, data in files.items() if b"A trial had to end first." in data}
    assert told == {"national-panel", "secretary-of-state"}


def test_the_report_is_the_clean_copy(packed: ReportPack, site: Path) -> None:
    assert packed.folder is not None
    copy = (packed.folder / "ofsted" / "hazel-report.pdf").read_bytes()
    assert copy.startswith(b"%PDF") and copy != (site / "content/cases/hazel/words-zzcanary.pdf").read_bytes()


def test_the_note_says_what_is_known(packed: ReportPack) -> None:
    assert packed.folder is not None
    text = (packed.folder / "national-panel" / "cover-note.txt").read_text("utf-8")
    for said in (
        "Hazel: Child Safeguarding Practice Review",
        "To: the National Panel, Mailbox.NationalReviewPanel@education.gov.uk",
        "Lead reviewer: Ash Ember",
        "Will be published: 14 December 2026, 12.01am",
        "hazel-report.pdf: Hazel: Child Safeguarding Practice Review report (PDF, ",
        "before it is published",
    ):
        assert said in text


def test_the_checklist_has_what_is_missing_and_the_latest_day(packed: ReportPack) -> None:
    assert packed.folder is not None
    told = (packed.folder / "checklist.md").read_text("utf-8")
    assert "- [ ] A copy goes to the National Panel (by Thursday 3 December 2026): send it to Mailbox" in told
    assert "- [x] A copy goes to Ofsted: sent 20 November 2026" in told
    assert "- [ ] The family is informed (by Friday 11 December 2026)" in told
    assert f"## Missing: {packed.missing}" in told
    assert packed.missing == told.count("- [ ] ")


def test_the_same_records_give_the_same_bytes_and_an_earlier_pack_is_replaced(
    packed: ReportPack, site: Path, tmp_path: Path
) -> None:
    assert packed.folder is not None
    folder = tmp_path / "again"
    assert pack(BuildOptions(site, TODAY), "hazel", folder).folder == folder
    assert files_of(folder) == files_of(packed.folder)
    pack(BuildOptions(site, date(2026, 12, 5)), "hazel", folder)
    assert "**too late**" in (folder / "checklist.md").read_text("utf-8")
    (folder / "nspcc" / "my own notes.txt").write_text("mine", encoding="utf-8")
    refused = pack(BuildOptions(site, TODAY), "hazel", folder)
    assert refused.folder is None and "not from an earlier pack" in str(refused.refusal)
    assert (folder / "nspcc" / "my own notes.txt").read_text("utf-8") == "mine"


def test_a_letter_that_somebody_has_changed_is_not_overwritten(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    pack(BuildOptions(site, TODAY), "hazel", folder)
    letter = folder / "ofsted" / "cover-note.html"
    letter.write_text(letter.read_text("utf-8") + "With best wishes", encoding="utf-8")
    before = files_of(folder)
    refused = pack(BuildOptions(site, date(2026, 12, 5)), "hazel", folder)
    assert refused.folder is None
    assert "cover-note.html was changed after the pack was written" in str(refused.refusal)
    assert files_of(folder) == before
    letter.unlink()
    assert pack(BuildOptions(site, TODAY), "hazel", folder).folder == folder


def test_a_pack_that_cannot_be_written_whole_leaves_the_earlier_one(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    pack(BuildOptions(site, TODAY), "hazel", folder)
    (folder / "nspcc" / "cover-note.html").unlink()
    (folder / "nspcc" / "cover-note.html" / "a folder").mkdir(parents=True)
    before = files_of(folder)
    with pytest.raises(OSError, match="directory"):
        pack(BuildOptions(site, date(2026, 12, 5)), "hazel", folder)
    assert files_of(folder) == before


def test_a_folder_of_others_a_file_and_an_unknown_case_are_refused(site: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert "not from an earlier pack" in str(pack(BuildOptions(site, TODAY), "hazel", tmp_path).refusal)
    assert "is a file" in str(pack(BuildOptions(site, TODAY), "hazel", tmp_path / "file").refusal)
    assert 'did you mean "hazel"?' in str(pack(BuildOptions(site, TODAY), "hazzel", tmp_path / "new").refusal)
    assert not (tmp_path / "new").exists()


NOTE: Final = CoverNote(
    recipient="the National Panel",
    address="panel@tarnshire.example",
    partnership="Tarnshire",
    review_type="Tarn *Child* Review",
    name="<b>Wren</b> & [Lark](x)",
    publication="14 December 2026",
    is_public=False,
    is_copy=True,
    page="https://tarnshire.example/",
    reviewer="A `tick`",
    contact="",
    files=(),
)


def test_marks_in_a_name_are_words_in_every_form() -> None:
    assert "<b>Wren</b> & [Lark](x): Tarn *Child* Review" in as_text(NOTE)
    html = as_html(NOTE)
    assert "&lt;b&gt;Wren&lt;/b&gt; &amp; [Lark](x)" in html and "<b>" not in html
    rendered = to_html(as_markdown(NOTE), lambda address: address)
    assert "&lt;b&gt;Wren&lt;/b&gt; &amp; [Lark](x): Tarn *Child* Review" in rendered
    assert "<code>" not in rendered and "<a " not in rendered


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "a copy of this report, before it is published."),
        ({"is_public": True}, "a copy of this report, which is published."),
        ({"is_copy": False}, "for your collection of published reviews."),
        ({"not_published": "It would name a child."}, "the reason for which it will not be published."),
    ],
)
def test_the_opening_is_true(changes: dict[str, Any], said: str) -> None:
    assert replace(NOTE, **changes).opening.endswith(said)


RECIPIENTS: Final = [
    {"id": "national-panel", "label": "the National Panel"},
    {"id": "ofsted", "label": "Ofsted"},
    {"id": "secretary-of-state", "label": "the Secretary of State"},
]
REPOSITORIES: Final = [
    {"id": "nspcc", "label": "the NSPCC repository"},
    {"id": "sar-library", "label": "the SAR library"},
]


def of(about: list[str], **more: Any) -> ReviewType:
    """A type of review of a vocabulary with England's recipients."""
    review_type = {"id": "x", "label": "X", "about": about, **more}
    lists = {"review_types": [review_type], "recipients": RECIPIENTS, "repositories": REPOSITORIES}
    return Vocabulary.model_validate(lists).type["x"]


def test_who_gets_it_is_data_of_the_type_of_the_review() -> None:
    def to(review_type: ReviewType) -> list[str]:
        return [each.id for each in review_type.destinations]

    assert to(of(["children"])) == to(of(["adults"])) == []
    assert to(of(["adults"], sent_to=["sar-library", "ofsted"])) == ["ofsted", "sar-library"]
    assert to(of([], sent_to=["nspcc"], steps=[{"rule": "copies", "to": ["ofsted"]}])) == ["ofsted", "nspcc"]
    steps = [
        {"rule": "copies", "to": ["ofsted"]},
        {"rule": "submission", "repository": "sar-library"},
        {"rule": "legal-check"},
    ]
    assert to(of([], steps=steps)) == ["ofsted", "sar-library"]
    assert to(of(["children"], steps=[{"rule": "copies"}])) == ["national-panel", "ofsted", "secretary-of-state"]
    assert to(of(["children"], steps=[{"rule": "legal-check"}])) == []


def test_no_address_is_made_up_for_the_library_of_adult_reviews(site: Path) -> None:
    case = Case.model_validate({"id": "x", "name": "X", "type": "sar", "published": "2026-11-02"})
    adults = of(["adults"], sent_to=["sar-library"])
    told = listed("X", checks(case, adults.steps, adults.destinations, 1), TODAY)
    assert "no source gives its address" in told
    assert "@" not in told and "2.8" not in told
    records = validate_and_link(BuildOptions(site, TODAY)).records
    assert records is not None and records.vocabulary is not None
    everyone = records.vocabulary.record.destination.values()
    assert [each.id for each in everyone if each.email is None] == ["sar-library"]


def test_a_pack_that_holds_a_private_term_is_not_written(site: Path, tmp_path: Path) -> None:
    terms = tmp_path / "terms.txt"
    terms.write_text("Quillfeather\n", encoding="utf-8")
    written = pack(BuildOptions(site, TODAY, private_terms=terms), "hazel", tmp_path / "written")
    assert written.folder is not None
    terms.write_text("Quillfeather\nAsh Ember\n", encoding="utf-8")
    refused = pack(BuildOptions(site, TODAY, private_terms=terms), "hazel", tmp_path / "refused")
    assert refused.folder is None
    assert "G101" in {diagnostic.code for diagnostic in refused.result.diagnostics}
    assert not (tmp_path / "refused").exists()


def test_the_latest_day_for_copies_is_the_one_that_the_vocabulary_gives() -> None:
    case = Case.model_validate(
        {"id": "x", "name": "X", "type": "cspr", "publish_on": "2027-03-15", "status": "scheduled"}
    )
    for days, latest in ((None, "Thursday 4 March 2027"), (10, "Monday 1 March 2027")):
        usual = of(["children"], steps=[{"rule": "copies"} | ({"working_days": days} if days is not None else {})])
        assert f"(by {latest})" in listed("X", checks(case, usual.steps, usual.destinations, 1), TODAY)


SHEET: Final = """
coversheets:
  - id: sheet
    label: Coversheet
    repository: sar-library
    source: "the library's page"
    read: 2026-11
    fields:
      - {id: board, label: Board, group: administrative, value: partnership}
      - {id: begun, label: Begun, group: process, value: commissioned}
      - {id: age-band, label: Age band, group: person, codes: [{id: B3, label: 65 to 74}]}
      - {id: sex, label: Sex, group: person}
      - id: harms
        label: Kinds of abuse
        group: person
        value: harms
        codes: [{id: H1, label: Neglect, terms: [adult-neglect]}]
      - {id: themes, label: Themes, group: learning, value: themes}
      - {id: findings, label: Findings, group: learning, value: findings}
"""


def test_the_national_library_gets_the_data_of_its_coversheet_with_what_it_lacks(site: Path, tmp_path: Path) -> None:
    root = shutil.copytree(site, tmp_path / "site")
    vocabulary = root / "content" / "vocabulary.yml"
    words = vocabulary.read_text(encoding="utf-8")
    harm = "harms:\n  - {id: adult-neglect, label: Neglect of an adult, about: [adults]}\n"
    harm += "  - {id: adult-self-neglect, label: Self-neglect, about: [adults]}\n"
    vocabulary.write_text(words.replace("harms:\n", harm, 1) + SHEET, encoding="utf-8")
    (root / "content" / "cases" / "larch").mkdir()
    (root / "content" / "cases" / "larch" / "case.yml").write_text(
        "# Invented.\nname: Larch\ntype: sar\nstatus: draft\nsources: [invented]\n"
        "harms: [adult-neglect, adult-self-neglect]\nfindings: [{id: f1, text: '=Nobody *asked*.'}]\n"
        "workflow: {methodology: Secretmethod, coding: {age-band: B3}}\n",
        encoding="utf-8",
    )
    made = pack(BuildOptions(root, TODAY), "larch", tmp_path / "pack")
    assert made.refusal is None and made.folder is not None, made.result.diagnostics
    with (made.folder / "sar-library" / "coversheet.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["field"], row["value"], row["code"]) for row in rows] == [
        ("board", "Ashdale Safeguarding Partnership", ""),
        ("begun", "", ""),
        ("age-band", "65 to 74", "B3"),
        ("sex", "", ""),
        ("harms", "Neglect of an adult", "H1"),
        ("harms", "Self-neglect", ""),
        ("themes", "", ""),
        ("findings", "'=Nobody asked.", ""),
    ]
    assert [row["field"] for row in rows if row["missing"]] == ["begun", "sex", "harms", "themes"]
    text = (made.folder / "sar-library" / "coversheet.txt").read_text(encoding="utf-8")
    assert "Source of the fields: the library's page. Read in November 2026." in text
    assert "Missing: 4" in text
    assert 'Begun: add "commissioned" to the record, or add "begun" to coding under workflow' in text
    everything = "".join(path.read_text(encoding="utf-8") for path in made.folder.rglob("*") if path.is_file())
    assert "Secretmethod" not in everything


def test_no_other_recipient_gets_a_coversheet_and_the_pack_invents_no_code(packed: ReportPack) -> None:
    assert packed.folder is not None
    assert not list(packed.folder.rglob("coversheet*"))
    written = (REPOSITORY / "generator" / "packs" / "adults-england.yml").read_text(encoding="utf-8")
    (sheet,) = Vocabulary.model_validate({"coversheets": yaml.safe_load(written)["coversheets"]}).coversheets
    assert {str(each.group) for each in sheet.fields} == {"administrative", "process", "person", "learning"}
    assert not any(each.codes for each in sheet.fields)
    assert sheet.source is not None and sheet.read is not None

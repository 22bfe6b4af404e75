# ruff: noqa: RUF001 the files have the dashes and quotation marks that Word types
"""`library import` with a Word file: what reaches a record, what never does, and what is said about the rest."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from generator.importing import WordDocument, WordProblem, read_word
from generator.importing.escaped_markdown import escape_line_start, with_links
from generator.markdown import to_plain
from tests.office_files import open_text, slides, zipped
from tests.word_files import b, br, briefing, docx, h, li, link, ol, p, run, table

LESSONS = (
    p("Lessons learned briefing: Willow", style="Title"),
    h("The story"),
    p("Willow lived on a boat."),
    h("What we learned"),
    li("Ask who lives on the boat."),
    h("Advice for practitioners"),
    li("Knock twice."),
    h("Advice for the community"),
    p("Ring."),
)


@pytest.fixture
def imported(library: Callable[..., Result], tmp_path: Path) -> Callable[..., Result]:
    """Imports a Word file into the empty site."""

    def run_import(data: bytes, *arguments: str, name: str = "file.docx", answers: str = "") -> Result:
        (tmp_path / name).write_bytes(data)
        return library("import", str(tmp_path / name), *arguments, answers=answers)

    return run_import


def draft(root: Path, path: str) -> str:
    return (root / path).read_text(encoding="utf-8")


def test_comments_deletions_and_hidden_text_never_enter_a_record(
    imported: Callable[..., Result], empty_site: Path
) -> None:
    hidden = (
        '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = (
        p("7-minute briefing: Quiet mornings", style="Title"),
        h("Background"),
        p(
            run("Rowan lived with an aunt."),
            "<w:del w:id='1' w:author='A'><w:r><w:delText>KESTREL</w:delText></w:r></w:del>",
            f"<w:moveFrom w:id='2' w:author='A'>{run('MERLIN')}</w:moveFrom>",
            run("FALCON", more="<w:vanish/>"),
            run("OSPREY", more='<w:rStyle w:val="Secret"/>'),
            '<w:commentRangeStart w:id="0"/>',
            run(" And an uncle."),
            '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
        ),
        "<w:p><w:r><w:drawing><wps:txbx xmlns:wps='urn:a'><w:txbxContent>"
        + p("HARRIER in a box")
        + "</w:txbxContent></wps:txbx></w:drawing></w:r></w:p>",
        h("What to do"),
        p("Ask again."),
    )
    notes = (
        '<w:{0}s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:{0} w:id="{1}">'
        "<w:p><w:r><w:t>GOSHAWK</w:t></w:r></w:p></w:{0}></w:{0}s>"
    )
    more = {"word/comments.xml": notes.format("comment", 0), "word/footnotes.xml": notes.format("footnote", 2)}
    result = imported(docx(*body, styles=hidden, more=dict(more)), "--yes")
    text = draft(empty_site, "briefings/quiet-mornings/briefing.yml")
    assert "Rowan lived with an aunt. And an uncle." in text
    for bird in ("KESTREL", "MERLIN", "FALCON", "OSPREY", "GOSHAWK", "HARRIER"):
        assert bird not in text
    assert "I131" in result.stdout
    for phrase in (
        "1 comment",
        "2 deleted pieces",
        "2 pieces of hidden text",
        "1 footnote",
        '1 text box (it begins with "HARRIER',
    ):
        assert phrase in result.stdout


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected with"),
        ("a.docx", b"%PDF-1.7\n", "is a PDF"),
        ("a.odt", open_text(), "LibreOffice"),
        ("a.rtf", b"{\\rtf1 Hello}", "rich text"),
        ("a.docx", slides(), "no Word file"),
        ("a.docx", b"", "no text"),
        ("a.docx", docx(p(" ")), "no text"),
        ("a.docx", b"PK\x03\x04 and then nothing", "damaged"),
        ("a.docx", docx(p("Hello"))[:900], "damaged"),
        ("a.docx", b"<html>Hello</html>", "no Word file"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_gives_one_error_that_says_what_to_do(
    name: str, data: bytes, said: str, imported: Callable[..., Result], empty_site: Path
) -> None:
    result = imported(data, "--yes", name=name)
    assert result.exit_code == 1
    assert result.stdout.count("error[") == 1
    assert "error[I130]" in result.stdout
    assert said in result.stdout
    assert "hint: " in result.stdout
    assert not (empty_site / "briefings").exists()


def test_a_pdf_that_is_said_to_be_a_briefing_is_refused_in_the_same_way(imported: Callable[..., Result]) -> None:
    assert "error[I130]: the file is a PDF" in imported(b"%PDF-1.7\n", "--as", "briefing", name="a.pdf").stdout


def bomb() -> bytes:
    """A ZIP whose text unpacks to far more than any briefing."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * 60_000_000)
    return out.getvalue()


def with_main(xml: str) -> bytes:
    """A Word file with this text as its main part."""
    with zipfile.ZipFile(io.BytesIO(docx(p("Hello")))) as packed:
        parts: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    return zipped(parts | {"word/document.xml": xml})


def test_a_hostile_file_is_refused_within_limits() -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    entities = (
        f'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document {w}><w:body><w:p><w:r><w:t>&a;</w:t></w:r>'
        "</w:p></w:body></w:document>"
    )
    deep = f"<w:document {w}><w:body>{'<w:sdt>' * 5_000}{'</w:sdt>' * 5_000}</w:body></w:document>"
    assert read_word(bomb(), "a.docx") is WordProblem.IS_TOO_LARGE
    assert read_word(with_main(entities), "a.docx") is WordProblem.IS_DAMAGED
    assert read_word(with_main(deep), "a.docx") is WordProblem.IS_DAMAGED
    assert read_word(with_main("<w:document/>"), "a.docx") is WordProblem.IS_DAMAGED


def test_a_picture_from_another_place_is_neither_fetched_nor_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("KESTREL")
    picture = (
        "<w:p><w:r><w:drawing><a:blip xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' "
        "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' r:link='x'/></w:drawing></w:r>"
        "</w:p>"
    )
    document = read_word(briefing(picture), "a.docx")
    assert isinstance(document, WordDocument)
    assert document.left_out == ("1 picture, chart or drawing",)


@given(st.text(min_size=1, max_size=80))
def test_words_are_shown_as_they_are_typed(text: str) -> None:
    document = read_word(briefing(p(run(text)) if text.isprintable() else p("x"), p("end")), "a.docx")
    assert isinstance(document, WordDocument)
    for block in document.blocks:
        if "http" not in block.text and "www." not in block.text:
            assert to_plain(block.markdown, lambda address: address, 100_000).split() == block.text.split()


@pytest.mark.parametrize(
    "text",
    ["1986. A year of rain", "- not a list", "# not a heading", "+ 1", "a * b * c", "[x](y)", "<b>bold</b>", "a_b_ _c_",
     "`code`", "&amp; and &#65;", "> said she", "| a | b |", "~~gone~~", "2) two", "===", "\\ back"],
)  # fmt: skip
def test_signs_of_markdown_are_words(text: str) -> None:
    markdown = escape_line_start(with_links(text))
    assert to_plain(markdown, lambda address: address, 1_000).split() == text.split()


def test_bold_links_lists_and_line_breaks_stay(imported: Callable[..., Result], empty_site: Path) -> None:
    body = (
        p("7-minute briefing: Links", style="Title"),
        h("Background"),
        p(run("See "), link("the leaflet"), run(" and "), run("ask ", bold=True), run("twice", bold=True), run(".")),
        p("First line", br(), "Second line"),
        ol("One", "Two"),
        p("Below two", bullet="1", depth=1),
        ol("Three"),
        h("What to do"),
        p("• Typed bullet"),
        p("– Typed dash"),
        table(("When", "Who", "What"), ("May", "Nurse", "Visit")),
    )
    result = imported(docx(*body), "--yes")
    text = draft(empty_site, "briefings/links/briefing.yml")
    assert "See [the leaflet](https://help.example.org/safe) and **ask twice**." in text
    assert "First line\n\n      Second line" in text
    assert "1. One\n      2. Two\n         - Below two\n      3. Three" in text
    assert "- Typed bullet\n      - Typed dash" in text
    assert 'not placed: "When Who What May Nurse Visit"' in result.stdout


def test_what_a_file_is_can_be_said(imported: Callable[..., Result], empty_site: Path) -> None:
    data = docx(p("Two winters"), b("Background"), p("Cold."), b("What to do"), p("Ask."))
    assert "error[I133]" in imported(data, "--yes").stdout
    assert imported(data, "--yes", "--as", "briefing").exit_code == 0
    assert "heading: What to do" in draft(empty_site, "briefings/two-winters/briefing.yml")


def test_a_review_of_the_library_gets_only_what_it_lacks_and_only_if_asked(
    imported: Callable[..., Result], empty_site: Path
) -> None:
    record = empty_site / "content" / "cases" / "willow" / "case.yml"
    record.parent.mkdir(parents=True)
    before = "# Kept.\nname: Willow  # the pseudonym\nstory: My own words.\nsources: [Invented]\n"
    record.write_text(before, encoding="utf-8")
    result = imported(docx(*LESSONS), "--yes")
    assert record.read_text(encoding="utf-8") == before
    assert "learning could be filled in" in result.stdout
    assert "story is kept" in result.stdout
    assert imported(docx(*LESSONS), "--yes", "--add").exit_code == 0
    after = record.read_text(encoding="utf-8")
    assert "# Kept.\nname: Willow  # the pseudonym\nstory: My own words.\n" in after
    assert "learning:\n  - Ask who lives on the boat.\n" in after
    assert "community:\n  - Ring.\n" in after
    again = imported(docx(*LESSONS), "--yes", "--add")
    assert record.read_text(encoding="utf-8") == after, again.stdout


def test_the_case_of_a_briefing_is_asked_about_and_can_be_named(
    imported: Callable[..., Result], empty_site: Path
) -> None:
    record = empty_site / "content" / "cases" / "child-w" / "case.yml"
    record.parent.mkdir(parents=True)
    record.write_text("name: Child W\nstatus: draft\nsources: [Invented]\n", encoding="utf-8")
    asked = imported(docx(*LESSONS), "--review", "--dry-run", answers="child-w\n")
    assert "Which review is it about?" in asked.stdout
    assert "content/cases/child-w/case.yml: learning could be filled in" in asked.stdout
    imported(docx(*LESSONS), "--yes", "--add", "--case", "child-w")
    assert "Knock twice." in record.read_text(encoding="utf-8")
    assert "case: child-w" in draft(empty_site, "briefings/child-w-lessons-learned/briefing.yml")


def test_a_part_can_be_moved_or_left_out(imported: Callable[..., Result], empty_site: Path) -> None:
    body = (*LESSONS, h("Thanks"), p("To the harbour."), h("Findings"), p("Boats move."))
    result = imported(docx(*body), "--review", "--yes", answers="\n-\npractice\n")
    text = draft(empty_site, "content/cases/willow/case.yml")
    assert result.exit_code == 0
    assert "practice:\n  - Knock twice.\n  - Boats move.\n" in text
    assert "To the harbour." not in text


def test_the_facts_of_a_report_are_proposals_with_their_sentence(
    imported: Callable[..., Result], empty_site: Path
) -> None:
    data = docx(
        p("Safeguarding Adults Review – Adult B", style="Title"),
        p("Author: Ottoline Marchbanks"),
        p("May 2022"),
        h("Introduction"),
        p("The Marlow Fen Safeguarding Adults Board commissioned the review."),
    )
    imported(data, "--yes")
    text = draft(empty_site, "content/cases/adult-b/case.yml")
    assert "type: sar\n" in text
    assert 'Check reviewer: "Author: Ottoline Marchbanks"' in text
    assert 'Check published: "May 2022"' in text
    assert "Commissioned by The Marlow Fen Safeguarding Adults Board" in " ".join(text.replace("# ", "").split())
    imported(data, "--yes", "--review", "--dry-run", answers="-\n-\n")


def test_a_fact_that_is_rejected_is_not_drafted(imported: Callable[..., Result], empty_site: Path) -> None:
    data = docx(
        p("Safeguarding Adults Review – Adult B", style="Title"), p("Author: Ottoline Marchbanks"), p("May 2022")
    )
    imported(data, "--yes", "--review", answers="-\n-\n")
    text = draft(empty_site, "content/cases/adult-b/case.yml")
    assert "reviewer:" not in text
    assert "published:" not in text


REPORT = (
    p("Child safeguarding practice review: Larch", style="Title"),
    h("Findings"),
    p("The review found two things."),
    ol("Nobody asked about the boat.", "The plan had no dates."),
)
RECOMMENDED = ["Ask about the boat at each visit.", "Give each plan its dates."]


@pytest.mark.parametrize(
    "body",
    [
        (h("7. Recommendations for the partnership"), ol(*RECOMMENDED), h("Conclusion"), ol("Boats are small.")),
        (h("Recommendations"), *(h(f"Recommendation {n}: {text}", 2) for n, text in enumerate(RECOMMENDED, 1))),
        (b("Recommendations"), p(f"1. {RECOMMENDED[0]}"), p(f"2. {RECOMMENDED[1]}"), b("Annex"), p("1. No boat.")),
        (h("Conclusion"), *(b(f"Recommendation {n}") + p(text) for n, text in enumerate(RECOMMENDED, 1))),
        (h("Recommendations"), table(("No.", "Recommendation", "For"), *(("1", each, "All") for each in RECOMMENDED))),
        (h("Findings and recommendations"), table(("For", "Recommendation"), *(("All", each) for each in RECOMMENDED))),
    ],
)  # fmt: skip
def test_the_findings_and_recommendations_of_a_report_are_drafted(
    imported: Callable[..., Result], empty_site: Path, body: tuple[str, ...]
) -> None:
    result = imported(docx(*REPORT, *body), "--as", "case", "--yes")
    assert result.exit_code == 0
    record = yaml.safe_load(draft(empty_site, "content/cases/larch/case.yml"))
    assert record["findings"] == [
        {"id": "f1", "text": "Nobody asked about the boat."},
        {"id": "f2", "text": "The plan had no dates."},
    ]
    assert record["recommendations"] == [{"id": f"r{n}", "text": text} for n, text in enumerate(RECOMMENDED, 1)]
    assert "Check that each is whole and none is missing" in draft(empty_site, "content/cases/larch/case.yml")


@pytest.mark.parametrize(
    "heading",
    ["Recommendations of earlier reviews", "What we recommend to people who finding their way in the report want"],
)
def test_a_list_below_another_heading_is_not_taken_for_recommendations(
    imported: Callable[..., Result], empty_site: Path, heading: str
) -> None:
    imported(docx(*REPORT, h(heading), ol(*RECOMMENDED)), "--as", "case", "--yes")
    assert "recommendations" not in yaml.safe_load(draft(empty_site, "content/cases/larch/case.yml"))


def test_prose_below_the_heading_of_the_recommendations_is_listed_as_not_placed(
    imported: Callable[..., Result],
) -> None:
    result = imported(
        docx(*REPORT, h("Recommendations"), p("The partners agreed to meet.")), "--as", "case", "--dry-run"
    )
    assert "The partners agreed to meet." in result.output
    assert "it is below the heading of the recommendations, in no list" in " ".join(result.output.split())

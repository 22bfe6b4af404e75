"""Every briefing with a text is a sheet; every lessons learned briefing a poster as well. Anyone can read them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import pytest
from pypdfium2 import PdfDocument

from generator.model.document_rules import unmet_rules
from generator.pdf import PdfSandbox

A4: Final = (595, 842)
A3: Final = (842, 1191)
KNOCKING: Final = "briefings/knocking-twice/briefing.yml"
WREN: Final = "content/cases/wren/case.yml"
PAPERS: Final = [
    "heron-lessons sheet",
    "heron-lessons poster",
    "knocking-twice sheet",
    "names-in-the-notes sheet",
    "rowan-and-robin-lessons sheet",
    "rowan-and-robin-lessons poster",
    "wren-lessons sheet",
    "wren-lessons poster",
]


def test_a_briefing_with_a_text_has_a_sheet_and_lessons_have_a_poster_too(printed: Any) -> None:
    assert [f"{sheet.briefing_id} {sheet.kind}" for sheet in printed.sheets] == PAPERS
    assert printed.findings == ()


def test_a_sheet_has_a_label_an_address_and_what_a_reader_wants_to_know_before_loading_it(printed: Any) -> None:
    sheet = printed["wren-lessons poster"].sheet
    assert sheet.title == "Wren: lessons learned briefing, poster"
    assert sheet.address == "documents/posters/wren-lessons.pdf"
    assert printed["knocking-twice sheet"].sheet.title == "Knocking twice: 7-minute briefing, sheet to print"
    for each in printed.sheets:
        assert each.pages == len(printed[f"{each.briefing_id} {each.kind}"].reader.pages)
        assert each.size_bytes == each.path.stat().st_size < 100_000


def test_a_document_that_a_record_calls_a_sheet_does_not_stand_in_the_way(sample: Any) -> None:
    with (sample.root / KNOCKING).open("a") as record:
        record.write("documents:\n  - {kind: sheet, file: sheet.pdf}\n")
    made = {sheet.briefing_id: sheet.address for sheet in sample.print().sheets if sheet.kind == "sheet"}
    assert made["knocking-twice"] == "documents/sheets/knocking-twice.pdf"


def test_an_archived_briefing_is_not_printed(sample: Any) -> None:
    sample.change(KNOCKING, "series: seven-minute", "series: seven-minute\nstatus: archived")
    assert "knocking-twice" not in [sheet.briefing_id for sheet in sample.print().sheets]


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_accessible(printed: Any, name: str) -> None:
    paper = printed[name]
    root = paper.reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert paper.reader.metadata.title == paper.sheet.title
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    figures = [element for element in paper.elements if element["/S"] == "/Figure"]
    assert [figure["/Alt"] for figure in figures] == [
        f"QR code that leads to https://learning.tarnshire.example/briefings/{paper.sheet.briefing_id}/"
    ]
    assert [element["/S"] for element in paper.elements].count("/Title") == 1
    heads = [element for element in paper.elements if element["/S"] == "/TH"]
    assert all(attribute_of(head, "/Scope") == "/Column" for head in heads)


def test_no_paper_has_a_fault_that_is_reported_of_other_documents(printed: Any, tmp_path: Path) -> None:
    with PdfSandbox() as process:
        for name in PAPERS:
            facts = process.look(Path(printed[name].sheet.path), tmp_path / "texts")
            assert (name, facts.tag_issues, unmet_rules(facts)) == (name, (), ())


def attribute_of(element: Any, name: str) -> Any:
    return next(each[name] for each in element["/A"] if name in each)


@pytest.mark.parametrize("name", PAPERS)
def test_a_sheet_is_one_or_two_pages_of_a4_and_a_poster_one_of_a3(printed: Any, name: str) -> None:
    pages = printed[name].reader.pages
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages}
    assert sizes == ({A3} if name.endswith("poster") else {A4})
    assert len(pages) <= (1 if name.endswith("poster") else 2)


def test_a_sheet_is_read_from_its_title_through_the_sections_to_what_the_team_does(printed: Any) -> None:
    paper = printed["knocking-twice sheet"]
    assert paper.headings == [
        "Background",
        "Why it matters",
        "Information",
        "Signs to look for",
        "What to do",
        "Questions to consider",
        "Where to find more",
        "Talk about it",
        "Reviews this briefing comes from",
        "What our team will do",
        "Who to call",
    ]
    in_order(
        paper.text,
        "7-minute briefing, Tarnshire Safeguarding Partnership Revised 20 January 2025",
        "Knocking twice This sheet mentions",
        "Get support: Tarn Listeners 0808 157 0101",
        "Why the second visit finds what the first one missed.",
        "1 Background The first knock is seldom answered. Wren shows it.",
        "2 Why it matters",
        "3 Information Knock Answered first 1 in 3 second 2 in 3 The figures are invented.",
        "4 Signs to look for • Post on the mat • Curtains that do not move",
        "5 What to do 1. Go back within a week. 2. Go at another time. 3. Tell the Welcome Desk.",
        "6 Questions to consider",
        "7 Where to find more",
        "Talk about it • When did you last go back? • What stops you?",
        "Wren: Tarn Adult Review, 14 March 2025",
        "What Who By when",
        "Emergency services: 999",
        "https://learning.tarnshire.example/",
        "briefings/knocking-twice/",
    )


def in_order(text: str, *pieces: str) -> None:
    places = [text.find(piece) for piece in pieces]
    assert -1 not in places, pieces[places.index(-1)]
    assert places == sorted(places)


def test_links_by_id_lead_to_the_web_site(printed: Any) -> None:
    links = printed["wren-lessons sheet"].links
    for address in (
        "briefings/knocking-twice/",
        "themes/harm/cuckooing/",
        "news/autumn-moot/",
        "resources/visit-ledger/",
        "about/contact/#worried",
        "feed.xml",
    ):
        assert f"https://learning.tarnshire.example/{address}" in links
    assert "https://www.tarnshire.example/council" in links


def test_a_lessons_learned_sheet_tells_the_four_parts_of_its_case(printed: Any) -> None:
    paper = printed["wren-lessons sheet"]
    assert paper.headings[:4] == [
        "The story",
        "What we learned",
        "Advice for practitioners",
        "Advice for the community",
    ]
    assert "Go back within a week, and at another time of day." in paper.text
    assert "where to find the full briefing" not in paper.text


def test_parts_without_a_source_are_left_out_and_the_sheet_says_so(sample: Any) -> None:
    sample.change(WREN, "practice:\n  - Go back within a week, and *at another time of day*.\n", "")
    sample.change(
        WREN,
        "community:\n  - If a neighbour's visitors worry you, call the [Welcome Desk](page:about/contact#worried).\n",
        "",
    )
    paper = sample.print()["wren-lessons sheet"]
    assert "Advice for practitioners" not in paper.headings
    assert "The web page says where to find the full briefing." in paper.text


def test_a_poster_has_the_messages_and_asks_one_question_where_the_record_has_none(sample: Any) -> None:
    sample.change("briefings/wren-lessons/briefing.yml", "questions: [Whose door will you knock on again?]\n", "")
    text = sample.print()["wren-lessons poster"].text
    in_order(
        text,
        "Tarn Listeners",
        "Wren, 71, lost the use of her own flat",
        "A shut door is not an answer",
        "What in this would we do differently tomorrow?",
        "Emergency services: 999",
        # The line breaks after the hyphen.
        "https://learning.tarnshire.example/briefings/wren- lessons/",
    )


def test_a_poster_without_anything_learned_gives_the_advice(sample: Any) -> None:
    case = (sample.root / WREN).read_text(encoding="utf-8")
    sample.change(WREN, case[case.index("learning:") : case.index("practice:")], "")
    paper = sample.print()["wren-lessons poster"]
    assert "Advice for practitioners" in paper.headings
    assert "What we learned" not in paper.headings
    assert "Go back within a week, and at another time of day." in paper.text


def test_a_long_name_stays_inside_the_margins_of_a_poster(sample: Any) -> None:
    sample.change("briefings/wren-lessons/briefing.yml", "title: Wren", "title: Unknownwwww")
    with closing(PdfDocument(sample.print()["wren-lessons poster"].sheet.path)) as document:
        page = document[0]
        text = page.get_textpage()
        # A space at the end of a line may lie outside.
        places = [place for place in range(text.count_chars()) if text.get_text_range(place, 1).strip()]
        right = max(text.get_charbox(place)[2] for place in places)
        assert right <= page.get_width() - 24 / 25.4 * 72 + 1


def test_a_story_without_a_lesson_is_not_printed(sample: Any) -> None:
    case = (sample.root / WREN).read_text(encoding="utf-8")
    sample.change(WREN, case[case.index("learning:") : case.index("harms:")], "")
    printed = sample.print()
    assert "wren-lessons" not in {sheet.briefing_id for sheet in printed.sheets}
    assert "rowan-and-robin-lessons" in {sheet.briefing_id for sheet in printed.sheets}


def test_helplines_are_shown_only_if_a_harm_asks_for_them(printed: Any) -> None:
    assert "Tarn Listeners" not in printed["rowan-and-robin-lessons poster"].text
    assert "Tarn Listeners" in printed["wren-lessons poster"].text


def test_of_many_reviews_and_questions_the_first_few_are_shown_and_the_rest_are_counted(sample: Any) -> None:
    for number in range(30):
        folder = sample.root / "content" / "cases" / f"case-{number}"
        folder.mkdir()
        (folder / "case.yml").write_text(
            f"# invented\nname: Person {number}\ntype: child-review\npublished: {1990 + number}\n"
            "briefings: [knocking-twice]\nsources: [invented]\n"
        )
    asked = "".join(f"  - Is question {number} asked?\n" for number in range(40))
    sample.change(KNOCKING, "  - When did you last go back?\n", asked)
    text = sample.print()["knocking-twice sheet"].text
    assert "Rowan and Robin: Tarn Child Review, November 2024" in text
    assert "Person 29: Tarn Child Review, 2019" in text
    assert "and 27 more on the web page" in text
    assert "Is question 5 asked?" in text
    assert "Is question 6 asked?" not in text
    assert "and 35 more on the web page" in text


def test_equal_records_give_equal_bytes_in_any_folder_and_process(sample: Any, printed: Any, tmp_path: Path) -> None:
    before = {sheet.path.name: sheet.path.read_bytes() for sheet in printed.sheets}
    again = sample.print(tmp_path / "elsewhere")
    assert {sheet.path.name: sheet.path.read_bytes() for sheet in again.sheets} == before
    script = (
        "import sys, datetime, pathlib\n"
        "from generator.commands.build import validate_and_link\n"
        "from generator.commands.options import BuildOptions\n"
        "from generator.documents.print_sheets import print_sheets\n"
        "root, cache = map(pathlib.Path, sys.argv[1:])\n"
        "library = validate_and_link(BuildOptions(root, datetime.date(2026, 5, 1))).library\n"
        "print_sheets(library, {}, cache, b'this generator')\n"
    )
    repository = Path(__file__).parents[3]
    subprocess.run(
        [sys.executable, "-c", script, str(sample.root), str(tmp_path / "process")],
        check=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(repository), "TZ": "Asia/Tokyo", "LANG": "C"},
    )
    assert {path.name: path.read_bytes() for path in (tmp_path / "process" / "sheets").glob("*.pdf")} == before


def test_a_paper_is_set_once_and_its_file_goes_a_week_after_the_record_has_changed(sample: Any) -> None:
    first = sample.print()
    stamps = {sheet.path: sheet.path.stat().st_mtime_ns for sheet in first.sheets}
    second = sample.print()
    assert {sheet.path: sheet.path.stat().st_mtime_ns for sheet in second.sheets} == stamps
    sample.change(KNOCKING, "Why the second visit finds", "Why another visit finds")
    third = sample.print()
    assert third["knocking-twice sheet"].sheet.path not in stamps
    old = first["knocking-twice sheet"].sheet.path
    assert old.exists(), "another build, of drafts or of an older state, may use it still"
    for path in old.parent.iterdir():
        os.utime(path, (0, time.time() - 8 * 24 * 3600))
    sample.print()
    assert not old.exists()
    assert first["wren-lessons sheet"].sheet.path.exists()


def test_another_generator_prints_anew(sample: Any) -> None:
    before = {sheet.path for sheet in sample.print().sheets}
    after = {sheet.path for sheet in sample.print(code=b"another one").sheets}
    assert not before & after


def test_a_damaged_cache_is_made_again(sample: Any) -> None:
    first = sample.print()
    for path in (sample.root / ".cache" / "sheets").glob("*.json"):
        path.write_text("[")
    first.sheets[0].path.unlink()
    assert sample.print() == first

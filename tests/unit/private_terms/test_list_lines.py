"""Lines of the list of private terms as officers write them. All names are invented."""

from __future__ import annotations

import unicodedata
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.private_terms.list_line import Line, read_line
from generator.private_terms.list_notes import is_note
from generator.private_terms.list_text import plain_line
from generator.private_terms.matcher import TermMatcher
from generator.private_terms.terms import Term, read_terms

DAY = "14 September 2011"

LINES = {
    "John Smith - mother": ["John Smith"],
    "John Smith / Johnny": ["John Smith", "Johnny", "Johnny Smith"],
    "- John Smith": ["John Smith"],
    "Tobias \u2013 Quillfeather": ["Tobias Quillfeather", "T. Quillfeather"],
    "John Smith, 14/09/2011": ["John Smith", DAY],
    "1. John Smith": ["John Smith"],
    "Mr John Smith": ["John Smith", "J. Smith"],
    "The Rev'd Dr John Smith OBE": ["John Smith"],
    "DC Jane Smith": ["Jane Smith"],
    "Smith, John": ["John Smith", "J. Smith"],
    "SMITH John": ["John Smith", "J. Smith"],
    "van der Berg, Tobias": ["Tobias van der Berg", "T. van der Berg"],
    "John Smith (mother)": ["John Smith"],
    "John Smith: mother": ["John Smith"],
    "Mother: Jane Smith; father: John Smith": ["Jane Smith", "John Smith"],
    "John Smith's mother": ["John Smith"],
    "John Smith aka Johnny": ["John Smith", "Johnny", "Johnny Smith"],
    "John Smith, also known as Johnny": ["John Smith", "Johnny"],
    "John 'Johnny' Smith": ["John Smith", "Johnny"],
    "John \u201cJohnny\u201d Smith": ["John Smith", "Johnny"],
    "Jane Smith née Jones": ["Jane Smith", "Jane Jones", "née Jones"],
    "Jane Smith (nee Jones)": ["Jane Smith", "Jane Jones"],
    "Jane Smith, formerly Jones": ["Jane Smith", "Jane Jones"],
    "John and Jane Smith": ["John Smith", "Jane Smith"],
    "John, Peter & Jane Smith": ["John Smith", "Peter Smith", "Jane Smith"],
    "John Smith and Jane Brown": ["John Smith", "Jane Brown"],
    "Mr and Mrs Smith": ["Smith"],
    "John Smith d.o.b. 14.9.11": ["John Smith", DAY],
    "John Smith DOB 14/09/2011": ["John Smith", DAY],
    "John Smith (born 14th September 2011)": ["John Smith", DAY],
    "John Smith b. Sept 14, 2011": ["John Smith", DAY],
    "Name: John Smith DOB: 14/09/2011": ["John Smith", DAY],
    "Smith;John;14/09/2011": ["John Smith", DAY],
    '"Smith, John","14/09/2011","mother"': ["John Smith", DAY],
    "John\tSmith\t2011-09-14 00:00:00": ["John Smith", DAY],
    "12 Elm Garth Road, Nuneaton CV11 5XX": ["12 Elm Garth Road", "12 Elm Garth Rd", "cv115xx"],
    "12 Elm Garth Road Nuneaton": ["12 Elm Garth Road"],
    "John Smith, 12 Elm Garth Road, Nuneaton, CV11 5XX": ["John Smith", "12 Elm Garth Road", "CV11 5XX"],
    "12 Elm Garth Road, John Smith": ["12 Elm Garth Road", "John Smith"],
    "School: Fern Bank": ["Fern Bank"],
    "St Hild's Primary School, Nuneaton": ["St Hild's Primary School, Nuneaton"],
    "John Smith 07700 900123 (home)": ["John Smith", "07700900123", "+44 7700 900 123"],
    "NHS number 943 476 5919": ["9434765919"],
    "John Smith <john.smith@example.org>": ["John Smith", "john.smith@example.org"],
    "Mary O\u2019Brien,": ["Mary O'Brien", "M. OBrien"],
    "Zoë Brannigan-Smythe.": ["Zoe Brannigan Smythe"],
    "Bo Ng": ["Bo Ng", "Ng, Bo"],
    "Ben": ["Ben"],
    "J. Smith": ["J. Smith", "Smith, J."],
    "John\u00a0Smi\u200bth": ["John Smith"],
    "\ufeffJohn Smith": ["John Smith"],
    "[ ] John Smith": ["John Smith"],
    "\uf0b7\tJohn Smith": ["John Smith"],
    "o\tJohn Smith": ["John Smith"],
    "a) John Smith": ["John Smith"],
    "(iv) John Smith": ["John Smith"],
    "2 Zebedee Quillfeather": ["Zebedee Quillfeather"],
    "#3 John Smith": ["John Smith"],
    "Christian Smith": ["Christian Smith"],
    "Anna Child": ["Anna Child"],
    "Di Smith": ["Di Smith"],
    "Simon Ward": ["Ward, Simon"],
    "Jane Lane": ["Lane, Jane"],
    "John Smith\vJane Brown": ["John Smith", "Jane Brown"],
    "John Smith aged 7": ["John Smith"],
    "John Smith # mother": ["John Smith"],
    "John Smith = mother": ["John Smith"],
    "John Smith * mother": ["John Smith"],
    "J.A. Smith": ["J. A. Smith", "J.A. Smith"],
    "Smith, J.A.": ["J. A. Smith", "J.A. Smith", "Smith, J. A."],
    "John Smith Sr.": ["John Smith"],
    "John Smith (Snr)": ["John Smith"],
    "Tobias Quillfeather's sister Jane": ["Tobias Quillfeather", "Jane"],
    "mother's partner John Smith": ["John Smith"],
    "John Smith D O B 14/09/2011": ["John Smith", DAY],
    "From: Smith, John; Brown, Jane": ["John Smith", "Jane Brown"],
    "John Smith 14 Sep 2011 mother Jane Brown": ["John Smith", DAY, "Jane Brown"],
    "Crime ref. A12345/22": ["A12345/22"],
}

NOTES = (
    "",
    "  ",
    "\u00a0",
    "\u200b",
    "# John was here",
    "Names:",
    "Name,DOB,Address",
    "Family members",
    "Mother:",
    "he/him",
)

UNCLEAR = (
    "John Smith, September 2011",
    "31/02/2011",
    "the boy who lived by the mill",
    "John, Jane, Peter",
    "John Smith fishing",
    "PC 1234 Smith",
    "Tobias Quillfeather = Charlie",
    "Tobias Quillfeather -> Charlie",
    "John Smith 2011",
    "40800",
    "x" * 2_000,
)


def searcher_of(line: Line) -> TermMatcher:
    return TermMatcher([Term(1, kind, words) for kind, words in line.found])


def is_faulty(line: Line) -> bool:
    return line.unclear or line.too_short or line.not_a_day


@pytest.mark.parametrize(("written", "searched"), LINES.items())
def test_a_line_gives_every_name_day_and_address_in_it(written: str, searched: list[str]) -> None:
    line = read_line(written)
    assert not is_faulty(line)
    assert [each for each in searched if not searcher_of(line).find(each)] == []


@pytest.mark.parametrize(
    ("written", "innocent"),
    [
        ("John Smith - mother", "a mother"),
        ("12 Elm Garth Road, Nuneaton CV11 5XX", "Nuneaton"),
        ("Mr John Smith", "Mr Jones"),
        ("John Smith, Year 9", "in year 9"),
        ("St Hild's Primary School, Nuneaton", "a primary school in Nuneaton"),
        ("A. Smith", "a smith"),
        ("Smith, J.A.", "S. A. and S A"),
        ("Smith J.", "S. J. wrote"),
    ],
)
def test_a_note_in_a_line_is_not_searched_for(written: str, innocent: str) -> None:
    line = read_line(written)
    assert line.found
    assert not searcher_of(line).find(innocent)


@pytest.mark.parametrize("written", NOTES)
def test_a_note_a_heading_and_an_empty_line_are_no_fault(written: str) -> None:
    assert read_line(written) == Line()


@pytest.mark.parametrize("written", UNCLEAR)
def test_a_line_that_is_understood_in_part_is_unclear(written: str) -> None:
    assert read_line(written).unclear


BEFORE = (
    "",
    "- ",
    "\u2022 ",
    "1. ",
    "(a) ",
    "Name: ",
    "Mother - ",
    "Mr ",
    "PC ",
    "Child 1: ",
    "\u200b",
    "1 ",
    "Mum (",
    "1.\t",
)
NAMES = (
    "Tobias Quillfeather",
    "Quillfeather, Tobias",
    "QUILLFEATHER Tobias",
    "Tobias 'Toby' Quillfeather",
    "Jane & Tobias Quillfeather",
    "Tobias \u2013 Quillfeather",
    "Tobias\tQuillfeather",
    "Quillfeather;Tobias",
    "tobias quillfeather",
    "*Tobias Quillfeather*",
)
BEHIND = {
    "": None,
    " - mother": None,
    " (mother": None,
    ", mother": None,
    "/Toby": "Toby Quillfeather",
    ", 14/09/2011": DAY,
    " DOB 14.09.2011 (sibling)": DAY,
    "\tmother\t14/09/2011": DAY,
    " aka Toby": "Toby",
    " and Jane Brown": "Jane Brown",
    " the mother": None,
    " - NHS 943 476 5919": "9434765919",
    ", 12 Elm Garth Road, Nuneaton CV11 5XX": "12 Elm Garth Road",
    " lives with aunt": None,
    ".": None,
}


def test_no_combination_loses_a_name_without_a_message() -> None:
    lines = {f"{one}{name}{other}": known for one, name, (other, known) in product(BEFORE, NAMES, BEHIND.items())}
    lost, understood = [], 0
    for written, known in lines.items():
        line = read_line(written)
        if is_faulty(line):
            continue
        understood += 1
        if not all(searcher_of(line).find(each) for each in ("Tobias Quillfeather", known) if each):
            lost.append(written)
    assert lost == []
    assert understood > len(lines) * 0.95


PIECES = st.sampled_from(
    [
        *"-\u2013\u2022*/,;:.()[]{}'\"#&|\t \u00a0\u200b\u2028\x0b",
        "John",
        "Smith",
        "née",
        "aka",
        "14/09/2011",
        "and",
        "mother",
        "Mr",
        "12",
        "Road",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join), st.lists(PIECES, max_size=12).map(" ".join)))
def test_every_line_gives_a_term_or_a_fault_and_no_exception(written: str) -> None:
    for each in written.splitlines() or [written]:
        line = read_line(each)
        plain = plain_line(each)
        is_empty = not plain or plain.startswith("#") or (any(map(str.isalpha, plain)) and is_note(_words_of(plain)))
        assert line.found or is_faulty(line) or is_empty
        searcher_of(line).find(each)


def _words_of(text: str) -> str:
    """The words without any sign between them."""
    return "".join(
        each if each.isalnum() or unicodedata.category(each) == "Mn" or each in "'.-" else " " for each in text
    )


@given(st.binary(max_size=200))
def test_no_file_of_any_bytes_raises(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("safe") / "terms.txt"
    path.write_bytes(data)
    read = read_terms(path, path.parent / "site")
    assert read.value.terms or read.failed


TEXT = "Zoë Quillfeather\nJohn Smith, 14/09/2011\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\r\n").encode(),
    ],
    ids=["UTF-8", "UTF-8 with a mark", "UTF-16", "UTF-16 BE", "CR", "CRLF"],
)
def test_a_list_is_read_in_every_encoding_that_names_itself(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "terms.txt"
    path.write_bytes(data)
    read = read_terms(path, tmp_path / "site")
    assert read.diagnostics == ()
    assert [each.line for each in read.value.terms] == [1, 2, 2]
    assert TermMatcher(read.value.terms).find("Zoe Quillfeather and John Smith") == {1, 2}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"John Smith\rZo\xeb Quillfeather\r", "it is not UTF-8 (line 2)"),
        ("John Smith\n".encode("utf-16-le"), "it is not UTF-8"),
        (b"PK\x03\x04...", "it is a file of Word, Excel or another program"),
        (b"{\\rtf1 John Smith}", "it is a file of Word, Excel or another program"),
    ],
)
def test_a_list_whose_letters_cannot_be_known_is_refused(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "terms.txt"
    path.write_bytes(data)
    read = read_terms(path, tmp_path / "site")
    assert read.value.terms == ()
    assert [diagnostic.code for diagnostic in read.diagnostics] == ["G103"]
    assert why in read.diagnostics[0].message


def test_each_faulty_line_is_reported_by_its_number_and_none_of_its_words(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("Mina Fernleigh\n\nQuillfeather in September 2011\nBo\nMarrowby, 31/02/2011\n", encoding="utf-8")
    read = read_terms(path, tmp_path / "site")
    assert [(diagnostic.code, diagnostic.location and diagnostic.location.line) for diagnostic in read.diagnostics] == [
        ("G106", 3),
        ("G104", 4),
        ("G106", 5),
    ]
    said = str(read.diagnostics)
    assert [each for each in ("Quillfeather", "September", "Bo", "Marrowby", "31/02") if each in said] == []


def test_many_faulty_lines_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("40800\n" * 30, encoding="utf-8")
    said = [diagnostic.message for diagnostic in read_terms(path, tmp_path / "site").diagnostics]
    assert len(said) == 21
    assert "10 more lines" in said[-1]


def test_a_term_that_is_listed_again_is_one_term(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("Mina Fernleigh\n" * 100_000 + "- Mina Fernleigh\n", encoding="utf-8")
    assert [each.line for each in read_terms(path, tmp_path / "site").value.terms] == [1]


def test_a_register_of_people_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("".join(f"number: 0163200{number}\n" for number in range(10_000, 30_001)), encoding="utf-8")
    (refused,) = read_terms(path, tmp_path / "site").diagnostics
    assert refused.code == "G103"
    assert "more than 20,000 terms" in refused.message


def test_the_reason_for_an_exception_is_not_a_part_of_it() -> None:
    assert [words for _, words in read_line("allow: Will Young Theatre # a theatre in the town").found] == [
        "Will Young Theatre"
    ]

"""Documents in parts and in other languages, of several records, and those that are not on this site."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any, Final

import pytest
from pypdf import PdfReader
from selectolax.lexbor import LexborNode

from tests import pdfs, tagged_pdfs
from tests.conftest import Site, copy_full

HOST: Final = "https://learning.tarnshire.example/"
ALDER: Final = """# Alder is invented.
name: Alder
type: adult-review
published: 2025-02
summary: Alder, 71, lived in Tarnshire.
documents:
  - {kind: full-report, file: part-1.pdf, title: "Part 1: before 2015"}
  - {kind: full-report, id: part-2, title: "Part 2: the years 2015 to 2018", file: part-2.pdf, published: 2026-03-09}
  - {kind: full-report, id: pl, language: pl, file: po-polsku.pdf}
  - {kind: board-reply, file: reply.pdf}
  - {kind: plain-summary, availability: elsewhere, published: 2025-03}
sources: [invented for the tests]
"""
BIRCH: Final = """# Birch is invented.
name: Birch
type: child-review
published: 2025-04
summary: Birch, 9, lived in Tarnshire.
documents:
  - {kind: full-report, availability: removed, since: 2026-01, reason: Its year online is over.}
  - {kind: board-reply, from: alder}
  - {kind: plain-summary, availability: elsewhere, publisher: Fell Hospitals, url: "https://fell.example/birch.pdf"}
sources: [invented for the tests]
"""
CEDAR: Final = """# Cedar is invented.
name: Cedar
type: child-review
published: 2025-05
documents:
  - {kind: full-report, availability: elsewhere}
  - {kind: plain-summary, availability: elsewhere, publisher: Fell Hospitals}
sources: [invented for the tests]
"""
BULLETIN: Final = """# Invented for the tests.
title: A second part
status: published
welcome: Part 2 is out.
sources: [invented]
"""
POLISH: Final = "Alder: Tarn Adult Review report, in Polish"
PART_1: Final = "Alder: Tarn Adult Review report, Part 1: before 2015"
PART_2: Final = "Alder: Tarn Adult Review report, Part 2: the years 2015 to 2018"
SHARED: Final = "Alder and Birch: reply of the board"


def add_records(site: Site) -> None:
    for name, text in (("alder", ALDER), ("birch", BIRCH), ("cedar", CEDAR)):
        site.write(f"content/cases/{name}/case.yml", text)
    files = {
        "part-1.pdf": pdfs.good("Alder: report, part 1"),
        "part-2.pdf": pdfs.good("Alder: report, part 2", pages=3),
        "po-polsku.pdf": pdfs.good("Alder: report"),
        "reply.pdf": pdfs.untagged("Alder: reply"),
    }
    for name, data in files.items():
        (site.root / "content/cases/alder" / name).write_bytes(data)
    site.write("content/bulletins/2026-q1.yml", BULLETIN)


@pytest.fixture(scope="module")
def told_apart(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The invented partnership's site with these records, built once. Tests only look at it."""
    site = copy_full(tmp_path_factory.mktemp("documents") / "full")
    add_records(site)
    site.build()
    return site


@pytest.fixture
def unbuilt(tmp_path: Path) -> Site:
    """The same site, for a test that changes it."""
    site = copy_full(tmp_path / "full")
    add_records(site)
    return site


def documents(site: Site, case: str) -> list[LexborNode]:
    return site.main(f"reviews/{case}").css(".lib-document")


def words(node: LexborNode) -> str:
    return " ".join(node.text().split())


def data_of(site: Site, case: str) -> list[dict[str, Any]]:
    reviews = site.data("data/reviews.json")["reviews"]
    found: list[dict[str, Any]] = next(each["documents"] for each in reviews if each["id"] == case)
    return found


def test_parts_of_one_kind_have_their_own_addresses_and_labels(told_apart: Site) -> None:
    links = [each.css_first("a") for each in documents(told_apart, "alder")[:3]]
    shown = [(link.attributes["href"], words(link).partition(" (")[0]) for link in links if link is not None]
    assert shown == [
        ("../../documents/alder-full-report.pdf", PART_1),
        ("../../documents/alder-full-report-part-2.pdf", PART_2),
        ("../../documents/alder-full-report-pl.pdf", f"{POLISH}, polski"),
    ]
    for address, label in (("alder-full-report", PART_1), ("alder-full-report-part-2", PART_2)):
        reader: Any = PdfReader(told_apart.output / "documents" / f"{address}.pdf")
        assert reader.metadata.title == label


def test_a_translation_says_its_language_and_keeps_it(told_apart: Site) -> None:
    link = documents(told_apart, "alder")[2].css_first("a")
    assert link is not None and link.attributes["hreflang"] == "pl"
    own_name = link.css_first("[lang]")
    assert own_name is not None and (own_name.attributes["lang"], own_name.text()) == ("pl", "polski")
    assert data_of(told_apart, "alder")[2]["language"] == "pl"
    reader: Any = PdfReader(told_apart.output / "documents/alder-full-report-pl.pdf")
    assert reader.trailer["/Root"]["/Lang"] == "pl", "the PDF itself says en-GB"


def test_the_language_of_the_site_is_not_shown(told_apart: Site) -> None:
    link = documents(told_apart, "alder")[0].css_first("a")
    assert link is not None and "hreflang" not in link.attributes
    assert data_of(told_apart, "alder")[0]["language"] == "en-GB"


def test_the_date_of_a_document_is_on_the_page_in_the_data_in_the_feed_and_in_the_bulletin(told_apart: Site) -> None:
    document = documents(told_apart, "alder")[1]
    assert "Published 9 March 2026" in words(document)
    assert data_of(told_apart, "alder")[1]["published"] == "2026-03-09"
    text = (told_apart.output / "data/reviews.csv").read_text(encoding="utf-8-sig")
    row = next(each for each in csv.DictReader(io.StringIO(text)) if each["id"] == "alder")
    assert row["documents_published"] == "full-report-part-2 2026-03-09; plain-summary 2025-03"
    feed = (told_apart.output / "feed.xml").read_text(encoding="utf-8")
    assert f"<title>New document: {PART_2}</title>" in feed
    assert f"<id>{HOST}reviews/alder/#{document.attributes['id']}</id>" in feed
    item = told_apart.main("bulletins/2026-q1").css_first("#case-alder-added")
    assert item is not None and "Document published" in words(item)
    assert "New document: report, Part 2: the years 2015 to 2018." in words(item)
    out = told_apart.root / "out"
    told = told_apart.library("bulletin", "2026-q1", "--today", "2026-05-01", "--out", str(out))
    assert told.status == 0, told.text
    (mail,) = out.glob("*.txt")
    assert "document published 9 March 2026" in " ".join(mail.read_text(encoding="utf-8").split())


def test_a_document_published_with_its_record_is_no_separate_news(told_apart: Site) -> None:
    feed = (told_apart.output / "feed.xml").read_text(encoding="utf-8")
    assert "New document: Wren" not in feed, "Wren's report has the date of the record"


def test_a_shared_document_has_one_address_and_one_label_on_each_page(told_apart: Site) -> None:
    for case in ("alder", "birch"):
        links = [each.css_first("a") for each in documents(told_apart, case)]
        shared = [each for each in links if each is not None and SHARED in words(each)]
        assert [each.attributes["href"] for each in shared] == ["../../documents/alder-board-reply.pdf"]
    assert not (told_apart.output / "documents/birch-board-reply.pdf").exists()


def test_a_shared_document_counts_once(told_apart: Site) -> None:
    listed = [*data_of(told_apart, "alder"), *data_of(told_apart, "birch")]
    shared = [each for each in listed if each["label"] == SHARED]
    assert [each["shared_from"] for each in shared] == [None, "alder"]
    assert len({each["address"] for each in shared}) == 1
    assert words(told_apart.main("about/accessibility")).count(f"{SHARED} (PDF") == 1
    assert list(told_apart.output.rglob("*board-reply*.pdf")) == [told_apart.output / "documents/alder-board-reply.pdf"]


@pytest.mark.parametrize(
    ("case", "place", "shown", "availability"),
    [
        ("alder", 4, "On Tarnshire Safeguarding Partnership's website. We do not have its address.", "elsewhere"),
        ("birch", 0, "No longer published since January 2026. Its year online is over.", "removed"),
        ("birch", 2, "On Fell Hospitals' website", "elsewhere"),
        ("cedar", 1, "On Fell Hospitals' website. We do not have its address.", "elsewhere"),
        ("sorrel", 0, "Not online. How to ask for this document", "on-request"),
        ("sedge", 0, "Withdrawn: A figure in it was wrong.", "withdrawn"),
        ("wren", 2, "Not published: It names a witness.", "withheld"),
        ("rowan-and-robin", 1, "Not published yet: A court has not finished.", "delayed"),
    ],
)
def test_each_availability_is_worded_for_what_it_is(
    told_apart: Site, case: str, place: int, shown: str, availability: str
) -> None:
    assert shown in words(documents(told_apart, case)[place])
    assert data_of(told_apart, case)[place]["availability"] == availability


def test_a_document_elsewhere_links_to_what_is_known(told_apart: Site) -> None:
    def links(case: str, place: int) -> list[str | None]:
        return [each.attributes["href"] for each in documents(told_apart, case)[place].css("a")]

    assert links("alder", 4) == ["https://www.tarnshire.example"]
    assert links("birch", 2) == ["https://fell.example/birch.pdf"]
    assert links("cedar", 1) == []


def test_the_whole_site_is_checked_without_a_problem(told_apart: Site) -> None:
    told = told_apart.library("check", "--today", "2026-05-01")
    assert "[D44" not in told.text, told.text


def test_a_withdrawal_takes_a_shared_document_off_the_site_and_leaves_the_other_page(unbuilt: Site) -> None:
    unbuilt.build()
    reason = "The family asked for it."
    told = unbuilt.library("withdraw", "alder", "--reason", reason, "--today", "2026-05-01")
    assert told.status == 0, told.text
    told = unbuilt.build()
    assert 'the case "alder" is withdrawn, so this page no longer lists the document' in told.text
    shown = words(unbuilt.main("reviews/birch"))
    assert "reply of the board" not in shown and "No longer published since January 2026" in shown
    assert "Alder" not in shown
    assert not list(unbuilt.output.rglob("*board-reply*"))


@pytest.mark.parametrize("status", ["draft", "scheduled"])
def test_a_document_of_a_hidden_record_is_on_no_page(unbuilt: Site, status: str) -> None:
    when = "publish_on: 2027-01-01\n" if status == "scheduled" else ""
    unbuilt.change("content/cases/alder/case.yml", "published: 2025-02", f"status: {status}\n{when}published: 2025-02")
    unbuilt.change("content/bulletins/2026-q1.yml", "status: published", "status: draft")
    told = unbuilt.build()
    assert told.text.count("[D444]") == 1
    assert 'the case "alder" is not public yet' in told.text
    assert "Alder" not in words(unbuilt.main("reviews/birch"))


def test_a_document_of_an_archived_record_is_on_request_everywhere(unbuilt: Site) -> None:
    unbuilt.change("content/cases/alder/case.yml", "published: 2025-02", "status: archived\npublished: 2025-02")
    told = unbuilt.build()
    assert told.text.count("[D444]") == 1
    assert "Not online. How to ask for this document" in words(documents(unbuilt, "birch")[1])
    assert not list(unbuilt.output.rglob("*board-reply*"))


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        ("from: alder", "from: alda", "D442", 'did you mean "alder"?'),
        ("board-reply, from: alder", "sheet, from: alder", "D442", "it has these documents: full-report, full-report-"),
        ("from: alder", "from: birch", "D443", "give one of the records the document itself"),
        ("from: alder", "from: alder, title: Reply", "D445", "take it out here"),
        ("since: 2026-01, ", "", "D446", 'add "since: 2026-05"'),
        ("since: 2026-01", "since: 2026-01, publisher: Fell", "D448", "or add"),
        ("since: 2026-01", "since: 2024-01", "T705", "check the two dates"),
        ("since: 2026-01", "since: 2026-01, published: 2027-01", "T704", "or take the date out"),
        ("from: alder}", 'from: alder}\n  - {kind: full-report, url: "https://a.example/x.pdf"}', "D440", "id: part-2"),
    ],
)
def test_each_mistake_is_reported_once_with_what_to_type(
    unbuilt: Site, old: str, new: str, code: str, hint: str
) -> None:
    unbuilt.change("content/cases/birch/case.yml", old, new)
    told = unbuilt.library("check", "--records", "--today", "2026-05-01")
    found = told.text.partition(f"[{code}]")[2].partition("\n\n")[0]
    assert "content/cases/birch/case.yml:" in found and hint in " ".join(found.split()), told.text
    assert told.text.count(f"[{code}]") == 1 and told.text.count("[D44") == int(code.startswith("D44")), told.text


def test_a_chain_is_answered_with_the_record_that_has_the_document(unbuilt: Site) -> None:
    unbuilt.change("content/cases/cedar/case.yml", "sources:", "  - {kind: board-reply, from: birch}\nsources:")
    told = unbuilt.library("check", "--records", "--today", "2026-05-01")
    assert told.text.count("[D443]") == 1
    assert "name the case that has the document: from: alder" in told.text


@pytest.mark.parametrize(
    ("contact", "is_reported"),
    [
        ("text: Call in at the town hall.", True),
        ("url: https://www.tarnshire.example/contact", False),
        ("form: https://forms.tarnshire.example/", False),
        ("email: documents@tarnshire.example", False),
        ("phone: 01632 960103", False),
    ],
)
def test_documents_on_request_need_a_person_to_ask(unbuilt: Site, contact: str, is_reported: bool) -> None:
    was = "  email: documents@tarnshire.example\n  phone: 01632 960103\n"
    unbuilt.change("content/partnership.yml", was, f"  {contact}\n")
    told = unbuilt.library("check", "--records", "--all", "--today", "2026-05-01")
    assert told.text.count("[D447]") == int(is_reported), told.text


def test_a_title_that_is_not_needed_is_answered_with_the_label(unbuilt: Site) -> None:
    unbuilt.change("content/cases/alder/case.yml", "board-reply, file", "board-reply, title: The reply, file")
    told = unbuilt.library("check", "--records", "--all", "--today", "2026-05-01")
    assert told.text.count("note[D441]") == 1
    assert 'labels are generated, and this one is "Alder and Birch: reply of the board"' in told.text


def test_a_pdf_in_another_language_keeps_it_until_the_record_says_otherwise(unbuilt: Site) -> None:
    (unbuilt.root / "content/cases/alder/part-1.pdf").write_bytes(pdfs.good("Alder: report, part 1", language="cy"))
    told = unbuilt.build("--all")
    assert "it is in Welsh" in told.text and 'add "language: cy-GB" to the document' in told.text
    reader: Any = PdfReader(unbuilt.output / "documents/alder-full-report.pdf")
    assert reader.trailer["/Root"]["/Lang"] == "cy-GB"


def test_the_accessibility_statement_lists_a_tagged_document_with_a_picture_that_nobody_describes(
    unbuilt: Site,
) -> None:
    described = unbuilt.root / "content/cases/alder/part-1.pdf"
    described.write_bytes(tagged_pdfs.broken("7.3 a picture without a text alternative"))
    unbuilt.build()
    statement = words(unbuilt.main("about/accessibility"))
    assert "Some of its pictures have no text alternative" in statement
    assert [each["accessible"] for each in data_of(unbuilt, "alder")].count(False) == 2  # and the untagged reply

"""A joint review, a variant of a type and a review whose type is not stated, everywhere on a built site."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from tests.conftest import TODAY
from tests.review_types import JOINT, TWO_LABELS, case_text, copy_with_review_types

if TYPE_CHECKING:
    from pathlib import Path

    from selectolax.lexbor import LexborNode

    from tests.conftest import Site

VARIANT = "Discretionary Safeguarding Adults Review"


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = copy_with_review_types(tmp_path_factory.mktemp("types") / "site")
    site.build()
    return site


@pytest.fixture
def unbuilt(tmp_path: Path) -> Site:
    return copy_with_review_types(tmp_path / "site")


def words(node: LexborNode | None) -> str:
    """The text of a part of a page as it is read aloud."""
    assert node is not None
    return " ".join(node.text(separator=" ").split())


def main(site: Site, address: str) -> str:
    return words(site.main(address))


def names_in(site: Site, address: str) -> list[str]:
    """The names of the cards of a page."""
    return [words(each) for each in site.main(address).css(".lib-card h3")]


def links(site: Site, address: str, selector: str) -> dict[str, str]:
    return {words(each): each.attributes["href"] or "" for each in site.main(address).css(f"{selector} a")}


# --- one label everywhere


@pytest.mark.parametrize(
    ("case", "label"),
    [("heather", JOINT), ("bracken", TWO_LABELS), ("sorrel", VARIANT), ("yarrow", "Learning review")],
)
def test_every_place_shows_one_label(typed: Site, case: str, label: str) -> None:
    name = case.capitalize()
    page = typed.page(f"reviews/{case}")
    assert page.css_first('meta[property="og:title"]').attributes["content"] == f"{name}: {label}"  # type: ignore[union-attr]
    assert words(page.css_first("title")).startswith(f"{name}: {label[:30]}"), "search results cut a longer title"
    assert words(page.css_first(".lib-kicker")).startswith(f"{label}, ")
    json_ld = json.loads(page.css_first('script[type="application/ld+json"]').text())  # type: ignore[union-attr]
    assert json_ld["name"] == f"{name}: {label}"
    assert page.css_first('meta[name="citation_title"]').attributes["content"] == f"{name}: {label}"  # type: ignore[union-attr]
    assert f"<title>{name}: {label}</title>" in (typed.output / "feed.xml").read_text("utf-8")
    assert f"{{{{{name}: {label}}}}}" in (typed.output / "data" / "reviews.bib").read_text("utf-8")
    assert f"TI  - {name}: {label}\r\n" in (typed.output / "data" / "reviews.ris").read_bytes().decode()
    assert f"{label} " in next(
        words(each) for each in typed.main("reviews").css(".lib-finder__list > li") if name in words(each)
    )


def test_the_label_of_a_document_has_the_label_of_the_joint_review(typed: Site) -> None:
    assert f"Heather: {JOINT} report" in main(typed, "reviews/heather")


def test_a_joint_review_links_to_the_list_of_each_of_its_types(typed: Site) -> None:
    facts = ".lib-facts div:first-child"
    assert links(typed, "reviews/heather", facts) == {
        "Safeguarding Adults Review": "../../reviews/type/sar/",
        "Domestic Abuse Related Death Review": "../../reviews/type/dardr/",
    }
    assert words(typed.main("reviews/heather").css_first(facts)).startswith(f"Type {JOINT} Listed under Safeguarding")
    assert words(typed.main("reviews/bracken").css_first(facts)) == f"Type {TWO_LABELS}"
    assert links(typed, "reviews/sorrel", facts) == {VARIANT: "../../reviews/type/discretionary-sar/"}


# --- listed, counted and filtered


def test_a_joint_review_is_listed_under_both_types_and_a_variant_under_its_parent(typed: Site) -> None:
    assert names_in(typed, "reviews/type/sar") == ["Heather", "Yarrow", "Sorrel", "Bracken"]
    assert names_in(typed, "reviews/type/dardr") == ["Heather"]
    assert names_in(typed, "reviews/type/cspr") == ["Rowan", "Bracken"]
    assert names_in(typed, "reviews/type/discretionary-sar") == ["Sorrel"]
    assert names_in(typed, "reviews/type/not-stated") == ["Teasel"]


def test_the_page_of_a_type_links_to_its_variants_and_back(typed: Site) -> None:
    assert "Kinds of Safeguarding Adults Review" in main(typed, "reviews/type/sar")
    assert f"{VARIANT} (1)" in main(typed, "reviews/type/sar")
    assert links(typed, "reviews/type/sar", "#variants + ul")[VARIANT] == "../../../reviews/type/discretionary-sar/"
    assert "Also listed under Safeguarding Adults Review" in main(typed, "reviews/type/discretionary-sar")
    assert "Kinds of" not in main(typed, "reviews/type/dardr")


def test_the_finder_and_the_list_of_types_count_each_review_under_its_types(typed: Site) -> None:
    counted = {
        "Child Safeguarding Practice Review": 2,
        "Safeguarding Adults Review": 4,
        "Domestic Abuse Related Death Review": 1,
        "Type not stated": 1,
    }
    choices = [words(each) for each in typed.main("reviews").css("#by-type label")]
    assert choices == [f"{label} ({number})" for label, number in counted.items()]
    assert words(typed.main("reviews").css_first("#lib-finder-count")) == "6 reviews"
    assert [words(each) for each in typed.main("reviews").css("ul.lib-list li")][:4] == choices


def test_library_list_counts_every_review_once_in_the_total(typed: Site) -> None:
    told = typed.library("list", "--today", TODAY, "--format", "json").text
    listed = json.loads(told)
    public = {kind["name"]: kind["public"] for kind in listed["kinds"]}
    assert public["All reviews"] == 6
    assert public["Safeguarding Adults Review"] == 4
    assert public["Domestic Abuse Related Death Reviews"] == 1
    assert public["Reviews whose type is not stated"] == 1
    assert VARIANT not in " ".join(public)
    todo = next(each for each in listed["to_do"] if each["key"] == "case-without-type")
    assert [task["id"] for task in todo["tasks"]] == ["teasel"]


def test_the_chapter_of_a_year_says_how_joint_reviews_are_counted(unbuilt: Site) -> None:
    unbuilt.write("content/years/2024-25.yml", "# Invented for tests.\nsources: [invented for the tests]\n")
    unbuilt.build()
    assert "A joint review is counted under each of its types." in main(unbuilt, "years/2024-25")
    earlier = main(unbuilt, "years/2023-24")
    assert "Safeguarding Adults Review 2 Type not stated 1" in earlier
    assert "joint" not in earlier


# --- data


def test_the_data_keep_one_text_and_add_the_list(typed: Site) -> None:
    reviews = {each["id"]: each for each in typed.data("data/reviews.json")["reviews"]}
    said = {name: tuple(review[key] for key in ("type", "types", "type_label")) for name, review in reviews.items()}
    assert said == {
        "rowan": ("cspr", ["cspr"], "Child Safeguarding Practice Review"),
        "heather": ("sar; dardr", ["sar", "dardr"], JOINT),
        "bracken": ("cspr; sar", ["cspr", "sar"], TWO_LABELS),
        "sorrel": ("discretionary-sar", ["sar"], VARIANT),
        "yarrow": ("learning-review", ["sar"], "Learning review"),
        "teasel": (None, [], None),
    }


def test_a_spreadsheet_has_the_same_with_an_empty_cell_for_what_is_not_stated(typed: Site) -> None:
    text = (typed.output / "data" / "reviews.csv").read_text("utf-8-sig")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text))}
    assert [rows["heather"][key] for key in ("type", "types", "type_label")] == ["sar; dardr", "sar; dardr", JOINT]
    assert [rows["teasel"][key] for key in ("type", "types", "type_label")] == ["", "", ""]
    assert ",documents,types," in text.splitlines()[0], "a column that was there keeps its place"


# --- a review whose type is not stated


def test_a_review_without_a_type_reads_well_aloud(typed: Site) -> None:
    page = typed.page("reviews/teasel")
    assert words(page.css_first("title")).startswith("Teasel: review ")
    assert words(page.css_first(".lib-kicker")) == "Type not stated, February 2024"
    assert words(page.css_first(".lib-facts div:first-child")) == "Type Not stated"
    assert "Teasel: report" in main(typed, "reviews/teasel")
    description = page.css_first('meta[name="description"]').attributes["content"]  # type: ignore[union-attr]
    assert (
        description == "Teasel: review, published by Ashdale Safeguarding Partnership in February 2024,"
        " with its documents and briefings."
    )


def test_no_public_file_says_none_or_has_a_gap_where_the_type_would_be(typed: Site) -> None:
    for path in typed.output.rglob("*"):
        if path.suffix in (".html", ".xml", ".json", ".csv", ".bib", ".ris", ".md", ".txt"):
            text = path.read_text("utf-8")
            assert "None" not in text, path
            assert "Teasel: ," not in text and "Teasel:  " not in text and "()" not in path.name, path
    assert "(Type not stated)" not in main(typed, "briefings/teasel-lessons")
    assert "Teasel's review</a>, for practitioners" in (typed.main("briefings/teasel-lessons").html or "")


def test_feeds_bulletins_and_emails_call_it_a_review(typed: Site) -> None:
    feed = (typed.output / "feed.xml").read_text("utf-8")
    assert "<title>Teasel: review</title>" in feed
    assert '<category term="Review"/>' in feed
    assert "Teasel Review February 2024" in main(typed, "bulletins/2024-q1")
    out = typed.root.parent / "mail"
    told = typed.library("bulletin", "2024-q1", "--out", str(out), "--today", TODAY)
    assert told.status == 0, told.text
    text = (out / "2024-q1.txt").read_text("utf-8")
    assert "Review, new February 2024" in " ".join(text.split()), text
    assert "not stated" not in text


@pytest.mark.parametrize("paper", ["sheets", "posters"])
def test_a_printed_paper_calls_it_a_review(typed: Site, paper: str) -> None:
    file = typed.output / "documents" / paper / "teasel-lessons.pdf"
    text = " ".join(PdfReader(file).pages[0].extract_text().split())
    assert "Review, February 2024" in text
    assert "not stated" not in text


def test_the_notice_of_a_withdrawn_review_calls_it_a_review(typed: Site) -> None:
    assert main(typed, "reviews/flint").startswith("Review [Withdrawn] Flint")


def test_no_pack_is_written_for_a_review_without_a_type(typed: Site) -> None:
    told = typed.library("pack", "teasel", "--out", str(typed.root.parent / "pack"), "--today", TODAY)
    assert told.status == 1
    assert "no source states the type of this review" in told.text


def test_the_page_of_reviews_without_a_type_exists_only_if_there_are_any(unbuilt: Site) -> None:
    for case in ("teasel", "flint"):
        unbuilt.change(f"content/cases/{case}/case.yml", "\npublished", "\ntype: cspr\npublished")
    unbuilt.build()
    assert not (unbuilt.output / "reviews" / "type" / "not-stated").exists()
    assert "Type not stated" not in main(unbuilt, "reviews")


def test_the_site_is_checked_without_a_fault(typed: Site) -> None:
    told = typed.library("check", "--today", TODAY)
    assert told.status == 0, told.text


# --- steps of a joint review


def timeline(site: Site, *arguments: str) -> list[dict[str, Any]]:
    told = site.library("timeline", *arguments, "--today", "2026-11-28", "--json")
    steps: list[dict[str, Any]] = json.loads(told.text)["steps"]
    return steps


def test_the_timeline_of_a_joint_review_has_the_steps_of_both_types_once(typed: Site) -> None:
    steps = timeline(typed, "--publication", "2027-03-15", "--type", "cspr,dardr")
    titles = [step["title"] for step in steps]
    assert len(set(titles)) == len(titles)
    assert {"The report goes to the NSPCC", "The report goes to the national SAR library"} <= {
        title.replace("repository", "").strip() for title in titles
    }
    counted = {step["title"]: step["counted"] for step in steps}
    assert counted["The legal check is done"].startswith("30 working days before"), "the earlier one is the stricter"


def test_the_shorter_time_after_publication_is_the_stricter(typed: Site) -> None:
    days = {
        types: next(
            step["counted"]
            for step in timeline(typed, "--publication", "2027-03-15", "--type", types)
            if "SAR library" in step["title"]
        )
        for types in ("sar", "dardr", "sar,dardr")
    }
    assert [days[each].split()[0] for each in ("sar", "dardr", "sar,dardr")] == ["20", "10", "10"]


def test_a_variant_has_the_steps_of_its_parent_unless_it_gives_its_own(unbuilt: Site) -> None:
    unbuilt.write(
        "content/cases/sorrel/case.yml",
        case_text("sorrel", "type: discretionary-sar\npublished: 2023-11\nworkflow: {planned: 2023-11-01}"),
    )
    assert "W906" in unbuilt.library("check", "--today", TODAY).text
    unbuilt.change("content/vocabulary.yml", "    variant_of: sar\n", "    variant_of: sar\n    steps: []\n")
    assert "W906" not in unbuilt.library("check", "--today", TODAY).text


def test_the_pack_of_a_joint_review_has_the_recipients_of_all_its_types(unbuilt: Site) -> None:
    pack = unbuilt.root.parent / "pack"
    told = unbuilt.library("pack", "bracken", "--out", str(pack), "--today", TODAY)
    assert told.status == 0, told.text
    assert {path.name for path in pack.iterdir() if path.is_dir()} == {
        "national-panel", "ofsted", "secretary-of-state", "nspcc", "sar-library",
    }  # fmt: skip
    assert f"Bracken: {TWO_LABELS}" in (pack / "ofsted" / "cover-note.txt").read_text("utf-8")


# --- writing and mistakes


def test_a_new_case_can_have_several_types_or_none(unbuilt: Site) -> None:
    for name, types in (("Fern", ("--type", "dardr, sar")), ("Moss", ())):
        told = unbuilt.run("generator", "new", "case", "--name", name, *types, "--no-input")
        assert told.status == 0, told.text
    assert "\ntype: [dardr, sar]\n" in (unbuilt.root / "content/cases/fern/case.yml").read_text("utf-8")
    assert "\n# type: cspr\n" in (unbuilt.root / "content/cases/moss/case.yml").read_text("utf-8")


ALL_TYPES = "one of: cspr (Child Safeguarding Practice Review), sar (Safeguarding Adults Review), dardr ("
FERN = "content/cases/fern/case.yml"


@pytest.mark.parametrize(
    ("written", "code", "place", "hint"),
    [
        ("scr", "V301", f"{FERN}:3:7", ALL_TYPES),
        ("[sar, scr]", "V301", f"{FERN}:3:13", ALL_TYPES),
        ("dhr", "V301", f"{FERN}:3:7", 'write dardr for "dhr"'),
        ("DHR", "R205", f"{FERN}:3:7", 'write dardr for "DHR"'),
        ("SCR", "R205", f"{FERN}:3:7", ALL_TYPES),
        ("Safeguarding Adult Reviews", "R205", f"{FERN}:3:7", 'write sar for "Safeguarding Adult Reviews"'),
        ("Safeguarding Adults Reviews", "R205", f"{FERN}:3:7", 'write sar for "Safeguarding Adults Reviews"'),
        ("Joint DHR/SAR", "R205", f"{FERN}:3:7", "for a joint review write type: [dardr, sar]"),
        ("sar, dardr", "R205", f"{FERN}:3:7", "for a joint review write type: [sar, dardr]"),
        ("[sar, Domestic Homicide Review]", "R205", f"{FERN}:3:13", "write dardr for"),
        ("[]", "R207", f"{FERN}:3:7", "leave the field out"),
        ("[sar, sar]", "V311", f"{FERN}:3:13", "take one of the two out"),
        ("[discretionary-sar, sar]", "V321", f"{FERN}:3:27", "write only discretionary-sar"),
        ("5", "R203", f"{FERN}:3:7", "write it as text"),
        ("", "R203", f"{FERN}:3:6", "leave the field out"),
    ],
)
def test_a_mistake_in_a_type_is_answered_with_what_to_type(
    unbuilt: Site, written: str, code: str, place: str, hint: str
) -> None:
    unbuilt.write(FERN, case_text("fern", f"type: {written}\npublished: 2024-01"))
    told = unbuilt.library("check", "--today", TODAY).text
    found = [each for each in told.split("\n\n") if FERN in each]
    assert len(found) == 1, told
    assert f"[{code}]" in found[0]
    assert f"--> {place}\n" in found[0], found[0]
    assert hint in found[0].partition("= hint: ")[2]
    assert "did you mean" not in found[0]


def test_a_missing_type_is_a_note_with_the_types_to_choose(unbuilt: Site) -> None:
    told = unbuilt.library("check", "--all", "--today", TODAY)
    assert told.status == 0
    assert 'note[V320]: no type is given for "Teasel": the page says "Type not stated"' in told.text
    assert ALL_TYPES in told.text
    assert "Flint" not in told.text, "only the name of a withdrawn review remains"


def test_a_long_list_of_types_is_whole_and_its_last_ones_have_only_ids(unbuilt: Site) -> None:
    more = "".join(f"  - {{id: kind-{n}, label: Review of the kind that has the number {n}}}\n" for n in range(12))
    unbuilt.change("content/vocabulary.yml", "joint_types:\n", f"{more}joint_types:\n")
    told = unbuilt.library("check", "--all", "--today", TODAY).text
    assert "kind-0 (Review of the kind that has the number 0), " in told
    assert ", kind-10, kind-11\n" in told


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("types: [dardr, sar]", "types: [dardr]", "V322", "has fewer than two types"),
        ("types: [dardr, sar]", "types: [dardr, dardr]", "V322", "has fewer than two types"),
        ("types: [dardr, sar]", "types: [dardr, scr]", "V322", 'unknown review type "scr"'),
        ("harms:\n", "  - {types: [sar, dardr], label: Other}\nharms:\n", "V322", "a second name for a joint review"),
        ("variant_of: sar\n", "variant_of: scr\n", "V323", 'unknown review type "scr"'),
        ("variant_of: sar\n", "variant_of: discretionary-sar\n", "V323", "is a variant of itself"),
        ("variant_of: sar}", "variant_of: discretionary-sar}", "V323", "which is itself a variant"),
        ("[Domestic Homicide Review, DHR]", "[DHR, SAR]", "V324", '"SAR" is a name of'),
    ],
)
def test_a_mistake_in_the_types_of_the_vocabulary_is_reported_once(
    unbuilt: Site, old: str, new: str, code: str, message: str
) -> None:
    unbuilt.change("content/vocabulary.yml", old, new)
    told = unbuilt.library("check", "--today", TODAY).text
    found = [each for each in told.split("\n\n") if "--> content/vocabulary.yml" in each]
    assert len(found) == 1, told
    assert f"[{code}]" in found[0]
    assert message in found[0]


def test_the_id_of_the_list_without_types_cannot_be_the_id_of_a_type(unbuilt: Site) -> None:
    unbuilt.change("content/vocabulary.yml", "id: learning-review", "id: not-stated")
    unbuilt.change("content/cases/yarrow/case.yml", "type: learning-review", "type: not-stated")
    assert 'A501]: "/reviews/type/not-stated/" would be' in unbuilt.library("check", "--today", TODAY).text

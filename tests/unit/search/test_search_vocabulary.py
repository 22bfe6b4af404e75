"""Which words mean the same, and how they are spelt: what a browser is told."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.crosslink import crosslink
from generator.model import Library
from generator.model.term_names import normalise_words
from generator.search import SearchVocabulary, field_words
from generator.search.fragments import IndexedText
from generator.search.search_vocabulary import spelling_file, words_file
from tests.conftest import REPOSITORY, Site, copy_full

TODAY = date(2026, 5, 1)


def library_of(root: Path) -> Library:
    found = validate_and_link(BuildOptions(root, TODAY, drafts=True)).library
    assert found is not None
    return found


@pytest.fixture(scope="module")
def tarnshire(tmp_path_factory: pytest.TempPathFactory) -> SearchVocabulary:
    return field_words(library_of(copy_full(tmp_path_factory.mktemp("words") / "full").root))


def group_with(words: SearchVocabulary, word: str) -> set[str]:
    return next((set(group) for group in words.groups if word in group), set())


def test_a_term_its_abbreviation_and_its_other_names_mean_the_same(tarnshire: SearchVocabulary) -> None:
    assert {"Tarn Child Review", "TCR"} <= group_with(tarnshire, "TCR")
    assert group_with(tarnshire, "Cuckooing") == {"Cuckooing", "Home takeover"}


def test_listed_synonyms_join_the_terms_that_they_name(tarnshire: SearchVocabulary) -> None:
    assert group_with(tarnshire, "Looking back") == {"Looking back", "TCR", "Tarn Child Review"}
    assert group_with(tarnshire, "KT") == {"KT", "Knock twice"}


def test_a_term_without_another_name_makes_no_group(tarnshire: SearchVocabulary) -> None:
    assert group_with(tarnshire, "Scalds") == set()
    assert all(len({normalise_words(each) for each in group}) == len(group) > 1 for group in tarnshire.groups)


def test_the_abbreviations_of_the_field_lead_to_what_they_stand_for() -> None:
    words = field_words(library_of(REPOSITORY))
    for short, long in (
        ("SCR", "Child Safeguarding Practice Review"),
        ("SCR", "CSPR"),
        ("LCSPR", "Serious Case Review"),
        ("DHR", "Domestic Abuse Related Death Review"),
        ("7MB", "7-minute briefing"),
        ("LLB", "lessons learned briefing"),
        ("LADO", "Local authority designated officer"),
        ("FGM", "Female genital mutilation"),
        ("CSE", "Sexual exploitation"),
        ("CCE", "Criminal exploitation"),
        ("MASH", "Multi-agency safeguarding hub"),
        ("ICPC", "Initial child protection conference"),
        ("ICB", "Clinical commissioning group"),
    ):
        assert long in group_with(words, short), short


def test_names_are_those_of_public_reviews(tarnshire: SearchVocabulary, tmp_path: Path) -> None:
    library = library_of(copy_full(tmp_path / "full").root)
    assert "Wren" in tarnshire.names
    drafts = {case.name for case in library.cases if not case.is_public(TODAY)}
    assert drafts
    assert not drafts & set(tarnshire.names)
    assert "Wren" not in field_words(replace(library, cases=())).names


def spelling(pages: Iterable[str], words: SearchVocabulary = SearchVocabulary()) -> list[list[str]]:  # noqa: B008 frozen
    return [load.split() for load in json.loads(spelling_file(words, [IndexedText(page, "") for page in pages]))]


def test_words_are_told_in_tiers_names_first() -> None:
    common, known, rare = ["tarn"] * 10, ["frost"] * 3, ["lantern"]
    tiers = spelling([*common, *known, *rare, "Wren and the tarn"], SearchVocabulary((("NRM", "Referral"),), ("Wren",)))
    assert tiers == [["Wren"], ["referral"], ["tarn"], ["frost"], ["lantern"]]


def test_only_what_is_worth_a_suggestion_is_told() -> None:
    assert spelling(["Ada's 1926 it a%b O'Connor\u2019s children\u2019s antidisestablishmentarianism"])[4] == [
        "children",
        "o'connor",
    ]


def test_a_large_site_tells_its_most_frequent_words_and_no_more() -> None:
    syllables = ("ba", "de", "fi", "go", "ku")
    rare = [
        a + b + c + d + e + f
        for a in syllables
        for b in syllables
        for c in syllables
        for d in syllables
        for e in syllables
        for f in syllables
    ]
    tiers = spelling([" ".join(rare), "frost", "frost", "frost"])
    assert tiers[3] == ["frost"]
    assert sum(map(len, tiers)) == 6000


def test_the_same_words_give_the_same_bytes(tarnshire: SearchVocabulary) -> None:
    pages = ["Wren saw a lantern", "the tarn froze"]
    assert spelling(pages, tarnshire) == spelling(pages[::-1], tarnshire)
    assert json.loads(words_file(tarnshire, ()))["groups"] == [list(group) for group in tarnshire.groups]


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("Serious Case Reviews", "seriou case review"),
        ("7-minute briefing", "7 minute briefing"),
        ("Policies", "policy"),
        ("Child/Adult", "child adult"),
        ("Zo\u00eb\u2019s", "zoe"),
        ("SAR", "sar"),
        ("“( )”", ""),
    ],
)
def test_words_are_compared_by_their_plain_letters(typed: str, compared: str) -> None:
    assert normalise_words(typed) == compared


SAR_AND_DARDR = """\
# Invented.
use: [adults-england, community-safety]
"""


@pytest.fixture
def packed(tmp_path: Path) -> Site:
    """The small site without records that need its own vocabulary."""
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", tmp_path / "site")
    for folder in ("cases", "notices"):
        shutil.rmtree(tmp_path / "site" / "content" / folder)
    shutil.rmtree(tmp_path / "site" / "briefings")
    return Site(tmp_path / "site")


def mixed_in(site: Site, vocabulary: str) -> tuple[list[tuple[int | None, str]], SearchVocabulary]:
    """The lines and messages of V333, and the words for the search."""
    site.write("content/vocabulary.yml", vocabulary)
    result = validate_and_link(BuildOptions(site.root, TODAY, drafts=True))
    assert result.records is not None and result.records.vocabulary is not None
    mixed = [each for each in result.diagnostics if each.code in ("V324", "V333")]
    library = crosslink(result.records, TODAY, "https://library.example/", drafts=True)
    whole = replace(library, vocabulary=result.records.vocabulary.record)
    return [(each.location.line if each.location else None, each.message) for each in mixed], field_words(whole)


def test_a_name_that_belongs_to_another_term_does_not_join_the_two(packed: Site) -> None:
    joint = "review_types:\n  - {id: joint, label: Joint Review, also_known_as: [SAR, DARDR, Joint DHR]}\n"
    mixed, words = mixed_in(packed, SAR_AND_DARDR + joint)
    assert [line for line, _ in mixed] == [4, 4]
    assert all('"Joint Review"' in message for _, message in mixed)
    assert '"Safeguarding Adults Review"' in mixed[0][1]
    assert group_with(words, "SAR") & {"Joint Review", "DARDR", "DHR"} == set()
    assert group_with(words, "Joint Review") == {"Joint Review", "Joint DHR"}


def test_a_group_of_synonyms_does_not_join_two_types_of_review(packed: Site) -> None:
    mixed, words = mixed_in(packed, SAR_AND_DARDR + "synonyms:\n  - [SAR, DHR, DARDR]\n")
    ((line, message),) = mixed
    assert line == 4
    assert "(sar)" in message and "(dhr)" in message
    assert "DHR" not in group_with(words, "SAR")
    assert "SAR" not in group_with(words, "DHR")


def test_another_name_that_two_terms_share_finds_both_and_joins_neither(packed: Site) -> None:
    mixed, words = mixed_in(packed, "use: [children-england, adults-england]\n")
    assert mixed == []
    labels = {"Domestic abuse", "Domestic abuse of an adult"}
    groups = [set(group) for group in words.groups if "Domestic violence" in group]
    assert [group & labels for group in groups] == [{"Domestic abuse"}, {"Domestic abuse of an adult"}]


def test_a_type_that_replaced_another_is_found_with_it(packed: Site) -> None:
    mixed, words = mixed_in(packed, "use: [children-england]\n")
    assert mixed == []
    assert {"CSPR", "SCR", "Serious Case Review"} <= group_with(words, "CSPR")


def test_an_unknown_id_under_replaces_is_reported(packed: Site) -> None:
    packed.write("content/vocabulary.yml", "review_types:\n  - {id: cspr, label: C, replaces: [src]}\n")
    told = [
        each.message for each in validate_and_link(BuildOptions(packed.root, TODAY)).diagnostics if each.code == "V332"
    ]
    assert told == ['"src" in replaces is not a term of review_types']


def test_a_name_that_no_page_has_is_marked(tarnshire: SearchVocabulary) -> None:
    words = SearchVocabulary((("Thin ice", "Frozen tarn", "Cold shock"),))
    texts = [IndexedText("The frozen tarn, and a shock. Cold.", "")]
    assert json.loads(words_file(words, (), texts))["groups"] == [["Thin ice", "Frozen tarn", "~Cold shock"]]


def test_names_of_several_words_follow_the_tiers() -> None:
    texts = ["Read Keeping Lanterns Safe in Winter first.", "The Tarn Rescue Board met."]
    assert json.loads(spelling_file(SearchVocabulary(), [IndexedText(text, "") for text in texts]))[5].split("\n") == [
        "Read Keeping Lanterns Safe in Winter",
        "Tarn Rescue Board",
    ]

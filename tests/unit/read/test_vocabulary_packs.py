"""Vocabulary packs: what a site has after `use`, seen from its records, pages and diagnostics."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions, CommandResult
from generator.markdown import page_link
from generator.model.vocabulary import TERM_LISTS, Vocabulary
from generator.read.vocabulary_packs import PACKS, pack_names
from generator.search.answers import answer_names
from tests.conftest import REPOSITORY, Site
from tests.vocabulary_page import PAGE, vocabulary_page

SMALL: Final = REPOSITORY / "tests" / "sites" / "valid" / "small"
SERIES: Final = """briefing_series:
  - {id: seven-minute, label: 7-minute briefing, plural: 7-minute briefings, for: [topics], most_parts: 7}
  - id: lessons-learned
    label: lessons learned briefing
    plural: lessons learned briefings
    for: [case]
    parts: [{heading: The story, from_case: story}]
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The small invented site, whose vocabulary a test replaces."""
    shutil.copytree(SMALL, tmp_path / "site")
    whole = Site(tmp_path / "site")
    whole.change("mkdocs.yml", "custom_dir: overrides", f"custom_dir: {REPOSITORY / 'overrides'}")
    return whole


def read(site: Site, vocabulary: str) -> CommandResult:
    """Reads the site with another vocabulary, which keeps the series of its briefings."""
    series = "" if "briefing_series" in vocabulary else SERIES
    site.write("content/vocabulary.yml", vocabulary + series)
    return validate_and_link(BuildOptions(site.root, date(2026, 5, 1)))


def vocabulary_of(site: Site, vocabulary: str) -> Vocabulary:
    """The site's vocabulary, which has no fault."""
    result = read(site, vocabulary)
    assert [each for each in result.diagnostics if each.location and "vocabulary" in each.location.file] == []
    assert result.records is not None
    assert result.records.vocabulary is not None
    return result.records.vocabulary.record


def faults_of(site: Site, vocabulary: str) -> list[tuple[str, int | None, str, str]]:
    """Code, line, message and hint of each fault in the vocabulary."""
    return [
        (each.code, each.location.line, each.message, each.hint or "")
        for each in read(site, vocabulary).diagnostics
        if each.location is not None and "vocabulary" in each.location.file
    ]


@pytest.mark.parametrize("name", pack_names())
def test_each_pack_is_a_vocabulary_without_a_fault(site: Site, name: str) -> None:
    words = vocabulary_of(site, f"use: [{name}]\n")
    assert words.document_kinds
    assert words.use == (name,)


def test_the_english_packs_fit_together(site: Site) -> None:
    words = vocabulary_of(site, "use: [children-england, adults-england, community-safety]\n")
    assert [each.id for each in words.review_types] == ["thematic", "cspr", "scr", "sar", "dardr", "dhr"]
    assert words.nation == "england"


def test_no_pack_names_a_partnership() -> None:
    for path in PACKS.glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        assert "Warrington" not in text
        assert "Warwickshire" not in text


def test_an_entry_replaces_the_fields_it_states_and_keeps_the_others(site: Site) -> None:
    packed = vocabulary_of(site, "use: [children-england]\n").type["cspr"]
    words = vocabulary_of(site, "use: [children-england]\nreview_types:\n  - {id: cspr, abbreviation: LCSPR}\n")
    assert words.type["cspr"].abbreviation == "LCSPR"
    assert words.type["cspr"].label == packed.label
    assert words.type["cspr"].steps == packed.steps
    assert [each.id for each in words.review_types] == ["thematic", "cspr", "scr"]


def test_a_new_id_comes_after_the_terms_of_the_packs(site: Site) -> None:
    words = vocabulary_of(site, "use: [adults-england]\nharms:\n  - {id: cuckooing, label: Cuckooing}\n")
    assert [each.id for each in words.harms][-2:] == ["adult-self-neglect", "cuckooing"]


def test_a_site_leaves_out_terms_and_synonyms(site: Site) -> None:
    words = vocabulary_of(site, "use: [children-england]\nleave_out:\n  harms: [filicide, other]\n  synonyms: [MASH]\n")
    assert not {"filicide", "other"} & words.harm.keys()
    assert "neglect" in words.harm
    assert not any("MASH" in group for group in words.synonyms)


def test_a_site_states_which_terms_come_first(site: Site) -> None:
    words = vocabulary_of(site, "use: [children-england, adults-england]\norder:\n  review_types: [sar, cspr]\n")
    assert [each.id for each in words.review_types] == ["sar", "cspr", "thematic", "scr"]


def test_every_list_of_terms_of_the_model_is_merged(site: Site) -> None:
    lists = (name for name in TERM_LISTS if name != "briefing_series")
    more = {"annual_reports": ", reviews: [cspr]"}
    own = "".join(f"{name}:\n  - {{id: newly-added, label: Newly added{more.get(name, '')}}}\n" for name in lists)
    series = "  - {id: newly-added, label: Newly added, plural: Newly added, for: [topics], most_parts: 3}\n"
    words = vocabulary_of(site, f"use: [children-england]\n{own}{SERIES}{series}")
    for name in TERM_LISTS:
        terms: Any = getattr(words, name)
        assert terms[-1].id == "newly-added", name


def test_a_group_of_synonyms_joins_the_group_of_a_pack_with_one_of_its_words(site: Site) -> None:
    words = vocabulary_of(site, "use: [children-england]\nsynonyms:\n  - [MASH, Front Door]\n")
    assert ("MASH", "Front Door", "Multi-agency safeguarding hub") in words.synonyms


def test_a_site_pins_its_own_answers_and_leaves_out_those_of_packs(site: Site) -> None:
    vocabulary = """use: [children-england]
leave_out: {pinned_answers: [newsletter]}
pinned_answers:
  - {words: [Phone number], page: about/privacy.md}
harms: [{id: child-neglect, label: Child neglect}]
notice_kinds: [{id: update, label: Update}, {id: tool, label: Tool, shelf: resources}]
"""
    pinned = vocabulary_of(site, vocabulary).pinned_answers
    assert not any("newsletter" in answer.words for answer in pinned)
    assert pinned[-1].page == "about/privacy.md"
    result = read(site, vocabulary)
    assert result.library is not None
    by_page = answer_names(result.library).pinned
    assert by_page["about/privacy/"] == ("Phone number",)
    assert "phone number" not in by_page["about/contact/"]
    assert "report a concern" in by_page["about/contact/"]


def test_the_pages_of_pinned_answers_of_packs_are_links(site: Site) -> None:
    for name in pack_names():
        for answer in vocabulary_of(site, f"use: [{name}]\n").pinned_answers:
            assert page_link(answer.page) is not None, answer.page


def test_an_unknown_pack_is_one_fault_with_the_list_of_packs(site: Site) -> None:
    ((code, line, message, hint),) = faults_of(site, "use: [children-england, adults]\n")
    assert (code, line, message) == ("V330", 1, 'there is no vocabulary pack "adults"')
    assert all(name in hint for name in pack_names())
    assert len(read(site, "use: [adults]\n").diagnostics) == 1


def test_two_packs_that_disagree_are_one_fault_with_both_names(site: Site) -> None:
    ((code, line, message, _),) = faults_of(site, "# invented\nuse: [children-england, wales]\n")
    assert (code, line) == ("V331", 2)
    assert "children-england and wales" in message
    assert "neglect in harms" in message


def test_packs_may_disagree_about_what_the_site_replaces_or_leaves_out(site: Site) -> None:
    vocabulary_of(
        site,
        """use: [children-england, wales]
nation: wales
leave_out: {harms: [physical-abuse, emotional-abuse]}
harms:
  - {id: neglect, group: Harm, about: [children], also_known_as: [], description: Unmet needs., source: Ours.}
""",
    )


def test_a_mistake_in_a_replacement_is_reported_at_its_line_with_its_own_number(site: Site) -> None:
    ((code, line, message, _),) = faults_of(
        site, "use: [children-england]\nharms:\n  - id: neglect\n    helpline: often\n"
    )
    assert (code, line) == ("R203", 4)
    assert '"harms" item 1 "helpline"' in message


def test_a_replacement_with_a_mistyped_id_is_one_fault_with_the_nearest_id(site: Site) -> None:
    ((code, line, _, hint),) = faults_of(site, "use: [children-england]\nharms:\n  - {id: neglct, helpline: false}\n")
    assert (code, line) == ("V332", 3)
    assert 'did you mean "neglect"?' in hint


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("leave_out: {harm: [neglect]}", 'no list "harm"'),
        ("leave_out: {harms: [neglct]}", '"neglct" in leave_out'),
        ("leave_out: {synonyms: [neglct]}", '"neglct" in leave_out'),
        ("order: {review_types: [crsp]}", '"crsp" in order'),
    ],
)
def test_an_id_that_names_nothing_is_reported(site: Site, written: str, message: str) -> None:
    ((code, line, told, _),) = faults_of(site, f"use: [children-england]\n{written}\n")
    assert (code, line) == ("V332", 2)
    assert message in told


@pytest.mark.parametrize("written", ["use: children-england", "use: {a: b}", "leave_out: [neglect]", "order: harms"])
def test_a_wrong_shape_is_a_fault_of_the_site_and_no_crash(site: Site, written: str) -> None:
    assert [code for code, *_ in faults_of(site, f"{written}\n")] == ["R203"]


def test_a_site_with_its_own_list_of_the_wrong_type_is_told_so(site: Site) -> None:
    assert [code for code, *_ in faults_of(site, "use: [children-england]\nharms: neglect\nsynonyms: MASH\n")] == [
        "R203",
        "R203",
    ]


HAZEL: Final = (
    "# Invented.\nname: Hazel\ntype: cspr\nsummary: A summary.\nsources: [The published report]\nharms: [neglect]\n"
    "documents:\n  - {kind: report, availability: on-request}\n"
)


@pytest.fixture
def packed(site: Site) -> Site:
    """The small site with one case whose type and harm come from a pack."""
    for folder in ("content/cases", "content/notices", "briefings"):
        shutil.rmtree(site.root / folder, ignore_errors=True)
    site.change("content/pages/about/contact.md", "[about Rowan](case:rowan)", "about Rowan")
    site.write("content/cases/hazel/case.yml", HAZEL)
    site.write("content/vocabulary.yml", "use: [children-england]\nthemes:\n  - {id: our-own, label: Our own}\n")
    return site


def has_page(site: Site, address: str) -> bool:
    return (site.output / address / "index.html").is_file()


def test_only_the_used_terms_of_packs_have_a_page(packed: Site) -> None:
    packed.build()
    assert has_page(packed, "themes/harm/neglect")
    assert has_page(packed, "reviews/type/cspr")
    assert has_page(packed, "themes/our-own")
    assert not has_page(packed, "themes/harm/filicide")
    assert not has_page(packed, "themes/early-help")
    assert not has_page(packed, "reviews/type/scr")


def test_a_site_can_show_the_unused_terms_of_a_list(packed: Site) -> None:
    packed.change("content/vocabulary.yml", "use:", "show_unused: [harms]\nuse:")
    packed.build()
    assert has_page(packed, "themes/harm/filicide")
    assert not has_page(packed, "themes/early-help")


def test_a_term_that_a_text_links_to_has_a_page(packed: Site) -> None:
    packed.change("content/cases/hazel/case.yml", "A summary.", "About [early help](theme:early-help).")
    packed.build()
    assert has_page(packed, "themes/early-help")


def test_a_draft_does_not_bring_a_term_onto_the_site(packed: Site) -> None:
    packed.write(
        "content/cases/rowan/case.yml",
        HAZEL.replace("Hazel", "Rowan").replace("neglect", "filicide") + "status: draft\n",
    )
    packed.build()
    assert not has_page(packed, "themes/harm/filicide")


def test_a_page_that_was_published_stays_when_no_record_has_the_term_any_more(packed: Site) -> None:
    packed.write("content/published-urls.yml", "published:\n  - {address: themes/harm/filicide/, since: 2026-01-01}\n")
    packed.build()
    assert has_page(packed, "themes/harm/filicide")


def test_the_next_build_sees_a_changed_pack(packed: Site, tmp_path: Path) -> None:
    packed.build()
    updated = tmp_path / "generator"
    shutil.copytree(REPOSITORY / "generator", updated, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(REPOSITORY / "overrides", tmp_path / "overrides")
    pack = updated / "packs" / "children-england.yml"
    pack.write_text(
        pack.read_text(encoding="utf-8").replace("label: Neglect\n", "label: Serious neglect\n"), encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--root", str(packed.root), "--today", "2026-05-01"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "Serious neglect" in packed.main("themes/harm/neglect").text()


def test_the_recipients_of_a_type_are_data_that_a_site_adds_to_or_replaces(site: Site) -> None:
    words = vocabulary_of(
        site,
        """use: [children-england, adults-england, community-safety]
review_types:
  - {id: dardr, sent_to: [home-office]}
recipients:
  - {id: home-office, label: the Home Office, email: reviews@homeoffice.example}
  - {id: ofsted, email: new-address@ofsted.example}
""",
    )
    assert [each.id for each in words.type["dardr"].destinations] == ["home-office"]
    assert [each.id for each in words.type["sar"].destinations] == ["sar-library"]
    assert [each.id for each in words.type["cspr"].destinations] == [
        "national-panel",
        "ofsted",
        "secretary-of-state",
        "nspcc",
    ]
    assert words.destination["ofsted"].label == "Ofsted"
    assert words.destination["ofsted"].email == "new-address@ofsted.example"


def test_an_unknown_recipient_in_a_workflow_is_one_fault_that_does_not_show_what_is_written(packed: Site) -> None:
    packed.write(
        "content/cases/hazel/case.yml",
        HAZEL + "status: draft\nworkflow:\n  copies:\n    - {to: zzsecret, sent: 2026-03-02}\n",
    )
    told = packed.library("check", "--records", "--today", "2026-05-01")
    assert told.text.count("error[") == 1
    assert "error[V334]: an unknown recipient under copies" in told.text
    assert "one of: national-panel, ofsted, secretary-of-state" in told.text
    assert "zzsecret" not in told.text


def test_a_vocabulary_without_packs_still_knows_who_gets_a_report(site: Site) -> None:
    words = vocabulary_of(site, "review_types:\n  - {id: own, label: Own review, sent_to: [ofsted, nspcc]}\n")
    assert [each.id for each in words.type["own"].destinations] == ["ofsted", "nspcc"]
    assert words.themes == ()


COPIES: Final = (
    "status: scheduled\npublish_on: 2026-12-10\nworkflow: {decision: {date: 2026-11-02, outcome: local-cspr}}\n"
)


def day_of_copies(site: Site) -> str:
    """The latest day for a copy, from the steps of the case."""
    told = site.library("timeline", "hazel", "--json", "--today", "2026-11-02")
    steps = {each["key"]: each for each in json.loads(told.text)["steps"]}
    return str(steps["copy-ofsted"]["due"])


def test_the_bank_holidays_are_those_of_the_nation(packed: Site) -> None:
    packed.write("content/cases/hazel/case.yml", HAZEL + COPIES)
    assert day_of_copies(packed) == "2026-12-01"
    packed.change("content/partnership.yml", "\nname:", "\nnation: scotland\nname:")
    assert day_of_copies(packed) == "2026-12-01"
    packed.change("content/cases/hazel/case.yml", "2026-12-10", "2026-12-09")
    assert day_of_copies(packed) == "2026-11-27"
    told = packed.library("due", "--today", "2026-11-25", "--weeks", "4")
    assert "27" in told.text
    told = packed.library("timeline", "--publication", "2026-12-09", "--type", "cspr", "--today", "2026-11-02")
    assert "Scotland's bank holidays are left out" in told.text
    told = packed.library("timeline", "--referral", "2026-11-30", "--today", "2026-11-02")
    assert "a rapid review is a step of England, and content/partnership.yml has nation: scotland" in told.text


def test_the_nation_of_a_pack_counts_unless_the_partnership_names_one(site: Site) -> None:
    records = read(site, "use: [wales]\n").records
    assert records is not None
    assert records.nation == "wales"
    site.change("content/partnership.yml", "\nname:", "\nnation: northern-ireland\nname:")
    records = read(site, "use: [wales]\n").records
    assert records is not None
    assert records.nation == "northern-ireland"


def test_an_unknown_nation_is_one_fault_with_the_choices(site: Site) -> None:
    site.change("content/partnership.yml", "\nname:", "\nnation: uk\nname:")
    (fault,) = [
        each
        for each in read(site, "use: [wales]\n").diagnostics
        if each.location and "partnership" in each.location.file
    ]
    assert fault.code == "R207"
    assert fault.hint == "one of: england, northern-ireland, scotland, wales"


def test_the_page_of_the_packs_is_as_the_command_writes_it() -> None:
    assert PAGE.read_text(encoding="utf-8") == vocabulary_page(), "run: python -m tests.vocabulary_page"

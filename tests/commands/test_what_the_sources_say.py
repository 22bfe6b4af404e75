"""What the partnership's own documents say is on a page, in the library's own words, with its source."""

from __future__ import annotations

import re
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Site

RUNS: Final = Path(__file__).with_name("runs-of-the-sources.bin").read_bytes()
"""Hashes of 5 bytes of every run of eight words in the partnership's documents that the library was written from."""

KNOWN_RUNS: Final = frozenset(RUNS[place : place + 5] for place in range(0, len(RUNS), 5))

NAMES: Final = (
    "Child Safeguarding Practice Review and Relevant Agency (England) Regulations",
    "Multi-agency safeguarding arrangements for the Warwickshire Safeguarding Children Partnership",
    "multi-agency safeguarding arrangements of the Warwickshire Safeguarding Children Partnership",
    "National Child Safeguarding Practice Review Panel",
    "Child Safeguarding Practice Review Panel",
    "Child Safeguarding Practice Reviews Framework of the Warrington Safeguarding Partnership, March 2021",
    "Adolescent Safeguarding Group",
    "Families First Steering Subgroup",
    "Practice Priority Subgroup",
    "the National Panel and the Secretary of State",
    "University Hospitals Coventry and Warwickshire NHS Trust",
    "South Warwickshire NHS Foundation Trust",
    "Coventry and Warwickshire Partnership NHS Trust",
    "Nuneaton and Bedworth Borough Council",
    "The Links between Child/Vulnerable Adult and Animal Abuse",
    "Making a Referral to the Front Door (Children)",
    "Use of Alcohol in Children and Young People",
)
"""Names are quoted as they are. Each counts as one word."""

WHERE: Final = {
    "about/arrangements": (
        "Lead Safeguarding Partners",
        "Delegated Safeguarding Partners",
        "Implementation subgroup",
        "Learning and Development Group",
        "quorum",
        "Three years at first",
        "Chief Executive of the council",
        "£323,876",
        "£504,628",
        "December 2024",
    ),
    "about/agencies": (
        "duty to co-operate",
        "section 11 self-assessment",
        "284 of the 294",
        "Keeping Children Safe in Education",
        "Violence Against Women and Girls Board",
        "West Midlands",
    ),
    "about/whistleblowing": ("Whistleblowing", "Practitioner Escalation Protocol", "section 25"),
    "about/learning-and-training": ("training needs analysis", "plans", "Quality Learning and Improvement Hubs"),
    "for/parents-and-carers": ("How parents and carers are heard", "sections 6, 18 and 20"),
    "how-reviews-work/information-and-confidentiality": (
        "Warrington",
        "conflict of interest",
        "confidential",
        "housing association",
        "criminal investigation",
    ),
    "how-reviews-work/safeguarding-adults-reviews": ("commissions", "six months", "Safeguarding Adults Board"),
    "resources/spectrum-of-support": ("threshold", "Practitioners in every agency"),
}


@pytest.mark.parametrize("page", WHERE)
def test_a_page_says_what_the_sources_say(warwickshire: Site, page: str) -> None:
    text = " ".join(warwickshire.main(page).text().split())
    assert [words for words in WHERE[page] if words not in text] == []


@pytest.mark.parametrize("page", [page for page in WHERE if not page.startswith("resources/")])
def test_a_page_from_the_sources_names_them_with_their_year(warwickshire: Site, page: str) -> None:
    text = warwickshire.main(page).text()
    assert re.search(r"(?:arrangements|annual report|framework)[^.]{0,90}\b20\d\d", text, re.IGNORECASE)


NOT_SAID: Final = {
    "how-reviews-work/process": ("are made safe", "are invited to take part", "It is written so"),
    "how-reviews-work/safeguarding-adults-reviews": (
        "a subgroup leads",
        "talk to your safeguarding lead and use the form",
    ),
    "how-reviews-work/older-reports": ("you can ask",),
    "about/arrangements": ("Once a quarter the business unit asks",),
    "about/agencies": ("a forum for young people with",),
    "about/contact": ("At any time, day or night",),
    "about/privacy": ("have been given other names",),
    "about": ("It publishes this library",),
    "about/accessibility": ("You can ask for any document", "is run by Warwickshire Safeguarding"),
    "for/children-and-young-people": ("They do this four times a year", "are asked if"),
    "for/professionals": ("form advises",),
    "resources/learning-resources": ("makes learning materials", "They are shared"),
    "resources/booklet-for-families": ("It contacts the family",),
    "news/first-thematic-review": ("looked at how children",),
    "briefings": ("It has seven short sections", "It has four parts"),
    "briefings/child-safeguarding-practice-reviews": ("child are asked how",),
    "briefings/sheets": ("on a wall",),
    "years": ("briefings made from them",),
    "bulletins/2022-q2": ("both with their lessons",),
    "search": ("Search all reviews, briefings and PDFs",),
}
"""What no source says, or what a source says only as a plan, or of others."""


@pytest.mark.parametrize("page", NOT_SAID)
def test_a_page_does_not_say_what_no_source_says(warwickshire: Site, page: str) -> None:
    text = " ".join(warwickshire.main(page).text().split())
    assert [words for words in NOT_SAID[page] if words.lower() in text.lower()] == []


def test_15_working_days_are_counted_from_the_referral_wherever_they_are_named(warwickshire: Site) -> None:
    for page in ("how-reviews-work", "how-reviews-work/process", "briefings/child-safeguarding-practice-reviews"):
        text = " ".join(warwickshire.main(page).text().split())
        assert re.search(r"15 working days (from|of receiving|of) the referral", text), page


def test_a_bulletin_gives_no_advice_about_what_cannot_be_opened_or_is_long_past(warwickshire: Site) -> None:
    for path in (warwickshire.root / "content" / "bulletins").glob("*.yml"):
        text = " ".join(path.read_text("utf-8").split())
        assert not re.search(r"team meeting|with your team|Check that you|read the new version", text), path.stem


def test_a_worker_with_adults_has_a_line_for_advice_outside(warwickshire: Site) -> None:
    page = warwickshire.main("about/whistleblowing")
    assert page.css_first('a[href="tel:02031172520"]') is not None and "Protect" in page.text()


def test_all_21_relevant_agencies_are_listed(warwickshire: Site) -> None:
    listed = warwickshire.main("about/agencies").css("ol > li")
    assert len(listed) == 21


def test_the_pages_are_reached_from_the_pages_of_the_menu(warwickshire: Site) -> None:
    menu = ("about", "how-reviews-work", "for/professionals")
    links = {
        (link.attributes["href"] or "")
        .partition("#")[0]
        .strip("./")
        .removeprefix("about/")
        .removeprefix("how-reviews-work/")
        for page in menu
        for link in warwickshire.main(page).css("a[href]")
    }
    wanted = {"arrangements", "agencies", "whistleblowing", "learning-and-training", "process"}
    assert wanted | {"information-and-confidentiality"} <= links


def test_the_years_figures_of_advocacy_and_wishes_are_shown_with_their_source(warwickshire: Site) -> None:
    page = warwickshire.main("years/2022-23")
    tables: dict[str, list[str]] = {}
    for table in page.css("table"):
        rows = {row.css("th")[0].text().strip(): [cell.text() for cell in row.css("td")] for row in table.css("tr")}
        tables |= rows
    assert tables["Worked with in the year"] == ["208"] and tables["Fully"] == ["109"] and tables["Answered"] == ["284"]
    assert tables["January to March 2023"] == ["54", "15"] and tables["Did not wish to say"] == ["20"]
    assert page.text().count("Voice of the Child/Adult") == 4


def test_no_page_repeats_eight_words_of_a_source(warwickshire: Site) -> None:
    repeated = [
        f"{page.relative_to(warwickshire.output)}: {run}"
        for page in sorted(warwickshire.output.rglob("index.html"))
        for run in _repeated(page, warwickshire)
    ]
    assert repeated == []


def test_the_runs_of_the_sources_are_found_where_they_are_repeated() -> None:
    assert len(KNOWN_RUNS) > 20_000
    sentence = "we make every opportunity count responding with the right support"
    assert list(_runs(sentence))


def _repeated(page: Path, site: Site) -> Iterator[str]:
    main = site.main(page.parent.relative_to(site.output).as_posix())
    for block in main.css("p, li, td, dd, h2, h3"):
        if block.css_first("p, li, a[href*='documents/'], .lib-card") is None:
            yield from _runs(block.text())


def _runs(text: str) -> Iterator[str]:
    for name in NAMES:
        text = re.sub(re.escape(name).replace(r"\ ", r"\s+"), "Name", text, flags=re.IGNORECASE)
    words = re.findall(r"[a-z0-9£]+(?:'[a-z]+)?", text.lower().replace("\u2019", "'"))
    for place in range(len(words) - 7):
        run = " ".join(words[place : place + 8])
        if blake2b(run.encode(), digest_size=5).digest() in KNOWN_RUNS:
            yield run

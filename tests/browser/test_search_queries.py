"""The search of the Warwickshire library answers what readers ask, with the right first answer and few bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from tests import server_files
from tests.browser.axe_and_layout import wait_until_at_rest
from tests.browser.conftest import wait_until_ready
from tests.browser.test_weight import weighed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.conftest import Site

FIRST_RESULTS_AT_MOST = 150_000
"""Bytes on the wire for the first query of a reader, from a server that compresses text."""

SEVERAL_CORRECTED_AT_MOST = 180_000

CONTACT = "/about/contact/"
NOTHING = "No results for"
SUBJECT_WITHOUT_RECORDS = "We have not published anything on"


@dataclass(frozen=True)
class Query:
    """What a reader types and expects."""

    words: str
    first: tuple[str, ...] = ()
    """The addresses of which one is the first answer; empty if any or none may be."""

    says: str = ""
    """A part of what the page says about the results."""

    within: tuple[str, ...] = ()
    """Addresses among the first six answers."""

    without: tuple[str, ...] = ()
    """Addresses that are no answer."""

    marks: str = ""
    """The note on each answer after those by name."""

    has_answers: bool = True

    bytes_at_most: int = FIRST_RESULTS_AT_MOST
    """More for several words if some are corrected: the browser loads them, and what is searched for instead."""


NEGLECT = "/briefings/child-neglect/"
TWO_ON_SLAVERY = tuple(f"/briefings/modern-slavery-and-human-trafficking-{group}/" for group in ("adults", "children"))
QUERIES = (
    Query("neglect", (NEGLECT,), within=("/reviews/grace/",)),
    Query("neglct", (NEGLECT,), "Showing results for “neglect”", within=("/reviews/grace/",)),
    Query("grace", ("/reviews/grace/",)),
    Query("Grace report", ("/reviews/grace/",), without=("/about/accessibility/", "/years/2022-23/")),
    Query("james report", ("/reviews/james/",)),
    Query("jack's report", ("/reviews/jack/",)),
    Query("how do I report a concern", (CONTACT,)),
    Query("phone number", (CONTACT,)),
    Query("who should I call?", (CONTACT,)),
    Query("I am worried about my neighbour's child", (CONTACT,)),
    Query("I\u2019m worried about my grandson", (CONTACT,)),
    Query("complaint", (CONTACT,)),
    Query("how do I make a complaint", (CONTACT,)),
    Query("what is a CSPR", ("/how-reviews-work/", "/briefings/child-safeguarding-practice-reviews/")),
    Query(
        "what does SAR mean",
        ("/briefings/safeguarding-adults-reviews/", "/how-reviews-work/safeguarding-adults-reviews/"),
    ),
    Query("SCR", ("/reviews/type/scr/",)),
    Query("LADO", ("/briefings/lado-process/",), without=("/about/accessibility/", "/years/2022-23/")),
    Query("LADO phone number", (CONTACT,), within=("/briefings/lado-process/",)),
    Query("grace phone number", (CONTACT,), within=("/reviews/grace/",)),
    Query("annual report 2023-24", ("/resources/annual-report-2022-23/",)),
    Query("annual report 2022-23", ("/resources/annual-report-2022-23/",)),
    Query("training annual report", ("/resources/training-annual-report-2022-23/",)),
    Query("is my name in the report", ("/about/privacy/",)),
    Query("my daughter is in a review", ("/for/parents-and-carers/",)),
    Query("rapid review", ("/how-reviews-work/",)),
    Query("rapid review report template", ("/resources/rapid-review-report-template/",)),
    Query("house fire", ("/reviews/charlie/",)),
    Query("dog bite", within=("/reviews/charlie/", "/briefings/safeguarding-children-around-dogs/")),
    Query("knife", ("/themes/harm/knife-crime/",)),
    Query("hanged", says="Showing results for “Suicide”", bytes_at_most=SEVERAL_CORRECTED_AT_MOST),
    Query("overdose", says="Showing results for “Suicide”"),
    Query("child death", ("/how-reviews-work/",), without=("/themes/harm/filicide/",)),
    Query("I want to die", (CONTACT,)),
    Query("my son died", (CONTACT,)),
    Query("making safeguarding personal", ("/years/2022-23/",)),
    Query("FGM", ("/briefings/female-genital-mutilation/",)),
    Query("7mb", ("/briefings/series/seven-minute/",)),
    Query("newsletter", ("/bulletins/",)),
    Query("referral form", ("/resources/referral-form/",)),
    Query(
        "county lines",
        ("/themes/exploitation/", "/reviews/exploitation/", "/reviews/cj/"),
        within=("/themes/exploitation/", "/reviews/cj/"),
    ),
    Query("grooming", ("/themes/exploitation/", "/reviews/exploitation/")),
    Query("knife crime", says=SUBJECT_WITHOUT_RECORDS),
    Query("knives", says=SUBJECT_WITHOUT_RECORDS),
    Query("elderly", ("/reviews/about/adults/",)),
    Query("older person", ("/reviews/about/adults/",)),
    Query("rough sleeping", says=NOTHING, has_answers=False),
    Query("was not brought", says=NOTHING, has_answers=False),
    Query(
        "mental capacity",
        says="No page has the words “mental capacity” together",
        marks="Words not together: “mental capacity”",
    ),
    Query("Leamington Spa", says=NOTHING, has_answers=False),
    Query("CV34 4RL", says=NOTHING, has_answers=False),
    Query("dogs", ("/briefings/safeguarding-children-around-dogs/",)),
    Query("modern slavery", TWO_ON_SLAVERY, within=TWO_ON_SLAVERY),
    Query("self neglect", ("/themes/harm/adult-self-neglect/",)),
    Query("MASH", ("/briefings/contacting-the-front-door/",)),
    Query("whistleblowing", ("/about/whistleblowing/",)),
    Query(
        "training", ("/resources/training-annual-report-2022-23/",), within=("/news/multi-agency-training-programme/",)
    ),
    Query("anual report", ("/resources/annual-report-2022-23/",), "Showing results for “annual report”"),
    Query("neglect zebra", says="Without “zebra”", marks="Without “zebra”"),
    Query("\uff46\uff45\uff4d\uff41\uff4c\uff45 genital muti\u00adlation", ("/briefings/female-genital-mutilation/",)),
    Query("prada", ("/reviews/prada-and-jordan/",)),
    Query("my boyfriend hits me", (CONTACT,)),
    Query("I don\u2019t feel safe", (CONTACT,)),
    Query("my gran is being neglected in her care home", (CONTACT,)),
    Query("social worker took my child", ("/for/parents-and-carers/",)),
    Query("who decides to do a review", ("/how-reviews-work/",)),
    Query("what happened to Jack", ("/reviews/jack/",)),
    Query("James's review", ("/reviews/james/",)),
    Query("sofie", ("/reviews/sophie/",), "Showing results for “Sophie”"),
    Query("2021", ("/reviews/year/2021/",)),
    Query("reviews from 2020", ("/reviews/year/2020/",)),
    Query("latest report", ("/reviews/",)),
    Query("shaken baby", ("/themes/harm/abusive-head-trauma/",), SUBJECT_WITHOUT_RECORDS),
    Query("self neglect hoarding", ("/themes/harm/adult-self-neglect/",)),
    Query("DoLS", says=NOTHING, has_answers=False),
    Query("is there a review about drowning", says=NOTHING, has_answers=False),
    # A phrase of the field is not its single words, and a number is not another one.
    Query("childrens homes", ("/how-reviews-work/",), without=("/briefings/children-home-alone/",)),
    Query("old people's home", says=NOTHING, has_answers=False),
    Query("section 42", says=NOTHING, has_answers=False),
    Query("missing child", ("/resources/care-providers-information-pack/",)),
    Query("working together 2023", without=("/years/2022-23/",)),
    # A pinned answer comes after pages with the words that it leaves out.
    Query("school report on neglect", (NEGLECT,), without=(CONTACT,)),
    Query("bulletin on dogs", ("/bulletins/2023-q2/",)),
    Query("annual report pdf", ("/resources/annual-report-2022-23/",)),
    Query("mobile phone policy", without=("/bulletins/2023-q1/",)),
    Query("police", ("/about/agencies/",)),
    # Abbreviations: of the field, of an Act, and of names on the pages.
    Query("DV", ("/themes/harm/domestic-abuse/",)),
    Query("LAC", ("/resources/care-providers-information-pack/",)),
    Query("s11", ("/about/agencies/",), "Showing results for “section 11”"),
    Query("KCSIE", ("/about/agencies/",)),
    Query("IAS", ("/resources/information-gathering-form/",), "Showing results for “Individual Agency Summary”"),
    # Words written as one, as two, or in part.
    Query("countylines", ("/themes/exploitation/", "/reviews/exploitation/")),
    Query("childk", ("/reviews/child-k/",), "Showing results for “child k”"),
    Query(
        "reduced time table",
        ("/briefings/children-on-part-time-or-reduced-timetables/",),
        bytes_at_most=SEVERAL_CORRECTED_AT_MOST,
    ),
    Query("whistle blowing", ("/about/whistleblowing/",)),
    Query("munchausen", ("/themes/harm/fabricated-illness/",)),
    # Everyday words.
    Query("starved", (NEGLECT,)),
    Query("beaten", ("/themes/harm/physical-abuse/",), SUBJECT_WITHOUT_RECORDS),
    Query("mums new boyfriend", ("/briefings/new-partners-joining-households/",)),
    Query("foster carer guide", ("/resources/care-providers-information-pack/",)),
    Query("toddler burnt in fire", ("/reviews/charlie/",), "Without “toddler” and “burnt”"),
    Query("bullied at school", ("/themes/harm/bullying/",)),
    Query("grandad's money being stolen", (CONTACT,)),
    Query("ring social services", (CONTACT,)),
    # Documents, months and years.
    Query("thresholds doc", ("/resources/spectrum-of-support/",)),
    Query("escalation policy", ("/briefings/escalation-protocol/", "/resources/practitioner-escalation-protocol/")),
    Query("7 min briefing neglect", (NEGLECT,)),
    Query("june 2022 bulletin", ("/bulletins/2022-q2/",)),
    Query("newsletter autumn 2021", ("/bulletins/2021-q4/",)),
    Query("reports from 2019", ("/how-reviews-work/older-reports/",)),
    Query("serious case review warwickshire baby", ("/reviews/type/scr/",), "Without “baby”"),
    # A year and a type of review: the list of that year, or what there is for a year without reviews.
    Query("CSPR 2021", ("/reviews/year/2021/",), within=("/reviews/jack/",)),
    Query("2018 serious case review", ("/how-reviews-work/older-reports/",)),
    Query("SAR 2024", says="No page has the words “SAR 2024” together", marks="Words not together: “SAR 2024”"),
    Query("annual report 2025", ("/resources/annual-report-2022-23/",)),
    # A pinned answer says which typed words no page has.
    Query("police corruption", ("/about/agencies/",), "Without “corruption”"),
    # One word of a query is its subject, and the others are on most pages.
    Query("neglect guidance", (NEGLECT,)),
    Query("professional curiosity case", ("/briefings/professional-curiosity/",)),
    # Words that lead to a page only if nothing else is typed.
    Query("press", (CONTACT,)),
    Query("NSPCC", (CONTACT,)),
    Query("999", (CONTACT,)),
    Query("PREVENT", ("/themes/harm/extremism/",)),
    Query("prevent drowning", without=("/themes/harm/extremism/",)),
    Query("learning from case reviews", ("/themes/learning-from-reviews/",)),
    Query("case reviews", ("/reviews/",)),
    Query("list of briefings", ("/briefings/",)),
    Query("coroner", ("/reviews/cj/",)),
    # The other words decide which of two close spellings was meant.
    Query("genetal mutilation", ("/briefings/female-genital-mutilation/",), "Showing results for “genital mutilation”"),
    # Another word is not a spelling, and a name from the news is not the beginning of a word.
    Query("sexting", ("/themes/harm/online-abuse/",)),
    Query("Star Hobson", says=NOTHING, has_answers=False),
    Query("locked", says=NOTHING, has_answers=False),
    Query("school shooting", says="Without “shooting”"),
    Query("dementia", says=NOTHING, has_answers=False),
    Query(
        "multi agency safegarding hub",
        ("/briefings/contacting-the-front-door/",),
        bytes_at_most=SEVERAL_CORRECTED_AT_MOST,
    ),
)

ANSWERED = """() => /result/i.test(document.querySelector("[data-found] [role=status]").textContent)
  && document.querySelector("[data-found] > ol:not([aria-busy])")"""


@pytest.fixture(scope="module")
def root(warwickshire: Site) -> Iterator[str]:
    """Where the library is served, compressed."""
    with server_files.served(warwickshire.output, server_files.read(warwickshire.output, "_headers")) as root:
        yield root


@pytest.fixture
def page(chromium: Browser, root: str) -> Iterator[Page]:
    """The results page of a reader who has not been here before."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(root + "search/")
    wait_until_ready(page)
    wait_until_at_rest(page)
    yield page
    context.close()


def ask(page: Page, words: str) -> tuple[str, list[tuple[str, str]]]:
    """What the page says, and the address and note of each answer."""
    page.get_by_label("Words to look for").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_function(ANSWERED)
    answers: list[Any] = page.evaluate(
        """[...document.querySelectorAll("[data-found] > ol > li")].map((item) => [
          item.querySelector("h2 a").pathname,
          item.querySelector(".lib-note")?.textContent ?? "",
        ])"""
    )
    return page.locator("[data-found] [role=status]").inner_text(), [(str(where), str(note)) for where, note in answers]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.words)
def test_a_reader_finds_the_right_first_answer_with_few_bytes(page: Page, query: Query) -> None:
    sizes = weighed(page)
    said, answers = ask(page, query.words)
    wait_until_at_rest(page)
    print(f"{query.words}: {sum(sizes)} bytes; {said}; first {answers[:1]}")
    found = [where for where, _ in answers]
    assert query.says in said or (query.says == SUBJECT_WITHOUT_RECORDS and NOTHING in said)
    assert bool(found) == query.has_answers or query.says == SUBJECT_WITHOUT_RECORDS
    if query.first:
        assert found[0] in query.first
    assert set(query.within) <= set(found[:6])
    assert not set(query.without) & set(found)
    assert not query.marks or all(note == query.marks for _, note in answers)
    assert 0 < sum(sizes) <= query.bytes_at_most


def test_the_suggestions_agree_with_the_results_page(chromium: Browser, root: str, page: Page) -> None:
    box = page.context.new_page()
    box.goto(root)
    wait_until_ready(box)
    field = box.locator("[data-search-box] input").first
    for words in ("grace report", "phone number", "neglct", "mental capacity", "knife crime", "rough sleeping"):
        said, answers = ask(page, words)
        field.fill(words)
        box.wait_for_function(
            "words => document.querySelector('[data-search-box] [role=status]')?.textContent.trim() "
            "&& !document.querySelector('.lib-options').hidden",
            arg=words,
        )
        wait_until_at_rest(box)
        options = box.locator(".lib-options [role=option]:not(.lib-options__all)")
        first = options.first.evaluate("option => option.pathname") if options.count() else None
        assert first == (answers[0][0] if answers else None), words
        note = box.locator(".lib-options__note")
        if note.is_visible() and answers:
            assert note.inner_text() == said
        field.fill("")
        box.keyboard.press("Escape")


def test_a_pinned_record_shows_what_it_is_and_how_to_read_it(page: Page) -> None:
    _, answers = ask(page, "rapid review template")
    assert answers[0][0] == "/resources/rapid-review-report-template/"
    facts = page.locator("[data-found] li .lib-meta").first.inner_text()
    assert facts.startswith("Resource"), facts

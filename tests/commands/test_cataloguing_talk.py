"""Pages speak to readers, not to the people who keep the catalogue: what is missing in it is in `library list`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Site

TALK: Final = re.compile(
    "|".join(
        (
            r"the sources? (of|that) this library",
            r"no source (of|that) ",
            r"source 00\d",
            r"(is|are) held in this library",
            r"held by the partnership",
            r"this address will stay",
            r"no published review lists",
            r"no review (in this library )?(lists|has a date)",
            r"also printed as",
            r"(the )?dates in this library",
            r"agrees? for (none|\d)",
            r"the record gives no",
            r"the record says",
            r"stands? (below|elsewhere|in this library)",
            r"makes itself anew",
            r"is looked into",
            r"has been told here",
            r"comes out four times a year",
            r"that does not say it is not in this list",
            r"is listed under .{0,40} only where",
            r"gives it on request",
            r"upon avon",
            r"published-urls|in the catalogue|catalogued",
            r"\b(case|briefing)\.yml\b",
        )
    ),
    re.IGNORECASE,
)
"""Words of the people who keep the library: their sources, records, dates that do not agree, addresses that stay."""

MINIMUM: Final = (
    "--no-input",
    "--name",
    "Ashdale Safeguarding Partnership",
    "--area",
    "Ashdale",
    "--about",
    "children",
)


def talk_in(site: Path) -> list[str]:
    """Every place of a built site in which a reader meets such words: pages, feeds and the texts of scripts."""
    found = []
    for path in sorted(each for each in site.rglob("*") if each.suffix in (".html", ".xml", ".js", ".ics")):
        if "pagefind" in path.parts:
            continue
        text = path.read_text("utf-8")
        if path.suffix == ".html":
            body = LexborHTMLParser(text).body
            text = body.text() if body is not None else ""
        words = " ".join(text.split())
        found += [f"{path.relative_to(site)}: {each[0]}" for each in TALK.finditer(words)]
    return found


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a new partnership that has written nothing yet."""
    from click.testing import CliRunner

    from generator.cli import main

    root = tmp_path_factory.mktemp("starter") / "new"
    made = CliRunner().invoke(main, ["init", str(root), *MINIMUM])
    assert made.exit_code == 0, made.output
    done = CliRunner().invoke(main, ["build", "--root", str(root)])
    assert done.exit_code == 0, done.output
    return root / "site"


def test_no_page_of_the_library_speaks_of_its_catalogue(warwickshire: Site) -> None:
    assert talk_in(warwickshire.output) == []


def test_no_page_of_a_new_library_speaks_of_its_catalogue(starter: Path) -> None:
    assert (starter / "index.html").exists()
    assert talk_in(starter) == []


def test_no_page_of_another_partnership_speaks_of_its_catalogue(built: Site) -> None:
    assert talk_in(built.output) == []


@pytest.mark.parametrize(
    "said",
    [
        "The sources of this library hold no text for this part.",
        "The annual report lists 15 new 7-minute briefings. The dates in this library agree for none of them.",
        "Nothing has been published here yet. This address will stay.",
        "No published review lists this briefing.",
        "Also printed as: 7 Minute Briefing - Child Neglect",
        "No summary of this review is held in this library.",
        "Stratford upon Avon",
    ],
)
def test_the_check_finds_what_was_said_before(said: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f"<main><p>{said}</p></main>", "utf-8")
    assert talk_in(tmp_path)


def test_words_for_readers_are_no_talk(tmp_path: Path) -> None:
    told = "We do not know when these were published. On the partnership's website. Not online. Request this document."
    (tmp_path / "index.html").write_text(f"<main><p>{told}</p></main>", "utf-8")
    assert talk_in(tmp_path) == []


def test_a_home_page_offers_the_latest_and_calls_nothing_new(warwickshire: Site, starter: Path) -> None:
    for site in (warwickshire.output, starter):
        headings = [each.text() for each in LexborHTMLParser((site / "index.html").read_bytes()).css("main h2")]
        assert "Latest reviews" in headings
        assert not [each for each in headings if re.search(r"\bnew(est)?\b", each, re.IGNORECASE)]


def test_the_latest_reviews_begin_with_the_newest_even_without_a_date(warwickshire: Site) -> None:
    for address, cards in (
        ("", "#latest-reviews ~ ul a, #latest-reviews ~ ol a"),
        ("reviews", ".lib-finder__list > li > a"),
    ):
        names = [each.text() for each in warwickshire.main(address).css(cards)]
        assert names[:3] == ["Simon", "Anna", "Grace"]


def test_a_year_says_that_a_month_is_not_known_and_not_that_dates_disagree(warwickshire: Site) -> None:
    text = " ".join(warwickshire.main("years/2022-23").text().split())
    assert "We do not know in which month these were published." in text
    assert "agree" not in text
    assert "Stratford-on-Avon" in text

"""A site offers only the sections that it has: each page, feed, count and address is read as a reader would."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Final

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import REPOSITORY, TODAY, Site

if TYPE_CHECKING:
    from pathlib import Path

BARE: Final = REPOSITORY / "tests" / "sites" / "valid" / "bare"

WORDS: Final = {
    "briefings": r"briefings?\b",
    "themes": r"\bthemes?\b",
    "bulletins": r"\bbulletins?\b|newsletter",
    "news": r"\bnews\b",
    "resources": r"\bresources?\b",
    "years": r"\byears/|year.s learning|each year|annual",
    "events": r"\bevents?\b|calendar|\.ics\b",
}
"""What no page of a site without a section may contain, in its text or in its code."""

FRAME: Final = "---\ntemplate: frame.html\ntitle: Frame\nsection: reviews\n---\n"


def listing(title: str, *slots: str) -> str:
    """A hand-written page with slots."""
    shown = "\n\n".join(f"<!-- library:{slot} -->" for slot in slots)
    head = f"title: {title}\ndescription: Invented, as Brackenford is.\nsection: reviews"
    return f"---\n{head}\n---\n\n# {title}\n\n{shown}\n"


SECTIONS: Final[dict[str, dict[str, str]]] = {
    "briefings": {
        "content/pages/briefings/index.md": listing("Briefings", "briefing-finder", "briefing-list"),
        **{
            f"content/pages/briefings/{folder}_frame.md": FRAME for folder in ("", "about/", "for/", "series/", "year/")
        },
        "briefings/doors/briefing.yml": (
            "# Invented.\ntitle: Doors\nseries: seven-minute\npublished: 2024-10\nsummary: How to knock.\n"
            "sections:\n  - {heading: Why, body: People open doors to those who come back.}\n"
        ),
        "briefings/linden-lessons/briefing.yml": (
            "# Invented.\ntitle: Linden\nseries: lessons-learned\ncase: linden\npublished: 2024-10\n"
        ),
    },
    "themes": {
        "content/pages/themes/index.md": listing("Themes", "theme-list", "harm-list"),
        "content/pages/themes/_frame.md": FRAME,
        "content/pages/themes/harm/_frame.md": FRAME,
    },
    "bulletins": {
        "content/pages/bulletins/index.md": listing("Bulletins", "bulletin-list"),
        "content/pages/bulletins/_frame.md": FRAME,
        "content/bulletins/2024-q3.yml": (
            "# Invented.\nstatus: published\ntitle: Autumn in Brackenford\nwelcome: This autumn brought a review.\n"
        ),
    },
    "news": {
        "content/pages/news/index.md": listing("News", "news-list"),
        "content/pages/news/_frame.md": FRAME,
        "content/notices/desk.yml": (
            "# Invented.\ntitle: The desk has moved\nkind: update\ndate: 2024-11-03\nsummary: It is upstairs now.\n"
        ),
    },
    "events": {
        "content/notices/moot.yml": (
            "# Invented.\ntitle: The moot\nkind: update\ndate: 2024-11-05\nsummary: A day of talks.\n"
            "starts: 2026-06-09\nplace: Corn Hall\n"
        ),
    },
    "resources": {
        "content/pages/resources/index.md": listing("Resources", "resource-list"),
        "content/pages/resources/_frame.md": FRAME,
        "content/notices/card.yml": (
            "# Invented.\ntitle: A card for visits\nkind: tool\ndate: 2024-11-04\nsummary: Five questions.\n"
        ),
    },
    "years": {
        "content/pages/years/index.md": listing("Summaries", "year-list"),
        "content/pages/years/_frame.md": FRAME,
        "content/years/2024-25.yml": "# Invented.\nintroduction: A quiet twelve months.\nsources: [invented]\n",
    },
}
"""What each section adds to the bare site: its pages, and a record."""

SERIES: Final = """
briefing_series:
  - {id: seven-minute, label: 7-minute briefing, plural: 7-minute briefings, for: [topics], most_parts: 7}
  - id: lessons-learned
    label: lessons learned briefing
    plural: lessons learned briefings
    for: [case]
    parts: [{heading: What we learned, from_case: learning}]
"""
"""What the vocabulary needs for briefings."""

ALL: Final = tuple(SECTIONS)


def lay(root: Path, *sections: str) -> Site:
    """The bare site with these sections. Every page of a section is in the menu."""
    shutil.copytree(BARE, root)
    site = Site(root)
    site.change("mkdocs.yml", "custom_dir: overrides", f"custom_dir: {REPOSITORY / 'overrides'}")
    for section in sections:
        for name, text in SECTIONS[section].items():
            site.write(name, text)
        if section != "events":
            entry = f"  - {section.title() if section != 'years' else 'Summaries'}: {section}/index.md\n"
            site.change("mkdocs.yml", "  - Search:", f"{entry}  - Search:")
    words = "\naudiences:\n  - {id: professionals, label: Professionals}\n"
    words += "  - {id: neighbours, label: Neighbours}\n"
    if "briefings" in sections:
        words += SERIES
    if "themes" in sections:
        words += "themes:\n  - {id: visits, label: Visits at home}\n"
        site.change("content/cases/linden/case.yml", "harms:", "themes: [visits]\nharms:")
    if {"news", "resources", "events"} & set(sections):
        words += "notice_kinds:\n  - {id: update, label: Update, shelf: news}\n"
        words += "  - {id: tool, label: Tool, shelf: resources}\n"
    vocabulary = (root / "content/vocabulary.yml").read_text("utf-8")
    site.write("content/vocabulary.yml", vocabulary + words)
    return site


def build(site: Site) -> Site:
    """Builds and checks a site. There must be nothing to fix."""
    site.build()
    told = site.library("check", "--today", TODAY)
    assert told.status == 0, told.text
    assert "error[" not in told.text and "warning[" not in told.text, told.text
    return site


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The bare site, built. Tests only look at it."""
    return build(lay(tmp_path_factory.mktemp("bare") / "site"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site with every section, built. Tests only look at it."""
    return build(lay(tmp_path_factory.mktemp("whole") / "site", *ALL))


@pytest.fixture(scope="module", params=ALL)
def without_one(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Site]:
    """A section, and the site with every other section, built."""
    left_out = {request.param, "events"} if request.param == "news" else {request.param}
    site = lay(tmp_path_factory.mktemp("without") / "site", *(each for each in ALL if each not in left_out))
    return request.param, build(site)


def read_by_people(site: Site) -> dict[str, str]:
    """The code of every page, feed and site map, and the words of the data, by their address."""
    texts = {}
    for path in site.output.rglob("*"):
        name = path.relative_to(site.output).as_posix()
        if path.suffix in (".html", ".xml", ".bib", ".ris") and not name.startswith("assets/"):
            # News and resources share the picture for links, whose address has one of the two names.
            texts[name] = path.read_text("utf-8").replace("assets/share/news.png", "")
    return texts


def found(site: Site, section: str) -> list[str]:
    """Each place where a section is mentioned, with some words around it."""
    pattern = re.compile(f".{{0,60}}(?:{WORDS[section]}).{{0,40}}", re.IGNORECASE)
    return [f"{name}: {match[0]}" for name, text in read_by_people(site).items() for match in pattern.finditer(text)]


def addresses(site: Site) -> set[str]:
    """Every file of the site, without the theme's own and those of the search index."""
    names = (path.relative_to(site.output).as_posix() for path in site.output.rglob("*") if path.is_file())
    return {name for name in names if not re.match(r"assets/(?!share/)|search/index/|\.", name)}


def test_a_site_with_reviews_alone_builds_and_checks_without_a_finding(bare: Site) -> None:
    assert (bare.output / "reviews" / "linden" / "index.html").is_file()


@pytest.mark.parametrize("section", WORDS)
def test_no_page_of_the_bare_site_mentions_a_section(bare: Site, section: str) -> None:
    assert found(bare, section) == []


@pytest.mark.parametrize("section", WORDS)
def test_the_whole_site_mentions_every_section(whole: Site, section: str) -> None:
    assert found(whole, section) != []


def test_the_bare_site_has_only_the_addresses_of_reviews(bare: Site) -> None:
    assert {name for name in addresses(bare) if "/" in name and not name.startswith(("about/", "search/"))} == {
        "assets/share/list.png",
        "assets/share/page.png",
        "assets/share/review.png",
        "assets/share/reviews/alder.png",
        "assets/share/reviews/linden.png",
        "data/moved.csv",
        "data/reviews.bib",
        "data/reviews.csv",
        "data/reviews.json",
        "data/reviews.ris",
        "reviews/alder/index.html",
        "reviews/index.html",
        "reviews/how-to-read-summary-here/index.html",
        "reviews/how-to-read-not-online/index.html",
        "reviews/linden/index.html",
        "reviews/type/sar/index.html",
        "reviews/year/2023/index.html",
        "reviews/year/2024/index.html",
    }


def test_a_board_for_adults_has_no_wording_about_children(bare: Site) -> None:
    for name, text in read_by_people(bare).items():
        assert re.findall(r"child|famil|young|parent", text, re.IGNORECASE) == [], name


def test_the_finder_of_the_bare_site_offers_only_filters_with_a_choice(bare: Site) -> None:
    headings = [each.text(strip=True) for each in bare.main("reviews/").css(".lib-finder__facet h3")]
    assert headings == ["Type of review", "How to read it", "Harm", "Year"]


def test_a_filter_without_pages_is_only_for_browsers_with_scripts(bare: Site, whole: Site) -> None:
    assert bare.main("reviews/").css("#by-harm a") == []
    assert bare.main("reviews/").css_first(".lib-finder__facet--scripted #by-harm") is not None
    assert len(whole.main("reviews/").css("#by-harm a")) == 2
    assert whole.main("reviews/").css_first(".lib-finder__facet--scripted") is None


def test_a_term_without_a_page_is_shown_without_a_link(bare: Site, whole: Site) -> None:
    assert "Self-neglect" in bare.main("reviews/linden/").text()
    assert bare.main("reviews/linden/").css("a.lib-tag") == []
    assert [each.text() for each in whole.main("reviews/linden/").css("a.lib-tag")] == [
        "Self-neglect",
        "Visits at home",
    ]


def test_the_counts_name_only_what_there_is(bare: Site, whole: Site) -> None:
    def counted(site: Site) -> list[str]:
        return [" ".join(each.text().split()) for each in site.main("").css(".lib-counts li")]

    assert counted(bare) == ["2 reviews"]
    assert counted(whole) == ["2 reviews", "1 7-minute briefing", "1 lessons learned briefing"]


def test_the_search_page_offers_only_lists_that_exist(bare: Site, whole: Site) -> None:
    def ways(site: Site) -> str:
        shown = site.main("search/").css_first(".lib-search-ways")
        assert shown is not None
        return " ".join(shown.text().split())

    assert ways(bare) == "Or browse the reviews."
    assert ways(whole) == "Or browse the reviews, the briefings or the themes."


def test_the_feeds_of_a_site_are_those_that_can_have_entries(bare: Site, whole: Site) -> None:
    def feeds(site: Site) -> list[str]:
        links = site.page("").css('link[rel="alternate"]')
        return [each.attributes["href"] or "" for each in links]

    assert feeds(bare) == ["feed.xml"]
    assert feeds(whole) == ["feed.xml", "bulletins/feed.xml"]
    assert [name for name in addresses(bare) if name.endswith("feed.xml")] == ["feed.xml"]
    assert {name for name in addresses(whole) if name.endswith("feed.xml")} == {
        "feed.xml",
        "reviews/feed.xml",
        "briefings/feed.xml",
        "themes/harm/neglect/feed.xml",
        "themes/harm/self-neglect/feed.xml",
        "themes/visits/feed.xml",
        "bulletins/feed.xml",
        "for/professionals/feed.xml",
    }


def test_a_site_without_one_section_does_not_mention_it(without_one: tuple[str, Site]) -> None:
    section, site = without_one
    assert found(site, section) == []


def test_a_site_without_one_section_has_no_address_of_it(without_one: tuple[str, Site], whole: Site) -> None:
    section, site = without_one
    gone = {"events": r"events?\.ics$|news/moot/"}.get(section, rf"{section}/|data/{section}\.|events?\.ics$")
    assert [name for name in addresses(whole) if re.match(gone, name)] != []
    assert [name for name in addresses(site) if re.match(gone, name) and (section, name) not in KEPT] == []


KEPT: Final = {(section, "events.ics") for section in ALL if section not in ("news", "events")}
"""A calendar belongs to events, and stays when another section is left out."""


def test_a_site_without_one_section_still_has_every_other(without_one: tuple[str, Site]) -> None:
    section, site = without_one
    others = set(ALL) - {section, "events"}
    assert {each for each in others if not (site.output / each / "index.html").is_file()} == set()


def test_a_page_that_lists_nothing_is_not_offered_to_search_engines(tmp_path: Path) -> None:
    site = lay(tmp_path / "site", "themes", "briefings")
    unused = "  - {id: visits, label: Visits at home}\n  - {id: letters, label: Letters}\n"
    site.change("content/vocabulary.yml", "  - {id: visits, label: Visits at home}\n", unused)
    site.build()
    in_map = (site.output / "sitemap.xml").read_text("utf-8")
    page = LexborHTMLParser((site.output / "themes/letters/index.html").read_bytes())
    assert page.css_first('meta[name="robots"][content="noindex"]') is not None
    assert "/themes/letters/" not in in_map
    assert "/themes/visits/" in in_map
    assert not (site.output / "briefings/for/neighbours").exists(), "no briefing is for them"


def test_an_address_that_was_published_is_kept_without_its_section(tmp_path: Path) -> None:
    site = lay(tmp_path / "site")
    known = ("events.ics", "bulletins/feed.xml", "data/briefings.json", "for/professionals/feed.xml")
    site.write(
        "content/published-urls.yml",
        "published:\n" + "".join(f"  - {{address: {each}, since: 2024-01-01}}\n" for each in known),
    )
    site.build()
    assert [each for each in known if not (site.output / each).is_file()] == []
    assert found(site, "bulletins") == [] or all("feed" in each for each in found(site, "bulletins"))


def test_a_record_of_a_missing_section_is_reported_once_with_what_to_add(tmp_path: Path) -> None:
    site = lay(tmp_path / "site")
    for name, text in SECTIONS["briefings"].items():
        if name.startswith("briefings/"):
            site.write(name, text)
    vocabulary = (site.root / "content/vocabulary.yml").read_text("utf-8")
    site.write("content/vocabulary.yml", vocabulary + SERIES)
    told = site.library("build", "--today", TODAY)
    assert told.status == 1
    assert re.findall(r"^error\[(\w+)\]", told.text, re.MULTILINE) == ["R225"]
    assert "this record, and 1 more would be published in /briefings/" in told.text
    assert "content/pages/briefings/series/_frame.md" in told.text


def test_a_slot_of_a_missing_section_shows_nothing_and_is_reported(tmp_path: Path) -> None:
    site = lay(tmp_path / "site")
    site.change("content/pages/about/privacy.md", "This site", "<!-- library:news-list -->\n\nThis site")
    told = site.build()
    assert "warning[R226]" in told.text
    assert site.main("about/privacy/").text(strip=True) == "PrivacyThis site keeps nothing."


def test_a_link_to_a_calendar_without_events_is_answered_with_the_slot_to_write(tmp_path: Path) -> None:
    site = lay(tmp_path / "site")
    site.change("content/pages/about/privacy.md", "This site", "[Our events](site:events.ics). This site")
    told = site.library("build", "--today", TODAY)
    assert told.status == 1
    assert "error[P604]" in told.text
    assert "<!-- library:calendar -->" in told.text


def test_a_text_cannot_link_to_a_theme_on_a_site_without_themes(tmp_path: Path) -> None:
    site = lay(tmp_path / "site")
    site.change("content/cases/linden/case.yml", "opening the door.", "opening [the door](harm:self-neglect).")
    told = site.library("check", "--records", "--today", TODAY)
    assert told.status == 1
    assert "error[P601]" in told.text
    assert "this site has no pages of themes and harms" in told.text


def test_a_partnership_without_contacts_still_says_whom_to_call(tmp_path: Path) -> None:
    site = lay(tmp_path / "site")
    path = site.root / "content" / "partnership.yml"
    site.write("content/partnership.yml", re.sub(r"contacts:\n(?:  - .*\n)+", "", path.read_text("utf-8"), count=1))
    site.build()
    shown = site.page("").css_first(".lib-worried")
    assert shown is not None
    assert "call 999" in shown.text()


def test_the_charts_of_one_year_say_in_that_year(tmp_path: Path) -> None:
    site = lay(tmp_path / "site", "themes")
    linden = (site.root / "content/cases/linden/case.yml").read_text("utf-8")
    site.write("content/cases/alder/case.yml", linden.replace("Linden", "Alder"))
    year = re.search(r"^published: (\d{4})", linden, re.MULTILINE)
    assert year is not None
    site.build("--without", "search", "--without", "sheets")
    main = " ".join(site.main("themes/by-year").text().split())
    assert f"in two reviews or more with a known date, in {year[1]}." in main


def test_the_page_of_themes_by_year_counts_no_reviews_if_there_are_none(tmp_path: Path) -> None:
    site = lay(tmp_path / "site", "themes")
    shutil.rmtree(site.root / "content/cases")
    site.build("--without", "search", "--without", "sheets")
    main = " ".join(site.main("themes/by-year").text().split())
    assert "We have not published a review with a theme yet." in main and "0 reviews" not in main

"""Narrowing down the lists of reviews and briefings as readers do it. What is right is reckoned from the open data."""

from __future__ import annotations

import functools
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

from generator.model.sorting import name_key
from tests.browser.axe_and_layout import moved, objections, wait_until_at_rest
from tests.browser.conftest import wait_until_ready
from tests.conftest import vocabulary_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Opened
    from tests.conftest import Site

WIDTHS = pytest.mark.parametrize("width", [360, 1280])
LISTS = pytest.mark.parametrize("where", ["reviews/", "briefings/"])
AT_REST = "!document.querySelector('.lib-finder__head h2').textContent.includes('Searching')"

Chosen = dict[str, list[str]]


@dataclass(frozen=True)
class Record:
    """A record of the open data, by what it can be found."""

    id: str
    name: str
    date: str
    facets: dict[str, list[str]]


@dataclass(frozen=True)
class Shelf:
    """All that one of the two lists holds."""

    records: list[Record]

    def having(self, chosen: Chosen) -> list[str]:
        """The ids of records that have one of the ids of each facet."""
        asked = [(facet, set(ids)) for facet, ids in chosen.items() if ids]
        return sorted(
            record.id for record in self.records if all(ids & set(record.facets[facet]) for facet, ids in asked)
        )

    def counts(self, chosen: Chosen) -> dict[str, dict[str, int]]:
        """By facet and id, how many there would be with that id, the other facets being as they are."""
        every = {
            facet: {one for record in self.records for one in record.facets[facet]} for facet in self.records[0].facets
        }
        return {
            facet: {one: len(self.having({**chosen, facet: [one]})) for one in ids}
            for facet, ids in every.items()
            if ids
        }

    def often(self, facet: str) -> list[str]:
        """The ids of a facet, those that most records have first."""
        return [
            one
            for one, _ in Counter(sorted(one for record in self.records for one in record.facets[facet])).most_common()
        ]


@pytest.fixture(scope="module")
def shelves(warwickshire: Site) -> dict[str, Shelf]:
    """The reviews and the briefings of the site."""
    words = vocabulary_of(warwickshire.root)
    types, harms = (
        {each.id: list(map(str, each.about)) for each in terms} for terms in (words.review_types, words.harms)
    )
    reviews = {each["id"]: each for each in warwickshire.data("data/reviews.json")["reviews"]}
    stated = {each: ["adults", "children"] for each in ("core-safeguarding-practice", "exploitation")}

    def about(review: dict[str, Any] | None, own: list[str]) -> list[str]:
        said = [types[review["type"]]] if review is not None and len(types[review["type"]]) == 1 else []
        return sorted({one for listed in said or [harms[each] for each in own] for one in listed if len(listed) == 1})

    shelves: dict[str, Shelf] = {}
    shelves["reviews/"] = Shelf(
        [
            Record(
                each["id"],
                each["name"],
                each["published"] or "",
                {
                    "type": [each["type"]],
                    "read": each["how_to_read"],
                    "about": stated.get(each["id"]) or about(each, each["harms"]),
                    "theme": [*each["themes"], *each["briefing_themes"]],
                    "harm": each["harms"],
                    "year": [each["published"][:4] if each["published"] else "undated"],
                },
            )
            for each in reviews.values()
        ]
    )
    briefings = []
    for each in warwickshire.data("data/briefings.json")["briefings"]:
        case = reviews[each["reviews"][0]] if each["series"] == "lessons-learned" else None
        told = case or each
        dated = each["revised"] or each["published"]
        own = each["harms"] or told["harms"]
        record = yaml.safe_load((warwickshire.root / "briefings" / each["id"] / "briefing.yml").read_text("utf-8"))
        facets = {
            "series": [each["series"]],
            "read": each["how_to_read"],
            "audience": each["audience"],
            "about": sorted(record.get("about", about(case, own))),
            "theme": each["themes"] or told["themes"],
            "harm": own,
            "year": [dated[:4] if dated else "undated"],
        }
        name = each["title"] if case is None else f"{each['title']}: lessons learned briefing"
        briefings.append(Record(each["id"], name, dated or "", facets))
    shelves["briefings/"] = Shelf(briefings)
    return shelves


@pytest.fixture
def calm(opened: Opened) -> Opened:
    """Opens a page for a reader whose page does not glide: a test would wait for it."""
    return functools.partial(opened, reduced_motion="reduce")


def choose(page: Page, facet: str, value: str) -> None:
    """Ticks or unticks a choice; opens what hides it."""
    opener = page.get_by_role("button", name=re.compile("^Filter"))
    if opener.is_visible() and opener.get_attribute("aria-expanded") == "false":
        opener.click()
    box = page.locator(f'input[name="{facet}"][value="{value}"]')
    if not box.is_visible():
        page.locator("details", has=box).locator("summary").click()
    box.click()


def open_all(page: Page) -> None:
    """Opens every group of filters."""
    closed = page.locator(".lib-finder details:not([open]) > summary")
    while closed.count() > 0:
        closed.first.click()


SHOWN = """() => {
  const ids = [...document.querySelectorAll(".lib-finder__list > li")].filter((each) => each.checkVisibility());
  const counts = {};
  for (const box of document.querySelectorAll(".lib-finder fieldset input")) {
    counts[box.name] ??= {};
    counts[box.name][box.value] = Number(/\\((\\d+)\\)$/.exec(box.parentElement.textContent)[1]);
  }
  return { ids: ids.map((each) => each.querySelector("a").href.split("/").at(-2)), counts };
}"""


def shown(page: Page) -> list[str]:
    """The ids of the records that a reader sees, in their order."""
    page.wait_for_function(AT_REST)
    ids: list[str] = page.evaluate(SHOWN)["ids"]
    return ids


def told(page: Page) -> str:
    """What is said to a screen reader of the list."""
    return page.locator(".lib-finder__head [aria-live]").inner_text()


def tags(page: Page) -> list[str]:
    return page.get_by_role("list", name="Chosen filters").get_by_role("button").all_text_contents()


def query(page: Page) -> str:
    found: str = page.evaluate("window.location.search")
    return found


@pytest.mark.parametrize(("where", "width"), [("reviews/", 360), ("reviews/", 1280), ("briefings/", 1280)])
def test_filters_combine_and_each_choice_says_what_it_would_give(
    calm: Opened, shelves: dict[str, Shelf], where: str, width: int
) -> None:
    shelf = shelves[where]
    chosen: Chosen = {}
    kind = "type" if where == "reviews/" else "series"
    steps = [("theme", 0), ("theme", 1), ("about", 0), ("year", 0), (kind, 1), ("theme", 0)]
    with calm(where, width=width) as page:
        assert page.evaluate(SHOWN)["counts"] == shelf.counts({})
        for facet, place in steps:
            value = shelf.often(facet)[place]
            choose(page, facet, value)
            ids = chosen.setdefault(facet, [])
            ids.remove(value) if value in ids else ids.append(value)
            state = page.evaluate(SHOWN)
            assert sorted(state["ids"]) == shelf.having(chosen), chosen
            assert state["counts"] == shelf.counts(chosen), chosen
            number, noun = told(page).split()
            assert (int(number), noun.rstrip("s")) == (len(state["ids"]), where.rstrip("s/"))


def test_one_is_said_to_be_one(calm: Opened, shelves: dict[str, Shelf]) -> None:
    kinds = shelves["reviews/"].counts({})["type"]
    single = next(each for each, number in kinds.items() if number == 1)
    with calm(f"reviews/?type={single}") as page:
        assert len(shown(page)) == 1
        assert told(page) == "1 review"


@WIDTHS
def test_a_narrowed_list_is_shared_by_its_address_and_back_undoes_each_step(
    calm: Opened, address: str, shelves: dict[str, Shelf], width: int
) -> None:
    shelf = shelves["briefings/"]
    theme, other = shelf.often("theme")[:2]
    with calm("briefings/", width=width) as page:
        everything = shown(page)
        choose(page, "theme", theme)
        choose(page, "theme", other)
        page.get_by_label("Sort by").select_option("Name, A to Z")
        assert query(page) == f"?theme={theme}&theme={other}&sort=name"
        narrow = shown(page)
        assert sorted(narrow) == shelf.having({"theme": [theme, other]})
        with calm(page.url.removeprefix(address), width=width) as friend:
            assert shown(friend) == narrow
            assert len(tags(friend)) == 2
            assert friend.locator(f'input[value="{theme}"]').is_checked()
            assert friend.get_by_label("Sort by").input_value() == "name"
        page.go_back()
        assert shown(page) == [each for each in everything if each in narrow]
        page.go_back()
        assert sorted(shown(page)) == shelf.having({"theme": [theme]})
        assert not page.locator(f'input[value="{other}"]').is_checked()
        page.go_back()
        assert (shown(page), query(page), tags(page)) == (everything, "", [])
        page.go_forward()
        assert sorted(shown(page)) == shelf.having({"theme": [theme]})


@WIDTHS
def test_a_filter_goes_by_its_tag_and_the_focus_stays_near(calm: Opened, shelves: dict[str, Shelf], width: int) -> None:
    shelf = shelves["reviews/"]
    first, last = shelf.often("year")[:2]
    type_id = shelf.often("type")[0]
    with calm(f"reviews/?type={type_id}&year={first}&year={last}", width=width) as page:
        named = page.get_by_role("list", name="Chosen filters").get_by_role("button")
        assert all(all_text_content.startswith("Remove filter: ") for all_text_content in named.all_text_contents())
        page.get_by_role("button", name=f"Remove filter: Year, {first}").press("Enter")
        assert sorted(shown(page)) == shelf.having({"type": [type_id], "year": [last]})
        assert page.evaluate("document.activeElement.textContent") == f"Remove filter: Year, {last}"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.textContent").startswith("Remove filter: Type of review, ")
        page.keyboard.press("Enter")
        assert query(page) == ""
        assert page.evaluate("document.activeElement.tagName") == "H2"
        assert page.get_by_role("button", name="Clear all filters").count() == 0


@WIDTHS
def test_where_nothing_fits_it_says_so_and_all_filters_can_be_cleared(
    calm: Opened, shelves: dict[str, Shelf], width: int
) -> None:
    shelf = shelves["reviews/"]
    nobody = next(
        (type_id, year)
        for type_id in shelf.often("type")
        for year in shelf.often("year")
        if not shelf.having({"type": [type_id], "year": [year]})
    )
    with calm("reviews/?type={}&year={}&sort=name".format(*nobody), width=width) as page:
        assert (shown(page), told(page)) == ([], "0 reviews")
        assert page.get_by_text("or clear all filters.").is_visible()
        # A choice that would give nothing stays, with its 0.
        choose(page, "year", nobody[1])
        choose(page, "year", nobody[1])
        assert page.get_by_role("checkbox", name=f"{nobody[1]} (0)").is_checked()
        page.get_by_role("button", name="Clear all filters").press("Enter")
        assert len(shown(page)) == len(shelf.records)
        assert (query(page), tags(page)) == ("?sort=name", [])
        assert not page.get_by_text("or clear all filters.").is_visible()
        assert page.evaluate("document.activeElement.tagName") == "H2"


@pytest.mark.parametrize(("where", "width"), [("reviews/", 360), ("briefings/", 1280)])
def test_the_list_is_sorted_and_what_has_no_date_stays_last(
    calm: Opened, shelves: dict[str, Shelf], where: str, width: int
) -> None:
    dates = {record.id: record.date for record in shelves[where].records}
    names = {record.id: record.name for record in shelves[where].records}

    def by_date(page: Page) -> list[str]:
        listed = [dates[each] for each in shown(page)]
        dated = [each for each in listed if each]
        assert 0 < len(dated) < len(listed)
        undated = [record for record, one in zip(shown(page), listed, strict=True) if not one]
        assert shown(page)[-1:] == undated[-1:]
        # Simon's record says that it came after Anna's.
        assert [each for each in shown(page)[: len(dated)] if not dates[each]] in ([], ["simon"])
        return [f"{each}-01-01"[:10] for each in dated]

    with calm(where, width=width) as page:
        newest = by_date(page)
        assert newest == sorted(newest, reverse=True)
        page.get_by_label("Sort by").select_option("Oldest first")
        assert by_date(page) == newest[::-1]
        page.get_by_label("Sort by").select_option("Name, A to Z")
        by_name = [names[each] for each in shown(page)]
        assert by_name == sorted(by_name, key=name_key)
        page.get_by_label("Sort by").select_option("Newest first")
        assert by_date(page) == newest
        assert query(page) == ""


@WIDTHS
def test_words_narrow_the_list_and_the_search_is_asked_only_then(calm: Opened, address: str, width: int) -> None:
    with calm("about/", width=width) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address + "reviews/")
        wait_until_ready(page)
        wait_until_at_rest(page)
        choose(page, "about", "children")
        assert [each for each in asked if "find" in each] == [
            f"{address}assets/finder.js",
            f"{address}assets/finder-filters.js",
        ]
        assert not any("search/" in each or each.endswith(".json") for each in asked)
        page.get_by_label("Words", exact=True).fill("stabbed his father")
        page.keyboard.press("Enter")
        page.wait_for_function("new URL(document.URL).searchParams.get('q') === 'stabbed his father'")
        found = shown(page)
        assert "james" in found
        assert len(found) < 5
        assert any("pagefind" in each for each in asked)
        assert told(page) == f"{len(found)} review{'' if len(found) == 1 else 's'}"
        assert tags(page)[0] == "Remove filter: Words, stabbed his father"
        page.get_by_role("button", name="Remove filter: Words").press("Enter")
        assert len(shown(page)) > 5
        assert page.get_by_label("Words", exact=True).input_value() == ""
        page.go_back()
        assert shown(page) == found
        page.get_by_label("Words", exact=True).fill("xqzzy")
        page.get_by_role("button", name="Find").click()
        page.wait_for_function("new URL(document.URL).searchParams.get('q') === 'xqzzy'")
        assert (shown(page), told(page)) == ([], "0 reviews")


def test_where_there_is_no_index_it_says_so_and_the_filters_go_on(calm: Opened, shelves: dict[str, Shelf]) -> None:
    shelf = shelves["reviews/"]
    year = shelf.often("year")[0]
    with calm("reviews/") as page:
        page.route("**/search/index/**", lambda route: route.abort())
        page.get_by_label("Words", exact=True).fill("neglect")
        page.keyboard.press("Enter")
        page.locator(".lib-finder__note", has_text="Search is not working").wait_for()
        assert len(shown(page)) == len(shelf.records)
        choose(page, "year", year)
        assert sorted(shown(page)) == shelf.having({"year": [year]})


NONSENSE = (
    "?theme=no-such-theme&type=&year=9999&colour=red&sort=sideways",
    "?theme=<img src=x onerror=alert(1)>&theme=__proto__&constructor=1",
    "?%E0%A4%A&&&=&q=&theme",
    "?q=%20%20#no-such-place",
    "#%E0%A4%A",
)


def test_nonsense_in_the_address_changes_nothing(calm: Opened, address: str, shelves: dict[str, Shelf]) -> None:
    shelf = shelves["reviews/"]
    with calm("about/") as page:
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text))
        for nonsense in NONSENSE:
            page.goto(f"{address}reviews/{nonsense}")
            page.reload()
            assert len(shown(page)) == len(shelf.records)
            choose(page, "about", "adults")
            assert sorted(shown(page)) == shelf.having({"about": ["adults"]})
            assert query(page) == "?about=adults"
        assert wrong == []


@LISTS
def test_without_scripts_each_choice_leads_to_a_page_with_the_same_records(
    calm: Opened, warwickshire: Site, shelves: dict[str, Shelf], where: str
) -> None:
    shelf = shelves[where]
    with calm(where, scripts=False) as page:
        assert page.locator(".lib-finder :is(input, select, button)").locator("visible=true").count() == 0
        assert len(page.locator(".lib-finder__list > li").locator("visible=true").all()) == len(shelf.records)
        open_all(page)
        links: list[tuple[str, str, str, str]] = page.evaluate(
            """() => [...document.querySelectorAll(".lib-finder fieldset a")].filter((a) => a.checkVisibility()).map(
              (a) => { const box = a.parentElement.querySelector("input"); const to = new URL(a.href);
                return [box.name, box.value, a.textContent, to.pathname.slice(1)] })"""
        )
    wanted = shelf.counts({})
    assert {(facet, value) for facet, value, *_ in links} == {(facet, one) for facet in wanted for one in wanted[facet]}
    for facet, value, text, target in links:
        assert text.endswith(f"({wanted[facet][value]})")
        listing = LexborHTMLParser((warwickshire.output / target / "index.html").read_bytes())
        cards = listing.css(f"h2#{where.strip('/')} + ul > li h3 a")
        if where == "reviews/":
            # Below the reviews on a theme are those that only list a briefing on it.
            cards += listing.css("h2#linked-reviews + p + ul > li h3 a, h2#reviews + p + ul > li h3 a")
        listed = [(card.attributes["href"] or "").strip("/").split("/")[-1] for card in cards]
        assert sorted(listed) == shelf.having({facet: [value]}), target


@LISTS
def test_a_link_to_a_filter_opens_what_hides_it(calm: Opened, where: str) -> None:
    for width, anchor in ((360, "by-year"), (1280, "by-theme")):
        with calm(f"{where}#{anchor}", width=width) as page:
            box = page.locator(f"#{anchor} input").first
            box.wait_for()
            place = box.bounding_box()
            assert place is not None
            assert 50 < place["y"] < 900
    with calm(f"{where}#by-year", scripts=False) as page:
        assert page.locator("#by-year a").first.is_visible()


def test_on_a_phone_the_filters_wait_behind_a_button(calm: Opened) -> None:
    with calm("reviews/", width=360) as page:
        button = page.get_by_role("button", name="Filter", exact=True)
        words = page.get_by_label("Words", exact=True)
        assert button.get_attribute("aria-expanded") == "false"
        assert not words.is_visible()
        button.press("Enter")
        assert button.get_attribute("aria-expanded") == "true"
        assert words.is_visible()
        choose(page, "about", "adults")
        assert page.get_by_role("button", name="Filter (1 chosen)").is_visible()
        number = len(shown(page))
        page.get_by_role("button", name=f"Show {number} reviews").press("Enter")
        assert not words.is_visible()
        assert page.evaluate("document.activeElement.tagName") == "H2"


def test_on_a_wide_screen_the_filters_stand_left_of_the_list(calm: Opened) -> None:
    with calm("reviews/", width=1280) as page:
        form, listed = page.locator("#lib-filters").bounding_box(), page.locator(".lib-finder__list").bounding_box()
        assert form is not None
        assert listed is not None
        assert form["x"] + form["width"] < listed["x"]
        assert not page.get_by_role("button", name=re.compile("^Filter")).is_visible()


STOP = """() => {
  const e = document.activeElement, r = e.getBoundingClientRect(), style = getComputedStyle(e);
  const top = document.elementFromPoint(r.left + Math.min(r.width, 8) / 2, r.top + r.height / 2);
  return { kind: e.tagName, name: e.name ?? "", seen: Boolean(top && (e.contains(top) || top.contains(e))),
    marked: style.outlineStyle + style.boxShadow !== "nonenone", inside: e.closest(".lib-finder") !== null };
}"""


@WIDTHS
def test_everything_is_reached_and_seen_by_keyboard(calm: Opened, shelves: dict[str, Shelf], width: int) -> None:
    with calm("reviews/?about=adults", width=width, height=700) as page:
        if width < 600:
            page.get_by_role("button", name=re.compile("^Filter")).press("Enter")
        else:
            page.locator(".lib-finder summary").first.focus()
            page.keyboard.press("Shift+Tab")
        reached: Counter[str] = Counter()
        opened_by_key = 0
        while (stop := page.evaluate(STOP))["inside"]:
            assert stop["seen"] and stop["marked"], stop
            reached[stop["name"] or stop["kind"]] += 1
            if stop["kind"] == "SUMMARY" and not page.evaluate("document.activeElement.parentElement.open"):
                page.keyboard.press("Enter")
                opened_by_key += 1
            page.keyboard.press("Tab")
            assert sum(reached.values()) < 200
        wanted = {facet: len(ids) for facet, ids in shelves["reviews/"].counts({}).items()}
        assert {facet: reached[facet] for facet in wanted} == wanted
        assert opened_by_key > 0
        assert reached["SELECT"] == 1
        assert reached["A"] == len(shown(page))
        page.locator("input[name=about]").first.focus()
        page.keyboard.press("Space")
        assert sorted(shown(page)) == shelves["reviews/"].having({"about": ["adults", "children"]})


TARGETS = """() => [...document.querySelectorAll(".lib-finder :is(a, button, select, summary, li > label, [name=q])")]
  .filter((each) => each.checkVisibility())
  .map((each) => [each.textContent.trim().slice(0, 40), each.getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 24 || height < 24).map(([text]) => text)"""


@pytest.mark.parametrize(
    ("where", "scheme"), [("reviews/?type=sar&year=undated", "light"), ("briefings/?theme=early-help", "dark")]
)
def test_axe_finds_nothing_with_filters_open_and_chosen(calm: Opened, where: str, scheme: str) -> None:
    with calm(where, width=320, scheme=scheme) as page:
        page.get_by_role("button", name=re.compile("^Filter")).click()
        open_all(page)
        assert len(tags(page)) > 0
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert objections(page) == {}
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate(TARGETS) == []


@LISTS
def test_nothing_moves_while_the_page_loads(calm: Opened, where: str) -> None:
    for width in (360, 1280):
        with calm(where, width=width) as page:
            page.wait_for_load_state("load")
            assert moved(page) == 0


def test_a_narrowed_list_is_printed_with_its_filters(calm: Opened) -> None:
    with calm("reviews/?about=adults") as page:
        narrow = shown(page)
        page.emulate_media(media="print")
        assert shown(page) == narrow
        assert page.locator(".lib-finder__chosen li").locator("visible=true").count() == 1
        assert page.locator(".lib-finder :is(form, select, .lib-finder__clear)").locator("visible=true").count() == 0
        page.emulate_media(media="screen")


@LISTS
def test_without_scripts_a_phone_shows_the_list_before_the_filters(calm: Opened, where: str) -> None:
    with calm(where, width=360, height=780, scripts=False) as page:
        first = page.locator(".lib-finder__list > li").first.bounding_box()
        filters = page.locator(".lib-finder__filters").bounding_box()
        assert first is not None and filters is not None
        assert first["y"] < 780 and filters["y"] > first["y"]
        page.get_by_role("link", name="Filter", exact=True).click()
        expect(page.locator(".lib-finder__filters")).to_be_in_viewport()


@LISTS
def test_one_stop_of_the_keyboard_skips_the_filters(calm: Opened, where: str) -> None:
    with calm(where, width=1280) as page:
        page.get_by_role("link", name="Skip the filters").press("Enter")
        assert page.evaluate("document.activeElement.id") == "lib-finder-count"
        for _ in range(3):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.closest('.lib-finder__list') !== null"):
                break
        else:
            raise AssertionError(page.evaluate("document.activeElement.outerHTML"))

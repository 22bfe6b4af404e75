"""Every card, list, search result, feed and file says how to read a record, and none promises more."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
import yaml
from selectolax.lexbor import LexborNode

from tests.commands.test_search import held
from tests.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Site

CASE = "name: {name}\ntype: near-miss\npublished: 2024-02\nsources: [Invented for this test]\n"
ADDED = {
    "told": ("story: A door stayed shut.\n", ["read-here"]),
    "alder": ("documents:\n  - {kind: full-report, url: 'https://www.other.example/a.pdf'}\n", ["pdf"]),
    "birch": ("documents:\n  - {kind: full-report, url: 'https://tarnshire.example/b'}\n", ["partnership-website"]),
    "clover": ("documents:\n  - {kind: full-report, availability: elsewhere}\n", ["partnership-website"]),
    "dogwood": (
        "documents:\n  - {kind: full-report, availability: elsewhere, publisher: The Other Board}\n",
        ["another-website"],
    ),
    "elder": ("documents:\n  - {kind: full-report, availability: on-request}\n", ["not-online"]),
    "fern": ("", ["not-online"]),
    "gorse": (
        "learning: [Knock twice.]\ndocuments:\n  - {kind: full-report, url: 'https://www.other.example/a.pdf'}\n",
        ["read-here", "pdf"],
    ),
}
"""Id of a case to the fields that say how to read it, and what its data say."""

WORDS = {
    "read-here": "Read here",
    "pdf": "PDF",
    "partnership-website": "On the partnership's website",
    "another-website": "On another website",
    "not-online": "Not online",
}


@pytest.fixture(scope="module")
def added(working: Callable[[], Iterator[Site]]) -> Iterator[Site]:
    """The sample site with a case for each way to read it."""
    for site in working():
        for name, (fields, _) in ADDED.items():
            site.write(f"content/cases/{name}/case.yml", CASE.format(name=name.capitalize()) + fields)
        assert site.build().status == 0
        yield site


def id_of(link: LexborNode | None) -> str:
    """The id of the record that a link leads to."""
    assert link is not None
    return (link.attributes["href"] or "").strip("/").rpartition("/")[2]


def label(ways: list[str]) -> str:
    return " · ".join(WORDS[way] for way in ways)


def of_links(nodes: list[LexborNode]) -> dict[str, str]:
    """Address of each record to how a list says that it can be read."""
    found = {}
    for node in nodes:
        link, said = node.css_first("a"), node.css(".lib-how-to-read")
        if link is not None and said:
            found[id_of(link)] = " ".join(each.text(strip=True) for each in said)
    return found


def test_the_data_hold_every_way_with_the_best_first(added: Site) -> None:
    reviews = {each["id"]: each["how_to_read"] for each in added.data("data/reviews.json")["reviews"]}
    assert {name: reviews[name] for name in ADDED} == {name: ways for name, (_, ways) in ADDED.items()}
    rows = csv.DictReader(io.StringIO((added.output / "data/reviews.csv").read_text(encoding="utf-8-sig")))
    said = {row["id"]: row["how_to_read"] for row in rows}
    assert said["gorse"] == "read-here; pdf"


def test_lists_cards_and_the_finder_say_how_to_read_each_record(added: Site) -> None:
    wanted = {name: label(ways).replace(" · ", " ") for name, (_, ways) in ADDED.items()}
    for address in ("reviews/", "reviews/year/2024/", "reviews/type/near-miss/"):
        said = of_links(added.main(address).css(".lib-finder__list > li, .lib-card, .lib-list > li"))
        assert wanted.items() <= said.items(), address


def test_a_card_of_a_record_that_cannot_be_read_here_looks_different(added: Site) -> None:
    cards = added.main("reviews/year/2024/").css(".lib-card")
    said = {card.css_first("a").text(): "lib-card--elsewhere" in card.attributes["class"] for card in cards}  # type: ignore[union-attr, operator]
    assert (said["Told"], said["Gorse"], said["Alder"], said["Clover"], said["Fern"]) == (
        False,
        False,
        True,
        True,
        True,
    )


def test_the_facet_has_a_page_for_each_way_with_as_many_records_as_it_counts(added: Site) -> None:
    fieldset = added.main("reviews/").css_first("#by-read")
    assert fieldset is not None
    reviews = added.data("data/reviews.json")["reviews"]
    for way, words in WORDS.items():
        wanted = {each["id"] for each in reviews if way in each["how_to_read"]}
        [link] = [each for each in fieldset.css("a") if f": {words} (" in each.text()]
        assert link.text().endswith(f"({len(wanted)})")
        address = "reviews/" + (link.attributes["href"] or "").removeprefix("../reviews/").removeprefix("reviews/")
        listed = {id_of(card) for card in added.main(address).css(".lib-card a")}
        assert listed == wanted, way


def test_the_search_has_it_for_the_results(added: Site) -> None:
    found = held(added.output)
    assert found["reviews/gorse/"]["meta"]["read"] == "Read here · PDF"
    report = next(each for address, each in found.items() if address.startswith("documents/wren-full-report.pdf"))
    assert report["meta"]["read"] == "PDF"


def test_a_feed_says_it_in_its_summary(added: Site) -> None:
    feed = (added.output / "feed.xml").read_text(encoding="utf-8")
    assert "How to read it: On its page · PDF.</summary>" in feed
    assert "How to read it: On the partnership&#39;s website.</summary>" in feed


def test_library_list_counts_the_best_way_of_each_record(added: Site) -> None:
    told = json.loads(added.library("list", "--format", "json", "--today", TODAY).text)
    reviews = added.data("data/reviews.json")["reviews"]
    best = [each["how_to_read"][0] for each in reviews]
    assert told["how_to_read"][0] == {"name": "Reviews", "best": {way: best.count(way) for way in WORDS}}
    assert "How readers can read them\n  Reviews: " in added.library("list", "--today", TODAY).text


def test_a_briefing_without_a_text_begins_with_how_to_get_it_and_promises_nothing(warwickshire: Site) -> None:
    stubs = [
        each for each in warwickshire.data("data/briefings.json")["briefings"] if "read-here" not in each["how_to_read"]
    ]
    assert len(stubs) > 30
    for briefing in stubs:
        page = warwickshire.page(f"briefings/{briefing['id']}/")
        main = warwickshire.main(f"briefings/{briefing['id']}/")
        assert "seven minutes" not in (page.html or "").lower(), briefing["id"]
        assert page.css(".lib-toc") == []
        assert main.css(".lib-sections, .lib-take-away, #story, #learning") == []
        article = main.css_first("article.lib-stub")
        assert article is not None
        first = article.css_first("h1 ~ div p, h1 ~ .lib-subtitle ~ div p")
        assert first is not None and first.text().startswith("The full briefing is "), briefing["id"]
        if briefing["how_to_read"] == ["pdf"]:
            [link, *_] = article.css(".lib-stub__text a")
            assert "(PDF)" in link.text()
        for card in article.css("[aria-labelledby=alike] li, [aria-labelledby=briefings] li"):
            assert card.css_first(".lib-how-to-read").text() in ("Read here", "Read here · PDF", "PDF")  # type: ignore[union-attr]


def test_a_briefing_with_a_text_keeps_its_page(warwickshire: Site) -> None:
    main = warwickshire.main("briefings/safeguarding-adults-reviews/")
    assert main.css(".lib-stub") == []
    assert len(main.css(".lib-sections > li")) == 7


def test_a_review_lists_apart_the_briefings_that_cannot_be_opened(warwickshire: Site) -> None:
    section = warwickshire.main("reviews/charlie/").css_first("section[aria-labelledby=briefings]")
    assert section is not None
    assert {each.text(strip=True) for each in section.css("ol .lib-how-to-read")} == {"PDF"}
    assert [each.text(strip=True) for each in section.css("p:has(+ ul)")] == ["On the partnership's website:"]
    assert "Child Neglect" in [each.text() for each in section.css("ul a")]


def test_a_bulletin_gives_a_reading_order_only_for_what_can_be_opened(warwickshire: Site) -> None:
    ways = {each["id"]: each["how_to_read"] for each in warwickshire.data("data/briefings.json")["briefings"]}
    for path in warwickshire.output.glob("bulletins/*/index.html"):
        main = warwickshire.main(f"bulletins/{path.parent.name}/")
        for order in main.css(".lib-bulletin-item ol"):
            for link in order.css("a"):
                briefing = id_of(link)
                assert {"read-here", "pdf"} & set(ways[briefing]), (path.parent.name, briefing)
        for item in main.css(".lib-bulletin-item"):
            assert not item.css("ol") or "takes seven minutes" in item.text()
            assert item.css("ol") or "seven minutes" not in item.text()
    charlie = warwickshire.main("bulletins/2022-q2/").css_first("#case-charlie-new")
    assert charlie is not None
    assert "On the partnership's website: The Importance of History in Assessments" in charlie.text()


def test_an_email_gives_a_reading_order_only_for_what_can_be_opened(warwickshire: Site, tmp_path: Path) -> None:
    told = warwickshire.library("bulletin", "2022-q2", "--out", str(tmp_path), "--today", "2026-11-28")
    assert told.status == 0, told.text
    text = (tmp_path / "2022-q2.txt").read_text(encoding="utf-8")
    order, _, apart = (
        text.partition("Charlie\n-------")[2].partition("James\n-----")[0].partition("On the partnership's website:")
    )
    assert "Early Help (PDF)" in order and "Child Neglect" not in order
    assert "- Child Neglect\n" in apart


def test_what_the_published_reviews_show_is_word_for_word_what_a_record_on_the_topic_says(warwickshire: Site) -> None:
    records = {
        path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in warwickshire.root.glob("content/cases/*/case.yml")
    }
    briefings = {
        path.parent.name: yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in warwickshire.root.glob("briefings/*/briefing.yml")
    }
    checked = 0
    for path in [
        *warwickshire.output.glob("themes/*/index.html"),
        *warwickshire.output.glob("themes/harm/*/index.html"),
    ]:
        topic, is_harm = path.parent.name, path.parent.parent.name == "harm"
        address = path.parent.relative_to(warwickshire.output).as_posix()
        for quote in warwickshire.main(address).css("figure.lib-quote"):
            link = quote.css_first("figcaption a")
            assert link is not None
            record = records[id_of(link)]
            assert link.text() == record["name"]
            listed = [briefings[each] for each in record.get("briefings", ())]
            if is_harm:
                assert topic in record["harms"]
            else:
                assert topic in record["themes"] or any(topic in each.get("themes", ()) for each in listed)
            assert any(record.get(field) for field in ("story", "learning", "practice", "community"))
            said = [" ".join(each.text().split()) for each in quote.css("blockquote li, blockquote > p")]
            lessons = [" ".join(each.split()) for each in record.get("learning", ())]
            assert said == (lessons[:3] or [" ".join(record["summary"].split())])
            checked += 1
    assert checked > 20


def test_a_topic_whose_reviews_have_no_text_quotes_nothing(warwickshire: Site) -> None:
    main = (
        warwickshire.main("themes/parenting-capacity")
        if (warwickshire.output / "themes/parenting-capacity").exists()
        else None
    )
    reviews = {each["id"]: each for each in warwickshire.data("data/reviews.json")["reviews"]}
    for path in warwickshire.output.glob("themes/*/index.html"):
        main = warwickshire.main(f"themes/{path.parent.name}")
        listed = {id_of(each) for each in main.css("#reviews ~ .lib-cards a")}
        if not any(
            {"read-here", "summary-here"} & set(reviews[each]["how_to_read"]) for each in listed & reviews.keys()
        ):
            assert main.css("figure.lib-quote") == [], path.parent.name


def test_a_document_or_link_on_the_partnerships_website_names_that_website(added: Site) -> None:
    birch, alder = added.main("reviews/birch").text(), added.main("reviews/alder").text()
    assert "On Tarnshire Safeguarding Partnership's website" in birch and "another website" not in birch
    assert "On another website" in alder and "Partnership's website" not in alder


def test_library_list_counts_the_briefings_of_the_library_separately_in_both_parts(full: Site) -> None:
    written = "title: Kept apart\nseries: seven-minute\nwritten_by: library\npublished: 2024-02\n"
    full.write("briefings/kept-apart/briefing.yml", written + "sections:\n  - {heading: One, body: Knock twice.}\n")
    told = json.loads(full.library("list", "--format", "json", "--today", TODAY).text)
    public = {each["name"]: each["public"] for each in told["kinds"]}
    for each in told["how_to_read"][1:]:
        assert public[each["name"]] == sum(each["best"].values())
    assert public["Briefings written for this library"] == 1

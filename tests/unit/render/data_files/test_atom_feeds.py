"""Each feed has what it is for, and is Atom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from lxml import etree

from generator.model import BulletinStatus, PartialDate
from generator.render.data_files.atom_feeds import feed_files
from generator.render.views.cards import CardFactory
from tests.feeds import faults

if TYPE_CHECKING:
    from generator.model import Library

ATOM = "{http://www.w3.org/2005/Atom}"


def feeds(library: Library) -> dict[str, bytes]:
    return {feed_file.address: feed_file.make() for feed_file in feed_files(CardFactory(library))}


def entries(data: bytes) -> dict[str, etree._Element]:
    """By what follows the site's address."""
    found = etree.fromstring(data).findall(f"{ATOM}entry")
    return {
        (each.findtext(f"{ATOM}id") or "").removeprefix("https://learning.tarnshire.example/"): each for each in found
    }


def test_there_is_one_for_all_one_for_each_audience_and_one_for_bulletins(library: Library) -> None:
    made = feeds(library)
    audiences = [audience.id for audience in library.vocabulary.audiences]
    of_lists = {name for name in made if name.startswith(("reviews/", "briefings/", "themes/"))}
    others = set(made) - of_lists
    of_progress = {"bulletins/feed.xml", "recommendations/feed.xml"}
    assert others == {"feed.xml", *(f"for/{audience}/feed.xml" for audience in audiences), *of_progress}
    assert {"reviews/feed.xml", "briefings/feed.xml"} < of_lists
    assert {name: faults(data) for name, data in made.items()} == {name: [] for name in made}
    assert len({etree.fromstring(data).findtext(f"{ATOM}title") for data in made.values()}) == len(made)


def test_the_schema_finds_what_is_wrong(library: Library) -> None:
    text = feeds(library)["feed.xml"]
    for right, wrong in (
        (b"T00:00:00Z</updated>", b"</updated>"),
        (b"<id>", b"<id/><id>"),
        (b'rel="self"', b"self=''"),
    ):
        assert right in text
        assert faults(text.replace(right, wrong))


def test_an_audience_gets_what_names_it(library: Library) -> None:
    families = set(entries(feeds(library)["for/families-at-home/feed.xml"]))
    staff = set(entries(feeds(library)["for/frontline-staff/feed.xml"]))
    assert "news/autumn-moot/" in staff - families
    assert families
    assert families <= set(entries(feeds(library)["feed.xml"]))
    assert not any(each.startswith("reviews/") for each in families | staff)


def test_a_notice_is_as_new_as_what_was_last_told_of_it(library: Library) -> None:
    walk = entries(feeds(library)["feed.xml"])["news/night-walk/"]
    assert walk.findtext(f"{ATOM}updated") == "2025-03-28T00:00:00Z"
    assert (walk.findtext(f"{ATOM}title") or "").startswith("Cancelled: Night walk")


def test_a_bulletin_is_an_entry_with_its_first_words(library: Library) -> None:
    [entry] = entries(feeds(library)["bulletins/feed.xml"]).values()
    assert entry.findtext(f"{ATOM}title") == "Doors & desks: what winter taught us: January to March 2025"
    assert entry.findtext(f"{ATOM}updated") == "2025-03-31T00:00:00Z"
    assert (entry.findtext(f"{ATOM}summary") or "").startswith(
        "Welcome to the winter bulletin. This time we look at doors"
    )


def test_a_bulletin_is_dated_by_its_sending_and_never_after_today(library: Library) -> None:
    [bulletin] = library.bulletins

    def updated(on: date, **fields: object) -> list[str | None]:
        changed = replace(bulletin, record=bulletin.record.model_copy(update=fields))
        made = feeds(replace(library, today=on, bulletins=(changed,)))
        return [entry.findtext(f"{ATOM}updated") for entry in entries(made["bulletins/feed.xml"]).values()]

    assert updated(date(2026, 1, 1), sent=PartialDate.parse("2025-04-08")) == ["2025-04-08T00:00:00Z"]
    assert updated(date(2025, 3, 3)) == ["2025-03-03T00:00:00Z"]
    assert updated(date(2026, 1, 1), status=BulletinStatus.DRAFT) == []

"""`/feed.xml`: what is new, as Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from generator.model import Briefing, Case, Notice, PlainFile, address_of, addresses
from generator.render.environment import environment
from generator.render.views.cards import NO_SUMMARY, Card, Cards

MOST: Final = 50


def feed_file(cards: Cards) -> PlainFile:
    """The fifty newest of all records and changes of documents whose date is known.

    Atom wants a moment: the first day that the date can mean.
    """
    return PlainFile(addresses.FEED, lambda: _atom(cards).encode())


def _atom(cards: Cards) -> str:
    dated = [
        *((_day(each), cards.case(each)) for each in cards.library.cases),
        *((_day(each), cards.briefing(each)) for each in cards.library.briefings),
        *((_day(each), cards.notice(each)) for each in cards.library.notices),
    ]
    entries = [_entry(day, card) for day, card in dated if day is not None and day <= cards.library.today]
    entries += _updates(cards)
    entries.sort(key=lambda each: (each["updated"], each["address"]), reverse=True)
    return (
        environment()
        .get_template("feed.xml")
        .render(
            library=cards.library.partnership.library_name,
            publisher=cards.library.partnership.name,
            description=cards.library.partnership.description,
            site_url=cards.library.site_url,
            feed=cards.library.site_url + addresses.FEED,
            updated=entries[0]["updated"] if entries else "1970-01-01T00:00:00Z",
            entries=entries[:MOST],
        )
    )


def _day(record: Case | Briefing | Notice) -> date | None:
    if isinstance(record, Case):
        dated = record.published
    elif isinstance(record, Briefing):
        dated = record.latest
    else:
        dated = record.date
    return dated.first_day if dated is not None else None


def _updates(cards: Cards) -> Iterator[dict[str, str]]:
    """Every change of a document that keeps its address."""
    library = cards.library
    kinds: dict[str, Sequence[Case | Briefing | Notice]] = {
        "case": library.cases,
        "briefing": library.briefings,
        "notice": library.notices,
    }
    for kind, record in ((kind, record) for kind, records in kinds.items() for record in records):
        address = address_of(record, library.vocabulary)
        for document in library.documents_of.get((kind, record.id), ()):
            for each in document.updates:
                day = each.date.first_day
                if day <= library.today:
                    yield {
                        "title": f"Updated: {document.label}",
                        "id": f"{address}#{each.anchor}",
                        "address": f"{address}#{each.anchor}",
                        "summary": each.text,
                        "kicker": "Updated document",
                        "updated": f"{day.isoformat()}T00:00:00Z",
                    }


def _entry(day: date, card: Card) -> dict[str, str]:
    return {
        "title": f"{card['title']}: {card['kicker']}",
        "id": card["address"],
        "address": card["address"],
        "summary": "" if card["summary"] == NO_SUMMARY else card["summary"],
        "kicker": card["kicker"],
        "updated": f"{day.isoformat()}T00:00:00Z",
    }

"""The entries of feeds: records, documents and bulletins with a known date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from heapq import nlargest
from itertools import chain
from operator import itemgetter
from typing import Final

from generator.languages import gettext as _
from generator.markdown import truncate_words, whole_text
from generator.model import (
    Availability,
    Briefing,
    BulletinStatus,
    Case,
    Library,
    Notice,
    PublishedBulletin,
    address_of,
    addresses,
)
from generator.model.facets import HOW_TO_READ
from generator.model.page_titles import with_kind
from generator.model.published_recommendation import PublishedRecommendation
from generator.model.quarter_activity import is_added
from generator.model.vocabulary import REVIEW
from generator.model.ways_to_read import label_ways_to_read
from generator.render.views.cards import NO_SUMMARY, NOT_READ, Card, CardFactory
from generator.render.views.corrections import anchored_corrections
from generator.render.views.recommendation_cards import title_of_recommendation
from generator.render.views.recommendations import update_anchors
from generator.render.views.record_language import language_attributes

_FIRST_WORDS: Final = 300
"""The maximum number of characters of a bulletin's welcome that the feed includes."""

Entry = dict[str, str]


MOST: Final = 50
"""The maximum number of entries of a feed."""


def all_records(cards: CardFactory) -> list[Case | Briefing | Notice]:
    """Return every record that a feed can contain."""
    return [*cards.library.cases, *cards.library.briefings, *cards.library.notices]


def is_for(record: Case | Briefing | Notice, audience: str) -> bool:
    """Return True if the record names the audience. Reviews name none."""
    return not isinstance(record, Case) and audience in record.audience


def new_entries(cards: CardFactory, records: Sequence[Case | Briefing | Notice]) -> list[Entry]:
    """Return the entries of the newest records with a known date, and of all additions, updates and corrections."""
    words = cards.library.vocabulary
    past = [(day, address_of(each, words), each) for day, each in _past(cards, records)]
    entries = [_entry(day, each, cards) for day, _, each in nlargest(MOST, past, key=itemgetter(0, 1))]
    return [*entries, *_later_changes(cards, records)]


def has_new_entries(cards: CardFactory, records: Sequence[Case | Briefing | Notice]) -> bool:
    """Return True if `new_entries` returns any."""
    return any(True for _entry in chain(_past(cards, records), _later_changes(cards, records)))


def _later_changes(cards: CardFactory, records: Sequence[Case | Briefing | Notice]) -> Iterator[Entry]:
    """Yield every document that was added or updated, and every correction."""
    return chain(_added(cards, records), _updates(cards, records), _corrections(cards, records))


def _past(
    cards: CardFactory, records: Sequence[Case | Briefing | Notice]
) -> Iterator[tuple[date, Case | Briefing | Notice]]:
    """Yield each record whose date is known and not in the future, with its day."""
    for record in records:
        day = _day(record)
        if day is not None and day <= cards.library.today:
            yield day, record


def _card(record: Case | Briefing | Notice, cards: CardFactory) -> Card:
    if isinstance(record, Case):
        return cards.case(record)
    return cards.briefing(record) if isinstance(record, Briefing) else cards.notice(record)


def _day(record: Case | Briefing | Notice) -> date | None:
    dated = record.published if isinstance(record, Case) else record.latest
    return dated.first_day if dated is not None else None


def _added(cards: CardFactory, records: Sequence[Case | Briefing | Notice]) -> Iterator[Entry]:
    """Yield every document that was published after its record."""
    library = cards.library
    for record in records:
        for document in library.documents_of.get((type(record).__name__.lower(), record.id), ()):
            day = document.published.first_day if document.published is not None else None
            if day is None or day > library.today or document.is_sheet:
                continue
            if (
                is_added(record, record.documents[document.place])
                and document.availability is not Availability.ON_REQUEST
            ):
                yield {
                    "title": _("New document: {document}").format(document=document.label),
                    "address": f"{address_of(record, library.vocabulary)}#{document.anchor}",
                    "summary": "",
                    "kicker": _("New document"),
                    "updated": _moment(day),
                }


def _updates(cards: CardFactory, records: Sequence[Case | Briefing | Notice]) -> Iterator[Entry]:
    """Yield every change to a document that keeps its address."""
    library = cards.library
    for record in records:
        address = address_of(record, library.vocabulary)
        for document in library.documents_of.get((type(record).__name__.lower(), record.id), ()):
            for update in document.updates:
                day = update.date.first_day
                if day <= library.today:
                    yield {
                        "title": _("Updated: {document}").format(document=document.label),
                        "address": f"{address}#{update.anchor}",
                        "summary": update.text,
                        "kicker": _("Updated document"),
                        "updated": _moment(day),
                    }


def _corrections(cards: CardFactory, records: Sequence[Case | Briefing | Notice]) -> Iterator[Entry]:
    """Yield every correction of a page."""
    library = cards.library
    for record in records:
        for anchor, correction in anchored_corrections(record):
            day = correction.date.first_day
            if day <= library.today:
                yield {
                    "title": _("Corrected: {page}").format(page=library.page_title(record)),
                    "address": f"{address_of(record, library.vocabulary)}#{anchor}",
                    "summary": correction.text,
                    "kicker": _("Correction"),
                    "updated": _moment(day),
                }


def _entry(day: date, record: Case | Briefing | Notice, cards: CardFactory) -> Entry:
    card = _card(record, cards)
    is_untyped = isinstance(record, Case) and not record.type
    is_library_text = isinstance(record, Briefing) and record.written_by.is_library_text
    return {
        "title": with_kind(record.name, card["kicker"])
        if isinstance(record, Notice)
        else cards.library.page_title(record),
        "address": card["address"],
        "summary": _summary(card, record, cards),
        "kicker": _(REVIEW) if is_untyped else card["kicker"],
        "updated": _moment(day),
        **({"lang": card["lang"]} if "lang" in card else {}),
        **({"author": cards.library.partnership.library_name} if is_library_text else {}),
    }


def _summary(card: Card, record: Case | Briefing | Notice, cards: CardFactory) -> str:
    """Return the summary, if there is one, and how to read the record, if there is more to read."""
    how = label_ways_to_read(record, cards.library, off_site=True)
    summary = "" if card["summary"] == _(NO_SUMMARY) else card["summary"]
    source = _(NOT_READ) if "summary_note" in card else ""
    return " ".join(filter(None, (summary, source, f"{_(HOW_TO_READ)}: {how}." if how else "")))


def public_bulletins(cards: CardFactory) -> list[PublishedBulletin]:
    """Return the bulletins without drafts. Drafts are in no feed, not even in a preview."""
    return [bulletin for bulletin in cards.library.bulletins if bulletin.record.status is not BulletinStatus.DRAFT]


def bulletin_entry(bulletin: PublishedBulletin, library: Library) -> Entry:
    """Return a feed entry, dated to the day the bulletin was sent, or else to the last day of the quarter so far."""
    sent = bulletin.record.sent
    day = min(sent.first_day if sent is not None else bulletin.quarter.last_day, library.today)
    return {
        "title": f"{bulletin.record.title}: {bulletin.quarter.label}",
        "address": addresses.bulletin(bulletin.quarter.id),
        "summary": truncate_words(bulletin.record.welcome, _FIRST_WORDS),
        "kicker": _("Bulletin"),
        "updated": _moment(day),
        **({"author": library.partnership.library_name} if bulletin.record.written_by == "library" else {}),
    }


def progress_entries(library: Library, most: int) -> list[Entry]:
    """Return the newest entries of the progress on recommendations, without their private notes."""
    dated = [
        (progress.date.first_day, place, each, index)
        for place, each in enumerate(library.recommendations)
        for index, progress in enumerate(each.recommendation.in_order)
        if progress.date.first_day <= library.today
    ]
    newest = nlargest(most, dated, key=lambda found: (found[0], -found[1], found[3]))
    return [_progress_entry(each, index, library) for _, _, each, index in newest]


def _progress_entry(published: PublishedRecommendation, index: int, library: Library) -> Entry:
    recommendation = published.recommendation
    progress, anchor = recommendation.in_order[index], update_anchors(recommendation)[index]
    status = library.vocabulary.recommendation_status.get(progress.status)
    title = title_of_recommendation(published)
    label = status.in_a_sentence if status is not None else progress.status
    return {
        "title": _("{recommendation}: {status}").format(recommendation=title, status=label),
        "address": f"{published.address}#{anchor}",
        "summary": whole_text(progress.text),
        "kicker": _("Progress on a recommendation"),
        "updated": _moment(progress.date.first_day),
        **language_attributes(published.case, library),
    }


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"

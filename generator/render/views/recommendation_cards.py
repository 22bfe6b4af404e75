"""Recommendations in lists: a card for each, and the sentences that count them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from generator.languages import gettext as _
from generator.languages import ngettext, plural_message
from generator.markdown import join_words, shorten, whole_text
from generator.model import About, Library
from generator.model.facets import UNDATED
from generator.model.published_recommendation import PublishedRecommendation
from generator.model.recommendation import summarize
from generator.model.urgent_contacts import needed_for_all, numbers_needed
from generator.render.views.cards import COUNTED_REVIEW, Card, FinderItem, pluralise
from generator.render.views.recommendations import (
    heading_of,
    status_id,
    status_label,
    summary_sentence,
)
from generator.render.views.record_language import language_attributes

_FIRST_WORDS: Final = 160
"""The maximum number of characters of a recommendation in a list. Its page has the whole text."""

_NO_DATE: Final = 99_999_999
"""Sorts after every date."""

COUNTED_RECOMMENDATION: Final = plural_message("{number} recommendation", "{number} recommendations")


def title_of_recommendation(published: PublishedRecommendation) -> str:
    """Return the title of its page: `Wren: recommendation 1`."""
    heading = heading_of(published.recommendation, published.place)
    return _("{review}: {heading}").format(review=published.review, heading=heading[:1].lower() + heading[1:])


def recommendation_card(published: PublishedRecommendation, library: Library) -> Card:
    """Return a recommendation as lists show it: review and number, status, agencies, due date and first words."""
    words, recommendation = library.vocabulary, published.recommendation
    status = status_label(recommendation, library)
    if is_overdue(published, library):
        status = _("{status}, overdue").format(status=status)
    to = join_words([words.agency[each].label for each in recommendation.to])
    due = ""
    if recommendation.due is not None:
        due = (_("due {date}") if to else _("Due {date}")).format(date=recommendation.due.label)
    card: Card = {
        "title": title_of_recommendation(published),
        "address": published.address,
        "kicker": status,
        "date": "",
        "iso": "",
        "summary": first_words(recommendation.text),
        "subtitle": "",
        "note": ", ".join(filter(None, (_("To: {agencies}").format(agencies=to) if to else "", due))),
    }
    attributes = language_attributes(published.case, library)
    if attributes:
        card["lang"], card["dir"] = attributes["lang"], attributes["dir"]
    return card


def filtered_item(published: PublishedRecommendation, library: Library, place: int = 0) -> FinderItem:
    """Return a recommendation for the finder. `place` is its position in the list of all."""
    published_on = published.case.published
    return {
        "card": recommendation_card(published, library),
        "newest": place,
        "facets": [(name, " ".join(ids)) for name, ids in _facet_ids(published, library).items() if ids],
        "oldest": int(f"{published_on.first_day:%Y%m%d}") if published_on is not None else _NO_DATE,
    }


def _facet_ids(published: PublishedRecommendation, library: Library) -> dict[str, tuple[str, ...]]:
    """Return the ids of a recommendation by facet. The names are in addresses of filtered lists and never change."""
    recommendation, year = published.recommendation, published.case.year
    return {
        "status": (status_id(recommendation, library),),
        "overdue": ("yes",) if is_overdue(published, library) else (),
        "to": recommendation.to,
        "theme": (recommendation.theme,) if recommendation.theme is not None else (),
        "year": (UNDATED if year is None else str(year),),
    }


@lru_cache(maxsize=32_768)
def first_words(prose: str) -> str:
    """Return the beginning of a recommendation as plain text, with "…" if it goes on. Several lists show it."""
    return shorten(whole_text(prose), _FIRST_WORDS)


def is_overdue(published: PublishedRecommendation, library: Library) -> bool:
    """Return True if a recommendation is overdue today."""
    return published.recommendation.is_overdue(library.vocabulary.recommendation_status, library.today)


def counts_sentence(listed: Sequence[PublishedRecommendation], library: Library) -> str:
    """Return how many recommendations of how many reviews are listed, and how many have which status."""
    counted = pluralise(len(listed), *COUNTED_RECOMMENDATION)
    reviews = pluralise(len({each.case.id for each in listed}), *COUNTED_REVIEW)
    statuses = library.vocabulary.recommendation_status
    summary = summarize((each.recommendation for each in listed), statuses, library.today)
    sentence = _("{recommendations} of {reviews}: {summary}")
    overdue = ngettext("{number} is overdue.", "{number} are overdue.", summary.overdue)
    return " ".join(
        (
            sentence.format(recommendations=counted, reviews=reviews, summary=summary_sentence(summary)),
            *((overdue.format(number=summary.overdue),) if summary.overdue else ()),
        )
    )


def people_of_recommendations(listed: Iterable[PublishedRecommendation], library: Library) -> tuple[About, ...]:
    """Return the people that all their reviews are about together; empty if one does not say."""
    cases = {each.case.id: each.case for each in listed}
    return needed_for_all(numbers_needed(case, library) for case in cases.values())

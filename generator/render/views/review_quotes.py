"""What the published reviews on a topic say, in the words of their records."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Final, NotRequired, TypedDict

from generator.model import Case, Library, addresses
from generator.model.ways_to_read import has_text
from generator.render.views.cards import case_date_label
from generator.render.views.record_language import language_attributes

MOST_REVIEWS: Final = 5
MOST_LESSONS: Final = 3


class ReviewQuote(TypedDict):
    """Words of one review."""

    name: str
    address: addresses.Address
    type: str
    date: str
    """The date of publication in the middle of a sentence, or why it has none: `date not known`."""

    lessons: list[str]
    """Lessons of the review as its record has them, in prose; empty if the record has none."""

    summary: str
    """The summary; empty if there are lessons."""

    lang: NotRequired[str]
    """The language of the words, if it is not that of the site. Then `dir` is its direction."""

    dir: NotRequired[str]


def review_quotes(cases: Iterable[Case], library: Library) -> list[ReviewQuote]:
    """Return the words of the newest reviews with a text: their lessons, or else their summary.

    `cases` are the reviews that are marked with the topic. A review that only lists a briefing on it is never quoted:
    its words are about something else.
    """
    marked = {case.id for case in cases}
    found = (
        _quote(case, library)
        for case in library.newest_cases
        if case.id in marked and has_text(case, library) and (case.learning or case.summary)
    )
    return list(islice(found, MOST_REVIEWS))


def _quote(case: Case, library: Library) -> ReviewQuote:
    date = case_date_label(case, library)
    quote: ReviewQuote = {
        "name": case.name,
        "address": addresses.review(case.id),
        "type": library.vocabulary.type_label(case.type),
        "date": date if case.published is not None else date[:1].lower() + date[1:],
        "lessons": list(case.learning[:MOST_LESSONS]),
        "summary": "" if case.learning else case.summary or "",
    }
    attributes = language_attributes(case, library)
    if attributes:
        quote["lang"], quote["dir"] = attributes["lang"], attributes["dir"]
    return quote

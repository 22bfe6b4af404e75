"""The content of the slots about recommendations: the finder, the chart, and the themes that keep coming back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from generator.languages import gettext as _
from generator.markdown import join_words
from generator.model import Library, SiteSection, addresses
from generator.model.facets import UNDATED
from generator.model.frame import Slot
from generator.model.publication_state import YearOfReview, year_order
from generator.model.published_recommendation import PublishedRecommendation
from generator.model.sorting import name_key
from generator.model.term import Term
from generator.render.charts import as_svg, draw_column_chart
from generator.render.finders import finder_pages
from generator.render.listings import TemplateCall
from generator.render.views.cards import CardFactory, pluralise, year_label
from generator.render.views.pagination import MOST_ENTRIES
from generator.render.views.recommendation_cards import (
    COUNTED_RECOMMENDATION,
    counts_sentence,
    filtered_item,
    is_overdue,
)
from generator.render.views.recommendation_lists import (
    recommendations_by_status,
    recommendations_by_year,
    status_labels,
)

_LONG: Final = 8
"""A facet with more choices than this gets a scroll bar."""

_MOST_YEARS: Final = 12
"""The maximum number of years in a chart. With more, the columns would be too thin to distinguish."""

_MOST_THEMES: Final = 12
_MOST_REVIEWS: Final = 8
"""The maximum number of reviews that are named for a theme. The page of the theme has them all."""

_Choice = tuple[str, str, addresses.Address, int]
"""The id, the label, the page that lists the same for readers without scripts, and the number."""


def _finder(cards: CardFactory, slot: Slot) -> TemplateCall:
    library = cards.library
    everything = library.recommendations
    return "finder.html", {
        "one": "recommendation",
        "many": "recommendations",
        "items": [filtered_item(each, library) for each in everything[:MOST_ENTRIES]],
        "lede": counts_sentence(everything, library) if everything else "",
        "facets": _facets(library),
        **finder_pages(addresses.RECOMMENDATIONS, len(everything), not library.partnership.review_order),
        "index": addresses.SEARCH_INDEX,
        "has_own_order": False,
        "helplines": (),
    }


def _facets(library: Library) -> list[dict[str, object]]:
    by_status, by_year = recommendations_by_status(library), recommendations_by_year(library)
    statuses = [
        (identity, label, addresses.recommendations_with_status(identity), len(by_status[identity]))
        for identity, label in status_labels(library).items()
        if identity in by_status
    ]
    overdue = sum(is_overdue(each, library) for each in library.recommendations)
    agencies = _term_choices(
        library.vocabulary.agencies, library.recommendations_by_agency, addresses.recommendations_to
    )
    themes = _term_choices(library.vocabulary.themes, library.recommendations_by_theme, _theme_part)
    years = [
        (UNDATED if year is None else str(year), year_label(year), addresses.recommendations_of_year(year), len(listed))
        for year, listed in sorted(by_year.items(), key=lambda each: _newest_first(each[0]))
    ]
    late = [("yes", _("Overdue today"), addresses.OVERDUE_RECOMMENDATIONS, overdue)] if overdue else []
    has_themes = library.has(SiteSection.THEMES)
    found: tuple[tuple[str, str, list[_Choice], bool], ...] = (
        ("status", _("Status"), statuses, True),
        ("overdue", _("Due date"), late, True),
        ("to", _("Agency"), agencies, True),
        ("theme", _("Theme"), themes, has_themes),
        ("year", _("Year of the review"), years, True),
    )
    return [
        {
            "name": name,
            "heading": heading,
            "groups": [{"heading": "", "choices": choices}],
            "is_long": len(choices) > _LONG,
            "has_pages": has_pages,
        }
        for name, heading, choices, has_pages in found
        if choices
    ]


def _term_choices(
    terms: Iterable[Term],
    listed: Mapping[str, Sequence[PublishedRecommendation]],
    address: Callable[[str], addresses.Address],
) -> list[_Choice]:
    used = sorted((each for each in terms if each.id in listed), key=lambda each: name_key(each.label))
    return [(each.id, each.label, address(each.id), len(listed[each.id])) for each in used]


def _theme_part(theme: str) -> addresses.Address:
    return f"{addresses.theme(theme)}#recommendations"


def _newest_first(year: YearOfReview) -> tuple[int, int]:
    return year_order(year)[0], -year if isinstance(year, int) else 0


def _chart(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return a chart for each status, and a table of all statuses by the year of the review."""
    library = cards.library
    by_status = recommendations_by_status(library)
    years = sorted(
        recommendations_by_year(library), key=lambda each: (year_order(each)[0], each if isinstance(each, int) else 0)
    )
    counts = {
        label: Counter(each.case.year for each in by_status[identity])
        for identity, label in status_labels(library).items()
        if identity in by_status
    }
    known = [year for year in years if isinstance(year, int)]
    span = range(max(known[0], known[-1] - _MOST_YEARS + 1), known[-1] + 1) if known else range(0)
    most = max((by_year[year] for by_year in counts.values() for year in span), default=0)
    charts = [
        (label, as_svg(draw_column_chart({year: by_year[year] for year in span}, most), _told(label, by_year, span)))
        for label, by_year in counts.items()
        if any(by_year[year] for year in span)
    ]
    ids = {label: identity for identity, label in status_labels(library).items()}
    return "recommendation-chart.html", {
        "charts": charts,
        "columns": [_("No date") if year is None else year_label(year) for year in years],
        "rows": [
            {
                "label": label,
                "address": addresses.recommendations_with_status(ids[label]),
                "cells": [by_year[year] for year in years],
                "total": by_year.total(),
            }
            for label, by_year in counts.items()
        ],
        "totals": [sum(by_year[year] for by_year in counts.values()) for year in years],
        "total": len(library.recommendations),
    }


def _told(label: str, by_year: Mapping[YearOfReview, int], span: Iterable[int]) -> str:
    """Return the numbers of a chart in words, for screen readers."""
    numbers = [
        _("{recommendations} in {year}").format(
            recommendations=pluralise(by_year[year], *COUNTED_RECOMMENDATION), year=year
        )
        for year in span
        if by_year[year]
    ]
    return f"{label}: {join_words(numbers)}"


def _recurring(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return the themes of recommendations of two reviews or more, with these reviews: the most frequent first."""
    library = cards.library
    themes = []
    for theme in library.vocabulary.themes:
        listed = library.recommendations_by_theme.get(theme.id, ())
        reviews = {each.case.id: each for each in listed}
        if len(reviews) > 1:
            themes.append((theme, len(listed), list(reviews.values())))
    themes.sort(key=lambda each: (-len(each[2]), name_key(each[0].label)))
    has_themes = library.has(SiteSection.THEMES)
    return "recurring-recommendations.html", {
        "themes": [
            {
                "label": theme.label,
                "address": _theme_part(theme.id) if has_themes else "",
                "number": pluralise(number, *COUNTED_RECOMMENDATION),
                "reviews": [
                    {"name": each.review, "address": f"{addresses.review(each.case.id)}#changed"}
                    for each in reviews[:_MOST_REVIEWS]
                ],
                "review_count": len(reviews),
                "more": max(len(reviews) - _MOST_REVIEWS, 0),
            }
            for theme, number, reviews in themes[:_MOST_THEMES]
        ],
        "has_recommendations": bool(library.recommendations),
    }


RECOMMENDATION_SLOTS: Final[dict[str, Callable[[CardFactory, Slot], TemplateCall]]] = {
    "recommendation-finder": _finder,
    "recommendation-chart": _chart,
    "recurring-recommendations": _recurring,
}

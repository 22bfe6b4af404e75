"""Pages that list the records of a term of the vocabulary: a type of review, a theme, a harm."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial

from generator.languages import gettext as _
from generator.languages import ngettext
from generator.markdown import join_words
from generator.model import (
    Briefing,
    Case,
    Library,
    Notice,
    addresses,
)
from generator.model.review_type import ReviewType
from generator.model.term import Term
from generator.model.vocabulary import Harm, Topic
from generator.render.views.cards import (
    Card,
    CardFactory,
    year_anchor,
    year_label,
)
from generator.render.views.follow import follow_view
from generator.render.views.list_page import Entries, list_body, list_page, people_of_all
from generator.render.views.page_view import PageView
from generator.render.views.pagination import MOST_ENTRIES
from generator.render.views.recommendation_cards import counts_sentence, filtered_item
from generator.render.views.review_quotes import ReviewQuote, review_quotes
from generator.render.views.term_links import term_links


def type_page(cards: CardFactory, review_type: ReviewType) -> PageView:
    """Return the page of a type of review, with the types that are variants of it."""
    words, of_type = cards.library.vocabulary, cards.library.cases_by_type
    cases = of_type.get(review_type.id, ())
    page = _term(cards, review_type, _("Type of review"), addresses.review_type(review_type.id), cases)
    counts = {identity: len(having) for identity, having in of_type.items()}
    parent = words.type.get(review_type.variant_of or "")
    page.body["parents"] = term_links([parent] if parent is not None else [], "type", cards.library, counts)
    page.body["variants_of"] = review_type.label
    page.body["variants"] = term_links(words.variants_of(review_type.id), "type", cards.library, counts)
    return page


def theme_page(cards: CardFactory, theme: Topic) -> PageView:
    """Return the page of a theme, with what its published reviews show."""
    library = cards.library
    cases, briefings = library.cases_by_theme.get(theme.id, ()), library.briefings_by_theme.get(theme.id, ())
    notices = library.notices_by_theme.get(theme.id, ())
    page = _term(cards, theme, _("Theme"), addresses.theme(theme.id), cases, briefings, notices)
    linked = library.cases_linked_to_theme.get(theme.id, ())
    page.body["linked_cases"] = Entries(
        linked, lambda case: cards.case(case) | {"summary": "", "note": _linked_by(case, theme, library)}
    )
    listed = library.recommendations_by_theme.get(theme.id, ())
    page.body["recommendations"] = Entries(listed, partial(filtered_item, library=library))
    page.body["recommendation_counts"] = counts_sentence(listed, library) if listed else ""
    return page


def _linked_by(case: Case, theme: Topic, library: Library) -> str:
    """Return the briefings on a theme that a review lists, as a sentence."""
    titles = [each.title for each in library.briefings_of.get(case.id, ()) if theme.id in each.themes]
    sentence = ngettext("Lists the briefing {titles}.", "Lists the briefings {titles}.", len(titles))
    return sentence.format(titles=join_words(titles))


def harm_page(cards: CardFactory, harm: Harm) -> PageView:
    """Return the page of a kind of harm, with what its published reviews show."""
    library = cards.library
    cases, briefings = library.cases_by_harm.get(harm.id, ()), library.briefings_by_harm.get(harm.id, ())
    return _term(cards, harm, harm.group or _("Harm"), addresses.harm(harm.id), cases, briefings)


def _term(
    cards: CardFactory,
    term: Term,
    kicker: str,
    address: addresses.Address,
    cases: Sequence[Case],
    briefings: Iterable[Briefing] = (),
    notices: Iterable[Notice] = (),
) -> PageView:
    heading = (term.plural or term.label) if kicker == _("Type of review") else term.label
    is_type = kicker == _("Type of review")
    body = list_body(cards, kicker, heading, cases, briefings, notices)
    if is_type and len(cases) > MOST_ENTRIES:
        body["cases"] = _with_anchors(cards, cases)
    if not is_type:
        quotes = cache(partial(review_quotes, cases, cards.library))
        body["quotes"] = quotes
        body["cases"] = _with_anchors(cards, cases, quotes)
        body |= follow_view(cards, addresses.feed_of(address))
        body["by_year"] = addresses.THEMES_BY_YEAR
        body["empty_message"] = _("We have not published anything on this topic yet.")
        body["all_themes"] = addresses.THEMES if addresses.THEMES in cards.library.handwritten_pages else ""
    body["description"] = term.description or ""
    body["also_known_as"] = list(term.also_known_as)
    # A theme and a harm may have the same label, but page titles must be unique.
    title = heading if is_type else f"{heading}: {kicker[0].lower()}{kicker[1:]}"
    # A type's page lists only reviews, and those can be filtered by type.
    body["search_title"] = "" if is_type else title
    about = people_of_all(cards, (*cases, *briefings, *notices))
    return list_page(address, title, heading, body, about, term.description)


def _with_anchors(cards: CardFactory, cases: Sequence[Case], quotes: Callable[[], list[ReviewQuote]] = list) -> Entries:
    """Return the cards of reviews, newest first. The first of each year has an anchor: `year-2022`, `year-undated`.

    A card does not repeat a summary that is quoted above the list.
    """
    first_of_year = {case.year: case for case in reversed(cases)}

    def card_of(case: Case) -> Card:
        card = cards.case(case)
        if first_of_year[case.year] is case:
            card = card | {"anchor": year_anchor(case.year), "anchor_label": year_label(case.year)}
        is_quoted = any(quote["summary"] and quote["address"] == card["address"] for quote in quotes())
        return card | {"summary": ""} if is_quoted else card

    return Entries(cases, card_of)

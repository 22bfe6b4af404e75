"""The content of the listing slots that list terms and years: links to the lists of their records."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from typing import Final

from generator.languages import gettext as _
from generator.model import addresses
from generator.model.frame import Slot
from generator.model.sorting import name_key
from generator.model.term import Term
from generator.model.vocabulary import TYPE_NOT_STATED, TYPE_NOT_STATED_ID
from generator.render.listings import TemplateCall, limit
from generator.render.views.cards import CardFactory, year_label
from generator.render.views.news_groups import about_label, news_by_group
from generator.render.views.review_process import review_process_view
from generator.render.views.term_counts import TermCounts, counted_links
from generator.render.views.term_links import TermLink, term_links


def _terms(slot: Slot, terms: list[TermLink], described: bool = False) -> TemplateCall:
    """Return vocabulary terms in a list or, with `as=tags`, in a row."""
    template = "term-tags.html" if slot.argument("as") == "tags" else "terms.html"
    return template, {"terms": terms, "described": described}


def _review_types(cards: CardFactory, slot: Slot) -> TemplateCall:
    counts = {identity: len(cases) for identity, cases in cards.library.cases_by_type.items()}
    library = cards.library
    words = library.vocabulary
    used = [each for each in words.review_types if counts.get(each.id) and each.variant_of is None]
    links = term_links(used, "type", library, counts)
    if TYPE_NOT_STATED_ID in counts:
        links += term_links([Term(id=TYPE_NOT_STATED_ID, label=_(TYPE_NOT_STATED))], "type", library, counts)
    return _terms(slot, links)


def _review_process(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return the stages of a type of review as a picture and as a list; of the first type with stages by default."""
    types = cards.library.types_with_process
    wanted = slot.argument("type") or (types[0].id if types else "")
    review_type = next((each for each in types if each.id == wanted), None)
    return (
        ("review-process.html", review_process_view(review_type)) if review_type is not None else ("nothing.html", {})
    )


def _review_years(cards: CardFactory, slot: Slot) -> TemplateCall:
    terms: list[TermLink] = [
        {
            "label": year_label(year),
            "address": addresses.review_year(year),
            "count": len(cases),
            "counted": "",
            "description": "",
        }
        for year, cases in cards.library.cases_by_year.items()
    ]
    return _terms(slot, terms)


def _theme_list(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return the themes whose page lists something, ordered by name. With a limit, only those with the most records.

    A review that only lists a briefing on a theme is counted as linked.
    """
    library = cards.library
    counts = {
        theme.id: TermCounts.of(
            library.cases_by_theme.get(theme.id, ()),
            library.briefings_by_theme.get(theme.id, ()),
            library.cases_linked_to_theme.get(theme.id, ()),
        )
        for theme in library.vocabulary.themes
    }
    themes = [each for each in library.vocabulary.themes if counts[each.id].all or each.id in library.notices_by_theme]
    most = sorted(themes, key=lambda each: (-counts[each.id].all, each.id))[: limit(slot, default=len(themes))]
    terms = sorted(most, key=lambda each: name_key(each.label))
    links = counted_links(terms, "theme", library, counts)
    return _terms(slot, links, described=True) if links else _nothing()


def _harm_list(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return the harms whose page lists something, by group. A group without any is left out."""
    library = cards.library
    counts = {
        harm.id: TermCounts.of(library.cases_by_harm.get(harm.id, ()), library.briefings_by_harm.get(harm.id, ()))
        for harm in library.vocabulary.harms
    }
    used = [harm for harm in library.vocabulary.harms if counts[harm.id].all]
    groups = [
        {"title": group, "terms": counted_links(harms, "harm", library, counts)}
        for group, harms in groupby(used, key=lambda each: each.group or _("Harms"))
    ]
    return ("term-groups.html", {"groups": groups}) if groups else _nothing()


def _nothing() -> TemplateCall:
    """Return the words for a list without entries."""
    return "cards.html", {"cards": [], "empty_message": _("There is nothing here yet.")}


def _news_groups(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return links to the lists of news about children, adults and families. Empty if there are not several lists."""
    links: list[TermLink] = [
        {
            "label": about_label(about),
            "address": addresses.news_about(about),
            "count": len(news),
            "counted": "",
            "description": "",
        }
        for about, news in news_by_group(cards.library).items()
    ]
    return _terms(slot, links) if links else ("nothing.html", {})


TERM_LISTINGS: Final[dict[str, Callable[[CardFactory, Slot], TemplateCall]]] = {
    "review-types": _review_types,
    "review-years": _review_years,
    "theme-list": _theme_list,
    "harm-list": _harm_list,
    "news-groups": _news_groups,
    "review-process": _review_process,
}

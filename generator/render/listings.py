"""The content of the listing slots that list records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Final, TypedDict

from generator.languages import gettext as _
from generator.model import Briefing, BriefingSeries, Case, Notice, addresses
from generator.model.frame import Slot
from generator.model.site_sections import notices_heading
from generator.model.sorting import name_key
from generator.model.vocabulary import NoticeSection
from generator.render.views.bulletin import bulletin_card
from generator.render.views.cards import BRIEFING_BY_LIBRARY, CardFactory, pluralise, year_anchor, year_label
from generator.render.views.list_page import Entries
from generator.render.views.news_groups import notices_of_section, resources_by_kind
from generator.render.views.other_quarters import entries_of_other_quarters, index_of_quarters, record_card
from generator.render.views.pagination import MOST_ENTRIES, first_entries, link_pages, link_rest

TemplateCall = tuple[str, dict[str, object]]
"""The name of a template in templates/slots/, and its values."""


class _Group(TypedDict):
    """Entries below a heading."""

    title: str
    anchor: str
    address: addresses.Address
    """The page that lists the entries of the group; empty if there is none."""

    cards: Sequence[object]


def limit(slot: Slot, default: int = 3) -> int:
    """Return how many entries the slot asks for."""
    written = slot.argument("limit") or ""
    return int(written) if written.isdigit() else default


def _case_cards(cards: CardFactory, cases: Iterable[Case]) -> list[object]:
    return [cards.case(case) for case in cases]


def _briefing_cards(cards: CardFactory, briefings: Iterable[Briefing]) -> list[object]:
    return [cards.briefing(briefing) for briefing in briefings]


def _notice_cards(cards: CardFactory, notices: Iterable[Notice]) -> list[object]:
    return [cards.notice(notice) for notice in notices]


def _cards_template(slot: Slot) -> str:
    """Return the template of a list of records: cards or, with `as=list`, a line for each record."""
    return "lines.html" if slot.argument("as") == "list" else "cards.html"


def _latest_cases(cards: CardFactory, slot: Slot) -> TemplateCall:
    return _cards_template(slot), {
        "cards": _case_cards(cards, cards.library.newest_cases[: limit(slot)]),
        "empty_message": _("We have not published any reviews yet."),
    }


def _latest_briefings(cards: CardFactory, slot: Slot) -> TemplateCall:
    of_partnership = [each for each in cards.library.newest_briefings if each.counts_as_partnership]
    newest = of_partnership[: limit(slot)]
    return _cards_template(slot), {
        "cards": _briefing_cards(cards, newest),
        "empty_message": _("We have not published any briefings yet."),
    }


def _latest_news(cards: CardFactory, slot: Slot) -> TemplateCall:
    news = notices_of_section(cards.library, NoticeSection.NEWS)[: limit(slot)]
    return _cards_template(slot), {"cards": _notice_cards(cards, news), "empty_message": _("There is no news yet.")}


def _review_list(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return the reviews by year or, if the partnership has its own order, in one list."""
    library = cards.library
    has_own_order = bool(library.partnership.review_order)
    pages = link_pages(addresses.REVIEWS, len(library.cases), is_newest_first=not has_own_order)
    if has_own_order:
        listed = _case_cards(cards, first_entries(library.cases))
        empty = "We have not published any reviews yet."
        return "cards.html", {"cards": listed, "empty_message": empty, "pages": pages}
    years: list[_Group] = [
        {
            "title": year_label(year),
            "anchor": year_anchor(year),
            "address": addresses.review_year(year),
            "cards": Entries(cases, cards.case),
        }
        for year, cases in library.cases_by_year.items()
    ]
    return "groups.html", {
        "groups": _on_first_page(years),
        "pages": pages,
        "described": False,
        "empty_message": _("We have not published any reviews yet."),
    }


def _briefing_list(cards: CardFactory, slot: Slot) -> TemplateCall:
    series = slot.argument("series")
    listed = [briefing for briefing in cards.library.briefings if series is None or briefing.series.id == series]
    whole = addresses.series(series) if series is not None else addresses.BRIEFINGS
    return "cards.html", {
        "cards": _briefing_cards(cards, first_entries(listed)),
        "pages": link_pages(whole, len(listed)) if series is not None else None,
        "more": link_rest(listed, whole, _("All briefings")) if series is None else None,
        "empty_message": _("We have not published any briefings yet."),
    }


def _bulletin_list(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return the bulletins, and what was published in the other quarters. With a limit, only the newest bulletins."""
    library = cards.library
    bulletins = library.bulletins[: limit(slot, default=len(library.bulletins))]
    others = [] if slot.argument("limit") else entries_of_other_quarters(library)
    groups = [
        {"title": quarter.label, "anchor": quarter.id, "cards": [record_card(cards, each.record) for each in entries]}
        for quarter, entries in groupby(first_entries(others), key=attrgetter("quarter"))
    ]
    return "bulletins.html", {
        "bulletins": [bulletin_card(bulletin) for bulletin in bulletins],
        "as_list": slot.argument("as") == "list",
        "groups": groups,
        "index": index_of_quarters(others),
        "pages": link_pages(addresses.BULLETINS, len(others), is_newest_first=True),
        "empty_message": _("We have not published any bulletins yet."),
    }


def _year_list(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return the years that have a record, newest first."""
    years = [
        {"label": year.label, "address": addresses.report_year(year.id)}
        for year in (record.year for record in cards.library.years)
        if year is not None
    ]
    return "year-list.html", {"years": years}


def _news_list(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return the news, newest first. With `about`, only the news about these people."""
    about = slot.argument("about")
    news = notices_of_section(cards.library, NoticeSection.NEWS)
    listed = [notice for notice in news if about is None or about in notice.about]
    return "cards.html", {
        "cards": _notice_cards(cards, first_entries(listed)),
        "pages": link_pages(addresses.NEWS, len(listed), is_newest_first=True) if about is None else None,
        "more": link_rest(listed, addresses.NEWS, _("All news")) if about is not None else None,
        "empty_message": _("There is no news yet."),
    }


def _resource_list(cards: CardFactory, slot: Slot) -> TemplateCall:
    wanted = slot.argument("kind")
    groups: list[_Group] = [
        {
            "title": "" if wanted is not None else kind.plural or kind.label,
            "anchor": f"kind-{kind.id}",
            "address": "",
            "cards": Entries(of_kind, cards.notice),
        }
        for kind, of_kind in resources_by_kind(cards.library)
        if wanted in (None, kind.id)
    ]
    listed = [each for group in groups for each in group["cards"]]
    return "groups.html", {
        "groups": _on_first_page(groups),
        "pages": link_pages(addresses.RESOURCES, len(listed)) if wanted is None else None,
        "more": link_rest(listed, addresses.RESOURCES, _("All resources")) if wanted is not None else None,
        "described": True,
        "empty_message": _("There are no resources yet."),
    }


def _for_audience(cards: CardFactory, slot: Slot) -> TemplateCall:
    audience = slot.argument("audience")
    briefings = [briefing for briefing in cards.library.briefings if audience in briefing.audience]
    notices = sorted(
        (notice for notice in cards.library.notices if audience in notice.audience),
        key=lambda each: name_key(each.title),
    )
    groups: list[_Group] = [
        {"title": title, "anchor": anchor, "address": "", "cards": listed}
        for title, anchor, listed in (
            *(
                (series.heading, f"{audience}-{series.id}", Entries(_of_series(briefings, series), cards.briefing))
                for series in cards.library.vocabulary.briefing_series
            ),
            (_notices_of_audience(cards), f"{audience}-resources", Entries(notices, cards.notice)),
        )
        if listed
    ]
    nothing = _("We have not published anything for this group of readers yet.")
    return "groups.html", {
        "groups": _on_first_page(groups),
        "pages": None,
        "more": link_rest([*briefings, *notices], addresses.briefings_for(audience or ""), _("All briefings")),
        "described": True,
        "empty_message": nothing,
    }


def _on_first_page(groups: Iterable[_Group]) -> list[_Group]:
    """Return the groups with as many entries as fit on one page. Groups without a place are left out."""
    shown: list[_Group] = []
    room = MOST_ENTRIES
    for group in groups:
        if room > 0:
            shown.append({**group, "cards": group["cards"][:room]})
        room -= len(group["cards"])
    return shown


def _notices_of_audience(cards: CardFactory) -> str:
    heading = notices_heading(cards.library.sections)
    return _("Resources and news") if heading == _("News and resources") else heading


def _counts(cards: CardFactory, slot: Slot) -> TemplateCall:
    library = cards.library
    counted = [(len(library.cases), "review", "reviews", addresses.REVIEWS)]
    of_partnership = [briefing for briefing in library.briefings if briefing.counts_as_partnership]
    for series in library.vocabulary.briefing_series:
        count = len(_of_series(of_partnership, series))
        counted.append((count, series.label, series.plural, addresses.series(series.id)))
    own = len(library.briefings) - len(of_partnership)
    counted.append((own, *BRIEFING_BY_LIBRARY, addresses.BRIEFINGS))
    return "counts.html", {"counts": [(pluralise(*each[:3]), each[3]) for each in counted if each[0]]}


def _of_series(briefings: Iterable[Briefing], series: BriefingSeries) -> list[Briefing]:
    return [briefing for briefing in briefings if briefing.series.id == series.id]


LISTINGS: Final[dict[str, Callable[[CardFactory, Slot], TemplateCall]]] = {
    "latest-cases": _latest_cases,
    "latest-briefings": _latest_briefings,
    "latest-news": _latest_news,
    "review-list": _review_list,
    "briefing-list": _briefing_list,
    "bulletin-list": _bulletin_list,
    "year-list": _year_list,
    "news-list": _news_list,
    "resource-list": _resource_list,
    "for-audience": _for_audience,
    "counts": _counts,
}

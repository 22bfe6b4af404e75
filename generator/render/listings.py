"""The content of the listing slots that list records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from generator.languages import gettext as _
from generator.model import Briefing, BriefingSeries, Case, Notice, Quarter, addresses
from generator.model.frame import Slot
from generator.model.site_sections import notices_heading
from generator.model.sorting import name_key
from generator.model.vocabulary import NoticeSection
from generator.render.views.bulletin import bulletin_card
from generator.render.views.cards import BRIEFING_BY_LIBRARY, CardFactory, pluralise, year_anchor, year_label

TemplateCall = tuple[str, dict[str, object]]
"""The name of a template in templates/slots/, and its values."""


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


def _shelf(cards: CardFactory, shelf: NoticeSection) -> list[Notice]:
    kinds = cards.library.vocabulary.notice_kind
    return [notice for notice in cards.library.notices if kinds[notice.kind].shelf is shelf]


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
    news = _shelf(cards, NoticeSection.NEWS)[: limit(slot)]
    return _cards_template(slot), {"cards": _notice_cards(cards, news), "empty_message": _("There is no news yet.")}


def _review_list(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return the reviews by year or, if the partnership has its own order, in one list."""
    if cards.library.partnership.review_order:
        listed = _case_cards(cards, cards.library.cases)
        return "cards.html", {"cards": listed, "empty_message": "We have not published any reviews yet."}
    years = [
        {
            "title": year_label(year),
            "anchor": year_anchor(year),
            "address": addresses.review_year(year),
            "cards": _case_cards(cards, cases),
        }
        for year, cases in cards.library.cases_by_year.items()
    ]
    return "groups.html", {
        "groups": years,
        "described": False,
        "empty_message": _("We have not published any reviews yet."),
    }


def _briefing_list(cards: CardFactory, slot: Slot) -> TemplateCall:
    series = slot.argument("series")
    listed = [briefing for briefing in cards.library.briefings if series is None or briefing.series.id == series]
    return "cards.html", {
        "cards": _briefing_cards(cards, listed),
        "empty_message": _("We have not published any briefings yet."),
    }


def _bulletin_list(cards: CardFactory, slot: Slot) -> TemplateCall:
    """Return the bulletins, and what was published in the other quarters. With a limit, only the newest bulletins."""
    library = cards.library
    bulletins = library.bulletins[: limit(slot, default=len(library.bulletins))]
    with_bulletin = {bulletin.quarter.id for bulletin in library.bulletins}
    others = (
        []
        if slot.argument("limit")
        else [(Quarter.parse(each), library.changed_in_quarter[each]) for each in library.changed_in_quarter]
    )
    groups = [
        {"title": quarter.label, "anchor": quarter.id, "cards": _record_cards(cards, records)}
        for quarter, records in others
        if quarter is not None and quarter.id not in with_bulletin and quarter.first_day <= library.today
    ]
    return "bulletins.html", {
        "bulletins": [bulletin_card(bulletin) for bulletin in bulletins],
        "as_list": slot.argument("as") == "list",
        "groups": groups,
        "empty_message": _("We have not published any bulletins yet."),
    }


def _record_cards(cards: CardFactory, records: Iterable[Case | Briefing | Notice]) -> list[object]:
    return [
        cards.case(record)
        if isinstance(record, Case)
        else cards.briefing(record)
        if isinstance(record, Briefing)
        else cards.notice(record)
        for record in records
    ]


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
    news = _shelf(cards, NoticeSection.NEWS)
    listed = [notice for notice in news if about is None or about in notice.about]
    return "cards.html", {"cards": _notice_cards(cards, listed), "empty_message": _("There is no news yet.")}


def _resource_list(cards: CardFactory, slot: Slot) -> TemplateCall:
    wanted = slot.argument("kind")
    resources = _shelf(cards, NoticeSection.RESOURCES)
    groups = []
    for kind in cards.library.vocabulary.notice_kinds:
        of_kind = sorted(
            (resource for resource in resources if resource.kind == kind.id), key=lambda each: name_key(each.title)
        )
        if of_kind and wanted in (None, kind.id):
            title = "" if wanted is not None else kind.plural or kind.label
            shown = _notice_cards(cards, of_kind)
            groups.append({"title": title, "anchor": f"kind-{kind.id}", "address": "", "cards": shown})
    return "groups.html", {"groups": groups, "described": True, "empty_message": _("There are no resources yet.")}


def _for_audience(cards: CardFactory, slot: Slot) -> TemplateCall:
    audience = slot.argument("audience")
    briefings = [briefing for briefing in cards.library.briefings if audience in briefing.audience]
    notices = sorted(
        (notice for notice in cards.library.notices if audience in notice.audience),
        key=lambda each: name_key(each.title),
    )
    groups = [
        {"title": title, "anchor": anchor, "address": "", "cards": listed}
        for title, anchor, listed in (
            *(
                (series.heading, f"{audience}-{series.id}", _briefing_cards(cards, _of_series(briefings, series)))
                for series in cards.library.vocabulary.briefing_series
            ),
            (_notices_of_audience(cards), f"{audience}-resources", _notice_cards(cards, notices)),
        )
        if listed
    ]
    nothing = _("We have not published anything for this group of readers yet.")
    return "groups.html", {"groups": groups, "described": True, "empty_message": nothing}


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

"""Fills the slots of hand-written pages and of the page's chrome."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Final
from urllib.parse import urlsplit

from markupsafe import escape

from generator.model import Address, Briefing, Case, Library, Notice, Series, addresses
from generator.model.frame import Slot
from generator.model.slots import FRAME_SLOTS
from generator.model.vocabulary import Shelf
from generator.render.environment import environment
from generator.render.views.cards import (
    briefing_card,
    case_card,
    contact_views,
    count_of,
    desk_view,
    notice_card,
    term_links,
)

_Shown = tuple[str, dict[str, object]]
"""A template of templates/slots/ and what it shows."""


def fill_slot(slot: Slot, address: Address, library: Library, shared: dict[str, object]) -> str | None:
    """A slot's HTML on the page at an address; None for a slot of the frame's own, empty for an unknown one."""
    if slot.name in FRAME_SLOTS:
        return None
    if slot.name in _TEXTS:
        return str(escape(_TEXTS[slot.name](library)))
    filler = _FILLERS.get(slot.name)
    if filler is None:
        return ""
    template, shown = filler(library, slot)
    root = urlsplit(library.site_url).path if address == addresses.NOT_FOUND else addresses.up(address)
    return environment().get_template(f"slots/{template}").render({**shared, **shown}, root=root)


_TEXTS: Final[dict[str, Callable[[Library], str]]] = {
    "partnership-name": lambda library: library.partnership.name,
    "library-name": lambda library: library.partnership.library_name,
    "area": lambda library: library.partnership.area,
    "exit-address": lambda library: library.partnership.exit_to,
}


def _limit(slot: Slot, default: int = 3) -> int:
    written = slot.argument("limit") or ""
    return int(written) if written.isdigit() else default


def _case_cards(library: Library, cases: Iterable[Case]) -> list[object]:
    return [case_card(each, library) for each in cases]


def _briefing_cards(library: Library, briefings: Iterable[Briefing]) -> list[object]:
    return [briefing_card(each, library) for each in briefings]


def _notice_cards(library: Library, notices: Iterable[Notice]) -> list[object]:
    return [notice_card(each, library) for each in notices]


def _shelf(library: Library, shelf: Shelf) -> list[Notice]:
    kinds = library.vocabulary.notice_kind
    return [each for each in library.notices if kinds[each.kind].shelf is shelf]


def _latest_cases(library: Library, slot: Slot) -> _Shown:
    return "cards.html", {
        "cards": _case_cards(library, library.cases[: _limit(slot)]),
        "nothing": "No review has been published yet.",
    }


def _briefing_age(briefing: Briefing) -> int:
    """Smallest for the newest; undated ones last, and those stay in order of their titles."""
    dated = briefing.revised or briefing.published
    return -dated.first_day.toordinal() if dated is not None else 0


def _latest_briefings(library: Library, slot: Slot) -> _Shown:
    newest = sorted(library.briefings, key=_briefing_age)[: _limit(slot)]
    return "cards.html", {"cards": _briefing_cards(library, newest), "nothing": "No briefing has been published yet."}


def _latest_news(library: Library, slot: Slot) -> _Shown:
    news = _shelf(library, Shelf.NEWS)[: _limit(slot)]
    return "cards.html", {"cards": _notice_cards(library, news), "nothing": "There is no news yet."}


def _review_list(library: Library, slot: Slot) -> _Shown:
    years = [
        {
            "title": str(year) if year is not None else "Date not known",
            "anchor": f"year-{year if year is not None else 'undated'}",
            "address": addresses.review_year(year if year is not None else "undated"),
            "cards": _case_cards(library, cases),
        }
        for year, cases in library.cases_by_year.items()
    ]
    return "groups.html", {"groups": years, "described": False, "nothing": "No review has been published yet."}


def _review_types(library: Library, slot: Slot) -> _Shown:
    counts = {identity: len(cases) for identity, cases in library.cases_by_type.items()}
    used = [each for each in library.vocabulary.review_types if counts.get(each.id)]
    return "terms.html", {"terms": term_links(used, "type", counts), "described": False}


def _review_years(library: Library, slot: Slot) -> _Shown:
    terms = [
        {
            "label": str(year) if year is not None else "Date not known",
            "address": addresses.review_year(year if year is not None else "undated"),
            "count": len(cases),
            "description": "",
        }
        for year, cases in library.cases_by_year.items()
    ]
    return "terms.html", {"terms": terms, "described": False}


def _theme_list(library: Library, slot: Slot) -> _Shown:
    counts = {
        each.id: len(library.cases_by_theme.get(each.id, ())) + len(library.briefings_by_theme.get(each.id, ()))
        for each in library.vocabulary.themes
    }
    terms = sorted(library.vocabulary.themes, key=lambda each: each.label.lower())
    return "terms.html", {"terms": term_links(terms, "theme", counts), "described": True}


def _harm_list(library: Library, slot: Slot) -> _Shown:
    counts = {identity: len(cases) for identity, cases in library.cases_by_harm.items()}
    groups = []
    for group, harms in groupby(library.vocabulary.harms, key=lambda each: each.group or "Harms"):
        groups.append({"title": group, "terms": term_links(harms, "harm", counts)})
    return "term-groups.html", {"groups": groups}


def _briefing_list(library: Library, slot: Slot) -> _Shown:
    series = slot.argument("series")
    listed = [each for each in library.briefings if series is None or each.series == series]
    return "cards.html", {"cards": _briefing_cards(library, listed), "nothing": "No briefing has been published yet."}


def _bulletin_list(library: Library, slot: Slot) -> _Shown:
    """What each quarter brought: the bulletins' own pages come with the bulletin records."""
    quarters: dict[str, list[object]] = {}
    dated = [
        *((each.published, case_card(each, library)) for each in library.cases),
        *((each.revised or each.published, briefing_card(each, library)) for each in library.briefings),
        *((each.date, notice_card(each, library)) for each in _shelf(library, Shelf.NEWS)),
    ]
    for when, card in dated:
        if when is not None and when.quarter is not None and when.first_day <= library.today:
            quarters.setdefault(when.quarter, []).append(card)
    groups = [
        {"title": _quarter_label(quarter), "anchor": quarter, "address": "", "cards": cards}
        for quarter, cards in sorted(quarters.items(), reverse=True)
    ]
    nothing = "Nothing with a known month has been published yet."
    return "groups.html", {"groups": groups, "described": False, "nothing": nothing}


def _quarter_label(quarter: str) -> str:
    """`July to September 2022` for `2022-q3`."""
    spans = {"1": "January to March", "2": "April to June", "3": "July to September", "4": "October to December"}
    year, number = quarter.split("-q")
    return f"{spans[number]} {year}"


def _news_list(library: Library, slot: Slot) -> _Shown:
    return "cards.html", {
        "cards": _notice_cards(library, _shelf(library, Shelf.NEWS)),
        "nothing": "There is no news yet.",
    }


def _resource_list(library: Library, slot: Slot) -> _Shown:
    wanted = slot.argument("kind")
    resources = _shelf(library, Shelf.RESOURCES)
    groups = []
    for kind in library.vocabulary.notice_kinds:
        of_kind = sorted((each for each in resources if each.kind == kind.id), key=lambda each: each.title.lower())
        if of_kind and wanted in (None, kind.id):
            title = "" if wanted is not None else kind.plural or kind.label
            cards = _notice_cards(library, of_kind)
            groups.append({"title": title, "anchor": f"kind-{kind.id}", "address": "", "cards": cards})
    return "groups.html", {"groups": groups, "described": True, "nothing": "There are no resources yet."}


def _for_audience(library: Library, slot: Slot) -> _Shown:
    audience = slot.argument("audience")
    briefings = [each for each in library.briefings if audience in each.audience and each.series is Series.SEVEN_MINUTE]
    lessons = [
        each for each in library.briefings if audience in each.audience and each.series is Series.LESSONS_LEARNED
    ]
    notices = sorted(
        (each for each in library.notices if audience in each.audience), key=lambda each: each.title.lower()
    )
    groups = [
        {"title": title, "anchor": anchor, "address": "", "cards": cards}
        for title, anchor, cards in (
            ("7-minute briefings", f"{audience}-briefings", _briefing_cards(library, briefings)),
            ("Lessons learned briefings", f"{audience}-lessons", _briefing_cards(library, lessons)),
            ("Resources and news", f"{audience}-resources", _notice_cards(library, notices)),
        )
        if cards
    ]
    nothing = "Nothing has been published for this group of readers yet."
    return "groups.html", {"groups": groups, "described": True, "nothing": nothing}


def _contacts(library: Library, slot: Slot) -> _Shown:
    return "contacts.html", {"contacts": contact_views(library.partnership.contacts)}


def _helplines(library: Library, slot: Slot) -> _Shown:
    return "contacts.html", {"contacts": contact_views(library.partnership.helplines)}


def _worried(library: Library, slot: Slot) -> _Shown:
    partnership = library.partnership
    shown = {"contacts": contact_views(partnership.contacts), "helplines": contact_views(partnership.helplines)}
    return "worried.html", dict(shown)


def _desk(name: str) -> Callable[[Library, Slot], _Shown]:
    return lambda library, slot: ("desk.html", {"desk": desk_view(getattr(library.partnership, name))})


def _partners(library: Library, slot: Slot) -> _Shown:
    return "partners.html", {
        "people": [{"role": each.role, "organisation": each.organisation} for each in library.partnership.people]
    }


def _counts(library: Library, slot: Slot) -> _Shown:
    topics = sum(each.series is Series.SEVEN_MINUTE for each in library.briefings)
    lessons = len(library.briefings) - topics
    return "counts.html", {
        "counts": [
            (count_of(len(library.cases), "review", "reviews"), addresses.REVIEWS),
            (count_of(topics, "7-minute briefing", "7-minute briefings"), addresses.series(Series.SEVEN_MINUTE)),
            (
                count_of(lessons, "lessons learned briefing", "lessons learned briefings"),
                addresses.series(Series.LESSONS_LEARNED),
            ),
        ]
    }


def _footer_links(library: Library, slot: Slot) -> _Shown:
    partnership = library.partnership
    return "footer-links.html", {
        "website": partnership.website or "",
        "licence": partnership.licence or "",
        "feedback": desk_view(partnership.feedback),
        "feed": addresses.FEED,
    }


_FILLERS: Final[dict[str, Callable[[Library, Slot], _Shown]]] = {
    "latest-cases": _latest_cases,
    "latest-briefings": _latest_briefings,
    "latest-news": _latest_news,
    "review-list": _review_list,
    "review-types": _review_types,
    "review-years": _review_years,
    "theme-list": _theme_list,
    "harm-list": _harm_list,
    "briefing-list": _briefing_list,
    "bulletin-list": _bulletin_list,
    "news-list": _news_list,
    "resource-list": _resource_list,
    "for-audience": _for_audience,
    "contacts": _contacts,
    "helplines": _helplines,
    "worried": _worried,
    "documents-contact": _desk("documents_contact"),
    "feedback": _desk("feedback"),
    "sign-up": _desk("sign_up"),
    "older-reports": _desk("older_reports"),
    "partners": _partners,
    "counts": _counts,
    "footer-links": _footer_links,
}

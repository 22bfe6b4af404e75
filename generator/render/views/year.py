"""The page about what was learned in a year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.languages import gettext as _
from generator.model import Library, SiteSection, Year, YearStatus, addresses
from generator.model.periods import ReportYear
from generator.render.views.page_view import PageView
from generator.render.year_chapter import Chapter, build_chapter, chart_of_figures, chart_of_recurring


def year_pages(library: Library) -> Iterator[tuple[Year, Callable[[], PageView]]]:
    """Yield one page for each year that has a record."""
    for record in library.years:
        if record.year is not None:
            yield record, partial(_year_page, library, record.year, record)


def _year_page(library: Library, year: ReportYear, record: Year) -> PageView:
    chapter = build_chapter(library, year, record)
    title = _("Learning from reviews, {years}").format(years=chapter["span"])
    body: dict[str, object] = {
        "chapter": chapter,
        "title": title,
        "is_draft": record.status is YearStatus.DRAFT,
        "themes_chart": chart_of_recurring(chapter["themes"], "themes") if chapter["themes"] else "",
        "harms_chart": chart_of_recurring(chapter["harms"], "harms") if chapter["harms"] else "",
        "figures": [
            (f"figures-{number}", table, chart_of_figures(table, f"figures-{number}"))
            for number, table in enumerate(chapter["figures"], start=1)
        ],
        "by_year": addresses.THEMES_BY_YEAR if library.has(SiteSection.THEMES) else "",
    }
    return PageView(
        template="year.html",
        address=addresses.report_year(record.id),
        title=title,
        description=f"{chapter['span']}: {chapter['counted']}",
        body=body,
        toc=tuple(_toc(chapter)),
    )


def _toc(chapter: Chapter) -> Iterator[tuple[str, str]]:
    sections = (
        ("reviews", _("Reviews published"), True),
        *((each["anchor"], each["heading"], True) for each in chapter["series"]),
        ("themes", _("Themes"), chapter["themes"] or chapter["themes_once"]),
        ("harms", _("Types of harm"), chapter["harms"] or chapter["harms_once"]),
        ("left", _("Archived or withdrawn"), chapter["archived_or_withdrawn"]),
        *((f"report-{each['id']}", each["heading"], each["is_known"]) for each in chapter["statutory"]),
        ("figures", _("Figures"), chapter["figures"]),
        ("sources", _("Where this comes from"), chapter["stated_source"] or chapter["undated"]),
    )
    yield from ((anchor, label) for anchor, label, is_there in sections if is_there)

"""The page of one notice: a piece of news, or a resource."""

from __future__ import annotations

from generator.languages import gettext as _
from generator.model import EventChange, Library, Notice, PageKind, addresses
from generator.model.urgent_contacts import numbers_needed
from generator.model.vocabulary import NoticeSection
from generator.model.ways_to_read import is_on_own_website
from generator.render.page_dates import record_dates
from generator.render.views.corrections import correction_views
from generator.render.views.documents import document_views, possessive_website
from generator.render.views.page_view import PageView, content_warning, date_modified, status_view
from generator.render.views.record_language import language_attributes, language_of
from generator.render.views.record_pictures import picture_views
from generator.render.views.search_metadata import search_metadata
from generator.render.views.term_links import term_links


def notice_page(notice: Notice, library: Library) -> PageView:
    """Return the page of a notice: its kind, its audience and where to get it."""
    words = library.vocabulary
    kind = words.notice_kind[notice.kind]
    is_resource = kind.shelf is NoticeSection.RESOURCES
    body: dict[str, object] = {
        "title": notice.name,
        "kind": kind.label,
        "shelf": _("Resources") if is_resource else _("News"),
        "shelf_address": addresses.RESOURCES if is_resource else addresses.NEWS,
        "date": notice.date.label if notice.date else "",
        "summary": notice.summary,
        "text": notice.body or "",
        "about": [str(each) for each in notice.about],
        "audience": [words.audience[each].label for each in notice.audience],
        "when": notice.when,
        "calendar": addresses.event_calendar(notice.id) if notice.has_calendar and not notice.cancelled else "",
        "cancelled": _change(notice.cancelled) if notice.cancelled is not None else None,
        "changes": [_change(change) for change in reversed(notice.changes)],
        "place": notice.place or "",
        "links": [
            {
                "label": link.label,
                "url": link.url,
                "website": possessive_website(library.partnership.name)
                if is_on_own_website(link.url, library.partnership)
                else "",
            }
            for link in notice.links
        ],
        "pictures": picture_views(notice, library),
        "documents": document_views(library.documents_on_page("notice", notice.id), library.partnership),
        "themes": term_links((words.theme[theme] for theme in notice.themes), "theme", library),
        **content_warning(notice, library),
        "corrections": correction_views(notice),
        "record_dates": record_dates(notice, library),
        **status_view(notice, library),
        "own": language_attributes(notice, library),
        "search_metadata": search_metadata(notice, library.page_title(notice), library),
    }
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork" if is_resource else "NewsArticle",
        "headline": notice.title,
        "abstract": notice.summary,
        "url": library.site_url + addresses.notice(notice.id, kind.shelf),
        "inLanguage": language_of(notice, library),
        "publisher": {"@type": "Organization", "name": library.partnership.name},
    }
    if notice.date is not None:
        data["datePublished"] = notice.date.iso
    data |= date_modified(notice, notice.date, library)
    return PageView(
        template="notice.html",
        address=addresses.notice(notice.id, kind.shelf),
        title=library.page_title(notice),
        description=notice.summary,
        body=body,
        json_ld=data,
        kind=PageKind.NEWS,
        about=numbers_needed(notice, library),
    )


def _change(change: EventChange) -> dict[str, str]:
    return {"date": change.date.label, "iso": change.date.iso, "text": change.text}

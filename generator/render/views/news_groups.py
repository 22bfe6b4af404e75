"""The notices of a section, and the news by the people that it is about: children, adults or families."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.languages import gettext as _
from generator.languages import message
from generator.model import About, Library, Notice, addresses
from generator.model.sorting import name_key
from generator.model.vocabulary import NoticeKind, NoticeSection

_LABELS: Final = {
    About.CHILDREN: message("Children"),
    About.ADULTS: message("Adults"),
    About.FAMILIES: message("Families"),
}
_HEADINGS: Final = {
    About.CHILDREN: message("News about children"),
    About.ADULTS: message("News about adults"),
    About.FAMILIES: message("News about families"),
}
_DESCRIPTIONS: Final = {
    About.CHILDREN: message("Safeguarding news about children and young people, newest first."),
    About.ADULTS: message("Safeguarding news about adults, newest first."),
    About.FAMILIES: message("Safeguarding news about families, newest first."),
}


def notices_of_section(library: Library, section: NoticeSection) -> list[Notice]:
    """Return the news or the resources, newest first."""
    kinds = library.vocabulary.notice_kind
    return [notice for notice in library.notices if kinds[notice.kind].shelf is section]


def resources_by_kind(library: Library) -> list[tuple[NoticeKind, list[Notice]]]:
    """Return the resources by kind, in the order of the vocabulary, and those of a kind by name."""
    resources = sorted(notices_of_section(library, NoticeSection.RESOURCES), key=lambda each: name_key(each.title))
    by_kind = [(kind, [each for each in resources if each.kind == kind.id]) for kind in library.vocabulary.notice_kinds]
    return [(kind, listed) for kind, listed in by_kind if listed]


def news_by_group(library: Library) -> Mapping[About, tuple[Notice, ...]]:
    """Return the news about each group of people, without groups that have none.

    The result is empty if all news is about one group, or if the site has no frame for these pages.
    """
    if addresses.parent_folder(addresses.news_about(About.CHILDREN)) not in library.frames:
        return {}
    news = notices_of_section(library, NoticeSection.NEWS)
    groups = {about: tuple(notice for notice in news if about in notice.about) for about in About}
    listed = {about: notices for about, notices in groups.items() if notices}
    return listed if len(listed) > 1 else {}


def about_label(about: About) -> str:
    """Return the people in one word: `Children`."""
    return _(_LABELS[about])


def news_heading(about: About) -> str:
    """Return the heading of a list of news: `News about children`."""
    return _(_HEADINGS[about])


def news_description(about: About) -> str:
    """Return one sentence about the list, for search engines and previews."""
    return _(_DESCRIPTIONS[about])

"""The slides of one briefing: each part of its text fills the window, and is printed with room for notes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.languages import gettext as _
from generator.model import Briefing, Library, PageKind, addresses
from generator.render.views.page_view import PageView, content_warning, status_view
from generator.render.views.record_language import language_attributes


def briefings_with_slides(library: Library) -> Iterator[Briefing]:
    """Yield the briefings that have the text of their parts, if the site has a frame for slides."""
    yield from (briefing for briefing in library.briefings if library.shows_as_slides(briefing))


def title_of_slides(briefing: Briefing, library: Library) -> str:
    """Return the title of the slides of a briefing."""
    return _("Slides: {title}").format(title=library.page_title(briefing))


def slides_page(briefing: Briefing, library: Library) -> PageView:
    """Return the slides of a briefing. Search engines are asked not to list them, because the briefing is listed."""
    title = library.page_title(briefing)
    return PageView(
        template="slides.html",
        address=addresses.slides(briefing.id),
        title=title_of_slides(briefing, library),
        description=_("{title}, one part on each slide, to show to a team or to print as a handout.").format(
            title=title
        ),
        body={
            "title": briefing.title,
            "kicker": briefing.kicker,
            "briefing_address": addresses.briefing(briefing.id),
            "sections": [{"heading": section.heading, "body": section.body} for section in briefing.sections],
            "questions": list(briefing.questions),
            **content_warning(briefing, library),
            **status_view(briefing, library),
            "own": language_attributes(briefing, library),
        },
        kind=PageKind.BRIEFING,
    )

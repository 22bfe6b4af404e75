"""The fields that every page has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.markdown import join_words
from generator.model import About, Briefing, Case, Library, Notice, PageKind, PartialDate, Publication, addresses
from generator.model.content_warnings import sensitive_topics
from generator.model.last_change import last_change
from generator.model.urgent_contacts import helplines_for, numbers_needed
from generator.render.views.cards import contact_views


@dataclass(frozen=True, slots=True)
class PageView:
    """One page before it is rendered. All of its values may be published."""

    template: str
    address: addresses.Address
    title: str
    description: str
    """One or two plain sentences for search engines and previews."""

    body: dict[str, object]
    """The values for the template: plain values only."""

    json_ld: dict[str, object] = field(default_factory=dict)
    toc: tuple[tuple[str, str], ...] = ()
    """Anchor and label of each section, for the table of contents."""

    kind: PageKind = PageKind.PAGE
    about: tuple[About, ...] = ()
    """The people whose numbers are at the foot of the page: children, adults or both. Empty shows all numbers."""

    cited: tuple[tuple[str, str], ...] = ()
    """Metadata for reference managers: names and contents. Empty for a page that is not cited separately."""


class PageSource(NamedTuple):
    """What a page is made from, before anything of it is made."""

    address: addresses.Address
    is_indexed: bool
    """True if search engines may list the page."""

    view: Callable[[], PageView]
    title: Callable[[], str] | None = None
    """Returns the title of the page, if that takes less time than making its view."""


def partnership_context(library: Library) -> dict[str, object]:
    """Return the details of the partnership for every template."""
    partnership = library.partnership
    return {
        "partnership": partnership.name,
        "library_name": partnership.library_name,
        "contact_address": addresses.CONTACT,
        # Empty if there is no way to ask: a page then promises nothing.
        "documents_address": addresses.ASK_FOR_DOCUMENTS if partnership.documents_contact else "",
        "language": partnership.language,
    }


def status_view(record: Publication, library: Library) -> dict[str, object]:
    """Return the status of a record, limited to what may be published."""
    return {
        "status": str(record.status),
        "is_draft": not record.is_public(library.today),
        "status_since": record.status_since.label if record.status_since else "",
        "status_reason": record.status_reason or "",
    }


def content_warning(record: Case | Briefing | Notice, library: Library) -> dict[str, object]:
    """Return the content warning of a page: its sensitive topics, and helplines for the people affected.

    Both are empty if the page needs no warning.
    """
    hard = sensitive_topics(record, library)
    helplines = helplines_for(library.partnership.helplines, numbers_needed(record, library))
    return {"sensitive_topics": join_words(hard), "helplines": contact_views(helplines) if hard else []}


def date_modified(
    record: Case | Briefing | Notice, published: PartialDate | None, library: Library
) -> dict[str, object]:
    """Return when a record last changed, for its structured data; empty if no change after publication is known."""
    changed = last_change(record, library.today)
    if changed is None or (published is not None and changed.first_day <= published.last_day):
        return {}
    return {"dateModified": changed.iso}

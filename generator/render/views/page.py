"""What every page has, whatever it shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model import Briefing, Case, Library, Notice, PageKind, Publication, addresses
from generator.model.hard_subjects import hard_subjects
from generator.model.who_to_call import contacts_for, numbers_needed
from generator.prose import in_a_row
from generator.render.views.cards import contact_views


@dataclass(frozen=True, slots=True)
class PageView:
    """One page before it is rendered. Everything in it may be published."""

    template: str
    address: addresses.Address
    title: str
    description: str
    """One or two plain sentences for search engines and previews."""

    body: dict[str, object]
    """What the template shows: plain values only."""

    json_ld: dict[str, object] = field(default_factory=dict)
    toc: tuple[tuple[str, str], ...] = ()
    """Anchor and label of each section."""

    kind: PageKind = PageKind.PAGE
    cited: tuple[tuple[str, str], ...] = ()
    """What reference managers read: names and contents. Empty for a page that is not cited by itself."""


def common(library: Library) -> dict[str, object]:
    """What every template may show of the partnership."""
    partnership = library.partnership
    return {
        "partnership": partnership.name,
        "library_name": partnership.library_name,
        "contact_address": addresses.CONTACT,
    }


def state_of(record: Publication, library: Library) -> dict[str, object]:
    """Where a record stands, and what the public may know of it."""
    return {
        "status": str(record.status),
        "is_draft": not record.is_public(library.today),
        "status_since": record.status_since.label if record.status_since else "",
        "status_reason": record.status_reason or "",
    }


def hard_to_read(record: Case | Briefing | Notice, library: Library) -> dict[str, object]:
    """The content note of a page: what the page speaks about, and helplines for the people whom it is about.

    Both are empty where the page needs no note.
    """
    hard = hard_subjects(record, library)
    helplines = contacts_for(library.partnership.helplines, numbers_needed(record, library))
    return {"speaks_about": in_a_row(hard), "helplines": contact_views(helplines) if hard else []}

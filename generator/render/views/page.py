"""What every page has, whatever it shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model import Library, addresses
from generator.render.views.cards import desk_view


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

    indexed: bool = True
    """False for a page that search engines should leave out: withdrawn, or a draft in a preview."""


def common(library: Library) -> dict[str, object]:
    """What every template may show of the partnership."""
    partnership = library.partnership
    return {
        "partnership": partnership.name,
        "area": partnership.area,
        "library_name": partnership.library_name,
        "documents_contact": desk_view(partnership.documents_contact),
        "contact_address": addresses.CONTACT,
    }

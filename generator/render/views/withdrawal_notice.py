"""The page of a withdrawn record: its address, its name and the reason."""

from __future__ import annotations

from generator.languages import gettext as _
from generator.model import Briefing, Case, Library, Notice, address_of, title_of
from generator.model.urgent_contacts import numbers_needed
from generator.model.vocabulary import REVIEW
from generator.render.views.page_view import PageView


def withdrawn_page(record: Case | Briefing | Notice, library: Library) -> PageView:
    """Return a page that says what was withdrawn from this address and why. Search engines must not index it."""
    if isinstance(record, Case):
        what = library.vocabulary.type_label(record.type, not_stated=_(REVIEW))
    elif isinstance(record, Briefing):
        what = record.series.label
    else:
        what = library.vocabulary.notice_kind[record.kind].label
    name = title_of(record)
    body: dict[str, object] = {
        "name": name,
        "what": what,
        "reason": record.status_reason or "",
        "since": record.status_since.label if record.status_since else "",
    }
    description = _("{name} has been withdrawn by {partnership}.").format(
        name=name, partnership=library.partnership.name
    )
    address = address_of(record, library.vocabulary)
    return PageView(
        "withdrawn.html", address, library.page_title(record), description, body, about=numbers_needed(record, library)
    )

"""The numbers at the foot of every page: whom to call, and who to talk to."""

from __future__ import annotations

from collections.abc import Collection

from generator.model import About, Library, addresses
from generator.model.urgent_contacts import contacts_for, helplines_for
from generator.render.views.cards import contact_views


def urgent_numbers(library: Library, about: Collection[About]) -> dict[str, object]:
    """Return the contacts and helplines for these people. Empty `about`: all of them.

    `has_more` is true if the contact page has numbers that are not among these.
    """
    partnership = library.partnership
    contacts, helplines = contacts_for(partnership.contacts, about), helplines_for(partnership.helplines, about)
    every = len(partnership.contacts) + len(partnership.helplines)
    return {
        "contacts": contact_views(contacts),
        "helplines": contact_views(helplines),
        "has_more": len(contacts) + len(helplines) < every and library.has_all_numbers,
        "more_at": addresses.WHO_TO_CALL,
        "privacy_address": addresses.PRIVACY,
    }

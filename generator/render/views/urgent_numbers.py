"""The numbers at the foot of every page: whom to call, and who to talk to."""

from __future__ import annotations

from collections.abc import Collection

from generator.model import About, Partnership, addresses
from generator.model.urgent_contacts import contacts_for, helplines_for
from generator.render.views.cards import contact_views


def urgent_numbers(partnership: Partnership, about: Collection[About]) -> dict[str, object]:
    """Return the contacts and helplines for these people. Empty `about`: all of them.

    `has_more` is true if the contact page has numbers that are not among these.
    """
    contacts, helplines = contacts_for(partnership.contacts, about), helplines_for(partnership.helplines, about)
    every = len(partnership.contacts) + len(partnership.helplines)
    return {
        "contacts": contact_views(contacts),
        "helplines": contact_views(helplines),
        "has_more": len(contacts) + len(helplines) < every,
        "privacy_address": addresses.PRIVACY,
    }

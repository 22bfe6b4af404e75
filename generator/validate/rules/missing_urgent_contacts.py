"""Checks that there is a contact for the people whom the published reviews are about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records
from generator.model.facets import CHILD_OR_ADULT, audience_groups
from generator.model.urgent_contacts import is_emergency, people_of


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V314 at the partnership's contacts, once for children and once for adults.

    Only if a review that is not withdrawn is about them, and no contact except the emergency services is.
    """
    if records.partnership is None or records.vocabulary is None:
        return
    words = records.vocabulary.record
    contacts = records.partnership.record.contacts
    known = {each for contact in contacts if not is_emergency(contact) for each in people_of(contact)}
    for about in CHILD_OR_ADULT:
        if about in known:
            continue
        cases = (each.record for each in records.cases if not each.record.is_withdrawn)
        case = next((each for each in cases if about in audience_groups(each, each.harms, words)), None)
        if case is not None:
            message = f'no contact is for worries about {about}, and the review "{case.name}" is about {about}'
            hint = f"add the number to call, with about: [{about}]"
            yield rule("V314").diagnostic(message, records.partnership.raw.location_of("contacts", key=True), hint)

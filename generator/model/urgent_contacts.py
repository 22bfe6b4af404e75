"""Which telephone numbers belong next to a record: those for children, those for adults, or both."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from generator.model.briefing import Briefing
from generator.model.case import Case
from generator.model.facets import CHILD_OR_ADULT, audience_groups, case_of_lessons
from generator.model.library import Library
from generator.model.notice import Notice
from generator.model.partnership import Contact
from generator.model.publication import About
from generator.model.vocabulary import Vocabulary

_EMERGENCY: Final = ("999", "112")
"""The national emergency numbers. They are in every list, whatever the contact's `about` says."""


def numbers_needed(record: Case | Briefing | Notice, library: Library) -> tuple[About, ...]:
    """Return whether a reader of this record needs the numbers for children, for adults, or both.

    Empty if no source gives an answer: the numbers for both are then shown. The first of these that gives an answer
    decides: the record's own `about`; the type of the review; the harms; for a briefing on a topic its audience, and
    then the reviews that list it, if all of them give an answer. A briefing of a case has the answer of its case.
    """
    words = library.vocabulary
    if record.about:
        return audience_groups(record, (), words)
    case = case_of_lessons(record, library)
    if case is not None:
        return audience_groups(case, case.harms, words)
    groups = audience_groups(record, record.harms, words)
    if groups or not isinstance(record, Briefing):
        return groups
    return _audience_groups(record, words) or needed_for_all(
        numbers_needed(case, library) for case in library.cases_of.get(record.id, ())
    )


def needed_for_all(needed: Iterable[tuple[About, ...]]) -> tuple[About, ...]:
    """Return the numbers that several records need together.

    Empty (show both) if one does not say, or there are none.
    """
    found: set[About] = set()
    for about in needed:
        if not about:
            return ()
        found.update(about)
        if found.issuperset(CHILD_OR_ADULT):
            break
    return tuple(group for group in CHILD_OR_ADULT if group in found)


def contacts_for(contacts: Iterable[Contact], about: Collection[About], most: int | None = None) -> tuple[Contact, ...]:
    """Return the contacts for these people, in the order of the partnership's list. Empty `about`: all contacts.

    A contact without an `about` is for everybody, and 999 is always in the list. `most` is the highest
    number of contacts to return. The first contact for children and the first for adults, if they are needed, are kept
    before all others except 999.
    """
    groups = tuple(group for group in CHILD_OR_ADULT if not about or group in about or About.FAMILIES in about)
    suitable = [contact for contact in contacts if _is_for(contact, groups)]
    if most is None or len(suitable) <= most:
        return tuple(suitable)
    emergency = [contact for contact in suitable if is_emergency(contact)]
    others = [contact for contact in suitable if not is_emergency(contact)]
    firsts = [contact for group in groups for contact in _first_for(group, others)]
    selected = list(dict.fromkeys([*emergency, *firsts, *others]))[:most]
    return tuple(contact for contact in suitable if contact in selected)


def helplines_for(helplines: Iterable[Contact], about: Collection[About]) -> tuple[Contact, ...]:
    """Return the helplines for these people. Those that are only for them come first: Childline for a child.

    Otherwise the order is that of the partnership's list, which is also the order for children and adults together.
    """
    suitable = contacts_for(helplines, about)
    if About.FAMILIES in about or len(about) != 1:
        return suitable
    return tuple(sorted(suitable, key=lambda helpline: len(people_of(helpline))))


def _first_for(people: About, contacts: Iterable[Contact]) -> list[Contact]:
    """Return the first contact that is only for these people, or else the first that is also for them."""
    suitable = [contact for contact in contacts if people in people_of(contact)]
    return sorted(suitable, key=lambda contact: len(people_of(contact)))[:1]


def people_of(contact: Contact) -> tuple[About, ...]:
    """Return the people a contact is for: children, adults or both. A number for families is also for children."""
    if not contact.about or is_emergency(contact):
        return CHILD_OR_ADULT
    is_for_children = About.CHILDREN in contact.about or About.FAMILIES in contact.about
    known = {About.CHILDREN: is_for_children, About.ADULTS: About.ADULTS in contact.about}
    return tuple(group for group in CHILD_OR_ADULT if known[group])


def _is_for(contact: Contact, groups: Collection[About]) -> bool:
    return any(group in groups for group in people_of(contact))


def is_emergency(contact: Contact) -> bool:
    """Return True for 999 and 112."""
    return (contact.phone or "").replace(" ", "") in _EMERGENCY


def _audience_groups(briefing: Briefing, words: Vocabulary) -> tuple[About, ...]:
    """Return the people of the audiences; empty unless each audience is one of children or of adults."""
    audiences = [words.audience[audience].about for audience in briefing.audience if audience in words.audience]
    return needed_for_all(tuple(group for group in CHILD_OR_ADULT if group in about) for about in audiences)

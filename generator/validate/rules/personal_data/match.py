"""What the rules on identity have in common: what they find, and how it is told or accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model import Records


@dataclass(frozen=True, slots=True)
class Match:
    """A piece of text that may tell who somebody is."""

    text: str
    """As it is written."""

    message: str
    """What it looks like, before the text: `this looks like an NHS number`."""

    hint: str


@dataclass(frozen=True, slots=True)
class PublicKnowledge:
    """What is public in any case, and so gives nobody away."""

    phones: frozenset[str] = frozenset()
    """The partnership's and the helplines' numbers, digits alone."""

    emails: frozenset[str] = frozenset()
    """The partnership's addresses, and the host of its site with an `@` before it, in small letters."""

    people: frozenset[str] = frozenset()
    """The names in small letters that a case tells of: its own, and those that it declares."""


Check = Callable[[str, PublicKnowledge], Iterator[Match]]


def known_of(records: Records) -> PublicKnowledge:
    """What the partnership's record makes public."""
    if records.partnership is None:
        return PublicKnowledge()
    partnership = records.partnership.record
    desks = (partnership.documents_contact, partnership.feedback, partnership.sign_up, partnership.older_reports)
    given = [each for each in desks if each is not None]
    phones = [each.phone for each in (*partnership.contacts, *partnership.helplines)] + [each.phone for each in given]
    host = (partnership.website or "").partition("://")[2].partition("/")[0].removeprefix("www.")
    emails = {each.email.lower() for each in given if each.email is not None}
    return PublicKnowledge(
        frozenset(digits_of(each) for each in phones if each is not None),
        frozenset(emails | ({f"@{host.lower()}"} if host else set())),
    )


def digits_of(text: str) -> str:
    """The digits of a number, without what stands between them."""
    return "".join(each for each in text if each.isdigit())

"""Shared types of the rules on personal data: matches, and contact details and names that are already public."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model import Records
from generator.system import LazyPattern


@dataclass(frozen=True, slots=True)
class Match:
    """A piece of text that may identify a person."""

    text: str
    """The text as it is written."""

    message: str
    """The message before the text: `this looks like an NHS number`."""

    hint: str


@dataclass(frozen=True, slots=True)
class PublicKnowledge:
    """Contact details and names that are already public, and so identify no one else."""

    phones: frozenset[str] = frozenset()
    """The phone numbers of the partnership and the helplines, only digits."""

    emails: frozenset[str] = frozenset()
    """The partnership's addresses, and the host of its site with an `@` before it, in lower case."""

    people: frozenset[str] = frozenset()
    """The names in a case, in lower case: its own name, and the names that it declares."""


@dataclass(frozen=True, slots=True)
class Check:
    """A search for one kind of match."""

    find: Callable[[str, PublicKnowledge], Iterator[Match]]

    stems: tuple[str, ...] = ()
    """Every match contains one of them, as `StemIndex` finds them. Empty if a match may have any words."""

    trace: LazyPattern | None = None
    """A fast pattern. Every text with a match has a match of it as well."""

    def has_trace(self, text: str) -> bool:
        """Return False for a text that has no match."""
        return self.trace is None or self.trace.search(text) is not None


def known_of(records: Records) -> PublicKnowledge:
    """Return the contact details that the partnership's record makes public."""
    if records.partnership is None:
        return PublicKnowledge()
    partnership = records.partnership.record
    desks = (partnership.documents_contact, partnership.feedback, partnership.sign_up, partnership.older_reports)
    given = [desk for desk in desks if desk is not None]
    phones = [each.phone for each in (*partnership.contacts, *partnership.helplines)] + [each.phone for each in given]
    host = (partnership.website or "").partition("://")[2].partition("/")[0].removeprefix("www.")
    emails = {each.email.lower() for each in given if each.email is not None}
    return PublicKnowledge(
        frozenset(digits_of(phone) for phone in phones if phone is not None),
        frozenset(emails | ({f"@{host.lower()}"} if host else set())),
    )


def digits_of(text: str) -> str:
    """Return the digits of a number, without the characters between them."""
    return "".join(sign for sign in text if sign.isdigit())

"""The address of a record's page, and its title."""

from __future__ import annotations

from generator.model import addresses
from generator.model.briefing import Briefing
from generator.model.bulletin import Bulletin
from generator.model.case import Case
from generator.model.notice import Notice
from generator.model.vocabulary import Vocabulary


def address_of(record: Case | Briefing | Notice, vocabulary: Vocabulary | None) -> addresses.Address:
    """Return the address of a record's page. A notice of unknown kind is treated as news."""
    if isinstance(record, Case):
        return addresses.review(record.id)
    if isinstance(record, Briefing):
        return addresses.briefing(record.id)
    kind = vocabulary.notice_kind.get(record.kind) if vocabulary is not None else None
    return addresses.notice(record.id, kind.shelf if kind is not None else "news")


def title_of(record: Case | Briefing | Notice | Bulletin) -> str:
    """Return the name of a case, or the title of another record, as it is written in the record."""
    return record.name if isinstance(record, Case) else record.title

"""What is cited, whatever the form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.model import Briefing, Case, Library, PartialDate, addresses

_GAPS: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Citation:
    """One review or briefing. Every text is a single line."""

    key: str
    """`review-grace`: unlike every other of the library, in letters that every program takes."""

    author: str
    """The partnership: an organisation, never a person's name."""

    title: str
    """With what it is: `Grace: Child Safeguarding Practice Review`."""

    kind: str
    """`Report` or `Briefing`."""

    dated: PartialDate | None
    """None where no source says, and then no form says a year."""

    reviewer: str
    """The lead reviewer or reviewers as the report names them; empty where it names none."""

    collection: str
    """The library that it stands in."""

    address: str
    """In full."""

    file_name: str
    """What a file about it is called, without its ending: `grace`."""


def cite_case(case: Case, library: Library) -> Citation:
    """A review."""
    title = f"{case.name}: {library.vocabulary.type[case.type].label}"
    address = addresses.review(case.id)
    return _cited(library, "review", case.id, title, "Report", case.published, address, case.reviewer or "")


def cite_briefing(briefing: Briefing, library: Library) -> Citation:
    """A briefing, with the date of its last change."""
    title = f"{briefing.title}: {briefing.series.label}"
    return _cited(library, "briefing", briefing.id, title, "Briefing", briefing.latest, addresses.briefing(briefing.id))


def _cited(
    library: Library,
    what: str,
    identity: str,
    title: str,
    kind: str,
    dated: PartialDate | None,
    address: addresses.Address,
    reviewer: str = "",
) -> Citation:
    return Citation(
        key=f"{what}-{identity}",
        author=_one_line(library.partnership.name),
        title=_one_line(title),
        kind=kind,
        dated=dated,
        reviewer=_one_line(reviewer),
        collection=_one_line(library.partnership.library_name),
        address=library.site_url + address,
        file_name=identity,
    )


def _one_line(text: str) -> str:
    """Line breaks and control characters would end a field."""
    return _GAPS.sub(" ", text).strip()

"""The data of a citation, independent of its format."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from generator.languages import gettext as _
from generator.model import Briefing, Case, Library, PartialDate, addresses
from generator.model.published_recommendation import PublishedRecommendation
from generator.model.vocabulary import REVIEW

_GAPS: Final = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Citation:
    """The citation of one review or briefing. Every text is a single line."""

    key: str
    """A key that is unique in the library, with characters that every program accepts: `review-grace`."""

    author: str
    """The partnership, or the library for its own text: an organisation, never a person's name."""

    title: str
    """The title with the kind of publication: `Grace: Child Safeguarding Practice Review`."""

    kind: str
    """`Report` or `Briefing`."""

    dated: PartialDate | None
    """None if no source gives a date. Then no format includes a year."""

    reviewer: str
    """The lead reviewer or reviewers as the report names them; empty if it names none."""

    collection: str
    """The name of the library that contains it."""

    address: str
    """The absolute address."""

    file_name: str
    """The name of a citation file, without the extension: `grace`."""

    language: str = "en-GB"
    """The language of the review or briefing: `en-GB`."""


def cite_case(case: Case, library: Library) -> Citation:
    """Return the citation of a review."""
    kind = library.vocabulary.type_label(case.type, not_stated=_(REVIEW).lower())
    title = _with_subtitle(case.name, case.subtitle, kind)
    address = addresses.review(case.id)
    return _cited(
        library, "review", case.id, case.language, title, "Report", case.published, address, case.reviewer or ""
    )


def cite_recommendation(published: PublishedRecommendation, title: str, library: Library) -> Citation:
    """Return the citation of a recommendation as a part of its review: with the date and author of the review."""
    case, identity = published.case, published.recommendation.id
    kind = library.vocabulary.type_label(case.type, not_stated=_(REVIEW).lower())
    return _cited(
        library,
        "recommendation",
        f"{case.id}-{identity}",
        case.language,
        f"{title} ({kind})",
        "Report",
        case.published,
        published.address,
        case.reviewer or "",
    )


def cite_briefing(briefing: Briefing, library: Library) -> Citation:
    """Return the citation of a briefing, with the date of its last change.

    The author of a text that the library wrote is the library, and the date is that of the text.
    """
    title = _with_subtitle(briefing.title, briefing.subtitle, briefing.kind_cited)
    address = addresses.briefing(briefing.id)
    dated, identity = briefing.latest_text, briefing.id
    cited = _cited(library, "briefing", identity, briefing.language, title, "Briefing", dated, address)
    return replace(cited, author=cited.collection) if briefing.written_by.is_library_text else cited


def _with_subtitle(name: str, subtitle: str | None, kind: str) -> str:
    return f"{name}: {subtitle} ({kind})" if subtitle else f"{name}: {kind}"


def _cited(
    library: Library,
    what: str,
    identity: str,
    language: str | None,
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
        language=language or library.partnership.language,
    )


def _one_line(text: str) -> str:
    """Replace line breaks and control characters, because they would end a field."""
    return _GAPS.sub(" ", text).strip()

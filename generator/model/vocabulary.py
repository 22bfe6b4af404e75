"""The closed vocabularies. They are data of the partnership, not code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from generator.model.briefing_series import BriefingSeries
from generator.model.bulletin import BulletinSection
from generator.model.publication import About
from generator.model.record_model import Line, RecordModel
from generator.model.steps import Step
from generator.model.term import Term


class ReviewType(Term):
    """A type of review: CSPR, SAR, ALR and the like."""

    abbreviation: Line | None = None
    about: tuple[About, ...] = ()
    steps: tuple[Step, ...] = ()
    """The steps around publication that this type of review requires; empty if no steps are checked."""


class Topic(Term):
    """A subject of a record."""

    helpline: bool = False
    """True if a page on it needs a content note with its name and the contacts for help."""

    content_note: Line | None = None
    """The wording in that note: `suicide` for the theme "Suicide awareness". None for the label."""

    @property
    def in_a_sentence(self) -> str:
        """The wording in a content note.

        A label begins with a lower-case letter there, except an acronym such as FGM.
        """
        if self.content_note is not None:
            return self.content_note
        return self.label if self.label[1:2].isupper() else self.label[0].lower() + self.label[1:]


class Harm(Topic):
    """What happened to someone: a child incident type or an adult abuse type."""

    about: tuple[About, ...] = ()
    group: Line | None = None


class Audience(Term):
    """A group of readers of a briefing or a resource."""

    about: tuple[About, ...] = ()
    """The people whose telephone numbers a briefing for this audience only shows; empty if it does not decide them."""


class DocumentKind(Term):
    """A kind of document: report, statement, form and the like. The label is written as inside a sentence."""

    names_type: bool = False
    """True if labels of documents also include the review type."""


class NoticeSection(StrEnum):
    """The section of the site that lists a notice."""

    NEWS = "news"
    RESOURCES = "resources"


class NoticeKind(Term):
    """A kind of notice: news, policy, event, training, tool and the like."""

    shelf: NoticeSection = NoticeSection.NEWS
    section: BulletinSection | None = None
    """Its section in a bulletin; None for the usual one of its section of the site."""

    @property
    def in_bulletins(self) -> BulletinSection:
        """Its section in a bulletin."""
        usual = {NoticeSection.NEWS: BulletinSection.NEWS, NoticeSection.RESOURCES: BulletinSection.GUIDES}
        return self.section or usual[self.shelf]


AnyTerm = TypeVar("AnyTerm", bound=Term)


def _by_id(terms: Iterable[AnyTerm]) -> Mapping[str, AnyTerm]:
    return {term.id: term for term in terms}


class Vocabulary(RecordModel):
    """`content/vocabulary.yml`."""

    review_types: tuple[ReviewType, ...] = ()
    briefing_series: tuple[BriefingSeries, ...] = ()
    """The series of briefings, in the order in which lists show them."""

    harms: tuple[Harm, ...] = ()
    themes: tuple[Topic, ...] = ()
    document_kinds: tuple[DocumentKind, ...] = ()
    audiences: tuple[Audience, ...] = ()
    notice_kinds: tuple[NoticeKind, ...] = ()
    synonyms: tuple[tuple[Line, ...], ...] = ()
    """Synonyms for the search, in addition to those that the terms define."""

    @cached_property
    def type(self) -> Mapping[str, ReviewType]:
        """Review types by id."""
        return _by_id(self.review_types)

    @cached_property
    def series(self) -> Mapping[str, BriefingSeries]:
        """Series of briefings by id."""
        return _by_id(self.briefing_series)

    @cached_property
    def harm(self) -> Mapping[str, Harm]:
        """Harms by id."""
        return _by_id(self.harms)

    @cached_property
    def theme(self) -> Mapping[str, Topic]:
        """Themes by id."""
        return _by_id(self.themes)

    @cached_property
    def document_kind(self) -> Mapping[str, DocumentKind]:
        """Document kinds by id."""
        return _by_id(self.document_kinds)

    @cached_property
    def audience(self) -> Mapping[str, Audience]:
        """Audiences by id."""
        return _by_id(self.audiences)

    @cached_property
    def notice_kind(self) -> Mapping[str, NoticeKind]:
        """Notice kinds by id."""
        return _by_id(self.notice_kinds)

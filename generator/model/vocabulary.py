"""The closed lists: data of the partnership, never code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from generator.model.bulletin import BulletinSection
from generator.model.publication import About
from generator.model.record import Line, Shape, Slug, Text
from generator.model.steps import Step


class Term(Shape):
    """One word of a closed list. Its id never changes once published."""

    id: Slug
    label: Line
    plural: Line | None = None
    description: Text | None = None
    source: Text | None = None
    also_known_as: tuple[Line, ...] = ()


class ReviewType(Term):
    """CSPR, SAR, ALR and the like."""

    abbreviation: Line | None = None
    about: tuple[About, ...] = ()
    steps: tuple[Step, ...] = ()
    """The steps around publication that such a review has to take; empty where nothing is looked at."""


class Subject(Term):
    """What a record is about."""

    helpline: bool = False
    """True if a page on it begins with a note that names it and says who to call."""

    content_note: Line | None = None
    """How that note names it: `suicide` for the theme "Suicide awareness". None: by its label."""

    @property
    def in_a_sentence(self) -> str:
        """How a content note names it. A label begins with a small letter there, except for an acronym such as FGM."""
        if self.content_note is not None:
            return self.content_note
        return self.label if self.label[1:2].isupper() else self.label[0].lower() + self.label[1:]


class Harm(Subject):
    """What happened to someone: a child incident type or an adult abuse type."""

    about: tuple[About, ...] = ()
    group: Line | None = None


class Audience(Term):
    """Who reads a briefing or a resource."""

    about: tuple[About, ...] = ()
    """Whose numbers to show in a briefing for these readers alone; empty when the audience does not decide it."""


class DocumentKind(Term):
    """Report, statement, form and the like; the label as it stands inside a sentence."""

    names_type: bool = False
    """True where the label names the review type as well."""


class Shelf(StrEnum):
    """Where a notice is found."""

    NEWS = "news"
    RESOURCES = "resources"


class NoticeKind(Term):
    """News, policy, event, training, tool and the like."""

    shelf: Shelf = Shelf.NEWS
    section: BulletinSection | None = None
    """Where it stands in a bulletin; None for the usual place of its shelf."""

    @property
    def in_bulletins(self) -> BulletinSection:
        """Where it stands in a bulletin."""
        usual = {Shelf.NEWS: BulletinSection.NEWS, Shelf.RESOURCES: BulletinSection.GUIDES}
        return self.section or usual[self.shelf]


AnyTerm = TypeVar("AnyTerm", bound=Term)


def _by_id(terms: Iterable[AnyTerm]) -> Mapping[str, AnyTerm]:
    return {each.id: each for each in terms}


class Vocabulary(Shape):
    """`content/vocabulary.yml`."""

    review_types: tuple[ReviewType, ...] = ()
    harms: tuple[Harm, ...] = ()
    themes: tuple[Subject, ...] = ()
    document_kinds: tuple[DocumentKind, ...] = ()
    audiences: tuple[Audience, ...] = ()
    notice_kinds: tuple[NoticeKind, ...] = ()
    synonyms: tuple[tuple[Line, ...], ...] = ()
    """Words that mean the same to whoever searches, beside those that the terms themselves bring."""

    @cached_property
    def type(self) -> Mapping[str, ReviewType]:
        """Review types by id."""
        return _by_id(self.review_types)

    @cached_property
    def harm(self) -> Mapping[str, Harm]:
        """Harms by id."""
        return _by_id(self.harms)

    @cached_property
    def theme(self) -> Mapping[str, Subject]:
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

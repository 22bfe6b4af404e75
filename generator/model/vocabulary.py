"""The closed vocabularies. They are data of the partnership, not code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Final, TypeVar, get_args

from pydantic import Field, model_validator

from generator.languages import active_catalogue, dates, message
from generator.languages import gettext as _
from generator.model.annual_report_duties import AnnualReport
from generator.model.briefing_series import BriefingSeries
from generator.model.bulletin import BulletinSection
from generator.model.coversheet import Coversheet
from generator.model.destinations import Destination, Recipient, Repository
from generator.model.joint_steps import joint_steps
from generator.model.nation import Nation
from generator.model.pinned_answer import PinnedAnswer
from generator.model.publication import About
from generator.model.recommendation import Agency, RecommendationStatus
from generator.model.record_model import Line, RecordModel, Slug
from generator.model.review_type import JointType, ReviewType, with_values_of_parent
from generator.model.steps import Step
from generator.model.term import Term

TYPE_NOT_STATED: Final = message("Type not stated")
"""The label of the type of a review whose sources do not state it."""

REVIEW: Final = message("Review")
"""The words for its type in a title or a sentence, where "Type not stated" would not read well."""

TYPE_NOT_STATED_ID: Final = "not-stated"
"""The last part of the address of the list of these reviews. No review type can have this id."""


class Topic(Term):
    """A subject of a record."""

    helpline: bool = False
    """True if a page on it needs a content note with its name and the contacts for help."""

    content_note: Line | None = None
    """The wording in that note: `suicide` for the theme "Suicide awareness". None for the label."""

    named_first: bool = False
    """True if a content note names it before other subjects: suicide, or a death."""

    @property
    def in_a_sentence(self) -> str:
        """The wording in a content note."""
        return self.content_note or super().in_a_sentence


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

    replaces_report: bool = False
    """True for the information about improvements that is published if the report of a review is not."""

    answers_recommendations: bool = False
    """True for a response to recommendations, such as an action plan: it may have `answers`."""


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
    """`content/vocabulary.yml`, with the terms of the packs that it uses."""

    use: tuple[Slug, ...] = ()
    """The vocabulary packs whose terms the site has, in this order. Its own terms replace theirs, field by field."""

    leave_out: dict[str, tuple[Line, ...]] = Field(default_factory=dict)
    """The ids of the packs' terms that the site does not have, by the name of the list."""

    order: dict[str, tuple[Slug, ...]] = Field(default_factory=dict)
    """The ids of the terms that come first in their list, by the name of the list. The others follow."""

    review_types: tuple[ReviewType, ...] = ()
    joint_types: tuple[JointType, ...] = ()
    """The names of joint reviews. A joint review without an entry has the labels of its types, joined by "and"."""

    briefing_series: tuple[BriefingSeries, ...] = ()
    """The series of briefings, in the order in which lists show them."""

    harms: tuple[Harm, ...] = ()
    themes: tuple[Topic, ...] = ()
    document_kinds: tuple[DocumentKind, ...] = ()
    audiences: tuple[Audience, ...] = ()
    notice_kinds: tuple[NoticeKind, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    """The bodies that get a copy of a report before publication."""

    repositories: tuple[Repository, ...] = ()
    """The collections that a report is sent to after publication."""

    agencies: tuple[Agency, ...] = ()
    """The organisations that recommendations are addressed to."""

    recommendation_statuses: tuple[RecommendationStatus, ...] = ()
    """The statuses of recommendations, in the order in which summaries name them."""

    annual_reports: tuple[AnnualReport, ...] = ()
    """The annual reports that must say something about reviews, and what. Empty if no source says so."""

    coversheets: tuple[Coversheet, ...] = ()
    """What repositories ask for with a report, for the report pack."""

    show_unused: tuple[Line, ...] = ()
    """The lists in which terms of packs are shown even if no public record has them."""

    nation: Nation | None = None
    """The nation that the packs are for, which decides the bank holidays unless `partnership.yml` names one."""

    synonyms: tuple[tuple[Line, ...], ...] = ()
    """Synonyms for the search, in addition to those that the terms define."""

    pinned_answers: tuple[PinnedAnswer, ...] = ()
    """The pages that the search shows first for certain words, in addition to what it finds."""

    @model_validator(mode="after")
    def _find_destinations(self) -> Vocabulary:
        for review_type in self.review_types:
            review_type.find_destinations(self.recipients, self.repositories)
        return self

    @cached_property
    def destination(self) -> Mapping[str, Destination]:
        """Recipients and repositories by id."""
        return {each.id: each for each in (*self.recipients, *self.repositories)}

    @cached_property
    def type(self) -> Mapping[str, ReviewType]:
        """Review types by id. A variant has the `about` and `steps` of its parent unless it gives its own."""
        as_written = _by_id(self.review_types)
        types = {identity: with_values_of_parent(each, as_written) for identity, each in as_written.items()}
        for review_type in types.values():
            review_type.find_destinations(self.recipients, self.repositories)
        return types

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

    @property
    def kinds_replacing_report(self) -> tuple[str, ...]:
        """The ids of the document kinds that are published if the report of a review is not."""
        return tuple(kind.id for kind in self.document_kinds if kind.replaces_report)

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

    @cached_property
    def agency(self) -> Mapping[str, Agency]:
        """Agencies by id."""
        return _by_id(self.agencies)

    @cached_property
    def recommendation_status(self) -> Mapping[str, RecommendationStatus]:
        """Statuses of recommendations by id."""
        return _by_id(self.recommendation_statuses)

    def coversheets_of(self, types: Iterable[str]) -> tuple[Coversheet, ...]:
        """Return the coversheets of the repositories that get the report of a case with these types."""
        to = {each.id for each in self.destinations_of(types)}
        return tuple(each for each in self.coversheets if each.repository in to)

    def type_label(self, types: tuple[str, ...], not_stated: str = TYPE_NOT_STATED) -> str:
        """Return the label of a case's types: one label for a joint review, `not_stated` if there are no types.

        An unknown id is its own label; a diagnostic reports it.
        """
        if not types:
            return _(not_stated) if not_stated == TYPE_NOT_STATED else not_stated
        key = (types, active_catalogue().tag)
        if key not in self._labels_of_types:
            joint = next((each for each in self.joint_types if set(each.types) == set(types)), None)
            labels = [joint.label] if joint is not None else [self._label(each) for each in self.in_order(types)]
            self._labels_of_types[key] = dates.join_list(labels)
        return self._labels_of_types[key]

    @cached_property
    def _labels_of_types(self) -> dict[tuple[tuple[str, ...], str], str]:
        """Types and a language to their label: most reviews have one of a few types."""
        return {}

    def in_order(self, types: Iterable[str]) -> tuple[str, ...]:
        """Return types in the order of the vocabulary, unknown ones last. All joint reviews of two types look alike."""
        order = self._place_of_type
        return tuple(sorted(dict.fromkeys(types), key=lambda each: order.get(each, len(order))))

    @cached_property
    def _place_of_type(self) -> Mapping[str, int]:
        """The place of each type in the vocabulary."""
        return {identity: index for index, identity in enumerate(self.type)}

    def parent_types(self, types: Iterable[str]) -> tuple[str, ...]:
        """Return the types under which a case is listed, counted and filtered: the parent for a variant."""
        return tuple(dict.fromkeys(self._parent(each) or each for each in types))

    def types_with_parents(self, types: Iterable[str]) -> tuple[str, ...]:
        """Return the types whose pages list a case: its own, and the parents of variants."""
        written = tuple(types)
        return tuple(dict.fromkeys((*written, *self.parent_types(written))))

    def variants_of(self, type_id: str) -> tuple[ReviewType, ...]:
        """Return the variants of a review type, in the order of the vocabulary."""
        return tuple(each for each in self.review_types if each.variant_of == type_id)

    def steps_of(self, types: Iterable[str]) -> tuple[Step, ...]:
        """Return the steps around the publication of a case; the steps of all its types for a joint review."""
        steps = joint_steps([self.type[each].steps for each in dict.fromkeys(types) if each in self.type])
        for step in steps:
            step.find_destinations(self.recipients, self.repositories)
        return steps

    def destinations_of(self, types: Iterable[str]) -> tuple[Destination, ...]:
        """Return the bodies that get the report of a case with these types: those of each type for a joint review."""
        named = {each.id for identity in types if identity in self.type for each in self.type[identity].destinations}
        return tuple(each for each in (*self.recipients, *self.repositories) if each.id in named)

    def _label(self, type_id: str) -> str:
        return self.type[type_id].label if type_id in self.type else type_id

    def _parent(self, type_id: str) -> str | None:
        return self.type[type_id].variant_of if type_id in self.type else None


def _has_terms(annotation: object) -> bool:
    """Return True for a tuple of records with an id."""
    item = next(iter(get_args(annotation)), None)
    return isinstance(item, type) and issubclass(item, RecordModel) and "id" in item.model_fields


TERM_LISTS: Final = tuple(name for name, field in Vocabulary.model_fields.items() if _has_terms(field.annotation))
"""The lists of terms: every field of `Vocabulary` whose items have an id."""

"""The types of review, and the names of joint reviews."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import PrivateAttr

from generator.model.destinations import Destination, Recipient, Repository
from generator.model.process_stage import ProcessStage
from generator.model.publication import About
from generator.model.record_model import Line, RecordModel, Slug
from generator.model.steps import Step
from generator.model.term import Term


class ReviewType(Term):
    """A type of review: CSPR, SAR, ALR and the like."""

    abbreviation: Line | None = None
    about: tuple[About, ...] = ()
    steps: tuple[Step, ...] = ()
    """The steps around publication that this type of review requires; empty if no steps are checked."""

    process: tuple[ProcessStage, ...] = ()
    """The stages of such a review in order, for the slot `review-process`; empty if no page explains them."""

    sent_to: tuple[Slug, ...] = ()
    """The ids of recipients and repositories that get the report, in addition to those that `steps` names."""

    variant_of: Slug | None = None
    """The id of the type under which its reviews are listed and counted; None for a type of its own.

    A variant has the `about`, the `steps` and the `process` of that type unless it gives its own.
    """

    _destinations: tuple[Destination, ...] = PrivateAttr(default=())

    @property
    def destinations(self) -> tuple[Destination, ...]:
        """The bodies that get the report: recipients, then repositories, in the vocabulary's order."""
        return self._destinations

    def find_destinations(self, recipients: tuple[Recipient, ...], repositories: tuple[Repository, ...]) -> None:
        """Look up the bodies that the type and its steps name. The vocabulary calls this once, when it is loaded."""
        for step in self.steps:
            step.find_destinations(recipients, repositories)
        named = {*self.sent_to, *(each.id for step in self.steps for each in step.destinations)}
        self._destinations = tuple(each for each in (*recipients, *repositories) if each.id in named)


class JointType(RecordModel):
    """The name of a joint review of two or more types."""

    types: tuple[Slug, ...]
    label: Line
    plural: Line | None = None
    """The words for several of them, for the search; None if there are none."""

    abbreviation: Line | None = None
    """The short form, for the search; None if there is none."""


def with_values_of_parent(review_type: ReviewType, known: Mapping[str, ReviewType]) -> ReviewType:
    """Return a review type with the values of its parent, if it is a variant that gives none."""
    parent = known.get(review_type.variant_of or "")
    if parent is None:
        return review_type
    absent = {"about", "steps", "process", "sent_to"} - review_type.model_fields_set
    return review_type.model_copy(update={name: getattr(parent, name) for name in absent})

"""One published review, under a pseudonym."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.model.partial_date import PartialDate
from generator.model.publication import Publication
from generator.model.publication_state import PublicationState, YearOfReview, expected_label
from generator.model.recommendation import Finding, Recommendation, evidence_labels, prose_of
from generator.model.record_model import Line, Slug, Text, in_a_list
from generator.model.workflow import Workflow

ReviewTypeIds = Annotated[
    tuple[Slug, ...], Field(min_length=1), BeforeValidator(in_a_list, json_schema_input_type=Slug | list[Slug])
]
"""Ids of review types, written as one id (`sar`) or as a list (`[dardr, sar]`)."""


class Case(Publication):
    """A review of one or more people, or of a theme: `content/cases/<id>/case.yml`."""

    name: Line
    """The pseudonym, or the subject of a thematic review."""

    subtitle: Line | None = None
    """What tells it apart from others of its name, or says more than the name does; shown below the name."""

    type: ReviewTypeIds = ()
    """The review types of the vocabulary: several for a joint review, none if no source states the type.

    The type is never guessed. `Vocabulary.type_label` returns the label to show.
    """

    published: PartialDate | None = None
    """None if no source gives a date, and for a review with a `publication`; the page then says which."""

    publication: PublicationState | None = None
    """`not-yet` or `not-published` for a review without a published report. None for every other review."""

    expected: PartialDate | None = None
    """When the report is expected; for a review that is not published yet. None if that is not known."""

    commissioned: PartialDate | None = None
    """When it was decided to do the review, if that may be published. None if it is not known or not public."""

    concluded: PartialDate | None = None
    """When the review was finished; None if only the day of publication shows it."""

    summary: Text | None = None
    """The people and the events, in a sentence or two; None if no source has this. It is never invented."""

    story: Text | None = None
    summary_source: Line | None = None
    """Where summary and story come from, as prose that ends a sentence beginning with `From`. Shown to readers.

    `the [annual report 2022-23](notice:annual-report-2022-23)`. None if nobody has said.
    """

    learning: tuple[Text, ...] = ()
    practice: tuple[Text, ...] = ()
    community: tuple[Text, ...] = ()
    findings: tuple[Finding, ...] = ()
    """What the review found, for `finding` in a recommendation."""

    recommendations: tuple[Recommendation, ...] = ()
    """What the review says should be done, in its order, with what was done since. Empty if none are recorded."""

    briefings: tuple[Slug, ...] = ()
    """Briefings on topics, in reading order."""

    people: tuple[Line, ...] = ()
    """Pseudonyms, in addition to the case's own, that its texts may use. Not published as a list."""

    reviewer: Line | None = None
    """The lead reviewer, named on the published report."""

    also_known_as: tuple[Line, ...] = ()
    """Other names that people may search for. Published, and found by the search."""

    workflow: Workflow | None = None
    """The steps before publication. Never published."""

    @property
    def publication_date(self) -> PartialDate | None:
        """The known or planned publication date, for the steps around that day. Never shown to readers."""
        planned = self.workflow.planned if self.workflow is not None else None
        return self.published or (self.publish_on.day if self.publish_on is not None else None) or planned

    @property
    def conclusion(self) -> PartialDate | None:
        """When the review was finished, as far as the public record says: if nothing else, its publication shows it."""
        return self.concluded or self.published

    @property
    def state(self) -> PublicationState | None:
        """Why it has no date of publication; None if it has one, or if no source gives it."""
        if self.published is not None:
            return None
        return self.publication or (PublicationState.NOT_YET if self.expected is not None else None)

    @property
    def lacks_date(self) -> bool:
        """True if the page says that the date is not known; the day of a scheduled review is known."""
        return self.published is None and self.state is None and self.publish_on is None

    @property
    def year(self) -> YearOfReview:
        """Its group in lists by year."""
        return self.published.year if self.published is not None else self.state

    def state_label(self, today: date) -> str:
        """Return the words in place of a date: `Expected in March 2027`. Empty for a review without a `state`.

        An expected date that has passed is not shown.
        """
        if self.state is PublicationState.NOT_YET and self.expected is not None and self.expected.last_day >= today:
            return expected_label(self.expected)
        return self.state.label if self.state is not None else ""

    @property
    def prose(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return every prose text with its path in the record."""
        pieces: list[tuple[tuple[str | int, ...], str]] = []
        if self.story is not None:
            pieces.append((("story",), self.story))
        if self.summary_source is not None:
            pieces.append((("summary_source",), self.summary_source))
        for name in ("learning", "practice", "community"):
            pieces += [((name, index), text) for index, text in enumerate(getattr(self, name))]
        return (*pieces, *prose_of(self.findings, self.recommendations))

    @property
    def themes_of_recommendations(self) -> frozenset[str]:
        """The themes that its findings and recommendations name, which may differ from its own."""
        of_findings = (each.theme for each in self.findings)
        return frozenset(each for each in (*of_findings, *(one.theme for one in self.recommendations)) if each)

    @property
    def harms_of_recommendations(self) -> frozenset[str]:
        """The harms that its recommendations name, which may differ from its own."""
        return frozenset(each.harm for each in self.recommendations if each.harm)

    @property
    def evidence_labels(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return the label of each piece of evidence, which is plain text, with its path in the record."""
        return tuple(evidence_labels(self.recommendations))

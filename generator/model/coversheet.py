"""What a national library asks for with a report: the terms of `coversheets` in the vocabulary."""

from __future__ import annotations

from enum import StrEnum

from generator.model.partial_date import PartialDate
from generator.model.record_model import Line, RecordModel, Slug
from generator.model.term import Term


class CoversheetGroup(StrEnum):
    """The kinds of data that a library collects about a review."""

    ADMINISTRATIVE = "administrative"
    PROCESS = "process"
    PERSON = "person"
    LEARNING = "learning"


class CoversheetValue(StrEnum):
    """A fact of the public record that answers a field."""

    PARTNERSHIP = "partnership"
    NAME = "name"
    TYPE = "type"
    PUBLISHED = "published"
    PAGE = "page"
    COMMISSIONED = "commissioned"
    CONCLUDED = "concluded"
    REVIEWER = "reviewer"
    HARMS = "harms"
    THEMES = "themes"
    FINDINGS = "findings"
    RECOMMENDATIONS = "recommendations"
    AGENCIES = "agencies"


class CoversheetCode(RecordModel):
    """One code of the library's list."""

    id: Line
    """The code, as the library writes it."""

    label: Line
    terms: tuple[Slug, ...] = ()
    """The ids of the harms, themes or agencies of this site that have the code."""


class CoversheetField(RecordModel):
    """One field of the coversheet."""

    id: Slug
    label: Line
    group: CoversheetGroup
    value: CoversheetValue | None = None
    """The fact of the record that answers it; None if only `coding` under `workflow` can."""

    codes: tuple[CoversheetCode, ...] = ()
    """The codes that a library accepts here. Empty if the list is not known, or if any text is right."""


class Coversheet(Term):
    """The coversheet of a repository. Its `source` says where its fields come from."""

    repository: Slug | None = None
    """The id of the repository that asks for it; None if there is none, so that no report pack has it."""

    read: PartialDate | None = None
    """When the source was read; None if nobody has said."""

    fields: tuple[CoversheetField, ...] = ()

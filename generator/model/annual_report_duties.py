"""What an annual report must say about reviews, by law: the terms of `annual_reports` in the vocabulary."""

from __future__ import annotations

from enum import StrEnum

from generator.model.record_model import Line, RecordModel, Slug
from generator.model.term import Term


class PartAnswer(StrEnum):
    """What the records can give for a part of an annual report."""

    FINDINGS = "findings"
    """The findings of the reviews that were concluded in the year."""

    ONGOING = "ongoing"
    """The reviews that were ongoing at the end of the year."""

    ACTIONS = "actions"
    """What was done in the year about recommendations."""

    NOT_IMPLEMENTED = "not-implemented"
    """What the partners decided in the year not to implement, with the reasons."""

    ELSEWHERE = "elsewhere"
    """Nothing: the part is not about reviews."""


class ReportPart(RecordModel):
    """One thing that the report must say."""

    paragraph: Line | None = None
    """Where the source asks for it: `4(1)(d)`. None if it is not known."""

    label: Line
    """What the report must say, in plain words, as a heading."""

    answer: PartAnswer = PartAnswer.ELSEWHERE


class AnnualReport(Term):
    """A report that somebody must publish each year. Its `source` is the law that asks for it."""

    reviews: tuple[Slug, ...] = ()
    """The ids of the review types that it is about. A type that the site does not have counts for nothing."""

    parts: tuple[ReportPart, ...] = ()
    """What it must say, in the order of the law."""

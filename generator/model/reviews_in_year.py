"""Which reviews were concluded or ongoing in a reporting year, and what was done about their recommendations in it.

Only public facts of a case count: `workflow` is never read here. What the dates do not decide counts as not known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.model.annual_report_duties import AnnualReport
from generator.model.case import Case
from generator.model.periods import ReportYear
from generator.model.publication_state import PublicationState
from generator.model.recommendation import Progress, Recommendation
from generator.model.vocabulary import Vocabulary


def is_about(report: AnnualReport, case: Case, words: Vocabulary) -> bool:
    """Return True if an annual report must cover the case: one of its types, or the parent of a variant, is listed."""
    return not set(report.reviews).isdisjoint(words.types_with_parents(case.type))


def was_concluded(case: Case, year: ReportYear, listed: Collection[str] = ()) -> bool:
    """Return True if the review certainly ended in the year, or if the printed report lists it by its id."""
    return year.holds(case.conclusion) or (case.id in listed and case.concluded is None)


def may_have_been_concluded(case: Case, year: ReportYear) -> bool:
    """Return True if its date does not decide whether the review ended in the year, such as a year without a month."""
    dated = case.conclusion
    return dated is not None and not year.holds(dated) and year.may_hold(dated)


def was_ongoing(case: Case, year: ReportYear) -> bool:
    """Return True if the review had certainly begun by the end of the year, and had not ended."""
    end, begun, ended = year.last_day, case.commissioned, case.conclusion
    if begun is None or begun.last_day > end:
        return False
    return ended.first_day > end if ended is not None else case.state is not PublicationState.NOT_PUBLISHED


def may_have_been_ongoing(case: Case, year: ReportYear) -> bool:
    """Return True if the review may have been ongoing at the end of the year, but its dates do not decide it."""
    end, begun, ended = year.last_day, case.commissioned, case.conclusion
    if was_ongoing(case, year) or (begun is not None and begun.first_day > end):
        return False
    if ended is None:
        return case.state is not None
    # A review that was published much later had probably not begun, so only the year after is asked about.
    return ended.last_day > end and ended.first_day <= ReportYear(year.start + 1).last_day


def progress_in(case: Case, year: ReportYear) -> Iterator[tuple[int, Recommendation, tuple[Progress, ...]]]:
    """Yield each recommendation with progress that is certainly of the year, with its place in the review, from 1."""
    for place, recommendation in enumerate(case.recommendations, 1):
        entries = tuple(entry for entry in recommendation.in_order if year.holds(entry.date))
        if entries:
            yield place, recommendation, entries

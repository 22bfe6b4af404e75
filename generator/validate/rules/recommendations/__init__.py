"""Rules on the findings and recommendations of cases, what was done since, and the documents that answer them."""

from generator.validate.rules.recommendations.annual_report import check_annual_report_types, check_review_dates
from generator.validate.rules.recommendations.due_dates import check_due_dates
from generator.validate.rules.recommendations.evidence import check_answers, check_evidence
from generator.validate.rules.recommendations.ids import check_recommendation_ids, check_superseded
from generator.validate.rules.recommendations.pages import check_recommendation_pages
from generator.validate.rules.recommendations.progress import check_progress_dates, check_status_needs

__all__ = [
    "check_annual_report_types",
    "check_answers",
    "check_due_dates",
    "check_evidence",
    "check_progress_dates",
    "check_recommendation_ids",
    "check_recommendation_pages",
    "check_review_dates",
    "check_status_needs",
    "check_superseded",
]

"""Formats diagnostics as text for people, and as data for other programs. Has no side effects."""

from generator.report.formats import FORMATS, report
from generator.report.link_report import as_page
from generator.report.markdown_report import markdown_page

__all__ = ["FORMATS", "as_page", "markdown_page", "report"]

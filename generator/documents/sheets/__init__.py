"""Briefings as sheets of paper. The only place that knows Typst."""

from generator.documents.sheets.paper import PrintedSheet
from generator.documents.sheets.printing import print_sheets

__all__ = ["PrintedSheet", "print_sheets"]

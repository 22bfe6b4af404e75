"""Diagnostics as text for people, and as data for the programs that run beside them. Pure."""

from generator.report.formats import FORMATS, report

__all__ = ["FORMATS", "report"]

"""Searches the bytes to be published for private terms, and returns diagnostics.

Only this package reads the list of private terms. No diagnostic shows a term.
"""

from generator.private_terms.scan import Files, ScanTotals
from generator.private_terms.scan_session import PrivateTermScanner, load_private_terms

__all__ = ["Files", "PrivateTermScanner", "ScanTotals", "load_private_terms"]

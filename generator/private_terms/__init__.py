"""Private terms and public bytes in, findings out. It alone reads the list of private terms, and shows none."""

from generator.private_terms.scan import Files, ScanTotals
from generator.private_terms.scan_session import PrivateTermScanner, load_private_terms

__all__ = ["Files", "PrivateTermScanner", "ScanTotals", "load_private_terms"]

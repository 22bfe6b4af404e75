"""Private terms and public bytes in, findings out. It alone reads the list of private terms, and shows none."""

from generator.private_terms.scan import Files, Guarded
from generator.private_terms.scan_session import Watch, open_watch

__all__ = ["Files", "Guarded", "Watch", "open_watch"]

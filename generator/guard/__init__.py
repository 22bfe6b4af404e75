"""Private terms and public bytes in, findings out. It alone reads the list of private terms, and shows none."""

from generator.guard.guarding import Files, Guarded
from generator.guard.watch import Watch, open_watch

__all__ = ["Files", "Guarded", "Watch", "open_watch"]

"""Private terms and public bytes in, findings out. The only stage that reads the list of private terms. It shows none."""

from generator.guard.guarding import Files, Guarded
from generator.guard.watch import Watch, open_watch

__all__ = ["Files", "Guarded", "Watch", "open_watch"]

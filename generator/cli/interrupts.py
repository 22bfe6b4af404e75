"""Ctrl+C while the command is still loading.

This module imports almost nothing: during each import, Ctrl+C would still show a traceback.
"""

import signal


class SilentInterrupt:
    """Context manager: while modules are loaded, Ctrl+C ends the process at once and without a traceback."""

    def __enter__(self) -> None:
        self._is_changed = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if self._is_changed:
            try:
                signal.signal(signal.SIGINT, signal.SIG_DFL)
            except ValueError:  # only the main thread may handle signals
                self._is_changed = False

    def __exit__(self, *_: object) -> None:
        if self._is_changed:
            signal.signal(signal.SIGINT, signal.default_int_handler)

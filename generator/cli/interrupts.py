"""Ctrl+C while the command is still loading, and SIGTERM.

This module imports almost nothing: during each import, Ctrl+C would still show a traceback.
"""

import signal


def end_like_ctrl_c() -> None:
    """Let SIGTERM end the command as Ctrl+C does: it undoes what is half done, and ends its worker processes."""
    try:
        if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            signal.signal(signal.SIGTERM, signal.default_int_handler)
    except ValueError:
        """Only the main thread may handle signals."""


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

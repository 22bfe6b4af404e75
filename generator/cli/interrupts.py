"""Ctrl+C before a command has begun. Little is imported here: each import is a moment in which it may be pressed."""

import signal


class EndingSilently:
    """Lets Ctrl+C end the process at once while modules are loaded, without the traceback of an import."""

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

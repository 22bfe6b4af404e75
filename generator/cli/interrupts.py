"""Ctrl+C before a command has begun."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ending_silently() -> Iterator[None]:
    """Lets Ctrl+C end the process at once while modules are loaded, without the traceback of an import."""
    is_main = threading.current_thread() is threading.main_thread()  # only there may signals be handled
    if not is_main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)

"""Stops code that takes far too long."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


class TooLongError(BaseException):
    """The code took longer than its limit. Code that catches every `Exception` does not catch this."""


@contextmanager
def cpu_limit(seconds: int) -> Iterator[None]:
    """Raise a TooLongError in the block after this many seconds of CPU."""

    def stop(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise TooLongError(f"this takes more than {seconds} s of CPU")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)

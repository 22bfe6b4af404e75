"""Rate limits: when a host may be requested again."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from typing import Final

LONGEST_WAIT: Final = 60.0
"""Seconds for which a URL waits. If a server asks for more, the URL is left for another day."""


class DeadlineError(OSError):
    """The host must not be requested again before the time is over."""


class HostRateLimiter:
    """Rate limiter for all threads: requests to one host follow one another, with a pause between them."""

    def __init__(self, delay_seconds: float, end: float, one_at_a_time: bool = False) -> None:
        """`delay_seconds` is in seconds; `end` is a time of the monotonic clock, after which no request is made.

        With `one_at_a_time`, a request to a host also waits for the end of the one before it.
        """
        self._pause = delay_seconds
        self._end = end
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()
        self._one_at_a_time = one_at_a_time
        self._busy: dict[str, threading.Lock] = {}

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Make a request in this block once the host may be requested. Raise DeadlineError if that is not in time."""
        if not self._one_at_a_time:
            self.wait(host)
            yield
            return
        with self._lock:
            busy = self._busy.setdefault(host, threading.Lock())
        with busy:
            self.wait(host)
            try:
                yield
            finally:
                with self._lock:
                    self._next[host] = max(self._next[host], time.monotonic() + self._pause)

    def wait(self, host: str) -> None:
        """Wait until the host may be requested. Raise DeadlineError if that is not in time."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next.get(host, now))
            if turn >= self._end or turn - now > LONGEST_WAIT:
                raise DeadlineError("not checked in time")
            self._next[host] = turn + self._pause
        time.sleep(turn - now)

    def rest(self, host: str, seconds: float) -> bool:
        """Pause requests to a host as it has asked; return False if that is longer than a URL waits."""
        with self._lock:
            until = time.monotonic() + seconds
            self._next[host] = max(until, self._next.get(host, 0.0))
        return seconds <= LONGEST_WAIT and until < self._end


def seconds_of(retry_after: str | None) -> float | None:
    """Return the delay of a Retry-After header, in seconds from now; None if it cannot be parsed."""
    if retry_after is None:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after.strip()[:9])
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None

"""When a host may be asked again."""

from __future__ import annotations

import threading
import time
from email.utils import parsedate_to_datetime
from typing import Final

LONGEST_WAIT: Final = 60.0
"""Seconds for which an address waits; a server that asks for more is left for another day."""


class DeadlineError(OSError):
    """There is no time left in which the host may be asked."""


class HostRateLimiter:
    """One clock for all threads: requests to one host come one after the other, with a pause between."""

    def __init__(self, delay_seconds: float, end: float) -> None:
        """`delay_seconds` in seconds; `end` on the monotonic clock, after which nothing is asked."""
        self._pause = delay_seconds
        self._end = end
        self._next: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait(self, host: str) -> None:
        """Waits for the host's turn. OutOfTime when it does not come in time."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next.get(host, now))
            if turn >= self._end or turn - now > LONGEST_WAIT:
                raise DeadlineError("not asked in time")
            self._next[host] = turn + self._pause
        time.sleep(turn - now)

    def rest(self, host: str, seconds: float) -> bool:
        """Leaves a host alone as it has asked; False when that is longer than an address waits."""
        with self._lock:
            until = time.monotonic() + seconds
            self._next[host] = max(until, self._next.get(host, 0.0))
        return seconds <= LONGEST_WAIT and until < self._end


def seconds_of(retry_after: str | None) -> float | None:
    """What a Retry-After header asks for, in seconds from now; None when it says nothing that can be understood."""
    if retry_after is None:
        return None
    if retry_after.strip().isdecimal():
        return float(retry_after.strip()[:9])
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None

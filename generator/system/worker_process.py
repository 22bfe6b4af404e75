"""Runs a worker process: starts it, sends requests, and receives answers within a time limit."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import Final, TextIO

_SOURCE_ROOT: Final = Path(__file__).parents[2]
_CHUNK: Final = 65_536
"""Bytes that are read at a time."""


class WorkerError(Exception):
    """The worker process sends no more answers."""


class WorkerTimeoutError(WorkerError):
    """The time limit was over, so the process was killed."""


class WorkerStoppedError(WorkerError):
    """The process has ended or was killed by the system."""

    def __init__(self, output: bytes, status: int | None) -> None:
        """`output` is the incomplete answer: the text that the process wrote after its last separator.

        `status` is the exit status, or the negative number of a signal. None if the process has only closed its pipe.
        """
        super().__init__("the worker process has stopped")
        self.output = output
        self.status = status

    @property
    def is_killed(self) -> bool:
        """True if the system or another program has ended the process, for example because memory is short."""
        return self.status is not None and is_killed(self.status)


def is_killed(status: int) -> bool:
    """Return True for the exit status of a process that the system or another program has ended."""
    return -status in (signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM))


def describe_exit(status: int | None) -> str:
    """Return how a process ended, to follow its name: `ended with exit status 3`."""
    if status is None:
        return "stopped answering"
    if status >= 0:
        return f"ended with exit status {status}"
    name = signal.Signals(-status).name if -status in set(signal.Signals) else f"signal {-status}"
    if is_killed(status):
        return f"was ended by the system or by another program ({name}); the computer may have too little memory"
    return f"crashed ({name})"


class WorkerProcess:
    """A running process that reads requests from its standard input and writes answers to its standard output.

    Every answer ends with a separator. Call `stop` at the end: it leaves no process, pipe or thread behind.
    """

    def __init__(self, command: Sequence[str], separator: bytes = b"\n", *, merge_stderr: bool = False) -> None:
        """Start the process. Raise OSError if that fails.

        `merge_stderr` adds its error messages to its output; otherwise they are discarded.
        """
        self._separator = separator
        self._received = bytearray()
        self._timed_out = False
        self._process = subprocess.Popen(
            command,
            cwd=_SOURCE_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if merge_stderr else subprocess.DEVNULL,
            bufsize=0,
        )

    @classmethod
    def run_python(cls, code: str) -> WorkerProcess:
        """Start a Python process that can import the generator. Raise OSError if that fails."""
        return cls([sys.executable, "-c", code])

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """True until the process ends."""
        return self._process.poll() is None

    @contextmanager
    def time_limit(self, seconds: float) -> Iterator[None]:
        """Kill the process if the block takes longer. A call of `receive` that waits then raises WorkerTimeoutError."""
        timer = Timer(seconds, self._kill_late)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()

    def send(self, request: bytes) -> None:
        """Send a request. If the process has ended, nothing is sent, and the next `receive` raises the error."""
        assert self._process.stdin is not None
        rest = memoryview(request)
        with suppress(OSError):
            while rest:
                rest = rest[self._process.stdin.write(rest) :]

    def receive(self) -> bytes:
        """Wait for the next answer and return it without its separator. Raise WorkerError if none comes."""
        assert self._process.stdout is not None
        searched = 0
        while (end := self._received.find(self._separator, searched)) < 0:
            searched = max(0, len(self._received) - len(self._separator) + 1)
            chunk = self._process.stdout.read(_CHUNK)
            if not chunk:
                if self._timed_out:
                    raise WorkerTimeoutError
                raise WorkerStoppedError(bytes(self._received), self._status())
            self._received += chunk
        answer = bytes(self._received[:end])
        del self._received[: end + len(self._separator)]
        return answer

    def _status(self) -> int | None:
        """Return the exit status of a process that has closed its output; None if it still runs a second later."""
        with suppress(subprocess.TimeoutExpired):
            return self._process.wait(1)
        return None

    def stop(self) -> None:
        """Kill the process, if it is still running, and close its pipes."""
        self._process.kill()
        # Popen waits for the end of the process and closes the pipes.
        self._process.__exit__(None, None, None)

    def _kill_late(self) -> None:
        self._timed_out = True
        self._process.kill()
        self._process.wait()


def open_answers() -> TextIO:
    """Return the stream for the answers of this worker process, and silence everything else.

    Whatever a library prints goes to standard error, so that it is not read as an answer. Logging is turned off.
    """
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    logging.disable(logging.CRITICAL)
    return answers

"""A worker process answers requests within a time limit, and every way in which it can end is reported."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from generator.system import WorkerProcess, WorkerStoppedError, WorkerTimeoutError

ECHO = "import sys\nfor line in sys.stdin: print(line.strip(), end=';', flush=True)"
SLEEP = "import time; time.sleep(600)"
LONG = 300
"""Seconds: more than any answer takes on a busy machine."""

Start = Callable[..., WorkerProcess]


@pytest.fixture
def start() -> Iterator[Start]:
    """Start Python code as a worker, and stop it at the end of the test."""
    workers = []

    def start_worker(code: str, *, merge_stderr: bool = False) -> WorkerProcess:
        workers.append(WorkerProcess([sys.executable, "-c", code], b";", merge_stderr=merge_stderr))
        return workers[-1]

    yield start_worker
    for worker in workers:
        worker.stop()


def test_each_request_has_an_answer(start: Start) -> None:
    worker = start(ECHO)
    with worker.time_limit(LONG):
        for request in ("one", "two", "x" * 300_000):
            worker.send(f"{request}\n".encode())
            assert worker.receive().decode() == request
    assert worker.is_running


def test_answers_that_arrive_together_are_received_one_by_one(start: Start) -> None:
    worker = start("print('one;two;three', end='')")
    assert [worker.receive(), worker.receive()] == [b"one", b"two"]
    with pytest.raises(WorkerStoppedError) as error:
        worker.receive()
    assert error.value.output == b"three"


def test_a_process_that_takes_too_long_is_killed(start: Start) -> None:
    worker = start(SLEEP)
    with pytest.raises(WorkerTimeoutError), worker.time_limit(0.1):
        worker.receive()
    assert not worker.is_running


def test_a_process_that_reads_nothing_blocks_no_longer_than_the_limit(start: Start) -> None:
    worker = start(SLEEP)
    with worker.time_limit(0.1):
        worker.send(b"x" * 10_000_000)
    with pytest.raises(WorkerTimeoutError):
        worker.receive()


def test_the_error_message_of_a_process_that_ended_is_returned(start: Start) -> None:
    worker = start("raise SystemExit('no disk')", merge_stderr=True)
    worker.send(b"x\n")
    with pytest.raises(WorkerStoppedError) as error:
        worker.receive()
    assert error.value.output.strip() == b"no disk"


def test_a_time_limit_leaves_no_thread(start: Start) -> None:
    before = threading.active_count()
    with start(SLEEP).time_limit(LONG):
        pass
    assert threading.active_count() == before


def test_a_program_that_is_missing_is_an_os_error() -> None:
    with pytest.raises(OSError, match="no-such-program"):
        WorkerProcess(["/no-such-program"])

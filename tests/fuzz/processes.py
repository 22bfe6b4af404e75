"""Runs trials in separate processes, so that an input that ends its process does not end the run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import Final

from tests.fuzz.trial import Outcome
from tests.fuzz.workshop import Workshop

Tried = tuple[Outcome, dict[str, Sequence[int]]]
"""What came of one trial, and by fault the inputs that cause it."""

LONGEST_WAIT: Final = 1_800
"""Seconds after which a process that says nothing is ended."""

_is_stopped: Final = Event()
_running: Final[set[BaseProcess]] = set()


@dataclass(frozen=True, slots=True)
class Share:
    """What one process tries."""

    seed: int
    sample: str
    trials: tuple[range, ...]
    """The numbers of the inputs of each trial."""


def stop() -> None:
    """End the processes; `run_in_process` then yields no more."""
    _is_stopped.set()
    for process in tuple(_running):
        process.terminate()


def run_in_process(share: Share) -> Iterator[Tried]:
    """Run trials in a separate process. One that ends the process is run again in halves, up to the input that does."""
    trials = list(share.trials)
    while trials and not _is_stopped.is_set():
        receiver, sender = get_context("spawn").Pipe(duplex=False)
        process = get_context("spawn").Process(target=_run_share, args=(share.seed, share.sample, trials, sender))
        process.start()
        _running.add(process)
        sender.close()
        with suppress(EOFError):
            while receiver.poll(LONGEST_WAIT):
                yield receiver.recv()
                trials.pop(0)
            process.kill()
        process.join()
        _running.discard(process)
        if trials and not _is_stopped.is_set():
            numbers = trials.pop(0)
            if len(numbers) > 1:
                half = len(numbers) // 2
                trials[:0] = [numbers[:half], numbers[half:]]
            else:
                yield Outcome(()), {f"the process ended with status {process.exitcode}": numbers}


def _run_share(seed: int, sample: str, trials: Sequence[range], sender: Connection[Tried, Tried]) -> None:
    with TemporaryDirectory(prefix="library-fuzz-") as folder:
        workshop = Workshop(Path(folder), seed, sample)
        for numbers in trials:
            sender.send(workshop.run(numbers))
    sender.close()

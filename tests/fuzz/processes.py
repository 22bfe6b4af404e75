"""Runs inputs in separate processes, so that an input that ends its process does not end the run."""

from __future__ import annotations

from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import Final

from tests.fuzz.trial import Outcome
from tests.fuzz.workshop import Workshop

Share = tuple[int, range, str, float]
"""The seed, the numbers of the inputs, the sample site, and the share of inputs whose pages are made."""

_is_stopped: Final = Event()
_running: Final[set[BaseProcess]] = set()


def stop() -> None:
    """End the processes; `run_in_process` then returns what it has."""
    _is_stopped.set()
    for process in tuple(_running):
        process.terminate()


def run_in_process(share: Share) -> list[Outcome]:
    """Run some inputs in a separate process. An input that ends the process is a fault; the next ones still run."""
    seed, numbers, sample, builds = share
    outcomes: list[Outcome] = []
    while len(outcomes) < len(numbers) and not _is_stopped.is_set():
        receiver, sender = get_context("spawn").Pipe(duplex=False)
        process = get_context("spawn").Process(
            target=run_share, args=(seed, numbers[len(outcomes) :], sample, builds, sender)
        )
        process.start()
        _running.add(process)
        sender.close()
        with suppress(EOFError):
            while True:
                outcomes.append(receiver.recv())
        process.join()
        _running.discard(process)
        if len(outcomes) < len(numbers) and not _is_stopped.is_set():
            dead = Outcome(numbers[len(outcomes)], "?", faults=[f"the process ended with status {process.exitcode}"])
            outcomes.append(dead)
    return outcomes


def run_share(seed: int, numbers: range, sample: str, builds: float, sender: Connection[Outcome, Outcome]) -> None:
    """Run some inputs in a separate site, and send each outcome."""
    with TemporaryDirectory(prefix="library-fuzz-") as folder:
        workshop = Workshop(Path(folder), seed, sample, builds)
        for number in numbers:
            sender.send(workshop.run(number))
    sender.close()

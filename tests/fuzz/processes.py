"""Runs inputs in processes of their own, so that one that ends the process does not end the run."""

from __future__ import annotations

from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.trial import Outcome
from tests.fuzz.workshop import Workshop


def run_in_process(share: tuple[int, range]) -> list[Outcome]:
    """Run some inputs in a process of their own. An input that ends the process is a fault; the next ones still run."""
    seed, numbers = share
    outcomes: list[Outcome] = []
    while len(outcomes) < len(numbers):
        receiver, sender = get_context("spawn").Pipe(duplex=False)
        process = get_context("spawn").Process(target=run_share, args=(seed, numbers[len(outcomes) :], sender))
        process.start()
        sender.close()
        with suppress(EOFError):
            while True:
                outcomes.append(receiver.recv())
        process.join()
        if len(outcomes) < len(numbers):
            dead = Outcome(numbers[len(outcomes)], "?", faults=[f"the process ended with status {process.exitcode}"])
            outcomes.append(dead)
    return outcomes


def run_share(seed: int, numbers: range, sender: Connection[Outcome, Outcome]) -> None:
    """Run some inputs in a site of their own, and send each outcome."""
    with TemporaryDirectory(prefix="library-fuzz-") as folder:
        workshop = Workshop(Path(folder), seed)
        for number in numbers:
            sender.send(workshop.run(number))
    sender.close()

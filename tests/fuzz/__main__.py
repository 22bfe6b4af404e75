"""`python -m tests.fuzz --count 100000 --seed 1`: counts, and each kind of fault with an example."""

from __future__ import annotations

import os
import signal
import sys
import time
from argparse import ArgumentParser
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.fuzz.processes import run_in_process, stop
from tests.fuzz.summary import Summary
from tests.fuzz.workshop import Workshop

PIECE: Final = 500
"""How many inputs a process tries before the next one is started."""


def main() -> int:
    """Run the inputs, and print what came of them. The status is 1 if anything is wrong."""
    parser = ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=1_000, help="how many inputs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="the number of the first input")
    parser.add_argument("--only", type=int, help="run one input, and show what it is")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--sample", choices=("full", "small"), default="full", help="the site that is changed")
    parser.add_argument("--builds", type=float, default=1.0, help="the share of inputs whose pages are made")
    parser.add_argument("--keep", type=Path, help="with --only: a folder where the changed site stays")
    options = parser.parse_args()
    if options.only is not None:
        return show(options.seed, options.only, options.keep, options.sample)
    summary, began = Summary(options.seed), time.monotonic()
    pieces = [
        (options.seed, numbers, options.sample, options.builds)
        for numbers in _pieces(range(options.start, options.start + options.count))
    ]
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with ThreadPoolExecutor(options.processes) as pool, suppress(KeyboardInterrupt):
        try:
            running = [pool.submit(run_in_process, piece) for piece in pieces]
            for done in as_completed(running):
                for outcome in done.result():
                    for fault in summary.add(outcome):
                        print(f"input {outcome.number} ({outcome.kind}): {fault}", flush=True)
                if summary.count % 1_000 < PIECE:
                    print(f"after {time.monotonic() - began:.0f} s: {summary.text()}", flush=True)
        finally:
            # A run that is stopped still prints what came of the inputs so far.
            pool.shutdown(wait=False, cancel_futures=True)
            stop()
            print(summary.text(), flush=True)
    return int(bool(summary.faults))


def _pieces(numbers: range) -> list[range]:
    return [numbers[at : at + PIECE] for at in range(0, len(numbers), PIECE)]


def show(seed: int, number: int, keep: Path | None, sample: str) -> int:
    """Run one input, with its traceback if there is one."""
    os.environ["LIBRARY_TRACEBACK"] = "1"
    with TemporaryDirectory(prefix="library-fuzz-") as folder:
        workshop = Workshop(keep or Path(folder), seed, sample)
        one = workshop.inputs.input(number)
        for name, data in one.files.items():
            print(f"{name}: {len(data)} bytes, {one.kind}")
        outcome = workshop.run(number, restore=keep is None)
    print(f"{outcome.seconds:.2f} s of CPU; {' '.join(outcome.codes)}")
    print("\n".join(outcome.faults))
    return int(bool(outcome.faults))


if __name__ == "__main__":
    sys.exit(main())

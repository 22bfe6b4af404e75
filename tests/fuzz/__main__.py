"""`python -m tests.fuzz --count 100000 --seed 1`: counts, and each kind of fault with an example."""

from __future__ import annotations

import os
import signal
import sys
import time
from argparse import ArgumentParser
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.fuzz.inputs import Inputs
from tests.fuzz.processes import Share, run_in_process, stop
from tests.fuzz.summary import Summary
from tests.fuzz.workshop import Workshop

PIECE: Final = 50
"""How many trials a process makes before the next one is started."""


def main() -> int:
    """Run the inputs, and print what came of them. The status is 1 if anything is wrong."""
    parser = ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=1_000, help="how many changed files, rounded up to whole blocks")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="the number of an input in the first block")
    parser.add_argument("--only", type=int, help="try one input, and show what it is")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--sample", choices=("full", "small"), default="full", help="the site that is changed")
    parser.add_argument("--keep", type=Path, help="with --only: a folder where the changed site stays")
    options = parser.parse_args()
    if options.only is not None:
        return show(options.seed, options.only, options.keep, options.sample)
    summary, began = Summary(options.seed), time.monotonic()

    def run(share: Share) -> None:
        for outcome, causes in run_in_process(share):
            for fault in summary.add(outcome, causes):
                print(fault, flush=True)
            if summary.trials % 25 == 0:
                print(f"after {time.monotonic() - began:.0f} s: {summary.text()}\n", flush=True)

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    shares = _shares(options.seed, options.sample, options.start, options.count)
    with ThreadPoolExecutor(options.processes) as pool, suppress(KeyboardInterrupt):
        try:
            for done in [pool.submit(run, share) for share in shares]:
                done.result()
        finally:
            # A run that is stopped still prints what came of the inputs so far.
            stop()
            pool.shutdown(cancel_futures=True)
            print(f"after {time.monotonic() - began:.0f} s, at the end: {summary.text()}", flush=True)
    return int(bool(summary.faults))


def _shares(seed: int, sample: str, start: int, count: int) -> list[Share]:
    with TemporaryDirectory(prefix="library-fuzz-") as folder:
        inputs = Inputs(Path(folder) / "site", seed, sample)
    first, last = inputs.block_of(start), inputs.block_of(start + count - 1)
    blocks = [inputs.block(number) for number in range(first, last + 1)]
    return [Share(seed, sample, tuple(blocks[at : at + PIECE])) for at in range(0, len(blocks), PIECE)]


def show(seed: int, number: int, keep: Path | None, sample: str) -> int:
    """Try one input, with its traceback if there is one."""
    os.environ["LIBRARY_TRACEBACK"] = "1"
    with TemporaryDirectory(prefix="library-fuzz-") as folder:
        workshop = Workshop(keep or Path(folder), seed, sample)
        one = workshop.inputs.input(number)
        for name, data in one.files.items():
            print(f"{name!r}: {len(data)} bytes, {', '.join(one.mutations)}")
        outcome, _ = workshop.run([number], restore=keep is None)
        if keep is not None:
            workshop.inputs.site.lay([one])
    state = "built" if outcome.built else "refused" if outcome.refused else "neither built nor refused"
    print(f"{state}, {outcome.slowest:.2f} s of CPU for the slowest step; {' '.join(sorted(outcome.codes))}")
    print("\n".join(outcome.faults))
    return int(bool(outcome.faults))


if __name__ == "__main__":
    sys.exit(main())

"""`python -m tests.fuzz --count 100000 --seed 1`: counts, and each kind of fault with an example."""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.processes import run_in_process
from tests.fuzz.summary import Summary
from tests.fuzz.workshop import Workshop


def main() -> int:
    """Run the inputs, and print what came of them. The status is 1 if anything is wrong."""
    parser = ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=1_000, help="how many inputs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", type=int, default=0, help="the number of the first input")
    parser.add_argument("--only", type=int, help="run one input, and show what it is")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="with --only: a folder where the changed site stays")
    options = parser.parse_args()
    if options.only is not None:
        return show(options.seed, options.only, options.keep)
    summary, began = Summary(options.seed), time.monotonic()
    shares = [
        (options.seed, range(options.start + share, options.start + options.count, options.processes))
        for share in range(options.processes)
    ]
    with ThreadPoolExecutor(options.processes) as pool:
        for chunk in pool.map(run_in_process, [piece for share in shares for piece in _pieces(*share)]):
            for outcome in chunk:
                for fault in summary.add(outcome):
                    print(f"input {outcome.number} ({outcome.kind}): {fault}", flush=True)
            if summary.count % 5_000 < len(chunk):
                print(f"{summary.count} inputs, {time.monotonic() - began:.0f} s", flush=True)
    print(summary.text())
    return int(bool(summary.faults))


def _pieces(seed: int, numbers: range) -> list[tuple[int, range]]:
    return [(seed, numbers[at : at + 250]) for at in range(0, len(numbers), 250)]


def show(seed: int, number: int, keep: Path | None) -> int:
    """Run one input, with its traceback if there is one."""
    os.environ["LIBRARY_TRACEBACK"] = "1"
    with TemporaryDirectory(prefix="library-fuzz-") as folder:
        workshop = Workshop(keep or Path(folder), seed)
        one = workshop.inputs.input(number)
        for name, data in one.files.items():
            print(f"{name}: {len(data)} bytes, {one.kind}")
        outcome = workshop.run(number, restore=keep is None)
    print(f"{outcome.seconds:.2f} s of CPU; {' '.join(outcome.codes)}")
    print("\n".join(outcome.faults))
    return int(bool(outcome.faults))


if __name__ == "__main__":
    sys.exit(main())

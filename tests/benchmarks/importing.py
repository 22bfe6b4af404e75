"""Prints the precision and recall of `library import`: `python -m tests.benchmarks.importing`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.listing_accuracy import measure, pages, table

CHECKOUT = Path(__file__).parents[2]


def main() -> None:
    """Measures on the pages in `tests/listings/`, or on those of a folder: pages with a `.json` next to each.

    The vocabulary is this repository's, and its records are known.
    """
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    sources = pages() if folder is None else pages(folder)
    scores = measure(CHECKOUT, sources)
    print(f"{len(sources)} pages")
    print(table(scores))
    for fact, score in scores.items():
        for fault in score.faults:
            print(f"{fact}: {fault}")


if __name__ == "__main__":
    main()

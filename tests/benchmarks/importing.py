"""Prints the precision and recall of `library import`: `python -m tests.benchmarks.importing`.

First of the listing pages, then of the Word files.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.listing_accuracy import measure, pages, table
from tests.word_accuracy import measure_word
from tests.word_samples import SAMPLES

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
    in_word = measure_word(CHECKOUT, SAMPLES) if folder is None else {}
    if in_word:
        print(f"\n{len(SAMPLES)} Word files")
        print(table(in_word))
    for fact, score in (*scores.items(), *in_word.items()):
        for fault in score.faults:
            print(f"{fact}: {fault}")


if __name__ == "__main__":
    main()

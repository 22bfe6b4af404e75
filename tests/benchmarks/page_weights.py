"""Prints how many bytes readers fetch from a national library: pages, lists, the finder and the first search.

`python -m tests.benchmarks.page_weights` from the checkout. `--site` measures a site that is already built.
"""

from __future__ import annotations

import gzip
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from generator.commands.build import build
from generator.commands.options import BuildOptions
from generator.model import addresses
from generator.system import gc_disabled

from .corpus import make_corpus
from .search import GOAL_BYTES, fetched_by_queries
from .synthetic import write_site

CASES: Final = 10_000
BRIEFINGS: Final = 2_500
GOAL_OF_A_PAGE: Final = 300_000
GOAL_OF_A_FINDER: Final = 150_000
_TODAY: Final = date(2026, 11, 22)
_LARGEST: Final = 5
_SCRIPTS: Final = ("finder.js", "finder-filters.js", "dom.js", "words.js", "library.js")


def main() -> int:
    """Build the library, unless it is given, and print its table."""
    arguments = _arguments()
    if arguments.site is not None:
        print("\n".join(_report(arguments.site, arguments.search)))
        return 0
    with TemporaryDirectory() as folder:
        root = Path(folder) / "library"
        write_site(root, make_corpus(arguments.cases, arguments.briefings))
        left_out = {"sheets"} if arguments.search else {"sheets", "search"}
        with gc_disabled():
            built = build(BuildOptions(root, _TODAY, excluded=frozenset(left_out)))
        assert built.output is not None, built.diagnostics
        print("\n".join(_report(built.output, arguments.search)))
    return 0


def _report(site: Path, with_search: bool) -> Iterator[str]:
    pages = sorted(site.rglob("*.html"), key=lambda file: -file.stat().st_size)
    yield "| What | Bytes | Compressed | Goal |"
    yield "|---|---|---|---|"
    for page in pages[:_LARGEST]:
        yield _row(f"`/{page.parent.relative_to(site).as_posix()}/`", [page], f"{GOAL_OF_A_PAGE:,}")
    front = site / addresses.REVIEWS
    later = max((site / addresses.page_of_list(addresses.REVIEWS, 2)).glob("*.html"), default=None)
    if later is not None:
        yield _row("a later page of the list of reviews", [later], f"{GOAL_OF_A_PAGE:,}")
    own = [front / "index.html", site / addresses.STYLESHEET, *(site / "assets" / name for name in _SCRIPTS)]
    yield _row("the finder of reviews: page, stylesheet, scripts", own, f"{GOAL_OF_A_FINDER:,}")
    lists = site / addresses.finder_file(addresses.REVIEWS, "")
    if lists.is_dir():
        for name, when in (("facets", "the first filter"), ("orders", "another order"), ("ids", "words")):
            yield _row(f"more for {when}: `{name}.json`", [lists / f"{name}.json"], f"{GOAL_OF_A_FINDER:,}")
        pieces = sorted(lists.glob("cards-*.json"))
        yield _row("the cards of fifty entries: one of the pieces", pieces[:1], "")
        yield _row("the cards of fifty entries in fifty pieces", pieces[:50], "")
    yield _row("the complete download, `data/reviews.json`", [site / addresses.REVIEWS_JSON], "")
    if with_search:
        for query, plain, compressed in fetched_by_queries(site):
            yield f"| first search for “{query}” | {plain:,} | {compressed:,} | {GOAL_BYTES:,.0f} |"
    yield ""
    yield f"{len(pages):,} pages; {sum(file.stat().st_size > GOAL_OF_A_PAGE for file in pages)} over the goal."


def _row(what: str, files: list[Path], goal: str) -> str:
    contents = [file.read_bytes() for file in files]
    compressed = sum(len(gzip.compress(each, 6)) for each in contents)
    return f"| {what} | {sum(map(len, contents)):,} | {compressed:,} | {goal} |"


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m tests.benchmarks.page_weights", description="Measure what readers fetch.")
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--briefings", type=int, default=BRIEFINGS)
    parser.add_argument("--site", type=Path, help="the folder of a built site, to measure instead of building one")
    parser.add_argument("--search", action="store_true", help="measure the first search too; this needs Chromium")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

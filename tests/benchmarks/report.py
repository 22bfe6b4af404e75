"""Times the library beside Hugo and MkDocs on the same records, and prints a table in Markdown.

`python -m tests.benchmarks.report` from the checkout. A slow day is not a failure: the status is 0 whatever the
figures are, and 2 when a program is missing, a build fails or pages are missing.
"""

from __future__ import annotations

import os
import platform
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from .builders import CHANGED, COLD, HUGO, LABELS, MKDOCS, STOCK, Contestant, MissingProgramError, make_contestants
from .corpus import make_corpus
from .measure import BuildFailedError, peak_bytes_of, seconds_of
from .synthetic import BRIEFINGS, CASES

ROUNDS: Final = 5
COULD_NOT_RUN: Final = 2
PEAK_GOAL_MB: Final = 300
_MEGABYTE: Final = 1_000_000
_CHOICES: Final = {"library": (COLD, CHANGED), HUGO: (HUGO,), MKDOCS: (MKDOCS, STOCK)}


class PagesMissingError(Exception):
    """A builder did not write all that it should have."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one builder."""

    seconds: tuple[float, ...]
    """Of each timed round."""

    peak_bytes: int | None
    pages: int
    size_bytes: int

    @property
    def median(self) -> float:
        """Seconds."""
        return median(self.seconds)


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio of medians to stay at or below."""

    name: str
    against: str
    at_most: float


GOALS: Final = (
    Goal(COLD, HUGO, 1.0),
    Goal(COLD, STOCK, 1 / 8),
    Goal(COLD, MKDOCS, 1 / 8),
    Goal(CHANGED, HUGO, 1 / 3),
)


def measure(contestants: Sequence[Contestant], rounds: int) -> dict[str, Figures]:
    """One untimed round for memory, which also warms the disk's cache; then timed rounds, all builders in each."""
    seconds: dict[str, list[float]] = {contestant.name: [] for contestant in contestants}
    peaks: dict[str, int | None] = {}
    for number in range(rounds + 1):
        for contestant in contestants:
            contestant.prepare(number)
            if number == 0:
                peaks[contestant.name] = peak_bytes_of(contestant.command)
            else:
                seconds[contestant.name].append(seconds_of(contestant.command))
            _expect_all_pages(contestant, number)
            _say(f"round {number} of {rounds}, {contestant.name}: {_last(seconds[contestant.name])}")
    return {
        contestant.name: Figures(tuple(seconds[contestant.name]), peaks[contestant.name], *contestant.size)
        for contestant in contestants
    }


def table(figures: Mapping[str, Figures]) -> Iterator[str]:
    """The figures as Markdown, a row a builder."""
    yield "| Build | Median | Fastest | Of Hugo | Of MkDocs, same look | Of MkDocs, stock | Peak | Pages | Site |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for name, own in figures.items():
        cells = (
            LABELS[name],
            f"{own.median:.2f} s",
            f"{min(own.seconds):.2f} s",
            _ratio(own, figures.get(HUGO)),
            _ratio(own, figures.get(MKDOCS)),
            _ratio(own, figures.get(STOCK)),
            "not measured" if own.peak_bytes is None else f"{own.peak_bytes / _MEGABYTE:.0f} MB",
            f"{own.pages:,}",
            f"{own.size_bytes / _MEGABYTE:.1f} MB",
        )
        yield f"| {' | '.join(cells)} |"


def goals(figures: Mapping[str, Figures]) -> Iterator[str]:
    """One line a goal that this run can judge."""
    for goal in GOALS:
        if goal.name in figures and goal.against in figures:
            ratio = figures[goal.name].median / figures[goal.against].median
            yield _judged(f"{LABELS[goal.name]}, of the time of {LABELS[goal.against]}", ratio, goal.at_most, "")
    for name in (COLD, CHANGED):
        peak = figures[name].peak_bytes if name in figures else None
        if peak is not None:
            yield _judged(f"{LABELS[name]}, peak memory", peak / _MEGABYTE, PEAK_GOAL_MB, " MB")


def main() -> int:
    """The exit status."""
    arguments = _arguments()
    try:
        figures = _run(arguments)
    except MissingProgramError as missing:
        return _failed(f"not installed: {missing}")
    except (BuildFailedError, PagesMissingError) as fault:
        return _failed(str(fault))
    print("\n".join((*_conditions(arguments), "", *table(figures), "", *goals(figures))))
    return 0


def _run(arguments: Namespace) -> dict[str, Figures]:
    only = frozenset(name for choice in arguments.only for name in _CHOICES[choice])
    corpus = make_corpus(arguments.cases, arguments.briefings)
    with TemporaryDirectory(prefix="library-benchmark-") as folder:
        return measure(make_contestants(Path(folder), corpus, only), arguments.rounds)


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m tests.benchmarks.report", description="Time the library beside its peers.")
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--briefings", type=int, default=BRIEFINGS)
    parser.add_argument("--rounds", type=_positive, default=ROUNDS, help="timed rounds, after one untimed")
    parser.add_argument("--only", type=_programs, default=tuple(_CHOICES), help=f"some of {','.join(_CHOICES)}")
    return parser.parse_args()


def _positive(text: str) -> int:
    if int(text) < 1:
        raise ValueError(text)
    return int(text)


def _programs(text: str) -> tuple[str, ...]:
    names = tuple(text.split(","))
    if not set(names) <= set(_CHOICES):
        raise ValueError(text)
    return names


def _expect_all_pages(contestant: Contestant, number: int) -> None:
    missing = list(contestant.missing(number))
    if missing:
        first = ", ".join(missing[:5])
        raise PagesMissingError(f"{LABELS[contestant.name]}: pages not written: {len(missing)}, beginning with {first}")


def _conditions(arguments: Namespace) -> Iterator[str]:
    """What a reader must know to judge the figures."""
    versions = ", ".join(f"{name} {_version(name)}" for name in ("hugo", "mkdocs", "mkdocs-material"))
    yield (
        f"{arguments.cases:,} cases, {arguments.briefings:,} briefings, {arguments.rounds} rounds; {date.today()}; "
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}, "
        f"{versions}; load {os.getloadavg()[0]:.1f}."
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(own installation)"


def _ratio(own: Figures, other: Figures | None) -> str:
    return "" if other is None else f"{own.median / other.median:.2f}"


def _judged(what: str, value: float, at_most: float, unit: str) -> str:
    verdict = "reached" if value <= at_most else "not reached"
    return f"- {what}: {value:.3g}{unit}. The goal is at most {at_most:.3g}{unit}: {verdict}."


def _last(seconds: Sequence[float]) -> str:
    return f"{seconds[-1]:.2f} s" if seconds else "memory only"


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _failed(text: str) -> int:
    _say(text)
    return COULD_NOT_RUN


if __name__ == "__main__":
    sys.exit(main())

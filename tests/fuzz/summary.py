"""Counts what came of the inputs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.fuzz.trial import Outcome
from tests.fuzz.workshop import kind_of


@dataclass(slots=True)
class Summary:
    """The counts of one run."""

    seed: int
    trials: int = 0
    refused: int = 0
    built: int = 0
    pages: int = 0
    seconds: float = 0.0
    kinds: Counter[str] = field(default_factory=Counter)
    mutations: Counter[str] = field(default_factory=Counter)
    codes: set[str] = field(default_factory=set)
    faults: Counter[str] = field(default_factory=Counter)
    examples: dict[str, tuple[Sequence[int], str]] = field(default_factory=dict)
    slowest: list[tuple[float, int]] = field(default_factory=list)

    @property
    def count(self) -> int:
        """The number of changed files."""
        return self.kinds.total()

    def add(self, outcome: Outcome, causes: Mapping[str, Sequence[int]]) -> list[str]:
        """Count one outcome. Return the faults whose kind is new, or whose cause is known better than before."""
        self.trials += 1
        self.refused += len(outcome.refused)
        self.built += len(outcome.built)
        self.pages += outcome.pages
        self.seconds += outcome.seconds
        self.codes |= outcome.codes
        for one in outcome.inputs:
            self.kinds[one.kind] += 1
            self.mutations.update(one.mutations)
        first = outcome.inputs[0].number if outcome.inputs else -1
        self.slowest = sorted([*self.slowest, (outcome.slowest, first)], reverse=True)[:10]
        new = []
        for fault, numbers in causes.items():
            kind = kind_of(fault)
            self.faults[kind] += 1
            if kind not in self.examples or len(numbers) < len(self.examples[kind][0]):
                self.examples[kind] = (numbers, fault)
                new.append(f"{_named(numbers)}: {fault}")
        return new

    def text(self) -> str:
        """Return the counts as Markdown."""
        lines = [
            f"seed {self.seed}: {self.count} changed files in {self.trials} trials, {self.seconds:.0f} s of CPU",
            f"{self.refused} were refused and {self.built} were built, with findings of {len(self.codes)} codes",
            f"{self.pages} pages and files of data that differ from those of the unchanged site were looked at",
            "kinds: " + _counts(self.kinds),
            "changes: " + _counts(self.mutations),
            "slowest steps: " + ", ".join(f"{seconds:.1f} s (from input {at})" for seconds, at in self.slowest),
            f"{self.faults.total()} faults of {len(self.faults)} kinds",
            *(
                f"- {times} times, for example {_named(self.examples[kind][0])}: {self.examples[kind][1]}"
                for kind, times in self.faults.most_common()
            ),
        ]
        return "\n".join(lines)


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counter.most_common())


def _named(numbers: Sequence[int]) -> str:
    return f"input {numbers[0]}" if len(numbers) == 1 else f"inputs {numbers[0]} to {numbers[-1]} together"

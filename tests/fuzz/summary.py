"""Counts what came of the inputs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from tests.fuzz.trial import LONGEST_CPU, Outcome


@dataclass(slots=True)
class Summary:
    """The counts of one run."""

    seed: int
    count: int = 0
    built: int = 0
    seconds: float = 0.0
    kinds: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    examples: dict[str, tuple[int, str]] = field(default_factory=dict)
    slowest: list[tuple[float, int, str]] = field(default_factory=list)

    def add(self, outcome: Outcome) -> list[str]:
        """Count one outcome. Return the faults whose kind is new."""
        self.count += 1
        self.built += outcome.is_built
        self.seconds += outcome.seconds
        self.kinds[outcome.kind] += 1
        self.codes.update(outcome.codes)
        self.slowest = sorted([*self.slowest, (outcome.seconds, outcome.number, outcome.kind)], reverse=True)[:20]
        faults = list(outcome.faults)
        if outcome.seconds > LONGEST_CPU:
            faults.append(f"slow: over {LONGEST_CPU:.0f} s of CPU")
        new = []
        for fault in faults:
            kind = re.sub(r": '.*|in [\w/.-]+\.(?:html|xml|json).*|: [^:]*$", "", fault)[:120]
            self.faults[kind] += 1
            if kind not in self.examples:
                self.examples[kind] = (outcome.number, fault)
                new.append(fault)
        return new

    def text(self) -> str:
        """Return the counts as Markdown."""
        kinds = ", ".join(f"{kind} {number}" for kind, number in self.kinds.most_common())
        lines = [
            f"seed {self.seed}: {self.count} inputs ({kinds})",
            f"{self.built} were built, {len(self.codes)} different codes, {self.seconds:.0f} s of CPU",
            "slowest: "
            + ", ".join(f"{seconds:.1f} s ({number}, {kind})" for seconds, number, kind in self.slowest[:10]),
            f"{sum(self.faults.values())} faults of {len(self.faults)} kinds",
            *(
                f"- {times} times, for example input {self.examples[kind][0]}: {self.examples[kind][1]}"
                for kind, times in self.faults.most_common()
            ),
        ]
        return "\n".join(lines)

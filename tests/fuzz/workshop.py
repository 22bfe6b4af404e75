"""The folder in which inputs are tried, and the search for the one input that causes a fault."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

from generator.commands.build import prepare
from generator.commands.options import BuildOptions
from generator.publish import files_of
from generator.read import ReadCache, find_project, open_cache
from tests.fuzz.inputs import Input, Inputs
from tests.fuzz.page_faults import CHECKED, page_faults
from tests.fuzz.trial import SLOW, TODAY, Baseline, Outcome, Trial, content_hash

OFTEN_ENOUGH = 2
"""How many times the input that causes a kind of fault is searched for."""


def kind_of(fault: str) -> str:
    """Return a fault without what differs from one input to the next."""
    return re.sub(r": '.*|: \".*| in [^:]+\.(?:html|xml|json|ics|csv|txt)\b.*|: [^:]*$", "", fault, flags=re.DOTALL)[
        :120
    ]


class Workshop:
    """A sample site that is changed, tried and restored.

    What was read from the files that an input leaves alone is kept in memory, as `library serve` does.
    """

    def __init__(self, folder: Path, seed: int, sample: str = "full") -> None:
        self.inputs = Inputs(folder / "site-to-change", seed, sample)
        self._read_cache = self._open_cache()
        self._searched: Counter[str] = Counter()
        hashes, faults = set(), set()
        for drafts in (False, True):
            unchanged = prepare(
                BuildOptions(self.inputs.root, TODAY, excluded=frozenset({"search", "sheets"}), drafts=drafts)
            )
            assert unchanged.planned_site is not None, unchanged.diagnostics
            for name, make in files_of(unchanged.planned_site):
                if name.endswith(CHECKED):
                    data = make()
                    hashes.add(content_hash(name, data))
                    faults |= page_faults(name, data)
        self._baseline = Baseline(frozenset(hashes), frozenset(faults))

    def run(self, numbers: Sequence[int], *, restore: bool = True) -> tuple[Outcome, dict[str, Sequence[int]]]:
        """Try some inputs of one block at once. Return the outcome, and by fault the inputs that cause it."""
        inputs = tuple(self.inputs.input(number) for number in numbers)
        outcome = self._try(inputs, restore=restore)
        causes: dict[str, Sequence[int]] = {}
        for kind, fault in {kind_of(fault): fault for fault in outcome.faults}.items():
            found: tuple[Sequence[Input], str] = inputs, fault
            if restore and (self._searched[kind] < OFTEN_ENOUGH or fault == SLOW):
                self._searched[kind] += 1
                found = self._narrowed(inputs, kind, fault)
            if fault == SLOW and len(found[0]) > 1:
                outcome.faults.remove(SLOW)
                continue
            causes[found[1]] = [one.number for one in found[0]]
        return outcome, causes

    def _narrowed(self, inputs: Sequence[Input], kind: str, fault: str) -> tuple[Sequence[Input], str]:
        """Return as few of the inputs as possible that cause a kind of fault, and the fault as they cause it."""
        while len(inputs) > 1:
            half = len(inputs) // 2
            for part in (inputs[:half], inputs[half:]):
                again = [each for each in self._try(tuple(part)).faults if kind_of(each) == kind]
                if again:
                    inputs, fault = part, again[0]
                    break
            else:
                break
        return inputs, fault

    def _try(self, inputs: tuple[Input, ...], *, restore: bool = True) -> Outcome:
        outcome = Outcome(inputs)
        random = Random(f"{self.inputs.seed}-trial-{self.inputs.block_of(inputs[0].number)}")
        is_ended = False
        try:
            Trial(self.inputs.site, self._baseline, random, self._read_cache, outcome).run()
            is_ended = True
        finally:
            if not is_ended or outcome.faults:
                # An input that was stopped may have left half of a cache.
                self._read_cache = self._open_cache()
            if restore:
                self.inputs.site.restore()
        return outcome

    def _open_cache(self) -> ReadCache:
        self.inputs.site.restore()
        project = find_project(self.inputs.root).value
        assert project is not None
        return open_cache(project)

"""The folder in which inputs are tried, one after the other."""

from __future__ import annotations

from pathlib import Path

from generator.commands.build import prepare
from generator.commands.options import BuildOptions
from generator.publish import files_of
from generator.read import ReadCache, find_project, open_cache
from tests.fuzz.inputs import Inputs
from tests.fuzz.trial import TODAY, Outcome, page_faults, try_input


class Workshop:
    """A sample site that is changed, tried and restored.

    What was read from the files that an input leaves alone is kept in memory, as `library serve` does.
    """

    def __init__(self, folder: Path, seed: int, sample: str = "full", builds: float = 1.0) -> None:
        self._builds = builds
        self.inputs = Inputs(folder / "site-to-change", seed, sample)
        self._read_cache = self._open_cache()
        self.baseline: frozenset[str] = frozenset()
        for drafts in (False, True):
            unchanged = prepare(
                BuildOptions(self.inputs.root, TODAY, excluded=frozenset({"search", "sheets"}), drafts=drafts)
            )
            assert unchanged.planned_site is not None, unchanged.diagnostics
            pages = (
                (name, make()) for name, make in files_of(unchanged.planned_site) if name.endswith((".html", ".xml"))
            )
            self.baseline |= {fault for name, data in pages for fault in page_faults(name, data)}

    def run(self, number: int, *, restore: bool = True) -> Outcome:
        """Try one input."""
        one = self.inputs.input(number)
        one.lay(self.inputs.root)
        outcome = None
        try:
            outcome = try_input(one, self.inputs.root, self.baseline, self._read_cache, self._builds)
        finally:
            if outcome is None or outcome.faults:
                # An input that was stopped may have left half of a cache.
                self._read_cache = self._open_cache()
            if restore:
                self.inputs.restore(one if outcome is not None and outcome.command is None else None)
        return outcome

    def _open_cache(self) -> ReadCache:
        project = find_project(self.inputs.root).value
        assert project is not None
        return open_cache(project)

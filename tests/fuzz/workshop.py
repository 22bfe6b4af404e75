"""The folder in which inputs are tried, one after the other."""

from __future__ import annotations

from pathlib import Path

from generator.commands.build import prepare
from generator.commands.options import BuildOptions
from generator.publish import files_of
from tests.fuzz.inputs import Inputs
from tests.fuzz.trial import TODAY, Outcome, page_faults, try_input


class Workshop:
    """A sample site that is changed, tried and restored."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.inputs = Inputs(folder / "site-to-change", seed)
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
        try:
            return try_input(one, self.inputs.root, self.baseline)
        finally:
            if restore:
                self.inputs.restore()

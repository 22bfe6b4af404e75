"""What the generator does with changed files of one site, and what is wrong with that.

All files are changed at once, since the generator reports every fault of every file. The files with errors are then
put back, the rest is built, and the pages that differ from those of the unchanged site are looked at.
"""

from __future__ import annotations

import re
import resource
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b
from random import Random
from typing import Final

from click.testing import CliRunner

from generator.cli import main
from generator.commands.build import prepare, validate_and_link
from generator.commands.import_listing import new_files, plan_import
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.private_terms_gate import with_private_terms_check
from generator.diagnostics import Diagnostic
from generator.diagnostics.diagnostic import Severity
from generator.publish import PlannedSite, files_of
from generator.read import ReadCache
from tests.cpu_limit import TooLongError, cpu_limit
from tests.fuzz.finding_faults import finding_faults
from tests.fuzz.inputs import ChangedSite, Input
from tests.fuzz.page_faults import CHECKED, page_faults
from tests.fuzz.pieces import GARBAGE

TODAY: Final = date(2026, 5, 1)
LONGEST_CPU: Final = 5.0
"""Seconds of CPU after which one step (to check the records, to plan the site, to make the pages) is slow.

This is about one input: a step of a whole block that takes longer counts only if one of its inputs does alone.
"""

STOPPED_AFTER: Final = 60
"""Seconds of CPU after which a trial is stopped."""

COMMANDS: Final = (
    ("list",), ("list", "--format", "json"), ("list", "--summaries"), ("due",), ("timeline", "heron"),
    ("year", "2024-25"), ("bulletin", "2025-q1", "--out", "../out"), ("sent", "2025-q1"),
    ("pack", "heron", "--out", "../out"),
    ("withdraw", "heron", "--reason", "The family asked for it.", "--yes"),
    ("archive", "heron", "--reason", "It is old.", "--yes"), ("rename", "heron", "bittern", "--yes"),
    ("set-status", "heron", "draft", "--yes"), ("publish", "heron", "--yes"),
    ("schedule", "heron", "2027-01-01", "--yes"), ("new", "notice", "--no-input"), ("undo", "--yes"),
    ("publish-addresses",), ("schema",), ("check", "--records"), ("check", "--records", "--format", "sarif"),
)  # fmt: skip
"""Commands that run on a changed site now and then."""

SITE_WIDE: Final = frozenset({"partnership", "vocabulary", "settings", "redirects", "ledger", "link exceptions"})
"""The kinds of files that can cause an error in any other file."""

Step = Callable[[BuildOptions], CommandResult]


@dataclass(slots=True)
class Outcome:
    """What came of the inputs of one trial."""

    inputs: tuple[Input, ...]
    seconds: float = 0.0
    """CPU time of this process and of the processes that it waited for."""

    faults: list[str] = field(default_factory=list)
    codes: set[str] = field(default_factory=set)
    refused: set[int] = field(default_factory=set)
    """The numbers of the inputs that were put back because of an error."""

    built: set[int] = field(default_factory=set)
    """The numbers of the inputs whose pages were looked at."""

    slowest: float = 0.0
    """CPU time of the slowest step."""

    pages: int = 0
    """How many files of the site differed from those of the unchanged site."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The site before any change."""

    hashes: frozenset[bytes]
    """The hashes of its files, with their names."""

    faults: frozenset[str]
    """What `page_faults` finds in them, and is no fault."""


@dataclass(slots=True)
class Trial:
    """One trial of some inputs on a site. `run` can be called once."""

    site: ChangedSite
    baseline: Baseline
    random: Random
    """The same for each trial of the same block, so that a fault can be narrowed down."""

    read_cache: ReadCache | None
    outcome: Outcome

    def run(self) -> None:
        """Fill in the outcome. The site stays changed."""
        began = _cpu()
        try:
            with cpu_limit(STOPPED_AFTER):
                self._run()
        except TooLongError:
            self.outcome.faults.append(f"stopped after {STOPPED_AFTER} s of CPU")
        except Exception as error:  # noqa: BLE001 each kind of traceback is a fault
            self.outcome.faults.append(f"traceback: {_place_of(error)}")
        self.outcome.seconds = _cpu() - began

    def _run(self) -> None:
        options = BuildOptions(
            self.site.root, TODAY, excluded=frozenset({"search", "sheets"}), drafts=self.random.random() < 0.5
        )
        command, is_broken = self.random.choice(COMMANDS), self.random.random() < 0.5
        has_command = self.random.random() < 0.3
        inputs = [one for one in self.outcome.inputs if not one.is_outside_the_site]
        if inputs:
            right = self._settled(options, [], inputs, validate_and_link)
            right = self._settled(options, [], right, prepare)
            if has_command:
                self.site.lay(inputs if is_broken else right)
                self.outcome.faults += self._command_faults(command)
                self.site.restore()
        for one in self.outcome.inputs:
            if one.is_outside_the_site:
                self.site.lay([one])
                self._try_outside_the_site(one, options)

    def _settled(self, options: BuildOptions, base: list[Input], more: list[Input], step: Step) -> list[Input]:
        """Return `base` and those of `more` that together are without an error. `base` is without one."""
        while more:
            result = self._try(options, [*base, *more], step)
            if not result.failed:
                self._look_at(result.planned_site, [*base, *more])
                return [*base, *more]
            places = set(_error_files(result.diagnostics))
            left = [one for one in more if not one.files.keys() & places]
            if len(left) == len(more):
                # The errors are where nothing was changed.
                left = [one for one in more if one.kind not in SITE_WIDE]
                if len(left) in {0, len(more)}:
                    if len(more) > 1:
                        half = len(more) // 2
                        base, more = self._settled(options, base, more[:half], step), more[half:]
                        continue
                    left = []
            self.outcome.refused |= {one.number for one in more} - {one.number for one in left}
            more = left
        return base

    def _try(self, options: BuildOptions, inputs: Sequence[Input], step: Step) -> CommandResult:
        self.site.lay(inputs)
        if not any(one.kind == "settings" for one in inputs):
            options = replace(options, read_cache=self.read_cache)
        with self._timed():
            result = step(options)
        self.outcome.codes |= {each.code for each in result.diagnostics}
        self.outcome.faults += finding_faults(result.diagnostics, self.site.root)
        return result

    def _look_at(self, planned_site: PlannedSite | None, inputs: Sequence[Input]) -> None:
        if planned_site is None:
            return
        self.outcome.built |= {one.number for one in inputs}
        changed = []
        with self._timed():
            for name, make in files_of(planned_site):
                if name.endswith(CHECKED) and not name.startswith("assets/"):
                    data = make()
                    if content_hash(name, data) not in self.baseline.hashes and data not in GARBAGE:
                        changed.append((name, data))
        self.outcome.pages += len(changed)
        for name, data in changed:
            self.outcome.faults += sorted(page_faults(name, data) - self.baseline.faults)

    def _try_outside_the_site(self, one: Input, options: BuildOptions) -> None:
        options, folder = replace(options, drafts=False, read_cache=self.read_cache), self.site.root.parent
        with self._timed():
            if one.kind == "private terms":
                options = replace(options, private_terms=folder / "terms.txt")
                result = with_private_terms_check(options, lambda _: validate_and_link(options))
                findings, is_right = result.diagnostics, not result.failed
            elif one.kind == "private workflow":
                result = validate_and_link(replace(options, private=folder / "private"))
                findings, is_right = result.diagnostics, not result.failed
            else:
                planned = plan_import(options, folder / next(iter(one.files))[3:], "https://www.example.org/reviews")
                for each in new_files(self.site.root, planned.plan) if planned.plan is not None else ():
                    each.text.encode()
                findings, is_right = (*planned.result.diagnostics, *planned.diagnostics), planned.plan is not None
        self.outcome.codes |= {each.code for each in findings}
        self.outcome.faults += finding_faults(findings, self.site.root)
        (self.outcome.built if is_right else self.outcome.refused).add(one.number)

    def _command_faults(self, command: tuple[str, ...]) -> Iterator[str]:
        root, name = self.site.root, command[0]
        arguments = [each.replace("../", f"{root.parent}/") for each in command]
        if "content/cases/heron/case.yml" not in self.site.before:
            arguments = [each.replace("heron", "rowan").replace("2025-q1", "2022-q3") for each in arguments]
        dated = () if name == "new" else ("--today", TODAY.isoformat())
        with self._timed():
            done = CliRunner().invoke(main, [*arguments, "--root", str(root), *dated])
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            yield f"library {name}: traceback: {_place_of(done.exception)}"
        elif done.exit_code not in (0, 1, 2):
            yield f"library {name}: exit status {done.exit_code}"
        elif "Usage:" in done.output and "has errors; run: library check" not in done.output:
            yield f"library {name}: this harness gives wrong arguments: {done.output[-200:]}"

    @contextmanager
    def _timed(self) -> Iterator[None]:
        began = _cpu()
        yield
        seconds = _cpu() - began
        self.outcome.slowest = max(self.outcome.slowest, seconds)
        if seconds > LONGEST_CPU and SLOW not in self.outcome.faults:
            self.outcome.faults.append(SLOW)


def _error_files(findings: Sequence[Diagnostic]) -> Iterator[str]:
    for each in findings:
        if each.severity is Severity.ERROR and each.location is not None:
            yield each.location.file
            # The engine says in its message which page it cannot build.
            for page in re.findall(r"page '([^']+)'", each.message) if each.code == "S002" else ():
                yield f"content/pages/{page}"


SLOW: Final = f"slow: a step takes over {LONGEST_CPU:.0f} s of CPU"


def content_hash(name: str, data: bytes) -> bytes:
    """Return a hash of a file with its name."""
    return blake2b(data, digest_size=16, key=name.encode()[:64]).digest()


def _place_of(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    own = [each for each in frames if "/generator/" in each.filename] or frames
    last = own[-1]
    return f"{type(error).__name__} in {last.filename.rpartition('/generator/')[2]}:{last.lineno}: {str(error)[:150]!r}"


def _cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime

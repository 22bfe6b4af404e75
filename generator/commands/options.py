"""The options of a command, and its result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

from generator.diagnostics import Diagnostic
from generator.diagnostics.diagnostic import has_errors
from generator.model import Library, RawRecord, Records
from generator.permalinks import LedgerUpdate
from generator.publish import PlannedSite, WriteResult
from generator.read import Project, ReadCache, UnsavedRecord
from generator.system import file_fault

if TYPE_CHECKING:
    from generator.private_terms import ScanTotals


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """The options of a build. Later steps read neither the clock nor the environment."""

    root: Path
    today: date
    engine: str = "mkdocs"
    output: Path | None = None
    """None for the folder that mkdocs.yml names."""

    drafts: bool = False
    excluded: frozenset[str] = frozenset()
    """The parts to leave out: `sheets`, `search`."""

    progress: Callable[[str], None] = lambda step: None
    """Called with a message when a long step starts."""

    private: Path | None = None
    """A folder outside the repository with more `workflow` data for cases. None if there is none."""
    private_terms: Path | None = None
    """The list of private terms. None to skip the check."""

    read_cache: ReadCache | None = None
    """The cache of a process that builds repeatedly. None to read the cache from disk."""

    unsaved: UnsavedRecord | None = None
    """A record that takes the place of the one in its file, to see what is wrong with it before it is saved."""

    last_good: Mapping[str, RawRecord] = field(default_factory=dict)
    """By file, earlier versions of records that have errors now: a preview shows the rest of the site with these."""


@dataclass(frozen=True, slots=True)
class CommandResult:
    """The result of a command."""

    diagnostics: tuple[Diagnostic, ...]
    output: Path | None = None
    project: Project | None = None
    """None if the folder contains no site."""

    records: Records | None = None
    """Every record with the right shape, even if it has other faults. None if the folder contains no site."""

    library: Library | None = None
    """None if the records have errors."""

    planned_site: PlannedSite | None = None
    """Every page, rendered on request. None if an error stops publication."""

    write_result: WriteResult | None = None
    """None if nothing was written. The site is then unchanged."""

    scan_totals: ScanTotals | None = None
    """The private terms that public files were searched for. None if no search was made."""

    ledger_update: LedgerUpdate | None = None
    """The addresses added to the list of published addresses. None if not requested, or if an error stops it."""

    checked_links: int | None = None
    """The number of links checked. None if no built site was checked."""

    @property
    def failed(self) -> bool:
        """Return True if an error stops publication."""
        return has_errors(self.diagnostics)


P = ParamSpec("P")


def reporting_file_faults(work: Callable[P, CommandResult]) -> Callable[P, CommandResult]:
    """Wrap `work` so that it returns S013 for a file error, such as a full disk or a missing permission.

    A closed output pipe is not such an error: the command then ends as any other program does.
    """

    @wraps(work)
    def reporting(*arguments: P.args, **named: P.kwargs) -> CommandResult:
        try:
            return work(*arguments, **named)
        except BrokenPipeError:
            raise
        except OSError as error:
            return CommandResult((file_fault(error),))

    return reporting

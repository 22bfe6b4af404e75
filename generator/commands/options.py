"""What is asked of a command, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

from generator.diagnostics import Diagnostic
from generator.diagnostics.diagnostic import has_errors
from generator.model import Library, Records
from generator.permalinks import LedgerUpdate
from generator.publish import PlannedSite, WriteResult
from generator.read import Project, ReadCache
from generator.system import file_fault

if TYPE_CHECKING:
    from generator.private_terms import ScanTotals


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What is asked of a build. Nothing is fetched from the clock or the environment later."""

    root: Path
    today: date
    engine: str = "mkdocs"
    output: Path | None = None
    """None for the folder that mkdocs.yml names."""

    drafts: bool = False
    excluded: frozenset[str] = frozenset()
    """What is left out: `sheets`, `search`."""

    progress: Callable[[str], None] = lambda step: None
    """Told each long step as it begins."""

    private: Path | None = None
    """A folder outside the repository with more of the `workflow` of cases; None where there is none."""
    private_terms: Path | None = None
    """The list of what nobody may read; None where nothing is looked for."""

    read_cache: ReadCache | None = None
    """What a process that builds again and again has read before; None reads it from the disk."""


@dataclass(frozen=True, slots=True)
class CommandResult:
    """What came of it."""

    diagnostics: tuple[Diagnostic, ...]
    output: Path | None = None
    project: Project | None = None
    """None when there is no site in the folder."""

    records: Records | None = None
    """Every record of the right shape, whatever else is wrong; None when there is no site in the folder."""

    library: Library | None = None
    """None when the records have errors."""

    planned_site: PlannedSite | None = None
    """Every page, made when it is asked for; None when something stops publication."""

    write_result: WriteResult | None = None
    """None when nothing was written: the site is as it was."""

    scan_totals: ScanTotals | None = None
    """What was looked for in what is public; None where nothing was."""

    ledger_update: LedgerUpdate | None = None
    """What was added to the list of published addresses; None when nothing was asked for, or something stops it."""

    checked_links: int | None = None
    """How many links were checked; None when no built site was looked at."""

    @property
    def failed(self) -> bool:
        """True when something stops publication."""
        return has_errors(self.diagnostics)


P = ParamSpec("P")


def reporting_file_faults(work: Callable[P, CommandResult]) -> Callable[P, CommandResult]:
    """Makes work give a result with S013 where the computer refuses a file: a full disk, a missing permission.

    A reader of the output that has gone away is no such fault: the command ends as any other program does.
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

"""What a command says: progress, findings, one closing line, and the exit status."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NoReturn, TextIO

import click

from generator.commands.options import CommandResult
from generator.commands.output_files import write_outputs
from generator.diagnostics import Severity
from generator.publish import WriteResult
from generator.report import as_page, report
from generator.report.text import summary
from generator.system import PartlyWrittenError

COULD_NOT_RUN = frozenset({"S001", "S002", "S004", "S007", "S009", "S013", "W921", "W922"})


class Output:
    """Findings go to standard output, progress to standard error; data forms stand alone on standard output."""

    def __init__(self, form: str) -> None:
        self._form = form
        self._began = time.perf_counter()

    @contextmanager
    def steps(self) -> Iterator[Callable[[str], None]]:
        """Shows each step as it begins: in one line of a terminal, as plain lines elsewhere. Silent once closed.

        The line is refreshed by the steps alone: a thread that animates it would keep the build from splitting in two.
        """
        if not is_terminal(sys.stderr):
            is_open = [True]
            try:
                yield lambda step: click.echo(f"library: {step}", err=True) if is_open else None
            finally:
                is_open.clear()
            return
        from rich.console import Console
        from rich.live import Live
        from rich.text import Text

        with Live(console=Console(stderr=True), auto_refresh=False, transient=True) as line:
            yield lambda step: line.update(Text(f"… {step}", style="cyan"), refresh=True)

    def written(self, written: WriteResult) -> str:
        """`1,254 files, 3 written, 1 removed, 0.84 s`."""
        seconds = time.perf_counter() - self._began
        changed, removed = len(written.changed), len(written.removed)
        return f"{written.files:,} files, {changed:,} written, {removed:,} removed, {seconds:.2f} s"

    def write_page(self, result: CommandResult, page: Path, today: date) -> None:
        """Writes the page about links. Where that cannot be done, the command ends: it could not run."""
        partnership = result.records.partnership if result.records is not None else None
        name = partnership.record.library_name if partnership is not None else "The library"
        site_url = result.project.site_url if result.project is not None else ""
        cache = result.project.cache if result.project is not None else None
        data = as_page(result.diagnostics, name, site_url, today).encode()
        try:
            in_the_way = write_outputs(page.parent, {page.name: data}, cache, "another file with --report")
        except OSError as error:
            end_unwritten(page, error)
        for each in in_the_way:
            click.echo(f"library: {each.message}; {each.hint}", err=True)
            raise SystemExit(2)

    def print_and_exit(self, result: CommandResult, done: str | None, strict: bool = False) -> None:
        """Tells the findings and ends the command with its exit status."""
        findings = result.diagnostics
        if self._form != "text":
            click.echo(report(findings, self._form))
        else:
            for block in filter(None, report(findings).split("\n\n")):
                click.echo(colourise(block) + "\n")
            stopped = result.failed and result.write_result is None and not strict
            nothing = "; nothing was written, the site is as it was" if stopped else ""
            click.echo(f"library: {summary(findings)}{nothing}" if findings else "library: nothing to fix")
            if result.scan_totals is not None:
                click.echo(f"library: {result.scan_totals.summary}")
            if done and not (result.failed and result.write_result is None and result.checked_links is None):
                click.echo(f"library: {done}")
        raise SystemExit(exit_status(result, strict))


def is_terminal(stream: TextIO | None) -> bool:
    """True for a terminal; False for a file, a pipe, and where the command was started without this stream."""
    return stream is not None and stream.isatty()


def end_unwritten(folder: Path, error: OSError) -> NoReturn:
    """Ends a command that could not write its files, and says whether some of them are new."""
    reason = error.strerror or "it is not a folder"
    if isinstance(error, PartlyWrittenError):
        click.echo(f"library: {folder} cannot be written: {reason}; new already: {', '.join(error.names)}", err=True)
    else:
        click.echo(f"library: {folder} cannot be written: {reason}; nothing was written", err=True)
    raise SystemExit(2) from None


def exit_status(result: CommandResult, strict: bool) -> int:
    """0 clean, 1 something to fix, 2 could not run. A warning counts only where `strict`."""
    if any(diagnostic.code in COULD_NOT_RUN for diagnostic in result.diagnostics):
        return 2
    return int(
        result.failed or (strict and any(diagnostic.severity is Severity.WARNING for diagnostic in result.diagnostics))
    )


def colourise(block: str) -> str:
    """A finding's text with its severity and code in colour; a terminal's own affair, so files stay plain."""
    head, separator, rest = block.partition(":")
    colour = {"error": "red", "warning": "yellow"}.get(head.partition("[")[0], "cyan")
    return click.style(head, fg=colour, bold=True) + separator + rest

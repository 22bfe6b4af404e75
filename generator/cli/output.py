"""The output of a command: progress, diagnostics, a closing line and the exit status."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NoReturn, TextIO

import click

from generator.commands.options import BuildOptions, CommandResult
from generator.commands.output_files import write_outputs
from generator.commands.private_terms_gate import private_terms_in_output
from generator.diagnostics import Diagnostic, Severity
from generator.publish import WriteResult
from generator.report import as_page, report
from generator.report.text import first_error, fold_notes, summary
from generator.system import PartlyWrittenError

COULD_NOT_RUN = frozenset({"S001", "S002", "S004", "S007", "S009", "S013", "S022", "W921", "W922"})
"""Codes of diagnostics that give exit status 2."""


class Output:
    """Writes diagnostics to standard output, and progress to standard error.

    In a format for programs, such as JSON, standard output contains nothing else.
    """

    def __init__(self, form: str, places: int | None = None) -> None:
        """Create the output in a format.

        `places` is the largest number of places that the text lists of a repeated problem; None for all.
        """
        self._form = form
        self._places = places
        self._began = time.perf_counter()

    @contextmanager
    def steps(self) -> Iterator[Callable[[str], None]]:
        """Yield a function that shows a step when it begins: on one line of a terminal, or as plain lines elsewhere.

        After the context has ended, the function shows nothing. The line changes only when a step begins: a thread
        that animates it would prevent the build from forking.
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

    def describe_written(self, written: WriteResult) -> str:
        """Return `1,254 files, 3 written, 1 removed, 0.84 s`."""
        seconds = time.perf_counter() - self._began
        changed, removed = len(written.changed), len(written.removed)
        return f"{written.files:,} files, {changed:,} written, {removed:,} removed, {seconds:.2f} s"

    def write_page(self, result: CommandResult, page: Path, today: date) -> None:
        """Write the page about links. End the command with exit status 2 if the page cannot be written."""
        partnership = result.records.partnership if result.records is not None else None
        name = partnership.record.library_name if partnership is not None else "The library"
        site_url = result.project.site_url if result.project is not None else ""
        cache = result.project.cache if result.project is not None else None
        data = as_page(result.diagnostics, name, site_url, today).encode()
        try:
            in_the_way = write_outputs(page.parent, {page.name: data}, cache, "another file with --report")
        except OSError as error:
            end_unwritten(page, error)
        for diagnostic in in_the_way:
            click.echo(f"library: {diagnostic.message}; {diagnostic.hint}", err=True)
            raise SystemExit(2)

    def print_and_exit(
        self, result: CommandResult, done: str | None, strict: bool = False, writes: bool = False
    ) -> None:
        """Print the diagnostics and the closing line `done`, and end the command with its exit status.

        If `strict`, a warning gives exit status 1 too. A strict command only reads, unless it `writes` a site.
        """
        findings = result.diagnostics
        if self._form != "text":
            click.echo(report(findings, self._form))
        else:
            shown, notes = self._fold_notes(findings)
            for block in filter(None, report(shown, places=self._places).split("\n\n")):
                click.echo(colourise(block) + "\n")
            if notes:
                click.echo(f"library: {notes}")
            stopped = result.failed and result.write_result is None and (writes or not strict)
            unchanged = "; nothing was written, the site is unchanged" if stopped else ""
            place = first_error(findings)
            click.echo(f"library: {summary(shown)}{unchanged}")
            if stopped and place:
                click.echo(f"library: look at {place}")
            if result.scan_totals is not None:
                click.echo(f"library: {result.scan_totals.summary}")
            if done and not (result.failed and result.write_result is None and result.checked_links is None):
                for line in done.split("\n"):
                    click.echo(f"library: {line}")
        raise SystemExit(exit_status(result, strict))

    def _fold_notes(self, findings: tuple[Diagnostic, ...]) -> tuple[tuple[Diagnostic, ...], str]:
        """Return the diagnostics to show in full, and one line for the notes unless all places are asked for."""
        context = click.get_current_context(silent=True)
        if self._places is None or context is None:
            return findings, ""
        shown = tuple(each for each in findings if each.severity is not Severity.NOTE)
        return shown, fold_notes(findings, f"library {context.info_name}")


def stop_for_private_terms(options: BuildOptions, text: str, result: CommandResult) -> None:
    """End the command before it prints a text with a term of the list of private terms. The findings show no term."""
    found = private_terms_in_output(options, text, result)
    if found is not None:
        Output("text").print_and_exit(found, None, strict=True)


def list_lines(heading: str, items: Iterable[str]) -> list[str]:
    """Return the lines of a list for people: the heading, and each item wrapped below it. Empty without items."""
    wrapped = [click.wrap_text(f"- {item}", 100, "  ", "    ") for item in items]
    return [heading, *wrapped] if wrapped else []


def is_terminal(stream: TextIO | None) -> bool:
    """Return True for a terminal; False for a file, a pipe, or None, if the command was started without this stream."""
    return stream is not None and stream.isatty()


def end_unwritten(folder: Path, error: OSError) -> NoReturn:
    """End a command that could not write its files. The message lists the files that were already written."""
    reason = error.strerror or "it is not a folder"
    if isinstance(error, PartlyWrittenError):
        click.echo(
            f"library: {folder} cannot be written: {reason}; already written: {', '.join(error.names)}", err=True
        )
    else:
        click.echo(f"library: {folder} cannot be written: {reason}; nothing was written", err=True)
    raise SystemExit(2) from None


def exit_status(result: CommandResult, strict: bool) -> int:
    """Return 0 for success, 1 for something to fix, 2 if the command could not run. Warnings count only if `strict`."""
    if any(diagnostic.code in COULD_NOT_RUN for diagnostic in result.diagnostics):
        return 2
    return int(
        result.failed or (strict and any(diagnostic.severity is Severity.WARNING for diagnostic in result.diagnostics))
    )


def colourise(block: str) -> str:
    """Return the text of a diagnostic with severity and code in colour. click removes the colours in files."""
    head, separator, rest = block.partition(":")
    colour = {"error": "red", "warning": "yellow"}.get(head.partition("[")[0], "cyan")
    return click.style(head, fg=colour, bold=True) + separator + rest

"""`library serve`: preview the site while you work on it."""

from __future__ import annotations

import signal
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from generator.cli.options import (
    day,
    engine_option,
    poll_option,
    port_option,
    private_option,
    private_terms_option,
    root_option,
    today_option,
)
from generator.cli.output import Output, colourise
from generator.commands.options import BuildOptions
from generator.commands.private_terms_gate import with_private_terms_check
from generator.diagnostics import Diagnostic, Severity
from generator.report import report
from generator.report.text import summary
from generator.system.clock import london_now

if TYPE_CHECKING:
    from generator.serve import Rebuild


@click.command("serve")
@root_option
@port_option
@today_option
@engine_option
@private_option
@private_terms_option
@click.option("--drafts/--no-drafts", default=True, help="Show drafts and scheduled records, or leave them out.")
@poll_option
def serve_command(
    root: Path,
    port: int,
    today: date | None,
    engine: str,
    private: Path | None,
    private_terms: Path | None,
    drafts: bool,
    polls: bool,
) -> None:
    """Preview the site on this computer while you work on it.

    The browser reloads each time you save a file. Problems are listed here and on the page, and the last good page is
    shown until they are fixed. The site written by "library build" is not changed. Search uses the index of the last
    "library build". Press Ctrl+C to stop.
    """
    from generator.serve import CurrentBuild, PreviewServer, load_or_create_key, rebuild_on_change

    current_build = CurrentBuild()
    try:
        key: str | None = load_or_create_key(root)
    except OSError as error:
        click.echo(f"library: the key of the preview cannot be kept, so the next start has another address: {error}")
        key = None
    try:
        server = PreviewServer(port, current_build, click.echo, key)
    except OSError as error:
        end_for_port("serve", port, error)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    output = Output("text")
    try:
        with server.running():
            with output.steps() as step:
                options = BuildOptions(
                    root, day(today), engine, None, drafts, progress=step, private=private, private_terms=private_terms
                )
                clock = london_now if today is None else None
                updates = rebuild_on_change(options, current_build, clock, click.echo, polls=polls)
                first = next(updates)
            if any(diagnostic.code == "S001" for diagnostic in first.result.diagnostics):
                output.print_and_exit(first.result, None)
            print_update(first, options)
            print_address("the site is at", server.address_with_key)
            for update in updates:
                print_update(update, options)
    except KeyboardInterrupt:
        click.echo("\nlibrary: stopped")


def print_address(what: str, address: str) -> None:
    """Print the address to open, with the key that lets a browser in."""
    click.echo(f"library: {what} {address}")
    click.echo("library: open this whole address: a browser without its key sees nothing. Press Ctrl+C to stop.")


def end_for_port(command: str, port: int, error: OSError) -> NoReturn:
    """End the command because its port cannot be used."""
    reason = (error.strerror or str(error)).lower()
    click.echo(f"library: port {port} cannot be used: {reason}", err=True)
    other_port = port + 1 if port < 65535 else 0
    click.echo(
        f"library: stop the program that uses it, perhaps another `library {command}`, or choose another port: "
        f"library {command} --port {other_port}",
        err=True,
    )
    raise SystemExit(2)


def print_update(update: Rebuild, options: BuildOptions) -> None:
    """Print errors and warnings in full, and the number of notes. `library list` shows the notes.

    If there is a list of private terms, none is shown, and neither are the names of the changed files.
    """
    findings = with_private_terms_check(options, lambda _: update.result).diagnostics
    for finding in findings:
        if finding.severity is not Severity.NOTE:
            click.echo("\n" + colourise(report([finding])) + "\n")
    what = ", ".join(update.changed[:3]) + (f" and {len(update.changed) - 3} more" if len(update.changed) > 3 else "")
    if options.private_terms is not None:
        what = ""
    time_and_files = f"{time.strftime('%H:%M:%S')} {what}".rstrip()
    click.echo(f"library: {time_and_files}: {_outcome(findings, update)}, {update.seconds:.2f} s")


def _outcome(findings: tuple[Diagnostic, ...], update: Rebuild) -> str:
    if update.result.failed:
        return f"{summary(findings)}; the last good pages are still shown"
    return f"shown, {summary(findings)}" if findings else "shown"

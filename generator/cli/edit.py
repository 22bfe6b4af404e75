"""`library edit`: change records in forms, in a browser on this computer."""

from __future__ import annotations

import signal
import webbrowser
from datetime import date
from pathlib import Path

import click

from generator.cli.options import (
    day,
    poll_option,
    port_option,
    private_option,
    private_terms_option,
    root_option,
    today_option,
)
from generator.cli.output import Output
from generator.cli.serve import end_for_port, print_address, print_update
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.private_terms_gate import with_private_terms_check
from generator.system.clock import london_now


@click.command("edit")
@root_option
@port_option
@click.option("--browser/--no-browser", default=True, help="Open the browser, or only print the address.")
@today_option
@private_option
@private_terms_option
@poll_option
def edit_command(
    root: Path,
    port: int,
    browser: bool,
    today: date | None,
    private: Path | None,
    private_terms: Path | None,
    polls: bool,
) -> None:
    """Change records in forms, with the page next to them.

    Opens a browser with the list of all records. You need to know neither YAML nor git. What you type is kept on this
    computer until you press Save. Only this browser can open the address that is printed here. Press Ctrl+C to stop.
    """
    from generator.form_server import EditServer
    from generator.form_server.editing_session import EditingSession
    from generator.serve import CurrentBuild, UnsavedText, rebuild_on_change

    current_build = CurrentBuild()
    options = BuildOptions(root, day(today), drafts=True, private=private, private_terms=private_terms)
    terms = with_private_terms_check(options, lambda scanner: CommandResult(()))
    if terms.failed:
        Output("text").print_and_exit(terms, None)
    try:
        typed = UnsavedText()
        session = EditingSession(options, today, typed)
    except OSError as error:
        click.echo(f"library: what you type cannot be kept: {error}", err=True)
        raise SystemExit(2) from None
    try:
        server = EditServer(port, current_build, session, click.echo)
    except OSError as error:
        end_for_port("edit", port, error)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    output = Output("text")
    try:
        with server.running():
            clock = london_now if today is None else None
            updates = rebuild_on_change(options, current_build, clock, click.echo, typed, polls)
            with output.steps() as step:
                step("building the preview")
                first = next(updates)
            if any(diagnostic.code == "S001" for diagnostic in first.result.diagnostics):
                output.print_and_exit(first.result, None)
            print_address("the forms are at", server.address_with_key)
            if browser:
                webbrowser.open(server.address_with_key)
            for update in updates:
                print_update(update, options)
    except KeyboardInterrupt:
        click.echo("\nlibrary: stopped")

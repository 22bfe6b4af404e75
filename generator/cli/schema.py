"""`library schema`: let VS Code complete and check records as they are typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli.options import day, private_option, root_option, today_option
from generator.cli.output import Output
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.schema import EXTENSIONS, SCHEMAS, SETTINGS, YAML_EXTENSION, write_schemas
from generator.system import told_of


@click.command("schema")
@root_option
@today_option
@private_option
def schema_command(root: Path, today: date | None, private: Path | None) -> None:
    """Let VS Code complete and check records as you type.

    Writes a JSON Schema for each kind of record to .vscode/library-schemas, and adds the schemas to
    .vscode/settings.json. With the extension "YAML" by Red Hat, VS Code then explains each field, lists the ids of the
    vocabulary with their labels, and underlines mistakes. Run the command again after a change to
    content/vocabulary.yml. "library check" still finds what a schema cannot.
    """
    try:
        result = write_schemas(BuildOptions(root, day(today), private=private))
    except OSError as error:
        raise click.ClickException(told_of(error)) from None
    if result.diagnostics:
        Output("text").print_and_exit(CommandResult(result.diagnostics), None)
    for name in result.written:
        if not name.startswith(f"{SCHEMAS}/"):
            click.echo(f"Wrote {name}")
    schemas = sum(name.startswith(f"{SCHEMAS}/") for name in result.written)
    if schemas:
        click.echo(f"Wrote {schemas} schema{'' if schemas == 1 else 's'} to {SCHEMAS}")
    elif not result.written:
        click.echo(f"{SCHEMAS}: up to date")
    if result.lacks_vocabulary:
        click.echo(
            "The schemas list no themes, harms and types, as content/vocabulary.yml has errors. "
            "Run: library check. Then run: library schema"
        )
    if result.settings_to_add:
        click.echo(f"{SETTINGS} has comments or is not JSON, so it was not changed. Add these lines to it:\n")
        click.echo(result.settings_to_add, nl=False)
    if EXTENSIONS in result.written:
        click.echo(f"Next: install the extension {YAML_EXTENSION} in VS Code, and open a record.")

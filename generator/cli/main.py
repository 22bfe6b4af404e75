"""The command `library`, with its list of subcommands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator import __version__
from generator.cli.check import check_command
from generator.cli.crash_report import CrashReportingGroup
from generator.cli.options import (
    all_option,
    day,
    engine_option,
    format_option,
    out_option,
    private_option,
    private_terms_option,
    root_option,
    today_option,
)
from generator.cli.output import Output
from generator.commands.build import build
from generator.commands.options import BuildOptions
from generator.report.text import PLACES
from generator.system import gc_disabled


@click.group(
    cls=CrashReportingGroup,
    later={
        "init": "generator.cli.init:init_command",
        "import": "generator.cli.import_listing:import_command",
        "new": "generator.cli.new:new_group",
        "serve": "generator.cli.serve:serve_command",
        "list": "generator.cli.list:list_command",
        "sent": "generator.cli.sent:sent_command",
        "year": "generator.cli.year:year_command",
        "bulletin": "generator.cli.bulletin:bulletin_command",
        "timeline": "generator.cli.timeline:timeline_command",
        "due": "generator.cli.due:due_command",
        "pack": "generator.cli.pack:pack_command",
        "withdraw": "generator.cli.withdraw:withdraw_command",
        "publish-addresses": "generator.cli.publish_addresses:publish_addresses_command",
        "schema": "generator.cli.schema:schema_command",
        "clean-document": "generator.cli.clean_document:clean_document_command",
    },
    sections={
        "To start": ("init", "import"),
        "Every day": ("new", "serve", "list", "build", "check"),
        "Bulletins and the year": ("bulletin", "sent", "year"),
        "Around a publication": ("timeline", "due", "pack", "withdraw"),
        "Behind the scenes": ("publish-addresses", "schema", "clean-document"),
    },
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100, "show_default": True},
    epilog="For more about a command: library COMMAND --help",
)
@click.version_option(__version__, prog_name="library", help="Show the version and exit.")
def main() -> None:
    """Publish safeguarding reviews and what services learned from them.

    Create records with "new", preview them with "serve", see what is missing with "list", and build the site with
    "build". Run the command in the folder that contains mkdocs.yml, or give the path to that folder with --root.

    Exit status: 0 success, 1 there is something to fix, 2 the command could not run.
    """


@main.command("build")
@root_option
@out_option
@today_option
@engine_option
@click.option("--drafts", is_flag=True, help="Include drafts and scheduled records, each marked.")
@click.option(
    "--without", type=click.Choice(["sheets", "search"]), multiple=True, help="Leave out this part. Can be repeated."
)
@private_option
@private_terms_option
@format_option
@all_option
def build_command(
    root: Path,
    out: Path | None,
    today: date | None,
    engine: str,
    drafts: bool,
    without: tuple[str, ...],
    private: Path | None,
    private_terms: Path | None,
    form: str,
    all_places: bool,
) -> None:
    """Build the site.

    Lists every problem in one go. If there is any error, the site is left unchanged.
    """
    output = Output(form, None if all_places else PLACES)
    with output.steps() as step, gc_disabled():
        options = BuildOptions(
            root, day(today), engine, out, drafts, frozenset(without), step, private, private_terms=private_terms
        )
        result = build(options)
    output.print_and_exit(
        result, f"{result.output}: {output.describe_written(result.write_result)}" if result.write_result else None
    )


main.add_command(check_command)

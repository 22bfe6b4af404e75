"""The command `library`, with its list of subcommands."""

from __future__ import annotations

import os
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
from generator.cli.output import Output, exit_status
from generator.commands.build import build
from generator.commands.check import build_and_check
from generator.commands.options import BuildOptions
from generator.report.text import PLACES
from generator.system import gc_disabled


@click.group(
    cls=CrashReportingGroup,
    later={
        "init": "generator.cli.init:init_command",
        "import": "generator.cli.import_listing:import_command",
        "new": "generator.cli.new:new_group",
        "edit": "generator.cli.edit:edit_command",
        "serve": "generator.cli.serve:serve_command",
        "list": "generator.cli.list:list_command",
        "sent": "generator.cli.sent:sent_command",
        "year": "generator.cli.year:year_command",
        "bulletin": "generator.cli.bulletin:bulletin_command",
        "timeline": "generator.cli.timeline:timeline_command",
        "due": "generator.cli.due:due_command",
        "pack": "generator.cli.pack:pack_command",
        "publish": "generator.cli.events:publish_command",
        "schedule": "generator.cli.events:schedule_command",
        "replace-document": "generator.cli.events:replace_document_command",
        "archive": "generator.cli.events:archive_command",
        "rename": "generator.cli.events:rename_command",
        "set-status": "generator.cli.events:set_status_command",
        "withdraw": "generator.cli.withdraw:withdraw_command",
        "push": "generator.cli.push:push_command",
        "undo": "generator.cli.undo:undo_command",
        "publish-addresses": "generator.cli.publish_addresses:publish_addresses_command",
        "schema": "generator.cli.schema:schema_command",
        "explain": "generator.cli.explain:explain_command",
        "docs": "generator.cli.explain:docs_command",
        "clean-document": "generator.cli.clean_document:clean_document_command",
    },
    sections={
        "To start": ("init", "import"),
        "Every day": ("edit", "new", "serve", "list", "build", "check", "push"),
        "Bulletins and the year": ("bulletin", "sent", "year"),
        "Around a publication": ("timeline", "due", "pack"),
        "What happens to a review": (
            "publish",
            "schedule",
            "replace-document",
            "archive",
            "rename",
            "set-status",
            "withdraw",
            "undo",
        ),
        "Help": ("explain", "docs"),
        "Behind the scenes": ("publish-addresses", "schema", "clean-document"),
    },
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100, "show_default": True},
    epilog="For more about a command: library COMMAND --help. For more about a message: library explain CODE",
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
@click.option("--check", "is_checked", is_flag=True, help='Check every link of the site too, as "library check" does.')
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
    is_checked: bool,
    form: str,
    all_places: bool,
) -> None:
    """Build the site.

    Lists every problem in one go. If there is any error, the site is left unchanged. With --check, the exit status is 1
    for a warning too.
    """
    output = Output(form, None if all_places else PLACES)
    with output.steps() as step, gc_disabled():
        options = BuildOptions(
            root, day(today), engine, out, drafts, frozenset(without), step, private, private_terms=private_terms
        )
        result = build_and_check(options) if is_checked else build(options)
    done = f"{result.output}: {output.describe_written(result.write_result)}" if result.write_result else None
    if is_checked and done and result.checked_links is not None:
        done += f", {result.checked_links:,} links checked"
        if exit_status(result, strict=True) == 0:
            # make tells its commands that it runs them.
            done += f"\nAll is well. Look: {'make' if 'MAKELEVEL' in os.environ else 'library'} serve"
    output.print_and_exit(result, done, strict=is_checked, writes=True)


main.add_command(check_command)

"""The command `library`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator import __version__
from generator.cli.check import check_command
from generator.cli.crash_report import SafetyNet
from generator.cli.options import (
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
from generator.system import gc_disabled


@click.group(
    cls=SafetyNet,
    later={
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
        "clean-document": "generator.cli.clean_document:clean_document_command",
    },
    sections={
        "Every day": ("new", "serve", "list", "build", "check"),
        "Bulletins and the year": ("bulletin", "sent", "year"),
        "Around a publication": ("timeline", "due", "pack", "withdraw"),
        "Behind the scenes": ("publish-addresses", "clean-document"),
    },
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100, "show_default": True},
    epilog="Each command tells more: library new --help",
)
@click.version_option(__version__, prog_name="library", help="Show the version and leave.")
def main() -> None:
    """Publish safeguarding learning: records in, a public library out.

    Write records with "new", look at them with "serve", see what is missing with "list", and make the site with
    "build". Run it in the folder that holds mkdocs.yml, or name that folder with --root.

    Exit status: 0 all is well, 1 something to fix, 2 could not run.
    """


@main.command("build")
@root_option
@out_option
@today_option
@engine_option
@click.option("--drafts", is_flag=True, help="Show drafts and scheduled records too, marked as such.")
@click.option(
    "--without", type=click.Choice(["sheets", "search"]), multiple=True, help="Leave a part out; may be given again."
)
@private_option
@private_terms_option
@format_option
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
) -> None:
    """Build the site.

    Everything that is wrong is told at once. Any error, and nothing is written: the site stays as it was.
    """
    output = Output(form)
    with output.steps() as step, gc_disabled():
        asked = BuildOptions(
            root, day(today), engine, out, drafts, frozenset(without), step, private, private_terms=private_terms
        )
        result = build(asked)
    output.print_and_exit(
        result, f"{result.output}: {output.written(result.write_result)}" if result.write_result else None
    )


main.add_command(check_command)

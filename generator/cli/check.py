"""`library check`: check the records, the links of the built site and, if asked, the links to other sites."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.cli.options import (
    all_option,
    day,
    format_option,
    out_option,
    private_option,
    private_terms_option,
    root_option,
    today_option,
)
from generator.cli.output import Output
from generator.commands.check import check, check_external, check_records
from generator.commands.options import BuildOptions, CommandResult
from generator.report.text import PLACES
from generator.system import gc_disabled


@click.command("check")
@root_option
@out_option
@today_option
@click.option("--records", "only_records", is_flag=True, help="Check only the records, not the built site.")
@click.option(
    "--report",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write a web page about the links to FILE, for people who do not use this command.",
)
@private_terms_option
@click.option(
    "--also",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    metavar="FOLDER",
    help="With --private-terms: search FOLDER too, for example a folder of e-mails or packs. Can be repeated.",
)
@click.option("--external", is_flag=True, help="Check links to other sites too, with LinkChecker.")
@click.option(
    "--seconds",
    type=click.FloatRange(min=0),
    default=600.0,
    help="With --external: stop after this many seconds. 0 sends no requests and reports the last results.",
)
@click.option(
    "--fresh-days",
    type=click.IntRange(min=0),
    default=0,
    help="With --external: skip links that worked within this many days.",
)
@click.option(
    "--pause",
    "delay_seconds",
    type=click.FloatRange(min=0),
    default=0.5,
    help="With --external: seconds to wait between two requests to one host.",
)
@click.option(
    "--patience",
    "timeout_seconds",
    type=click.FloatRange(min=0.1),
    default=20.0,
    help="With --external: seconds to wait for an answer.",
)
@click.option(
    "--memory",
    "result_cache",
    type=click.Path(path_type=Path, dir_okay=False),
    help="With --external: path to the file of earlier results.  [default: .cache/links.json]",
)
@click.option(
    "--allow-private", is_flag=True, help="With --external: check addresses in private networks too. For tests."
)
@private_option
@format_option
@all_option
def check_command(
    root: Path,
    out: Path | None,
    today: date | None,
    only_records: bool,
    page: Path | None,
    private_terms: Path | None,
    also: tuple[Path, ...],
    external: bool,
    private: Path | None,
    form: str,
    all_places: bool,
    **external_options: Any,
) -> None:
    """Check every record, and every link of the built site.

    Run "library build" first. The exit status is 1 if there is an error or a warning.
    """
    output = Output(form, None if all_places else PLACES)
    with output.steps() as step, gc_disabled():
        options = BuildOptions(
            root, day(today), output=out, progress=step, private=private, private_terms=private_terms
        )
        result = check_records(options) if only_records else check(options, also)
        external_result = None
        if external and result.checked_links is not None:
            external_result = _check_external(options, external_options)
    if external_result is not None:
        result = replace(result, diagnostics=(*result.diagnostics, *external_result.diagnostics))
    if page is not None:
        output.write_page(result, page, day(today))
    output.print_and_exit(
        result, "only the records were checked" if only_records else _describe(result, external_result), strict=True
    )


def _check_external(options: BuildOptions, external_options: dict[str, Any]) -> CommandResult:
    """Check the links to other sites. The import is here because loading LinkChecker takes time."""
    from generator.link_checker.external import ExternalCheckOptions

    return check_external(options, ExternalCheckOptions(**external_options))


def _describe(result: CommandResult, external_result: CommandResult | None) -> str:
    if result.checked_links is None:
        return "there is no built site to check; run: library build"
    if external_result is None:
        return f"{result.checked_links} links checked"
    return f"{result.checked_links} links checked, {external_result.checked_links} links to other sites checked"

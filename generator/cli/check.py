"""`library check`: the records, every link of the built site, and what other sites answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.cli.options import (
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
from generator.system import gc_disabled


@click.command("check")
@root_option
@out_option
@today_option
@click.option("--records", "only_records", is_flag=True, help="Check the records alone; no built site is looked at.")
@click.option(
    "--report",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write a page about the links as well, for people who do not use this command.",
)
@private_terms_option
@click.option(
    "--also",
    type=click.Path(path_type=Path, exists=True),
    multiple=True,
    metavar="FOLDER",
    help="With --private-terms: look in this folder too, of e-mails or packs; may be given again.",
)
@click.option("--external", is_flag=True, help="Ask for every address on other sites as well; LinkChecker does it.")
@click.option(
    "--seconds",
    type=click.FloatRange(min=0),
    default=600.0,
    help="With --external: how long the asking may take; 0 asks nothing and tells what was found the last time.",
)
@click.option(
    "--fresh-days",
    type=click.IntRange(min=0),
    default=0,
    help="With --external: leave out what was good so few days ago.",
)
@click.option(
    "--pause",
    "delay_seconds",
    type=click.FloatRange(min=0),
    default=0.5,
    help="With --external: seconds between two requests to one host.",
)
@click.option(
    "--patience",
    "timeout_seconds",
    type=click.FloatRange(min=0.1),
    default=20.0,
    help="With --external: seconds for one request.",
)
@click.option(
    "--memory",
    "result_cache",
    type=click.Path(path_type=Path, dir_okay=False),
    help="With --external: the file that keeps the answers; .cache/links.json unless named.",
)
@click.option("--allow-private", is_flag=True, help="With --external: ask machines in private networks too; for tests.")
@private_option
@format_option
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
    **asking: Any,
) -> None:
    """Check every record, and every link of the built site.

    A warning counts here as something to fix.
    """
    output = Output(form)
    with output.steps() as step, gc_disabled():
        options = BuildOptions(
            root, day(today), output=out, progress=step, private=private, private_terms=private_terms
        )
        result = check_records(options) if only_records else check(options, also)
        outside = _check_external(options, asking) if external and result.checked_links is not None else None
    if outside is not None:
        result = replace(result, diagnostics=(*result.diagnostics, *outside.diagnostics))
    if page is not None:
        output.write_page(result, page, day(today))
    output.print_and_exit(
        result, "the records alone were checked" if only_records else _looked(result, outside), strict=True
    )


def _check_external(options: BuildOptions, asking: dict[str, Any]) -> CommandResult:
    """What other sites answer. Whoever does not ask for it need not wait for LinkChecker to be loaded."""
    from generator.link_checker.external import ExternalCheckOptions

    return check_external(options, ExternalCheckOptions(**asking))


def _looked(result: CommandResult, outside: CommandResult | None) -> str:
    if result.checked_links is None:
        return "no built site to check; run: library build"
    elsewhere = f", {outside.checked_links} addresses on other sites asked" if outside is not None else ""
    return f"{result.checked_links} links checked{elsewhere}"

"""`library publish-addresses`: record the published addresses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli.options import (
    day,
    engine_option,
    format_option,
    private_option,
    private_terms_option,
    root_option,
    today_option,
)
from generator.cli.output import Output
from generator.commands.options import BuildOptions
from generator.commands.private_terms_gate import with_private_terms_check
from generator.commands.publish_addresses import publish_addresses
from generator.permalinks import LEDGER, LedgerUpdate
from generator.system import gc_disabled


@click.command("publish-addresses")
@root_option
@today_option
@engine_option
@private_option
@private_terms_option
@format_option
def publish_addresses_command(
    root: Path, today: date | None, engine: str, private: Path | None, private_terms: Path | None, form: str
) -> None:
    """Record every published address, so that it keeps working.

    Adds each new address of the site and each new version of a document, with the day, to content/published-urls.yml.
    Existing lines are not changed, and the site is not built. Run the command when you publish the site, and commit
    the file: "build" and "check" then report an address that has stopped working.
    """
    output = Output(form)
    with output.steps() as step, gc_disabled():
        options = BuildOptions(root, day(today), engine, progress=step, private=private, private_terms=private_terms)
        result = with_private_terms_check(options, lambda _: publish_addresses(options))
    output.print_and_exit(result, _describe(result.ledger_update) if result.ledger_update is not None else None)


def _describe(added: LedgerUpdate) -> str:
    if not added.addresses and not added.versions:
        return f"{LEDGER}: no new addresses"
    new = f"{added.addresses:,} new address{'' if added.addresses == 1 else 'es'}"
    versions = f"{added.versions:,} new version{'' if added.versions == 1 else 's'}"
    return f"{LEDGER}: {new} and {versions} of documents recorded"

"""`library publish-addresses`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli.options import day, engine_option, format_option, private_option, root_option, today_option
from generator.cli.output import Output
from generator.commands.options import BuildOptions
from generator.commands.publish_addresses import publish_addresses
from generator.permalinks import LEDGER, LedgerUpdate
from generator.system import gc_disabled


@click.command("publish-addresses")
@root_option
@today_option
@engine_option
@private_option
@format_option
def publish_addresses_command(root: Path, today: date | None, engine: str, private: Path | None, form: str) -> None:
    """Write down what is published: every address, for good.

    Adds to content/published-urls.yml each address of the site that is not in it, with the day, and each new version
    of a document. Nothing is built, and no line that is there is changed. Run it where the site is published, and
    commit the file: from then on "build" and "check" keep each of these addresses alive.
    """
    output = Output(form)
    with output.steps() as step, gc_disabled():
        result = publish_addresses(BuildOptions(root, day(today), engine, progress=step, private=private))
    output.print_and_exit(result, _told(result.ledger_update) if result.ledger_update is not None else None)


def _told(added: LedgerUpdate) -> str:
    if not added.addresses and not added.versions:
        return f"{LEDGER}: nothing is new"
    new = f"{added.addresses:,} new address{'' if added.addresses == 1 else 'es'}"
    versions = f"{added.versions:,} new version{'' if added.versions == 1 else 's'}"
    return f"{LEDGER}: {new} and {versions} of documents written down"

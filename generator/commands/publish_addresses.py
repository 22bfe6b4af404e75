"""Adds new addresses on the site to the list of published addresses."""

from __future__ import annotations

from dataclasses import replace

from generator.commands.build import prepare
from generator.commands.options import BuildOptions, CommandResult, reporting_file_faults
from generator.model import Address, Library, to_server_redirect
from generator.permalinks import LEDGER, LiveAddresses, add_new_entries, check_history
from generator.system import replace_sources


@reporting_file_faults
def publish_addresses(options: BuildOptions) -> CommandResult:
    """Add new addresses on the site to the list of published addresses.

    No site is written, and drafts are not added. If there is any error, in the records or in the history of the list,
    the list is unchanged.
    """
    result = prepare(replace(options, drafts=False))
    project, records, library = result.project, result.records, result.library
    if project is None or records is None:
        return result
    result = replace(result, diagnostics=(*result.diagnostics, *check_history(project.root)))
    if result.planned_site is None or library is None or result.failed:
        return result
    standing = LiveAddresses.of_library(library, result.planned_site.addresses - _led_on(library))
    added = add_new_entries(records, standing, options.today)
    if added.addresses or added.versions:
        replace_sources({project.root / LEDGER: added.text.encode()})
    return replace(result, ledger_update=added)


def _led_on(library: Library) -> frozenset[Address]:
    """Return the addresses of the pages that only redirect."""
    pages = (to_server_redirect(redirect, library.site_url).page for redirect in library.redirects)
    return frozenset(page for page in pages if page is not None)

"""Checks the links of a published site, and compares the site with the list of its published addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands.build import build, link_records, read_records, validate_and_link
from generator.commands.options import BuildOptions, CommandResult, reporting_file_faults
from generator.commands.private_terms_gate import with_private_term_findings, with_private_terms_check
from generator.diagnostics import Diagnostic, WithDiagnostics
from generator.link_checker import (
    PdfLinkTargets,
    SourceLocator,
    check_document_links,
    check_raw_markdown,
    check_site,
    find_unreferenced_files,
)
from generator.model import Records
from generator.permalinks import LiveAddresses, check_history, check_missing_addresses
from generator.publish import Place, find_foreign_files, lock_site
from generator.read import Project, find_project, list_content_files, templates_of, texts_of

if TYPE_CHECKING:
    from generator.link_checker.external import ExternalCheckOptions
    from generator.private_terms import PrivateTermScanner


@reporting_file_faults
def check_records(options: BuildOptions) -> CommandResult:
    """Check only the records. No built site is read."""
    return with_private_terms_check(options, lambda _: validate_and_link(options))


@reporting_file_faults
def check(options: BuildOptions, also: tuple[Path, ...] = ()) -> CommandResult:
    """Check the records, every link of the site built from them, and every address that was ever published.

    If there is a list of private terms, they are searched for in every file of the site and of the folders in `also`:
    e-mails and packs that were written elsewhere.
    """
    return with_private_terms_check(options, lambda scanner: _searched(options, _check(options), also, scanner))


def _searched(
    options: BuildOptions, result: CommandResult, also: tuple[Path, ...], scanner: PrivateTermScanner | None
) -> CommandResult:
    if scanner is None or result.project is None or result.output is None:
        return result
    options.progress("looking for private terms")
    folders = [each for each in (result.output, *also) if each.exists()]
    with lock_site(result.project.cache):
        return with_private_term_findings(scanner, _files_in(folders), result, is_whole_site=True)


def _files_in(folders: Iterable[Path]) -> Iterator[tuple[str, Callable[[], bytes]]]:
    for folder in folders:
        if folder.is_file():
            yield folder.name, folder.read_bytes
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield f"{folder.name}/{path.relative_to(folder).as_posix()}", path.read_bytes


def _check(options: BuildOptions) -> CommandResult:
    project = find_project(options.root)
    if project.value is None:
        return CommandResult(project.diagnostics)
    records = read_records(project.value, options)
    found = (*records.diagnostics, *check_history(project.value.root))
    output = options.output or project.value.output
    if not output.is_dir():
        return CommandResult(found, output, project.value, records.value)
    links = _check_built_site(options, project.value, records, output)
    found += links.diagnostics
    return CommandResult(found, output, project.value, records.value, checked_links=links.value)


@reporting_file_faults
def build_and_check(options: BuildOptions) -> CommandResult:
    """Build the site, and check every link of what was written. No problem is reported twice."""
    result = build(options)
    if result.project is None or result.records is None or result.output is None or result.write_result is None:
        return result
    records = WithDiagnostics(result.records, result.diagnostics)
    links = _check_built_site(options, result.project, records, result.output)
    found = (*check_history(result.project.root), *links.diagnostics)
    known = {(each.code, each.message, each.location) for each in result.diagnostics}
    new = [each for each in found if (each.code, each.message, each.location) not in known]
    return replace(result, diagnostics=(*result.diagnostics, *new), checked_links=links.value)


def _check_built_site(
    options: BuildOptions, project: Project, records: WithDiagnostics[Records], output: Path
) -> WithDiagnostics[int]:
    """Return the number of links in a built site, and what is wrong with them and with the files."""
    options.progress("checking every link")
    with lock_site(project.cache):
        return _check_files(options, project, records, output)


def _check_files(
    options: BuildOptions, project: Project, records: WithDiagnostics[Records], output: Path
) -> WithDiagnostics[int]:
    site_url = project.site_url
    where = SourceLocator(records.value, site_url, partial(templates_of, project))
    links = check_site(
        output,
        site_url,
        where,
        {redirect_entry.old: redirect_entry.new for redirect_entry in records.value.redirect_entries},
    )
    pdf_targets = PdfLinkTargets(links.value.addresses, links.value.anchors)
    found = (
        *links.diagnostics,
        *find_foreign_files(Place(output, project.root, project.cache)),
        *check_raw_markdown(records.value.pages, _built_pages(output, records.value)),
        *check_document_links(records.value, site_url, pdf_targets, options.today),
        *_unused(project, records, links.value.referenced),
        *check_missing_addresses(records.value, LiveAddresses.of_folder(output), site_url, options.today),
    )
    return WithDiagnostics(links.value.count, found)


def _built_pages(output: Path, records: Records) -> Mapping[str, bytes]:
    """Return the HTML of the built pages that were written by hand, by address."""
    paths = {page.address: output / page.address / "index.html" for page in records.pages if not page.is_frame}
    return {address: path.read_bytes() for address, path in paths.items() if path.is_file()}


@reporting_file_faults
def check_external(options: BuildOptions, check_options: ExternalCheckOptions) -> CommandResult:
    """Check every link to another site in the built site and its PDFs. Nothing is reported on the records."""
    return with_private_terms_check(options, lambda _: _check_external(options, check_options))


def _check_external(options: BuildOptions, check_options: ExternalCheckOptions) -> CommandResult:
    from generator.link_checker.external import BuiltSite, check_external_links

    project = find_project(options.root)
    if project.value is None:
        return CommandResult(project.diagnostics)
    records = read_records(project.value, options)
    output = options.output or project.value.output
    if not output.is_dir():
        return CommandResult((), output)
    options.progress("asking for the addresses on other sites")
    library = link_records(project.value, options, records)
    texts = partial(texts_of, project.value.cache)
    site = BuiltSite(output, project.value.site_url, records.value, library, texts)
    result_cache = check_options.result_cache or project.value.root / ".cache" / "links.json"
    found = check_external_links(site, check_options, result_cache, options.today)
    return CommandResult(found.diagnostics, output, checked_links=found.value)


def _unused(project: Project, records: WithDiagnostics[Records], reached: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Return nothing while records have errors, because one of them may name the file."""
    if records.failed:
        return ()
    pages = project.pages.relative_to(project.root).as_posix() if project.pages.is_relative_to(project.root) else "docs"
    return tuple(find_unreferenced_files(list_content_files(project), records.value, pages, reached))

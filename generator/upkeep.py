"""What keeps a published site whole: its links are checked, and what it has published is written down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.check import WhereWritten, check_site, unused_files
from generator.diagnostics import Diagnostic, Outcome
from generator.guarded import searched, watched
from generator.ledger import LEDGER, Standing, check_addresses, check_history, with_new_entries
from generator.machine import replace_sources
from generator.model import Address, Library, Records, moved
from generator.pipeline import inspect, link_records, prepare, read_records
from generator.publish import Place, find_foreign_files
from generator.read import Project, files_beside, find_project, templates_of, texts_of
from generator.request import Request, Result, reporting_file_faults

if TYPE_CHECKING:
    from generator.check.external import Asking
    from generator.guard import Watch


@reporting_file_faults
def check_records(request: Request) -> Result:
    """The records alone. No built site is looked at."""
    return watched(request, lambda _: inspect(request))


@reporting_file_faults
def check(request: Request, also: tuple[Path, ...] = ()) -> Result:
    """The records, every link of the site that was built from them, and every address that was ever published.

    Where there is a list of private terms, they are looked for in every file of the site, and of the folders in `also`:
    e-mails and packs that were written elsewhere.
    """
    return watched(request, lambda watch: _searched(request, _check(request), also, watch))


def _searched(request: Request, result: Result, also: tuple[Path, ...], watch: Watch | None) -> Result:
    if watch is None or result.project is None or result.output is None:
        return result
    request.progress("looking for private terms")
    folders = [each for each in (result.output, *also) if each.exists()]
    return searched(watch, _files_in(folders), result)


def _files_in(folders: Iterable[Path]) -> Iterator[tuple[str, Callable[[], bytes]]]:
    for folder in folders:
        if folder.is_file():
            yield folder.name, folder.read_bytes
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield f"{folder.name}/{path.relative_to(folder).as_posix()}", path.read_bytes


def _check(request: Request) -> Result:
    project = find_project(request.root)
    if project.value is None:
        return Result(project.diagnostics)
    records = read_records(project.value, request)
    found = (*records.diagnostics, *check_history(project.value.root))
    output = request.output or project.value.output
    if not output.is_dir():
        return Result(found, output, project.value, records.value)
    request.progress("checking every link")
    site_url = project.value.site_url
    where = WhereWritten(records.value, site_url, partial(templates_of, project.value))
    links = check_site(output, site_url, where, {each.old: each.new for each in records.value.moves})
    found += (
        *links.diagnostics,
        *find_foreign_files(Place(output, project.value.root, project.value.cache)),
        *_unused(project.value, records, links.value.reached),
        *check_addresses(records.value, Standing.of_folder(output), site_url, request.today),
    )
    return Result(found, output, project.value, records.value, links=links.value.count)


@reporting_file_faults
def check_external(request: Request, asking: Asking) -> Result:
    """Every address on other sites that the built site and its PDFs show. Of the records it tells nothing."""
    return watched(request, lambda _: _check_external(request, asking))


def _check_external(request: Request, asking: Asking) -> Result:
    from generator.check.external import BuiltSite, check_external_links

    project = find_project(request.root)
    if project.value is None:
        return Result(project.diagnostics)
    records = read_records(project.value, request)
    output = request.output or project.value.output
    if not output.is_dir():
        return Result((), output)
    request.progress("asking for the addresses on other sites")
    library = link_records(project.value, request, records)
    texts = partial(texts_of, project.value.cache)
    site = BuiltSite(output, project.value.site_url, records.value, library, texts)
    memory = asking.memory or project.value.root / ".cache" / "links.json"
    found = check_external_links(site, asking, memory, request.today)
    return Result(found.diagnostics, output, links=found.value)


@reporting_file_faults
def publish_addresses(request: Request) -> Result:
    """Adds to the list of published addresses what is new on the site. No site is written, and no draft gets in.

    Any error, in the records or in the list's own history, and the list stays as it is.
    """
    result = prepare(replace(request, drafts=False))
    project, records, library = result.project, result.records, result.library
    if project is None or records is None:
        return result
    result = replace(result, diagnostics=(*result.diagnostics, *check_history(project.root)))
    if result.pouring is None or library is None or result.failed:
        return result
    standing = Standing.of_library(library, result.pouring.addresses - _led_on(library))
    added = with_new_entries(records, standing, request.today)
    if added.addresses or added.versions:
        replace_sources({project.root / LEDGER: added.text.encode()})
    return replace(result, published=added)


def _unused(project: Project, records: Outcome[Records], reached: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Nothing is said while records have errors: one of them may name the file."""
    if records.failed:
        return ()
    pages = project.pages.relative_to(project.root).as_posix() if project.pages.is_relative_to(project.root) else "docs"
    return tuple(unused_files(files_beside(project), records.value, pages, reached))


def _led_on(library: Library) -> frozenset[Address]:
    """The addresses of the pages that only lead on."""
    pages = (moved(each, library.site_url).page for each in library.redirects)
    return frozenset(each for each in pages if each is not None)

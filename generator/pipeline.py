"""The story: records are read, validated, linked, rendered, poured into frames, and written. Read this first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.check import check_document_links, check_handwritten_links, check_handwritten_styles
from generator.crosslink import crosslink
from generator.diagnostics import Diagnostic, Outcome
from generator.diagnostics.diagnostic import has_errors
from generator.documents import with_documents
from generator.frame import FrameBuild, frames_of, start_frames
from generator.guarded import searched, watched
from generator.ledger import (
    Standing,
    check_addresses,
    check_entries,
    check_redirect_ends,
    check_redirects,
    with_record_redirects,
)
from generator.model import Asset, Frames, Library, Records, moved
from generator.publish import Place, Pouring, files_of, pour, redirect_files, write_site
from generator.read import (
    CleanWords,
    Project,
    code_version,
    find_project,
    find_published,
    hidden_assets,
    lay_private,
    pictures_with_places,
    read_site,
    texts_of,
    texts_of_file,
)
from generator.render import render
from generator.request import Request, Result, reporting_file_faults
from generator.search import SearchablePage, field_words, index_site, searchable_documents
from generator.validate import check_assets, check_documents, check_pictures, validate

if TYPE_CHECKING:
    from generator.guard import Watch


@reporting_file_faults
def build(request: Request) -> Result:
    """From the records to the written site. Any error, and nothing is written."""
    return watched(request, lambda watch: _write(request, prepare(request), watch))


@reporting_file_faults
def prepare(request: Request) -> Result:
    """From the records to the whole site, ready to be written or shown. Nothing is written yet."""
    project = find_project(request.root)
    if project.value is None:
        return Result(project.diagnostics)
    # The engine follows every link and copies whatever it finds. It is not started on a folder with a refused file.
    is_safe = not has_errors(find_published(project.value).diagnostics)
    engine = _start_engine(project.value, request) if is_safe else None
    try:
        gathered = _gather(project.value, request)
        request.progress("building the frames")
        # A file that cannot be read here, the engine cannot read either: it is told once, and nobody waits.
        unread = any(each.code in ("S005", "S014", "Y107") for each in gathered.diagnostics)
        return _pour(project.value, gathered, Outcome(None) if unread or engine is None else engine.finish())
    finally:
        if engine is not None:
            engine.stop()


@reporting_file_faults
def pour_into(request: Request, engine_output: Path) -> Result:
    """The same with frames that an engine has built already, in a folder of theirs."""
    project = find_project(request.root)
    if project.value is None:
        return Result(project.diagnostics)
    gathered = _gather(project.value, request)
    poured = _pour(project.value, gathered, frames_of(engine_output))
    return watched(request, lambda watch: _write(request, poured, watch))


@reporting_file_faults
def inspect(request: Request) -> Result:
    """Reads, validates and links, and writes nothing."""
    project = find_project(request.root)
    if project.value is None:
        return Result(project.diagnostics)
    records = read_records(project.value, request)
    library = link_records(project.value, request, records)
    return Result(records.diagnostics, project=project.value, records=records.value, library=library)


def _start_engine(project: Project, request: Request) -> FrameBuild:
    inputs = (project.pages, *([project.overrides] if project.overrides else []))
    return start_frames(project.configuration, inputs, project.cache, request.engine, code_version())


def read_records(project: Project, request: Request) -> Outcome[Records]:
    """Every record, read and validated."""
    site = read_site(project, request.kept)
    read = site.value
    laid = lay_private(read.records, request.private, project.root)
    words = CleanWords.of(read.records, read.files, project.cache)
    records = validate(laid.value, read.unreadable, read.pages, read.files, request.today, words.files)
    promised = (*check_redirects(records.value, project.site_url), *check_entries(records.value))
    in_documents = tuple(check_documents(records.value, partial(texts_of_file, project.cache)))
    words.keep((*records.diagnostics, *in_documents))
    whole = replace(records.value, assets=read.assets)
    pictures = check_pictures(pictures_with_places(project), whole)
    beside = (*in_documents, *pictures, *check_assets(whole))
    return Outcome(whole, (*site.diagnostics, *laid.diagnostics, *records.diagnostics, *promised, *beside))


def link_records(project: Project, request: Request, records: Outcome[Records]) -> Library | None:
    """The records as a library; None when they have errors."""
    if records.failed:
        return None
    return crosslink(records.value, request.today, project.site_url, request.drafts)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """All that the site will be made of, but the frames."""

    records: Records
    library: Library | None
    """None when the records have errors."""

    diagnostics: tuple[Diagnostic, ...]


def _gather(project: Project, request: Request) -> _Gathered:
    request.progress("reading the records")
    records = read_records(project, request)
    library = link_records(project, request, records)
    if library is None:
        return _Gathered(records.value, None, records.diagnostics)
    request.progress("making the documents ready")
    has_sheets = "sheets" not in request.without
    ready = with_documents(library, records.value, project.root, project.cache, code_version(), has_sheets)
    whole = with_record_redirects(ready.value, records.value)
    return _Gathered(records.value, whole, (*records.diagnostics, *ready.diagnostics))


def _pour(project: Project, gathered: _Gathered, frames: Outcome[Frames | None]) -> Result:
    findings, library = (*gathered.diagnostics, *frames.diagnostics), gathered.library
    if library is None or frames.value is None or has_errors(findings):
        return Result(findings, project=project, records=gathered.records)
    rendering = render(library, code_version())
    files = (*rendering.files, *redirect_files(moved(each, project.site_url) for each in library.redirects))
    documents = [Asset(address, str(project.root / file)) for address, file in library.local_files]
    # The engine leaves hidden files out, but a site can need some of them, such as .well-known/security.txt.
    hidden = tuple(Asset(address, str(path)) for address, path in hidden_assets(project))
    engine = replace(frames.value, assets=(*frames.value.assets, *hidden))
    pouring = pour(rendering.plans, files, documents, engine, rendering.fill, rendering.resolve, project.site_url)
    findings += pouring.diagnostics
    standing = Standing.of_library(library, pouring.value.addresses)
    redirected = [each.old for each in library.redirects]
    findings += tuple(check_redirect_ends(gathered.records, standing, project.site_url, redirected))
    findings += tuple(check_addresses(gathered.records, standing, project.site_url, library.today))
    whole = replace(pouring.value, files=(*pouring.value.files, *rendering.redirects))
    known = whole.addresses
    findings += tuple(check_handwritten_links(gathered.records.pages, whole.handwritten, known, project.site_url))
    findings += tuple(check_handwritten_styles(gathered.records.pages, whole.handwritten))
    findings += tuple(check_document_links(gathered.records, library, known))
    poured = None if has_errors(findings) else whole
    return Result(findings, project=project, records=gathered.records, library=library, pouring=poured)


def _write(request: Request, result: Result, watch: Watch | None) -> Result:
    project, pouring = result.project, result.pouring
    if project is None or pouring is None:
        return result
    index = _index(request, project, pouring, result.library)
    pouring = replace(pouring, assets=(*pouring.assets, *index.value))
    output = request.output or project.output
    if watch is not None:
        request.progress("looking for private terms")
        result = searched(watch, ((f"{output.name}/{name}", make) for name, make in files_of(pouring)), result)
        if result.failed:
            return result
    request.progress("rendering and writing what changed")
    written = write_site(pouring, Place(output, project.root, project.cache, project.sources))
    return replace(
        result,
        diagnostics=(*result.diagnostics, *index.diagnostics, *written.diagnostics),
        output=output,
        written=written.value,
    )


def _index(request: Request, project: Project, pouring: Pouring, library: Library | None) -> Outcome[tuple[Asset, ...]]:
    """The search index of what is about to be written; no files for a site without a page to search it."""
    if library is None or not pouring.is_searchable or "search" in request.without:
        return Outcome(())
    request.progress("indexing for the search")
    pages = [SearchablePage(each.address, each.fingerprint, each.html) for each in pouring.pages if each.indexed]
    documents = tuple(searchable_documents(library, partial(texts_of, project.cache)))
    return index_site(pages, documents, field_words(library), code_version(), project.cache)

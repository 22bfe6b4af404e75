"""Runs the stages of a build: read, validate, link, render, put content into frames, write. Read this first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands.interrupted_change import check_interrupted
from generator.commands.options import BuildOptions, CommandResult, reporting_file_faults
from generator.commands.private_terms_gate import with_private_term_findings, with_private_terms_check
from generator.crosslink import crosslink
from generator.diagnostics import Diagnostic, Trait, WithDiagnostics, has_trait
from generator.diagnostics.diagnostic import has_errors
from generator.documents import CLEANED_ASSETS, clean_assets, prepare_documents
from generator.frame import FrameBuild, FrameSources, frames_of, start_frames, unreported
from generator.languages import base_language, use_language
from generator.link_checker import (
    PdfLinkTargets,
    check_document_links,
    check_feed_links,
    check_handwritten_links,
    check_handwritten_styles,
    check_links_to_pages,
    check_pinned_links,
    check_raw_markdown,
)
from generator.model import Asset, Frames, Library, Records, to_server_redirect
from generator.permalinks import (
    LiveAddresses,
    check_entries,
    check_letter_case,
    check_missing_addresses,
    check_redirect_ends,
    check_redirects,
    check_redirects_of_drafts,
    check_replaced_documents,
    with_record_redirects,
)
from generator.publish import Place, PlannedSite, RenderedPages, files_of, fill_frames, make_redirect_files, write_site
from generator.read import (
    CleanTextCache,
    Project,
    SiteFolder,
    compute_code_version,
    document_texts,
    find_project,
    find_published,
    hidden_assets,
    merge_private_workflow,
    pictures_with_places,
    read_site,
    searched_texts,
    with_earlier_records,
)
from generator.render import plan_site
from generator.search import SearchablePage, field_words, index_site, searchable_documents
from generator.validate import (
    check_assets,
    check_documents,
    check_html_files,
    check_pictures,
    check_theme_language,
    validate,
)

if TYPE_CHECKING:
    from generator.private_terms import PrivateTermScanner


@reporting_file_faults
def build(options: BuildOptions) -> CommandResult:
    """Build the site from the records and write it. If there is any error, nothing is written."""
    return with_private_terms_check(options, lambda scanner: _write(options, prepare(options), scanner))


@reporting_file_faults
def prepare(options: BuildOptions) -> CommandResult:
    """Build the whole site from the records, ready to be written or shown. Nothing is written yet."""
    project = find_project(options.root)
    if project.value is None:
        return CommandResult(project.diagnostics)
    # The engine follows every link and copies every file it finds, so it must not start on a folder with a refused
    # file.
    is_safe = not has_errors(find_published(project.value).diagnostics)
    engine = _start_engine(project.value, options) if is_safe else None
    try:
        gathered = _load(project.value, options)
        options.progress("building the frames")
        # The engine could not read this file either. The error is reported once, and the build does not wait for the
        # engine.
        unread = any(has_trait(diagnostic, Trait.STOPS_ENGINE) for diagnostic in gathered.diagnostics)
        return _pour(project.value, gathered, WithDiagnostics(None) if unread or engine is None else engine.finish())
    finally:
        if engine is not None:
            engine.stop()


@reporting_file_faults
def build_with_frames(options: BuildOptions, engine_output: Path) -> CommandResult:
    """Build and write the site with frames that the engine has already built in `engine_output`."""
    project = find_project(options.root)
    if project.value is None:
        return CommandResult(project.diagnostics)
    gathered = _load(project.value, options)
    poured = _pour(project.value, gathered, frames_of(engine_output))
    return with_private_terms_check(options, lambda scanner: _write(options, poured, scanner))


@reporting_file_faults
def validate_and_link(options: BuildOptions) -> CommandResult:
    """Read, validate and link the records. Nothing is written."""
    project = find_project(options.root)
    if project.value is None:
        return CommandResult(project.diagnostics)
    records = read_records(project.value, options)
    library = link_records(project.value, options, records)
    return CommandResult(records.diagnostics, project=project.value, records=records.value, library=library)


@reporting_file_faults
def validate_records(options: BuildOptions) -> CommandResult:
    """Read and validate the records. They are not linked, which takes half as long."""
    project = find_project(options.root)
    if project.value is None:
        return CommandResult(project.diagnostics)
    records = read_records(project.value, options)
    return CommandResult(records.diagnostics, project=project.value, records=records.value)


def _start_engine(project: Project, options: BuildOptions) -> FrameBuild:
    if project.theme_fault is not None:
        return FrameBuild(project.cache, problem=project.theme_fault)
    sources = FrameSources(project.configuration, project.pages, project.theme, project.plugins)
    return start_frames(sources, project.cache, options.engine, compute_code_version())


def read_records(project: Project, options: BuildOptions) -> WithDiagnostics[Records]:
    """Return every record, read and validated."""
    site = read_site(project, options.read_cache, options.unsaved)
    return validate_site(project, options, with_earlier_records(site, options.last_good))


def validate_site(
    project: Project, options: BuildOptions, site: WithDiagnostics[SiteFolder]
) -> WithDiagnostics[Records]:
    """Return every record of a site that was read, validated."""
    read = site.value
    laid = merge_private_workflow(read.records, options.private, project.root, (project.pages, *project.theme))
    words = CleanTextCache.of(read.records, read.files, project.cache)
    records = validate(laid.value, read.unreadable, read.pages, read.files, options.today, words.files)
    promised = (
        *check_redirects(records.value, project.site_url),
        *check_redirects_of_drafts(records.value, project.site_url, options.today),
        *check_entries(records.value),
        *check_replaced_documents(records.value, options.today),
    )
    theme = tuple(check_theme_language(records.value, project.theme_language, project.theme_language_place))
    in_documents = tuple(check_documents(records.value, partial(searched_texts, project)))
    words.keep((*records.diagnostics, *in_documents))
    whole = replace(records.value, assets=read.assets)
    pictures = check_pictures(pictures_with_places(project, read.content_files), whole)
    half = check_interrupted(project.root)
    others = (*theme, *in_documents, *pictures, *check_assets(whole), *check_html_files(whole), *filter(None, (half,)))
    return WithDiagnostics(whole, (*site.diagnostics, *laid.diagnostics, *records.diagnostics, *promised, *others))


def link_records(project: Project, options: BuildOptions, records: WithDiagnostics[Records]) -> Library | None:
    """Return the records as a library, or None if they have errors."""
    if records.failed:
        return None
    assert records.value.partnership is not None
    with use_language(records.value.partnership.record.language, is_marked=False):
        return crosslink(records.value, options.today, project.site_url, options.drafts)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """Everything that the site is made from, except the frames."""

    records: Records
    library: Library | None
    """None if the records have errors."""

    diagnostics: tuple[Diagnostic, ...]


def _load(project: Project, options: BuildOptions) -> _Gathered:
    options.progress("reading the records")
    records = read_records(project, options)
    library = link_records(project, options, records)
    if library is None:
        return _Gathered(records.value, None, records.diagnostics)
    options.progress("making the documents ready")
    has_sheets = "sheets" not in options.excluded
    version = compute_code_version()
    with use_language(library.partnership.language, is_marked=False):
        ready = prepare_documents(library, records.value, project.root, project.cache, version, has_sheets)
    whole = with_record_redirects(ready.value, records.value)
    return _Gathered(records.value, whole, (*records.diagnostics, *ready.diagnostics))


def _pour(project: Project, gathered: _Gathered, frames: WithDiagnostics[Frames | None]) -> CommandResult:
    findings, library = (*gathered.diagnostics, *unreported(frames.diagnostics, gathered.diagnostics)), gathered.library
    if library is None or frames.value is None or has_errors(findings):
        findings += tuple(check_links_to_pages(gathered.records.pages))
        return CommandResult(findings, project=project, records=gathered.records)
    rendering = plan_site(library, compute_code_version())
    files = (
        *rendering.files,
        *make_redirect_files(to_server_redirect(redirect, project.site_url) for redirect in library.redirects),
    )
    documents = [Asset(address, str(project.root / file)) for address, file in library.local_files]
    # The engine omits hidden files, but a site can need some of them, such as .well-known/security.txt.
    hidden = tuple(Asset(address, str(path)) for address, path in hidden_assets(project))
    cleaned = clean_assets(
        (*frames.value.assets, *hidden), project.cache / CLEANED_ASSETS, compute_code_version(), gathered.records.assets
    )
    findings += cleaned.diagnostics
    engine = replace(frames.value, assets=cleaned.value)
    pouring = fill_frames(
        rendering.plans,
        files,
        documents,
        engine,
        rendering.fill,
        rendering.resolve,
        project.site_url,
        rendering.page_data,
    )
    findings += pouring.diagnostics
    standing = LiveAddresses.of_library(library, pouring.value.addresses)
    redirected = [redirect.old for redirect in library.redirects]
    findings += tuple(check_redirect_ends(gathered.records, standing, project.site_url, redirected, library.today))
    findings += tuple(check_missing_addresses(gathered.records, standing, project.site_url, library.today))
    # In a preview, a draft can have an address that redirects: its page is shown.
    redirects = tuple(each for each in rendering.redirects if each.address not in pouring.value.addresses)
    whole = replace(pouring.value, files=(*pouring.value.files, *redirects))
    known = whole.addresses
    findings += tuple(check_letter_case(known, project.place_of))
    findings += tuple(check_handwritten_links(gathered.records.pages, whole.handwritten, known, project.site_url))
    findings += tuple(check_feed_links(gathered.records.pages, rendering.empty_feeds))
    findings += tuple(check_handwritten_styles(gathered.records.pages, whole.handwritten))
    findings += tuple(check_raw_markdown(gathered.records.pages, whole.handwritten))
    findings += tuple(check_document_links(gathered.records, project.site_url, PdfLinkTargets(known), library.today))
    findings += tuple(check_pinned_links(gathered.records, library, known))
    poured = None if has_errors(findings) else whole
    return CommandResult(findings, project=project, records=gathered.records, library=library, planned_site=poured)


def _write(options: BuildOptions, result: CommandResult, scanner: PrivateTermScanner | None) -> CommandResult:
    project, planned = result.project, result.planned_site
    if project is None or planned is None:
        return result
    with RenderedPages(project.cache) as rendered:
        kept = replace(result, planned_site=rendered.keep(planned))
        return replace(_write_pages(options, project, kept, scanner), planned_site=planned)


def _write_pages(
    options: BuildOptions, project: Project, result: CommandResult, scanner: PrivateTermScanner | None
) -> CommandResult:
    assert result.planned_site is not None
    index = _index(options, project, result.planned_site, result.library)
    pouring = replace(result.planned_site, assets=(*result.planned_site.assets, *index.value))
    output = options.output or project.output
    if scanner is not None:
        options.progress("looking for private terms")
        result = with_private_term_findings(
            scanner,
            ((f"{output.name}/{name}", make) for name, make in files_of(pouring)),
            result,
            is_whole_site=not options.excluded,
        )
        if result.failed:
            return result
    options.progress("rendering and writing what changed")
    written = write_site(pouring, Place(output, project.root, project.cache, project.sources))
    return replace(
        result,
        diagnostics=(*result.diagnostics, *index.diagnostics, *written.diagnostics),
        output=output,
        write_result=written.value,
    )


def _index(
    options: BuildOptions, project: Project, planned_site: PlannedSite, library: Library | None
) -> WithDiagnostics[tuple[Asset, ...]]:
    """Return the search index of the planned site, or no files if the site has no search page."""
    if library is None or not planned_site.is_searchable or "search" in options.excluded:
        return WithDiagnostics(())
    options.progress("indexing for the search")
    words = field_words(library)
    pages = [
        SearchablePage(page.address, page.fingerprint, page.html, page.is_list or not page.indexed)
        for page in planned_site.pages
        if page.indexed or page.address in words.answers.of_terms
    ]
    documents = tuple(searchable_documents(library, partial(document_texts, project)))
    language = base_language(library.partnership.language)
    return index_site(pages, documents, words, compute_code_version(), project.cache, language)

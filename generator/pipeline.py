"""The story: records are read, validated, linked, rendered, poured into frames, and written. Read this first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.check import (
    WhereWritten,
    check_document_links,
    check_handwritten_links,
    check_handwritten_styles,
    check_site,
    unused_files,
)
from generator.crosslink import crosslink
from generator.diagnostics import Diagnostic, Outcome
from generator.diagnostics.diagnostic import has_errors
from generator.documents import with_documents
from generator.frame import FrameBuild, frames_of, start_frames
from generator.model import Asset, Frames, Library, Records
from generator.publish import Pouring, Written, pour, write_site
from generator.read import (
    Project,
    ReadCache,
    code_version,
    files_beside,
    find_project,
    read_site,
    templates_of,
    texts_of,
)
from generator.render import render
from generator.search import SearchablePage, field_words, index_site, searchable_documents
from generator.validate import validate

if TYPE_CHECKING:
    from generator.check.external import Asking


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a build. Nothing is fetched from the clock or the environment later."""

    root: Path
    today: date
    engine: str = "mkdocs"
    output: Path | None = None
    """None for the folder that mkdocs.yml names."""

    drafts: bool = False
    without: frozenset[str] = frozenset()
    """What is left out: `sheets`, `search`."""

    progress: Callable[[str], None] = lambda step: None
    """Told each long step as it begins."""

    kept: ReadCache | None = None
    """What a process that builds again and again has read before; None reads it from the disk."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it."""

    diagnostics: tuple[Diagnostic, ...]
    output: Path | None = None
    project: Project | None = None
    """None when there is no site in the folder."""

    records: Records | None = None
    """Every record of the right shape, whatever else is wrong; only `inspect` and `check` give them."""

    library: Library | None = None
    """None when the records have errors."""

    pouring: Pouring | None = None
    """Every page, made when it is asked for; None when something stops publication."""

    written: Written | None = None
    """None when nothing was written: the site is as it was."""

    links: int | None = None
    """How many links were checked; None when no built site was looked at."""

    @property
    def failed(self) -> bool:
        """True when something stops publication."""
        return has_errors(self.diagnostics)


def build(request: Request) -> Result:
    """From the records to the written site. Any error, and nothing is written."""
    return _write(request, prepare(request))


def prepare(request: Request) -> Result:
    """From the records to the whole site, ready to be written or shown. Nothing is written yet."""
    project = find_project(request.root)
    if project.value is None:
        return Result(project.diagnostics)
    engine = _start_engine(project.value, request)
    try:
        gathered = _gather(project.value, request)
        request.progress("building the frames")
        # A file that cannot be read here, the engine cannot read either: it is told once, and nobody waits.
        unread = any(each.code in ("S005", "Y107") for each in gathered.diagnostics)
        return _pour(project.value, gathered, Outcome(None) if unread else engine.finish())
    finally:
        engine.stop()


def pour_into(request: Request, engine_output: Path) -> Result:
    """The same with frames that an engine has built already, in a folder of theirs."""
    project = find_project(request.root)
    if project.value is None:
        return Result(project.diagnostics)
    return _write(request, _pour(project.value, _gather(project.value, request), frames_of(engine_output)))


def inspect(request: Request) -> Result:
    """Reads, validates and links, and writes nothing."""
    project = find_project(request.root)
    if project.value is None:
        return Result(project.diagnostics)
    records = _read(project.value, request)
    library = _link(project.value, request, records)
    return Result(records.diagnostics, project=project.value, records=records.value, library=library)


def check(request: Request) -> Result:
    """The records, and every link of the site that was built from them."""
    project = find_project(request.root)
    if project.value is None:
        return Result(project.diagnostics)
    records = _read(project.value, request)
    output = request.output or project.value.output
    if not output.is_dir():
        return Result(records.diagnostics, output, project.value, records.value)
    request.progress("checking every link")
    where = WhereWritten(records.value, project.value.site_url, partial(templates_of, project.value))
    redirects = records.value.redirects.record.redirects if records.value.redirects is not None else ()
    links = check_site(output, project.value.site_url, where, {each.old: each.new for each in redirects})
    unused = _unused(project.value, records, links.value.reached)
    findings = (*records.diagnostics, *links.diagnostics, *unused)
    return Result(findings, output, project.value, records.value, links=links.value.count)


def _unused(project: Project, records: Outcome[Records], reached: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Nothing is said while records have errors: one of them may name the file."""
    if records.failed:
        return ()
    pages = project.pages.relative_to(project.root).as_posix() if project.pages.is_relative_to(project.root) else "docs"
    return tuple(unused_files(files_beside(project), records.value, pages, reached))


def check_external(request: Request, asking: Asking) -> Result:
    """Every address on other sites that the built site and its PDFs show. Of the records it tells nothing."""
    from generator.check.external import BuiltSite, check_external_links

    project = find_project(request.root)
    if project.value is None:
        return Result(project.diagnostics)
    records = _read(project.value, request)
    output = request.output or project.value.output
    if not output.is_dir():
        return Result((), output)
    request.progress("asking for the addresses on other sites")
    library = _link(project.value, request, records)
    texts = partial(texts_of, project.value.cache)
    site = BuiltSite(output, project.value.site_url, records.value, library, texts)
    memory = asking.memory or project.value.root / ".cache" / "links.json"
    found = check_external_links(site, asking, memory, request.today)
    return Result(found.diagnostics, output, links=found.value)


def _start_engine(project: Project, request: Request) -> FrameBuild:
    inputs = (project.pages, *([project.overrides] if project.overrides else []))
    return start_frames(project.configuration, inputs, project.cache, request.engine, code_version())


def _read(project: Project, request: Request) -> Outcome[Records]:
    site = read_site(project, request.kept)
    read = site.value
    records = validate(read.records, read.unreadable, read.pages, read.files, request.today)
    return Outcome(records.value, (*site.diagnostics, *records.diagnostics))


def _link(project: Project, request: Request, records: Outcome[Records]) -> Library | None:
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
    records = _read(project, request)
    library = _link(project, request, records)
    if library is None:
        return _Gathered(records.value, None, records.diagnostics)
    request.progress("making the documents ready")
    has_sheets = "sheets" not in request.without
    ready = with_documents(library, records.value, project.root, project.cache, code_version(), has_sheets)
    return _Gathered(records.value, ready.value, (*records.diagnostics, *ready.diagnostics))


def _pour(project: Project, gathered: _Gathered, frames: Outcome[Frames | None]) -> Result:
    findings, library = (*gathered.diagnostics, *frames.diagnostics), gathered.library
    if library is None or frames.value is None or has_errors(findings):
        return Result(findings, project=project)
    rendering = render(library, code_version())
    documents = [Asset(address, str(project.root / file)) for address, file in library.local_files]
    pouring = pour(
        rendering.plans, rendering.files, documents, frames.value, rendering.fill, rendering.resolve, project.site_url
    )
    known = pouring.value.addresses
    findings += pouring.diagnostics
    findings += tuple(
        check_handwritten_links(gathered.records.pages, pouring.value.handwritten, known, project.site_url)
    )
    findings += tuple(check_handwritten_styles(gathered.records.pages, pouring.value.handwritten))
    findings += tuple(check_document_links(gathered.records, library, known))
    poured = None if has_errors(findings) else pouring.value
    return Result(findings, project=project, library=library, pouring=poured)


def _write(request: Request, result: Result) -> Result:
    project, pouring = result.project, result.pouring
    if project is None or pouring is None:
        return result
    index = _index(request, project, pouring, result.library)
    request.progress("rendering and writing what changed")
    output = request.output or project.output
    own = project.output.resolve()
    # A folder outside the site's own may be shared with others: there only what a build wrote is removed.
    owned = output.resolve() == own and own.is_relative_to(project.root)
    pouring = replace(pouring, assets=(*pouring.assets, *index.value))
    written = write_site(pouring, output, project.cache, owned, project.sources)
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

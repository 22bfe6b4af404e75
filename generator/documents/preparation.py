"""Prepares all files that readers can download, before the pages that offer them are rendered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, WithDiagnostics, rule
from generator.documents.cleaned_files import CopyError, cleaned_copy, copy_not_proved
from generator.documents.print_sheets import PrintedSheet, draw_share_pictures, print_sheets
from generator.documents.sanitised_pdfs import sanitised_copy, shortfalls
from generator.documents.sheet_archive import archive_sheets
from generator.documents.thumbnails import Draw, Pictures
from generator.languages import gettext as _
from generator.languages import message
from generator.model import Library, PublishedDocument, RawRecord, Records, addresses
from generator.model.partnership import PublishedLogo
from generator.pdf import PdfError, PdfSandbox, draw_generated
from generator.system import prune_old_files

_LABELS = {
    "sheet": message("Print version of this library's page: {briefing}"),
    "poster": message("Poster made from this library's page: {briefing}"),
}
"""The labels of papers. They begin with what the paper is, not with the title that the partnership's own PDF has."""


def prepare_documents(
    library: Library, records: Records, root: Path, cache: Path, generator_version: bytes, sheets: bool = True
) -> WithDiagnostics[Library]:
    """Return the library with the files for readers: clean copies, sheets, pictures of first pages, share images.

    `root` is the site's folder, `generator_version` identifies the version of the generator. Each file is made once
    and kept in `cache`. If `sheets` is False, everything that Typst sets is left out. A PDF that cannot be cleaned is
    reported and not published. A sheet whose text does not fit is also reported, and not made.
    """
    places = records.raw_by_ref
    printed = print_sheets(library, places, cache, generator_version) if sheets else WithDiagnostics(())
    shared = draw_share_pictures(library, cache) if sheets else {}
    findings: list[Diagnostic] = [*printed.diagnostics]
    with PdfSandbox() as process:
        pictures = Pictures(cache / "pictures")
        ready: dict[tuple[str, str], tuple[PublishedDocument, ...]] = {}
        for key, documents in library.documents_of.items():
            copies = [
                _sanitise(
                    library,
                    places[key],
                    document,
                    root,
                    cache / "documents",
                    generator_version,
                    process,
                    findings,
                )
                for document in documents
            ]
            ready[key] = tuple(_add_thumbnail(copy, pictures, generator_version, process.draw) for copy in copies)
        for identity, made in _group_by_briefing(printed.value).items():
            papers = tuple(_to_document(sheet, pictures) for sheet in made)
            ready["briefing", identity] = ready.get(("briefing", identity), ()) + papers
    logo = _logo(library, root, cache / "documents", generator_version, findings)
    shown = {
        key: tuple(
            replace(each, path=_cleaned_picture(each.path, root, cache / "documents", generator_version, findings))
            for each in of_record
        )
        for key, of_record in library.pictures_of.items()
    }
    stems = {Path(each.path).stem for of_record in shown.values() for each in of_record}
    _remove_unused(ready, records, cache, logo, stems)
    archive = archive_sheets((document for documents in ready.values() for document in documents), cache)
    whole = replace(
        library, documents_of=ready, pictures_of=shown, share_pictures=shared, logo=logo, sheet_archive=archive
    )
    return WithDiagnostics(whole, tuple(findings))


def _logo(
    library: Library, root: Path, folder: Path, generator_version: bytes, findings: list[Diagnostic]
) -> PublishedLogo | None:
    """Return the logo with the file for readers."""
    if library.logo is None:
        return None
    original = root / library.logo.path
    try:
        copy = cleaned_copy(original, folder, generator_version)
    except CopyError as error:
        findings.append(copy_not_proved(library.logo.path, error, Location(library.logo.path)))
        return library.logo
    return library.logo if copy == original else replace(library.logo, path=str(copy))


def _cleaned_picture(name: str, root: Path, folder: Path, generator_version: bytes, findings: list[Diagnostic]) -> str:
    """Return the path of the copy of a picture that readers get."""
    try:
        return str(cleaned_copy(root / name, folder, generator_version))
    except CopyError as error:
        findings.append(copy_not_proved(name, error, Location(name)))
        return name


def _remove_unused(
    ready: Mapping[tuple[str, str], tuple[PublishedDocument, ...]],
    records: Records,
    cache: Path,
    logo: PublishedLogo | None,
    of_records: set[str],
) -> None:
    """Remove the cached files of deleted documents."""
    shown = [version for documents in ready.values() for document in documents for version in document.with_earlier]
    copies = {Path(version.path).stem for version in shown if version.path is not None}
    copies |= {Path(logo.path).stem} if logo is not None else set()
    copies |= of_records
    pictures = {Path(version.picture.path).stem for version in shown if version.picture is not None}
    originals = {facts.sha256 for facts in (*records.files.values(), *records.assets.values())}
    prune_old_files(cache / "documents", lambda name: Path(name).stem in copies or name.partition(".")[0] in originals)
    prune_old_files(cache / "pictures", lambda name: Path(name).stem in pictures)


def _sanitise(
    library: Library,
    raw: RawRecord,
    document: PublishedDocument,
    root: Path,
    folder: Path,
    generator_version: bytes,
    process: PdfSandbox,
    findings: list[Diagnostic],
) -> PublishedDocument:
    """Return the document and its earlier versions, with the files for readers.

    A version whose PDF cannot be cleaned stays as it was, and D421 is added to `findings`.
    """

    def sanitise_version(version: PublishedDocument, *path: str | int) -> PublishedDocument:
        if version.facts is None:
            return version
        try:
            copy = sanitised_copy(version, root, folder, generator_version, process)
        except PdfError as fault:
            findings.append(_cleaning_failed(fault, raw.location_of("documents", document.place, *path)))
            return version
        except CopyError as fault:
            place = raw.location_of("documents", document.place, *path)
            findings.append(copy_not_proved(Path(version.facts.path).name, fault, place))
            return version
        return replace(copy, shortfalls=shortfalls(version, library.today))

    updates = tuple(
        replace(update, earlier=sanitise_version(update.earlier, "updates", number, "earlier"))
        if update.earlier is not None
        else update
        for number, update in enumerate(document.updates)
    )
    sanitised = sanitise_version(document, "file")
    return replace(sanitised, updates=updates) if updates else sanitised


def _cleaning_failed(fault: PdfError, place: Location) -> Diagnostic:
    hint = "open it in the program that made it, remove comments and attachments, and save it as a new PDF"
    return rule("D421").diagnostic(f"the PDF cannot be cleaned for publication: {fault}", place, hint)


def _add_thumbnail(
    document: PublishedDocument, pictures: Pictures, generator_version: bytes, draw: Draw
) -> PublishedDocument:
    """Return the document with a picture of its first page if it is a PDF of this site, otherwise as it was."""
    facts = document.facts
    if document.path is None or document.address is None or facts is None or facts.pdf is None:
        return document
    address = addresses.picture(document.address)
    return replace(
        document, picture=pictures.of(Path(document.path), facts.sha256 + generator_version.hex(), address, draw)
    )


def _group_by_briefing(printed: tuple[PrintedSheet, ...]) -> Mapping[str, list[PrintedSheet]]:
    by_id: dict[str, list[PrintedSheet]] = defaultdict(list)
    for sheet in printed:
        by_id[sheet.briefing_id].append(sheet)
    return by_id


def _to_document(sheet: PrintedSheet, pictures: Pictures) -> PublishedDocument:
    """Return a sheet as a published document. Sheets are accessible, so it has no shortfalls.

    Its label begins with what it is: the partnership's own briefing may be in the same list, with the page's name.
    """
    return PublishedDocument(
        label=_(_LABELS[sheet.kind]).format(briefing=sheet.name),
        kind=sheet.kind,
        address=sheet.address,
        is_local=True,
        path=str(sheet.path),
        format="PDF",
        pages=sheet.pages,
        size_bytes=sheet.size_bytes,
        picture=pictures.of(sheet.path, sheet.path.stem, addresses.picture(sheet.address), draw_generated),
        is_sheet=True,
    )

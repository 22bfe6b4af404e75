"""Everything that readers take away, made ready before the pages that offer it are rendered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, Outcome, rule
from generator.documents.clean_copies import copy_for_readers, shortfalls
from generator.documents.pictures import Draw, Pictures
from generator.documents.sheets import PrintedSheet, draw_share_pictures, print_sheets
from generator.machine import forget_unused
from generator.model import Library, PublishedDocument, RawRecord, Records, addresses
from generator.pdf import PdfFault, PdfProcess, draw_own


def with_documents(
    library: Library, records: Records, root: Path, cache: Path, code: bytes, sheets: bool = True
) -> Outcome[Library]:
    """The library with the files that readers get: clean copies, sheets, pictures of first pages and of shared links.

    `root` is the site's folder, `code` stands for the generator at work. What is made is kept in `cache` and made
    once. `sheets` false leaves out all that Typst sets. A PDF that cannot be cleaned is a diagnostic and is not
    published; a sheet that has no room for its text is one, too, and is not made.
    """
    places = records.as_written
    printed = print_sheets(library, places, cache, code) if sheets else Outcome(())
    shared = draw_share_pictures(library.partnership, cache) if sheets else {}
    findings: list[Diagnostic] = [*printed.diagnostics]
    with PdfProcess() as process:
        pictures = Pictures(cache / "pictures")
        ready: dict[tuple[str, str], tuple[PublishedDocument, ...]] = {}
        for key, documents in library.documents_of.items():
            copies = [
                _copy(library, places[key], each, place, root, cache / "documents", code, process, findings)
                for place, each in enumerate(documents)
            ]
            ready[key] = tuple(_pictured(each, pictures, code, process.draw) for each in copies)
        for identity, made in _by_briefing(printed.value).items():
            own = tuple(_published(each, pictures) for each in made)
            ready["briefing", identity] = ready.get(("briefing", identity), ()) + own
    _forget(ready, records, cache)
    return Outcome(replace(library, documents_of=ready, share_pictures=shared), tuple(findings))


def _forget(ready: Mapping[tuple[str, str], tuple[PublishedDocument, ...]], records: Records, cache: Path) -> None:
    """Lets go of what was made for documents that are no more."""
    shown = [each for documents in ready.values() for document in documents for each in document.with_earlier]
    copies = {Path(each.path).stem for each in shown if each.path is not None}
    pictures = {Path(each.picture.path).stem for each in shown if each.picture is not None}
    originals = {each.sha256 for each in (*records.files.values(), *records.assets.values())}
    forget_unused(cache / "documents", lambda name: Path(name).stem in copies or name.partition(".")[0] in originals)
    forget_unused(cache / "pictures", lambda name: Path(name).stem in pictures)


def _copy(
    library: Library,
    raw: RawRecord,
    document: PublishedDocument,
    place: int,
    root: Path,
    folder: Path,
    code: bytes,
    process: PdfProcess,
    findings: list[Diagnostic],
) -> PublishedDocument:
    """The document, and what it was earlier, with the files that readers get.

    As it was, with a finding, where there can be none.
    """

    def copied(each: PublishedDocument, *path: str | int) -> PublishedDocument:
        if each.facts is None:
            return each
        try:
            copy = copy_for_readers(each, root, folder, code, process)
        except PdfFault as fault:
            findings.append(_not_cleaned(fault, raw.at("documents", place, *path)))
            return each
        return replace(copy, shortfalls=shortfalls(each, library.today))

    updates = tuple(
        replace(each, earlier=copied(each.earlier, "updates", number, "earlier")) if each.earlier is not None else each
        for number, each in enumerate(document.updates)
    )
    return replace(copied(document, "file"), updates=updates)


def _not_cleaned(fault: PdfFault, place: Location) -> Diagnostic:
    hint = "open it in the program that made it, take out comments and attachments, and save it as a new PDF"
    return rule("D421").found(f"the PDF cannot be cleaned for publication: {fault}", place, hint)


def _pictured(document: PublishedDocument, pictures: Pictures, code: bytes, draw: Draw) -> PublishedDocument:
    """The document with a picture of its first page, where it is a PDF of this site."""
    facts = document.facts
    if document.path is None or document.address is None or facts is None or facts.pdf is None:
        return document
    address = addresses.picture(document.address)
    return replace(document, picture=pictures.of(Path(document.path), facts.sha256 + code.hex(), address, draw))


def _by_briefing(printed: tuple[PrintedSheet, ...]) -> Mapping[str, list[PrintedSheet]]:
    of: dict[str, list[PrintedSheet]] = defaultdict(list)
    for each in printed:
        of[each.briefing_id].append(each)
    return of


def _published(sheet: PrintedSheet, pictures: Pictures) -> PublishedDocument:
    """A sheet as readers find it. It is made accessible, so it has no shortfalls.

    Its label says who made it: the partnership's own briefing may be in the same list, under nearly the same name.
    """
    return PublishedDocument(
        label=f"{sheet.title}, made by this library",
        kind=sheet.kind,
        address=sheet.address,
        is_local=True,
        path=str(sheet.path),
        format="PDF",
        pages=sheet.pages,
        size_bytes=sheet.size_bytes,
        picture=pictures.of(sheet.path, sheet.path.stem, addresses.picture(sheet.address), draw_own),
        is_sheet=True,
    )

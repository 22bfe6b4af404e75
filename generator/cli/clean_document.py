"""`library clean-document`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import click

from generator.cli.options import day, root_option
from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.model import Library, PdfFacts
from generator.model.document import size_in_words
from generator.pdf import PdfError, PdfSandbox, SanitiseCounts


@click.command("clean-document")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--title", help="Its title; left out, the label from its record, else the title that it has.")
@click.option("--language", help="Its language, such as en-GB or pl; left out, the one of its record, else en-GB.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The copy; left out, FILE-clean.pdf.")
@root_option
def clean_document_command(file: Path, title: str | None, language: str | None, out: Path | None, root: Path) -> None:
    """Write a copy of a PDF that is fit to be published.

    Names in its properties, comments, files inside and scripts are taken out; title and language are set; text, tags,
    links and bookmarks stay, and that is checked. The original is never touched and nothing is overwritten.

    "library build" does the same by itself for every PDF that a record names: this is for other uses, or to look.
    """
    copy = out or file.with_name(f"{file.stem}-clean.pdf")
    if copy.exists():
        _end(f"{copy} is there already; nothing is overwritten. Choose another name with --out", 2)
    named, spoken = _from_its_record(file, root)
    with PdfSandbox() as process, tempfile.TemporaryDirectory(prefix="library-clean-") as temp_dir:
        texts = Path(temp_dir) / "texts.json"
        try:
            before = process.look(file.resolve(), texts)
            wanted = title or named or before.title or file.stem
            taken = process.clean(file.resolve(), copy.resolve(), wanted, language or spoken or "en-GB")
        except PdfError as fault:
            _end(f"{file} cannot be cleaned: {fault}. Nothing was written", 1)
        after = process.look(copy.resolve(), texts)
    for line in (*_told("Before", before), *_taken_out(taken), *_told("After", after)):
        click.echo(line)
    click.echo(f"library: wrote {copy}, {after.pages} pages, {size_in_words(copy.stat().st_size)}")
    if not after.is_tagged or after.is_scan:
        click.echo("library: it is still not fully accessible; library check says what to do once a record names it")


def _from_its_record(file: Path, root: Path) -> tuple[str, str]:
    """The label and the language that the file's record gives it; empty where no record names it."""
    library: Library | None = validate_and_link(BuildOptions(root, day(None), drafts=True)).library
    for documents in library.documents_of.values() if library is not None else ():
        for document in documents:
            if document.facts is not None and (root / document.facts.path).resolve() == file.resolve():
                return document.label, document.language
    return "", ""


def _told(when: str, facts: PdfFacts) -> Iterator[str]:
    yield f"{when}:"
    yield f"  title: {facts.title or 'none'}"
    yield f"  language: {facts.language or 'none'}"
    yield f"  tags: {'yes' if facts.is_tagged else 'none'}; pages with text: {sum(map(bool, facts.text_lengths))}"
    names = f"in {', '.join(facts.names)}" if facts.names else "none"
    yield f"  names in properties: {names}"
    counts = (len(facts.comments), len(facts.embedded_files), len(facts.scripts))
    yield "  comments: {}; files inside: {}; scripts: {}".format(*counts)


def _taken_out(taken: SanitiseCounts) -> Iterator[str]:
    counted = (
        (taken.properties, "properties"),
        (taken.comments, "comments"),
        (taken.files, "files inside"),
        (taken.scripts, "scripts and actions"),
        (taken.pictures_properties, "properties of pictures and pages"),
    )
    words = ", ".join(f"{count} {what}" for count, what in counted if count)
    yield f"Taken out: {words or 'nothing'}"


def _end(why: str, status: int) -> NoReturn:
    click.echo(f"library: {why}", err=True)
    raise SystemExit(status)

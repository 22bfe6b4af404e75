"""`library clean-document`: write a copy of a document that is ready to publish."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.exit import end_command
from generator.cli.options import day, root_option
from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.documents.cleaned_files import CLEANED, CopyError, clean_bytes
from generator.markdown import join_words
from generator.model import Library, PdfFacts
from generator.model.document_rules import unmet_rules
from generator.model.published_document import size_in_words
from generator.pdf import PdfError, PdfSandbox, SanitiseCounts
from generator.read import hidden_metadata


@click.command("clean-document")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--title", help="Title of the copy.  [default: the label in its record, or its own title]")
@click.option(
    "--language", help="Language of the copy, such as en-GB or pl.  [default: the one in its record, or en-GB]"
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="Write to this file.  [default: FILE-clean]"
)
@root_option
def clean_document_command(file: Path, title: str | None, language: str | None, out: Path | None, root: Path) -> None:
    """Write a copy of a file that is ready to publish.

    Of a PDF, it removes names in its properties, comments, embedded files and scripts, and sets title and language.
    Text, tags, links and bookmarks are kept, and the command checks that. Of other files, it removes properties,
    comments and the like. The original file is not changed, and no file is overwritten.

    "library build" does this automatically for every document in a record. Use this command for other files, or to see
    what would be removed.
    """
    copy = out or file.with_name(f"{file.stem}-clean{file.suffix}")
    if copy.exists():
        end_command(f"{copy} already exists and was not overwritten. Choose another name with --out", 2)
    if file.suffix.lower() in CLEANED:
        _clean_other_file(file, copy)
        return
    record_label, record_language = _label_and_language(file, root)
    with PdfSandbox() as process, tempfile.TemporaryDirectory(prefix="library-clean-") as temp_dir:
        texts = Path(temp_dir) / "texts.json"
        try:
            before = process.look(file.resolve(), texts)
            copy_title = title or record_label or before.title or file.stem
            copy_language = language or record_language or "en-GB"
            removed = process.clean(file.resolve(), copy.resolve(), copy_title, copy_language)
        except PdfError as fault:
            end_command(f"{file} cannot be cleaned: {fault}. Nothing was written", 1)
        after = process.look(copy.resolve(), texts)
    for line in (*_describe("Before", before), _describe_removed(removed), *_describe("After", after)):
        click.echo(line)
    click.echo(f"library: wrote {copy}, {after.pages} pages, {size_in_words(copy.stat().st_size)}")
    unmet = unmet_rules(after)
    if unmet:
        rules = ", ".join(unmet)
        click.echo(
            f"library: the copy is not fully accessible yet ({rules}); add it to a record and run: library check"
        )


def _clean_other_file(file: Path, copy: Path) -> None:
    hidden = hidden_metadata(file)
    if hidden.kept:
        steps = "".join(f"\n  {step}" for step in hidden.steps)
        end_command(f"{file} cannot be cleaned: it has {join_words(hidden.kept)}. Nothing was written{steps}", 1)
    try:
        cleaned = clean_bytes(file.read_bytes(), file.suffix.lower())
    except CopyError as error:
        end_command(f"{file} cannot be cleaned: {error}. Nothing was written", 1)
    if cleaned is None:
        end_command(f"{file} is of a kind that cannot be cleaned, and nothing hidden was found. Nothing was written", 1)
    copy.write_bytes(cleaned)
    click.echo(f"Removed: {', '.join(hidden.says) or 'nothing that is reported'}")
    click.echo(f"library: wrote {copy}, {size_in_words(copy.stat().st_size)}")


def _label_and_language(file: Path, root: Path) -> tuple[str, str]:
    """Return the label and the language from the file's record, or two empty strings if no record names the file."""
    library: Library | None = validate_and_link(BuildOptions(root, day(None), drafts=True)).library
    for documents in library.documents_of.values() if library is not None else ():
        for document in documents:
            if document.facts is not None and (root / document.facts.path).resolve() == file.resolve():
                return document.label, document.language
    return "", ""


def _describe(when: str, facts: PdfFacts) -> Iterator[str]:
    yield f"{when}:"
    yield f"  title: {facts.title or 'none'}"
    yield f"  language: {facts.language or 'none'}"
    yield f"  tags: {'yes' if facts.is_tagged else 'none'}; pages with text: {sum(map(bool, facts.text_lengths))}"
    names = f"in {', '.join(facts.names)}" if facts.names else "none"
    yield f"  names in properties: {names}"
    counts = (len(facts.comments), len(facts.embedded_files), len(facts.scripts))
    yield "  comments: {}; embedded files: {}; scripts: {}".format(*counts)


def _describe_removed(removed: SanitiseCounts) -> str:
    counts = (
        (removed.properties, "properties"),
        (removed.comments, "comments"),
        (removed.files, "embedded files"),
        (removed.scripts, "scripts and actions"),
        (removed.pictures_properties, "properties of pictures and pages"),
    )
    words = ", ".join(f"{count} {what}" for count, what in counts if count)
    return f"Removed: {words or 'nothing'}"

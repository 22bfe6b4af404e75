"""The files for readers: clean copies of PDFs, and of other files that can be cleaned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Final

from generator.documents.cleaned_files import cleaned_copy
from generator.model import AccessibilityIssue, PublishedDocument
from generator.model.document_rules import active_exception, unmet_rules
from generator.pdf import PdfSandbox
from generator.system import CHECKSUMS, cache_folder, make_way, read_checksums, write_checksums

_SHORT: Final = 12
"""Bytes of the hash over a copy's title, its language and the generator."""


def sanitised_copy(
    document: PublishedDocument, root: Path, folder: Path, generator_version: bytes, process: PdfSandbox
) -> PublishedDocument:
    """Return the document with the file for readers, which is made unless `folder` has an undamaged copy.

    `generator_version` identifies the version of the generator: a copy made by another version is not used. Raises a
    `PdfError` or a `CopyError` if the file cannot be cleaned, and an OSError if the copy cannot be written.
    """
    facts = document.facts
    assert facts is not None
    original = root / facts.path
    if facts.pdf is None:
        clean = cleaned_copy(original, folder, generator_version)
        return replace(document, path=str(clean), size_bytes=clean.stat().st_size)
    settings_hash = blake2b(
        f"{document.label}\0{document.language}\0".encode() + generator_version, digest_size=_SHORT
    ).hexdigest()
    copy = folder / f"{facts.sha256}-{settings_hash}.pdf"
    checksums = copy.with_suffix(CHECKSUMS)
    if read_checksums(checksums) is None:
        make_way(copy)
        cache_folder(folder)
        process.clean(original, copy, document.label, document.language)
        write_checksums(checksums, [copy.name])
    return replace(document, path=str(copy), size_bytes=copy.stat().st_size)


def shortfalls(document: PublishedDocument, today: date) -> tuple[AccessibilityIssue, ...]:
    """Return why the clean copy is not fully accessible and why it stays so; empty if it is accessible."""
    pdf = document.facts.pdf if document.facts is not None else None
    if pdf is None:
        return ()
    exceptions = {unmet_rule: active_exception(unmet_rule, document.accepted, today) for unmet_rule in unmet_rules(pdf)}
    return tuple(
        AccessibilityIssue(unmet_rule, exception.reason if exception is not None else "")
        for unmet_rule, exception in exceptions.items()
    )

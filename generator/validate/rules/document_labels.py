"""Checks that readers can tell the documents of a record apart by their labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, RelatedLocation, rule
from generator.languages.tags import language_name
from generator.model import Briefing, Case, Document, Notice, Records
from generator.model.document import SITE_LANGUAGE, other_language_of_pdf, suffix_of
from generator.model.document_label import document_label, is_one_of_several


def check_similar_documents(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield D440 for a document that only the order in the record tells apart from an earlier one.

    A document in two file formats is allowed: the label shows the format.
    """
    for record in records.cases_briefings_notices:
        own = [(n, each) for n, each in enumerate(record.record.documents) if each.shared_from is None]
        for position, (index, document) in enumerate(own):
            earlier = next(((n, each) for n, each in own[:position] if _is_alike(each, document)), None)
            if earlier is None:
                continue
            place = record.raw.location_of("documents", index)
            related = (RelatedLocation("the other is here", record.raw.location_of("documents", earlier[0])),)
            if document.name == earlier[1].name:
                number = 1 + sum(each.kind == document.kind for _, each in own[:position])
                message = f'nothing tells this document "{document.name}" apart from another one of this record'
                yield rule("D440").diagnostic(message, place, _hint(document, number), related)
            else:
                message = f'this document has the same label as "{earlier[1].name}" of this record'
                hint = f'add what readers should see of it: title: "{_example(document)}"'
                yield rule("D440").diagnostic(message, place, hint, related)


def check_documents_listed_twice(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield D494 for a document with the file or the address of an earlier one of its record.

    Several documents may be elsewhere, on one page. Only the address of a file is compared.
    """
    for record in records.cases_briefings_notices:
        seen: dict[tuple[str, str], int] = {}
        for index, document in enumerate(record.record.documents):
            given = (("file", document.file), ("url", document.url))
            field, value = next(((field, value) for field, value in given if value), ("", ""))
            is_page = field == "url" and not suffix_of(_path_of(value))
            if not value or is_page or document.shared_from is not None:
                continue
            earlier = seen.setdefault((field, value), index)
            if earlier != index:
                what = "file" if field == "file" else "address"
                message = f"this document has the same {what} as an earlier one of this record"
                hint = f"take one of the two out, or correct its {what}"
                related = (RelatedLocation("the other is here", record.raw.location_of("documents", earlier)),)
                yield rule("D494").diagnostic(message, record.raw.location_of("documents", index, field), hint, related)


def _path_of(url: str) -> str:
    """Return the path of an address. Unlike `urlsplit`, this takes any text: L829 reports an address that is none."""
    return re.split("[?#]", url.partition("://")[2].partition("/")[2], maxsplit=1)[0]


def _is_alike(one: Document, other: Document) -> bool:
    """Return True if two documents have the same address or the same label."""
    if one.kind != other.kind:
        return False
    if one.name == other.name:
        formats = {suffix_of(each.file) for each in (one, other) if each.file is not None}
        return len(formats) < 2
    return (one.title, one.language) == (other.title, other.language)


def _hint(document: Document, number: int) -> str:
    """Return what to add to the document, with the text to type."""
    if document.language is not None and document.id is None:
        return (
            f"give it an id that becomes part of its address: id: {document.language.lower()}; the label then says "
            f"that it is in {language_name(document.language)}"
        )
    title = document.title or f"Part {number}: what this part is about"
    return (
        f'give it an id that becomes part of its address, and a title: id: part-{number}, title: "{title}"; if it is '
        'an older version of the same document, list it under "updates" of the newer one, as "earlier"'
    )


def _example(document: Document) -> str:
    return (document.id or "part-2").replace("-", " ").capitalize()


def check_titles_of_documents(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield D441 for a title of a document that its kind already tells apart."""
    words = records.vocabulary.record if records.vocabulary is not None else None
    for record in records.cases_briefings_notices:
        for index, document in enumerate(record.record.documents):
            if document.title is None or document.shared_from is not None or words is None:
                continue
            if not is_one_of_several(record.record, document):
                label = document_label(
                    record.record, document, words, _sharing(record.record, document, records, today)
                )
                hint = (
                    "take the title out; if the record will have several documents of this kind, keep it and add an id "
                    "that becomes part of the address"
                )
                message = f'the title is not shown: labels are generated, and this one is "{label}"'
                yield rule("D441").diagnostic(message, record.raw.location_of("documents", index, "title"), hint)


def _sharing(
    owner: Case | Briefing | Notice, document: Document, records: Records, today: date
) -> list[Case | Briefing | Notice]:
    """Return the public records that refer to a document of another record."""
    return [
        located.record
        for located in records.cases_briefings_notices
        if isinstance(owner, Case) and located.record.is_public(today) and not located.record.is_withdrawn
        for each in located.record.documents
        if each.shared_from == owner.id and each.name == document.name
    ]


def check_languages_of_documents(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield D449 for a PDF that names another language than the site's, if its record names none."""
    for record in records.cases_briefings_notices:
        for index, document in enumerate(record.record.documents):
            facts = records.files.get((record.raw.file, document.file or ""))
            tag = other_language_of_pdf(facts) if document.language is None else None
            if tag is None:
                continue
            message = (
                f'"{document.file}" says that it is in {language_name(tag)}, and its record does not name a language'
            )
            hint = f'add "language: {tag}" to the document; or "language: {SITE_LANGUAGE}" if that is wrong'
            yield rule("D449").diagnostic(message, record.raw.location_of("documents", index, "file"), hint)

"""The one label of a document, made from its record: readers see the same words wherever the document is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from generator.languages import gettext as _
from generator.languages.tags import language_name
from generator.model.briefing import Briefing
from generator.model.case import Case
from generator.model.document import Document, is_another_language
from generator.model.notice import Notice
from generator.model.record_address import title_of
from generator.model.vocabulary import Vocabulary

_MOST_NAMES: Final = 3
"""The most records that the label of a shared document names."""


def document_label(
    record: Case | Briefing | Notice,
    document: Document,
    vocabulary: Vocabulary,
    shared_with: Sequence[Case | Briefing | Notice] = (),
) -> str:
    """Return the label of a record's document: `Grace: Child Safeguarding Practice Review report, in Polish`.

    `shared_with` are the public records that refer to the document. Its label then names all of them: `Anna and
    Grace: statement`. The title is used if the record has several documents of the kind. Unknown vocabulary ids are
    shown as they are; another rule reports them.
    """
    kind = vocabulary.document_kind.get(document.kind)
    types = {frozenset(each.type) for each in (record, *shared_with) if isinstance(each, Case)}
    is_typed = kind is not None and kind.names_type and isinstance(record, Case) and len(types) == 1
    review_type = vocabulary.type_label(record.type, not_stated="") if isinstance(record, Case) and is_typed else ""
    what = f"{review_type} {kind.label if kind is not None else document.kind}"
    return ", ".join((f"{_names(record, shared_with)}: {what.strip()}", *_additions(record, document)))


def short_label(record: Case | Briefing | Notice, document: Document, vocabulary: Vocabulary) -> str:
    """Return what a document is without its record: `statement, in Polish`."""
    kind = vocabulary.document_kind.get(document.kind)
    return ", ".join((kind.label if kind is not None else document.kind, *_additions(record, document)))


def _additions(record: Case | Briefing | Notice, document: Document) -> Iterator[str]:
    """Yield the title, if the kind does not tell the document apart, and a language that is not the site's."""
    if document.title is not None and is_one_of_several(record, document):
        yield document.title
    if document.language is not None and is_another_language(document.language):
        yield _("in {language}").format(language=language_name(document.language))


def is_one_of_several(record: Case | Briefing | Notice, document: Document) -> bool:
    """Return True if the kind does not tell a document apart: it has an id, or its record has another of the kind."""
    own = [each for each in record.documents if each.kind == document.kind and each.shared_from is None]
    return document.id is not None or len(own) > 1


def _names(record: Case | Briefing | Notice, shared_with: Sequence[Case | Briefing | Notice]) -> str:
    """Return the names of all records of a document: `Anna and Grace`, `Anna and 3 other reviews`."""
    names = list(dict.fromkeys(title_of(each) for each in (record, *shared_with)))
    if len(names) == 1:
        return names[0]
    if len(names) <= _MOST_NAMES:
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return f"{names[0]} and {len(names) - 1} others"

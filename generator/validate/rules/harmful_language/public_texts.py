"""Collects every text of a record that readers may see, and the subject of the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Briefing, Case, Located, Notice, RawRecord, Records, Vocabulary
from generator.model.publication import About
from generator.model.raw_record import Path
from generator.model.vocabulary import TERM_LISTS
from generator.validate.rules.harmful_language.matcher import TextContext
from generator.validate.rules.harmful_language.suicide_terms import SUBJECT
from generator.validate.shown_texts import shown_texts


@dataclass(frozen=True, slots=True)
class PublicText:
    """One text of a record."""

    raw: RawRecord
    path: Path
    text: str
    about: TextContext
    accepted: frozenset[tuple[str, str]] = frozenset()
    """The key of each finding that the record accepts."""


def find_public_texts(records: Records) -> Iterator[PublicText]:
    """Yield the texts of cases, briefings, notices, bulletins and years, and the words of the vocabulary.

    For a withdrawn record, yield only the texts that are still shown. Records whose words are known to be clean
    are left out. Names under which something was printed elsewhere are also left out: they are history.
    """
    contexts = _Contexts(records)
    for record in records.cases_briefings_notices:
        if record.raw.file in records.unchanged_clean_files:
            continue
        about = contexts.of(record.record)
        accepted = frozenset(given.key for given in record.record.accepted_findings)
        for path, text in shown_texts(record):
            yield PublicText(record.raw, path, text, about, accepted)
    for bulletin in records.bulletins:
        for path, text in ((("title",), bulletin.record.title), *bulletin.record.prose):
            yield PublicText(bulletin.raw, path, text, TextContext())
    for year in records.years:
        for path, text in year.record.prose:
            yield PublicText(year.raw, path, text, TextContext())
    if records.vocabulary is not None:
        yield from _texts_of_vocabulary(records.vocabulary)


def _texts_of_vocabulary(located: Located[Vocabulary]) -> Iterator[PublicText]:
    words = located.record
    for name in TERM_LISTS:
        for index, term in enumerate(getattr(words, name)):
            for field in ("label", "description"):
                if (text := getattr(term, field)) is not None:
                    yield PublicText(located.raw, (name, index, field), text, TextContext())
    for index, joint in enumerate(words.joint_types):
        yield PublicText(located.raw, ("joint_types", index, "label"), joint.label, TextContext())


class _Contexts:
    """Finds the subject of a record from its harms, its themes and its type."""

    def __init__(self, records: Records) -> None:
        words = records.vocabulary.record if records.vocabulary is not None else None
        terms = (*words.harms, *words.themes) if words is not None else ()
        self._suicide = {term.id for term in terms if SUBJECT.search(term.id) or SUBJECT.search(term.label)}
        self._adults = (
            {identity for identity, review_type in words.type.items() if review_type.about == (About.ADULTS,)}
            if words
            else set()
        )

    def of(self, record: Case | Briefing | Notice) -> TextContext:
        """Return the context that the record itself gives. A briefing may have only the text of its case."""
        return TextContext(
            suicide=not self._suicide.isdisjoint((*record.harms, *record.themes)),
            only_adults=record.about == (About.ADULTS,)
            or (isinstance(record, Case) and not record.about and self._is_for_adults(record.type)),
        )

    def _is_for_adults(self, types: tuple[str, ...]) -> bool:
        return bool(types) and self._adults.issuperset(types)

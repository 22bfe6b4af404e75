"""Checks that a content note names only what its own record says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Briefing, Case, Notice, Records, Vocabulary
from generator.model.content_warnings import names, text_of, topics_called
from generator.model.mentions import mentions
from generator.model.publication import accepted_key
from generator.validate.rules.content_notes import is_like_an_id
from generator.validate.rules.unused_acceptances import unused_acceptances


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P647 for an entry of `content_note` that neither the record's own text nor its harms support.

    P633: a record accepts an entry that the text supports.
    """
    if records.vocabulary is None:
        return
    words = records.vocabulary.record
    cases = {case.record.id: case.record for case in records.cases}
    needed: set[tuple[str, str, str]] = set()
    for located in records.cases_briefings_notices:
        record = located.record
        if record.is_withdrawn or not record.content_note:
            continue
        accepted = {acceptance.key for acceptance in record.accepted_findings}
        case = cases.get(record.case or "") if isinstance(record, Briefing) else None
        text = "\n".join(text_of(each) for each in (record, case) if each is not None)
        for index, entry in enumerate(record.content_note):
            if is_like_an_id(entry, words) or _is_supported(entry, record, case, text, words):
                continue
            key = accepted_key("P647", entry)
            if key in accepted:
                needed.add((located.raw.file, *key))
                continue
            message = f'"{entry}" is in the content note, but not in the text or harms of this record: is it right?'
            hint = "remove it, or use the words of the text; the themes and briefings of a record do not count"
            yield rule("P647").diagnostic(message, located.raw.location_of("content_note", index), hint)
    yield from unused_acceptances(records, ("P647",), needed)


def _is_supported(
    entry: str, record: Case | Briefing | Notice, case: Case | None, text: str, words: Vocabulary
) -> bool:
    topics = topics_called(entry, words)
    declared = {*record.harms, *(case.harms if case is not None else ())}
    if any(topic.id in declared for topic in topics):
        return True
    return any(mentions(text, wording) for wording in (entry, *(name for topic in topics for name in names(topic))))

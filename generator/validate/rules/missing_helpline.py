"""Checks that a page about suicide or self-harm begins with a note that says so and shows helplines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Briefing, Case, Notice, Records
from generator.model.content_warnings import subjects_declared
from generator.model.publication import accepted_key
from generator.model.vocabulary import Vocabulary
from generator.validate.rules.harmful_language.suicide_terms import MENTION
from generator.validate.rules.unused_acceptances import unused_acceptances
from generator.validate.shown_texts import shown_texts


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P645 or P646 for a text in which suicide or self-harm is mentioned.

    P645: the page has no note at all. P646: it has one, and the note names neither. P633: a record accepts one of them
    and does not need to.
    """
    if records.vocabulary is None:
        return
    words = records.vocabulary.record
    needed: set[tuple[str, str, str]] = set()
    cases = {case.record.id: case.record for case in records.cases}
    for record in records.cases_briefings_notices:
        if record.record.is_withdrawn:
            continue
        accepted = {acceptance.key for acceptance in record.record.accepted_findings}
        case = cases.get(record.record.case or "") if isinstance(record.record, Briefing) else None
        named = subjects_declared(record.record, case, words)
        code = "P646" if named else "P645"
        if any(map(MENTION.search, named)):
            continue
        for path, text in shown_texts(record):
            mention = MENTION.search(text) if _may_mention(text) else None
            if mention is None:
                continue
            key = accepted_key(code, mention[0])
            if key in accepted:
                needed.add((record.raw.file, *key))
                continue
            message = f'the text mentions "{mention[0]}", and {_missing(named)}'
            yield rule(code).diagnostic(message, record.raw.location_of(*path), _hint(record.record, words))
            break
    yield from unused_acceptances(records, ("P645", "P646"), needed)


def _may_mention(text: str) -> bool:
    """Return False for most texts. This check is much faster than the regular expression."""
    lowered = text.lower()
    return "suicid" in lowered or "self-harm" in lowered or "attempt" in lowered


def _missing(named: tuple[str, ...]) -> str:
    if not named:
        return "its page shows no helplines"
    return f"the note on its page names only {', '.join(named)}"


def _hint(record: Case | Briefing | Notice, words: Vocabulary) -> str:
    """Return a hint: the harm that adds the subject to the note, or the words for the record's own note.

    A notice shows no harms.
    """
    if record.content_note:
        return 'add "suicide" or "self-harm" to "content_note"'
    for harm in () if isinstance(record, Notice) else words.harms:
        if harm.helpline and MENTION.search(f"{harm.id} {harm.label}"):
            return f'add "{harm.id}" to "harms"'
    return 'write "content_note: [suicide]", or the other subject of the text'

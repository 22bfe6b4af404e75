"""Where a text speaks of suicide or self-harm, its page says first who to call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.model import Briefing, Case, Notice, Records
from generator.model.publication import accepted_key
from generator.model.vocabulary import Subject, Vocabulary
from generator.validate.rules.accepted import needless
from generator.validate.rules.language.texts import texts_of

_SPEAKS: Final = re.compile(r"suicid\w*|self-harm\w*|attempts? to end (?:her|his|their) li(?:fe|ves)", re.IGNORECASE)


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields P645 for a text in which suicide is spoken of, and whose harms and themes bring no helplines.

    And P633 where that is accepted and not needed.
    """
    if records.vocabulary is None:
        return
    words = records.vocabulary.record
    needed: set[tuple[str, str, str]] = set()
    cases = {each.record.id: each.record for each in records.cases}
    for each in records.published:
        if each.record.is_withdrawn:
            continue
        accepted = {given.key for given in each.record.accepted_findings}
        for path, text in texts_of(each):
            said = _SPEAKS.search(text) if _may_speak(text) else None
            if said is None:
                continue
            key = accepted_key("P645", said[0])
            if key in accepted:
                needed.add((each.raw.file, *key))
            elif not _brings_helplines(each.record, cases, words):
                message = f'the text speaks of "{said[0]}", and its page shows no helplines'
                yield rule("P645").found(message, each.raw.at(*path), _hint(words, isinstance(each.record, Notice)))
                break
    yield from needless(records, ("P645",), needed)


def _may_speak(text: str) -> bool:
    """False for most texts, told sooner than the expression would tell it."""
    lowered = text.lower()
    return "suicid" in lowered or "self-harm" in lowered or "attempt" in lowered


def _brings_helplines(record: Case | Briefing | Notice, cases: dict[str, Case], words: Vocabulary) -> bool:
    told = cases.get(record.case or "") if isinstance(record, Briefing) else None
    harms = record.harms or (told.harms if told is not None else ())
    themes = record.themes or (told.themes if told is not None else ())
    named: list[Subject] = [words.harm[each] for each in harms if each in words.harm]
    named += [words.theme[each] for each in themes if each in words.theme]
    return any(each.helpline for each in named)


def _hint(words: Vocabulary, is_notice: bool) -> str:
    """The harm or theme that would bring them; harms are not shown of a notice."""
    kinds: tuple[tuple[str, tuple[Subject, ...]], ...] = (("harms", words.harms), ("themes", words.themes))
    for name, terms in kinds:
        for term in terms:
            if term.helpline and _SPEAKS.search(f"{term.id} {term.label}") and not (is_notice and name == "harms"):
                return f'add "{term.id}" to "{name}"'
    return 'write "helpline: true" under the harm or theme in content/vocabulary.yml, and name it in the record'

"""The rules on what was found inside a document, one a file. Each says what to do in the program that made it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.model import DocumentRule, Records
from generator.validate.rules.documents import (
    comments,
    files_inside,
    language,
    names,
    other_title,
    other_type,
    protected,
    scanned,
    scripts_inside,
    size,
    tags,
    title,
)
from generator.validate.rules.documents.judging import Look, judged, subjects

LOOKS: Final[dict[DocumentRule, Look]] = {
    DocumentRule.UNTAGGED: tags.look,
    DocumentRule.UNTITLED: title.look,
    DocumentRule.NO_LANGUAGE: language.look,
    DocumentRule.SCANNED: scanned.look,
    DocumentRule.PROTECTED: protected.look,
    DocumentRule.COMMENTS: comments.look,
    DocumentRule.FILES_INSIDE: files_inside.look,
    DocumentRule.SCRIPTS_INSIDE: scripts_inside.look,
    DocumentRule.NAMES: names.look,
    DocumentRule.OTHER_TITLE: other_title.look,
    DocumentRule.OTHER_TYPE: other_type.look,
    DocumentRule.LARGE: size.look,
}
"""What each rule looks for. A dead link is found when the site's addresses are known: see `check`."""


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields D407 to D418, and D420 for an exception that covers no fault of its document."""
    for subject in subjects(records):
        found = {each: fault for each, look in LOOKS.items() if (fault := look(subject)) is not None}
        for each, fault in found.items():
            yield from judged(subject, each, fault, records, today)
        for place, accepted in enumerate(subject.document.accepted):
            if accepted.rule in LOOKS and accepted.rule not in found:
                at = subject.at("accepted", place, "rule")
                hint = "take the exception out"
                yield rule("D420").found(f'"{subject.document.file}" has no fault "{accepted.rule}"', at, hint)

"""The values that a Word file gives a record, as they are written into it."""

from __future__ import annotations

from typing import Any, Final

from generator.importing.found import Doubt
from generator.importing.proposals import BriefingProposal, CaseProposal
from generator.importing.word.parts import WordPart
from generator.importing.word.report_points import point_values
from generator.importing.word.texts import as_items, as_text

CASE_TEXTS: Final = ("story", "learning", "practice", "community")
"""The fields of a case that a briefing about it may fill."""

CASE_NAMES: Final = {
    "story": "The story",
    "learning": "What we learned",
    "practice": "Advice for practitioners",
    "community": "Advice for the community",
}
"""Their names, if the vocabulary has none."""


def case_texts(case: CaseProposal) -> dict[str, Any]:
    """Return the texts of a case: the story as prose, everything else as lists of points."""
    texts: dict[str, Any] = {}
    for name in CASE_TEXTS:
        blocks = [block for part in case.parts if part.target == name for block in part.blocks]
        value = as_text(blocks) if name == "story" else list(as_items(blocks)[0])
        if value:
            texts[name] = value
    return texts


def case_values(case: CaseProposal) -> dict[str, Any]:
    """Return all values of a case that was read from a Word file, in the order of the record."""
    found = case.found
    values: dict[str, Any] = {}
    if found.types:
        values["type"] = found.types[0] if len(found.types) == 1 else list(found.types)
    if found.published is not None:
        values["published"] = found.published.iso
    if case.reviewer:
        values["reviewer"] = case.reviewer
    return values | case_texts(case) | point_values(case.points)


def section_values(briefing: BriefingProposal) -> list[dict[str, str]]:
    """Return the sections of a briefing. Parts with one heading are one section."""
    sections: dict[str, list[WordPart]] = {}
    for part in briefing.parts:
        sections.setdefault(part.heading, []).append(part)
    texts = {
        heading: as_text([block for part in parts for block in part.blocks]) for heading, parts in sections.items()
    }
    return [{"heading": heading[:300], "body": text} for heading, text in texts.items() if text]


def part_of(parts: list[WordPart], doubt: Doubt) -> WordPart | None:
    """Return the part that a doubt is about."""
    return next((each for each in parts if (each.printed, each.number) == (doubt.printed, doubt.place.line)), None)

"""Corrections of a page in the form that readers see."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple, TypedDict

from generator.model import Briefing, Case, Correction, Notice


class AnchoredCorrection(NamedTuple):
    """A correction with the id of its anchor."""

    anchor: str
    """Unique on the page: `correction-2026-12-03`, with `-2` for the second of that date."""

    correction: Correction


class CorrectionView(TypedDict):
    """A correction as a page shows it."""

    anchor: str
    date: str
    iso: str
    text: str


def anchored_corrections(record: Case | Briefing | Notice) -> list[AnchoredCorrection]:
    """Return the corrections of a record's page, newest first; empty for a withdrawn record, which shows none."""
    if record.is_withdrawn:
        return []
    seen: Counter[str] = Counter()
    anchored = []
    for correction in record.corrections:
        iso = correction.date.iso
        seen[iso] += 1
        anchor = f"correction-{iso}" + (f"-{seen[iso]}" if seen[iso] > 1 else "")
        anchored.append(AnchoredCorrection(anchor, correction))
    return sorted(anchored, key=lambda each: each.correction.date.first_day, reverse=True)


def correction_views(record: Case | Briefing | Notice) -> list[CorrectionView]:
    """Return views of the corrections of a record's page, newest first."""
    return [
        {"anchor": anchor, "date": correction.date.label, "iso": correction.date.iso, "text": correction.text}
        for anchor, correction in anchored_corrections(record)
    ]

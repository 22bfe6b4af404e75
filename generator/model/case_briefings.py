"""The briefings that belong to each case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.model.briefing import Briefing
from generator.model.case import Case
from generator.model.vocabulary import Vocabulary


def case_briefings(briefings: Iterable[Briefing], words: Vocabulary) -> Mapping[str, tuple[Briefing, ...]]:
    """Return case id to the briefings that name the case, in the order of the vocabulary's series."""
    order = {series.id: place for place, series in enumerate(words.briefing_series)}
    found: dict[str, list[Briefing]] = defaultdict(list)
    for briefing in sorted(briefings, key=lambda each: order.get(each.series.id, len(order))):
        if briefing.case is not None:
            found[briefing.case].append(briefing)
    return {case: tuple(listed) for case, listed in found.items()}


def subject_name(briefing: Briefing, case: Case | None) -> str:
    """Return the name of the case that a briefing belongs to; the title of the briefing if the case is not public."""
    return case.name if case is not None else briefing.title

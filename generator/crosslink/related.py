"""Which other cases a reader of a case may want, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from generator.model import Briefing, Case, RelatedCase

MOST: Final = 4
"""How many related cases a page shows."""

COMMON: Final = 60
"""A briefing or theme that more cases share says too little to relate any two of them."""


def related_cases(
    cases: tuple[Case, ...], briefings_of: Mapping[str, tuple[Briefing, ...]]
) -> Mapping[str, tuple[RelatedCase, ...]]:
    """By case id, the cases that share most briefings and themes. A briefing weighs as much as two themes."""
    by_id = {each.id: each for each in cases}
    rank = {each.id: place for place, each in enumerate(cases)}
    sharing_briefing = _index((case.id, [each.id for each in briefings_of[case.id]]) for case in cases)
    sharing_theme = _index((case.id, case.themes) for case in cases)
    related = {}
    for case in cases:
        weights: Counter[str] = Counter()
        for briefing in briefings_of[case.id]:
            for other in sharing_briefing[briefing.id]:
                weights[other] += 2
        for theme in case.themes:
            weights.update(sharing_theme[theme])
        weights.pop(case.id, None)
        closest = sorted(weights, key=lambda other: (-weights[other], rank[other]))[:MOST]
        if closest:
            related[case.id] = tuple(_relation(case, by_id[other], briefings_of) for other in closest)
    return related


def _index(listed: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, tuple[str, ...]]:
    """Who shares each thing; nobody, where too many do."""
    index: dict[str, list[str]] = defaultdict(list)
    for who, things in listed:
        for thing in things:
            index[thing].append(who)
    return {thing: tuple(sharers) if len(sharers) <= COMMON else () for thing, sharers in index.items()}


def _relation(case: Case, other: Case, briefings_of: Mapping[str, tuple[Briefing, ...]]) -> RelatedCase:
    theirs = {each.id for each in briefings_of[other.id]}
    shared = tuple(each for each in briefings_of[case.id] if each.id in theirs)
    return RelatedCase(other, shared, tuple(each for each in case.themes if each in other.themes))

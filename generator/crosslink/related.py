"""Finds related cases for a reader of a case, and the reasons why they are related."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from generator.model import Briefing, Case, RelatedCase

MOST: Final = 4
"""The maximum number of related cases on a page."""

COMMON: Final = 60
"""A briefing or theme that more cases share is ignored: it says too little to relate any two of them."""


def related_cases(
    cases: tuple[Case, ...], briefings_of: Mapping[str, tuple[Briefing, ...]]
) -> Mapping[str, tuple[RelatedCase, ...]]:
    """Return case id to the cases that share most briefings and themes. A briefing has the weight of two themes."""
    by_id = {case.id: case for case in cases}
    ties = tuple((case.id, tuple(listed.id for listed in briefings_of[case.id]), case.themes) for case in cases)
    briefing = {each.id: each for listed in briefings_of.values() for each in listed}
    return {
        identity: tuple(
            RelatedCase(by_id[other], tuple(briefing[each] for each in briefings), themes)
            for other, briefings, themes in closest
        )
        for identity, closest in _closest(ties).items()
    }


_Tie = tuple[str, tuple[str, ...], tuple[str, ...]]
"""A case's id, and ids of briefings and themes: the case's own, or those shared with another case."""


@lru_cache(maxsize=2)
def _closest(ties: tuple[_Tie, ...]) -> Mapping[str, tuple[_Tie, ...]]:
    """Return case id to the closest cases and what they share. Cached, because a preview asks again after each edit."""
    tied = {tie[0]: tie for tie in ties}
    rank = {identity: index for index, (identity, _, _) in enumerate(ties)}
    sharing_briefing = _index((identity, briefings) for identity, briefings, _ in ties)
    sharing_theme = _index((identity, themes) for identity, _, themes in ties)
    related = {}
    for identity, briefings, themes in ties:
        weights: Counter[str] = Counter()
        for briefing in briefings:
            for other in sharing_briefing[briefing]:
                weights[other] += 2
        for theme in themes:
            weights.update(sharing_theme[theme])
        weights.pop(identity, None)
        closest = sorted(weights, key=lambda other: (-weights[other], rank[other]))[:MOST]
        if closest:
            related[identity] = tuple(_shared(tied[identity], tied[other]) for other in closest)
    return related


def _index(listed: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, tuple[str, ...]]:
    """Return each thing to the ids of those that share it; empty if more than `COMMON` do."""
    index: dict[str, list[str]] = defaultdict(list)
    for who, things in listed:
        for thing in things:
            index[thing].append(who)
    return {thing: tuple(sharers) if len(sharers) <= COMMON else () for thing, sharers in index.items()}


def _shared(one: _Tie, other: _Tie) -> _Tie:
    """Return the other case with the briefings and themes that both have, in the order of `one`."""
    return (
        other[0],
        tuple(each for each in one[1] if each in other[1]),
        tuple(each for each in one[2] if each in other[2]),
    )

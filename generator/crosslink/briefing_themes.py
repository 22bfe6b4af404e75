"""The themes that a case has only through the briefings that it lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model import Briefing, Case


def briefing_themes(
    cases: Iterable[Case], briefings_of: Mapping[str, tuple[Briefing, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """Return case id to the themes of the briefings that the case lists, in their order, without the case's own.

    A briefing is listed for many reasons. Its theme does not say what happened to the people in the case.
    """
    found = {
        case.id: tuple(
            dict.fromkeys(
                theme
                for briefing in briefings_of.get(case.id, ())
                for theme in briefing.themes
                if theme not in case.themes
            )
        )
        for case in cases
    }
    return {identity: themes for identity, themes in found.items() if themes}

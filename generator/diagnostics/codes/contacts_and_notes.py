"""Rules on contacts, content notes and briefings with nothing to read."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import E, N, Rule, W

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "V340",
        "contact-without-number",
        "A contact that readers cannot reach",
        E,
        "A worried reader would see a name to call, and no number.",
    ),
    Rule(
        "V341",
        "unknown-note-topic",
        "An unknown id in a content note",
        E,
        "Readers would see a word with hyphens in the note that should warn them.",
    ),
    Rule(
        "V342",
        "empty-briefing",
        "A briefing with nothing to read",
        W,
        "Readers would open a page that has only a title.",
    ),
    Rule(
        "V343",
        "answer-left-out",
        "A pinned answer that the search leaves out",
        N,
        "Readers who search for these words would not see the page that was meant for them.",
    ),
)

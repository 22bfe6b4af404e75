"""Rules on what readers see of who wrote a text, and from what."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import E, N, Rule, W

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "P650",
        "story-without-source",
        "A published story whose source readers do not see",
        N,
        "Readers cannot see whether the story is from the report or from somewhere else.",
    ),
    Rule(
        "P651",
        "retold-without-text",
        "A retold briefing without a text",
        W,
        "The page says that its text was written for this library, and shows no text.",
    ),
    Rule(
        "P652",
        "retold-date-without-retelling",
        "A date of a retelling for a text that is not one",
        E,
        "Readers would see a date that does not belong to this text.",
    ),
    Rule(
        "P670",
        "accepted-without-reason",
        "An accepted fault without a reason",
        E,
        "A private name could be published because somebody copied a hint.",
    ),
    Rule(
        "P671",
        "odd-content-note",
        "A content note that reads badly",
        E,
        "Readers would see stars, brackets, a word twice or two full stops in the note that should warn them.",
    ),
)

"""Rules on the import of old listing pages."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import E, N, Rule, W

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "I101",
        "unreadable-source",
        "A page to import that cannot be read",
        E,
        "No record can be drafted from it.",
    ),
    Rule(
        "I102",
        "no-review-found",
        "A page to import on which no review was found",
        E,
        "The page may be the wrong one, or the list may be loaded by a script and be missing in the saved page.",
    ),
    Rule(
        "I103",
        "page-not-read-to-end",
        "A page to import that was not read to its end",
        W,
        "Reviews at the end of the page would be missing in the library.",
    ),
    Rule(
        "I104",
        "two-reviews-with-one-name",
        "Two reviews with one name on the pages to import",
        W,
        "Documents of one review could be in the record of the other.",
    ),
    Rule(
        "I105",
        "guessed-encoding",
        "A page to import that does not say how its letters are stored",
        N,
        "Letters with accents, dashes and quotation marks may be wrong in the drafts.",
    ),
)

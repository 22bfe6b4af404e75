"""Rules on the import of old listing pages and of Word files."""

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
    Rule(
        "I130",
        "unreadable-word-file",
        "A Word file to import that cannot be read",
        E,
        "No record can be drafted from it.",
    ),
    Rule(
        "I131",
        "unresolved-tracked-changes",
        "A Word file to import with tracked changes",
        W,
        "Nobody has decided yet which words are right, so the text in the draft may not be the one that was agreed.",
    ),
    Rule(
        "I132",
        "left-out-of-word-file",
        "Something in a Word file to import that was not read",
        N,
        "A picture may say something that the text does not, and comments or hidden text must never reach a reader.",
    ),
    Rule(
        "I133",
        "unknown-kind-of-word-file",
        "A Word file to import that does not say what it is",
        E,
        "A briefing on a topic, a briefing about a review and a report give different records.",
    ),
    Rule(
        "I134",
        "unknown-case-of-word-file",
        "A Word file to import about a case that does not exist",
        E,
        "Its texts would go into the record of another review, or into none.",
    ),
    Rule(
        "I135",
        "no-part-found",
        "A briefing to import in which no part was found",
        E,
        "A briefing is shown part by part, so a draft without parts has no text.",
    ),
    Rule(
        "I136",
        "too-many-parts-found",
        "A briefing to import with more parts than its series has",
        W,
        "A line in bold may have been read as the heading of a part. The draft cannot be published as it is.",
    ),
    Rule(
        "I137",
        "word-file-not-read-to-end",
        "A Word file to import that was not read to its end",
        W,
        "What is at its end would be missing in the record.",
    ),
)

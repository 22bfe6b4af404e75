"""Rules on what readers see of who wrote a text, and from what."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import PLAIN, E, N, Rule, W

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
    Rule(
        "P672",
        "unknown-page-field",
        "An unknown field at the top of a page",
        W,
        "The field does nothing, so readers do not see what you wrote.",
    ),
    Rule(
        "P673",
        "unknown-page-value",
        "An unknown word in a field at the top of a page",
        E,
        "The page would show the telephone numbers for everybody, not those for the people whom it is about.",
    ),
    Rule(
        "P674",
        "odd-summary-source",
        "A source of the summary that does not end its sentence",
        E,
        'Readers would see "From From" or two full stops, or would not see the source.',
    ),
    Rule(
        "P685",
        "conflict-in-page",
        "Two versions of one part of a page",
        E,
        "Readers would see both versions and the marks of git between them.",
    ),
    Rule(
        "P686",
        "long-summary",
        "A summary that is too long for a list",
        W,
        "The lists, cards and search results show the whole summary, so readers could not find the next review.",
        PLAIN,
    ),
    Rule(
        "P687",
        "retelling-without-date",
        "A retelling without the date of its text",
        N,
        "Readers cannot see whether the library's own text is older than the partnership's briefing.",
    ),
    Rule(
        "P690",
        "read-briefing-from-title",
        "A summary from the title of a briefing that is on the page",
        W,
        "The page would have the text of the briefing, and say that nobody has read it.",
    ),
    Rule(
        "P691",
        "odd-title-source",
        "A summary from the title in other words, or in a case",
        E,
        'Readers would see "From the title." without the sentence that the briefing was not read.',
    ),
)

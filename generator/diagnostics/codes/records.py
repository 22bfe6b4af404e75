"""Rules for the fields of records, and the sections of the site that they need."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import WCAG, E, Rule, Trait, W

RULES: Final[tuple[Rule, ...]] = (
    # the shape of a record
    Rule("R201", "unknown-key", "An unknown field", E, "What you wrote in this field would not be published."),
    Rule(
        "R202",
        "missing-field",
        "A required field is missing",
        E,
        "Readers would not see something that every page of this kind shows.",
    ),
    Rule("R203", "wrong-type", "A value of the wrong kind", E, "The generator could not show the value on the page."),
    Rule(
        "R204",
        "bad-date",
        "Not a date",
        E,
        "Readers could see a wrong date, or find the record in the wrong place in a list.",
    ),
    Rule(
        "R205",
        "bad-id",
        "An id that cannot be used",
        E,
        "The id becomes part of the page's address, which must work for every reader and never change.",
    ),
    Rule(
        "R206",
        "duplicate-id",
        "Two records with the same id",
        E,
        "Both would have the same address, so readers could open only one of them.",
    ),
    Rule(
        "R207",
        "bad-value",
        "A value that is not allowed here",
        E,
        "The page would be wrong for readers, or not safe to open.",
    ),
    Rule(
        "R208",
        "no-sources",
        "A case without sources",
        W,
        "If a reader questions a fact, nobody could check where it came from.",
    ),
    Rule(
        "R209",
        "odd-synonyms",
        "Synonyms that have no effect",
        W,
        "Readers who search would find no more results than without these synonyms.",
    ),
    Rule(
        "R210",
        "starter-text",
        "Example text from a starter file",
        E,
        "Readers would think that the example is your own text.",
        traits=(Trait.ABOUT_WORDS,),
    ),
    Rule(
        "R211",
        "unfinished-text",
        "A text that is not finished",
        W,
        "Readers would see a note for editors.",
        traits=(Trait.ABOUT_WORDS,),
    ),
    Rule(
        "R212",
        "withdrawal-refused",
        "A record that cannot be withdrawn",
        E,
        "A notice of withdrawal must be true, and it would make a record known that is not public.",
    ),
    Rule(
        "R220",
        "same-title",
        "Pages with the same title",
        W,
        "Readers cannot tell the pages apart in a list of results, in their bookmarks or in a browser's tabs.",
    ),
    # the sections of the site
    Rule(
        "R225",
        "no-section",
        "A record of a section that the site does not have",
        E,
        "The record's page could not be built, so readers could not open it.",
    ),
    Rule(
        "R226",
        "slot-without-section",
        "A slot of a section that the site does not have",
        W,
        "Readers would see a heading with nothing below it.",
    ),
    Rule(
        "R227",
        "slot-without-contact",
        "A slot with nobody to contact",
        W,
        "Readers would be asked to get in touch, and not be told how.",
    ),
    Rule(
        "R230",
        "invisible-character",
        "An invisible character in a text",
        W,
        "The search would not find the word, and the checks for names and numbers would read another one.",
    ),
    Rule(
        "R240",
        "language-not-stated",
        "A text in another script without its language",
        W,
        "Screen readers read it with an English voice, and browsers can put full stops and brackets at the wrong end.",
        f"{WCAG}, 3.1.2",
        traits=(Trait.ABOUT_WORDS,),
    ),
)

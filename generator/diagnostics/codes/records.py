"""Rules for the fields of records, their vocabulary and the links between them."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import WCAG, E, N, Rule, Trait, W

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
    # the vocabulary and links between records
    Rule("V301", "unknown-type", "An unknown review type", E, "Readers could not find the review by its type."),
    Rule("V302", "unknown-theme", "An unknown theme", E, "Readers could not find the record by this theme."),
    Rule("V303", "unknown-harm", "An unknown harm", E, "Readers could not find the record by this type of harm."),
    Rule("V304", "unknown-kind", "An unknown kind", E, "Readers could not see what kind of document or notice it is."),
    Rule(
        "V305",
        "unknown-briefing",
        "An unknown briefing",
        E,
        "The link from the case to the briefing would not work for readers.",
    ),
    Rule(
        "V306",
        "unknown-case",
        "An unknown case",
        E,
        "The link from the briefing to the case would not work for readers.",
    ),
    Rule(
        "V307",
        "unknown-audience",
        "An unknown audience",
        E,
        "The people that the record is for could not find it under their audience.",
    ),
    Rule(
        "V308",
        "briefing-without-case",
        "A lessons learned briefing without its case",
        E,
        "Without its case, the briefing would have no text for readers.",
    ),
    Rule(
        "V309",
        "unused-briefing",
        "No case lists the briefing",
        N,
        "Readers of a review find its briefings through the list in the case.",
    ),
    Rule(
        "V310",
        "wrong-series",
        "A briefing from the wrong series",
        E,
        "Readers of the review would find a link to the wrong kind of briefing.",
    ),
    Rule("V311", "listed-twice", "The same thing is listed twice", W, "Readers would see the same thing twice."),
    Rule(
        "V312",
        "low-contrast",
        "A colour that is hard to read",
        E,
        "Many people could not read the text.",
        f"{WCAG}, 1.4.3 and 1.4.11",
    ),
    Rule(
        "V313",
        "reserved-theme",
        "A theme with a reserved id",
        E,
        "Two pages would have the same address, so readers could open only one of them.",
    ),
    Rule(
        "V314",
        "nobody-to-call",
        "No phone number for the people a review is about",
        W,
        "A worried reader would see only 999, or no number, on the page, the sheet and the poster.",
    ),
)

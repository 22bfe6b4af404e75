"""The shape of records, their words and the links between them."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import WCAG, E, N, Rule, W

RULES: Final[tuple[Rule, ...]] = (
    # the shape of a record
    Rule("R201", "unknown-key", "A field that is not known", E, "A slip of the key would lose what was written."),
    Rule("R202", "missing-field", "A required field is missing", E, "The page could not say what it must."),
    Rule("R203", "wrong-type", "A value of the wrong kind", E, "A list is wanted and a text is there, or so."),
    Rule("R204", "bad-date", "Not a date", E, "Dates sort the library, and none is guessed."),
    Rule("R205", "bad-id", "Not a usable id", E, "Ids become addresses that never change."),
    Rule("R206", "duplicate-id", "Two records with one id", E, "They would have the same address."),
    Rule("R207", "bad-value", "A value that is not allowed here", E, "The page would be wrong or unsafe."),
    Rule("R208", "no-sources", "A case that names no source", W, "Nobody could check a fact later."),
    Rule("R209", "odd-synonyms", "Synonyms that say nothing new", W, "The search would find no more by them."),
    Rule("R210", "starter-text", "An example from a starter file", E, "Readers would take it for your own words."),
    Rule("R211", "unfinished-text", "A text that is not finished", W, "Readers would see a note to the editor."),
    Rule(
        "R212",
        "withdrawal-refused",
        "A record that cannot be withdrawn",
        E,
        "A notice of withdrawal must be true, and it would make a record known that is not public.",
    ),
    # the vocabulary and links between records
    Rule("V301", "unknown-type", "An unknown review type", E, "Types come from a closed list."),
    Rule("V302", "unknown-theme", "An unknown theme", E, "Themes come from a closed list."),
    Rule("V303", "unknown-harm", "An unknown harm", E, "Harms come from a closed list."),
    Rule("V304", "unknown-kind", "An unknown kind", E, "Kinds come from a closed list."),
    Rule("V305", "unknown-briefing", "An unknown briefing", E, "The link from the case would lead nowhere."),
    Rule("V306", "unknown-case", "An unknown case", E, "The link to the case would lead nowhere."),
    Rule("V307", "unknown-audience", "An unknown audience", E, "Audiences come from a closed list."),
    Rule("V308", "briefing-without-case", "A lessons learned briefing without its case", E, "It tells one case."),
    Rule("V309", "unused-briefing", "No case uses the briefing", N, "Readers find briefings through cases."),
    Rule(
        "V310",
        "wrong-series",
        "A briefing of the other series",
        E,
        "Cases list 7-minute briefings; an LLB names its case itself.",
    ),
    Rule("V311", "listed-twice", "The same thing is listed twice", W, "Readers would see it twice."),
    Rule(
        "V312",
        "low-contrast",
        "A colour that is hard to read",
        E,
        "Many people could not make the words out.",
        f"{WCAG}, 1.4.3 and 1.4.11",
    ),
    Rule("V313", "reserved-theme", "A theme with an id of the library's own", E, "Two pages would have one address."),
    Rule(
        "V314",
        "nobody-to-call",
        "No number for the people whom a review is about",
        W,
        "The page, the sheet and the poster would say only 999, or nothing, about who to call.",
    ),
)

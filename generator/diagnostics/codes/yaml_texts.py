"""Rules for the text of YAML files."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import E, Rule, Trait, W

RULES: Final[tuple[Rule, ...]] = (
    # the text of a YAML file
    Rule(
        "Y101",
        "yaml-syntax",
        "The file is not valid YAML",
        E,
        "The record cannot be read, so nothing in it can be published.",
    ),
    Rule("Y102", "duplicate-key", "A field appears twice", E, "Only one of the two values would be published."),
    Rule(
        "Y103",
        "yes-or-no",
        "Yes, no, on or off without quotes",
        E,
        'The page could show "true" or "false" in place of your word.',
    ),
    Rule(
        "Y104",
        "odd-number",
        "A number that programs read differently",
        E,
        "Readers could see another number: some programs read 0123 as 83.",
    ),
    Rule("Y105", "alias-or-tag", "A YAML shortcut", E, "Part of your text would be missing from the page."),
    Rule(
        "Y106",
        "not-fields",
        "The file has no fields",
        E,
        "The record would be empty, so there would be nothing to publish.",
    ),
    Rule(
        "Y107",
        "not-utf-8",
        "The file is not UTF-8 text",
        E,
        "Letters with accents would be wrong on the page.",
        traits=(Trait.STOPS_ENGINE, Trait.SHOWS_NO_VALUE),
    ),
    Rule(
        "Y108",
        "too-deep",
        "The file is nested too deeply or too long",
        E,
        "Such a file could stop the generator, and no record needs it.",
        traits=(Trait.SHOWS_NO_VALUE,),
    ),
    Rule(
        "Y109",
        "fields-without-end",
        "The fields of a page have no end",
        E,
        "Readers would see the fields as text, and the page would have no title and no description.",
    ),
    Rule(
        "Y110",
        "split-at-comma",
        "A comma has split a text",
        W,
        "Readers would see half a sentence in each item.",
        source="YAML 1.2.2, section 7.4",
    ),
)

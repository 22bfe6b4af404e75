"""The site as a whole, and the text of its YAML files."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import Rule
from generator.diagnostics.codes.severities import E, W

RULES: Final[tuple[Rule, ...]] = (
    # the site as a whole
    Rule("S001", "no-site", "Not a library's folder", E, "The command has to know which folder holds the records."),
    Rule("S002", "engine-failed", "The engine could not build the frames", E, "Without frames no page can be poured."),
    Rule("S003", "missing-frame", "A frame is missing", E, "Pages of that folder have nothing to be poured into."),
    Rule("S004", "foreign-folder", "The output folder holds something else", E, "Building there would mix two things."),
    Rule("S005", "unreadable-file", "A file cannot be read", E, "What cannot be read cannot be published."),
    Rule("S006", "unexpected-file", "A record lies where none is looked for", W, "It would be left out in silence."),
    Rule("S007", "cannot-write", "The site cannot be written", E, "What is ready has nowhere to go."),
    Rule("S008", "search-index-failed", "The search index could not be made", W, "Readers could only browse."),
    Rule("S019", "preview-failed", "The preview could not rebuild the site", E, "The pages shown are out of date."),
    # the text of a YAML file
    Rule("Y101", "yaml-syntax", "The file is not valid YAML", E, "Nothing in the file can be read."),
    Rule("Y102", "duplicate-key", "A key stands twice", E, "Only one of the two values would count."),
    Rule("Y103", "yes-or-no", "A bare yes, no, on or off", E, "YAML tools differ: some read it as true or false."),
    Rule("Y104", "odd-number", "A number that YAML tools read differently", E, "0123 is read as 83 by some tools."),
    Rule("Y105", "alias-or-tag", "A shorthand of YAML", E, "Part of the text would be lost."),
    Rule("Y106", "not-fields", "The file does not hold fields", E, "A record is written as `name: value` lines."),
    Rule("Y107", "not-utf-8", "The file is not UTF-8 text", E, "Letters would come out wrong on the page."),
    Rule(
        "Y108", "too-deep", "The file is nested too deeply or too long", E, "No record needs it; it may be an attack."
    ),
)

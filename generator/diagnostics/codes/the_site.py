"""The site as a whole, and the text of its YAML files."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import Rule
from generator.diagnostics.codes.severities import E, N, W

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
    Rule("S009", "file-in-the-way", "A file of somebody else is in the way", E, "It would be overwritten."),
    Rule("S010", "foreign-file", "A file that no build wrote", W, "It would be published, and nobody has checked it."),
    Rule("S011", "changed-in-site", "A file was changed in the site", W, "The next build undoes such a change."),
    Rule("S012", "no-cache", "The cache cannot be used", N, "Every command does all the work again."),
    Rule("S013", "file-refused", "The computer refuses a file", E, "What cannot be read or written stops the command."),
    Rule("S014", "site-url", "An address of the site that cannot be used", E, "Every link in full begins with it."),
    Rule("S016", "link-out-of-the-site", "A link to a file that is not part of the site", E, "It could be any file."),
    Rule("S017", "folder-with-more", "A folder with more than pages or templates", E, "All of it would be published."),
    Rule("S018", "left-out", "A file that is left out of the site", W, "Readers would look for it in vain."),
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

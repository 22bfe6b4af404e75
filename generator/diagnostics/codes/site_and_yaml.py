"""Rules for the site as a whole and for the text of its YAML files."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import E, N, Rule, W

RULES: Final[tuple[Rule, ...]] = (
    # the site as a whole
    Rule(
        "S001",
        "no-site",
        "Not a library's folder",
        E,
        "Without the right folder, the command cannot find your records.",
    ),
    Rule(
        "S002",
        "engine-failed",
        "The site engine stopped with an error",
        E,
        "Every page needs the header, menu and footer that the engine builds.",
    ),
    Rule(
        "S003",
        "missing-frame",
        "A frame is missing",
        E,
        "The pages of that folder cannot be built, so readers could not open them.",
    ),
    Rule(
        "S004",
        "foreign-folder",
        "The output folder has other files in it",
        E,
        "Your own files would be mixed with the site, and could be published with it.",
    ),
    Rule("S005", "unreadable-file", "A file cannot be read", E, "Nothing in the file could be published."),
    Rule(
        "S006",
        "unexpected-file",
        "A record in the wrong place",
        W,
        "The record would not be published, so readers could not find it.",
    ),
    Rule(
        "S007",
        "cannot-write",
        "The site cannot be written",
        E,
        "Readers do not see your changes until the site can be written.",
    ),
    Rule(
        "S008",
        "search-index-failed",
        "The search index could not be made",
        W,
        "Readers can browse the site but not search it.",
    ),
    Rule(
        "S009",
        "file-in-the-way",
        "Another file is in the way",
        E,
        "The build would replace the file, and it may be the only copy.",
    ),
    Rule(
        "S010",
        "foreign-file",
        "An extra file in the output folder",
        W,
        "Readers could open the file, and nobody has checked it.",
    ),
    Rule(
        "S011",
        "changed-in-site",
        "A file in the output folder was changed",
        W,
        "Readers do not see the change, because every build replaces it.",
    ),
    Rule(
        "S012",
        "no-cache",
        "The cache cannot be used",
        N,
        "Every command takes longer, because it repeats all the work.",
    ),
    Rule(
        "S013",
        "file-refused",
        "A file could not be read or written",
        E,
        "Your changes are not published until the command can finish.",
    ),
    Rule(
        "S014",
        "site-url",
        "The site address is not valid",
        E,
        "Links in feeds and e-mails start with this address, so they would not work for readers.",
    ),
    Rule(
        "S016",
        "link-out-of-the-site",
        "A symbolic link that is not allowed",
        E,
        "The link could publish a private file.",
    ),
    Rule(
        "S017",
        "folder-with-more",
        "A folder setting that would publish too much",
        E,
        "Files that are not meant for readers, such as records, could be published.",
    ),
    Rule("S018", "left-out", "A file left out of the site", W, "Readers could not open the file."),
    Rule(
        "S019",
        "preview-failed",
        "The preview could not rebuild the site",
        E,
        "The preview shows old pages, without your latest changes.",
    ),
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
    Rule("Y107", "not-utf-8", "The file is not UTF-8 text", E, "Letters with accents would be wrong on the page."),
    Rule(
        "Y108",
        "too-deep",
        "The file is nested too deeply or too long",
        E,
        "Such a file could stop the generator, and no record needs it.",
    ),
)

"""Documents, and what was found inside them."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import Rule
from generator.diagnostics.codes.severities import E, N, W
from generator.diagnostics.codes.sources import ACCESSIBLE, CLEAN, REASON

RULES: Final[tuple[Rule, ...]] = (
    # documents
    Rule("D401", "missing-file", "The file is not there", E, "The download would fail."),
    Rule(
        "D402",
        "file-outside-folder",
        "The file lies outside its record's folder",
        E,
        "A record publishes only what lies beside it.",
    ),
    Rule(
        "D403",
        "document-says-nothing",
        "A document with no file, address or availability",
        E,
        "Readers must learn how to get it.",
    ),
    Rule(
        "D404",
        "document-says-two-things",
        "A document with two of file, address and availability",
        E,
        "Only one can be true.",
    ),
    Rule("D405", "reason-missing", "No reason is given", E, "What is not published is explained.", REASON),
    Rule("D406", "unreadable-pdf", "The PDF cannot be opened", E, "Readers could not open it either."),
    # what was found inside a document; how much each weighs can be set in content/partnership.yml
    Rule(
        "D407", "untagged-pdf", "A PDF without tags", W, "A screen reader cannot tell headings from text.", ACCESSIBLE
    ),
    Rule("D408", "untitled-pdf", "A PDF without a title", N, "Readers would see a file name instead.", ACCESSIBLE),
    Rule(
        "D409",
        "pdf-without-language",
        "A PDF without a language",
        N,
        "A screen reader would guess how to speak it.",
        ACCESSIBLE,
    ),
    Rule(
        "D410", "scanned-pdf", "A PDF of pictures", W, "Nobody can search it, and nothing can read it out.", ACCESSIBLE
    ),
    Rule("D411", "protected-pdf", "A protected PDF", W, "Protection can shut out a screen reader.", ACCESSIBLE),
    Rule(
        "D412",
        "comments-left-in",
        "Comments left in a PDF",
        W,
        "What was said among colleagues would be public.",
        CLEAN,
    ),
    Rule("D413", "files-inside", "Files inside a PDF", W, "Whatever was attached would be public as well.", CLEAN),
    Rule("D414", "scripts-inside", "Scripts inside a PDF", W, "A document that starts something is not safe to open."),
    Rule("D415", "names-in-properties", "Names in a PDF's properties", N, "They name who wrote it, or worse.", CLEAN),
    Rule("D416", "another-title", "A PDF with another title", W, "It may be the wrong file."),
    Rule("D417", "another-type", "A file that is not what its name says", E, "Readers could not open it."),
    Rule("D418", "large-file", "A very large file", W, "On a phone it costs money and patience."),
    Rule("D419", "dead-link-in-pdf", "A PDF links to a page that does not exist", W, "Readers would meet a dead end."),
    Rule("D420", "accepted-for-nothing", "An exception that nothing needs", N, "It would hide the next fault."),
    Rule("D421", "cannot-be-cleaned", "The PDF cannot be cleaned", E, "What should not be public would be.", CLEAN),
    Rule(
        "D422",
        "sheet-too-long",
        "Too much text for a sheet",
        W,
        "A team reads a sheet in seven minutes and a poster in passing.",
    ),
    Rule(
        "D423",
        "sheet-failed",
        "A sheet cannot be made",
        W,
        "A sheet with a hole in its text would say something else than the web page.",
    ),
    # what the published file would still hold; how severe each is can be set in content/partnership.yml
    Rule(
        "D424",
        "picture-properties-in-pdf",
        "Pictures inside a PDF that say who or where",
        E,
        "A photo can hold the place of somebody's home and the name of the person who took it.",
        CLEAN,
    ),
    Rule(
        "D425", "signed-pdf", "A signed PDF", E, "A signature names the person who signed, and copies break it.", CLEAN
    ),
    Rule(
        "D426",
        "office-file",
        "An Office file",
        E,
        "It goes out with its author, its comments and whatever was deleted or hidden.",
        CLEAN,
    ),
    Rule(
        "D427",
        "picture-properties",
        "A picture that says more than it shows",
        E,
        "It can name people, cameras and places.",
        CLEAN,
    ),
    Rule("D428", "unchecked-file", "A file of a kind that cannot be checked", E, "Anything could be inside.", CLEAN),
    Rule(
        "D429",
        "uncleaned-pdf",
        "A PDF among the pages that was not cleaned",
        E,
        "Only documents of records are cleaned.",
        CLEAN,
    ),
    Rule(
        "D430",
        "covering-marks",
        "A PDF with marks that cover something",
        E,
        "The published copy is without the marks, and shows what they cover.",
        CLEAN,
    ),
)

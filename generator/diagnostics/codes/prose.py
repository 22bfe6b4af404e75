"""Prose and hand-written pages."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import PLAIN, WCAG, E, N, Rule, W

RULES: Final[tuple[Rule, ...]] = (
    # prose and hand-written pages
    Rule("P601", "broken-prose-link", "A link in the text to something unknown", E, "Readers would meet a dead end."),
    Rule("P602", "raw-html", "HTML in the text", E, "Only plain text and CommonMark are safe and readable everywhere."),
    Rule("P603", "unknown-slot", "An unknown slot", E, "The place would stay empty."),
    Rule("P604", "broken-page-link", "A hand-written page links to nothing", E, "Readers would meet a dead end."),
    Rule(
        "P605",
        "link-to-unpublished",
        "A link in the text to something that is not public",
        E,
        "Its existence would be given away.",
    ),
    Rule(
        "P606",
        "vague-link",
        "A link that does not say where it leads",
        W,
        "Who has the links read out alone hears nothing of the text around them.",
        f"{WCAG}, 2.4.4",
    ),
    Rule("P607", "hard-to-read", "A summary that is hard to read", N, "For many readers it is all they read.", PLAIN),
    Rule(
        "P608",
        "inline-style",
        "A hand-written page carries its own style or script handler",
        W,
        "The security policy makes browsers ignore it, and nobody is told.",
    ),
    Rule(
        "P609",
        "skipped-heading",
        "Headings that do not lead through the page",
        W,
        "Who listens to a page finds the way by them.",
        f"{WCAG}, 1.3.1",
    ),
    Rule(
        "P610",
        "image-without-text",
        "A picture without a text",
        E,
        "Who cannot see it learns nothing of it.",
        f"{WCAG}, 1.1.1",
    ),
    Rule(
        "P611",
        "picture-from-elsewhere",
        "A picture from another site",
        E,
        "Another host would learn who reads what, and the security policy shows an empty place.",
    ),
)

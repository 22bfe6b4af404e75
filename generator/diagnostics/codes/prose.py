"""Rules on prose and hand-written pages."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import PLAIN, WCAG, E, N, Rule, Trait, W

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "P601",
        "broken-prose-link",
        "A link in the text to something unknown",
        E,
        "Readers who follow the link find nothing.",
        traits=(Trait.ABOUT_LINKS,),
    ),
    Rule(
        "P602",
        "raw-html",
        "HTML in the text",
        E,
        "The same text also goes into e-mails, feeds and print, where HTML is not safe or would be shown as code.",
    ),
    Rule("P603", "unknown-slot", "An unknown slot", E, "Readers would see an empty space on the page."),
    Rule(
        "P604",
        "broken-page-link",
        "A broken link on a hand-written page",
        E,
        "Readers who follow the link find nothing.",
        traits=(Trait.ABOUT_LINKS,),
    ),
    Rule(
        "P605",
        "link-to-unpublished",
        "A link in the text to something that is not public",
        E,
        "The link would show readers that the record exists.",
        traits=(Trait.ABOUT_LINKS,),
    ),
    Rule(
        "P606",
        "vague-link",
        "A link that does not say where it leads",
        W,
        "People who use a screen reader often listen to the links without the text around them.",
        f"{WCAG}, 2.4.4",
    ),
    Rule("P607", "hard-to-read", "A summary that is hard to read", N, "Many readers read only the summary.", PLAIN),
    Rule(
        "P608",
        "inline-style",
        "An inline style or script handler on a hand-written page",
        W,
        "The site's security policy makes browsers ignore it, so readers do not see what you intended.",
    ),
    Rule(
        "P609",
        "skipped-heading",
        "Headings that skip a level or are empty",
        W,
        "People who use a screen reader find their way around a page by its headings.",
        f"{WCAG}, 1.3.1",
    ),
    Rule(
        "P610",
        "image-without-text",
        "A picture without a description",
        E,
        "People who cannot see the picture get no information from it.",
        f"{WCAG}, 1.1.1",
    ),
    Rule(
        "P611",
        "picture-from-elsewhere",
        "A picture from another site",
        E,
        "The other site would learn who reads the page, and readers would not see the picture.",
    ),
    Rule(
        "P667",
        "active-html",
        "HTML that runs or loads something on a hand-written page",
        E,
        "It could send readers, or what they type, to another site without their knowledge.",
    ),
    Rule(
        "P668",
        "accepted-html-unneeded",
        "Accepted HTML that the page does not have",
        N,
        "If somebody adds it later, nobody would be asked.",
    ),
)

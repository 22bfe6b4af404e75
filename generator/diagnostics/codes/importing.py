"""Rules on the import of old listing pages, and of the documents of an old site."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import E, N, Rule, W

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "I101",
        "unreadable-source",
        "A page to import that cannot be read",
        E,
        "No record can be drafted from it.",
    ),
    Rule(
        "I102",
        "no-review-found",
        "A page to import on which no review was found",
        E,
        "The page may be the wrong one, or the list may be loaded by a script and be missing in the saved page.",
    ),
    Rule(
        "I103",
        "page-not-read-to-end",
        "A page to import that was not read to its end",
        W,
        "Reviews at the end of the page would be missing in the library.",
    ),
    Rule(
        "I104",
        "two-reviews-with-one-name",
        "Two reviews with one name on the pages to import",
        W,
        "Documents of one review could be in the record of the other.",
    ),
    Rule(
        "I105",
        "guessed-encoding",
        "A page to import that does not say how its letters are stored",
        N,
        "Letters with accents, dashes and quotation marks may be wrong in the drafts.",
    ),
    Rule(
        "I110",
        "record-to-fetch-for",
        "A record whose documents cannot be fetched",
        E,
        "The documents of this record stay on the old site, and nobody would notice.",
    ),
    Rule(
        "I111",
        "document-on-private-machine",
        "A document on a machine in a private network",
        W,
        "A page could make this computer ask machines that only it can reach, and readers could not open it.",
    ),
    Rule(
        "I112",
        "document-not-reached",
        "A document whose server does not give it",
        W,
        "It stays on the old site, and is lost when that site is closed.",
    ),
    Rule(
        "I113",
        "document-not-found",
        "A document that is not at its address any more",
        W,
        "The draft names a document that readers cannot get.",
    ),
    Rule(
        "I114",
        "page-for-document",
        "A web page at the address of a document",
        W,
        "Readers who choose a report would get a page, and the page goes when the old site is closed.",
    ),
    Rule(
        "I115",
        "document-behind-password",
        "A document that asks for a password",
        W,
        "Readers could not open it.",
    ),
    Rule(
        "I116",
        "damaged-fetched-document",
        "A document that is empty, incomplete or damaged",
        W,
        "Readers could not open it.",
    ),
    Rule(
        "I117",
        "fetched-document-too-large",
        "A document that is too large to be fetched",
        W,
        "Readers with a phone or a slow connection could not open it.",
    ),
    Rule(
        "I118",
        "unusable-fetched-type",
        "A document of a kind that is not published",
        W,
        "Readers may not have a program for it, and it may contain programs.",
    ),
    Rule(
        "I119",
        "document-closed-to-programs",
        "A document that its site does not allow programs to fetch",
        W,
        "The owner of the site has asked programs to stay away.",
    ),
    Rule(
        "I120",
        "no-connection",
        "No document could be reached",
        E,
        "Without a connection nothing is fetched. The drafts are as they were.",
    ),
    Rule(
        "I121",
        "record-changed-while-fetching",
        "A record in which the address of a document was not replaced",
        W,
        "The document would be published as a link to the old site.",
    ),
    Rule(
        "I122",
        "old-address-not-redirected",
        "An old address of a document that is not redirected",
        W,
        "Links in letters, reports and other websites would stop working when the old site is closed.",
    ),
)

"""Rules for addresses, redirects and links."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import E, N, Rule, W

RULES: Final[tuple[Rule, ...]] = (
    # addresses
    Rule(
        "A501",
        "address-collision",
        "Two pages with the same address",
        E,
        "One page would replace the other, so readers could open only one of them.",
    ),
    Rule(
        "A502",
        "address-gone",
        "A published address is gone",
        E,
        "Readers who follow a printed, cited or saved link would find nothing.",
    ),
    Rule(
        "A503",
        "published-twice",
        "A published address is listed twice",
        W,
        "The list would give two first days for one address, and only the earlier one is right.",
    ),
    Rule(
        "A504",
        "ledger-line-removed",
        "A published address was removed from the list",
        E,
        "If the page disappeared, nobody would notice, and readers would find nothing.",
    ),
    Rule("A505", "redirect-loop", "Redirects that lead in a circle", E, "Readers would never reach a page."),
    Rule(
        "A506",
        "redirect-chain",
        "A redirect to a redirect",
        W,
        "Readers wait longer, and some programs give up before the last address.",
    ),
    Rule(
        "A507",
        "redirect-to-nothing",
        "A redirect to a page that does not exist",
        E,
        "Readers who follow the old address find nothing.",
    ),
    Rule(
        "A508",
        "redirect-from-page",
        "A redirect from an address that exists",
        E,
        "Readers could not open what is at this address.",
    ),
    Rule(
        "A509",
        "redirect-twice",
        "An address with two redirects",
        E,
        "Only one of the redirects would work, so readers could reach the wrong page.",
    ),
    Rule(
        "A510",
        "odd-old-address",
        "An address that cannot be redirected",
        E,
        "The redirect would not work, so readers who follow the old address would find nothing.",
    ),
    Rule(
        "A511",
        "ledger-in-one-line",
        "Published addresses on one line",
        E,
        "New addresses could not be added, so nobody would notice if one of them disappeared.",
    ),
    # links of the built site
    Rule("L801", "broken-link", "A link to a page that does not exist", E, "Readers who follow the link find nothing."),
    Rule(
        "L802",
        "broken-anchor",
        "A link to a place that the page does not have",
        W,
        "Readers land at the top of the page and have to search for the place.",
    ),
    Rule(
        "L803",
        "link-that-redirects",
        "A link that takes a redirect",
        W,
        "Readers wait longer, and the link breaks if the redirect is removed.",
    ),
    Rule("L804", "orphan-page", "A page that no page links to", W, "Readers could find the page only by chance."),
    Rule(
        "L805",
        "unused-file",
        "A file that nothing uses",
        N,
        "If the file is for readers, they cannot find it. If it is not, it could be published by mistake.",
    ),
    Rule(
        "L806",
        "malformed-address",
        "An address that cannot be followed",
        E,
        "If a reader chooses the link, nothing happens, or the wrong thing.",
    ),
    Rule(
        "L807",
        "link-with-http",
        "A link to this site by http",
        N,
        "Other people on the network can see which page the reader opens.",
    ),
    # addresses on other sites
    Rule("L811", "gone", "An address that is gone", W, "Readers who follow the link find nothing."),
    Rule(
        "L812",
        "moved-for-good",
        "An address that has moved permanently",
        W,
        "The link breaks when the other site removes its redirect.",
    ),
    Rule(
        "L813",
        "soft-404",
        "An address that shows something else",
        W,
        "Readers who follow the link do not find what it promises.",
    ),
    Rule("L814", "certificate", "A certificate that browsers refuse", W, "Readers see a warning in place of the page."),
    Rule(
        "L815", "login-wall", "An address behind a password", N, "Readers without the password could not open the page."
    ),
    Rule("L816", "server-trouble", "A server in trouble", W, "Readers wait, and the page does not open."),
    Rule("L817", "html-for-pdf", "A web page in place of a PDF", W, "Readers do not get the document."),
    Rule(
        "L818",
        "http-for-https",
        "An http address that also works with https",
        N,
        "Other people on the network can see what the reader reads.",
    ),
    Rule(
        "L819",
        "not-asked",
        "Addresses that were not checked",
        N,
        "These links could be broken for readers without anybody knowing.",
    ),
    Rule(
        "L820", "exception-expired", "A manual check that is too old", W, "The link could be broken for readers by now."
    ),
    Rule(
        "L821",
        "exception-for-nothing",
        "A link exception that is not needed",
        N,
        "If the link breaks later, nobody would be warned before readers find out.",
    ),
    Rule(
        "L822",
        "private-address",
        "An address inside a private network",
        W,
        "Readers outside that network could not open it.",
    ),
)

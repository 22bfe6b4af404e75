"""Addresses, and where links lead."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import E, N, Rule, W

RULES: Final[tuple[Rule, ...]] = (
    # addresses
    Rule("A501", "address-collision", "Two pages with one address", E, "One would overwrite the other."),
    Rule(
        "A502", "address-gone", "A published address is gone", E, "Printed, cited and saved links would lead nowhere."
    ),
    Rule("A503", "published-twice", "A published address is listed twice", W, "Only its first day is true."),
    Rule(
        "A504",
        "ledger-line-removed",
        "A line of the published addresses was taken out",
        E,
        "Nobody would notice any more that the address is gone.",
    ),
    Rule("A505", "redirect-loop", "Redirects that lead in a circle", E, "Readers would get nowhere."),
    Rule("A506", "redirect-chain", "A redirect to a redirect", W, "Each step is a wait, and some programs stop early."),
    Rule("A507", "redirect-to-nothing", "A redirect to nothing", E, "Readers would meet a dead end."),
    Rule(
        "A508", "redirect-from-page", "A redirect from an address that exists", E, "What is there could not be reached."
    ),
    Rule("A509", "redirect-twice", "An address that is led on twice", E, "Only one of the two would count."),
    Rule(
        "A510", "odd-old-address", "An address that cannot be led on", E, "No page and no server could be told of it."
    ),
    Rule(
        "A511", "ledger-in-one-line", "Published addresses in one line", E, "New ones are added as lines of their own."
    ),
    # links of the built site
    Rule("L801", "broken-link", "A link to a page that does not exist", E, "Readers would meet a dead end."),
    Rule(
        "L802", "broken-anchor", "A link to a place that the page does not have", W, "Readers land at the top instead."
    ),
    Rule(
        "L803",
        "link-that-redirects",
        "A link that takes a redirect",
        W,
        "Readers wait twice, and the link breaks once the redirect goes.",
    ),
    Rule("L804", "orphan-page", "A page that no page links to", W, "Readers could only find it by chance."),
    Rule("L805", "unused-file", "A file that nothing uses", N, "It may have been meant for readers, or for nobody."),
    Rule(
        "L806",
        "malformed-address",
        "An address that cannot be followed",
        E,
        "Nothing happens when a reader chooses the link, or the wrong thing.",
    ),
    Rule("L807", "link-with-http", "A link to this site by http", N, "The first request goes in the open."),
    # addresses on other sites
    Rule("L811", "gone", "An address that is gone", W, "Readers meet a dead end."),
    Rule("L812", "moved-for-good", "An address that has moved for good", W, "Nobody keeps a redirect for ever."),
    Rule(
        "L813",
        "soft-404",
        "An address that shows something else",
        W,
        "Readers meet a dead end that programs take for a page.",
    ),
    Rule(
        "L814", "certificate", "A certificate that browsers refuse", W, "Readers meet a warning in place of the page."
    ),
    Rule("L815", "login-wall", "An address behind a password", N, "Readers may not get in."),
    Rule("L816", "server-trouble", "A server in trouble", W, "Readers wait for nothing."),
    Rule("L817", "html-for-pdf", "A web page in place of a PDF", W, "Readers do not get the document."),
    Rule("L818", "http-for-https", "http where https answers", N, "Others on the way can read what a reader reads."),
    Rule("L819", "not-asked", "Addresses that were not asked", N, "Nobody knows whether they work."),
    Rule("L820", "exception-expired", "A look by hand that is too long ago", W, "The link may be broken by now."),
    Rule("L821", "exception-for-nothing", "A link excused for nothing", N, "It would hide the next fault."),
    Rule(
        "L822", "private-address", "An address inside a private network", W, "Nobody outside that network can open it."
    ),
)

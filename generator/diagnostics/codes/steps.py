"""The steps around the publication of a case."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import FRAMEWORK, REASON, E, N, Rule, W

RULES: Final[tuple[Rule, ...]] = (
    # the steps around publication
    Rule(
        "W901",
        "copies",
        "A copy that was sent too late",
        W,
        "Those who answer for the country want to read a report before the public does.",
        f"{FRAMEWORK}, 4.2.8",
    ),
    Rule(
        "W902",
        "reviewer",
        "No lead reviewer is named",
        W,
        "Readers want to know who answers for what a report says.",
        f"{FRAMEWORK}, 4.2.9",
    ),
    Rule(
        "W903",
        "report-holds",
        "A report without what the law wants in it",
        E,
        "A report that does not say why things went wrong, and what to do, teaches nobody.",
        "Working Together, as source 002 reports it",
    ),
    Rule(
        "W904",
        "availability",
        "A report that was there for too short a time",
        W,
        "People look for a report for months after it was in the news.",
        f"{FRAMEWORK}, 4.2.9",
    ),
    Rule(
        "W905",
        "six-months",
        "A review that takes too long",
        W,
        "What is learnt late cannot help in the meantime, and families wait.",
        f"{FRAMEWORK}, 4.1.8 and 4.1.9",
    ),
    Rule(
        "W906",
        "submission",
        "A report that was not sent on",
        N,
        "People who look for learning from the whole country do not find it.",
        f"{FRAMEWORK}, 4.2.10; for SARs the habit of safeguarding adults boards",
    ),
    Rule("W907", "not-published", "A report held back without a reason", E, "Reports are published.", REASON),
    Rule(
        "W908",
        "media-contact",
        "Nobody to answer the press",
        W,
        "Two offices that answer say two things.",
        f"{FRAMEWORK}, 4.2.7",
    ),
    Rule(
        "W909",
        "impact",
        "No plan for the people close to a case",
        W,
        "Publication can hurt children, families and staff once more.",
        f"{FRAMEWORK}, 4.2.6",
    ),
    Rule("W910", "legal-check", "No legal check", W, "A court may have forbidden what a report says."),
    Rule(
        "W911",
        "family-informed",
        "The family was not told",
        W,
        "Nobody should meet their own story in the news.",
        f"{FRAMEWORK}, 4.2.6",
    ),
    Rule(
        "W912",
        "sign-off",
        "A report that was not signed off",
        W,
        "The partners answer for it together.",
        f"{FRAMEWORK}, 4.2.4",
    ),
    Rule(
        "W913",
        "notification",
        "A notification that came too late",
        W,
        "The country has to know of what may happen elsewhere too.",
        f"{FRAMEWORK}, 2.1.2",
    ),
    Rule(
        "W914",
        "to-panel",
        "A rapid review that took too long",
        W,
        "A rapid review is there to keep children safe now.",
        f"{FRAMEWORK}, 3.2.2",
    ),
    Rule(
        "W915",
        "availability-review",
        "A report that has been there for its time",
        N,
        "Somebody decides whether it stays.",
        f"{FRAMEWORK}, 4.2.9",
    ),
    Rule("W916", "step-accepted-for-nothing", "A step accepted for nothing", N, "It would hide the next fault."),
    Rule("W920", "private-file-without-case", "A private file of no case", W, "What it says would count for nothing."),
    Rule("W921", "no-private-folder", "The private folder cannot be read", E, "The rules would judge by half."),
    Rule(
        "W922",
        "private-folder-in-git",
        "The private folder is in the repository",
        E,
        "Everybody who can read the repository could read it.",
    ),
    Rule(
        "W923",
        "pack-refused",
        "A report pack that cannot be written",
        E,
        "A report goes only to the bodies that a source names, and files that you have changed must not be lost.",
    ),
)

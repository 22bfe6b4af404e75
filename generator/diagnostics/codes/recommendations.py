"""Rules on findings, recommendations and their progress."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import E, N, Rule, W

_ANNUAL_REPORT: Final = "Care Act 2014, schedule 2, paragraph 4(1)(d) to (g)"

_TRACKED: Final = "good practice, as one partnership's framework describes it: action plans whose progress is tracked"

_TESTED: Final = "good practice, as one partnership's framework describes it: what was done is tested"

_ESCALATED: Final = "good practice, as one partnership's framework describes it: what stalls is escalated"

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "C101",
        "same-recommendation-id",
        "Two recommendations or two findings with one id",
        E,
        "A link to one of them would open the other.",
    ),
    Rule(
        "C102",
        "unknown-agency",
        "An unknown agency",
        E,
        "Readers could not see who was asked.",
    ),
    Rule(
        "C103",
        "unknown-recommendation-status",
        "An unknown status of a recommendation",
        E,
        "The page could not say what became of the recommendation.",
    ),
    Rule(
        "C104",
        "recommendation-without-owner",
        "A recommendation that is addressed to nobody",
        W,
        "Nobody can be asked what was done.",
        _TRACKED,
    ),
    Rule(
        "C105",
        "recommendation-without-date",
        "An open recommendation without a due date",
        N,
        "Nobody can see if it is late.",
        _TRACKED,
    ),
    Rule(
        "C106",
        "done-without-evidence",
        "A recommendation that is done, without evidence",
        W,
        "Readers have to take it on trust.",
        _TESTED,
    ),
    Rule(
        "C107",
        "not-accepted-without-reason",
        "A recommendation that was not acted on, without the reason",
        E,
        "The annual report of an adults board must give the reason, and families will ask for it.",
        _ANNUAL_REPORT,
    ),
    Rule(
        "C108",
        "incomplete-status",
        "A status without what it needs",
        E,
        "The status promises something that readers would not find.",
    ),
    Rule(
        "C109",
        "long-overdue",
        "A recommendation that is long overdue",
        W,
        "Work that nobody asks about stops.",
        _ESCALATED,
    ),
    Rule(
        "C110",
        "progress-before-review",
        "Progress that is older than the review",
        W,
        "One of the two dates is probably wrong.",
    ),
    Rule(
        "C111",
        "progress-in-future",
        "Progress on a day that has not come",
        W,
        "The page says that something has happened that has not.",
    ),
    Rule(
        "C112",
        "progress-out-of-order",
        "Progress that is not in the order of its dates",
        W,
        "The newest entry is the status that readers see, so a wrong date changes what the page says.",
    ),
    Rule(
        "C113",
        "superseded-in-a-circle",
        "Recommendations that supersede each other in a circle",
        E,
        "Readers would never reach the recommendation that still counts.",
    ),
    Rule(
        "C114",
        "superseded-by-unknown",
        "Superseded by an unknown recommendation",
        E,
        "Readers would not find the recommendation that still counts.",
    ),
    Rule(
        "C115",
        "unknown-evidence",
        "Evidence that names an unknown document",
        E,
        "Readers could not see the evidence.",
        _TESTED,
    ),
    Rule(
        "C116",
        "unavailable-evidence",
        "Evidence that readers can no longer get",
        W,
        "The page would refer to something that was taken back, or that nobody may see.",
        _TESTED,
    ),
    Rule(
        "C117",
        "answer-to-unknown",
        "A document that answers an unknown recommendation",
        E,
        "Readers would look for an answer that is not there.",
    ),
    Rule(
        "C118",
        "answer-of-wrong-kind",
        "Answers in a document that is not a response",
        W,
        "The page would call it a response.",
    ),
    Rule(
        "C119",
        "old-status",
        "An open recommendation without news for a long time",
        N,
        "Readers take an old status for the status of today.",
        _TRACKED,
    ),
    Rule(
        "C120",
        "incomplete-evidence",
        "Evidence that is neither a document nor has a label",
        E,
        "The page could not name it.",
    ),
    Rule(
        "C121",
        "unknown-finding",
        "A recommendation that follows from an unknown finding",
        E,
        "Readers could not see why it was made.",
    ),
    Rule(
        "C122",
        "same-recommendation-number",
        "Two recommendations with one number",
        W,
        "Readers could not tell which of the two is meant.",
    ),
    Rule(
        "C123",
        "status-contradicted",
        "Progress with a field that contradicts its status",
        W,
        "The page would say two things about the recommendation.",
    ),
    Rule(
        "C130",
        "no-recommendations-section",
        "Recommendations without a section that lists them",
        N,
        "Readers would have to open every review to see what was done.",
    ),
    Rule(
        "C131",
        "recommendation-address-taken",
        "A case whose recommendations would have the addresses of lists",
        E,
        "Two pages would have the same address.",
    ),
    Rule(
        "C140",
        "annual-report-about-nothing",
        "An annual report that is about no review type of the site",
        W,
        "The chapter of the year would leave out what the law asks for.",
        _ANNUAL_REPORT,
    ),
    Rule(
        "C141",
        "review-dates-out-of-order",
        "A review whose dates cannot all be right",
        W,
        "The annual report would count the review in the wrong year.",
        _ANNUAL_REPORT,
    ),
)

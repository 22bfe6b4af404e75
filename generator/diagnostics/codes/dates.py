"""Rules on states and dates."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import REASON, SUMMER_TIME_ACT, E, N, Rule, W

RULES: Final[tuple[Rule, ...]] = (
    # states and dates
    Rule(
        "T701",
        "scheduled-without-date",
        "Scheduled without a date",
        E,
        "Without a date, the record would never be published.",
    ),
    Rule(
        "T702",
        "withdrawn-without-reason",
        "Withdrawn without a reason",
        E,
        "Readers who look for the record need to know why it is not there.",
        REASON,
    ),
    Rule("T703", "undated-case", "A case without a date", N, "Readers cannot see how recent the learning is."),
    Rule("T704", "date-in-the-future", "Published in the future", W, "Readers see a date that is still to come."),
    Rule(
        "T705",
        "contradicting-dates",
        "Dates that contradict each other",
        E,
        "One of the two dates is wrong, and readers would be misled.",
    ),
    Rule(
        "T706",
        "lessons-before-case",
        "A briefing of a case that is not public",
        E,
        "The briefing tells readers about a case that is not public.",
    ),
    # the days and times of events
    Rule(
        "T708",
        "skipped-time",
        "A time that the clocks skip",
        E,
        "No calendar can show this time.",
        SUMMER_TIME_ACT,
    ),
    Rule(
        "T709",
        "time-twice",
        "A time that occurs twice",
        W,
        "People may come an hour too early or late.",
        SUMMER_TIME_ACT,
    ),
    Rule("T710", "time-without-day", "A time without a day", E, "Readers cannot tell when to come."),
    Rule(
        "T711",
        "changed-before-announced",
        "Changed before it was announced",
        E,
        "One of the two dates is wrong, and readers would be misled.",
    ),
    Rule(
        "T712",
        "no-beginning",
        "An event without a start",
        E,
        "Without a start, readers would not see the end, the changes or the cancellation.",
    ),
    Rule(
        "T713",
        "one-time-alone",
        "A time for only the start or only the end",
        E,
        "A calendar accepts two days or two times, but not one of each.",
        "RFC 5545, 3.8.2.2",
    ),
    Rule(
        "T714",
        "briefing-before-review",
        "A briefing that is older than its review",
        W,
        "One of the two dates is probably wrong, and readers would be misled.",
    ),
    Rule(
        "T715",
        "year-to-come",
        "A year to come in the text of a review",
        W,
        "The year is probably a typing mistake, and readers would be misled.",
    ),
    # the moment of publication
    Rule(
        "T720",
        "skipped-moment",
        "A publication time that does not exist",
        E,
        "The record would have no moment at which it becomes public.",
        "Summer Time Act 1972, as the time zone database has it",
    ),
    Rule(
        "T721",
        "moment-twice",
        "A publication time that occurs twice",
        W,
        "The record may be public an hour before you tell families and the press.",
        "Summer Time Act 1972, as the time zone database has it",
    ),
    # reviews without a published report, and the place of a record in lists
    Rule(
        "T730",
        "contradicting-publication",
        "A published review that says it is not published",
        E,
        'Readers would see a date, or the words "Not published", and one of them is wrong.',
    ),
    Rule(
        "T731",
        "expected-date-passed",
        "An expected date that has passed",
        W,
        "Readers were told when to expect the report, and now see no date.",
    ),
    Rule(
        "T732",
        "after-unknown-record",
        "A place after a record that does not exist",
        E,
        "The record, or the list, would not be in the order that you wanted.",
    ),
    Rule("T733", "after-each-other", "Records that are after each other", E, "No list can show such an order."),
    Rule(
        "T734",
        "after-contradicts-dates",
        "A place that contradicts two dates",
        E,
        "One of the dates is wrong, or the place is.",
    ),
    Rule(
        "T740",
        "report-contradicts-publication",
        "A report that contradicts what the review says of it",
        E,
        "The page would say that the report is not published, and link it, or promise a report that will never come.",
    ),
)

"""States and dates."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import REASON, SUMMER_TIME_ACT, E, N, Rule, W

RULES: Final[tuple[Rule, ...]] = (
    # states and dates
    Rule("T701", "scheduled-without-date", "Scheduled without a date", E, "Nobody knows when to publish it."),
    Rule(
        "T702", "withdrawn-without-reason", "Withdrawn without a reason", E, "What is withdrawn is explained.", REASON
    ),
    Rule("T703", "undated-case", "A case without a date", N, "Readers cannot see how recent the learning is."),
    Rule("T704", "date-in-the-future", "Published in the future", W, "It is public today, before its own date."),
    Rule("T705", "contradicting-dates", "Dates that contradict each other", E, "One of the two is wrong."),
    Rule(
        "T706",
        "lessons-before-case",
        "Lessons of a case that is not public",
        E,
        "The briefing tells of a case that readers may not see.",
    ),
    # the days and times of events
    Rule(
        "T708",
        "skipped-time",
        "A time that the clocks skip",
        E,
        "It never comes: no calendar can show it.",
        SUMMER_TIME_ACT,
    ),
    Rule(
        "T709",
        "time-twice",
        "A time that comes twice",
        W,
        "People may come an hour too early or late.",
        SUMMER_TIME_ACT,
    ),
    Rule("T710", "time-without-day", "A time without a day", E, "Nobody knows when to come."),
    Rule("T711", "changed-before-announced", "Changed before it was announced", E, "One of the two dates is wrong."),
    Rule("T712", "no-beginning", "An event without its beginning", E, "What is said of it would be left out."),
    Rule(
        "T713",
        "one-time-alone",
        "A time for the start or the end alone",
        E,
        "A calendar takes two days or two times, never one of each.",
        "RFC 5545, 3.8.2.2",
    ),
    # the moment of publication
    Rule(
        "T720",
        "skipped-moment",
        "A moment that never comes",
        E,
        "Nobody could say when the record becomes public.",
        "Summer Time Act 1972, as the time zone database has it",
    ),
    Rule(
        "T721",
        "moment-twice",
        "A moment that comes twice",
        W,
        "The record may be public an hour before families and the press are told.",
        "Summer Time Act 1972, as the time zone database has it",
    ),
)

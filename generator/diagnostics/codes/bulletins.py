"""Rules on bulletins and annual reports."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import E, N, Rule, W

RULES: Final[tuple[Rule, ...]] = (
    # bulletins
    Rule(
        "B901",
        "no-quarter",
        "A bulletin without a valid quarter",
        E,
        "The quarter decides the bulletin's web address and which items it lists.",
    ),
    Rule("B902", "empty-bulletin", "A bulletin without items", W, "Readers would open an empty bulletin."),
    Rule(
        "B903",
        "unknown-item",
        "A bulletin names an unknown record",
        E,
        "Readers would miss the record that you intended.",
    ),
    Rule(
        "B904",
        "other-quarter",
        "A bulletin names a record of another quarter",
        E,
        "Two bulletins would announce the same record as new.",
    ),
    Rule(
        "B905",
        "pinned-and-left-out",
        "An item that is pinned and left out",
        E,
        "Readers might miss a record that you want to show, or see one that you want to leave out.",
    ),
    Rule(
        "B906",
        "hidden-item",
        "A pinned record that is not public",
        E,
        "Either the bulletin would name a record that is not public, or readers would miss it.",
    ),
    Rule(
        "B907",
        "sent-without-record",
        "Marked as sent, but not recorded",
        E,
        "Later, the partnership could not show what readers were sent.",
    ),
    Rule(
        "B908",
        "items-before-sent",
        "Sent items in a bulletin that was not sent",
        E,
        "The bulletin would stop changing before it is sent.",
    ),
    Rule("B909", "sent-too-early", "Sent before its quarter", E, "The page would show readers a wrong date."),
    Rule(
        "B910",
        "quarter-to-come",
        "A public bulletin for a future quarter",
        W,
        "Readers would open a bulletin about a quarter in which nothing has happened yet.",
    ),
    # sending a bulletin
    Rule(
        "B950", "email-too-long", "An e-mail that Gmail would cut off", W, "Readers who use Gmail would miss the end."
    ),
    Rule("B951", "draft-bulletin", "A bulletin that is a draft", E, "A draft could be sent to readers by mistake."),
    Rule("B952", "no-such-bulletin", "A bulletin that does not exist", E, "There is no bulletin to send to readers."),
    Rule(
        "B953",
        "no-sender",
        "An e-mail without a sender",
        N,
        "Readers decide by the sender whether they trust an e-mail.",
    ),
    Rule(
        "B954",
        "unfinished-bulletin",
        "A bulletin with an unfinished text",
        E,
        "Once an e-mail is sent, you cannot take the unfinished text back.",
    ),
    Rule(
        "B955",
        "sending-refused",
        "A bulletin that cannot be marked as sent",
        E,
        "The page of a sent bulletin must show what readers received.",
    ),
    # the years of annual reports
    Rule(
        "B960",
        "odd-year",
        "Not a valid year",
        E,
        "The web address of the year's page comes from this name and never changes.",
    ),
    Rule(
        "B961",
        "uneven-row",
        "A row that does not fit its columns",
        E,
        "Readers would see numbers under the wrong heading.",
    ),
    Rule(
        "B962", "negative-figure", "A negative number", E, "A count cannot be below zero, and a chart cannot show it."
    ),
    Rule(
        "B963",
        "unknown-in-report",
        "The report's list names something unknown",
        E,
        "The chapter would leave it out, and readers would see a shorter list than in the report.",
    ),
    Rule(
        "B964",
        "report-lists-unpublished",
        "The report's list names something that is not public",
        E,
        "The chapter would leave it out, and readers would see a shorter list than in the report.",
    ),
    Rule(
        "B965",
        "year-to-come",
        "A year that has not begun",
        E,
        "Readers would see a page about a year in which nothing has happened yet.",
    ),
)

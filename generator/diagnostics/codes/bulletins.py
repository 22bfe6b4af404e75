"""Bulletins, and the years of annual reports."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import E, N, Rule, W

RULES: Final[tuple[Rule, ...]] = (
    # bulletins
    Rule("B901", "no-quarter", "A bulletin of no quarter", E, "Its address and its items come from its quarter."),
    Rule("B902", "empty-bulletin", "A bulletin with nothing to tell", W, "Readers would open it for nothing."),
    Rule("B903", "unknown-item", "A bulletin names an unknown record", E, "Readers would not find what was meant."),
    Rule("B904", "other-quarter", "A bulletin names a record of another quarter", E, "It would be told as new twice."),
    Rule("B905", "pinned-and-left-out", "An item that is pinned and left out", E, "Only one of the two can be meant."),
    Rule(
        "B906", "hidden-item", "A pinned record that is not public", E, "Its name would be told, or it would be missed."
    ),
    Rule("B907", "sent-without-record", "Sent, and not written down", E, "Nobody could say later what was sent."),
    Rule("B908", "items-before-sent", "Items of a bulletin that is not sent", E, "It would stop changing too early."),
    Rule("B909", "sent-too-early", "Sent before its quarter", E, "The page would tell a wrong date."),
    Rule("B910", "quarter-to-come", "A public bulletin of a quarter to come", W, "There is nothing to tell of it yet."),
    # a bulletin on its way out
    Rule("B950", "email-too-long", "An e-mail that would be cut", W, "Who reads it in Gmail would miss the end."),
    Rule("B951", "draft-bulletin", "A bulletin that is a draft", E, "A draft is sent to nobody by mistake."),
    Rule("B952", "no-such-bulletin", "A bulletin that is not there", E, "There is nothing to send."),
    Rule("B953", "no-sender", "An e-mail without a sender", N, "Readers trust an e-mail by who sends it."),
    Rule("B954", "unfinished-bulletin", "A bulletin with an unfinished text", E, "What is sent cannot be taken back."),
    Rule(
        "B955",
        "sending-refused",
        "A bulletin that cannot be marked as sent",
        E,
        "The page of a sent bulletin must show what readers received.",
    ),
    # the years of annual reports
    Rule("B960", "odd-year", "Not a year", E, "A year's page has its address from the year, for good."),
    Rule(
        "B961", "uneven-row", "A row that does not fit its columns", E, "Numbers would stand under the wrong heading."
    ),
    Rule("B962", "negative-figure", "A number below nought", E, "Nothing can be counted so, and no chart can show it."),
    Rule("B963", "unknown-in-report", "The report's list names something unknown", E, "It would be lost in silence."),
    Rule("B964", "report-lists-unpublished", "The report's list names what is not public", E, "It would be left out."),
    Rule("B965", "year-to-come", "A year that has not begun", E, "Nothing can be known of it yet."),
)

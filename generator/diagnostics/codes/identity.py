"""What may tell who somebody is, with a list of private terms and without."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import Rule
from generator.diagnostics.codes.severities import E, N, W
from generator.diagnostics.codes.sources import CLEAN

RULES: Final[tuple[Rule, ...]] = (
    # what may tell who somebody is
    Rule("P620", "nhs-number", "An NHS number", W, "It is one person's alone.", CLEAN),
    Rule("P621", "pupil-number", "A pupil's number", W, "It is one child's alone.", CLEAN),
    Rule("P622", "insurance-number", "A National Insurance number", W, "It is one person's alone.", CLEAN),
    Rule("P623", "case-number", "The number of a case or a crime", W, "It leads to the family's papers.", CLEAN),
    Rule("P624", "day-of-birth", "A day of birth", W, "Who knows the family knows whose it is.", CLEAN),
    Rule("P625", "exact-day", "A day in a story", N, "With the day the news of that day can be found.", CLEAN),
    Rule("P626", "postcode", "A postcode", W, "It stands for a few houses.", CLEAN),
    Rule("P627", "phone-number", "A phone number of somebody else", W, "It may be a family's or a worker's.", CLEAN),
    Rule(
        "P628", "email-address", "An e-mail address of somebody else", W, "It may be a family's or a worker's.", CLEAN
    ),
    Rule("P629", "street-address", "The address of a house", W, "It tells where somebody lives or lived.", CLEAN),
    Rule("P630", "exact-age", "An age that is too exact", W, "With the date of the review it gives a birthday.", CLEAN),
    Rule("P631", "undeclared-name", "A forename that is not declared", W, "A real name may have slipped in.", CLEAN),
    Rule("P632", "place-in-picture", "A picture that tells where it was taken", E, "It may be somebody's home.", CLEAN),
    Rule("P633", "accepted-finding-unneeded", "A finding accepted for nothing", N, "It would hide the next slip."),
    # private terms: of these no finding shows a word
    Rule("G101", "private-term", "A private term would be public", E, "It would tell who somebody is.", CLEAN),
    Rule("G102", "nearly-a-private-term", "Nearly a private term", W, "A slip of the pen still names a person.", CLEAN),
    Rule("G103", "terms-refused", "The list of private terms is refused", E, "It must not be published itself.", CLEAN),
    Rule("G104", "unfit-term", "A private term that cannot be looked for", E, "It would not be found, or everywhere."),
    Rule("G105", "not-searched", "A file that could not be searched", W, "Nobody knows what it says.", CLEAN),
    Rule("G106", "unclear-line", "A line that is not understood", E, "A private name in it would not be found."),
    Rule("G107", "wide-exception", "An exception that is too wide", E, "The private term would never be found."),
)

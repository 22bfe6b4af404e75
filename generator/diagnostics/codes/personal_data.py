"""What may tell who somebody is, with a list of private terms and without."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import FRAMEWORK_4_2_2, E, N, Rule, W

RULES: Final[tuple[Rule, ...]] = (
    # what may tell who somebody is
    Rule("P620", "nhs-number", "An NHS number", W, "An NHS number identifies one person.", FRAMEWORK_4_2_2),
    Rule("P621", "pupil-number", "A pupil's number", W, "A pupil number identifies one child.", FRAMEWORK_4_2_2),
    Rule(
        "P622",
        "insurance-number",
        "A National Insurance number",
        W,
        "A National Insurance number identifies one person.",
        FRAMEWORK_4_2_2,
    ),
    Rule(
        "P623",
        "case-number",
        "A case number or crime number",
        W,
        "The number can lead to the family's records.",
        FRAMEWORK_4_2_2,
    ),
    Rule(
        "P624",
        "day-of-birth",
        "A date of birth",
        W,
        "People who know the family can tell from the date who the review is about.",
        FRAMEWORK_4_2_2,
    ),
    Rule(
        "P625",
        "exact-day",
        "An exact date in a story",
        N,
        "Readers can search the news of that day and find out who the review is about.",
        FRAMEWORK_4_2_2,
    ),
    Rule(
        "P626",
        "postcode",
        "A postcode",
        W,
        "A full postcode covers only a few houses, so it can show where the family lives.",
        FRAMEWORK_4_2_2,
    ),
    Rule(
        "P627",
        "phone-number",
        "A phone number that is not the partnership's",
        W,
        "It may be the number of a family or a worker.",
        FRAMEWORK_4_2_2,
    ),
    Rule(
        "P628",
        "email-address",
        "An e-mail address that is not the partnership's",
        W,
        "It may be the address of a family or a worker.",
        FRAMEWORK_4_2_2,
    ),
    Rule(
        "P629",
        "street-address",
        "A house number and street",
        W,
        "It shows where somebody lives or lived.",
        FRAMEWORK_4_2_2,
    ),
    Rule(
        "P630",
        "exact-age",
        "An age that is too exact",
        W,
        "Together with the date of the review, an exact age gives the date of birth.",
        FRAMEWORK_4_2_2,
    ),
    Rule(
        "P631",
        "undeclared-name",
        "A forename that is not declared",
        W,
        "It may be a person's real name.",
        FRAMEWORK_4_2_2,
    ),
    Rule(
        "P632",
        "place-in-picture",
        "A picture file that contains the place where it was taken",
        E,
        "The place may be somebody's home.",
        FRAMEWORK_4_2_2,
    ),
    Rule(
        "P633",
        "accepted-finding-unneeded",
        "An accepted finding that no longer occurs",
        N,
        "The entry could hide a mistake that is made later.",
    ),
    # private terms: of these no finding shows a word
    Rule(
        "G101", "private-term", "A private term would be public", E, "It would tell who somebody is.", FRAMEWORK_4_2_2
    ),
    Rule(
        "G102",
        "nearly-a-private-term",
        "Nearly a private term",
        W,
        "A slip of the pen still names a person.",
        FRAMEWORK_4_2_2,
    ),
    Rule(
        "G103",
        "terms-refused",
        "The list of private terms is refused",
        E,
        "It must not be published itself.",
        FRAMEWORK_4_2_2,
    ),
    Rule("G104", "unfit-term", "A private term that cannot be looked for", E, "It would not be found, or everywhere."),
    Rule("G105", "not-searched", "A file that could not be searched", W, "Nobody knows what it says.", FRAMEWORK_4_2_2),
    Rule("G106", "unclear-line", "A line that is not understood", E, "A private name in it would not be found."),
    Rule("G107", "wide-exception", "An exception that is too wide", E, "The private term would never be found."),
)

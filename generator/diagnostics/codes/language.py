"""Language that does no harm."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import Rule
from generator.diagnostics.codes.severities import N, W
from generator.diagnostics.codes.sources import LANGUAGE, SAMARITANS

RULES: Final[tuple[Rule, ...]] = (
    # language that does no harm
    Rule(
        "P640",
        "suicide-words",
        "Words about suicide that do harm",
        W,
        "They blame whoever died, or make suicide look like a way out.",
        SAMARITANS,
    ),
    Rule(
        "P641",
        "suicide-method",
        "How or where somebody died by suicide",
        W,
        "What is told in detail is copied by people in despair.",
        SAMARITANS,
    ),
    Rule(
        "P642",
        "victim-blaming",
        "Words that blame whoever was harmed",
        W,
        "Nobody is to blame for being abused, and who reads blame does not ask for help.",
        LANGUAGE,
    ),
    Rule(
        "P643",
        "labelling-words",
        "Words that turn people into labels",
        W,
        "A person is more than an illness or a habit.",
        "Mind, media guidelines on talking about mental health",
    ),
    Rule(
        "P644",
        "debated-words",
        "Words of the field that are debated",
        N,
        "They say little of what happened, and families read them as blame.",
        "NSPCC Learning, Why language matters",
    ),
    Rule(
        "P645",
        "no-helpline",
        "A text about suicide without helplines",
        W,
        "Whoever reads it may need help at once.",
        SAMARITANS,
    ),
    Rule(
        "P646",
        "note-without-suicide",
        "A content note that does not name suicide",
        W,
        "A reader who is not warned meets it unprepared.",
        SAMARITANS,
    ),
)

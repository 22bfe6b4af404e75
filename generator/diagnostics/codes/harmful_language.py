"""Rules on harmful language."""

from __future__ import annotations

from typing import Final

from generator.diagnostics.codes.rule import LANGUAGE, SAMARITANS, N, Rule, Trait, W

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "P640",
        "suicide-words",
        "Harmful words about suicide",
        W,
        "These words blame the person who died, or make suicide look like a way out.",
        SAMARITANS,
        traits=(Trait.ABOUT_WORDS,),
    ),
    Rule(
        "P641",
        "suicide-method",
        "How or where somebody died by suicide",
        W,
        "People in despair may copy what is described in detail.",
        SAMARITANS,
        traits=(Trait.ABOUT_WORDS,),
    ),
    Rule(
        "P642",
        "victim-blaming",
        "Words that blame the person who was harmed",
        W,
        "People who are blamed for the abuse that they suffered may not ask for help.",
        LANGUAGE,
        traits=(Trait.ABOUT_WORDS,),
    ),
    Rule(
        "P643",
        "labelling-words",
        "Words that label people",
        W,
        "These words reduce a person to an illness or a habit.",
        "Mind, media guidelines on talking about mental health",
        traits=(Trait.ABOUT_WORDS,),
    ),
    Rule(
        "P644",
        "debated-words",
        "Professional terms that are disputed",
        N,
        "These terms say little about what happened, and families feel blamed by them.",
        "NSPCC Learning, Why language matters",
        traits=(Trait.ABOUT_WORDS,),
    ),
    Rule(
        "P645",
        "no-helpline",
        "A text about suicide without helplines",
        W,
        "A reader may need help immediately.",
        SAMARITANS,
        traits=(Trait.ABOUT_WORDS,),
    ),
    Rule(
        "P646",
        "note-without-suicide",
        "A content note that does not name suicide",
        W,
        "Readers who are not warned may be upset by what they read.",
        SAMARITANS,
        traits=(Trait.ABOUT_WORDS,),
    ),
    Rule(
        "P647",
        "note-without-support",
        "A content note that the text does not support",
        N,
        "The page would say something of a real family that no source says.",
        traits=(Trait.ABOUT_WORDS,),
    ),
)

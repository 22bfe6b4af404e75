"""P642 to P644: words that blame or label people who were harmed. One row for each wording; add a row to add one.

A wording on which guidance disagrees, or which a report may have to use, is a note (P644).
"""

from __future__ import annotations

from functools import partial
from typing import Final

from generator.validate.rules.harmful_language.wording import (
    EXPLOITATION,
    HERSELF,
    IWF,
    MIND,
    NSPCC,
    SAMARITANS,
    TERMINOLOGY,
    wording,
)

_CHILDREN: Final = r"(?:girls?|boys?|child(?:ren)?|teenagers?|young (?:person|people))"
_BLAMES = "lays the blame on the person who was harmed"
_LABELS = "makes a label of a person"

_blames = partial(wording, "P642")
_labels = partial(wording, "P643")
_debated = partial(wording, "P644")

BLAMING: Final = (
    _blames(
        (
            r"(?:child|teen(?:age)?|juvenile|under-?age|young) prostitut(?:es?|ion)",
            rf"prostitut(?:e|es|ed|ing) {HERSELF}",
        ),
        "prostitut",
        _BLAMES,
        'write "a child who was sexually exploited"',
        EXPLOITATION,
    ),
    _blames(
        (r"lifestyle choices?", r"chosen lifestyles?", r"cho(?:se|osing) (?:this|that|her|his|their) lifestyle"),
        "lifestyle",
        _BLAMES,
        "say what was done to the person, and by whom; nobody chooses to be harmed",
        EXPLOITATION,
    ),
    _blames(
        (r"promiscuous(?:ly)?", r"promiscuity"),
        "promiscu",
        _BLAMES,
        "say what adults did; a child may have been abused or exploited",
        EXPLOITATION,
    ),
    _blames(
        (
            (
                rf"(?:put(?:s|ting)?|plac(?:e|es|ed|ing)) {HERSELF} (?:at|in) (?:more |greater |further )?"
                r"(?:risk|danger|harm['\u2019]s way"
                r"|(?:risky|dangerous|unsafe|vulnerable|harmful) (?:situations?|positions?|places?))"
            ),
        ),
        "self at|selves at|self in|selves in",
        _BLAMES,
        "say who or what made the place or the people unsafe",
        EXPLOITATION,
    ),
    _blames(
        (r"(?:poor|bad|unwise|risky|dangerous) (?:life |relationship |lifestyle )?choices",),
        "choices",
        _BLAMES,
        "say what choices the person really had, and who used that",
        EXPLOITATION,
        of_children=True,
    ),
    _blames(
        (r"risky (?:sexual )?behaviours?(?: of (?:her|his|their) own)?", r"risk-taking behaviours?"),
        "risky|risk-taking behav",
        _BLAMES,
        "say what was done to the young person, and what they were going through",
        NSPCC,
        of_children=True,
    ),
    _blames(
        (
            rf"consen(?:ting|sual) (?:sex|sexual \w+|relationships?|{_CHILDREN})",
            r"consent(?:s|ed|ing)? to (?:the |her |his |their )?(?:sex|sexual \w+|abuse|exploitation)",
        ),
        "consen",
        _BLAMES,
        "a child cannot consent to being abused: write what was done to the child",
        EXPLOITATION,
        of_children=True,
    ),
    _blames(
        (
            (
                r"(?:sexual )?relationships? with (?:an? |the |her |his |their )"
                r"?(?:older m[ae]n|adult m[ae]n|abusers?|perpetrators?|exploiters?)"
            ),
        ),
        "relationship with|relationships with",
        _BLAMES,
        'write "was being abused by" or "was groomed by"',
        EXPLOITATION,
        of_children=True,
    ),
    _blames(
        (r"street-?wise", r"attention(?:-| )seek(?:ing|ers?)"),
        "streetwise|street-wise|attention-seek|attention seek",
        _BLAMES,
        "say what was seen, and what it may have told",
        EXPLOITATION,
    ),
    _blames(
        (r"drug runners?", r"runn(?:er|ers|ing) drugs", r"money mules?"),
        "drug runner|running drugs|runner drugs|runners drugs|money mule",
        _BLAMES,
        'write "a child who was made to carry drugs", or money',
        EXPLOITATION,
        of_children=True,
    ),
    _blames(
        (
            r"(?:child|kiddie|kiddy) porn(?:ography|ographic)?",
            r"pornographic (?:images|pictures|videos) of (?:a )?child(?:ren)?",
        ),
        "porn",
        "lets abuse look like something that a child agreed to",
        'write "child sexual abuse images" or "videos"',
        IWF,
    ),
    _blames(
        (r"(?:child )?sex touris(?:m|ts?)",),
        "touris",
        "lets abuse look like a holiday",
        'write "travelling to abuse children"',
        TERMINOLOGY,
    ),
)

LABELLING: Final = (
    _labels(
        (
            r"the mentally ill",
            (
                r"mentally ill (?:m[ae]n|wom[ae]n|persons?|people|mothers?|fathers?|brothers?|sisters?"
                r"|sons?|daughters?|patients?)"
            ),
            r"mental patients?",
            r"schizophrenics|psychotics",
            (
                r"an? (?:schizophrenic|psychotic|depressive|anorexic)"
                r"(?= (?:who|and|or|man|woman|child|mother|father|with|in|living|since|whose)\b|[.,;:)])"
            ),
        ),
        "mentally ill|mental patient|psychotics|schizophrenic|psychotic|depressive|anorexic",
        _LABELS,
        'put the person first: "a person with a mental health problem", "has schizophrenia"',
        MIND,
    ),
    _labels(
        (
            r"(?:drug |heroin |cocaine |crack )?addicts?",
            r"(?:drug|substance|alcohol) abusers?",
            r"abusers? of (?:drugs|heroin|alcohol|cocaine|crack|substances)",
            r"(?:drug|heroin|cocaine|crack|drink) habits?",
            r"junkies?",
            r"druggies?",
        ),
        "addict|abuser|junkie|druggie|habit",
        _LABELS,
        'write "a person who is dependent on drugs"',
        MIND,
    ),
    _labels(
        (r"cutters?", r"self-harmers?"),
        "cutter|self-harmer",
        _LABELS,
        'write "a person who harms themselves"',
        SAMARITANS,
        near="subject",
    ),
)

DEBATED: Final = (
    _debated(
        (r"hard(?:-| )to(?:-| )reach(?! by\b)",),
        "hard to reach|hard-to-reach|hard to-reach|hard-to reach",
        "says that people are the difficulty",
        "say what made the service hard to use, and for whom",
        EXPLOITATION,
    ),
    _debated(
        (r"disguised compliance",),
        "compliance",
        "can blame a parent and hide what was seen",
        "say what the parent did, what was checked, and what was not",
        NSPCC,
    ),
    _debated(
        (
            r"(?:did|does|do|would|will|could) not engage with",
            r"(?:refus|declin)(?:e|es|ed|ing) to engage",
            r"non-engag(?:ement|ing)",
        ),
        "not engage with|refuse to engage|refuses to|refused to|refusing to|declin|non-engag",
        "leaves open what was offered, and why it did not suit",
        "say what was offered, how often, and what stood in the way",
        EXPLOITATION,
    ),
    _debated(
        (
            (
                r"suffer(?:s|ed|ing)? (?:from|with) (?:\w+ )?(?:mental|depression|anxiety|autism|adhd"
                r"|dementia|bipolar|schizophrenia|psychosis|post-traumatic|ptsd|epilepsy|a learning|learning|cerebral"
                r"|down['\u2019]?s|multiple sclerosis"
                r"|diabetes|parkinson|alzheimer|an? (?:mental|eating|personality|physical)|a disabil|disabil)"
            ),
        ),
        "suffer",
        "speaks for the person, and with pity",
        'write "has", "lives with" or "had a diagnosis of"',
        MIND,
    ),
)

"""P642 to P644: words that describe a person. They make a child look adult, or put a condition before the person.

One row for each wording; add a row to add one.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from generator.validate.rules.harmful_language.wording import (
    ADULTIFICATION,
    CARE,
    DISABILITY,
    ETHNICITY,
    EXPLOITATION,
    HER,
    MIGRATION,
    MIND,
    NSPCC,
    PLAIN,
    wording,
)

_AS_A_GROUP: Final = r"(?=[.;:)]|,? (?:are|who|were|have|had|may|can|often)\b| (?:and|or) the\b|$)"
"""The adjective has no noun after it: `the homeless are`, but not `the homeless hostel`."""

_AS_A_NOUN: Final = r"(?= (?:who|and|or|for|since|by|when|in|but|man|woman|mother|father)\b|[.,;:)]|$)"
_YOUNG: Final = r"(?:girls?|boys?|child(?:ren)?|teenagers?|pupils?|siblings?|young (?:person|people|m[ae]n|wom[ae]n))"
_SEEMED: Final = r"(?:seem|look|appear|act|behav|present|c[ao]me across|comes across)(?:s|es|ed|d)?"
_ADULT: Final = r"(?:an? )?(?:young |little |small |grown )?(?:adults?|grown-?ups?|m[ae]n|wom[ae]n)"

_blames = partial(wording, "P642")
_labels = partial(wording, "P643")
_debated = partial(wording, "P644")
_PERSON_FIRST = "makes a label of a person"

ADULTIFYING: Final = (
    _blames(
        (
            rf"(?:mature|old|wise|grown(?:-| )?up|worldly) (?:for|beyond) {HER} (?:age|years)",
            rf"(?:older|wiser|more mature) than {HER} (?:age|years)",
            rf"{_SEEMED} (?:much |far )?(?:older|more mature) than (?:she|he|they) (?:was|were|is|are)",
            rf"{_YOUNG} (?:\w+ )?{_SEEMED} (?:as |like |to be )(?:if (?:she|he|they) (?:was|were) )?{_ADULT}",
            r"(?:as|was|were|is) (?:an? )?big lads?",
            (
                rf"(?:{_YOUNG} (?:who |that |was |were )?|(?:old|mature|big|responsible|independent) enough to )"
                r"(?:could |can |able to )?(?:look after|take care of|fend for) (?:her|him|them)sel(?:f|ves)"
            ),
        ),
        "for her|for his|for their|beyond her|beyond his|beyond their|older than|wiser than|mature than|adult|grown"
        "| man| men| woman| women|big lad|look after|take care of|fend for",
        "lets a child look less in need of protection",
        "say the child's age, what the child did or said, and what adults should have done",
        ADULTIFICATION,
        of_children=True,
    ),
)

LABELS: Final = (
    _labels(
        (
            rf"(?:an?|the|his|her) (?:\w+ )?alcoholic{_AS_A_NOUN}",
            r"alcoholics(?! anonymous)",
            rf"an? (?:\w+ )?(?:drunk|drunkard|smackhead|crackhead|alkie|wino|boozer|stoner){_AS_A_NOUN}",
            (
                r"(?:(?:she|he|they|who|mother|father|mum|dad|parents|m[ae]n|wom[ae]n|brother|sister"
                r"|partner) (?:had |has |have )?"
                r"(?:been|stayed|was|were|is|got|kept|remained)|staying|getting|got) clean"
                r"(?= (?:of|off|from) (?:drugs|heroin|alcohol|cocaine|crack)"
                r"| (?:for|since) (?:\w+ ){0,2}(?:days?|weeks?|months?|years?)\b)"
            ),
            r"(?:fell|fall(?:en|ing)?) off the wagon",
            r"(?:dirty|clean) (?:urine|drug test|urine sample)s?",
        ),
        "alcoholic|drunk|smackhead|crackhead|alkie|wino|boozer|stoner| clean|the wagon|dirty|clean urine|clean drug",
        _PERSON_FIRST,
        'write "a person who is dependent on alcohol", or say what the person drank and what it led to',
        MIND,
    ),
    _labels(
        (
            r"wheelchair(?:-| )bound",
            r"(?:confined|bound) to (?:a|her|his|their) wheelchairs?",
            r"(?:the |mentally |physically )handicapped",
            r"mentally retarded|mental retardation",
            r"an? (?:cripple|deaf(?:-| )mute)",
            r"deaf and dumb",
            r"able(?:-| )bodied",
            rf"the (?:disabled|deaf){_AS_A_GROUP}",
            r"the mental age of|mental age of (?:an? )?\w+",
            r"(?:afflicted|stricken|crippled) (?:with|by) (?:\w+ ){0,2}(?=\w)",
            r"special needs (?:child|children|kids?|boys?|girls?|pupils?)",
            r"(?:of|with) (?:low|limited|below average) (?:intelligence|IQ)|educationally subnormal",
            r"(?:low|high)(?:-| )functioning (?:autis\w+|child|adult|man|woman)",
            r"(?:dementia|alzheimer['\u2019]?s|autism|epilepsy|stroke|cancer|mental health) sufferers?",
            r"(?:demented|senile|geriatrics|wheelchair cases?)",
            (
                r"(?:was|were|are|is) (?:an? )?(?:\w+ )?(?:feeders?|wanderers?|feeders and wanderers)(?=[.,;]| (?:who"
                r"|and))"
            ),
            rf"the (?:autistic|blind|infirm){_AS_A_GROUP}",
            rf"an? (?:epileptic|diabetic|spastic|paraplegic){_AS_A_NOUN}",
        ),
        "wheelchair|handicap|retard|cripple|deaf|bodied|disabled|epileptic|diabetic|spastic|paraplegic"
        "|mental age|afflicted|stricken|special needs|intelligence| iq|subnormal|low functioning"
        "|low-functioning|high functioning|high-functioning|sufferer|demented|senile"
        "|geriatrics|feeder|wanderer|the autistic|the blind|the infirm",
        _PERSON_FIRST,
        'put the person first: "disabled people", "uses a wheelchair", "has epilepsy", "has a learning disability"',
        DISABILITY,
    ),
    _labels(
        (
            r"(?:lunatics?|psychos?|nutters?|nutcases?|madm[ae]n|mad (?:m[ae]n|wom[ae]n))",
            r"(?:insane|deranged|unhinged)",
            rf"an? (?:bipolar|psychopath|sociopath){_AS_A_NOUN}",
            rf"(?:an?|the) (?:\w+ )?hoarders?{_AS_A_NOUN}",
        ),
        "hoarder|lunatic|psycho|nutter|nutcase|madm|mad m|mad w|insane|deranged|unhinged|bipolar|sociopath",
        _PERSON_FIRST,
        'put the person first: "a person with a mental health problem", "has bipolar disorder", "a person who hoards"',
        MIND,
    ),
    _labels(
        (
            r"half-?caste|half-?breeds?|pikeys?|gypp?os?",
            r"coloured (?:m[ae]n|wom[ae]n|people|persons?|boys?|girls?|child(?:ren)?|famil(?:y|ies))",
            r"non-whites?(?= (?:people|children|famil|person)|[.,;])",
        ),
        "half-caste|halfcaste|half-breed|halfbreed|pikey|gyppo|gypo|coloured|non-white",
        "is an insult, or was one when it was usual",
        'write what the person says of themselves, such as "of mixed heritage" or "Roma", if it matters',
        ETHNICITY,
    ),
    _labels(
        (
            r"illegal (?:im)?migrants?|illegal aliens?|illegals",
            r"(?:bogus|failed|illegal) asylum(?:-| )seekers?",
        ),
        "illegal|asylum",
        "calls a person unlawful",
        'write "a person without leave to remain", or "whose claim for asylum was refused"',
        MIGRATION,
    ),
    _labels(
        (
            rf"the (?:homeless|elderly|vulnerable){_AS_A_GROUP}",
            r"(?:vagrants?|tramps|down-and-outs?|beggars|scroungers?)",
        ),
        "the homeless|the elderly|the vulnerable|vagrant|tramps|down-and-out|beggars|scrounger",
        _PERSON_FIRST,
        'write "people who are homeless", "older people"',
        EXPLOITATION,
    ),
    _labels(
        (
            r"(?:problem|no-?hope) (?:famil(?:y|ies)|households?|kids?|child(?:ren)?)",
            r"(?:tear-?aways?|delinquents?|yobs?|thugs?|feral (?:kids?|child(?:ren)?|youths?))",
            r"(?:slags?|sluts?|whores?|hookers?|jailbait|lolitas?)",
        ),
        "problem|hope|tearaway|tear-away|delinquent|yob|thug|feral|slag|slut|whore|hooker|jailbait|lolita",
        _PERSON_FIRST,
        "say what happened, and what the person needed",
        NSPCC,
    ),
)

UNCLEAR: Final = (
    _debated(
        (
            (
                r"(?:chaotic|dysfunctional) (?:\w+ )?(?:famil(?:y|ies)|lifestyles?|li(?:fe|ves)|households?|homes?"
                r"|parent(?:s|ing)?|mothers?|fathers?|upbringing|background)"
            ),
            (
                r"(?:home|family|household|family life|home life|lifestyle) (?:was|were|is|became) (?:\w+ )?"
                r"(?:chaotic|dysfunctional)"
            ),
        ),
        "chaotic|dysfunctional",
        "judges a family and does not say what was seen",
        "say what was seen: meals, sleep, who came and went, what the child did not get",
        EXPLOITATION,
    ),
    _debated(
        (
            r"frequent (?:flyer|flier)s?",
            r"heart-?sink (?:patient|client|famil)\w*",
            r"revolving(?:-| )door (?:patient|client|famil)\w*",
            r"time(?:-| )wasters?",
        ),
        "frequent fl|heartsink|heart-sink|revolving|waster",
        "says that the person asks too often, not what help is missing",
        "say how often the person asked for help, and for what",
        EXPLOITATION,
    ),
    _debated(
        (r"toxic trio", r"trilogy of risk", r"(?:bed|placement)(?:-| )blockers?"),
        "toxic trio|trilogy of|blocker",
        "is a label of professionals for what people live through",
        "say what there was, such as domestic abuse and poor mental health",
        NSPCC,
    ),
    _debated(
        (r"(?-i:LAC)(?: (?:child(?:ren)?|reviews?|nurses?|kids?|status|team))?", r"(?-i:LACs)"),
        "lac",
        "sounds as if a child lacked something",
        'write "children in care", or "the review of the child in care"',
        CARE,
    ),
    _debated(
        (
            r"leverag(?:e|es|ed|ing)",
            r"synerg(?:y|ies|istic)",
            r"operationali[sz](?:e|es|ed|ing)",
            r"(?:going|moving) forward(?=[.,;]|$)",
            r"utili[sz](?:e|es|ed|ing)",
            r"(?:dis)?incentivi[sz](?:e|es|ed|ing)",
            r"low-hanging fruit|blue-sky thinking|deep dives?",
        ),
        "leverag|synerg|operationali|forward|utilis|utiliz|incentivi|hanging fruit|blue-sky|deep dive",
        "is the language of an office, and says little to a family",
        "say in everyday words who does what",
        PLAIN,
    ),
)

"""P642 and P644: sentences in which a person who was harmed chose, allowed, refused or failed. Add a row to add one.

The same verbs are innocent with an organisation ("services failed to engage with her"), so most rows name the person.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from generator.validate.rules.harmful_language.wording import EXPLOITATION, HER, HERSELF, NON_ABUSING, wording

_A: Final = r"(?:an?|the|her|his|their|this|that)"
_CHILD: Final = (
    r"(?:girls?|boys?|child|teenagers?|pupils?|daughter|son|(?:1[0-7]|[5-9])[- ]years?[- ]olds?|aged (?:1[0-7]|[5-9]))"
)
_OVER_18: Final = (
    r"(?:(?:1[89]|[2-6]\d)[- ]years?[- ]old"
    r"|(?:adult |grown )?(?:m[ae]n|wom[ae]n) (?:who was |aged |of )(?:1[89]|[2-6]\d)"
    r"|(?:adult|grown|older) (?:m[ae]n|wom[ae]n))"
)
_RELATIVE: Final = (
    r"(?:(?:step|grand|foster )?(?:mother|father|mum|dad|parents?)|carers?|girls?|boys?|child(?:ren)?|teenagers?"
    r"|young (?:person|people|wom[ae]n|m[ae]n)|famil(?:y|ies)|wom[ae]n|m[ae]n|couple|victims?"
    r"|aunt|uncle|sister|brother|siblings?)"
)
_PERSON: Final = rf"(?:she|he|{_RELATIVE}(?: who)?)"
_ADVERB: Final = r"(?:(?:had|have|has|often|repeatedly|also|still|again|persistently|then|always|both) ){0,3}"
_REFUSED: Final = r"(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)) to"
_HELP: Final = r"(?:\w+ )?(?:help|support|services?|treatment|advice|counselling|interventions?|offers?)"
_ABUSER: Final = (
    r"(?:(?:\w+ )?(?:relationship|abuser|perpetrator|partner|boyfriend|girlfriend|ex-partner|marriage)"
    r"|(?:abusive|violent|controlling) (?:husband|wife|home|m[ae]n))"
)

_blames = partial(wording, "P642", harm="lays the blame on the person who was harmed")
_debated = partial(wording, "P644", source=EXPLOITATION)

CHOOSING: Final = (
    _blames(
        (
            rf"(?:allow(?:s|ed|ing)? {HERSELF} to|let(?:s|ting)? {HERSELF}) (?:be|become|get) \w+",
            rf"(?:made|making|makes) {HERSELF} (?:(?:more |so |very )?vulnerable|an? (?:easy )?target)",
            rf"expos(?:e|es|ed|ing) {HERSELF} to (?:\w+ )?(?:risk|danger|harm|abuse|exploitation)",
        ),
        "self|selves",
        better="say who did the harm, and how they brought it about",
        source=EXPLOITATION,
    ),
    _blames(
        (
            rf"(?:brought|bringing) (?:it|this|the abuse) (?:up)?on {HERSELF}",
            r"ask(?:ed|ing) for trouble",
            rf"{HER} own worst enem(?:y|ies)",
            rf"(?:did|does|do|would) (?:not|nothing to) help {HERSELF}",
            r"(?:should|ought to) have known better",
            (
                rf"{_PERSON} (?:could|should|ought to) have (?:asked for help|said no|walked away"
                rf"|fought back|run away|left (?:her|him|them|the relationship))"
            ),
            rf"(?:complicit|played a part|participated) in {HER} own (?:abuse|exploitation|grooming|harm|neglect)",
            rf"(?:contributed|consented|agreed) to {HER} own (?:abuse|exploitation|grooming|harm|neglect|death)",
        ),
        "it on|it upon|this on|this upon|abuse on|abuse upon|for trouble|worst enem|help her|help him|help them"
        "|known better|own abuse|own exploitation|own grooming|own harm|own neglect|own death"
        "|asked for help|said no|walked away|fought back|run away|have left",
        better="say what was done to the person, by whom, and what made it possible",
        source=EXPLOITATION,
    ),
    _blames(
        (
            rf"(?:{_REFUSED}|unwilling to|would not) (?:leave|end|separate from|give up) {_A} {_ABUSER}",
            (
                r"(?:cho(?:se|ose|osing|oses)|opt(?:ed|ing)|prefer(?:red|ring)?|decid(?:ed|ing))"
                rf" to (?:stay|remain|live|be|go back|return)(?: in| with| to)?"
                rf" {_A} (?:\w+ )?(?:abus\w+|violent|perpetrator|exploit\w+)"
            ),
        ),
        "leave|end |separate from|give up|abus|violent|perpetrator|exploit",
        better="say what kept the person there, such as fear, money or threats, and what the other person did",
        source=NON_ABUSING,
    ),
    _blames(
        (
            (
                rf"{_CHILD} [^.!?;]{{0,40}}?(?:sex|affair"
                r"|(?:had|has|having|in|began|started|sexual|romantic|intimate) (?:an? )?"
                rf"(?:\w+ )?relationship) with (?:an? |the |her |his )?{_OVER_18}"
            ),
            rf"{_CHILD} (?:had|has|with) (?:an? )?(?:older|adult) (?:boyfriend|girlfriend)s?",
        ),
        "relationship with|affair with|sex with|boyfriend|girlfriend",
        better='write "was being abused by" or "was groomed by"',
        source=EXPLOITATION,
        of_children=True,
    ),
    _blames(
        (
            rf"{_PERSON} {_ADVERB}(?:dress(?:ed|es|ing)? |dressed up )(?:provocatively|like an adult)",
            (
                rf"{_PERSON} {_ADVERB}(?:willingly|knowingly|voluntarily)"
                r" (?:had sex|(?:sold|carried) drugs|met (?:\w+ )?men|went with (?:\w+ )?(?:him|them|men))"
            ),
        ),
        "provocatively|like an adult|willingly|knowingly|voluntarily",
        better="say what adults did; a child who is groomed has no free choice",
        source=EXPLOITATION,
        of_children=True,
    ),
)

ENGAGING: Final = (
    _debated(
        (
            rf"{_PERSON} {_ADVERB}(?:fail(?:s|ed|ing)? to|{_REFUSED}) (?:engage|attend|co-?operate|comply)",
            (
                rf"{_PERSON} {_ADVERB}(?:was|were|is|are|became|remained) (?:\w+ )?"
                r"(?:unco-?operative|non-?compliant|unengaged|(?:difficult|hard) to engage)"
            ),
            (
                r"non-?complian(?:ce|t) with (?:the |her |his |their )?(?:\w+ )?"
                r"(?:plan|support|services?|treatment|medication)"
            ),
            rf"{_PERSON} {_ADVERB}disengag(?:ed|es) (?:with|from)",
            rf"{_PERSON} {_ADVERB}(?:would not|{_REFUSED}) (?:accept|take up|take) (?:any |the |all )?{_HELP}",
            rf"{_PERSON} {_ADVERB}refus(?:es|ed|ing) (?:any |all |the |further |offers of )?{_HELP}",
        ),
        "fail|refus|declin|cooperative|co-operative|complian|engage|would not",
        "leaves open what was offered, and why it did not suit",
        "say what was offered, how often, and what stood in the way",
    ),
    _debated(
        (
            rf"{_PERSON} {_ADVERB}fail(?:s|ed|ing)? to (?:protect|safeguard)",
            (
                rf"{_PERSON} {_ADVERB}(?:(?:was|were) (?:unable|unwilling) to|did not|does not)"
                rf" (?:protect|safeguard) (?:(?:her|him|them)(?=[.,;]| from)|(?:{HER}|the"
                rf"|both) (?:\w+ )?(?:child(?:ren)?|baby|sons?|daughters?|twins))"
            ),
            rf"failure (?:by|of|on the part of) (?:the |her |his |both )?{_RELATIVE} to (?:protect|safeguard)",
            (
                r"(?:inability|unwillingness) to (?:protect|safeguard) (?:her|his|their"
                r"|the) (?:\w+ )?(?:child(?:ren)?|baby)"
            ),
            rf"failure to protect {HER} (?:\w+ )?(?:child(?:ren)?|daughters?|sons?|baby|babies)",
            r"(?:mother|father|mum|dad|parent)(?:['\u2019]s|s['\u2019]) failure to (?:protect|safeguard)",
        ),
        "to protect|to safeguard|not protect|not safeguard",
        "can blame a parent who was harmed by the same person",
        "say what the person who did the harm did, and what the other parent did to keep the child safe",
        source=NON_ABUSING,
    ),
)

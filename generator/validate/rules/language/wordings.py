"""The wordings that do harm, each with a better one and with who says so. One row a wording; add a row to add one.

Words that have an innocent sense as well are bound to their neighbours or to the subject (`near`). What guidance
disputes, or what a report may have to name, is a note (P644).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

SAMARITANS: Final = "Samaritans' media guidelines for reporting suicide, 2020"
EXPLOITATION: Final = "The Children's Society and NAPAC, appropriate language guide, 2024"
NSPCC: Final = "NSPCC Learning, Why language matters"
IWF: Final = "Internet Watch Foundation, No such thing as child pornography"
TERMINOLOGY: Final = "ECPAT International, terminology guidelines, 2025"
MIND: Final = "Mind, media guidelines on talking about mental health"

Near = Literal["anything", "subject", "sentence"]


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that do harm."""

    code: str
    pattern: re.Pattern[str]
    stems: tuple[str, ...]
    """Small letters of which one stands in every match: a text without any is not looked at closely."""

    harm: str
    """What is wrong, to be read after the words."""

    better: str
    """What to write."""

    source: str
    near: Near = "anything"
    """Whether it counts anywhere; where the record or the sentence is about suicide; or in such a sentence alone."""

    of_children: bool = False
    """True where it does not count in a review that is about adults alone."""

    even_quoted: bool = False
    """True where quotation marks are no excuse."""


def _wording(
    code: str,
    pattern: str,
    stems: str,
    harm: str,
    better: str,
    source: str,
    near: Near = "anything",
    of_children: bool = False,
    even_quoted: bool = False,
) -> Wording:
    words = re.compile(rf"\b(?:{pattern})\b".replace(" ", r"\s+"), re.IGNORECASE)
    return Wording(code, words, tuple(stems.split("|")), harm, better, source, near, of_children, even_quoted)


_HERSELF: Final = r"(?:her|him|them|your|my)sel(?:f|ves)"
_HER: Final = r"(?:her|his|their|your|the)"
_METHOD: Final = "tells how or where; whoever is in despair may do the same"
_UNTOLD: Final = "say that the person died by suicide, or made an attempt to end their life, and no more"
_BLAMES: Final = "lays the blame on the person who was harmed"
_LABELS: Final = "makes a person into what happened to them"

_SUICIDE_WORDS: Final = (
    _wording("P640", r"commit(?:s|ted|ting)? suicides?", "suicide", "speaks of suicide as of a crime",
             'write "died by suicide", "ended their life" or "took their own life"', SAMARITANS),
    _wording("P640", r"complet(?:e|es|ed|ing) suicides?", "suicide", "speaks of a death as of a task that was done",
             'write "died by suicide"', SAMARITANS),
    _wording("P640", r"(?:un)?successful(?:ly)? (?:suicide|attempt(?:s|ed)? (?:at|to commit) suicide)(?: attempts?)?"
             r"|failed (?:suicide|attempts? at suicide)(?: attempts?)?|(?:succeeded|failed) in (?:killing|taking|ending)",
             "successful|failed|succeeded", "calls a death a success, or a life that was saved a failure",
             'write "made an attempt to end their life" or "died by suicide"', SAMARITANS),
    _wording("P640", r"(?:failed|(?:un)?successful) (?:overdose|attempts?(?! to (?!end|take|kill|die))(?! at ))",
             "failed|successful", "calls a death a success, or a life that was saved a failure",
             'write "made an attempt to end their life" or "died by suicide"', SAMARITANS, near="subject"),
    _wording("P640", r"suicide victims?|victims? of suicide", "suicide", "makes suicide into something done to a victim",
             'write "a person who died by suicide"', SAMARITANS),
    _wording("P640", r"suicide bids?|bids? to (?:commit suicide|die|end (?:her|his|their) (?:own )?lives?)", "bid",
             "is a headline's word and belittles what happened", 'write "an attempt to end their life"', SAMARITANS),
    _wording("P640", r"suicide (?:epidemic|craze|hot ?spot|spree|pact)s?"
             r"|(?:epidemic|wave|rash|spate|craze) of (?:teenage |youth |young )?suicides?", "suicide",
             "makes suicide look catching or common", 'say how many, or "a rise in deaths by suicide"', SAMARITANS),
    _wording("P640", r"suicidal gestures?|parasuicides?|(?:just|only|merely|a) (?:a )?cry for help", "suicid|cry for",
             "makes little of a danger to life", 'write "an attempt to end their life", or what was seen', SAMARITANS,
             near="subject"),
)  # fmt: skip

_METHODS: Final = (
    _wording("P641", rf"(?:hang(?:s|ed|ing)?|hung|suffocat(?:e|es|ed|ing)|strangl(?:e|es|ed|ing)|drown(?:s|ed|ing)?"
             rf"|shot|shoot(?:s|ing)?|poison(?:s|ed|ing)?|stabb(?:ed|ing)|asphyxiat(?:ed|ing)|gass(?:ed|ing)) {_HERSELF}",
             "sel", _METHOD, _UNTOLD, SAMARITANS, even_quoted=True),
    _wording("P641", rf"(?:set|setting) (?:fire to {_HERSELF}|{_HERSELF} (?:on fire|alight))", "set", _METHOD, _UNTOLD,
             SAMARITANS, even_quoted=True),
    _wording("P641", rf"(?:cut(?:s|ting)?|slit(?:s|ting)?|slash(?:es|ed|ing)?) {_HER} (?:own )?(?:wrists?|throat|arms?|thighs?|legs?)",
             "wrist|throat|arm|thigh|leg", _METHOD, "say that the person harmed themselves, and no more", SAMARITANS,
             even_quoted=True),
    _wording("P641", r"by hanging|found hang(?:ed|ing)|ligatures?|nooses?|carbon monoxide|helium", "hang|ligature|noose|carbon|helium",
             _METHOD, _UNTOLD, SAMARITANS, near="subject", even_quoted=True),
    _wording("P641", r"overdos(?:e|es|ed|ing) (?:of|on) (?!an? (?:unknown|number))\w+|(?:took|taken|swallow(?:ed|ing)|taking)"
             r" (?:\d+|(?:a|an|one|two|three) (?:dozen|box|packet|bottle|pack)s? of|(?:ten|twelve|twenty|thirty|forty|fifty)) \w+"
             r"(?: (?:tablets|pills|capsules))?", "overdos|tablet|pill|took|taken|taking|swallow", _METHOD,
             'write "an overdose", without what was taken or how much', SAMARITANS, near="sentence", even_quoted=True),
    _wording("P641", r"overdos(?:e|es|ed|ing) (?:of|on) (?!an? (?:unknown|number))\w+", "overdos", _METHOD,
             'write "an overdose", without what was taken or how much', SAMARITANS, even_quoted=True),
    _wording("P641", r"(?:jump(?:s|ed|ing)?|fell|fall(?:s|ing)?|stepp(?:ed|ing)|thr(?:ew|ow|owing) (?:her|him|them)self)"
             r" (?:from|off|in front of|under|on to|onto) (?:an?|the) (?:\w+ )?(?:bridge|roof|building|balcony|window|cliff|"
             r"train|lorry|railway|car park|flyover|viaduct|platform|tracks?)", "jump|fell|fall|step|threw|throw", _METHOD,
             _UNTOLD, SAMARITANS, near="subject", even_quoted=True),
    _wording("P641", r"(?:at|from|on|near|under|beneath) (?:an?|the) (?:\w+ )?(?:bridge|cliffs?|railway(?: line)?|viaduct"
             r"|multi-storey car park|level crossing|beauty spot|tower block)", "bridge|cliff|railway|viaduct|car park|crossing|spot|tower",
             _METHOD, "leave the place out, and anything by which it could be known", SAMARITANS, near="sentence",
             even_quoted=True),
    _wording("P641", r"suicide notes?|(?:left|wrote) (?:an? |the )?notes? (?:saying|that said|which said)", "note",
             "leads to a last message, which guidance asks not to tell of", "leave the message out", SAMARITANS,
             near="sentence", even_quoted=True),
)  # fmt: skip

_BLAMING: Final = (
    _wording("P642", r"(?:child|teen(?:age)?|juvenile|under-?age|young) prostitut(?:e|es|ion)"
             r"|prostitut(?:e|es|ed|ing) (?:her|him|them)sel(?:f|ves)", "prostitut", _BLAMES,
             'write "a child who was sexually exploited"', EXPLOITATION),
    _wording("P642", r"lifestyle choices?|chosen lifestyles?|cho(?:se|osing) (?:this|that|her|his|their) lifestyle", "lifestyle",
             _BLAMES, "say what was done to the person, and by whom; nobody chooses to be harmed", EXPLOITATION),
    _wording("P642", r"promiscuous(?:ly)?|promiscuity", "promiscu", _BLAMES,
             "say what adults did; a child may have been abused or exploited", EXPLOITATION),
    _wording("P642", r"(?:put(?:s|ting)?|plac(?:e|es|ed|ing)) (?:her|him|them)sel(?:f|ves) (?:at|in) (?:more |greater |further )?(?:risk|danger)",
             "risk|danger", _BLAMES, "say who or what made the place or the people unsafe", EXPLOITATION),
    _wording("P642", r"(?:poor|bad|unwise|risky|dangerous) (?:life |relationship |lifestyle )?choices", "choices", _BLAMES,
             "say what choices the person really had, and who used that", EXPLOITATION, of_children=True),
    _wording("P642", r"risky (?:sexual )?behaviours?(?: of (?:her|his|their) own)?|risk-taking behaviours?", "risk", _BLAMES,
             "say what was done to the young person, and what they were going through", NSPCC, of_children=True),
    _wording("P642", r"consen(?:ting|sual) (?:sex(?:ual)? ?\w*|relationships?|girls?|boys?|child(?:ren)?|teenagers?|young (?:person|people))"
             r"|consent(?:s|ed|ing)? to (?:the |her |his |their )?(?:sex|sexual \w+|abuse|exploitation)", "consen", _BLAMES,
             "a child cannot consent to being abused: write what was done to the child", EXPLOITATION, of_children=True),
    _wording("P642", r"(?:in )?(?:a )?(?:sexual )?relationships? with (?:an? |the |her |his |their )?(?:older man|older men|adult|adults|abuser|perpetrator)s?",
             "relationship", _BLAMES, 'write "was being abused by" or "was groomed by"', EXPLOITATION, of_children=True),
    _wording("P642", r"street-?wise|attention[- ]seek(?:ing|er)s?", "streetwise|street-wise|attention", _BLAMES,
             "say what was seen, and what it may have told", EXPLOITATION),
    _wording("P642", r"drug runners?|runn(?:er|ers|ing) drugs|money mules?", "drug|mule", _BLAMES,
             'write "a child who was made to carry drugs", or money', EXPLOITATION, of_children=True),
    _wording("P642", r"(?:child|kiddie|kiddy) porn(?:ography|ographic)?|pornographic (?:images|pictures|videos) of (?:a )?child(?:ren)?",
             "porn", "lets abuse look like something that a child agreed to", 'write "child sexual abuse images" or "videos"', IWF),
    _wording("P642", r"(?:child )?sex touris(?:m|ts?)", "touris", "lets abuse look like a holiday",
             'write "travelling to abuse children"', TERMINOLOGY),
)  # fmt: skip

_LABELLING: Final = (
    _wording("P643", r"(?:the|a|an) mentally ill(?! \w+ who)|mental patients?|(?:a|an|the) (?:schizophrenic|psychotic|depressive|anorexic)s?"
             r"(?! (?:episode|illness|disorder|symptom|state|depression|break|experience|medic|mother|father|parent|person|condition))",
             "mental|schizo|psychotic|depressive|anorexic", _LABELS,
             'put the person first: "a person with a mental health problem", "has schizophrenia"', MIND),
    _wording("P643", r"(?:drug|heroin|cocaine|substance|alcohol|crack) (?:addicts?|abusers?)|addicts?(?! to)|junkies?|druggies?",
             "addict|abuser|junkie|druggie", _LABELS, 'write "a person who is dependent on drugs"', MIND),
    _wording("P643", r"cutters?|self-harmers?", "cutter|self-harmer", _LABELS, 'write "a person who harms themselves"',
             SAMARITANS, near="subject"),
)  # fmt: skip

_DEBATED: Final = (
    _wording("P644", r"hard[- ]to[- ]reach", "reach", "says that people are the difficulty",
             "say what made the service hard to use, and for whom", EXPLOITATION),
    _wording("P644", r"disguised compliance", "compliance", "can blame a parent and hide what was seen",
             "say what the parent did, what was checked, and what was not", NSPCC),
    _wording("P644", r"(?:did|does|do|would|will|could) not engage with|(?:refus|fail|declin)(?:e|es|ed|ing) to engage|non-engag(?:ement|ing)"
             r"|disengaged", "engag", "leaves open what was offered, and why it did not suit",
             "say what was offered, how often, and what stood in the way", EXPLOITATION),
    _wording("P644", r"suffer(?:s|ed|ing)? (?:from|with) (?:\w+ )?(?:mental|depression|anxiety|autism|adhd|dementia|bipolar|schizophrenia|psychosis|"
             r"post-traumatic|ptsd|epilepsy|a learning|learning)", "suffer", "speaks for the person, and with pity",
             'write "has", "lives with" or "had a diagnosis of"', MIND),
)  # fmt: skip

WORDINGS: Final = (*_SUICIDE_WORDS, *_METHODS, *_BLAMING, *_LABELLING, *_DEBATED)

"""P640 and P641: how suicide is described. One row for each wording; add a row to add one.

Words that also have a harmless sense count only with certain neighbours or with the subject (`near`).
"""

from __future__ import annotations

import re
from functools import partial
from typing import Final

from generator.validate.rules.harmful_language.wording import SAMARITANS, wording

_HERSELF: Final = r"(?:her|him|them|your|my)sel(?:f|ves)"
_HER: Final = r"(?:her|his|their|your|the)"
_NAMES_THE_SUBJECT: Final = r"suicid\w*|self-harm\w*"

SUBJECT: Final = re.compile(_NAMES_THE_SUBJECT, re.IGNORECASE)
"""Names suicide or self-harm: for ids and labels of the vocabulary."""

MENTION: Final = re.compile(rf"{_NAMES_THE_SUBJECT}|attempts? to end (?:her|his|their) li(?:fe|ves)", re.IGNORECASE)
"""Mentions of suicide or self-harm that need a content note."""

IN_A_SENTENCE: Final = re.compile(
    rf"{_NAMES_THE_SUBJECT}"
    r"|(?:end(?:ed|ing|s)?|t(?:ook|akes?|aking|aken)|lost) (?:her|his|their|your|my) (?:own )?li(?:fe|ves)"
    r"|kill(?:ed|ing|s)? (?:her|him|them|your)sel(?:f|ves)|\bto die\b",
    re.IGNORECASE,
)
"""Marks a sentence about suicide, in which words count that are harmless elsewhere."""

_TO_DIE: Final = (
    rf"(?:kill(?:s|ed|ing)? {_HERSELF}|(?:end(?:s|ed|ing)?|t(?:ook|ake|akes|aken|aking)) {_HER} (?:own )?li(?:fe|ves))"
)
_TRIED: Final = rf"(?:attempt(?:s|ed|ing)? suicide|(?:attempt|tri)(?:s|ed|es|ing)? to {_TO_DIE})"

_BLAMES = "speaks of suicide as of a crime"
_JUDGES = "calls a death a success, or a life that was saved a failure"
_ATTEMPT = 'write "made an attempt to end their life" or "died by suicide"'
_METHOD = "says how or where; a reader in despair may do the same"
_UNTOLD = "say that the person died by suicide, or made an attempt to end their life, and no more"
_NO_AMOUNT = 'write "an overdose", without what was taken or how much'

_said = partial(wording, "P640", source=SAMARITANS)
_how = partial(wording, "P641", source=SAMARITANS, even_quoted=True)

WORDS: Final = (
    _said(
        (r"commit(?:s|ted|ting)? suicides?",),
        "suicide",
        _BLAMES,
        'write "died by suicide", "ended their life" or "took their own life"',
    ),
    _said(
        (r"suicid(?:ed|ing)",),
        "suicided|suiciding",
        "makes a deed of a death",
        'write "died by suicide"',
    ),
    _said(
        (r"complet(?:e|es|ed|ing) suicides?", r"suicides? (?:was|were|is|had been) completed"),
        "suicide",
        "speaks of a death as of a task that was done",
        'write "died by suicide"',
    ),
    _said(
        (
            r"(?:un)?successful(?:ly)? suicides?(?: attempts?)?",
            r"failed suicides?(?: attempts?)?",
            rf"(?:failed|(?:un)?successful|botched) attempts? (?:at suicide|to {_TO_DIE})",
            rf"(?:un)?successfully (?:{_TO_DIE}|{_TRIED})",
            rf"(?:{_TRIED}|{_TO_DIE}) (?:un)?successfully",
            rf"failed to (?:{_TO_DIE}|die by suicide)",
        ),
        "successful suicide|successfully|failed suicide|successful attempt|failed attempt|botched attempt|failed to",
        _JUDGES,
        _ATTEMPT,
    ),
    _said(
        (
            r"(?:failed|(?:un)?successful) overdoses?",
            r"(?:failed|(?:un)?successful) attempts?(?! (?:to|at) )",
            rf"(?:succeeded|failed) in (?:killing {_HERSELF}|(?:taking|ending) {_HER} (?:own )?li(?:fe|ves))",
        ),
        "successful attempt|failed attempt|successful overdose|failed overdose|succeeded in|failed in",
        _JUDGES,
        _ATTEMPT,
        near="subject",
    ),
    _said(
        (r"suicide victims?", r"victims? of suicide"),
        "suicide",
        "makes suicide into something done to a victim",
        'write "a person who died by suicide"',
    ),
    _said(
        (r"suicide bids?", r"bids? to (?:die|end (?:her|his|their) (?:own )?li(?:fe|ves))"),
        "suicide bid|bid to|bids to",
        "is a headline's word and belittles what happened",
        'write "an attempt to end their life"',
    ),
    _said(
        (
            r"suicide (?:epidemic|craze|hot(?: |)spot|spree|pact)s?",
            r"(?:epidemic|wave|rash|spate|craze) of (?:teenage |youth |young )?suicides?",
        ),
        "suicide",
        "makes suicide look catching or common",
        'say how many, or "a rise in deaths by suicide"',
    ),
    _said(
        (r"suicidal gestures?", r"parasuicides?", r"cry for help"),
        "suicidal gesture|parasuicid|cry for help",
        "makes little of a danger to life",
        'write "an attempt to end their life", or what was seen',
        near="subject",
    ),
)

METHODS: Final = (
    _how(
        (
            (
                rf"(?:hang(?:s|ed|ing)?|hung|drown(?:s|ed|ing)?|poison(?:s|ed|ing)?|stabb(?:ed|ing)|shot|shoot(?:s|ing)?)"
                rf" {_HERSELF}"
            ),
            rf"(?:suffocat|strangl|asphyxiat)(?:e|es|ed|ing) {_HERSELF}",
            rf"(?:set|setting) (?:fire to {_HERSELF}|{_HERSELF} (?:on fire|alight))",
        ),
        " hang| hung |drown|poison|stabbed|stabbing| shot |shoot|suffocat|strangl|asphyx|fire to| on fire|alight",
        _METHOD,
        _UNTOLD,
    ),
    _how(
        (rf"(?:cut|slit|slash)(?:s|es|ed|ting|ing)? {_HER} (?:own )?(?:wrists?|throat|arms?|thighs?|legs?)",),
        "wrist|throat| arm|thigh| leg",
        _METHOD,
        "say that the person harmed themselves, and no more",
    ),
    _how(
        (r"by hanging", r"found hang(?:ed|ing)", r"ligatures?", r"nooses?", r"carbon monoxide", r"helium"),
        "by hanging|found hang|ligature|noose|carbon monoxide|helium",
        _METHOD,
        _UNTOLD,
        near="subject",
    ),
    _how(
        (r"overdos(?:e|es|ed|ing) (?:of|on) (?!(?:an? )?(?:unknown|number|information|feedback))\w+",),
        "overdos",
        _METHOD,
        _NO_AMOUNT,
    ),
    _how(
        (
            r"(?:took|taken|taking|swallow(?:ed|ing)) (?:a|one|two|three) (?:box|packet|bottle|pack)(?:es|s)? of \w+",
            r"(?:\d+|ten|twelve|twenty|thirty|forty|fifty) (?:\w+ )?(?:tablets|pills|capsules)",
        ),
        "tablet|pills|capsule| box| packet| bottle| pack",
        _METHOD,
        _NO_AMOUNT,
        near="sentence",
    ),
    _how(
        (
            (
                r"(?:jump(?:s|ed|ing)?|f[ea]ll(?:s|ing)?|stepp(?:ed|ing)|thr(?:ew|ow|owing) (?:her|him|them)self)"
                r" (?:from|off|in front of|under|on to|onto) (?:an?|the) (?:\w+ )?(?:bridge|roof|building|balcony"
                r"|window|cliff|train|lorry|railway|car park|flyover|viaduct|platform|tracks?)"
            ),
        ),
        "jump|fell |falls|fall |falling|stepped|stepping|threw|throw",
        _METHOD,
        _UNTOLD,
        near="subject",
    ),
    _how(
        (
            (
                r"(?:at|from|on|near|under|beneath) (?:an?|the) (?:\w+ )?(?:bridge|cliffs?|railway(?: line)?|viaduct"
                r"|multi-storey car park|level crossing|beauty spot|tower block)"
            ),
        ),
        "bridge|cliff|railway|viaduct|car park|level crossing|beauty spot|tower block",
        _METHOD,
        "leave the place out, and anything that identifies it",
        near="sentence",
    ),
    _how(
        (r"suicide notes?", r"(?:left|wrote) (?:a |the )?notes? (?:saying|that said|which said|for)"),
        "suicide note|note saying|notes saying|note that|notes that|note which|notes which|note for|notes for",
        "leads to a last message, which guidance asks not to describe",
        "leave the message out",
        near="sentence",
    ),
)

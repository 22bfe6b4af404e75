"""P642: words that excuse or soften abuse, or look for its cause in the person who was harmed. Add a row to add one."""

from __future__ import annotations

from functools import partial
from typing import Final

from generator.validate.rules.harmful_language.wording import EXPLOITATION, HER, NON_ABUSING, wording

_CHILD: Final = r"(?:girls?|boys?|child(?:ren)?|teenagers?|minors?|pupils?|daughters?|sons?|young (?:person|people))"
_AGE: Final = r"(?:[5-9]|1[0-7]|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven)teen)"
_OF_AN_AGE: Final = rf"(?:{_AGE}[- ]years?[- ]old|(?:under-?age|younger) {_CHILD}|{_CHILD})"
_HARMED: Final = (
    rf"(?:she|he|they|{_CHILD}|mothers?|mum|wom[ae]n|victims?|survivors?|wife|sister|parents|couple"
    rf"|patients?|adults?)"
)
_ADVERB: Final = r"(?:(?:had|have|has|often|repeatedly|also|still|again|then|always|both|who) ){0,3}"
_ABUSE: Final = r"(?:attacks?|assaults?|violence|abuse|anger)"
_DID: Final = r"(?:choices|decisions|behaviour|actions|conduct) (?:\w+ )?(?:exposed|put|placed|left|made)"
_SQUALOR: Final = (
    r"(?:squalor|filth|like (?:this|that)|this way|that way|(?:such|these|those|dirty|squalid) conditions)"
)

_blames = partial(wording, "P642", harm="lays the blame on the person who was harmed")
_softens = partial(
    wording,
    "P642",
    harm="makes abuse look like something that a child agreed to",
    source=EXPLOITATION,
    of_children=True,
)

EXCUSING: Final = (
    _blames(
        (
            rf"{HER} own fault",
            rf"(?:partly|equally|also|as much) {HER} fault",
            r"(?:only )?(?:her|him|them)sel(?:f|ves) to blame",
            (
                rf"(?:brought about|responsible for|to blame for) {HER} own"
                r" (?:abuse|exploitation|neglect|harm|decline|death|injur(?:y|ies)|downfall)"
            ),
            (
                rf"{_HARMED} {_ADVERB}(?:provok|goad|antagoni[sz])(?:es|ed|ing)"
                rf" (?:him|her (?:partner|husband|father)|(?:the|his) {_ABUSE})"
            ),
            r"(?:sparked|triggered|fuelled|caused|provoked) by her (?:jealousy|drinking|behaviour|nagging)",
            (
                r"(?:led|leading) (?:him|(?:his|her) abuser|the (?:m[ae]n|adult|perpetrator|offender)) on"
                r"(?! (?:to|an?|the)\b)"
            ),
            r"(?:as bad as each other|(?:gave|gives|giving) as good as (?:she|he) (?:got|gets)|six of one)",
        ),
        "own fault|her fault|his fault|their fault|to blame|own abuse|own exploitation|own neglect"
        "|own harm|own decline"
        "|own death|own injur|own downfall|provok|goad|antagoni|by her |him on|abuser on|man on|men on|adult on"
        "|perpetrator on|offender on|as bad as|as good as|six of one",
        better="say what was done to the person, by whom, and what made it possible",
        source=EXPLOITATION,
    ),
    _blames(
        (
            (
                rf"(?:her (?:\w+ ){{0,2}}{_DID} her|his (?:\w+ ){{0,2}}{_DID} him)"
                r" (?:at|in|to|open|vulnerable|more|an? (?:easy )?target)"
            ),
        ),
        "exposed her|put her|placed her|left her|made her|exposed him|put him|placed him|left him|made him",
        better="say who or what made the person unsafe",
        source=EXPLOITATION,
    ),
    _blames(
        (
            (
                r"(?:put(?:s|ting)?|plac(?:e|es|ed|ing)|prioriti[sz](?:e|es|ed|ing)) (?:her|his|their)"
                r" (?:own (?:(?:emotional|social|physical|financial) )?(?:needs|wants|wishes|feelings|interests)"
                r"|(?:\w+ )?(?:relationships?|(?:ex-?)?partner|boyfriend|drinking|drug use|social life))"
                r" (?:before|above|over|ahead of|first)"
            ),
            (
                rf"{_HARMED} {_ADVERB}(?:allow(?:s|ed)|let) (?:him|her (?:\w+ )?(?:partner|husband)) (?:to (?:come "
                rf"|move )?)?"
                r"(?:back|return)"
            ),
            (
                rf"{_HARMED} {_ADVERB}(?:refus(?:es|ed) to|was unwilling to|would not|will not"
                rf"|wouldn['\u2019]t) leave"
                r" (?:him|her (?:husband|partner)|the (?:perpetrator|man|gang))"
                r"(?! (?:alone|with|at|in|to|out|unattended|there|behind|on|for|until|without)\b)"
            ),
            (
                rf"{_HARMED} {_ADVERB}(?:kept|keeps) (?:going|returning|running) (?:back )?to (?:him|her"
                rf"|the gang|the m[ae]n)"
            ),
            rf"{_HARMED} {_ADVERB}(?:took|takes|taken) him back",
        ),
        "own needs|own wants|own wishes|own feelings|own interests|own emotional|own social|own physical|own financial"
        "|relationship before|relationship above|relationship over|relationship ahead|relationship first"
        "|relationships before|relationships above|relationships over|relationships ahead|relationships first"
        "|partner before|partner above|partner over|partner ahead|partner first"
        "|boyfriend before|boyfriend above|boyfriend over|boyfriend ahead|boyfriend first"
        "|drinking before|drinking above|drinking over|drinking ahead|drinking first"
        "|drug use before|drug use above|drug use over|drug use ahead|drug use first"
        "|social life before|social life above|social life over|social life ahead|social life first"
        "|him back|him to|him return|partner back|partner to|partner return|husband back|husband to|husband return"
        "|to leave|not leave|n't leave|n\u2019t leave|kept going|keeps going|kept return|keeps return|kept run"
        "|keeps run",
        better="say what kept the person there, such as fear, money or threats, and what the other person did",
        source=NON_ABUSING,
    ),
    _blames(
        (
            (
                r"(?:cho(?:se|oses?|osing)|opt(?:ed|ing)|prefer(?:red|ring|s)?) to"
                r" (?:stay|remain|live|be|associate|hang around|spend time)(?: back| out| on)?(?: in| with| to)?"
                r" (?:(?:(?:an?|the|his|her|their) )?(?:\w+ )?(?:gangs?|dealers?|exploiters?|older m[ae]n|groomers?)"
                rf"|on the streets|{_SQUALOR})"
            ),
            (
                r"(?:squalor|self-neglect|self-neglecting|homeless|on the streets?|sleeping rough|abuse)"
                r" (?:by|out of|through|from) choice"
            ),
        ),
        "chose to|choose to|chooses to|choosing to|opted to|opting to|prefer| choice",
        better="say what kept the person there, such as fear, debts or illness, and what was offered instead",
        source=EXPLOITATION,
    ),
)

SOFTENING: Final = (
    _softens(
        (
            (
                r"(?:had|having|have|has) (?:consensual )?(?:sex|sexual (?:intercourse|relations"
                r"|contact|activity)|intercourse)"
                rf" with (?:an? |the |her |his )?(?:\w+ )?{_OF_AN_AGE}"
            ),
            (
                r"(?:sexual|romantic|intimate|inappropriate) (?:relationship|affair)s?"
                rf" (?:with|between) (?:an? |the |her |his )?(?:\w+ )?{_OF_AN_AGE}"
            ),
            (
                rf"relationships? between (?:an? |the )?(?:{_CHILD}|{_AGE}[- ]year[- ]old)(?: \w+)? and"
                r" (?:an? |the )?(?:\w+ )?(?:m[ae]n|wom[ae]n|adults?)\b"
            ),
            (
                rf"sexually active (?:with (?:\w+ ){{0,2}}(?:older|adults?|m[ae]n)|(?:at|from"
                rf"|since)(?: the age of)? {_AGE})"
            ),
            (
                r"(?:sold|selling|traded|trading|offered|offering|exchanged|swapped) (?:her|him"
                r"|them)sel(?:f|ves)(?= for| to m)"
                r"|(?:sold|selling|traded|trading|exchanged) sex"
            ),
            r"(?:sex|sexual (?:favours|acts|services)) (?:\w+ ){0,3}in (?:exchange|return) for",
            r"in (?:exchange|return) for (?:sex|sexual \w+)",
            r"sexual (?:favours|services)",
            r"inappropriate touching|touched (?:her|him|them) (?:inappropriately|up)",
            r"(?:interfered|fiddled|messed) with (?:her|him|the (?:girl|boy|child|children))|fondl(?:ed|ing)",
        ),
        "sex with|sexual |relationship between|relationships between|relationship with|intercourse with|affair with"
        "|affairs with|sexually active|self for|selves for|self to m|selves to m|sold sex|selling sex|traded sex"
        "|trading sex|exchanged sex|exchange for|return for|touching|touched|interfered|fiddled|messed|fondl"
        "|relationships with|affair between|affairs between",
        better="say that the child was abused, raped, exploited or groomed, and by whom",
    ),
    _softens(
        (
            (
                rf"{_CHILD} (?:was|were|is|are|became|got|been) (?:\w+ )?(?:involved|mixed up|engaged|caught up) in"
                r" (?:child |sexual |criminal |sexually |their own )*(?:exploitation|CSE|CCE"
                r"|prostitution|pornography|county lines"
                r"|drug dealing|sexting|criminality|gangs?(?=[.,;]| (?:and|or|by|at|from|who)\b))"
            ),
            (
                rf"{_CHILD} (?:who )?(?:was|were|had been|began|started|is) (?:\w+ )?"
                r"(?:drug dealing|(?:dealing|selling|supplying) (?:drugs|cannabis|heroin|cocaine|crack))"
            ),
            rf"{_CHILD} (?:was|is|became|who was) an? (?:\w+ )?(?:gang member|drug dealer|member of a gang)",
            (
                rf"{_CHILD} (?:who |had |was |were |often )*(?:associat|hang|hung|mix|spen[dt])\w*"
                r"(?: around| out| time)? with (?:\w+ )?(?:older (?:m[ae]n|adults|males)|adult m\w+"
                r"|gangs?|gang members|dealers)"
            ),
        ),
        "involved in|mixed up in|engaged in|caught up in|dealing|selling|supplying|gang|drug dealer"
        "|older m|older adult|adult m|dealers",
        better="say who exploited the child, and what they made the child do",
    ),
    _softens(
        (
            (
                r"(?:flirt(?:ed|ing|s)? with|flirtatious (?:with|towards|behaviour)) (?:him|(?:the |older "
                r"|adult )*(?:m[ae]n|males))"
            ),
            r"(?:seductive(?:ly)?|sexually provocative(?:ly)?)",
            r"provocative (?:clothes|clothing|dress|outfits?|pictures|photos|manner|behaviour)",
        ),
        "flirt|seductive|provocative",
        better="say what adults did; a child who is groomed has no free choice",
    ),
)

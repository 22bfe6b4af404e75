"""P643 and P644: words that judge families, patients and adults who did not get the help that suited them.

One row for each wording; add a row to add one. Most rows name the person: "the service was difficult" is innocent.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from generator.validate.rules.harmful_language.wording import CARE, EXPLOITATION, NON_ABUSING, NSPCC, wording

_WHO: Final = (
    r"(?:(?:grand|step)?mothers?|mum|dad|parents?|carers?|girls?|boys?|child(?:ren)?|teenagers?|young (?:person"
    r"|people)|famil(?:y|ies)|wom[ae]n|couple|victims?|survivors?|patients?|residents?|daughter|sister|wife|twins)"
)
_SHE: Final = rf"(?:she|{_WHO}(?: who)?)"
_ANYONE: Final = rf"(?:she|he|{_WHO}(?: who)?|father|man|brother|son|husband|adults?|uncle|sibling)"
_ADVERB: Final = r"(?:(?:had|have|has|often|repeatedly|also|still|again|always|both|persistently) ){0,3}"
_WAS: Final = (
    r"(?:was|were|is|are|became|could be|been|remained)"
    r" (?:(?:described|known|considered|felt|thought|found|regarded) (?:as|to be) |\w+ )?(?:\w+ and )?"
)
_AS_A_NOUN: Final = r"(?= (?:who|and|or|for|since|by|when|in|but|with|that|to)\b|[.,;:)]|$)"
_HELP: Final = (
    r"(?:\w+ )?(?:help|support|services?|treatment|advice|counselling|interventions?|offers?|care|medication)"
)
_ENGAGE: Final = r"(?:engage|attend|accept|co-?operate|comply|work with|take)"
_OF_ONE: Final = rf"(?:her|his|{_WHO}['\u2019]s?|(?:father|man|adult)['\u2019]s|(?:Mr|Mrs|Ms|Miss) \w+['\u2019]s)"

_labels = partial(wording, "P643", harm="makes a label of a person", source=NSPCC)
_debated = partial(wording, "P644")

JUDGING: Final = (
    _labels(
        (
            r"(?:feckless|work-?shy|slovenly|shiftless|good-for-nothing)",
            rf"{_SHE} {_WAS}(?:too )?(?:lazy|idle)|(?:was|were|is|are) too lazy to",
            r"(?:could not|couldn['\u2019]t|cannot) be bothered",
            (
                r"(?:bad|neglectful|unfit|incompetent|useless|selfish|inadequate|uncaring|lazy"
                r"|irresponsible|unloving)"
                rf" (?:mothers?|fathers?|parents?|mums?|dads?){_AS_A_NOUN}"
            ),
            rf"broken (?:homes?|famil(?:y|ies)){_AS_A_NOUN}",
            r"(?:notorious|rough|undesirable) famil(?:y|ies)",
            r"undesirables|(?:the )?(?:wrong|bad) crowd|trouble-?makers?",
            (
                r"(?:troublesome|wayward|unruly|out-of-control|tearaway|naughty)"
                r" (?:teenager|youth|youngster|girl|boy|child|adolescent|pupil|kid)(?:s|ren)?"
            ),
            rf"(?:an?|prolific|persistent) young offender{_AS_A_NOUN}",
        ),
        "feckless|workshy|work-shy|slovenly|shiftless|good-for-nothing|lazy| idle|be bothered| bad |neglectful|unfit"
        "|incompetent|useless|selfish|inadequate|uncaring|irresponsible|unloving|broken home|broken famil|notorious"
        "|rough fam|undesirable|wrong crowd|troublemaker|trouble-maker|troublesome|wayward|unruly"
        "|out-of-control|tearaway|naughty|young offender",
        better="say what happened, and what the person or the family needed",
    ),
    _debated(
        (
            (
                rf"{_SHE} {_ADVERB}{_WAS}(?:hostile|obstructive|evasive|manipulative|demanding|argumentative"
                r"|unreasonable|belligerent|confrontational|troublesome|rebellious|unmotivated|attention-needing"
                r"|(?:difficult|challenging)(?=[.,;]| (?:and|or|with|at|when|whenever)\b))"
                r"(?! (?:to|towards) each other)"
            ),
            (
                r"(?:her|(?:mother|girl|child|patient|teenager|woman)['\u2019]s)"
                r" (?:manipulative|hostile|demanding|obstructive|attention-\w+) (?:behaviours?|attitude|manner|ways)"
            ),
            rf"difficult (?:patients?|clients?|residents?|mothers?|parents?){_AS_A_NOUN}",
            r"(?:made|making|makes) (?:unreasonable|constant|endless) demands",
            r"poor historian",
            r"play(?:s|ed|ing)? (?:the (?:system|victim)|(?:professionals|staff|workers|agencies) off)",
            r"challenging behaviours?(?! (?:foundation|team|service))",
            rf"{_ANYONE} (?:\w+ ){{0,3}}lack(?:s|ed|ing)? (?:\w+ )?(?:insight|motivation|commitment)",
            rf"{_OF_ONE} (?:lack of|poor) (?:insight|motivation|engagement|commitment)",
        ),
        "hostile|obstructive|evasive|manipulative|demanding|argumentative|unreasonable|belligerent|confrontational"
        "|troublesome|rebellious|unmotivated|attention-|difficult|challenging|demands|historian|the system|the victim"
        "|professionals off|staff off|workers off|agencies off|insight|motivation|engagement|commitment",
        harm="judges a person and does not say what was seen",
        better="say what the person did or said, and what it may have been about, such as fear or pain",
        source=EXPLOITATION,
    ),
    _debated(
        (
            (
                r"(?:children|kids|babies|siblings) (?:by|with|from|to) (?:\w+ )?(?:different|several"
                r"|multiple|various) (?:fathers|m[ae]n|partners|mothers)"
            ),
            (
                r"(?:string|succession) of (?:\w+ )?(?:boyfriends|partners|men|lovers|relationships)"
                r"|series of (?:\w+ )?(?:boyfriends|lovers|relationships)"
            ),
            r"(?:filthy|pigsty)",
            r"(?:toxic|volatile|stormy|turbulent|tempestuous|fiery) (?:\w+ )?(?:relationships?|marriage|couple)",
            (
                r"(?:domestic|marital) (?:disputes?|arguments?|tiffs?|rows?(?! of)|disagreements?"
                r"|disharmony)|lovers['\u2019] tiff"
            ),
        ),
        "different |several |multiple |various |string of|succession of|series of|filthy|pigsty|toxic |volatile"
        "|stormy|turbulent|tempestuous|fiery|domestic dis|domestic arg|domestic tiff|domestic row|marital |lovers",
        harm="judges a home and hides who did harm to whom",
        better="say what was seen, and who did what to whom; leave out what has no part in the learning",
        source=NON_ABUSING,
    ),
    _debated(
        (
            (
                rf"(?:{_SHE}|victims?) {_ADVERB}minimi[sz](?:es|ed|ing) (?:the |his |her |their )?(?:\w+ )?"
                r"(?:abuse|violence|harm|assaults?)"
            ),
            rf"(?:{_ANYONE}|mothers?) {_ADVERB}(?:was|were|is|remained|be) (?:\w+ )?in denial",
            (
                rf"{_SHE} {_ADVERB}(?:fail(?:s|ed)|refus(?:es|ed)|declin(?:es|ed)|was unwilling) to (?:disclose|report"
                r"|press charges|support (?:an?|the|any) (?:\w+ )?(?:prosecution|investigation|charge)"
                r"|make an? (?:\w+ )?(?:statement|complaint)|give (?:\w+ )?evidence)"
            ),
            (
                rf"(?:mum|dad|(?<!\w)(?:the|her|his) {_WHO}) {_ADVERB}claim(?:s|ed) (?:(?:that )?(?:she|he"
                rf"|they|there|it|nobody|no one|someone|everything)|to (?:have|be))"
            ),
            (
                r"admit(?:s|ted) (?:to )?(?:being|having been) (?:\w+ )?(?:abused|raped|exploited|hurt"
                r"|assaulted|gay|lesbian)"
            ),
        ),
        "minimis|minimiz|in denial|failed to|fails to|refused to|refuses to|declined to|declines to|unwilling to"
        "|claims |claimed |admits |admitted ",
        harm="doubts the person who was harmed, or makes them answer for it",
        better='write "said" or "told"; say what made it unsafe to speak, and what was done to make it safe',
        source=NON_ABUSING,
    ),
    _debated(
        (
            rf"{_OF_ONE} (?:\w+ )?(?:refusal|failure) (?:to {_ENGAGE}|of (?:\w+ )?{_HELP})",
            rf"(?:refusal|failure) (?:by|of) (?:the|her|his|their|both) {_WHO} to {_ENGAGE}",
            rf"{_ANYONE} {_ADVERB}resist(?:s|ed|ing) (?:all |any |the |every )?(?:offers? of )?{_HELP}",
            (
                rf"{_ANYONE} {_ADVERB}(?:was|were|is|are|became|remained) (?:\w+ )?(?:resistant to (?:\w+ )?(?:help"
                rf"|support|services|change|advice|interventions?|working|engag\w+|offers"
                rf"|professionals)|disengaged\b(?! by))"
            ),
            (
                rf"{_ANYONE} {_ADVERB}(?:never|would not|did not want to) engaged?(?= (?:with (?:services"
                rf"|professionals|workers|staff|the)|and)\b|[.,;])"
            ),
            rf"{_ANYONE} {_ADVERB}show(?:s|ed) no interest in (?:working|engaging|help|support)",
            r"(?:refusing|rejecting) (?:all|any|every) (?:offers? of )?(?:help|support)",
        ),
        "refusal|refusing|rejecting|failure|resist|disengaged|never engage|not engage|want to engage|no interest in",
        harm="leaves open what was offered, and why it did not suit",
        better="say what was offered, how often, and what stood in the way",
        source=EXPLOITATION,
    ),
    _debated(
        (
            (
                r"(?:baby|babies|infants?|toddlers?|child(?:ren)?|twins?) (?:had |has |have )?(?:did not"
                r"|didn['\u2019]t) attend"
                r" (?:\w+ ){0,4}(?:appointments?|clinics?|tests?|checks?|dentist|immunisations?"
                r"|vaccinations?|hospital|reviews?)"
            ),
            (
                r"(?-i:DNA(?:['\u2019]?d|ed|['\u2019]s)(?= (?:his|her|their|the|two|three|four|five|six"
                r"|several|all)))"
            ),
        ),
        "not attend|n't attend|n\u2019t attend|dna",
        harm="makes a child answer for an appointment that an adult did not bring the child to",
        better='write "was not brought", and say what was in the way',
        source=NSPCC,
    ),
    _debated(
        (
            (
                r"abscond(?:ed|ing|s)? from (?:the |her |his |their |an? )?(?:\w+ )?(?:placements?|foster"
                r"|home|care|unit|school|accommodation)"
            ),
            (
                r"(?:children?|girls?|boys?|teenagers?|young (?:person|people)) (?:had |who |often "
                r"|repeatedly |regularly )*abscond(?:ed|s)?"
            ),
            r"(?:history of|prone to|persistent|frequent|regular) abscond(?:ing|er|ers)|absconders?",
        ),
        "abscond",
        harm="is a word for prisoners",
        better='write "went missing" or "ran away", and say what the child went from or to',
        source=CARE,
        of_children=True,
    ),
)

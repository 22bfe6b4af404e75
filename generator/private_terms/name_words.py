"""Words that officers write next to names: titles, roles, labels, and the words of addresses and places."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES: Final = _words("al ap bin binti da de del den der di dos du el ibn la le st ten ter van von y")
"""Small words inside a name."""

TITLES: Final = _words(
    "mr mrs ms miss mx messrs master madam dr drs doctor prof professor rev revd reverend fr sr sir dame lord"
    " lady baron baroness pc dc ds di dci dcs dsi wpc wdc pcso sgt sergeant insp inspector supt superintendent"
    " cllr councillor hon nurse"
)
"""Titles before a name."""

RANKS: Final = _words("di ds dc fr sr")
"""Titles only in capital letters: Di Smith is a name, DI Smith is a detective."""

TITLES_AFTER: Final = _words(
    "jr jnr junior sr snr senior esq obe mbe cbe phd md qc kc jp mp ba bsc msc deceased decd rip"
)
"""Titles after a name."""

ROLES: Final = _words(
    "mother mothers mum mums mam mummy mom father fathers dad dads daddy stepmother stepfather stepmum stepdad"
    " step-mother step-father step-mum step-dad step parents sibling siblings brother brothers sister sisters"
    " half-brother half-sister half-sibling stepbrother stepsister step-brother step-sister half twin twins aunt"
    " aunts auntie aunty uncle uncles cousin grandmother grandmothers grandfather grandfathers grandparent"
    " grandparents grandma grandad granddad gran granny great-grandmother great-grandfather great-aunt great-uncle"
    " mgm mgf pgm pgf niece nephew daughter daughters husband wife boyfriend girlfriend ex-partner ex-husband"
    " ex-wife ex ex-boyfriend ex-girlfriend guardian carer carers caregiver fosterer neighbour family families"
    " relative relatives lodger perpetrator victim suspect witness sw worker social teacher headteacher midwife gp"
    " gps hv iro lado cafcass solicitor probation officer maternal paternal birth biological adoptive foster-carer"
    " foster-mother foster-father fostering unborn male female m f he him his she her hers they them their theirs"
)
"""Roles of people: never part of a name, wherever they are."""

LABELS: Final = _words(
    "name names full real surname surnames forename forenames first last middle given known christian maiden"
    " legal former previous other alternative nickname nicknames alias aliases aka dob d.o.b date dates birth born"
    " b dod died death day days birthday birthdays age aged yrs yr years year y/o months month mths old address"
    " addresses home postcode postcodes tel telephone phone phones mobile mobiles email e-mail emails number"
    " numbers no nos nhs id ref reference upn ni nino school schools nursery college placement placements place"
    " places gp surgery street road town city county country child children subject young person persons people"
    " adult adults baby partner partners parent foster private term terms list case note notes comment comments"
    " details detail role roles relationship relation to relationships gender sex ethnicity professional"
    " professionals staff allocated lead key main contact contacts include including also n/a na tbc tba unknown"
    " none nil same as above see confidential restricted official sensitive son sons nan nana boy girl boys girls"
    " man woman student pupil patient client significant household members member network extended friend friends"
    " cousins deceased decd rip head services service care health police council team department reviewing chair"
    " mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday sun sunday at"
    " on"
    " flat apartment unit room crime occurrence lcs pnc"
)
"""Words that are a note on their own, before a colon, in brackets or in a cell, but that may be part of a name."""

DETAILS: Final = _words(
    "dob d.o.b dod born age aged nhs tel telephone phone mobile email e-mail address postcode upn ref reference number"
)
"""Labels in front of a detail, also in capitals: never part of a name."""

AGES: Final = _words("age aged year years yr yrs month months mths old y/o")
"""Words next to which a small number is an age or a school year."""

FILLERS: Final = _words(
    "the a an of and or & with in from for by is was are were lives lived living resides residing attends"
    " attended goes who whose which that this known at to on not no also currently now previously"
)
"""Small words around names."""

SMALL_WORDS: Final = (FILLERS | PARTICLES) - {"no", "known", "also", "currently", "now", "previously"}
"""Words that are no note and no heading on a line of their own."""

PLACE_LABELS: Final = _words("school schools placement placements place places nursery college surgery")

STREETS: Final = _words(
    "road rd street avenue ave drive crescent cres terrace gardens gdns boulevard parade cul-de-sac"
)
"""Words after the name of a street that are hardly ever a surname."""

STREETS_OR_NAMES: Final = _words(
    "street lane ln close court ct grove hill way park place house hall green field fields mews square mount view"
    " walk st rise row croft gate bank wood woods meadow meadows end path bridge cottage cottages farm lodge"
    " villas villa flats towers buildings heights vale dale orchard common side chase drove mead yard wharf quay"
    " circus crest church temple ward"
)
"""Words after the name of a street or a house that are also surnames."""

PLACES: Final = _words(
    "school academy college university nursery preschool pre-school playgroup kindergarten primary infant infants"
    " secondary grammar comprehensive hospital clinic surgery centre center practice hospice refuge hostel hub"
    " mosque club unit library prison hmp yoi children's childrens trust foundation campus"
)
"""Words in the name of a school or a placement."""

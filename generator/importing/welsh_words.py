"""The Welsh words of listing pages. Boards in Wales publish in Welsh and English, often on one page.

The names of reviews are those of the Welsh Government's guidance: Gweithio Gyda'n Gilydd i Ddiogelu Pobl, volumes 2 and
3, and the guidance on the Adolygiad Diogelu Unedig Sengl. The site's vocabulary need not have them.
"""

from __future__ import annotations

from typing import Final

TYPES: Final = {
    "cpr": ("adolygiadau ymarfer plant", "adolygiad ymarfer plant", "ayp"),
    "apr": ("adolygiadau ymarfer oedolion", "adolygiad ymarfer oedolion", "adolygiad ymarfer oedolyn", "ayo"),
    "susr": ("adolygiadau diogelu unedig sengl", "adolygiad diogelu unedig sengl", "adus"),
    "dhr": (
        "adolygiadau dynladdiad domestig",
        "adolygiad dynladdiad domestig",
        "adolygiadau lladdiad domestig",
        "adolygiad lladdiad domestig",
    ),
}
"""The names of review types, by the id that the packs give them; those of several reviews first."""

PLURALS: Final = frozenset({"adolygiadau", "adroddiadau"})
"""The words for several reviews and reports, as headings of sections have them."""

KINDS: Final = {
    "report": ("adroddiadau", "adroddiad", "adroddiad llawn", "adroddiad terfynol"),
    "overview-report": ("adroddiad trosolwg",),
    "executive-summary": ("crynodeb gweithredol",),
    "action-plan": ("cynllun gweithredu",),
    "statement": ("datganiad",),
    "letter": ("llythyr",),
    "easy-read": ("hawdd ei ddeall", "fersiwn hawdd ei ddeall"),
    "seven-minute": ("briff 7 munud", "sesiwn friffio 7 munud"),
}
"""The names of kinds of documents, by the id that the packs give them."""


def names_of_minutes(minutes: int) -> tuple[str, ...]:
    """Return the names of a briefing of so many minutes."""
    return f"briff {minutes} munud", f"sesiwn friffio {minutes} munud", f"briffio {minutes} munud"


ROLES: Final = {"plentyn": "Child", "oedolyn": "Adult", "teulu": "Family", "baban": "Baby"}
"""The words before a letter or a number in a pseudonym, with the English ones."""

NO_NAMES_TEXT: Final = """
    achos achosion adnoddau adolygiad adolygiadau adroddiad adroddiadau amdanom awst bwrdd byrddau canllawiau chwefror
    chwilio cryno crynodeb cyfarfod cyhoeddi cyhoeddiadau cyhoeddwyd cymraeg cymru cynllun cynlluniau cysylltu datganiad
    diogelu diogelwch dogfen dogfennau dolen dolenni dyddiad dysgu ebrill estynedig gorffennaf gwasanaethau gweithredol
    gweithredu gwybodaeth hafan hanesyddol hydref hyfforddiant ionawr lleol llawn llythyr math mawrth medi mehefin munud
    newyddion oedolion plant rhagfyr rhanbarthol saesneg tachwedd tudalen unedig ymarfer ymateb briff briffio blynyddol
    wales welsh
"""
"""Words of headings and menus that begin with a capital and are nobody's name."""

NOISE: Final = (
    r"cyhoeddwyd(?: ar| ym| yn)?|a gyhoeddwyd|dyddiad cyhoeddi|yr adroddiad hwn|yn|ym|ac|yr"
    r"|fersiwn (?:gymraeg|saesneg)|cymraeg|saesneg|english|welsh"
)
"""Words around a name, and the names of the languages."""

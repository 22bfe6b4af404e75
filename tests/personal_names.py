"""Makes the lists of forenames and surnames for the rule on full names: `python -m tests.personal_names`.

It needs Faker (MIT licence), which is not a dependency: install it in a separate environment. Faker has the
commonest forenames of many countries. The list has those of the countries where most people in England and Wales were
born who were not born there (census of 2021, table TS012), as far as Faker writes them in Latin letters.
"""

from __future__ import annotations

import importlib
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parents[1] / "generator" / "markdown"
FORENAMES: Final = (
    *("ro_RO", "it_IT", "lt_LT", "lv_LV", "pt_PT", "es_ES", "tr_TR", "de_DE", "fr_FR", "hu_HU", "sk_SK", "cs_CZ"),
    *("zu_ZA", "tw_GH", "yo_NG", "ha_NG", "ig_NG", "sw", "nl_NL", "az_AZ"),
)
SURNAMES: Final = ("en_GB", "en_IE", "en_IN", "en_PK", "en_NG", "en_KE", "en_NZ", "tw_GH")
MORE: Final = """
abdirahman abdullahi abdulrahman adel ahmed aisha akosua ali alina amina amira anastasia andriy anton anwar arezoo
asha asif asma ayaan ayan ayesha azad bahar balwinder bashir bilal bogdan boris borislav dalia dara daria darya deqa
diyar dmitri dmytro ebrahim ehsan elif emre farah farhan farid farhana farzana fatima fatuma faisal feng fowzia galina
georgi gurpreet hadi halima hamza hana hanan harjit harpreet hasan hassan hodan huda hussain hussein ibrahim ifrah
iman imran inderjit irina ismail ivan ivaylo jamal jamila jaswinder javed jin jun kalina kalsoom kamal karim kavita
khadija khadra khalid khalil kiran krasimir kulwinder lakshmi laila layla leila lei liban ling lyudmila mahad mahdi
maksym malik mandeep manjit marjan maryam marwa mei milad milan ming mina mohamed mohammad mohammed muhammad muna
mustafa nabil nadia nadir najma nasir nasra natalia nazia nikolay nimo ning noor nura oksana oleg oleksandr olena omar
omid osman parvin parwana petar plamen rahima rahul rania rashid reza rohan rukhsana saad sabrina safiya sagal sahra
said salim salma samira samir sandeep sara saida selvi shabana shahid shahnaz sharif shazia shirin siti soran stoyan
sukhdev sukhwinder suleiman sultana suresh svetlana tahira taras tariq tatiana tetiana vasil viktor viktoria vladimir
volodymyr wei xiao yan yasin yasmin yasmina yulia yuliya yuri yusuf zahra zainab zakaria zara zhen zohra zuhra
"""
"""Forenames in common use in communities whose names Faker writes in other letters, or not at all."""


def names(locale: str, wanted: str) -> Iterator[str]:
    """Yield the names of a country, in small letters without accents."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    for key in dir(provider):
        value = getattr(provider, key)
        if key.startswith(wanted) and not callable(value):
            yield from (folded(name) for name in value if isinstance(name, str))


def folded(name: str) -> str:
    """A name in small letters, without accents."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))
    return bare.translate(str.maketrans("łıøđŁ", "liodL")).lower()


def main() -> None:
    """Write the two files."""
    known = set((FOLDER / "forenames.txt").read_text(encoding="utf-8").split())
    words = set((FOLDER / "words.txt").read_text(encoding="utf-8").split())
    forenames = {name for locale in FORENAMES for name in names(locale, "first_name")} | set(MORE.split())
    surnames = {name for locale in SURNAMES for name in names(locale, "last_name")}
    source = "Faker (MIT licence, Copyright (c) 2012 Daniele Faraglia)"
    write(
        "community_forenames.txt",
        f"# Forenames of the communities of the census of 2021. Made from {source} by tests/personal_names.py.",
        {name for name in forenames - known - words if re.fullmatch(r"[a-z]{3,}", name)},
    )
    write(
        "surnames.txt",
        f"# Surnames in the United Kingdom. Made from {source} by tests/personal_names.py.",
        {name for name in surnames if re.fullmatch(r"[a-z]{3,}", name)},
    )


def write(name: str, heading: str, entries: set[str]) -> None:
    """Write a list, one name a line."""
    (FOLDER / name).write_text("\n".join((heading, *sorted(entries), "")), encoding="utf-8")


if __name__ == "__main__":
    main()

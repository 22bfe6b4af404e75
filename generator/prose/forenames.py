"""Forenames, and which of them are ordinary words as well."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).parent / "forenames.txt"

ALSO_WORDS: Final = frozenset("""
    amber angel april art august autumn basil bay bill billie blake blossom blue bob bonnie brook buck carol chance charity
    chase cherry chip christian clay cliff coral crystal daisy dale dawn dean destiny don drew earl eden eve faith fay fern
    flora forest frank gail gale gary gay gene georgia ginger glen grace grant guy hazel heather heath heaven henna holly hope
    hunter iris iv ivy jack jade jay jean jersey jewel joe josh joy june kit lane laurel lily london lot louis lucky major
    mark marsh mason may melody mercy merit merry miles mike miller misty montana myrtle nick noble olive opal paris parker
    pat patience paul pearl peg penny petal pierce piper poppy porter precious price prince princess rae rain ray red reed
    reese rich river rob robin rocky rod roman rose rowan royal ruby rusty sage sally sandy savannah scarlet scout sky skip
    sonny star stacey sterling stone storm sue summer sunny tab tad taylor terry tiger tony trinity troy turner tyne van
    vale victor victoria viola violet wade ward warren wayne wes west will willow winter woody wren young zion
    chelsea florence india ireland kent devon england scotland wales jordan sydney adelaide carlisle lincoln preston bradford
    bristol warwick chester derby eaton kenya asia africa america israel persia job forum
    art sun ash ren min lee van ken al bo cam di ed flo jo ned ted val ves nan per rue tia son
""".split())  # fmt: skip
"""Written small they are words; at the start of a sentence nobody can tell."""


@cache
def forenames() -> frozenset[str]:
    """Forenames that are given in the United Kingdom, in small letters."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(each for each in lines if each and not each.startswith("#"))

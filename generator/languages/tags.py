"""Language tags (BCP 47): which are known, what an editor probably meant, and how a language is written."""

from __future__ import annotations

from functools import cache
from typing import Final

from generator.languages.catalogue import active_catalogue, base_language

_RIGHT_TO_LEFT: Final = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose usual script is written from right to left."""

_RIGHT_TO_LEFT_SCRIPTS: Final = frozenset({"arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg"})
_USUAL: Final = frozenset({"en", "en-GB", "cy", "pl", "ar", "ur", "ro", "pa", "bn", "gu", "so", "uk", "fa", "ku"})
"""Languages that need no look in Babel, which takes longer than all other checks of a record."""

_OTHER_NAMES: Final = {"farsi": "fa", "panjabi": "pa", "sinhalese": "si", "romany": "rom", "mandarin": "zh"}
_NOT_IN_CLDR: Final = {"bfi": "British Sign Language", "prs": "Dari"}
"""English names of languages that British partnerships publish in and that the Unicode CLDR does not name."""

_WRONG_REGIONS: Final = {"uk": "GB", "en": "GB", "eng": "GB", "wales": "GB"}
"""Regions as editors write them; the United Kingdom is GB."""


def direction_of(tag: str) -> str:
    """Return the direction in which a language is written: `ltr` or `rtl`."""
    language, *rest = tag.lower().split("-")
    scripts = [part for part in rest if len(part) == 4 and part.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


def english_name(tag: str) -> str:
    """Return the English name of a language: `Polish`. Return the tag itself for a language that is not known."""
    return _names().get(base_language(tag), tag)


def language_name(tag: str, in_language: str | None = None) -> str:
    """Return the name of a language in the site's language, or in another one: `Polish`, `polski`.

    The tag itself if its language has no name there.
    """
    from babel import Locale, UnknownLocaleError

    parts = tag.split("-")
    try:
        names = Locale.parse(base_language(in_language or active_catalogue().tag)).languages
    except UnknownLocaleError:
        return tag
    found = (names.get("_".join(parts[:length])) for length in range(len(parts), 0, -1))
    return next(filter(None, found), None) or (_NOT_IN_CLDR.get(parts[0], tag) if in_language is None else tag)


def is_known_tag(tag: str) -> bool:
    """Return True if the language of a tag, and its region if it has one, are in the Unicode locale data."""
    if tag in _USUAL:
        return True
    from babel import Locale

    language, *rest = tag.split("-")
    regions = [part for part in rest if len(part) == 2 and part.isalpha()]
    territories = Locale.parse("en").territories
    return language in _names() and all(region.upper() in territories for region in regions)


def suggest_tag(written: str) -> str | None:
    """Return the tag that an editor probably meant: `pl` for `polish`, `Polski` or `pol`. None if it is not clear."""
    from babel.core import get_global

    plain = written.strip().replace("_", "-")
    if not plain:
        return None
    parts = plain.split("-")
    if len(parts) == 2 and parts[1].lower() in _WRONG_REGIONS:
        return f"{parts[0].lower()}-{_WRONG_REGIONS[parts[1].lower()]}"
    aliases = get_global("language_aliases")
    short = str(aliases.get(plain.lower(), ""))
    if short in _names():
        return short
    if base_language(plain) in _names():
        known = "-".join((base_language(plain), *(_usual_case(part) for part in parts[1:])))
        return known if is_known_tag(known) else base_language(plain)
    return _tags_by_name().get(plain.lower())


def _usual_case(part: str) -> str:
    """Return a subtag as it is usually written: `GB`, `Arab`."""
    return part.upper() if len(part) == 2 else part.capitalize() if len(part) == 4 else part.lower()


@cache
def _names() -> dict[str, str]:
    """Return the English name of each language by its tag."""
    from babel import Locale

    languages = Locale.parse("en").languages
    return {**_NOT_IN_CLDR, **{tag: name for tag, name in languages.items() if "_" not in tag and len(tag) <= 3}}


@cache
def _tags_by_name() -> dict[str, str]:
    """Return the tag of each language by its English name and by its own name, in lower case."""
    from babel import Locale
    from babel.localedata import locale_identifiers

    by_name = {**{name.lower(): tag for tag, name in _names().items()}, **_OTHER_NAMES}
    for identifier in locale_identifiers():
        if "_" not in identifier and identifier in _names():
            own = Locale.parse(identifier).language_name
            if own:
                by_name.setdefault(own.lower(), identifier)
    return by_name

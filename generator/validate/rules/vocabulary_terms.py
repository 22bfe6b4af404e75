"""Checks the terms of the vocabulary and the records that use them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, Location, RelatedLocation, did_you_mean, rule
from generator.diagnostics.suggest import one_of
from generator.model import Briefing, Case, Located, Notice, RawRecord, Records, addresses
from generator.model.term_names import find_mixing_groups, find_taken_names
from generator.model.vocabulary import TERM_LISTS, Vocabulary
from generator.validate.rules.review_types import type_places
from generator.validate.vocabulary_names import term_hint, type_hint

_Place = tuple[str | int, ...]


def check_unknown_terms(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V301 to V304 and V307, each with the nearest known id; nothing while the vocabulary itself is broken."""
    if records.vocabulary is None:
        return
    words = records.vocabulary.record
    for located in records.cases_briefings_notices:
        record, raw = located.record, located.raw
        yield from _unknown(raw, "V302", "theme", _listed("themes", record.themes), words.theme, words)
        yield from _unknown(raw, "V303", "harm", _listed("harms", record.harms), words.harm, words)
        kinds = [(("documents", n, "kind"), document.kind) for n, document in enumerate(record.documents)]
        yield from _unknown(raw, "V304", "document kind", kinds, words.document_kind, words)
        yield from _check_own_terms(located, words)


def _check_own_terms(
    located: Located[Case] | Located[Briefing] | Located[Notice], words: Vocabulary
) -> Iterator[Diagnostic]:
    """Yield the diagnostics for the fields that only one kind of record has."""
    record, raw = located.record, located.raw
    if isinstance(record, Case):
        yield from _unknown(raw, "V301", "review type", type_places(raw, record.type), words.type, words)
        themes, harms = _of_recommendations(record)
        yield from _unknown(raw, "V302", "theme", themes, words.theme, words)
        yield from _unknown(raw, "V303", "harm", harms, words.harm, words)
        return
    if isinstance(record, Notice):
        yield from _unknown(raw, "V304", "kind of notice", [(("kind",), record.kind)], words.notice_kind, words)
    if "audience" in raw.values:
        yield from _unknown(raw, "V307", "audience", _listed("audience", record.audience), words.audience, words)


def _of_recommendations(case: Case) -> tuple[list[tuple[_Place, str]], list[tuple[_Place, str]]]:
    """Return the themes and the harms that findings and recommendations name, with their places."""
    themes: list[tuple[_Place, str]] = []
    for name in ("findings", "recommendations"):
        themes += [((name, n, "theme"), each.theme) for n, each in enumerate(getattr(case, name)) if each.theme]
    harms: list[tuple[_Place, str]] = [
        (("recommendations", n, "harm"), each.harm) for n, each in enumerate(case.recommendations) if each.harm
    ]
    return themes, harms


def _listed(name: str, ids: Iterable[str]) -> list[tuple[_Place, str]]:
    return [((name, index), identity) for index, identity in enumerate(ids)]


_NONE: Final = (
    'there are none yet: add a pack to content/vocabulary.yml, such as "use: [adults-england]", or a term of your own'
)


def _unknown(
    raw: RawRecord,
    code: str,
    what: str,
    ids: Iterable[tuple[_Place, str]],
    known: Mapping[str, object],
    vocabulary: Vocabulary,
) -> Iterator[Diagnostic]:
    for path, identity in ids:
        if identity and identity not in known:
            is_notice = raw.kind == "notice" and len(path) == 1
            field = str(path[-1] if isinstance(path[-1], str) else path[-2])
            if code == "V301":
                hint = type_hint(vocabulary, identity)
            else:
                hint = (
                    term_hint(vocabulary, field, identity, is_notice, is_exact=True)
                    or did_you_mean(identity, known)
                    or (f"{one_of(known)}; new ones are added in content/vocabulary.yml" if known else _NONE)
                )
            yield rule(code).diagnostic(f'unknown {what} "{identity}"', raw.location_of(*path), hint)


_OWN = {
    addresses.THEMES_BY_YEAR: "the page of all themes by year",
    addresses.theme("harm"): "the folder of the pages on harms",
}


def check_reserved_themes(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V313."""
    if records.vocabulary is None:
        return
    for index, theme in enumerate(records.vocabulary.record.themes):
        own = _OWN.get(addresses.theme(theme.id))
        if own is not None:
            message = f'no theme can have the id "{theme.id}": /{addresses.theme(theme.id)} is {own}'
            yield rule("V313").diagnostic(
                message, records.vocabulary.raw.location_of("themes", index, "id"), "choose another id"
            )


def check_mixed_terms(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield V333 for another name or a group of synonyms that would join two terms, and V332 for an unknown `replaces`.

    Names that only packs give are left out: the packs fit together. V324 reports the names of review types.
    """
    if records.vocabulary is None:
        return
    words, raw = records.vocabulary.record, records.vocabulary.raw
    for mixed in (*find_taken_names(words), *find_mixing_groups(words)):
        if (mixed.word and mixed.path[0] == "review_types") or (
            raw.own is not None and not _is_stated(raw, mixed.path)
        ):
            continue
        first, second = (f'"{term.label}" ({term.id})' for term in (mixed.first, mixed.second))
        message = f"this group of synonyms has names of {first} and of {second}, which are two things"
        hint = "take the names of one of the two out; the search leaves out this group"
        if mixed.word:
            message = f'"{mixed.word}" is a name of {second}, so it cannot be another name of {first}'
            hint = (
                f"take it out; the search keeps the two apart. If {mixed.first.id} came later, "
                f"write replaces: [{mixed.second.id}]"
            )
        yield rule("V333").diagnostic(message, raw.location_of(*mixed.path), hint)
    for name in TERM_LISTS:
        terms = getattr(words, name)
        known = {term.id for term in terms}
        for index, term in enumerate(terms):
            for number, earlier in enumerate(getattr(term, "replaces", ())):
                if earlier not in known:
                    hint = did_you_mean(earlier, known) or one_of(known)
                    place = raw.location_of(name, index, "replaces", number)
                    yield rule("V332").diagnostic(f'"{earlier}" in replaces is not a term of {name}', place, hint)


def _is_stated(raw: RawRecord, path: _Place) -> bool:
    """Return True if the site's own file states the words at a path, rather than a pack."""
    own, written = raw.as_written(path[:2])
    return own is not raw and (len(path) == 2 or path[2] in own.values[str(written[0])][written[1]])


def check_synonyms(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield R209 for a group with fewer than two words, and at the second place of a repeated word."""
    if records.vocabulary is None:
        return
    first: dict[str, Location] = {}
    raw = records.vocabulary.raw
    for number, group in enumerate(records.vocabulary.record.synonyms):
        if len(group) < 2:
            yield rule("R209").diagnostic(
                f"group {number + 1} of the synonyms has one word or none",
                raw.location_of("synonyms", number),
                "write at least two words that mean the same, or take the group out",
            )
        for index, word in enumerate(group):
            here = raw.location_of("synonyms", number, index)
            if word.casefold() in first:
                yield rule("R209").diagnostic(
                    f'"{word}" is written twice among the synonyms',
                    here,
                    "join the two groups, or take one of the two out",
                    (RelatedLocation("the first is here", first[word.casefold()]),),
                )
            first.setdefault(word.casefold(), here)

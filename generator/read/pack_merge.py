"""Merges vocabulary packs with a site's vocabulary, list by list and field by field.

Which fields are lists of terms comes from the model. Every value keeps its place in the site's file; a value of a pack
has the place of the pack's name under `use`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from generator.diagnostics import Diagnostic, WithDiagnostics, did_you_mean, rule
from generator.diagnostics.suggest import one_of
from generator.model import RawRecord
from generator.model.raw_record import Place
from generator.model.vocabulary import TERM_LISTS, Vocabulary

_ABOUT_PACKS: Final = ("use", "leave_out", "order", "show_unused")
_SYNONYMS: Final = "synonyms"
_PINNED: Final = "pinned_answers"


@dataclass(frozen=True, slots=True)
class UsedPack:
    """A pack that a site uses, directly or through another pack."""

    name: str
    values: Mapping[str, Any]
    place: tuple[int, int]
    """Line and column of the name in the site's file that brought it in."""

    index: int
    """The number of that name under `use`."""


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a merged list."""

    value: Any
    place: Place
    number: int | None = None
    """Its number in the site's list; None for an item of a pack."""


@dataclass(slots=True)
class _Merged:
    values: dict[str, Any]
    children: dict[str, Any]
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    disagreements: dict[tuple[str, str, int], list[str]] = field(default_factory=dict)
    """The names of two packs and the number of the second under `use`, to what they define differently."""

    def note_disagreement(self, first: UsedPack, second: UsedPack, what: str) -> None:
        """Remember that two packs define something differently."""
        self.disagreements.setdefault((first.name, second.name, second.index), []).append(what)

    def put(self, name: str, items: Sequence[_Item], key_place: tuple[int, int, Place]) -> None:
        """Store a merged list."""
        line, column, (value_line, value_column, _) = key_place
        self.values[name] = [item.value for item in items]
        self.children[name] = (line, column, (value_line, value_column, [item.place for item in items]))
        self.numbers |= {(name, at): item.number for at, item in enumerate(items) if item.number is not None}


def merge_packs(site: RawRecord, packs: tuple[UsedPack, ...]) -> WithDiagnostics[RawRecord | None]:
    """Return the site's vocabulary with the terms of the packs. The packs' terms come first, in the packs' order.

    An entry of the site with the id of a pack's term replaces the fields that it states. Other entries follow.
    """
    if not packs and not any(name in site.values for name in _ABOUT_PACKS):
        return WithDiagnostics(site)
    merged = _Merged(dict(site.values), dict(site.places[2]))
    findings = [
        *_unknown_lists(site, "leave_out", (*TERM_LISTS, _SYNONYMS, _PINNED)),
        *_unknown_lists(site, "order", TERM_LISTS),
        *_unknown_lists(site, "show_unused", TERM_LISTS),
    ]
    for name in Vocabulary.model_fields:
        stated = site.values.get(name)
        if name in _ABOUT_PACKS or (name in TERM_LISTS and name in site.values and not isinstance(stated, list)):
            continue  # A value of the wrong type is left as it is, because schema validation reports it.
        if name in TERM_LISTS:
            findings += _merge_terms(site, packs, name, merged)
        elif any(isinstance(pack.values.get(name), list) for pack in packs):
            findings += _merge_rows(site, packs, name, merged)
        else:
            _merge_value(site, packs, name, merged)
    findings += [_disagreement(site, *each) for each in merged.disagreements.items()]
    line, column, _ = site.places
    places = (line, column, merged.children)
    whole = replace(site, values=merged.values, places=places, own=site, own_numbers=merged.numbers)
    return WithDiagnostics(whole, tuple(findings))


def _merge_terms(site: RawRecord, packs: tuple[UsedPack, ...], name: str, merged: _Merged) -> Iterator[Diagnostic]:
    terms, disagreements = _terms_of_packs(packs, name)
    own: list[Any] = site.values.get(name, [])
    own_places: list[Place] = _children_of(site, name)
    numbers: dict[str, int] = {}
    for number, value in reversed(list(enumerate(own))):
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            numbers[value["id"]] = number
    for identity, (fields, first, second) in disagreements.items():
        written = own[numbers[identity]] if identity in numbers else {}
        open_fields = [each for each in fields if each not in written]
        if open_fields and identity not in _named(site, "leave_out", name):
            merged.note_disagreement(first, second, f"{identity} in {name} ({', '.join(open_fields)})")
    known = {*terms, *numbers}
    yield from _unknown_ids(site, "leave_out", name, terms)
    yield from _unknown_ids(site, "order", name, known)
    items: dict[str, _Item] = {}
    for identity in _named(site, "leave_out", name):
        terms.pop(identity, None)
    for identity, (value, pack) in terms.items():
        items[identity] = _Item(value, _spread(value, pack.place))
        if identity in numbers:
            number = numbers[identity]
            items[identity] = _replaced(value, own[number], own_places[number], number)
    rest = []
    for number, (value, place) in enumerate(zip(own, own_places, strict=True)):
        identity = _id_of(value)
        if identity in terms and numbers[identity] == number:
            continue
        if terms and identity and "label" not in value:
            # The label is only there so that the missing one is not reported as well.
            yield _no_such_term(site, name, number, identity, terms)
            rest.append(_Item({**value, "label": identity}, place, number))
        else:
            rest.append(_Item(value, place, number))
    every = [*items.values(), *rest]
    first_ids = _named(site, "order", name)
    ranks = {identity: rank for rank, identity in enumerate(first_ids)}
    every.sort(key=lambda item: ranks.get(_id_of(item.value), len(ranks)))
    if every or name in merged.values:
        merged.put(name, every, _key_place(site, name, packs))


def _terms_of_packs(
    packs: tuple[UsedPack, ...], name: str
) -> tuple[dict[str, tuple[dict[str, Any], UsedPack]], dict[str, tuple[list[str], UsedPack, UsedPack]]]:
    """Return the terms by id, each with its first pack, and by id the fields in which a second pack differs."""
    terms: dict[str, tuple[dict[str, Any], UsedPack]] = {}
    disagreements: dict[str, tuple[list[str], UsedPack, UsedPack]] = {}
    for pack in packs:
        for term in pack.values.get(name, ()):
            known, first = terms.setdefault(term["id"], (term, pack))
            fields = [each for each in {**known, **term} if known.get(each) != term.get(each)]
            if fields:
                disagreements.setdefault(term["id"], (fields, first, pack))
    return terms, disagreements


def _merge_rows(site: RawRecord, packs: tuple[UsedPack, ...], name: str, merged: _Merged) -> Iterator[Diagnostic]:
    """Merge a list whose items have no id. A group of synonyms takes in the packs' groups that have a word of it."""
    own = site.values.get(name, [])
    if not isinstance(own, list):
        return
    own_rows = [
        _Item(value, place, n) for n, (value, place) in enumerate(zip(own, _children_of(site, name), strict=True))
    ]
    rows: list[_Item] = []
    left_out = {word.casefold() for word in _named(site, "leave_out", name)}
    for pack in packs:
        for value in pack.values.get(name, ()):
            words = _words(value)
            left_out_here = words & left_out
            left_out -= left_out_here
            if left_out_here or any(row.value == value for row in rows):
                continue
            is_group = isinstance(value, list)
            at = next((n for n, row in enumerate(own_rows) if is_group and words & _words(row.value)), None)
            if at is None:
                rows.append(_Item(value, _spread(value, pack.place)))
                continue
            row = own_rows[at]
            line, column, places = row.place
            added = [word for word in value if word.casefold() not in _words(row.value)]
            place = (line, column, [*places, *((line, column, None) for _ in added)])
            own_rows[at] = _Item([*row.value, *added], place, row.number)
    for number, word in enumerate(_named(site, "leave_out", name)):
        if word.casefold() in left_out:
            yield _unknown_entry(site, ("leave_out", name, number), word, name, ())
    if rows or own_rows:
        merged.put(name, [*rows, *own_rows], _key_place(site, name, packs))


def _words(row: object) -> set[str]:
    """Return the words of a group of synonyms or of a pinned answer, for comparison. Empty for another item."""
    words = row.get("words") if isinstance(row, dict) else row
    return {word.casefold() for word in words if isinstance(word, str)} if isinstance(words, list) else set()


def _merge_value(site: RawRecord, packs: tuple[UsedPack, ...], name: str, merged: _Merged) -> None:
    """Merge a field with one value: the site's, or the one of the packs."""
    stated = [pack for pack in packs if name in pack.values]
    if name in site.values or not stated:
        return
    first = stated[0]
    other = next((pack for pack in stated if pack.values[name] != first.values[name]), None)
    if other is not None:
        merged.note_disagreement(first, other, name)
    merged.values[name] = first.values[name]
    merged.children[name] = (*first.place, _spread(first.values[name], first.place))


def _disagreement(site: RawRecord, packs_and_index: tuple[str, str, int], what: list[str]) -> Diagnostic:
    first, second, index = packs_and_index
    message = f"the packs {first} and {second} define the same things differently: {'; '.join(what)}"
    hint = "use one of the two, or write each of these fields in this file as your site wants it"
    return rule("V331").diagnostic(message, site.location_of("use", index), hint)


def _no_such_term(site: RawRecord, name: str, number: int, identity: str, terms: Mapping[str, object]) -> Diagnostic:
    near = did_you_mean(identity, terms)
    hint = f'{near or "check the id"}; a new term needs "label: ..."'
    message = f'no pack has the term "{identity}" in {name}, and the entry has no label'
    return rule("V332").diagnostic(message, site.location_of(name, number, "id"), hint)


def _unknown_lists(site: RawRecord, part: str, known: Sequence[str]) -> Iterator[Diagnostic]:
    lists = site.values.get(part)
    names = lists if isinstance(lists, list if part == "show_unused" else dict) else ()
    for number, name in enumerate(names):
        if isinstance(name, str) and name not in known:
            hint = did_you_mean(name, known) or one_of(known)
            place = (
                site.location_of(part, name, key=True) if isinstance(lists, dict) else site.location_of(part, number)
            )
            yield rule("V332").diagnostic(f'the vocabulary has no list "{name}" for {part}', place, hint)


def _unknown_ids(site: RawRecord, part: str, name: str, known: Mapping[str, object] | set[str]) -> Iterator[Diagnostic]:
    for number, identity in enumerate(_named(site, part, name)):
        if identity not in known:
            yield _unknown_entry(site, (part, name, number), identity, name, known)


def _unknown_entry(
    site: RawRecord,
    path: tuple[str, str, int],
    written: str,
    name: str,
    known: Mapping[str, object] | set[str] | tuple[()],
) -> Diagnostic:
    where = "no pack that this site uses" if path[0] == "leave_out" else "no pack, and not this file,"
    hint = did_you_mean(written, known) or (one_of(known) if known else f"take it out of {path[0]}")
    message = f'"{written}" in {path[0]} names nothing: {where} has it in {name}'
    return rule("V332").diagnostic(message, site.location_of(*path), hint)


def _named(site: RawRecord, part: str, name: str) -> list[str]:
    """Return the ids under `leave_out` or `order` for a list; empty if they are not written as a list of ids."""
    lists = site.values.get(part)
    named = lists.get(name) if isinstance(lists, dict) else None
    is_list_of_ids = isinstance(named, list) and all(isinstance(each, str) for each in named)
    return named if is_list_of_ids and named is not None else []


def _id_of(value: object) -> str:
    identity = value.get("id") if isinstance(value, dict) else None
    return identity if isinstance(identity, str) else ""


def _replaced(value: dict[str, Any], own: dict[str, Any], place: Place, number: int) -> _Item:
    """Return a pack's term with the fields that the site states."""
    line, column, children = place
    _, _, spread = _spread(value, (line, column))
    return _Item({**value, **own}, (line, column, {**spread, **children}), number)


def _spread(value: object, at: tuple[int, int]) -> Place:
    """Return one place for a value and everything in it."""
    if isinstance(value, dict):
        return (*at, {key: (*at, _spread(inner, at)) for key, inner in value.items()})
    return (*at, [_spread(inner, at) for inner in value] if isinstance(value, list) else None)


def _children_of(site: RawRecord, name: str) -> list[Place]:
    return list(site.places[2][name][2][2]) if name in site.values else []


def _key_place(site: RawRecord, name: str, packs: tuple[UsedPack, ...]) -> tuple[int, int, Place]:
    """Return the place of a list: in the site's file, or of the first pack that has it."""
    if name in site.values:
        place: tuple[int, int, Place] = site.places[2][name]
        return place
    at = next((pack.place for pack in packs if name in pack.values), (1, 1))
    return (*at, (*at, []))
